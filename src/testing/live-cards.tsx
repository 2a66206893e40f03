/** The screen of a practice made of cards, in a document, with rooms of a concern behind its buttons. For tests with `@vitest-environment happy-dom`. */
import type { Practice, RefusedEntry, ViewProps } from '../practices/practice.ts'
import type { CardPerson, CardRooms } from './card-rooms.ts'
import { openView, type LiveView } from './live-view.tsx'
import type { PracticeCircle, Someone } from './practice-circle.ts'

export async function openCards<Own, Further>(
  practice: Practice<Own, unknown, Further>,
  shown: { readonly on: CardRooms<Own, Further>; readonly as: string; readonly page?: string; readonly drafts?: Readonly<Record<string, string>>; readonly more?: Partial<Pick<ViewProps<unknown, unknown, unknown>, 'hasPractice'>> },
): Promise<LiveView> {
  const { on, as, ...more } = shown
  const person: CardPerson<Own, Further> = on.someone(as)
  const mine = (): readonly string[] => on.rooms.filter((room) => on.seen(room).people.some((each) => each.id === person.id))
  const refused = (): readonly RefusedEntry[] =>
    mine().flatMap((room) => on.refused(room).map(({ seq, author, why }) => ({ room: on.roomId(room), seq, author, type: '', ...why })))
  return openView(practice as unknown as Practice<unknown, unknown>, {
    ...more,
    surface: 'page',
    // Of the circle and the person only what a view reads is here; the commons is another test's.
    circle: on as unknown as PracticeCircle<unknown, unknown>,
    as: { ...person, muted: new Set() } as unknown as Someone<unknown, unknown>,
    rooms: () => new Map(mine().map((room) => [on.roomId(room), on.seen(room)])),
    refused,
  })
}
