/**
 * How one outbox item gets to where it belongs, and what a tap on a practice's button becomes.
 */
import type { Bytes } from '../base/bytes.ts'
import { dayOf, millis, wallTime } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { giveConsent } from '../circle/consent.ts'
import { wrap } from '../circle/envelope.ts'
import { sealMail } from '../circle/mail.ts'
import { mayBeTakenBack } from '../log/state.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { Actor, Around, ConsentToGive, States, Write, Written } from '../practices/practice.ts'
import type { EngineError, PracticeRefused } from './api.ts'
import { roomOf, type Core } from './core.ts'
import { aroundOf, foldOf, hereIn, practiceOf, wouldRefuse } from './fold.ts'
import type { Order, SignedEntry } from './orders.ts'
import { actBytes, newAct, type Delivered, type Item } from './outbox.ts'
import { whoReads } from './readers.ts'
import { invitedInto, newAsked, roomInvitations } from './further-rooms.ts'
import { changeMembership, openNewRoom } from './room-orders.ts'
import { write, type Writer } from './room-write.ts'
import { myMemberId, presentIdentity, type Identity, type Room } from './room.ts'
import { foldOrderOf, meIn } from './folding.ts'
import { yesNow } from './yeses.ts'

export async function deliver(core: Core, item: Item): Promise<Delivered> {
  const delivered = await tryToDeliver(core, item)
  if (delivered.kind !== 'stuck' || !isDueByItself(core, item)) return delivered
  // Nobody wrote it and nobody is asked: whether it is still due says the practice, as the rooms stand now.
  core.letGo.add(item.act)
  return { kind: 'done' }
}

function isDueByItself(core: Core, { titleKey, order }: Item): boolean {
  if (titleKey !== '') return false
  return (order.to !== 'entry' && order.to !== 'mail') || practiceOf(core.order.practices, order.type) !== null
}

async function tryToDeliver(core: Core, item: Item): Promise<Delivered> {
  if (core.transport.hello() === null) return { kind: 'offline' }
  switch (item.order.to) {
    case 'entry':
      return deliverEntry(core, item, item.order)
    case 'mail':
      return deliverMail(core, item, item.order)
    case 'taken-out':
      return deliverTakingOut(core, item.order)
    case 'new-room':
      return outcome(await openNewRoom(core, item, item.order))
    case 'membership':
      return outcome(await changeMembership(core, item.order))
  }
}

async function deliverEntry(core: Core, item: Item, order: Extract<Order, { to: 'entry' }>): Promise<Delivered> {
  const room = roomOf(core, order.room)
  if (room === null) return { kind: 'stuck', state: { kind: 'not-possible-any-more', rule: 'room-gone' } }
  if (stands(core, room, item.act)) return { kind: 'done' }
  const asking: { joined: readonly MemberId[] } = { joined: [] }
  const isOfPractice = practiceOf(core.order.practices, order.type) !== null
  const data = isOfPractice ? wrap({ data: order.data, consents: order.carried }) : order.data
  const written = await write(core, {
    room,
    build: async (writer) => {
      if (stands(core, room, item.act)) return
      asking.joined = joinedSince(core, room, item)
      if (asking.joined.length > 0) return writer.refuse({ kind: 'not-possible-any-more', rule: 'asks-readers' })
      const refused = isOfPractice
        ? await wouldRefuse(foldOrder(core, room), { type: order.type, shape: order.shape, act: actBytes(item.act), time: item.time, wrapped: data })
        : null
      if (refused !== null) return writer.refuse({ kind: 'not-possible-any-more', rule: refused })
      await writer.content({ type: order.type, shape: order.shape, data }, item.act, item.time)
      await redactAll(writer, room, order.redacts)
    },
  })
  if (asking.joined.length > 0) return { kind: 'stuck', state: { kind: 'asks-readers', joined: asking.joined } }
  return outcome(written)
}

/** People who can read the room now and could not when the item was written. With history all everybody who joins later was part of the bargain. */
function joinedSince(core: Core, room: Room, item: Item): readonly MemberId[] {
  if (room.state?.policy.history !== 'none' || room.place === 'personal') return []
  const view = core.folds.get(room.id)?.view
  return whoReads(core, room).filter((reader) => {
    // Who was named in an invitation was shown among the readers under their name in the circle.
    const ik = view?.entered.get(reader)?.ik
    const invitation = ik === undefined ? undefined : view?.invitations.get(ik)
    const shownAs = invitation?.kind === 'named' ? invitation.invitee : reader
    return !item.readers.includes(reader) && !item.readers.includes(shownAs)
  })
}

async function redactAll(writer: Writer, room: Room, seqs: readonly number[]): Promise<void> {
  for (const seq of seqs) {
    const isMine = room.entries[seq]?.by === myMemberId(room)
    if (isMine && !room.redacted.has(seq) && mayBeTakenBack(writer.state, seq)) await writer.redact(seq)
  }
}

function stands(core: Core, room: Room, act: string): boolean {
  return core.folds.get(room.id)?.acts.has(`${myMemberId(room)} ${act}`) === true
}

async function deliverTakingOut(core: Core, order: Extract<Order, { to: 'taken-out' }>): Promise<Delivered> {
  const room = roomOf(core, order.room)
  if (room === null) return { kind: 'stuck', state: { kind: 'not-possible-any-more', rule: 'room-gone' } }
  // At most 60 in one append; the rest in the next.
  for (let at = 0; at < order.seqs.length; at += 60) {
    const written = await write(core, { room, build: (writer) => redactAll(writer, room, order.seqs.slice(at, at + 60)) })
    if (!written.ok) return outcome(written)
  }
  return { kind: 'done' }
}

async function deliverMail(core: Core, item: Item, order: Extract<Order, { to: 'mail' }>): Promise<Delivered> {
  const commons = core.commons
  const identity = commons === null ? null : presentIdentity(commons)
  const owner = commons?.state?.members.get(order.recipient)
  if (commons === null || identity === null || owner === undefined) return { kind: 'stuck', state: { kind: 'not-possible-any-more', rule: 'recipient-gone' } }
  // Their key may be one that a host made up: a letter waits until the pin is reached.
  if (commons.awaitsPin) return { kind: 'later' }
  const mailbox = core.folds.get(commons.id)?.view.mailboxes.get(order.recipient)
  // They came in and have not opened a box yet.
  if (mailbox === undefined) return { kind: 'later' }
  const isOfPractice = practiceOf(core.order.practices, order.type) !== null
  const letter = {
    type: order.type,
    shape: order.shape,
    act: actBytes(item.act),
    claimedTime: millis(item.time),
    data: isOfPractice ? wrap({ data: order.data, consents: order.carried }) : order.data,
  }
  const sealed = await sealMail({ circle: commons.id, owner: owner.rk, kem: owner.kem, address: mailbox.address }, letter, identity.rk)
  if (!sealed.ok) return { kind: 'stuck', state: { kind: 'too-large' } }
  const answer = await core.transport.request('mail-drop', { address: mailbox.address, secret: mailbox.secret, item: sealed.value })
  if (answer.ok) return { kind: 'done' }
  return answer.error.kind === 'offline' ? { kind: 'offline' } : { kind: 'later' }
}

function outcome(written: Result<unknown, EngineError>): Delivered {
  if (written.ok) return { kind: 'done' }
  switch (written.error.kind) {
    case 'offline':
      return { kind: 'offline' }
    case 'too-large':
      return { kind: 'stuck', state: { kind: 'too-large' } }
    case 'not-possible-any-more':
      // A room that waits for its host to be whole again is no refusal of the words.
      return written.error.rule.startsWith('room-') ? { kind: 'later' } : { kind: 'stuck', state: { kind: 'not-possible-any-more', rule: written.error.rule } }
    case 'link-used':
    case 'link-expired':
    case 'link-revoked':
    case 'host-lies':
      // An invitation that is over does not come back: whoever made it has to ask again.
      return { kind: 'stuck', state: { kind: 'not-possible-any-more', rule: written.error.kind } }
    default:
      return { kind: 'later' }
  }
}

export function foldOrder(core: Core, room: Room): Parameters<typeof wouldRefuse>[0] {
  const fold = core.folds.get(room.id)
  if (fold === undefined) throw new Error('Broken assumption: every room has a fold')
  return foldOrderOf(core, room, fold)
}

/** The states of one practice as its `propose` and `tidy` see them: rooms I am out of are told apart, since what they said may have been changed. */
export function statesInside(core: Core, name: string): States<unknown, unknown, unknown> {
  const { personal, commons, rooms } = statesOf(core, name)
  const inside = new Set(roomsInside(core).map(({ id }) => id))
  const part = (isInside: boolean): ReadonlyMap<RoomId, unknown> => new Map([...rooms].filter(([id]) => inside.has(id) === isInside))
  return { personal, commons, rooms: part(true), outside: part(false) }
}

function roomsInside(core: Core): readonly Room[] {
  return [...core.further.values()].filter((room) => presentIdentity(room) !== null)
}

/** The states of one practice in all rooms, as its views see them: also in those I was put out of. */
export function statesOf(core: Core, name: string): States<unknown, unknown, unknown> {
  const practice = core.order.practices.find((one) => one.name === name)
  const stateIn = (room: Room | null, place: Room['place']): unknown =>
    (room === null ? undefined : core.folds.get(room.id)?.practices.get(name)) ?? (practice === undefined ? null : (foldOf(practice, place)?.start ?? null))
  return {
    personal: stateIn(core.personal, 'personal'),
    commons: stateIn(core.commons, 'commons'),
    rooms: new Map([...core.further].map(([id, room]) => [id, stateIn(room, 'further')] as const)),
  }
}

export function actorOf(core: Core): Actor {
  const now = core.order.clock.now()
  const me = meIn(core, core.personal)
  const around = (room: Room): Around => {
    const { fold } = foldOrder(core, room)
    return aroundOf(room, fold, hereIn(room, fold) ?? { present: new Set(), stewards: new Set() }, me)
  }
  const commons = core.commons ?? core.personal
  return {
    me,
    today: dayOf(wallTime(core.order.clock)),
    now,
    commons: commons.id,
    around: { personal: around(core.personal), commons: around(commons), rooms: new Map(roomsInside(core).map((room) => [room.id, around(room)] as const)) },
    invitations: roomInvitations(core).map(({ id, roomId, from, ask }) => ({ id, roomId, from, ask })),
    leftCircle: new Set([...(core.commons?.state?.former.values() ?? [])].map(({ id }) => id).filter((id) => core.commons?.state?.members.has(id) === false)),
    mayComeIn: new Map(roomsInside(core).map((room) => [room.id, new Set(invitedInto(core, room).map(({ invitee }) => invitee))] as const)),
    yesNow: (yes) => yesNow(core, yes),
    newId: () => newAct(core.order.random),
  }
}

/** What a tap on a practice's button becomes: proposed by its rules, then carried by the outbox. */
export async function act(core: Core, practiceName: string, order: unknown): Promise<Result<{ readonly actId: string }, EngineError | PracticeRefused>> {
  const practice = core.order.practices.find((one) => one.name === practiceName)
  if (practice === undefined) return err({ kind: 'update-needed' })
  const proposed = practice.propose(order, statesInside(core, practiceName), actorOf(core))
  if (!proposed.ok) return err({ kind: 'refused-by-practice', rule: proposed.error.rule, textKey: proposed.error.textKey })
  return ok({ actId: await enqueue(core, proposed.value, `${practiceName}.outbox`) })
}

/** Puts writes into the outbox as one group, in their order; the act of the first. */
export async function enqueue(core: Core, writes: readonly Write[], titleKey: string): Promise<string> {
  const items: Omit<Item, 'number' | 'state'>[] = []
  for (const one of writes) {
    const order = await orderOf(core, one)
    const room = 'room' in order ? roomOf(core, order.room) : null
    const act = newAct(core.order.random)
    const readers = room === null ? [] : [...whoReads(core, room), ...askedBefore([...core.outbox.items(), ...items], room.id)]
    items.push({ act, group: items[0]?.group ?? act, time: wallTime(core.order.clock), titleKey, order, readers })
  }
  await core.outbox.add(items)
  return items[0]?.act ?? newAct(core.order.random)
}

/** Who will be asked into a room by what waits before: whoever wrote that knows that they will read. */
function askedBefore(items: readonly Pick<Item, 'order'>[], room: RoomId): readonly MemberId[] {
  return items.flatMap(({ order }) => (order.to === 'membership' && order.change.to === 'invite' && order.change.room === room ? [order.change.member] : []))
}

async function orderOf(core: Core, one: Write): Promise<Order> {
  if (one.to === 'new-room') {
    const { to, title, history, owned } = one
    const first = await Promise.all(one.first.map(async (written) => ({ ...(await signedEntry(core, written, null)), act: newAct(core.order.random) })))
    const invited = one.invited.map(({ member, ask }) => newAsked(core, member, ask))
    return { to, n: core.order.random.bytes(32), title, history, owned, first, invited }
  }
  if (one.to === 'taken-out') return { to: 'taken-out', room: roomNamed(core, one.from), seqs: one.seqs }
  if (one.to === 'mail') return { to: 'mail', recipient: one.recipient, ...(await signedEntry(core, one, null)) }
  if ('type' in one) {
    const room = one.to === 'room' ? one.room : roomNamed(core, one.to)
    return { to: 'entry', room, redacts: [], ...(await signedEntry(core, one, room)) }
  }
  return { to: 'membership', change: one, asked: one.to === 'invite' ? newAsked(core, one.member, one.ask) : null }
}

async function signedEntry(core: Core, { type, shape, data, gives, carries }: Written, room: RoomId | null): Promise<SignedEntry> {
  const carried: Bytes[] = (carries ?? []).map((consent) => new Uint8Array(consent.carried))
  for (const given of gives ?? []) carried.push(await signConsent(core, given, room))
  return { type, shape, data, carried }
}

/** A guest has no key in the circle and signs with the one of the room the yes is given in. */
function whoSigns(core: Core, room: RoomId | null): Identity | null {
  if (core.commons !== null) return presentIdentity(core.commons)
  const here = room === null ? null : roomOf(core, room)
  return here === null ? null : presentIdentity(here)
}

async function signConsent(core: Core, given: ConsentToGive, room: RoomId | null): Promise<Bytes> {
  const target = given.target === 'commons' ? roomNamed(core, 'commons') : given.target
  const identity = whoSigns(core, room)
  if (identity === null) throw new Error('Broken assumption: only somebody present in the circle or the room gives a consent')
  const consent = await giveConsent(
    {
      text: given.text,
      target,
      readers: given.readers ?? null,
      purpose: given.purpose,
      untilDay: given.untilDay,
      mayPassOn: given.mayPassOn ?? false,
      nameMayStand: given.nameMayStand ?? true,
      recognised: given.recognised ?? [],
      ask: null,
    },
    identity.rk,
    core.order.random,
  )
  return consent.carried
}

function roomNamed(core: Core, name: 'personal' | 'commons' | RoomId): RoomId {
  if (name === 'personal') return core.personal.id
  if (name === 'commons') return (core.commons ?? core.personal).id
  return name
}
