/** The promises of a room with the word that is true of each, the words a yes is over, and who is asked how it goes. */
import type { JSX } from 'preact'
import { Part } from '../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { Note } from '../../ui/said.tsx'
import { Strands } from '../../ui/strands.tsx'
import { withLook } from '../card-at.ts'
import type { CardAt, CardExtras, Cards, CardSheet, NoticeAt } from '../card-rules.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { AnswersInWords } from '../prompt-fields.tsx'
import type { Answers, Prompts } from '../prompts.ts'
import { nameOf } from '../view.tsx'
import { itemPrompts } from './prompts.ts'
import {
  askedAbout,
  checkerNamed,
  checkerOf,
  doerOf,
  doerSheet,
  hasEndedEarly,
  isAgreed,
  manyPromises,
  mayBeHurt,
  promiseLeaves,
  promiseWords,
  saidYes,
  wholeOf,
} from './promise.ts'
import { isPromise, promiseStrands, wordOf } from './strands.ts'
import { texts } from './texts/plan.ts'

const { t } = texts

export const extras: CardExtras = { fills, skips, title, word, unlisted: ({ card, cards }) => isPromise(card) && wholeOf(cards) !== null, above, sheets, waits }

/** A yes is over the words of the promise as they stand now. Whoever began it does it. */
function fills(answers: Answers, at: NoticeAt): Answers {
  if (!promiseLeaves.includes(at.leaf)) return answers
  if (at.card === null || doerOf(at.card) === at.me) return { ...answers, part: 'do' }
  const promise = doerSheet(at.card)?.answers
  const typed = answers['part'] === 'do' ? null : (answers['part'] ?? null)
  const part = mayChoose(at) ? typed : checkerNamed(promise ?? {}) === at.me ? 'check' : 'bound'
  return { ...answers, part, over: promise === undefined || part === null ? '' : promiseWords(promise) }
}

/** Only whoever may be the hurt person chooses whether they check: nobody else can put that on them. */
function mayChoose(at: NoticeAt): boolean {
  return at.card !== null && doerOf(at.card) !== at.me && mayBeHurt(at.concern, at.me)
}

function skips(at: NoticeAt): readonly string[] {
  return promiseLeaves.includes(at.leaf) && !mayChoose(at) ? ['part'] : []
}

/** A promise is called by what is promised. */
function title({ card }: CardAt): string | null {
  return isPromise(card) ? String(doerSheet(card)?.answers['what']) : null
}

function word(at: CardAt): string | null {
  return isPromise(at.card) && at.card.state === 'open' ? wordOf(at, at.card) : null
}

/** Promises from what we hope for, at the top, down to the day the plan began. */
function above(at: Omit<CardAt, 'card'>): JSX.Element | null {
  const { cards } = at
  const whole = wholeOf(cards)
  const promises = cards.filter(isPromise)
  if (whole === null) return null
  return (
    <>
      {promises.filter((card) => card.state !== 'closed').length > manyPromises && (
        <Note>
          <p>{t('plan.many')}</p>
        </Note>
      )}
      <Strands strands={promiseStrands(at, whole, promises)} />
    </>
  )
}

/** The promise first, then who said yes to it and what they see. */
function sheets(at: CardAt): JSX.Element | null {
  const { card, people } = at
  const promise = isPromise(card) ? doerSheet(card) : null
  if (promise === null) return null
  const others = card.sheets.filter((sheet) => sheet !== promise && sheet.answers['part'] !== 'do')
  const now = new Set(saidYes(card, promise.answers))
  return (
    <>
      <Sheet at={at} sheet={promise} leaveOut={['part', 'what']} />
      {others.length > 0 && (
        <Part rule title={t('plan.others')}>
          <Rows>
            {others.map((sheet) => (
              <Row
                key={sheet.seq}
                title={nameOf(people, sheet.writer)}
                hint={t(sheet.answers['part'] === 'check' ? 'plan.part.check' : 'plan.part.bound')}
                end={
                  <StateWord node={now.has(sheet.writer) ? 'n-done' : 'n-offered'}>{now.has(sheet.writer) ? t('plan.agreed') : t('plan.not-agreed')}</StateWord>
                }
              >
                <Sheet at={at} sheet={sheet} leaveOut={['part', 'over', 'agree']} />
              </Row>
            ))}
          </Rows>
        </Part>
      )}
    </>
  )
}

/** On paper go one's own words alone, but in the room of everyone with a part. */
function Sheet(props: { readonly at: CardAt; readonly sheet: CardSheet; readonly leaveOut: readonly string[] }): JSX.Element {
  const { at, sheet, leaveOut } = props
  const onPaper = sheet.writer === at.view.me || at.concern?.begun?.code === 'JO'
  const asked: Prompts = Object.fromEntries(Object.entries(itemPrompts).filter(([key]) => !leaveOut.includes(key)))
  return (
    <div class={onPaper ? undefined : 'noprint'}>
      <AnswersInWords prompts={asked} answers={sheet.answers} texts={texts} people={at.people} />
    </div>
  )
}

/** First the doer, then the checker. Nobody else: not the one who was hurt, unless that person chose to check. */
function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const { me, today, states, rooms } = view
  return [...states.rooms].flatMap(([room, { cards }]) => {
    const concern = rooms.get(room)?.concern ?? null
    return cards
      .filter((card) => promiseLeaves.includes(card.leaf) && card.state === 'open')
      .flatMap((card): readonly Waiting[] => {
        const sheet = doerSheet(card)
        if (sheet === null || hasEndedEarly(card, concern, view.people)) return []
        const asked = askedAbout(card, concern, today)
        const at = { key: `plan/${card.id}`, title: String(sheet.answers['what']), href: `#plan/write/${card.id}`, room }
        if (asked.doer === me) return [{ ...at, hint: t('plan.waits.doer') }]
        if (asked.checker === me) return [{ ...at, hint: t('plan.waits.checker') }]
        const toSayYes = checkerOf(card, sheet.answers, concern) === me && sheet.answers['clear'] === 'yes' && !isAgreed(card, sheet.answers, concern)
        return toSayYes && sheet.answers['going'] !== 'dropped' ? [{ ...at, hint: withLook(t('plan.waits.agree'), card, today) }] : []
      })
  })
}
