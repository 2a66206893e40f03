/** What the screens of being heard show besides their questions: what this is not, the exact words that may be told, and whom holders still owe an offer. */
import type { JSX } from 'preact'
import type { Day } from '../../base/clock.ts'
import { dayInWords } from '../../texts/words.ts'
import type { CardAt, CardExtras, Cards, NoticeAt } from '../card-rules.ts'
import { isDoorOpen, partOf } from '../concern-room.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import type { Answers } from '../prompts.ts'
import { clearedWords, isCleared, wantToGoOn } from './guards.ts'
import { texts } from './texts/hearing.ts'

const { t } = texts

export const extras: CardExtras = { fills, hides, above, waits }

/** Source: practices/P25, states and timing: offered within 72 hours of being told. */
const offerWithin = 3

function fills(answers: Answers, at: NoticeAt): Answers {
  return at.leaf === 'telling' ? { ...answers, cleared: clearedWords(at.concern) } : answers
}

/** Words she took back stand nowhere any more, on this card neither. */
function hides({ card, concern }: CardAt): string | null {
  return card.leaf === 'telling' && card.sheets.some((sheet) => !isCleared(sheet.answers['cleared'], concern)) ? t('hearing.hidden') : null
}

function above({ concern, view }: Omit<CardAt, 'card'>): JSX.Element | null {
  const part = partOf(concern, view.me)
  if (concern !== null && part !== 'named') return null
  return (
    <>
      <p class="hint">{t('hearing.notCourt')}</p>
      <p>{t('hearing.stays')}</p>
      {concern !== null && <p class="hint">{t('hearing.notNow')}</p>}
    </>
  )
}

function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  return [...view.rooms].flatMap(([room, seen]) => {
    const { concern } = seen
    const cards = view.states.rooms.get(room)?.cards ?? []
    if (concern === null || seen.closed || partOf(concern, view.me) !== 'holder') return []
    const row = (key: string, hint: string, href: string): Waiting => ({ key: `hearing/${key}/${room}`, title: t('hearing.title'), hint, href, room })
    if (concern.begun?.code === 'HO') {
      const told = cards.findLast((card) => card.leaf === 'told' && card.sheets.length > 0)?.sheets.at(-1)?.answers['day']
      const their = [...view.rooms].find(([, at]) => at.concern?.begun?.code === 'NH' && at.concern.begun.concern === concern.begun?.concern)
      const theirs = their?.[0]
      if (typeof told !== 'number' || wasOffered(view, concern.begun.concern)) return []
      const day = dayInWords((told + offerWithin) as Day)
      // They are heard in a room of their own: where there is none yet, that is offered first.
      if (theirs === undefined && concern.begun.concern !== null) return [row('first', t('hearing.waits.room', { day }), `#concern/at/${concern.begun.concern}/rooms`)]
      if (their?.[1].concern != null && !isDoorOpen(their[1].concern, 'hearing-one')) return [row('first', t('hearing.waits.door', { day }), `#concern/room/${their[0]}`)]
      return [row('first', t('hearing.waits.first', { day }), theirs === undefined ? `#hearing/at/${room}` : `#hearing/offer/one/${theirs}`)]
    }
    const present = new Set(seen.people.filter((person) => person.present).map((person) => person.id))
    const begun = cards.some((card) => card.leaf === 'two' && card.state !== 'closed')
    return concern.begun?.code === 'NH' && !begun && wantToGoOn({ concern, present }, cards) ? [row('two', t('hearing.waits.two'), `#hearing/begin/two/${room}`)] : []
  })
}

/** Whether somebody offered part one, or it was begun, in a room of the same concern that this holder is in. */
function wasOffered(view: ViewProps<Cards, Cards, Cards>, concern: string | null): boolean {
  return [...view.rooms].some(
    ([room, seen]) =>
      seen.concern?.begun?.code === 'NH' && seen.concern.begun.concern === concern && (view.states.rooms.get(room)?.cards ?? []).some((card) => card.leaf === 'one'),
  )
}
