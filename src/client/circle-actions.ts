/** What people do in the circle: invite, decide together, speak of themselves, leave. Each writes one entry or says why it cannot. */
import { dayOf } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { fromHex, type Bytes } from '../base/bytes.ts'
import { circleBody, type CircleEntry } from '../circle/circle-entries.ts'
import { invitationKeys, makeLink } from '../circle/link.ts'
import { cleanName } from '../circle/names.ts'
import { personalBody } from '../circle/personal-entries.ts'
import { roomKeyFrom } from '../log/ids.ts'
import { verdictOfYes } from '../log/proposals.ts'
import { mayBeTakenBack, stewards } from '../log/state.ts'
import type { Link, MemberId, RoomState } from '../log/types.ts'
import type { EngineError, ProposalOrder } from './api.ts'
import type { Core } from './core.ts'
import { write, type Build, type Writer } from './room-write.ts'
import { myMemberId, type Room } from './room.ts'

type Outcome = Promise<Result<null, EngineError>>

export function theCommons(core: Core): Result<Room, EngineError> {
  return core.commons === null ? err({ kind: 'not-possible-any-more', rule: 'no-circle' }) : ok(core.commons)
}

async function inCommons(core: Core, build: (writer: Writer, room: Room) => Promise<void>): Outcome {
  const commons = theCommons(core)
  if (!commons.ok) return commons
  const written = await write(core, { room: commons.value, build: (writer) => build(writer, commons.value) })
  return written.ok ? ok(null) : written
}

/** An entry of the engine's own in the personal room. */
export async function writePersonal(core: Core, entry: Parameters<typeof personalBody>[0]): Promise<Result<number, EngineError>> {
  const written = await write(core, { room: core.personal, build: (writer) => writer.content(personalBody(entry)) })
  return written.ok ? ok(written.value[0] ?? -1) : written
}

/** A new link into `room`; its secret is kept in the personal room, so that any device of mine can show it again. */
export async function inviteByLink(
  core: Core,
  room: Room,
  order: { readonly uses: number; readonly days: number; readonly note: string; readonly guest: boolean },
): Promise<Result<{ readonly link: string }, EngineError>> {
  const secret = core.order.random.bytes(16)
  const { ik, kk } = await invitationKeys(secret)
  const expiryDay = dayOf(core.order.clock.now()) + order.days
  const written = await write(core, {
    room,
    build: (writer) =>
      writer.membership(
        { op: 'invite', ik: roomKeyFrom(ik.publicKey), kind: 'link', uses: order.uses, expiryDay },
        { op: 'invite', invite: { kind: 'link', kk, note: order.note, guest: order.guest } },
      ),
  })
  if (!written.ok) return written
  const head16 = firstHalf(room.entries[written.value[0]!]!.link)
  await writePersonal(core, { what: 'invitation', room: room.id, ik: roomKeyFrom(ik.publicKey), secret, head16 })
  const link = linkOf(core, room, { secret, head16, guest: order.guest })
  return link === null ? err({ kind: 'host-says-no', reason: 'wrong-door-key' }) : ok({ link })
}

function firstHalf(link: Link): Bytes {
  const bytes = fromHex(link)
  if (bytes === null) throw new Error('Broken assumption: a link is hex')
  return bytes.slice(0, 16)
}

/** Null while the door key or the receipt key of the host is not known. */
export function linkOf(core: Core, room: Room, given: { readonly secret: Bytes; readonly head16: Bytes; readonly guest: boolean }): string | null {
  const host = core.commons === null ? null : (core.folds.get(core.commons.id)?.view.host ?? null)
  const doorKey = host?.doorKey ?? core.doorKey
  const receiptKey = host?.receiptKey ?? core.receiptKey
  if (doorKey === null || receiptKey === null) return null
  return makeLink(core.order.appAddress ?? room.reference.host, {
    kind: given.guest ? 'guest' : 'circle',
    secret: given.secret,
    roomId: room.id,
    head16: given.head16,
    doorKey,
    receiptKey,
    host: room.reference.host,
  })
}

export function makeSteward(core: Core, member: MemberId): Outcome {
  return inCommons(core, (writer) => writer.membership({ op: 'role', member, role: 'steward' }, null))
}

export function stepDown(core: Core): Outcome {
  return inCommons(core, async (writer, room) => {
    const me = myMemberId(room)
    if (me !== null) await writer.membership({ op: 'role', member: me, role: 'member' }, null)
  })
}

/** In a room of two its only steward removes the other alone; everywhere else two decide. */
export function propose(core: Core, room: Room, order: ProposalOrder): Outcome {
  return writeIn(core, room, async (writer) => {
    if (order.act === 'close') return writer.membership({ op: 'propose', act: 'close', member: null, successor: null }, null)
    const { act, member, successor } = order
    if (act !== 'remove') return writer.membership({ op: 'propose', act, member, successor }, null)
    const { kindOfReason, decidedBy, until, wayBack } = order
    if (mayRemoveAlone(writer.state, myMemberId(room))) {
      return writer.introduce(
        { op: 'remove', member },
        (generation) => ({ op: 'remove', member, generation }),
        (carried) => ({ op: 'remove', reason: [kindOfReason, decidedBy, until, wayBack].join('\n').slice(0, 1_000), ...carried }),
      )
    }
    await writer.membership({ op: 'propose', act, member, successor }, { op: 'propose', reason: { kindOfReason, decidedBy, until, wayBack } })
  })
}

export function mayRemoveAlone(state: RoomState, me: MemberId | null): boolean {
  if (me === null) return false
  if (state.policy.owned) return state.founder === me
  return state.members.size === 2 && stewards(state).length === 1 && stewards(state)[0]!.id === me
}

export async function confirm(core: Core, room: Room, proposal: Link): Outcome {
  const target = room.state?.proposals.get(proposal)?.member ?? null
  const build: Build = async (writer) => {
    const me = myMemberId(room)
    const open = writer.state.proposals.get(proposal)
    if (me === null || open === undefined || open.state !== 'open') return writer.refuse({ kind: 'not-possible-any-more', rule: 'R-PROPOSAL' })
    // Honest apps do not confirm a removal from the commons whose reason is missing.
    if (open.act === 'remove' && room.place === 'commons' && core.folds.get(room.id)?.view.reasons.get(proposal) === undefined)
      return writer.refuse({ kind: 'not-possible-any-more', rule: 'CL-REASON' })
    const verdict = verdictOfYes(writer.state, proposal, me)
    if (open.act === 'remove' && verdict === 'completes') {
      return writer.introduce(
        { op: 'confirm', proposal },
        (generation) => ({ op: 'confirm', proposal, generation }),
        (carried) => ({ op: 'confirm', ...carried }),
      )
    }
    await writer.membership({ op: 'confirm', proposal, generation: null }, null)
  }
  const written = await write(core, { room, build, evenWithIntruder: target !== null && target === room.intruder })
  return written.ok ? ok(null) : written
}

export function withdraw(core: Core, room: Room, proposal: Link): Outcome {
  return writeIn(core, room, (writer) => writer.membership({ op: 'withdraw', proposal }, null))
}

export async function writeIn(core: Core, room: Room, build: Build): Outcome {
  const written = await write(core, { room, build })
  return written.ok ? ok(null) : written
}

export async function setMyName(core: Core, typed: string): Outcome {
  const name = cleanName(typed)
  if (!name.ok) return err({ kind: 'not-possible-any-more', rule: `name-${name.error}` })
  return say(core, { what: 'name', name: name.value })
}

/** Says something of oneself in the commons. What it replaces is taken out in the same append. */
export function say(core: Core, entry: Exclude<CircleEntry, { what: 'share' }>): Outcome {
  return inCommons(core, async (writer, room) => {
    const { type, shape, data } = circleBody(entry)
    await writer.content({ type, shape, data })
    for (const held of room.entries) {
      const isOlder = held.by === myMemberId(room) && held.body.kind === 'open' && held.header.class === 'content' && held.body.plaintext.type === type
      if (isOlder && mayBeTakenBack(writer.state, held.header.seq)) await writer.redact(held.header.seq)
    }
  })
}

/** Leaves for good; the only one present closes instead, and the last steward names another first. */
export async function leave(core: Core, room: Room, takeWordsOut: boolean): Promise<Result<null, EngineError | { readonly kind: 'needs-successor' }>> {
  const state = room.state
  const me = myMemberId(room)
  if (state === null || me === null) return err({ kind: 'not-possible-any-more', rule: 'R-AUTHOR' })
  const isLastSteward = stewards(state).length === 1 && stewards(state)[0]!.id === me
  if (isLastSteward && state.members.size > 1 && !state.policy.owned) return err({ kind: 'needs-successor' })
  if (takeWordsOut) {
    const taken = await takeOutAll(core, room, me)
    if (!taken.ok) return taken
  }
  const left = await writeIn(core, room, (writer) => writer.membership({ op: writer.state.members.size === 1 ? 'close' : 'leave' }, null))
  if (!left.ok) return left
  const known = core.folds.get(core.personal.id)?.personal.rooms.get(room.id)
  if (known !== undefined) await writePersonal(core, { what: 'rooms', rooms: [{ ...known, state: 'left' }] })
  return ok(null)
}

async function takeOutAll(core: Core, room: Room, me: MemberId): Outcome {
  const mine = room.entries
    .filter((held) => held.by === me && held.header.class === 'content' && !room.redacted.has(held.header.seq))
    .map((held) => held.header.seq)
  for (let at = 0; at < mine.length; at += 60) {
    const batch = mine.slice(at, at + 60)
    const taken = await writeIn(core, room, async (writer) => {
      for (const seq of batch) if (mayBeTakenBack(writer.state, seq)) await writer.redact(seq)
    })
    if (!taken.ok) return taken
  }
  return ok(null)
}
