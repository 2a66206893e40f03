/** When two whom a limit keeps apart both have a part in one room: told quietly to its holder, and to somebody who asked for that of themself. Rule LI8. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Cards } from '../card-rules.ts'
import { partOf, peopleWith, whoseItIs } from '../concern-room.ts'
import type { ViewProps } from '../practice.ts'
import { countsOn, ruleIn } from './rule.ts'

type View = Pick<ViewProps<Cards, Cards, Cards>, 'rooms' | 'states' | 'me' | 'today'>

export interface BothIn {
  /** The room of the limit; null: what somebody asked for of themself. */
  readonly limit: RoomId | null
  readonly room: RoomId
  readonly people: readonly [MemberId, MemberId]
  /** The day from which both had a part. */
  readonly since: Day
}

/** Limits that keep people apart, not those about posts, chats or a task. */
const apart = ['no-contact', 'not-meeting', 'not-alone']

export function bothInOneRoom(view: View): readonly BothIn[] {
  const limits = [...view.rooms].flatMap(([limit, { concern, closed }]): readonly BothIn[] => {
    if (concern?.begun?.code !== 'RU' || closed || !check('LI8-holder', partOf(concern, view.me) === 'holder')) return []
    const cards = view.states.rooms.get(limit)?.cards ?? []
    const rule = ruleIn(cards)
    const what = rule?.sheet.answers['what']
    const keeps = Array.isArray(what) && what.some((each) => apart.some((one) => one === each))
    if (rule === null || !keeps || !check('LI8-counts', countsOn(rule, cards, view.today) === 'counts')) return []
    return peopleWith(concern, 'bound').flatMap((person) => protectedFrom(view, person).flatMap((other) => roomsOf(view, limit, [person, other])))
  })
  return [...limits, ...askedForMyself(view).flatMap((person) => roomsOf(view, null, [view.me, person]))]
}

/** Whose room with the holders it is that names this person: I hold it, and read that there. */
function protectedFrom({ rooms, me }: View, person: MemberId): readonly MemberId[] {
  return [...rooms.values()].flatMap(({ concern }) =>
    concern?.begun?.code === 'HH' && partOf(concern, me) === 'holder' && concern.begun.about.includes(person) ? [whoseItIs(concern) ?? concern.begun.by] : [],
  )
}

function askedForMyself({ states }: View): readonly MemberId[] {
  const open = states.personal.cards.filter((card) => card.leaf === 'quiet' && check('LI8-chosen', card.state === 'open'))
  return [...new Set(open.flatMap((card) => (card.sheets.at(-1)?.answers['whom'] ?? []) as readonly MemberId[]))]
}

/** Rooms that both said yes to: the joint room and small ones. In those of one side the other has no part. */
function roomsOf({ rooms }: View, limit: RoomId | null, people: readonly [MemberId, MemberId]): readonly BothIn[] {
  return [...rooms].flatMap(([room, { concern, closed }]): readonly BothIn[] => {
    const code = concern?.begun?.code
    const held = people.map((person) => concern?.parts.get(person))
    const [one, other] = held
    if (closed || (code !== 'JO' && code !== 'SM') || one === undefined || other === undefined) return []
    return [{ limit, room, people, since: Math.max(one.since, other.since) as Day }]
  })
}
