/**
 * Takes what a host served into a room: every entry is inspected and reduced, or refused with its position and kept as evidence.
 *
 * Source: PROTOCOL.md sections 2 (stop, keep) and 7 (forks).
 */
import { check } from '../base/check.ts'
import type { Result } from '../base/result.ts'
import { newGenerationIn } from '../log/act.ts'
import { inspect, inspectMany, type Inspecting } from '../log/inspect.ts'
import { begin, step } from '../log/reduce.ts'
import type { Inspected, RoomKey, RoomState, Stop, WireEntry } from '../log/types.ts'
import type { Evidence, Held, Here, Room } from './room.ts'

/** How much of what was served now stands in the room. `gap`: the next entry is not among it. */
export interface Ingested {
  readonly added: number
  readonly gap: boolean
}

// Signatures are verified many at once, by several threads where there are such; more only fills memory.
const IN_FLIGHT = 512

/** `inspecting` is what `inspectServed` began for these same entries, where it was begun before their turn. */
export async function ingest(room: Room, served: readonly WireEntry[], inspecting: Inspecting | null = null): Promise<Ingested> {
  let added = 0
  for (let at = 0; at < served.length; at += IN_FLIGHT) {
    const batch = served.slice(at, at + IN_FLIGHT)
    const inspected = await (at === 0 && inspecting !== null ? inspecting : inspectServed(room, batch))
    for (const [index, wire] of batch.entries()) {
      if (isHardStopped(room)) return { added, gap: false }
      const one = inspected[index]!
      // The host may say by now that it has less than when this came.
      const stillHolds = check('CL-TRUST-HOLDS', !one.ok || one.value.signature === 'verified' || isTrusted(room, one.value.header.seq))
      const taken = take(room, wire, stillHolds ? one : await inspect(wire, { trust: false }))
      if (taken === 'gap') return { added, gap: true }
      if (taken === 'added') added += 1
    }
  }
  return { added, gap: false }
}

export function isHardStopped(room: Room): boolean {
  return room.verdict.kind === 'stopped' || room.verdict.kind === 'forked' || room.verdict.kind === 'restored-loss'
}

/** Begins with what entries say by themselves, at most as many as a host serves at once, while others before them are still taken in. */
export function inspectServed(room: Room, served: readonly WireEntry[]): Inspecting {
  return inspectMany(served, { trust: ({ seq }) => isTrusted(room, seq) })
}

// Only when the host says that it has the pinned entry: else its shorter log is verified like any other.
function isBelowPin(room: Room, seq: number): boolean {
  return room.pin !== null && seq <= room.pin.seq && (room.hostHead?.seq ?? -1) >= room.pin.seq
}

function isTrusted(room: Room, seq: number): boolean {
  return seq <= room.trustedUpTo || isBelowPin(room, seq)
}

function take(room: Room, wire: WireEntry, inspected: Result<Inspected, Stop>): 'added' | 'had' | 'gap' | 'stopped' {
  const next = room.entries.length
  if (!inspected.ok) return stop(room, { ...inspected.error, seq: inspected.error.seq >= 0 ? inspected.error.seq : next }, wire)
  const { header, link } = inspected.value
  const held = room.entries[header.seq]
  if (held !== undefined) {
    if (check('CL-SAME-LINK', held.link === link)) return refill(room, held, wire)
    return forked(room, header.seq, wire)
  }
  if (header.seq > next) return 'gap'
  if (room.pin !== null && header.seq === room.pin.seq && !check('CL-PIN', room.pin.link === link)) return forked(room, header.seq, wire)
  if (room.state !== null && !check('CL-PREV', header.prev === room.state.head.link)) return forked(room, room.state.head.seq, wire)
  const stepped = reduce(room, inspected.value)
  if (!stepped.ok) return stop(room, stepped.error, wire)
  push(room, wire, inspected.value, stepped.value)
  return 'added'
}

function reduce(room: Room, inspected: Inspected): ReturnType<typeof begin> {
  if (room.state !== null) return step(room.state, inspected)
  const begun = begin(inspected)
  if (begun.ok && !check('CL-GENESIS', begun.value.roomId === room.id)) {
    return { ok: false, error: { rule: 'CL-GENESIS', seq: 0, text: 'the host served another room under this id' } }
  }
  return begun
}

function push(room: Room, wire: WireEntry, inspected: Inspected, state: RoomState): void {
  const { header, link } = inspected
  const before = room.entries.at(-1)
  const introduces = newGenerationIn(header.delta) !== null
  const by = state.everyKey.get(header.author)
  if (by === undefined) throw new Error('Broken assumption: the reducer takes no entry by a key it does not know')
  const hasBody = header.bodyHash.length > 0
  const held: Held = {
    wire,
    header,
    link,
    by,
    here: before !== undefined && room.state !== null && room.state.members === state.members ? before.here : hereOf(state),
    boxedTo: introduces ? [...state.byKey.keys()].sort() : null,
    body: hasBody ? (wire.body === null ? { kind: 'withheld' } : { kind: 'no-key' }) : { kind: 'none' },
  }
  room.entries.push(held)
  room.state = state
  if (inspected.signature === 'trusted' && header.seq > room.trustedUpTo) room.awaitsPin = true
  if (room.pin?.seq === header.seq) room.awaitsPin = false
  if (held.body.kind === 'no-key') room.unopened.add(header.seq)
  if (header.delta.op === 'admit' && isMine(room, header.delta.rk)) room.myAdmits.push(header.seq)
  touch(room, header.seq)
  if (header.delta.op === 'redaction') redact(room, header.delta.target)
}

function isMine(room: Room, rk: RoomKey): boolean {
  return room.identities.some((identity) => identity.rkHex === rk)
}

/** The host dropped the body of `seq` after its author's redaction, which stands in the log. */
function redact(room: Room, seq: number): void {
  const target = room.entries[seq]
  if (target === undefined) return
  room.redacted.add(seq)
  room.unopened.delete(seq)
  room.entries[seq] = { ...target, wire: { ...target.wire, body: null }, body: { kind: 'deleted' } }
  touch(room, seq)
}

// A body that was missing may come later, as may a box; nothing else of an entry can change.
function refill(room: Room, held: Held, wire: WireEntry): 'had' {
  const seq = held.header.seq
  const brings = (held.wire.body === null && wire.body !== null && !room.redacted.has(seq)) || (held.wire.boxes === null && wire.boxes !== null)
  if (!brings) return 'had'
  const body = room.redacted.has(seq) ? null : (held.wire.body ?? wire.body)
  room.entries[seq] = {
    ...held,
    wire: { ...held.wire, body, boxes: held.wire.boxes ?? wire.boxes },
    body: held.body.kind === 'withheld' && body !== null ? { kind: 'no-key' } : held.body,
  }
  if (room.entries[seq]!.body.kind === 'no-key' && body !== null) room.unopened.add(seq)
  room.boxTried.delete(held.header.g)
  touch(room, seq)
  return 'had'
}

export function touch(room: Room, seq: number): void {
  room.changed += 1
  room.dirtyFrom = Math.min(room.dirtyFrom, seq)
}

function stop(room: Room, reason: Stop, wire: WireEntry): 'stopped' {
  room.verdict = { kind: 'stopped', seq: reason.seq, rule: reason.rule }
  keepEvidence(room, { seq: reason.seq, rule: reason.rule, served: wire, ours: room.state?.head.link ?? null, receipts: receiptsOf(room) })
  return 'stopped'
}

export function forked(room: Room, seq: number, wire: WireEntry | null): 'stopped' {
  room.verdict = { kind: 'forked', seq }
  keepEvidence(room, { seq, rule: 'CL-FORK', served: wire, ours: room.entries[seq]?.link ?? room.pin?.link ?? null, receipts: receiptsOf(room) })
  return 'stopped'
}

export function keepEvidence(room: Room, evidence: Evidence): void {
  room.evidence.push(evidence)
  room.changed += 1
}

function receiptsOf(room: Room): Evidence['receipts'] {
  return room.receipt === null ? [] : [room.receipt]
}

export function hereOf(state: RoomState): Here {
  const stewards = [...state.members.values()].filter((member) => member.role === 'steward').map((member) => member.id)
  return { present: new Set(state.members.keys()), stewards: new Set(stewards) }
}
