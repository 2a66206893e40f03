/**
 * Writing into a room: sealed at the head as it stands, checked by the same reducer the host runs, appended by compare-and-swap, sealed again after a lost race.
 *
 * Nothing counts as written until it is seen on the chain: a host's yes alone is only a promise (attack A19).
 * Source: PROTOCOL.md section 2, append and outbox; section 3, box audit.
 */
import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { membershipBody, type Carried, type MembershipBody } from '../circle/bodies.ts'
import type { Body } from '../circle/shapes.ts'
import { sha256 } from '../crypto/hash.ts'
import { MOST_CBOR, plaintextLength } from '../log/body.ts'
import { makeGeneration, type MadeGeneration } from '../log/boxes.ts'
import { decodeHeader } from '../log/header.ts'
import { idBytes } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { step } from '../log/reduce.ts'
import { sealEntry } from '../log/seal.ts'
import { recipientsAfter, type Change, type Recipient } from '../log/state.ts'
import type { Delta, Link, NewGeneration, RoomState, WireEntry } from '../log/types.ts'
import { LIMITS } from '../log/wire.ts'
import type { EngineError } from './api.ts'
import { auditBoxes } from './box-audit.ts'
import { carriedWith, type Newcomer } from './carried.ts'
import { inRoom, noteAnswer, until, type Core } from './core.ts'
import { actBytes, newAct } from './outbox.ts'
import { bodyKeyFor } from './room-keys.ts'
import { mayWrite, presentIdentity, type Identity, type Room } from './room.ts'
import { catchUp, emptyInbox, openRooms, takeReceipt } from './sync.ts'

/** Collects the entries of one append, each sealed on the state the one before leaves. After a refusal it takes no more. */
export interface Writer {
  readonly state: RoomState
  readonly identity: Identity
  content(body: Body, act?: string, time?: number): Promise<void>
  redact(seq: number): Promise<void>
  /** `boxes`: the one of an admit where history is for all. */
  membership(delta: Delta, body: MembershipBody | null, boxes?: readonly Bytes[]): Promise<void>
  /** An entry that introduces a generation; `body` is given what every such body carries. */
  introduce(change: Change, delta: (generation: NewGeneration) => Delta, body: (carried: Carried) => MembershipBody, newcomer?: Newcomer): Promise<void>
  /** K of a generation, one introduced by this very append included. */
  keyOf(g: number): Bytes | null
  refuse(error: EngineError): void
}

export type Build = (writer: Writer) => Promise<void>

export interface WriteOrder {
  readonly room: Room
  /** Called anew for every try: what it reads of the room must be read inside. */
  readonly build: Build
  /** Who signs; the present identity when not given. */
  readonly identity?: Identity
  /** For putting out somebody who must not be here; everything else waits until they are gone. */
  readonly evenWithIntruder?: boolean
  /** A rotation is what is wanted, not only what must go before. */
  readonly rotates?: boolean
}

const TRIES = 12
// A host sends what stands by itself; after this long without it, it is asked.
const SEEN_MILLIS = 300
// How long somebody waits to hear whether what they sent stands, while the connection comes and goes.
const DOUBT_MILLIS = 20_000
const ASK_AGAIN_MILLIS = 250

/** The seqs it now stands at. Fails as a value; nothing was written then. */
export async function write(core: Core, order: WriteOrder): Promise<Result<readonly number[], EngineError>> {
  try {
    return await inRoom(core, order.room, () => writeNow(core, order))
  } catch (fault) {
    // A session that ended takes its keys from under what still runs.
    if (core.isStopped) return err({ kind: 'offline' })
    throw fault
  }
}

async function writeNow(core: Core, order: WriteOrder): Promise<Result<readonly number[], EngineError>> {
  const { room } = order
  for (let tries = 0; tries < TRIES; tries++) {
    if (core.isStopped || core.transport.hello() === null) return err({ kind: 'offline' })
    if (!mayWrite(room) || room.state === null) return err({ kind: 'not-possible-any-more', rule: `room-${room.verdict.kind}` })
    if (!check('CL-AWAITS-PIN', !room.awaitsPin)) return err({ kind: 'not-possible-any-more', rule: 'room-awaits-pin' })
    if (!check('CL-INTRUDER', room.intruder === null || order.evenWithIntruder === true)) return err({ kind: 'not-possible-any-more', rule: 'room-intruder' })
    const identity = order.identity ?? presentIdentity(room)
    if (identity === null) return err({ kind: 'not-possible-any-more', rule: 'R-AUTHOR' })
    const needsRotation = order.rotates === true || (order.identity === undefined && (room.state.due || (await auditBoxes(core, room)) === 'rotate'))
    const sealing = startSealing(core, room, identity, room.state)
    const writer = sealing.writer
    if (needsRotation) await rotates(writer, missingBelow(room))
    const begun = order.rotates === true ? 0 : sealing.entries.length
    await order.build(writer)
    if (sealing.refused() !== null) return err(sealing.refused()!)
    if (sealing.entries.length === begun) return ok([])
    const appended = await append(core, room, sealing.entries, sealing.links)
    if (appended.ok) return ok(appended.value.slice(begun))
    if (appended.error !== 'lost-the-race') return err(appended.error)
  }
  return err({ kind: 'host-says-no', reason: 'lost-the-race' })
}

/** Writes a new generation among the entries of an append; `missing`: those whose keys were not handed on. */
export function rotates(writer: Writer, missing: readonly number[] = []): Promise<void> {
  return writer.introduce(
    { op: 'rotate' },
    (generation) => ({ op: 'rotate', generation }),
    (carried) => ({ op: 'rotate', missing, ...carried }),
  )
}

function missingBelow(room: Room): readonly number[] {
  const newest = room.state?.generation.g ?? 0
  return room.state?.policy.history === 'all' ? Array.from({ length: newest }, (_, index) => index + 1).filter((g) => !room.keys.has(g)) : []
}

/** Rotates, whether due or not. */
export function rotate(core: Core, room: Room): Promise<Result<readonly number[], EngineError>> {
  return write(core, { room, rotates: true, build: async () => {} })
}

interface Sealing {
  readonly entries: WireEntry[]
  readonly links: Link[]
  readonly writer: Writer
  refused(): EngineError | null
}

export function startSealing(core: Core, room: Room, identity: Identity, from: RoomState): Sealing {
  const entries: WireEntry[] = []
  const links: Link[] = []
  // Keys of generations introduced by this very append.
  const fresh = new Map<number, Bytes>()
  let state = from
  let refusal: EngineError | null = null

  async function add(
    delta: Delta,
    body: Body | null,
    made: { readonly g: number; readonly boxes: readonly Bytes[] | null },
    act = newAct(core.order.random),
    time: number = core.order.clock.now(),
  ): Promise<void> {
    if (refusal !== null) return
    const key = fresh.get(made.g) ?? room.keys.get(made.g)
    if (body !== null && key === undefined) {
      refusal = { kind: 'not-possible-any-more', rule: 'no-key' }
      return
    }
    const plaintext = body === null ? null : { ...body, act: actBytes(act), claimedTime: time }
    if (plaintext !== null && plaintextLength(plaintext) > MOST_CBOR) {
      refusal = { kind: 'too-large', bytes: plaintextLength(plaintext), limit: MOST_CBOR }
      return
    }
    const { wire } = await sealEntry({
      roomId: room.id,
      seq: state.head.seq + 1,
      prev: state.head.link,
      author: identity.rk,
      hedge: core.hedge,
      random: core.order.random,
      g: made.g,
      delta,
      plaintext,
      bodyKey: body === null || key === undefined ? null : await bodyKeyFor(room, key),
      boxes: made.boxes,
    })
    const inspected = await inspect(wire, { trust: false })
    const stepped = inspected.ok ? step(state, inspected.value) : inspected
    if (!stepped.ok) {
      refusal = { kind: 'not-possible-any-more', rule: stepped.error.rule }
      return
    }
    state = stepped.value
    entries.push(wire)
    links.push(stepped.value.head.link)
  }

  const writer: Writer = {
    get state() {
      return state
    },
    identity,
    content: (body, act, time) => add({ op: 'content' }, body, { g: state.generation.g, boxes: null }, act, time),
    redact: (seq) => add({ op: 'redaction', target: seq }, null, { g: state.generation.g, boxes: null }),
    membership: (delta, body, boxes) => add(delta, body === null ? null : membershipBody(body), { g: state.generation.g, boxes: boxes ?? null }),
    introduce: async (change, delta, body, newcomer) => {
      if (refusal !== null) return
      const g = state.generation.g + 1
      const recipients = recipientsAfter(state, change)
      const made = await generationFor(core, room, g, recipients)
      fresh.set(g, made.key)
      const carried = carriedWith(core, room, state, change, fresh, newcomer ?? null)
      await add(delta(made.generation), membershipBody(body(carried)), { g, boxes: made.boxes })
    },
    keyOf: (g) => fresh.get(g) ?? room.keys.get(g) ?? null,
    refuse: (error) => {
      refusal ??= error
    },
  }
  return { entries, links, writer, refused: () => refusal }
}

// Boxes are used again while the generation and the members stand: in a circle of a thousand they take a second to make.
async function generationFor(core: Core, room: Room, g: number, recipients: readonly Recipient[]): Promise<MadeGeneration> {
  const forWhom = `${g} ${recipients.map(({ rk }) => rk).join(' ')}`
  if (room.spare?.forWhom === forWhom) return room.spare.made
  const made = await makeGeneration({ roomId: room.id, g, members: recipients, random: core.order.random })
  room.spare = { forWhom, made }
  room.made.set(toHex(made.generation.kcommit), made.key)
  room.madeHashes.set(toHex(made.generation.kcommit), await Promise.all(made.boxes.map((box) => sha256(box))))
  return made
}

async function append(
  core: Core,
  room: Room,
  entries: readonly WireEntry[],
  links: readonly Link[],
): Promise<Appended> {
  const bytes = entries.reduce((sum, entry) => sum + entry.header.length + (entry.body?.length ?? 0), 0)
  if (entries.length > LIMITS.entriesPerAppend || bytes > LIMITS.bytesPerAppend) return err({ kind: 'too-large', bytes, limit: LIMITS.bytesPerAppend })
  const sent: Sent = { first: room.entries.length, links, giveUpAt: core.order.clock.now() + DOUBT_MILLIS }
  const staysReader = !entries.some(changesMyself)
  for (let isAgain = false; ; isAgain = true) {
    if (!isAgain && core.transport.hello() === null) return err({ kind: 'offline' })
    const answer = await core.transport.request('append', { room: idBytes(room.id), entries })
    if (answer.ok) {
      noteAnswer(core, 'ok')
      await takeReceipt(core, room, answer.value.receipt)
      return seenOnTheChain(core, room, sent, staysReader)
    }
    if (answer.error.kind === 'no') {
      noteAnswer(core, answer.error.reason)
      if (answer.error.reason !== 'lost-the-race') return err({ kind: 'host-says-no', reason: answer.error.reason })
      // What was sent before may be the very thing that stands there.
      if (isAgain) return seenOnTheChain(core, room, sent, staysReader)
      // Keys that were replaced on another device read nothing any more: what was missed cannot be caught up on, and the next try says why.
      if (!(await catchUp(core, room))) await openRooms(core, [room], room)
      return err(room.openedAs === 'nobody' ? { kind: 'not-possible-any-more', rule: 'R-AUTHOR' } : 'lost-the-race')
    }
    // Nobody answered: it may stand or not. The very same entries are sent again, which can stand once at most.
    const isLate = isAgain && core.order.clock.now() >= sent.giveUpAt
    if (isLate || !(await askForHead(core, room, sent, false))) return err({ kind: 'may-stand' })
    if (hasCome(room, sent)) return outcomeOf(room, sent)
  }
}

/** Entries that are on their way, to stand from `first` on. */
interface Sent {
  readonly first: number
  readonly links: readonly Link[]
  readonly giveUpAt: number
}

type Appended = Result<readonly number[], EngineError | 'lost-the-race'>

/** Only the chain says what stands: asked of the host until it names its head, however slow it is. A no is told only when the host itself says that it is not there. */
async function seenOnTheChain(core: Core, room: Room, sent: Sent, staysReader: boolean): Promise<Appended> {
  // After a rekey or a leave the host no longer sends to the key that wrote it.
  if (staysReader) await seen(core, room, () => hasCome(room, sent))
  if (!hasCome(room, sent) && !(await askForHead(core, room, sent, staysReader))) return err({ kind: 'may-stand' })
  return hasCome(room, sent) ? outcomeOf(room, sent) : err({ kind: 'host-says-no', reason: 'not-seen-on-the-chain' })
}

function hasCome(room: Room, { first, links }: Sent): boolean {
  return room.entries.length >= first + links.length
}

/** Somebody else's entries stand where ours were promised: ours were not taken, or the host lies, which the chain shows by itself. */
function outcomeOf(room: Room, { first, links }: Sent): Appended {
  const stood = links.every((link, index) => room.entries[first + index]?.link === link)
  return stood ? ok(links.map((_, index) => first + index)) : err('lost-the-race')
}

/** Reads up to the host's head; false when no answer came in time. `isOpen`: the host already sends this room on the socket that stands. */
async function askForHead(core: Core, room: Room, { giveUpAt }: Sent, isOpen: boolean): Promise<boolean> {
  for (let wasOpened = isOpen; !core.isStopped; wasOpened = false) {
    if (core.transport.hello() !== null) {
      if (!wasOpened) await openRooms(core, [room], room)
      if (await catchUp(core, room)) return true
    }
    if (core.order.clock.now() >= giveUpAt) return false
    await until(core, () => core.isStopped, ASK_AGAIN_MILLIS)
  }
  return false
}

/** Takes in what the host sends until our entries are among it, for a moment. */
async function seen(core: Core, room: Room, stands: () => boolean): Promise<void> {
  for (;;) {
    await emptyInbox(core, room)
    if (stands() || core.isStopped) return
    if (!(await until(core, () => room.inbox.length > 0 || core.isStopped, SEEN_MILLIS))) return
  }
}

function changesMyself(entry: WireEntry): boolean {
  const header = decodeHeader(entry.header)
  return header.ok && ['rekey', 'leave', 'close', 'enter'].includes(header.value.delta.op)
}
