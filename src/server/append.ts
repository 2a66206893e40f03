/**
 * Compare-and-swap append: whatever is valid at the head is taken, whoever brings it; the signature is the permission.
 *
 * Source: PROTOCOL.md section 2 (Append) and 6.
 */
import { assert } from '../base/assert.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { checkParts } from '../log/box-set.ts'
import { isDoorProof } from '../log/door.ts'
import { lostRaceDetails } from '../log/frames.ts'
import { idBytes, roomIdFrom } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { linkOf } from '../log/hashes.ts'
import { begin, step } from '../log/reduce.ts'
import { isExpired } from '../log/state.ts'
import { needsUpdate } from '../log/stop.ts'
import type { Inspected, RoomState, Stop, WireEntry } from '../log/types.ts'
import { LIMITS, type Answers, type Requests } from '../log/wire.ts'
import { today, type Caller, type Host } from './host.ts'
import { no, type No } from './no.ts'
import { rowsOf, outcomeOf, type Moved } from './append-rows.ts'
import { headOf, type HotRoom } from './rooms.ts'
import { readEntries } from './reading.ts'
import { spaceOf } from './rows.ts'
import { StoreFull } from './store.ts'

type Order = Requests['append']
type Verdict = Result<Answers['append'], No>

export async function append(host: Host, caller: Caller, order: Order): Promise<Verdict> {
  const came = host.store.coming()
  try {
    return await checked(host, caller, order, came)
  } finally {
    came()
  }
}

async function checked(host: Host, caller: Caller, order: Order, came: () => void): Promise<Verdict> {
  const misfit = sizesMisfit(order.entries)
  if (misfit !== null) return err(misfit)
  const inspected = await inspectAll(order)
  if (!inspected.ok) return inspected
  const author = inspected.value[0]!.header.author
  if (!host.limits.appends.take(author)) return err(no('too-often'))
  const room = await host.rooms.get(order.room)
  if (room === null) return create(host, caller, order, inspected.value)
  // Behind the head, or ahead of what this process has heard of.
  if (isBehind(room, inspected.value) && (await host.rooms.freshen(room))) host.live.moved(room)
  // Who has nothing to do with the room hears what they would hear of one that does not exist.
  if (isBehind(room, inspected.value) && isStranger(host, caller, room, inspected.value[0]!)) return create(host, caller, order, inspected.value)
  if (isBehind(room, inspected.value)) return lost(host, caller, room, inspected.value)
  if (!(await host.holds.turn(room.id, author))) return err(no('busy'))
  return inTurn(room, () => appendTo(host, caller, room, order, inspected.value, came))
}

/** One after the other: the state a next append is checked against is the one on disk. */
export function inTurn<Outcome>(room: HotRoom, act: () => Promise<Outcome>): Promise<Outcome> {
  const mine = room.turn.then(act)
  room.turn = mine.catch(() => {})
  return mine
}

export function sizesMisfit(entries: readonly WireEntry[]): No | null {
  if (entries.length === 0) return no('malformed')
  const bytes = entries.reduce((sum, { header, signature, body }) => sum + header.length + signature.length + (body?.length ?? 0), 0)
  return check('S-BYTES', bytes <= LIMITS.bytesPerAppend) ? null : no('too-large')
}

async function inspectAll(order: Order): Promise<Result<readonly Inspected[], No>> {
  const roomId = roomIdFrom(order.room)
  const inspected = await Promise.all(order.entries.map((entry) => inspect(entry, { trust: false })))
  const entries: Inspected[] = []
  for (const entry of inspected) {
    if (!entry.ok) return err(refusedBy(entry.error))
    if (!check('S-ROOM', entry.value.header.roomId === roomId)) return err(no('malformed'))
    entries.push(entry.value)
  }
  const author = entries[0]!.header.author
  return check(
    'S-ONE-AUTHOR',
    entries.every(({ header }) => header.author === author),
  )
    ? ok(entries)
    : err(no('malformed'))
}

export function refusedBy(stop: Stop): No {
  const details = { rule: stop.rule, text: stop.text }
  if (needsUpdate(stop)) return no('unknown-version', details)
  return stop.rule.startsWith('X-') ? no('boxes-do-not-fit', details) : no('refused-by-reducer', details)
}

function isBehind(room: HotRoom, entries: readonly Inspected[]): boolean {
  const { header } = entries[0]!
  return header.prev !== room.state.head.link || header.seq !== room.state.head.seq + 1
}

/** Never a member, not about to come in, and nothing opened here. */
function isStranger(host: Host, caller: Caller, room: HotRoom, { header: { author, delta } }: Inspected): boolean {
  const invitation = delta.op === 'enter' ? room.state.invitations.get(delta.ik) : undefined
  const mayEnter = invitation?.state === 'open' && !isExpired(invitation, today(host))
  const isKnown = room.state.everyKey.has(author) || mayEnter || (caller.socket?.keysOf(room.id).length ?? 0) > 0
  return !check('S-STRANGER', isKnown)
}

/**
 * The loser receives what it missed, and the next place.
 *
 * An entry that stands in the log already proves nothing about who sends it again, nor does one that a restore may have lost: those get the head alone, unless they opened the room.
 */
async function lost(host: Host, caller: Caller, room: HotRoom, entries: readonly Inspected[]): Promise<Verdict> {
  const { seq, author } = entries[0]!.header
  if (await host.rooms.freshen(room)) host.live.moved(room)
  const head = headOf(room.state)
  const headAlone = err(no('lost-the-race', lostRaceDetails({ missing: [], head, hold: false })))
  if (seq > head.seq || !room.state.byKey.has(author)) return headAlone
  const opened = caller.socket?.keysOf(room.id).includes(author) === true
  const missing = await readEntries(host, room, { keys: [author], from: seq, entries: LIMITS.entriesPerAppend })
  const standing = missing[0]
  const isRepeat = standing !== undefined && (await linkOf(standing.header, standing.signature)) === entries[0]!.link
  if (!check('S-REPLAY', opened || !isRepeat) || !check('S-LOST-ONCE', opened || room.restored === null)) return headAlone
  const hold = !isRepeat && host.holds.lost(room.id, author)
  return err(no('lost-the-race', lostRaceDetails({ missing, head, hold })))
}

async function appendTo(host: Host, caller: Caller, room: HotRoom, order: Order, entries: readonly Inspected[], came: () => void): Promise<Verdict> {
  const author = entries[0]!.header.author
  if (isBehind(room, entries)) return lost(host, caller, room, entries)
  const waiting = handBackFirst(host, room)
  if (waiting !== null) return err(waiting)
  const moved = await moveOver(host, room.state, order.entries, entries)
  if (!moved.ok) return moved
  const full = noSpace(host, room, order.entries.length, moved.value)
  if (full !== null) return err(full)
  const outcome = outcomeOf(room.state, moved.value)
  came()
  const appended = await keeping(() =>
    host.store.append({
      room: room.number,
      expect: headOf(room.state),
      head: headOf(moved.value.state),
      entries: moved.value.rows,
      ...outcome,
      day: today(host),
    }),
  )
  if (!appended.ok) return appended
  if (!appended.value) return lost(host, caller, room, entries)
  await endHandBack(host, room)
  host.holds.used(room.id, author)
  return ok(await publish(host, room, order.entries, moved.value, outcome.redacted))
}

/** A StoreFull becomes an answer; anything else is not known to have been kept, and is thrown. */
export async function keeping<Value>(keep: () => Promise<Value>): Promise<Result<Value, No>> {
  try {
    return ok(await keep())
  } catch (error) {
    if (error instanceof StoreFull) return err(no('host-full'))
    throw error
  }
}

/** After the commit: the state moves on, the receipt is signed, and everybody who listens is told. */
export async function publish(host: Host, room: HotRoom, entries: readonly WireEntry[], moved: Moved, redacted: readonly number[]): Promise<Answers['append']> {
  const before = room.state
  // What another process wrote after it may have been read already.
  const space = spaceOf(moved.rows)
  if (moved.state.head.seq > before.head.seq) {
    room.state = moved.state
    room.bytes += space
  }
  host.space.add(space)
  const head = headOf(moved.state)
  host.store.tell([{ kind: 'head', room: room.number, seq: head.seq }])
  const receipt = await host.signSoon(room.id, host.row().life, head)
  if (room.state === moved.state) room.receipt = receipt
  host.live.appended(room, { from: head.seq - entries.length + 1, entries, before, receipt, redacted })
  return { seq: head.seq, link: head.link, receipt }
}

/** Every entry through the reducer, with its body and boxes; nothing is kept yet. */
async function moveOver(host: Host, from: RoomState, wires: readonly WireEntry[], entries: readonly Inspected[]): Promise<Result<Moved, No>> {
  let state = from
  const states: RoomState[] = []
  for (const [index, entry] of entries.entries()) {
    const over = isOver(host, state, entry)
    if (over !== null) return err(over)
    const next = step(state, entry)
    if (!next.ok) return err(refusedBy(next.error))
    const parts = await checkParts(wires[index]!, entry.header, next.value)
    if (!parts.ok) return err(refusedBy(parts.error))
    // Counted for members alone, and for what would be taken: a stranger's key is not remembered.
    const isExtra = entry.header.delta.op === 'rotate' && !state.due
    if (isExtra && !check('S-ROTATIONS', host.rotations.take(entry.header.author, today(host)))) return err(no('too-often'))
    state = next.value
    states.push(state)
  }
  return ok({ state, entries, rows: await rowsOf(wires, entries, states) })
}

/** What the server's clock says, which the reducer does not know. */
function isOver(host: Host, state: RoomState, { header }: Inspected): No | null {
  const { delta } = header
  if (delta.op === 'enter') {
    const invitation = state.invitations.get(delta.ik)
    if (invitation !== undefined && !check('S-EXPIRED', !isExpired(invitation, today(host)))) return no('invitation-expired')
  }
  return null
}

function noSpace(host: Host, room: HotRoom, entries: number, moved: Moved): No | null {
  const { quota } = host.row()
  const space = spaceOf(moved.rows)
  // Taking back is never refused for want of space, and a tenth is left for changes of members: they are how a room gets out of trouble.
  if (moved.entries.every(({ header }) => header.class === 'redaction')) return null
  const share = moved.entries.some(({ header }) => header.class === 'content') ? 1 : 1.1
  if (!check('S-ROOM-QUOTA', room.state.head.seq + 1 + entries <= quota.roomEntries * share && room.bytes + space <= quota.roomBytes * share))
    return no('room-full')
  return check('S-QUOTA', host.space.used() + space <= quota.totalBytes * share) ? null : no('host-full')
}

function handBackFirst(host: Host, room: HotRoom): No | null {
  if (room.handBack === 'no') return null
  return room.handBack === 'unopened' || host.clock.now() < room.handBack ? no('hand-back-first') : null
}

/** Something new stands there: what a restore lost can no longer follow what it left. */
async function endHandBack(host: Host, room: HotRoom): Promise<void> {
  if (room.handBack === 'no') return
  await host.store.setHandBack(room.number, 'no')
  room.handBack = 'no'
}

/** The first append of a room: its genesis, with the door key. */
async function create(host: Host, caller: Caller, order: Order, entries: readonly Inspected[]): Promise<Verdict> {
  const begun = begin(entries[0]!)
  if (!begun.ok) return err(refusedBy(begun.error))
  const genesis = order.entries[0]!
  const isOurs =
    order.door !== undefined && (await isDoorProof(host.row().doorKey, order.door, { name: 'append', subject: order.room, content: genesis.header }))
  if (!check('S-DOOR', isOurs)) return err(no('wrong-door-key'))
  const parts = await checkParts(genesis, entries[0]!.header, begun.value)
  if (!parts.ok) return err(refusedBy(parts.error))
  const rest = await moveOver(host, begun.value, order.entries.slice(1), entries.slice(1))
  if (!rest.ok) return rest
  const first = await rowsOf([genesis], entries.slice(0, 1), [begun.value])
  return makeRoom(host, caller, order, { state: rest.value.state, entries, rows: [...first, ...rest.value.rows] }, begun.value)
}

async function makeRoom(host: Host, caller: Caller, order: Order, moved: Moved, begun: RoomState): Promise<Verdict> {
  if (!check('S-QUOTA', host.space.used() + spaceOf(moved.rows) <= host.row().quota.totalBytes)) return err(no('host-full'))
  const { redacted } = outcomeOf(begun, moved)
  const made = await keeping(() => host.store.createRoom({ roomId: order.room, head: headOf(moved.state), entries: moved.rows, redacted, day: today(host) }))
  if (!made.ok) return made
  if (made.value.made) return ok(await publish(host, addRoom(host, made.value.number, begun), order.entries, moved, redacted))
  // Somebody made it a moment ago: likely this very app, whose answer was lost.
  const standing = await host.rooms.get(order.room)
  assert(standing !== null, 'a room that was made is there')
  return lost(host, caller, standing, moved.entries)
}

/** A room that was made just now, at its genesis. */
export function addRoom(host: Host, number: number, begun: RoomState): HotRoom {
  const room: HotRoom = {
    id: begun.roomId,
    idBytes: idBytes(begun.roomId),
    number,
    state: begun,
    bytes: 0,
    handBack: 'no',
    restored: null,
    receipt: null,
    turn: Promise.resolve(),
  }
  return host.rooms.add(room)
}
