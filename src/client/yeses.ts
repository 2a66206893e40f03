/** The yeses that entries carry: which hold, and whose they are where they stand. */
import type { SealedView } from '../circle/circle-state.ts'
import { readConsent, signerOf, whoseYes, type Consent } from '../circle/consent.ts'
import type { MemberId, RoomId, RoomKey, RoomState } from '../log/types.ts'
import type { VerifiedConsent, YesNow } from '../practices/practice.ts'
import type { Core } from './core.ts'
import type { CameIn, Persons } from './persons.ts'
import type { Room } from './room.ts'

/** Those whose words and signature hold. */
export async function whatHolds(carried: readonly Uint8Array[]): Promise<readonly Consent[]> {
  const read = await Promise.all(carried.map((bytes) => readConsent(bytes)))
  return read.flatMap((consent) => (consent.ok ? [consent.value] : []))
}

/** What is known of a room where yeses stand. */
export interface YesOrder {
  readonly room: Room
  readonly commons: RoomState | null
  readonly isGuest: boolean
  readonly replacedAt: ReadonlyMap<RoomKey, number>
  readonly persons: Persons
  readonly keys: ReadonlyMap<RoomKey, CameIn>
  readonly view: SealedView
  /** Signers nobody knows are noted here. */
  readonly unknown: Set<RoomKey>
}

/**
 * Consents with their givers, by the ids practices see; the others are left out.
 *
 * Mail, the personal room and further rooms may hold a yes that is meant for another room: there its target is for the practice to look at.
 */
export function whoseYeses(order: YesOrder, seq: number, held: readonly Consent[]): readonly VerifiedConsent[] {
  const { room, commons } = order
  if (room.state === null) return []
  const where = { room: room.state, commons, seq, replacedAt: order.replacedAt, forAnyRoom: room.place === 'further' }
  return held.flatMap((consent): readonly VerifiedConsent[] => {
    const { key, ask: _ask, ...terms } = consent
    const here = room.place === 'personal' ? null : whoseYes(consent, where)
    const isUnknown = here?.ok === false && here.error === 'unknown-giver'
    if (isUnknown) order.unknown.add(key)
    const known = here === null ? (commons?.byKey.get(key) ?? null) : here.ok ? (order.persons.get(here.value) ?? here.value) : null
    const giver = known ?? (isUnknown && order.isGuest ? whoBoundWith(order, key) : null)
    return giver === null ? [] : [{ giver, ...terms }]
  })
}

/** A yes by an old key counts where it stands before the proof of the new one, and nowhere it comes to later. */
export function yesNow(core: Pick<Core, 'commons' | 'further' | 'folds'>, { carried, target }: Pick<VerifiedConsent, 'carried' | 'target'>): YesNow {
  const key = signerOf(carried)
  const isReplacedIn = (room: RoomId): boolean => key !== null && core.folds.get(room)?.replacedAt.has(key) === true
  if (core.commons === null || !isReplacedIn(core.commons.id)) return 'counts'
  if (target !== core.commons.id && !core.further.has(target)) return 'not-known'
  return isReplacedIn(target) ? 'asleep' : 'counts'
}

/** A guest knows a key of the circle by the bind it signed for somebody here. */
function whoBoundWith({ keys, view, persons }: YesOrder, key: RoomKey): MemberId | null {
  const bound = [...keys].find(([rk]) => view.known.get(rk)?.bind?.key === key)
  return bound === undefined ? null : (persons.get(bound[1].id) ?? bound[1].id)
}
