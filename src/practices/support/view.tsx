/** What the screens of support show besides their questions: who does a task, what she wants to hear, and the two numbers she may share. */
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RoomId } from '../../log/types.ts'
import { allOf } from '../../texts/words.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { More, Note } from '../../ui/said.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import type { CardAt, CardExtras, Cards } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import type { RoomSeen, ViewProps, Waiting } from '../practice.ts'
import { AnswersInWords } from '../prompt-fields.tsx'
import { emptyAnswers } from '../prompts.ts'
import { nameOf } from '../view.tsx'
import { needs, taskPrompts } from './prompts.ts'
import { askedOf, countsOf, doersOf, isDone, needOf, type Counts } from './tasks.ts'
import { texts } from './texts/support.ts'

const { t } = texts

export const extras: CardExtras = { title, skips: () => ['take'], formless: isSupporter, sheets, above, below, waits }

function title({ card }: Pick<CardAt, 'card'>): string | null {
  const what = needOf(card)?.answers['what']
  return card.leaf === 'task' && typeof what === 'string' && Object.hasOwn(needs, what) ? t(needs[what as keyof typeof needs]) : null
}

function isSupporter({ concern, view }: Pick<CardAt, 'concern' | 'view'>): boolean {
  return partOf(concern, view.me) === 'supporter'
}

/** A task: what is needed, who does it, and for a supporter the buttons to take it, give it back or call it done. */
function sheets(at: CardAt): JSX.Element | null {
  const { card, view, people, room } = at
  const need = needOf(card)
  if (card.leaf !== 'task' || need === null) return null
  const doers = doersOf(card)
  const { take: _take, ...asked } = taskPrompts
  const mine = card.sheets.filter((sheet) => sheet.writer === view.me && sheet.answers['take'] !== null)
  const on = { room, card: card.id }
  const take = (said: 'mine' | 'done'): void =>
    void view.act({ kind: 'write', ...on, answers: { ...emptyAnswers(taskPrompts), take: said }, over: mine.map((sheet) => sheet.seq) })
  return (
    <Part rule>
      <div class={need.writer === view.me ? undefined : 'noprint'}>
        <AnswersInWords prompts={asked} answers={need.answers} texts={texts} people={people} />
        <p>
          <b>{t('support.doer')}</b> {doers.length === 0 ? t('support.nobody') : allOf(doers.map((person) => nameOf(people, person)))}
        </p>
        {isDone(card) && <p class="hint">{t('support.doneWord')}</p>}
      </div>
      {isSupporter(at) && card.state === 'open' && !isDone(card) && (
        <Acts>
          {mine.length === 0 && <Button onPress={() => take('mine')}>{t('support.take')}</Button>}
          {mine.length > 0 && <Button onPress={() => take('done')}>{t('support.finish')}</Button>}
          {mine.map((sheet) => (
            <Button key={sheet.seq} onPress={() => void view.act({ kind: 'take-out', ...on, sheet: sheet.seq })}>
              {t('support.giveBack')}
            </Button>
          ))}
        </Acts>
      )}
    </Part>
  )
}

function above(at: Omit<CardAt, 'card'>): JSX.Element | null {
  const { view, concern, room } = at
  const code = concern?.begun?.code
  if (room === null || code === undefined) return null
  const mine = partOf(concern, view.me)
  if (code === 'HH') return mine === 'hurt' ? <Hears view={view} room={room} seen={view.rooms.get(room)} /> : null
  if (code !== 'HS' && code !== 'NS') return null
  const call = view.beforehand?.call ?? []
  return (
    <>
      <p>{t('support.free')}</p>
      <p class="hint">{t('support.watched')}</p>
      {call.length > 0 && (
        <More summary={t('support.call')}>
          <ul>
            {call.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </More>
      )}
    </>
  )
}

function below({ view, concern, cards }: Omit<CardAt, 'card'>): JSX.Element | null {
  const code = concern?.begun?.code
  const mine = partOf(concern, view.me)
  if ((code !== 'HS' && code !== 'NS') || (mine !== 'hurt' && mine !== 'named')) return null
  return <Line view={view} counts={countsOf(cards, view.today)} code={code === 'HS' ? 'HH' : 'NH'} />
}

const hearing = ['all', 'key', 'safety', 'nothing'] as const

/** P19 question 4: what she answers here is the wish that the room itself keeps to. */
function Hears(props: { readonly view: ViewProps<Cards, Cards, Cards>; readonly room: RoomId; readonly seen: RoomSeen | undefined }): JSX.Element | null {
  const { view, room, seen } = props
  const concern = seen?.concern
  if (concern === undefined || concern === null) return null
  const words = { all: t('support.hears.all'), key: t('support.hears.key'), safety: t('support.hears.safety'), nothing: t('support.hears.nothing') }
  return (
    <Choices
      legend={t('support.hears')}
      options={hearing.map((value) => ({ value, title: words[value] }))}
      value={concern.hears}
      onPick={(hears) => void view.actFor('concern', { kind: 'wish', room, hears, letter: concern.letterWish })}
    >
      <p class="hint">{t('support.hears.hint')}</p>
    </Choices>
  )
}

/** Her own line of numbers: shown to her in full, kept new once a day, off with one tap. */
function Line(props: { readonly view: ViewProps<Cards, Cards, Cards>; readonly counts: Counts; readonly code: 'HH' | 'NH' }): JSX.Element | null {
  const { view, counts, code } = props
  const rooms = [...view.rooms].filter(([, seen]) => seen.concern?.begun?.code === code && !seen.closed && seen.owner === view.me)
  const isOff = (room: RoomId): boolean => view.draft(`off/${room}`) !== ''
  const share = (room: RoomId, line: Counts | null): void => {
    view.saveDraft(`off/${room}`, line === null ? 'off' : '')
    void view.actFor('concern', { kind: 'support', room, line })
  }
  // Which of several concerns this support belongs to is hers to say; with one, it is that one.
  const due = rooms.filter(([room, seen]) => {
    const said = seen.concern?.support ?? null
    const changed = said === null || said.open !== counts.open || said.withNobody !== counts.withNobody || said.nextLook !== counts.nextLook
    return !isOff(room) && (rooms.length === 1 || said !== null) && changed && (said === null || said.day < view.today)
  })
  useEffect(() => {
    for (const [room] of due) share(room, counts)
  }, [due.map(([room]) => room).join(' ')])
  if (rooms.length === 0) return null
  return (
    <Note title={t('support.line')}>
      <Rows>
        {rooms.map(([room, seen]) => {
          const said = seen.concern?.support ?? null
          const shared = !isOff(room) && (said !== null || rooms.length === 1)
          return (
            <Row
              key={room}
              title={shared ? t('support.line.sees', { open: counts.open, alone: counts.withNobody }) : t('support.line.off')}
              hint={t('support.line.where', { title: seen.concern?.begun?.title ?? '' })}
            >
              <Acts>
                {shared ? (
                  <Button kind="text" onPress={() => share(room, null)}>
                    {t('support.line.stop')}
                  </Button>
                ) : (
                  <Button kind="text" onPress={() => share(room, counts)}>
                    {t('support.line.share')}
                  </Button>
                )}
              </Acts>
            </Row>
          )
        })}
      </Rows>
    </Note>
  )
}

/** Whoever was asked finds a task on Today until somebody does it, whoever took it until it is done. */
function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  return [...view.states.rooms].flatMap(([room, state]) =>
    state.cards
      .filter((card) => card.leaf === 'task' && card.state === 'open' && !isDone(card))
      .flatMap((card): readonly Waiting[] => {
        const row = { room, key: `support/doer/${card.id}`, title: title({ card }) ?? t('support.task'), href: `#support/card/${card.id}` }
        if (doersOf(card).includes(view.me)) return [{ ...row, hint: t('support.yours') }]
        return askedOf(card).includes(view.me) ? [{ ...row, hint: t('support.asked') }] : []
      }),
  )
}
