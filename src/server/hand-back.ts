/**
 * Entries the server lost, brought back unchanged by whoever holds them.
 *
 * They are checked as appends are, but for what nobody may have any more: bodies and single boxes. The list of box hashes is what the author signed.
 * Source: PROTOCOL.md section 7.
 */
import { assert } from '../base/assert.ts'
import { sameBytes, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { sha256 } from '../crypto/hash.ts'
import { newGenerationIn } from '../log/act.ts'
import { hashesFit } from '../log/box-set.ts'
import { linkOf } from '../log/hashes.ts'
import { roomIdFrom } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { begin, step } from '../log/reduce.ts'
import { mustBoxTo } from '../log/state.ts'
import type { Inspected, Link, RoomState } from '../log/types.ts'
import { LIMITS, type Answers, type HandedBack, type Requests } from '../log/wire.ts'
import { addRoom, inTurn, keeping, publish, refusedBy, sizesMisfit } from './append.ts'
import { boxedTo, outcomeOf, type Moved } from './append-rows.ts'
import { today, type Host } from './host.ts'
import { no, type No } from './no.ts'
import { headOf, type HotRoom } from './rooms.ts'
import { spaceOf } from './rows.ts'
import type { BoxRow, NewEntry } from './store.ts'

type Verdict = Result<Answers['hand-back'], No>

interface Handed {
  readonly entry: Inspected
  readonly wire: HandedBack
}

export async function handBack(host: Host, order: Requests['hand-back']): Promise<Verdict> {
  const handed = await inspectAll(order)
  if (!handed.ok) return handed
  const room = await host.rooms.get(order.room)
  if (room === null) return begunAgain(host, order, handed.value)
  if (!check('S-RESTORED', room.restored !== null)) return err(no('not-entitled'))
  return inTurn(room, () => handBackTo(host, room, handed.value))
}

async function inspectAll(order: Requests['hand-back']): Promise<Result<readonly Handed[], No>> {
  const misfit = order.entries.length > LIMITS.entriesPerAppend ? no('too-large') : sizesMisfit(order.entries)
  if (misfit !== null) return err(misfit)
  const roomId = roomIdFrom(order.room)
  const inspected = await Promise.all(order.entries.map((entry) => inspect(entry, { trust: false })))
  const handed: Handed[] = []
  for (const [index, entry] of inspected.entries()) {
    if (!entry.ok) return err(refusedBy(entry.error))
    if (!check('S-ROOM', entry.value.header.roomId === roomId)) return err(no('malformed'))
    handed.push({ entry: entry.value, wire: order.entries[index]! })
  }
  return ok(handed)
}

async function handBackTo(host: Host, room: HotRoom, handed: readonly Handed[]): Promise<Verdict> {
  await host.rooms.freshen(room)
  // Another process may have taken something new.
  await host.rooms.renew(room)
  const { head } = room.state
  const known = handed.filter(({ entry }) => entry.header.seq <= head.seq)
  const links = await linksAt(
    host,
    room,
    known.map(({ entry }) => entry.header.seq),
  )
  for (const one of known) if (!check('S-FORKED', links.get(one.entry.header.seq) === one.entry.link)) return err(no('forked'))
  if (check('S-CLOSED-STAYS', !wasEmptied(room.state))) for (const one of known) await fillIn(host, room, one)
  const rest = handed.slice(known.length)
  if (rest.length === 0) return ok({ taken: 0, head: headOf(room.state) })
  if (!check('S-HANDED-IN-TIME', room.handBack !== 'no')) return err(no('not-entitled'))
  const first = rest[0]!.entry.header
  if (first.seq !== head.seq + 1) return err(no('malformed'))
  if (!check('S-FORKED', first.prev === head.link)) return err(no('forked'))
  const moved = await moveOver(room.state, rest)
  if (!moved.ok) return moved
  if (!check('S-QUOTA', host.space.used() + spaceOf(moved.value.rows) <= host.row().quota.totalBytes)) return err(no('host-full'))
  const outcome = outcomeOf(room.state, moved.value)
  const kept = await keeping(() =>
    host.store.append({
      room: room.number,
      expect: headOf(room.state),
      head: headOf(moved.value.state),
      entries: moved.value.rows,
      ...outcome,
      day: today(host),
    }),
  )
  if (!kept.ok) return kept
  if (!kept.value) return err(no('busy'))
  const answer = await publish(host, room, wiresOf(rest, moved.value), moved.value, outcome.redacted)
  return ok({ taken: rest.length, head: { seq: answer.seq, link: answer.link } })
}

/** A whole room that was made after the copy: only where somebody showed our own receipt for it. */
async function begunAgain(host: Host, order: Requests['hand-back'], handed: readonly Handed[]): Promise<Verdict> {
  if (!check('S-OWED', host.owed.has(roomIdFrom(order.room)))) return err(no('not-entitled'))
  const begun = begin(handed[0]!.entry)
  if (!begun.ok) return err(refusedBy(begun.error))
  const first = await rowOf(handed[0]!, begun.value)
  if (!first.ok) return first
  const rest = await moveOver(begun.value, handed.slice(1))
  if (!rest.ok) return rest
  const moved: Moved = { state: rest.value.state, entries: handed.map(({ entry }) => entry), rows: [first.value, ...rest.value.rows] }
  const { redacted } = outcomeOf(begun.value, moved)
  const made = await keeping(() => host.store.createRoom({ roomId: order.room, head: headOf(moved.state), entries: moved.rows, redacted, day: today(host) }))
  if (!made.ok) return made
  if (!made.value.made) return err(no('busy'))
  const room = addRoom(host, made.value.number, begun.value)
  await publish(host, room, wiresOf(handed, moved), moved, redacted)
  // From the store again, with what the restore noted: more of it will come.
  await host.store.markRestored(room.number, host.row().life, headOf(begun.value))
  await host.rooms.renew(room)
  return ok({ taken: handed.length, head: headOf(moved.state) })
}

async function moveOver(from: RoomState, handed: readonly Handed[]): Promise<Result<Moved, No>> {
  let state = from
  const rows: NewEntry[] = []
  for (const one of handed) {
    const next = step(state, one.entry)
    if (!next.ok) return err(refusedBy(next.error))
    state = next.value
    const row = await rowOf(one, state)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return ok({ state, entries: handed.map(({ entry }) => entry), rows })
}

async function rowOf({ entry, wire }: Handed, after: RoomState): Promise<Result<NewEntry, No>> {
  const { header } = entry
  const bodyFits = wire.body === null || (header.bodyHash.length > 0 && sameBytes(await sha256(wire.body), header.bodyHash))
  if (!check('S-HANDED-BODY', bodyFits)) return err(no('malformed'))
  const boxes = await boxesOf({ entry, wire }, after)
  return boxes.ok ? ok({ header: wire.header, signature: wire.signature, body: wire.body, boxes: boxes.value }) : boxes
}

async function boxesOf({ entry, wire }: Handed, after: RoomState): Promise<Result<BoxRow | null, No>> {
  const { delta, g } = entry.header
  const generation = newGenerationIn(delta)
  const single = delta.op === 'admit' ? delta.boxHash : null
  if (generation === null && single === null) return wire.boxes === null && wire.boxHashes === null ? ok(null) : err(no('boxes-do-not-fit'))
  // Who has them all need not send the list beside them.
  const hashes = single !== null ? [single] : (wire.boxHashes ?? (await Promise.all((wire.boxes ?? []).map((box) => sha256(box)))))
  const fits = generation === null || (await hashesFit(hashes, mustBoxTo(after), generation))
  if (!check('S-HANDED-HASHES', fits)) return err(no('boxes-do-not-fit'))
  const boxes = await placed(wire, hashes)
  return boxes === null ? err(no('boxes-do-not-fit')) : ok({ g, rks: boxedTo(entry, after), hashes, boxes })
}

/** The boxes at hand, each in its place; null when one is not the one its hash names. */
async function placed(wire: HandedBack, hashes: readonly Bytes[]): Promise<readonly (Bytes | null)[] | null> {
  const boxes: (Bytes | null)[] = hashes.map(() => null)
  for (const [index, box] of (wire.boxes ?? []).entries()) {
    const place = wire.boxesOf === null ? index : wire.boxesOf[index]
    if (place === undefined || place >= hashes.length) return null
    if (!check('S-HANDED-BOX', sameBytes(await sha256(box), hashes[place]!))) return null
    boxes[place] = box
  }
  return boxes
}

/** Closed for everybody, and not by its owner's leaving, after which those present keep what they could read. */
function wasEmptied({ closed, policy, members, founder }: RoomState): boolean {
  return closed && (!policy.owned || members.has(founder))
}

/** A body or boxes that came back after their entry did. */
async function fillIn(host: Host, room: HotRoom, { entry, wire }: Handed): Promise<void> {
  const { header } = entry
  const bodyFits = wire.body !== null && header.bodyHash.length > 0 && sameBytes(await sha256(wire.body), header.bodyHash)
  const rows = wire.boxes === null ? [] : await host.store.boxHashes(room.number, header.g)
  const row = rows.find(({ seq }) => seq === header.seq)
  const boxes = row === undefined ? null : await placed(wire, row.hashes)
  const there = (boxes ?? []).flatMap((box, place) => (box === null ? [] : [{ place, box }]))
  if (bodyFits || there.length > 0) await host.store.fillHandedBack({ room: room.number, seq: header.seq, body: bodyFits ? wire.body : null, boxes: there })
}

async function linksAt(host: Host, room: HotRoom, seqs: readonly number[]): Promise<ReadonlyMap<number, Link>> {
  const links = new Map<number, Link>()
  for (const seq of seqs) {
    const [entry] = await host.store.read({ room: room.number, from: seq, to: seq, entries: 1, bytes: LIMITS.readBytes, bodies: false, boxesFor: 'nobody' })
    assert(entry !== undefined, 'every seq up to the head is there')
    links.set(seq, await linkOf(entry.header, entry.signature))
  }
  return links
}

/** As listeners are shown them: without boxes, which each fetches. */
function wiresOf(handed: readonly Handed[], moved: Moved) {
  return handed.map(({ wire }, index) => ({
    header: wire.header,
    signature: wire.signature,
    body: wire.body,
    boxes: moved.rows[index]!.boxes === null ? null : [],
  }))
}
