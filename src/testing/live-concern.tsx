/** The screens of a concern in a document, with its rules and rooms behind the buttons. For tests with `@vitest-environment happy-dom`. */
import type { MemberId, RoomId } from '../log/types.ts'
import { concern } from '../practices/concern/index.ts'
import type { CardSeen, Person, Practice, RoomSeen, ViewProps } from '../practices/practice.ts'
import type { ConcernCircle, Somebody } from './concern-circle.ts'
import { openView, type LiveView } from './live-view.tsx'
import type { PracticeCircle, Someone } from './practice-circle.ts'

export interface Shown {
  readonly surface?: 'today' | 'page'
  readonly drafts?: Readonly<Record<string, string>>
  readonly cards?: readonly CardSeen[]
  readonly more?: Partial<Pick<ViewProps<unknown, unknown, unknown>, 'beforehand' | 'hasPractice' | 'guests' | 'waiting'>>
}

/** One page as somebody sees it; '' is the place with all concerns. */
export async function openConcern(circle: ConcernCircle, as: Somebody, page: string, shown: Shown = {}): Promise<LiveView> {
  const { surface = 'page', drafts = {}, cards = [], more = {} } = shown
  return openView(concern as unknown as Practice<unknown, unknown>, {
    circle: { people: circle.people(), commonsId: circle.commonsId, today: () => circle.today() } as unknown as PracticeCircle<unknown, unknown>,
    as: { ...as, states: () => as.states('concern'), does: (order: unknown) => as.does('concern', order), muted: new Set() } as unknown as Someone<unknown, unknown>,
    surface,
    page,
    drafts,
    rooms: () => roomsSeen(circle, as),
    refused: () => as.refused().filter((entry) => entry.type.startsWith('concern.')),
    more: { ...more, cards, yesNow: as.yesNow },
  })
}

/** The rooms somebody is in, as a view may show them. */
export function roomsSeen(circle: ConcernCircle, as: Somebody): ReadonlyMap<RoomId, RoomSeen> {
  return new Map(as.rooms().map((id) => [id, roomSeen(circle, as, id)] as const))
}

function roomSeen(circle: ConcernCircle, as: Somebody, id: RoomId): RoomSeen {
  const room = circle.room(id)
  const people = circle.people()
  const named = (member: MemberId): Person => ({ id: member, name: people.find((person) => person.id === member)?.name ?? 'Guest', present: room.present.has(member) })
  const everybody = [...new Set([...room.present, ...room.entries.map((entry) => entry.author)])]
  return { people: everybody.map(named), owner: room.owned ? ([...room.stewards][0] ?? null) : null, closed: room.closed, concern: as.concern(id) }
}
