/** No page joins two concerns: whoever is part of several chooses one first. Source: practices/cards-and-rooms, R7. */
import type { RoomId } from '../log/types.ts'
import type { RoomSeen, ViewProps } from './practice.ts'

export interface Apart {
  /** Of the chosen concern, or of the only one there is; none while nobody chose. */
  readonly rooms: readonly (readonly [RoomId, RoomSeen])[]
  /** What there is to choose from; empty when there is nothing to choose. */
  readonly choices: readonly { readonly ref: string; readonly seen: RoomSeen }[]
}

/** The rooms `which` of one concern. Page 'at/REF' chose it. */
export function roomsApart(view: Pick<ViewProps<never, never, never>, 'rooms' | 'page'>, which: (seen: RoomSeen) => boolean): Apart {
  const [kind, wanted] = view.page.split('/')
  const all = [...view.rooms].filter(([, seen]) => which(seen)).map(([room, seen]) => ({ room, seen, ref: seen.concern?.begun?.concern ?? room }))
  const refs = [...new Set(all.map(({ ref }) => ref))]
  const chosen = (kind === 'at' ? refs.find((ref) => ref === wanted) : undefined) ?? (refs.length === 1 ? refs[0] : undefined)
  return {
    rooms: all.filter(({ ref }) => ref === chosen).map(({ room, seen }) => [room, seen] as const),
    choices:
      chosen !== undefined
        ? []
        : refs.flatMap((ref) =>
            all
              .filter((each) => each.ref === ref)
              .slice(0, 1)
              .map(({ seen }) => ({ ref, seen })),
          ),
  }
}
