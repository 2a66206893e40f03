import type { Bytes } from '../base/bytes.ts'
import type { Day } from '../base/clock.ts'
import { check } from '../base/check.ts'
import { idBytes } from '../log/ids.ts'
import { readerKind } from '../log/state.ts'
import type { MemberId, RoomKey, RoomState } from '../log/types.ts'

/** What the holder of some keys may be given of a room, as it stands now. Source: PROTOCOL.md section 6, the three readers. */
export interface Reader {
  readonly as: 'member' | 'invited' | 'former' | 'nobody'
  /** The last seq they are given: all, but to somebody whose membership ended. */
  readonly to: number
}

const ranks = { member: 3, invited: 2, former: 1, nobody: 0 } as const
const nobody: Reader = { as: 'nobody', to: -1 }

/** `keys`: what was proven by a signature or a token of this room. Whoever was here twice is given what they saw the second time too. */
export function readerOf(state: RoomState, keys: readonly RoomKey[], today: Day): Reader {
  const isMore = (a: Reader, b: Reader): boolean => (a.as === b.as ? a.to > b.to : ranks[a.as] > ranks[b.as])
  return keys.map((key) => readerBy(state, key, today)).reduce((best, next) => (isMore(next, best) ? next : best), nobody)
}

function readerBy(state: RoomState, key: RoomKey, today: Day): Reader {
  const as = readerKind(state, key, today)
  switch (as) {
    case 'member':
    case 'invited':
      return { as, to: state.head.seq }
    case 'former':
      return { as, to: state.former.get(key)!.endedSeq }
    case 'nobody':
      return nobody
  }
}

/** Every key the boxes of these readers may be for: all that ever belonged to the member ids of the proven keys. */
export function boxKeysOf(state: RoomState, keys: readonly RoomKey[]): readonly Bytes[] {
  const ids = new Set(keys.map((key) => state.everyKey.get(key)).filter((id): id is MemberId => id !== undefined))
  const all: Bytes[] = []
  for (const [key, id] of state.everyKey) if (check('S-OWN-BOX', ids.has(id))) all.push(idBytes(key))
  return all
}
