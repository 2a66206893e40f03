/** What the holders see besides the questions: the one line for the circle, demands without an answer, and names that stand in words for others. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId, RoomId } from '../../log/types.ts'
import { allOf } from '../../texts/words.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Pick } from '../../ui/choices.tsx'
import { Note } from '../../ui/said.tsx'
import type { CardAt, CardExtras, NoticeAt } from '../card-rules.ts'
import { partOf, type ConcernRoom, type MoveAsked } from '../concern-room.ts'
import type { Refused } from '../practice.ts'
import { isEmptyAnswer, type Answers } from '../prompts.ts'
import { nameOf, RefusedNote } from '../view.tsx'
import { openDemands } from './guards.ts'
import { texts } from './texts/already-public.ts'

const { t } = texts

export const extras: CardExtras = { notices, above }

function notices(answers: Answers, { circle }: NoticeAt): readonly string[] {
  const open = openDemands(answers).length
  const forCircle = ['say', 'helps', 'piles'].flatMap((key) => [answers[key] ?? '']).join(' ')
  return [
    ...(open > 0 ? [t('already-public.demands.open', { count: open })] : []),
    ...namesIn(
      forCircle,
      circle.map((person) => person.name),
    ).map((name) => t('already-public.name', { name })),
    ...(isEmptyAnswer(answers['say']) ? [] : [t('already-public.pause')]),
    t('already-public.raise'),
    t('already-public.anyone'),
  ]
}

/** Names of the circle that stand in words as words of their own. */
export function namesIn(words: string, names: readonly string[]): readonly string[] {
  const said = new Set(words.toLocaleLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? [])
  return names.filter(
    (name) =>
      name !== '' &&
      name
        .toLocaleLowerCase()
        .split(/\s+/)
        .every((part) => said.has(part)),
  )
}

function above(at: Omit<CardAt, 'card'>): JSX.Element | null {
  const { concern, room } = at
  if (concern?.begun?.code !== 'HO' || room === null || partOf(concern, at.view.me) !== 'holder') return null
  return <PublicLine {...at} concern={concern} room={room} />
}

/** The one line the circle reads. It is asked, said yes to and shown by the practice that keeps what the circle reads of concerns. */
function PublicLine(props: Omit<CardAt, 'card'> & { readonly concern: ConcernRoom; readonly room: RoomId }): JSX.Element {
  const { view, room, concern, people } = props
  const { me } = view
  const [other, setOther] = useState<MemberId | ''>('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const others = people.filter((person) => person.id !== me && partOf(concern, person.id) === 'holder')
  const asked = concern.moveAsks.findLast((each) => isLine(each) && each.withdrawn.length === 0 && each.noes.length === 0) ?? null
  const hold = asked === null ? [me, ...(other === '' ? [] : [other])] : holdersIn(asked)
  const missing = hold.filter((person) => !(asked?.yeses.some((yes) => yes.giver === person) ?? false))
  const press = (order: object): void => void view.actFor('concern', { room, ...order }).then(setRefused)
  return (
    <Note title={t('already-public.line')}>
      {others.length === 0 ? (
        <p>{t('already-public.line.alone')}</p>
      ) : (
        <>
          {asked === null && (
            <Pick
              label={t('already-public.line.with')}
              none={t('already-public.line.choose')}
              options={others.map((person) => ({ value: person.id, title: person.name }))}
              value={other}
              onPick={setOther}
            />
          )}
          {hold.length === 2 && <p>{t('already-public.line.words', { names: allOf(hold.map((person) => nameOf(people, person))) })}</p>}
          <p class="hint">{t('already-public.line.hint')}</p>
          {asked !== null && missing.length === 0 && <p>{t('already-public.line.shown')}</p>}
          {asked !== null && missing.length > 0 && !missing.includes(me) && (
            <p>{t('already-public.line.waits', { names: allOf(missing.map((person) => nameOf(people, person))) })}</p>
          )}
          <RefusedNote refused={refused} texts={texts} />
          <Acts>
            {asked === null && (
              <Button disabled={other === ''} onPress={() => press({ kind: 'ask-public-line', other })}>
                {t('already-public.line.ask')}
              </Button>
            )}
            {asked !== null && missing.includes(me) && (
              <Button onPress={() => press({ kind: 'answer-move', id: asked.id, yes: true, adds: [], nameMayStand: true })}>{t('already-public.line.ask')}</Button>
            )}
            {asked !== null && missing.length === 0 && (
              <Button onPress={() => press({ kind: 'show-public-line', id: asked.id })}>{t('already-public.line.show')}</Button>
            )}
          </Acts>
        </>
      )}
    </Note>
  )
}

/** Under the line only the two names are signed; the sentence is the same for all. */
const lineOf = 'public-line/'

function isLine(asked: MoveAsked): boolean {
  return asked.card === 'already-public' && asked.words.startsWith(lineOf)
}

function holdersIn(asked: MoveAsked): readonly MemberId[] {
  return asked.words.slice(lineOf.length).split(',') as MemberId[]
}
