import type { Bytes } from '../base/bytes.ts'
import { sha256 } from '../crypto/hash.ts'
import { newGenerationIn } from '../log/act.ts'
import { idBytes } from '../log/ids.ts'
import { mustBoxTo } from '../log/state.ts'
import type { Inspected, RoomState, WireEntry } from '../log/types.ts'
import type { BoxRow, NewEntry, StoreAppend } from './store.ts'

/** Entries the reducer took, and where they led. */
export interface Moved {
  readonly state: RoomState
  readonly entries: readonly Inspected[]
  readonly rows: readonly NewEntry[]
}

/** `states`: after each entry. */
export function rowsOf(wires: readonly WireEntry[], entries: readonly Inspected[], states: readonly RoomState[]): Promise<readonly NewEntry[]> {
  return Promise.all(
    wires.map(async ({ header, signature, body, boxes }, index) => ({
      header,
      signature,
      body,
      boxes: boxes === null ? null : await boxRow(entries[index]!, states[index]!, boxes),
    })),
  )
}

async function boxRow({ header }: Inspected, after: RoomState, boxes: readonly Bytes[]): Promise<BoxRow> {
  return { g: header.g, rks: boxedTo({ header }, after), hashes: await Promise.all(boxes.map((box) => sha256(box))), boxes }
}

/** Whom the boxes of an entry are for, in their order. */
export function boxedTo({ header }: Pick<Inspected, 'header'>, after: RoomState): readonly Bytes[] {
  const { delta } = header
  if (newGenerationIn(delta) === null && delta.op === 'admit') return [idBytes(delta.rk)]
  return mustBoxTo(after).map(({ rk }) => idBytes(rk))
}

/** What else an append changes in the store: bodies, knocks, and everything when the room closes. */
export function outcomeOf(
  before: RoomState,
  { state, entries }: Pick<Moved, 'state' | 'entries'>,
): Pick<StoreAppend, 'redacted' | 'closes' | 'answered' | 'ended'> {
  return {
    redacted: entries.flatMap(({ header: { delta } }) => (delta.op === 'redaction' ? [delta.target] : [])),
    // An owner who leaves closes the room too, but those present keep what they could read.
    closes: state.closed && !before.closed && entries.every(({ header }) => header.delta.op !== 'leave'),
    answered: entries.flatMap(({ header: { delta } }) => (delta.op === 'admit' ? [idBytes(delta.rk)] : [])),
    ended: state.invitations === before.invitations ? [] : endedBetween(before, state),
  }
}

function endedBetween(before: RoomState, after: RoomState): readonly Bytes[] {
  return [...before.invitations.values()]
    .filter(({ ik, state }) => state === 'open' && after.invitations.get(ik)?.state !== 'open')
    .map(({ ik }) => idBytes(ik))
}
