/**
 * What a host sent and nobody has taken in yet, in the order in which it came.
 *
 * Signatures are looked at while what came before is still being opened: other threads do that where there are such, and would else wait for this one.
 */
import type { WireEntry } from '../log/types.ts'
import type { Receipt } from '../log/wire.ts'
import { inspectServed, isHardStopped } from './room-ingest.ts'
import type { Received, Room } from './room.ts'

// So many keep two threads busy; more would only fill memory.
const AHEAD = 3

export function putIntoInbox(room: Room, entries: readonly WireEntry[], receipt: Receipt | null): void {
  room.inbox.push({ entries, receipt, inspecting: null })
  beginWithNext(room)
}

export function takeFromInbox(room: Room): Received | null {
  const next = room.inbox.shift() ?? null
  beginWithNext(room)
  return next
}

function beginWithNext(room: Room): void {
  if (isHardStopped(room)) return
  for (const received of room.inbox.slice(0, AHEAD)) received.inspecting ??= inspectServed(room, received.entries)
}
