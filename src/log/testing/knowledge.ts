import type { Bytes } from '../../base/bytes.ts'
import { isList } from '../delta.ts'
import { isCommittedKey, openBox } from '../boxes.ts'
import { bodyKeyOf, openBody } from '../seal.ts'
import { generationAt, mustBoxTo } from '../state.ts'
import type { RoomState } from '../types.ts'
import type { Person } from './people.ts'
import type { TestRoom } from './room.ts'

/** Which boxes somebody tries: those at the place of their key, as an app does, or every single one, as a thief would. */
export type Reach = 'own boxes' | 'every box'

/** What lies in the `hist` of a generation, for whoever has its key: looked up once, since it is the same for all. */
export type Unrolled = Map<number, readonly (readonly [number, Bytes])[]>

/**
 * Every key somebody can really get at with the keys they ever held and what they were given by hand: by opening boxes and unrolling `hist`.
 *
 * Nothing here asks who was entitled. `states` are those after each entry of the room's log.
 */
export async function keysWithin(
  { room, states }: { readonly room: TestRoom; readonly states: readonly RoomState[] },
  holder: readonly Person[],
  gifts: ReadonlyMap<number, Bytes>,
  reach: Reach,
  unrolled: Unrolled,
): Promise<ReadonlyMap<number, Bytes>> {
  const found = new Map(gifts)
  for (const [seq, wire] of room.log.entries()) {
    if (wire.boxes !== null) for (const person of holder) await tryBoxes(room, states[seq]!, seq, person, reach, found)
  }
  const open = [...found.keys()]
  while (open.length > 0) {
    const g = open.pop()!
    const behind = unrolled.get(g) ?? (await histBehind(room, states.at(-1)!, g, found.get(g)!))
    unrolled.set(g, behind)
    for (const [older, key] of behind) {
      if (found.has(older)) continue
      found.set(older, key)
      open.push(older)
    }
  }
  return found
}

async function tryBoxes(room: TestRoom, state: RoomState, seq: number, person: Person, reach: Reach, found: Map<number, Bytes>): Promise<void> {
  const { header } = room.sealed[seq]!
  const recipients = header.delta.op === 'admit' && header.delta.generation === null ? [header.delta.rk] : mustBoxTo(state).map((member) => member.rk)
  const { kcommit } = generationAt(state, header.g)!
  for (const [place, box] of (room.log[seq]!.boxes ?? []).entries()) {
    if (reach === 'own boxes' && recipients[place] !== person.rk) continue
    for (const rk of new Set([person.rk, recipients[place]!])) {
      const key = await openBox({ roomId: room.roomId, g: header.g, rk, kcommit, kem: person.kem, box })
      if (key) found.set(header.g, key)
    }
  }
}

async function histBehind(room: TestRoom, state: RoomState, g: number, key: Bytes): Promise<readonly (readonly [number, Bytes])[]> {
  const { seq } = generationAt(state, g)!
  const body = await openBody(room.log[seq]!, room.sealed[seq]!.header, await bodyKeyOf(key, room.roomId))
  const hist = body.ok && typeof body.value.data === 'object' && body.value.data !== null && 'hist' in body.value.data ? body.value.data.hist : []
  const behind: (readonly [number, Bytes])[] = []
  for (const item of isList(hist) ? hist : []) {
    const [older, olderKey] = isList(item) ? item : []
    if (typeof older !== 'number' || !(olderKey instanceof Uint8Array)) continue
    if (await isCommittedKey(room.roomId, older, generationAt(state, older)!.kcommit, olderKey)) behind.push([older, olderKey as Bytes])
  }
  return behind
}
