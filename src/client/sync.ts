/**
 * Between the rooms here and the host there: opening on a fresh socket, taking in what comes, asking for what is missing, and judging the host's head.
 *
 * Source: PROTOCOL.md sections 6 (socket, receipts) and 7 (forks, rollback, restore).
 */
import { sameBytes, toHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import * as v from 'valibot'
import { decodeCbor, encodeCbor, HEADER_DEPTH } from '../crypto/cbor.ts'
import { authParts } from '../log/auth.ts'
import { encodeWire, decodeWire } from '../log/frames.ts'
import { idBytes, linkFrom } from '../log/ids.ts'
import type { Inspecting } from '../log/inspect.ts'
import { fitsReceipt, verifyReceipt } from '../log/receipt.ts'
import type { RoomId, WireEntry } from '../log/types.ts'
import type { Hello, Receipt, RoomOpened } from '../log/wire.ts'
import { loadBoxHashes } from './box-audit.ts'
import { inRoom, until, type Core } from './core.ts'
import { foldNow, isCaughtUp, isOutside, refoldFurtherRooms } from './folding.ts'
import { handBack } from './hand-back.ts'
import { knowHost } from './known-host.ts'
import { noteNews } from './news.ts'
import { putIntoInbox, takeFromInbox } from './inbox.ts'
import { openWhatCanBeOpened } from './room-keys.ts'
import { forked, ingest, isHardStopped, keepEvidence } from './room-ingest.ts'
import { newestSeq, presentIdentity, type Identity, type Room } from './room.ts'
import { judgeRestore } from './restore.ts'
import { settle } from './settle.ts'
import { anyBytes, bytesShape } from './shapes.ts'

// A host sends what follows an opened room by itself; after this long without any of it, it is asked.
const SILENT_MILLIS = 400

/** Opens rooms on the socket that stands. The host then sends what follows by itself. `held` is a room whose queue the caller already has. */
export async function openRooms(core: Core, rooms: readonly Room[], held: Room | null = null): Promise<void> {
  const hello = core.transport.hello()
  if (hello === null || rooms.length === 0) return
  core.lastHeard = core.order.clock.now()
  // A rekey may have been cut off between two rooms, so which key stands in a room shows only there: the newest is tried first.
  let open = rooms.map((room) => ({ room, left: identitiesToTry(room) }))
  while (open.length > 0) {
    const asked = open.filter(({ left }) => left.length > 0)
    if (asked.length === 0) return
    const haves = asked.map(({ room }) => newestSeq(room))
    const answer = await core.transport.request('open', {
      rooms: await Promise.all(asked.map(({ room, left }, index) => ask(hello, room, left[0]!, haves[index]!))),
    })
    if (!answer.ok) return
    const again: typeof open = []
    for (const [index, opened] of answer.value.entries()) {
      const { room, left } = asked[index]!
      if (opened.as === 'nobody' && left.length > 1) again.push({ room, left: left.slice(1) })
      else {
        const take = async (): Promise<void> => {
          const fresh = await notOverrun(core, room, hello, left[0]!, haves[index]!, opened)
          if (fresh !== null) await roomOpened(core, room, hello, fresh)
        }
        await (room === held ? take() : inRoom(core, room, take))
      }
    }
    open = again
  }
  core.changed()
}

function identitiesToTry(room: Room): readonly Identity[] {
  const present = presentIdentity(room)
  return present === null ? room.identities : [present, ...room.identities.filter((identity) => identity !== present)]
}

async function ask(
  hello: Hello,
  room: Room,
  identity: Identity,
  have: number,
): Promise<{
  readonly room: Uint8Array<ArrayBuffer>
  readonly rk: Uint8Array<ArrayBuffer>
  readonly have: number
  readonly signature: Uint8Array<ArrayBuffer>
}> {
  const id = idBytes(room.id)
  const rk = idBytes(identity.rkHex)
  const signature = await identity.rk.sign('auth', authParts(hello.origin, hello.nonce, id, rk))
  return { room: id, rk, have, signature }
}

/**
 * An answer whose head was passed by what we wrote or received while it was on its way says nothing of a loss: it is asked for once more, while nothing else can come into the room.
 *
 * Null when the socket went. A host that answers with the old head again is judged by it.
 */
async function notOverrun(core: Core, room: Room, hello: Hello, identity: Identity, have: number, opened: RoomOpened): Promise<RoomOpened | null> {
  const mine = newestSeq(room)
  if (mine === have || (opened.head?.seq ?? -1) >= mine) return opened
  const answer = await core.transport.request('open', { rooms: [await ask(hello, room, identity, mine)] })
  return answer.ok ? (answer.value[0] ?? null) : null
}

async function roomOpened(core: Core, room: Room, hello: Hello, opened: RoomOpened): Promise<void> {
  room.openedAs = opened.as
  room.hostHead = opened.head === null ? null : { seq: opened.head.seq, link: linkFrom(opened.head.link) }
  if (isHardStopped(room)) return
  room.restoredSeq = opened.restoredHead?.seq ?? null
  await judgeHead(core, room, hello, opened.restoredHead)
  if (opened.receipt !== null && !isHardStopped(room)) await takeReceipt(core, room, opened.receipt)
  // Entries may come in one packet with the answer and be taken in before it: until the host's head is known nothing is folded.
  await digest(core, room)
  room.changed += 1
}

/** What the host's head says beside ours. Entries that continue ours prove themselves when they come. */
async function judgeHead(core: Core, room: Room, hello: Hello, restoredHead: Receipt | null): Promise<void> {
  const head = room.hostHead
  const mine = newestSeq(room)
  if (head === null || head.seq > mine) {
    if (head === null && mine >= 0 && room.openedAs !== 'former') await lost(core, room, -1, hello)
    else if (head !== null && room.verdict.kind !== 'removed') settle(room)
    return
  }
  const ours = room.entries[head.seq]?.link
  if (!check('CL-HEAD', ours === head.link)) {
    if (restoredHead !== null && (await judgeRestore(core, room, hello, restoredHead))) return
    forked(room, head.seq, null)
    return
  }
  if (head.seq === mine) settle(room)
  else if (room.openedAs === 'member' && !(await lost(core, room, head.seq, hello)) && restoredHead !== null) {
    // Somebody wrote what was lost as if it were new: the rest of it stays lost, and is told as that.
    await judgeRestore(core, room, hello, restoredHead)
  }
}

/** The host's head is an ancestor of ours, or it has nothing: what we hold goes back to it unchanged. */
async function lost(core: Core, room: Room, keptSeq: number, hello: Hello): Promise<boolean> {
  room.verdict = { kind: 'behind', handedBack: 0 }
  keepEvidence(room, {
    seq: keptSeq,
    rule: 'CL-BEHIND',
    served: null,
    ours: room.state?.head.link ?? null,
    theirs: room.hostHead,
    receipts: room.receipt === null ? [] : [room.receipt],
  })
  core.changed()
  return handBack(core, room, keptSeq, hello)
}

/** Entries of a notice or an answer, in the order in which they came. */
export function receiveEntries(core: Core, room: Room, entries: readonly WireEntry[], receipt: Receipt | null): Promise<void> {
  putIntoInbox(room, entries, receipt)
  // A write that waits to see its own entries has the room, and looks here itself.
  for (const look of [...core.waiters]) look()
  return inRoom(core, room, () => emptyInbox(core, room))
}

/** Takes in what came, in its order; for work that already has the room. */
export async function emptyInbox(core: Core, room: Room): Promise<void> {
  for (let next = takeFromInbox(room); next !== null; next = takeFromInbox(room)) await takeIn(core, room, next.entries, next.receipt, next.inspecting)
}

/** For work that already has the room. */
export async function takeIn(core: Core, room: Room, entries: readonly WireEntry[], receipt: Receipt | null, inspecting: Inspecting | null = null): Promise<void> {
  core.lastHeard = core.order.clock.now()
  const before = newestSeq(room)
  const ingested = await ingest(room, entries, inspecting)
  await noteNews(core, room, before + 1)
  if (ingested.gap) await catchUp(core, room)
  if (receipt !== null) await takeReceipt(core, room, receipt)
  await digest(core, room)
  await cache(core, room, before + 1, entries)
  core.changed()
}

/** Keys, bodies and folds of what is new. Before the first sync is complete nothing is folded: older bodies may still open by a newer key. */
export async function digest(core: Core, room: Room): Promise<void> {
  await openWhatCanBeOpened(room)
  if (!room.awaitsPin && (isCaughtUp(room) || isHardStopped(room))) {
    await foldNow(core, room)
    if (room === core.commons) refoldFurtherRooms(core)
  }
  await keepEvidenceHere(core, room)
}

/** What proves a lie stays on this device, whatever the host serves later. */
async function keepEvidenceHere(core: Core, room: Room): Promise<void> {
  const pairs = room.evidence.slice(room.evidenceKept).map(({ seq, rule, served, ours, theirs, receipts }, index) => {
    const value = {
      seq,
      rule,
      served: served === null ? null : encodeWire(served),
      ours,
      theirs: theirs ?? null,
      receipts: receipts.map((one) => [one.life, one.seq, one.link, one.signature]),
    }
    return [
      `evidence/${room.id}/${room.evidenceKept + index}`,
      encodeCbor({ ...value, theirs: value.theirs === null ? null : [value.theirs.seq, value.theirs.link] }),
    ] as const
  })
  if (pairs.length > 0 && (await core.store.put(pairs))) room.evidenceKept += pairs.length
}

/** Asks for everything after our head; false when nobody answered. A host that names a head it does not show is incomplete: nothing is skipped (attack A15). */
export async function catchUp(core: Core, room: Room): Promise<boolean> {
  while (!isHardStopped(room)) {
    const from = room.entries.length
    const answer = await core.transport.request('read', { room: idBytes(room.id), from })
    if (!answer.ok) return false
    const { entries, head } = answer.value
    room.hostHead = { seq: head.seq, link: linkFrom(head.link) }
    const ingested = await ingest(room, entries)
    if (ingested.added > 0) {
      await noteNews(core, room, from)
      await digest(core, room)
      await cache(core, room, from, entries)
      core.changed()
    }
    if (newestSeq(room) >= head.seq) {
      settle(room)
      return true
    }
    if (ingested.added === 0) {
      if (!isHardStopped(room) && !isOutside(room)) room.verdict = { kind: 'incomplete', lastKeptSeq: newestSeq(room), missing: head.seq - newestSeq(room) }
      return true
    }
  }
  return true
}

/** Asks for everything once more, where bodies were not served before. */
export function readBodiesAgain(core: Core, room: Room): Promise<void> {
  return inRoom(core, room, async () => {
    for (let from = 0; from < room.entries.length;) {
      const answer = await core.transport.request('read', { room: idBytes(room.id), from })
      if (!answer.ok || answer.value.entries.length === 0) break
      await ingest(room, answer.value.entries)
      from += answer.value.entries.length
      await cache(core, room, from - answer.value.entries.length, answer.value.entries)
    }
    await digest(core, room)
    core.changed()
  })
}

/** Waits until the host's head is reached or the room is stopped; asks once more when the host stays silent. */
export async function awaitHead(core: Core, room: Room): Promise<void> {
  const isOver = (): boolean => isCaughtUp(room) || isHardStopped(room) || core.transport.hello() === null
  for (let before = -2; !isOver() && newestSeq(room) !== before;) {
    before = newestSeq(room)
    await until(core, isOver, SILENT_MILLIS)
  }
  // Behind what is being taken in, so that keys, bodies and folds are there when this resolves.
  await inRoom(core, room, async () => {
    if (!isOver() && room.hostHead !== null) await catchUp(core, room)
  })
}

/** Keeps the newest receipt; two of one life for one place that differ prove two histories (attack A18). */
export async function takeReceipt(core: Core, room: Room, receipt: Receipt): Promise<void> {
  const key = core.folds.get(room.id)?.view.host?.receiptKey ?? core.receiptKey ?? core.transport.hello()?.receiptKey
  if (key === undefined || key === null) return
  if (!check('CL-RECEIPT', await verifyReceipt(key, room.id, receipt))) {
    if (room.verdict.kind === 'fine') room.verdict = { kind: 'other-receipt-key' }
    return
  }
  if (room.verdict.kind === 'other-receipt-key') room.verdict = { kind: 'fine' }
  // The first it met, until the circle's record is read.
  if (core.receiptKey === null) await knowHost(core, key)
  const before = room.receipt
  if (before !== null && before.life === receipt.life && before.seq === receipt.seq && !check('CL-TWO-RECEIPTS', sameBytes(before.link, receipt.link))) {
    room.verdict = { kind: 'forked', seq: receipt.seq }
    keepEvidence(room, { seq: receipt.seq, rule: 'CL-TWO-RECEIPTS', served: null, ours: room.entries[receipt.seq]?.link ?? null, receipts: [before, receipt] })
    return
  }
  const held = room.entries[receipt.seq]
  // Under a new life a shorter log may have grown again: that is judged by its head.
  const isOurLife = before !== null && before.life === receipt.life && before.seq >= receipt.seq
  if (held !== undefined && isOurLife && !check('CL-RECEIPT-CHAIN', held.link === toHex(receipt.link))) {
    room.verdict = { kind: 'forked', seq: receipt.seq }
    keepEvidence(room, { seq: receipt.seq, rule: 'CL-RECEIPT-CHAIN', served: null, ours: held.link, receipts: [before, receipt] })
    return
  }
  if (before === null || receipt.life > before.life || (receipt.life === before.life && receipt.seq >= before.seq)) {
    room.receipt = receipt
    await core.store.put([[`receipt/${room.id}`, encodeCbor([receipt.life, receipt.seq, receipt.link, receipt.signature])]])
  }
}

const receiptShape = v.strictTuple([v.number(), v.number(), bytesShape(32), v.pipe(anyBytes, v.check((bytes) => fitsReceipt(bytes)))])

async function loadReceipt(core: Core, room: Room): Promise<void> {
  const bytes = await core.store.get(`receipt/${room.id}`)
  const value = bytes === null ? null : decodeCbor(bytes, HEADER_DEPTH)
  const read = value?.ok ? v.safeParse(receiptShape, value.value) : null
  if (!read?.success) return
  const [life, seq, link, signature] = read.output
  room.receipt = { life, seq, link, signature }
}

const seqKey = (room: RoomId, seq: number): string => `room/${room}/${seq.toString(16).padStart(8, '0')}`

async function cache(core: Core, room: Room, from: number, served: readonly WireEntry[]): Promise<void> {
  // What is here is trusted at the next start, so what nobody has verified yet is not put here.
  // Nor is anything after the device was wiped.
  if (room.awaitsPin || core.isStopped) return
  const bodies = room.entries.slice(Math.min(from, room.keptUpTo + 1))
  // What was redacted goes from this device too.
  const redacted = bodies.flatMap((held) => (held.header.delta.op === 'redaction' ? [room.entries[held.header.delta.target]] : []))
  const changed = [...bodies, ...redacted.filter((held) => held !== undefined)]
  const upTo = newestSeq(room)
  if (changed.length === 0 || served.length === 0) return
  const isKept = await core.store.put(changed.map((held) => [seqKey(room.id, held.header.seq), encodeWire(held.wire)] as const))
  if (isKept) room.keptUpTo = upTo
}

/** What this device kept of a room: it was verified then, so only its chain is checked again. */
export async function loadCached(core: Core, room: Room): Promise<void> {
  const pairs = await core.store.list(`room/${room.id}/`)
  const entries: WireEntry[] = []
  for (const [, bytes] of pairs) {
    const wire = decodeWire(bytes)
    if (!wire.ok) break
    entries.push(wire.value)
  }
  if (entries.length === 0) return
  room.trustedUpTo = entries.length - 1
  await ingest(room, entries)
  // Where the device lost an entry, what follows it here was not taken: what a host serves in its place is verified.
  room.trustedUpTo = newestSeq(room)
  if (isHardStopped(room)) {
    // The cache is damaged; what was never sent is elsewhere. It is dropped and read anew.
    await core.store.remove(pairs.map(([key]) => key))
    Object.assign(room, { state: null, verdict: { kind: 'fine' }, trustedUpTo: -1 })
    room.entries.length = 0
  }
  room.keptUpTo = newestSeq(room)
  await loadBoxHashes(core, room)
  await loadReceipt(core, room)
  await openWhatCanBeOpened(room)
  if (room.entries.length > 0) await foldNow(core, room)
}
