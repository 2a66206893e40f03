/**
 * What an app does by itself because of what stands in the rooms: rotations that are due, shares that were agreed, people who must not be here, pins, tidying.
 *
 * One run at a time; a run that fails for want of a connection is made again after the next change.
 */
import { check } from '../base/check.ts'
import { dayOf } from '../base/clock.ts'
import { behindIt, isTheInvited } from '../circle/bind.ts'
import type { SealedView } from '../circle/circle-state.ts'
import { NAMED_INVITATION, readNamedInvitation } from '../circle/invitation.ts'
import { personalBody } from '../circle/personal-entries.ts'
import { nextPins } from '../circle/personal-state.ts'
import { invitationKeys } from '../circle/link.ts'
import { makeShare, openShare } from '../circle/share.ts'
import { roomKeyFrom } from '../log/ids.ts'
import { isExpired, openInvitations, stewards } from '../log/state.ts'
import type { MemberId } from '../log/types.ts'
import { handBackAccount } from './account-back.ts'
import { allRooms, inBackground, inRoom, roomOf, type Core } from './core.ts'
import { auditBoxes } from './box-audit.ts'
import { letGoWhenClosed } from './closing.ts'
import { confirm, mayRemoveAlone, writeIn } from './circle-actions.ts'
import { lacksBetween } from './carried.ts'
import { sinceInvited } from './further-rooms.ts'
import { actorOf, enqueue, statesInside } from './deliver.ts'
import { admit } from './knocks.ts'
import { collectWhatWaited } from './mailbox.ts'
import { carryProofsOfOthers, finishRekey, recoverWords, rekeyIsUnfinished } from './rekey.ts'
import { rotate, rotates, write } from './room-write.ts'
import { mayWrite, myMemberId, presentIdentity, type Room } from './room.ts'
import { takeKey } from './room-keys.ts'
import { isCaughtUp } from './folding.ts'
import { digest, readBodiesAgain } from './sync.ts'

const DAY_MILLIS = 86_400_000

export function followUps(core: Core): () => void {
  let isRunning = false
  let wantsAnother = false
  const tidied: Tidied = new Map()
  async function run(): Promise<void> {
    wantsAnother = true
    if (isRunning) return
    isRunning = true
    try {
      while (wantsAnother && !core.isStopped) {
        wantsAnother = false
        if (core.connection !== 'live') break
        await inTurn(core, [
          () => handBackAccount(core),
          async () => (rekeyIsUnfinished(core) ? finishRekey(core) : null),
          () => recoverWords(core),
          () => collectWhatWaited(core),
          ...allRooms(core).map((room) => () => lookAfter(core, room)),
          async () => (core.outbox.isQuiet() ? tidy(core, tidied) : undefined),
          () => pinHeads(core),
        ])
      }
    } finally {
      isRunning = false
    }
  }
  return () => inBackground(core, run)
}

/** One after the other while the session lasts. One that throws does not keep the others from their turn: a room that is wrong must not stop a rotation in the next. */
export async function inTurn(core: Pick<Core, 'isStopped'>, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const faults: unknown[] = []
  for (const step of steps) {
    if (core.isStopped) return
    await step().catch((fault: unknown) => faults.push(fault))
  }
  if (faults.length > 0) throw faults[0]
}

async function lookAfter(core: Core, room: Room): Promise<void> {
  // Nobody was put out and nothing closed by entries that nobody has verified.
  if (!check('CL-UNVERIFIED', !room.awaitsPin)) return
  noteRemoval(core, room)
  await letGoWhenClosed(core, room)
  if (room.state === null || presentIdentity(room) === null || room.state.closed || !isCaughtUp(room)) return
  await takeShares(core, room)
  await lookForIntruders(core, room)
  if (!mayWrite(room) || core.transport.hello() === null) return
  const me = myMemberId(room)
  const isSteward = stewards(room.state).some(({ id }) => id === me)
  if (room.state.due && (isSteward || room.state.members.size === 1)) await rotate(core, room)
  else if ((await auditBoxes(core, room)) === 'rotate') await rotate(core, room)
  if (room.dirtyFrom < room.entries.length) await showWhatOpened(core, room)
  if (isSteward) await revokeExpired(core, room)
  if (room.place === 'further') {
    await shareAsAgreed(core, room)
    await handOnTheRest(core, room)
    await carryProofsOfOthers(core, room)
  }
  if (room.state.policy.admit === 'link') for (const [rk, knock] of core.knocks) if (knock.room === room.id) await admit(core, rk)
}

/** A box that came when it was asked for opens what nobody could read before: it is seen now, and not only when the next entry comes. */
async function showWhatOpened(core: Core, room: Room): Promise<void> {
  await inRoom(core, room, () => digest(core, room))
  core.changed()
}

/** Somebody who was put out reads the headers up to that entry: so they can tell it from a host that lies. */
function noteRemoval(core: Core, room: Room): void {
  const id = myMemberId(room)
  if (room.state === null || id === null || room.state.members.has(id) || room.verdict.kind !== 'fine') return
  room.verdict = { kind: 'removed' }
  room.changed += 1
  core.changed()
}

async function revokeExpired(core: Core, room: Room): Promise<void> {
  const today = dayOf(core.order.clock.now())
  for (const invitation of openInvitations(room.state!)) {
    if (!isExpired(invitation, today)) continue
    await writeIn(core, room, async (writer) => {
      if (writer.state.invitations.get(invitation.ik)?.state === 'open') await writer.membership({ op: 'revoke', ik: invitation.ik }, null)
    })
  }
}

/** Who came in by a named invitation that was for somebody else must go before anybody writes here (attack C45). */
async function lookForIntruders(core: Core, room: Room): Promise<void> {
  const state = room.state
  const view = core.folds.get(room.id)?.view
  if (room.place !== 'further' || state === null || view === undefined) return
  let found = null
  for (const [member, entered] of view.entered) {
    const present = state.members.get(member)
    const invitation = view.invitations.get(entered.ik)
    if (present === undefined || invitation?.kind !== 'named' || member === myMemberId(room)) continue
    const original = { roomId: room.id, rk: entered.rk, kem: kemAt(room, entered.seq) ?? present.kem }
    const verdict = await behindIt(entered.bind, original, core.commons?.state ?? null)
    // Somebody who has left the circle since was the right person when they came in.
    const wasThem = verdict.kind === 'left' && verdict.member === invitation.invitee
    if (!wasThem && !isTheInvited(verdict, invitation.invitee) && !isRekeyed(core, entered.bind.key, invitation.invitee)) found = member
  }
  const outside = state.policy.owned ? [] : await putOutOfTheCircle(core, room, view)
  // Where two holders are all there is, the log lets neither put the other out: then nothing more is written there.
  const intruder = found ?? outside[0] ?? null
  if (room.intruder !== intruder) {
    room.intruder = intruder
    core.changed()
  }
  if (core.transport.hello() === null) return
  if (found !== null) await putOut(core, room, found)
  else for (const member of outside) await putOut(core, room, member)
}

/** Members of this room who were put out of the circle since. Nobody is put out of a room that somebody owns but by its owner (attack B24). */
async function putOutOfTheCircle(core: Core, room: Room, view: SealedView): Promise<readonly MemberId[]> {
  const commons = core.commons?.state
  if (!commons || room.state === null) return []
  const gone: MemberId[] = []
  for (const member of room.state.members.values()) {
    const bind = view.known.get(member.rk)?.bind ?? null
    // Only a key that ended with a removal is looked at: checking every signature each time would be work for nothing.
    if (bind === null || member.id === myMemberId(room) || commons.former.get(bind.key)?.endedBy !== 'remove') continue
    const verdict = await behindIt(bind, { roomId: room.id, rk: member.rk, kem: member.kem }, commons)
    if (verdict.kind === 'left' && !commons.members.has(verdict.member)) gone.push(member.id)
  }
  return gone
}

function kemAt(room: Room, seq: number): Uint8Array | null {
  const delta = room.entries[seq]?.header.delta
  return delta?.op === 'enter' ? delta.kem : null
}

// Their commons key was replaced after they came in.
function isRekeyed(core: Core, key: string, invitee: string): boolean {
  return [...(core.commons?.state?.everyKey ?? [])].some(([rk, id]) => rk === key && id === invitee)
}

async function putOut(core: Core, room: Room, member: Room['intruder'] & string): Promise<void> {
  const state = room.state!
  if (mayRemoveAlone(state, myMemberId(room))) {
    await write(core, {
      room,
      evenWithIntruder: true,
      build: (writer) =>
        writer.introduce(
          { op: 'remove', member },
          (generation) => ({ op: 'remove', member, generation }),
          (carried) => ({ op: 'remove', reason: 'CL-INTRUDER', ...carried }),
        ),
    })
    return
  }
  const open = [...state.proposals.values()].find((proposal) => proposal.state === 'open' && proposal.act === 'remove' && proposal.member === member)
  const me = myMemberId(room)
  if (open === undefined && stewards(state).some(({ id }) => id === me)) {
    await write(core, {
      room,
      evenWithIntruder: true,
      build: (writer) => writer.membership({ op: 'propose', act: 'remove', member, successor: null }, { op: 'propose', reason: null }),
    })
  } else if (open !== undefined && me !== null && open.author !== me && !open.confirmedBy.has(me) && open.electorate.has(me)) {
    await confirm(core, room, open.link)
  }
}

/** The invitation is the standing consent: what the newcomer may read and has no key for is shared once, by whoever is first. */
async function shareAsAgreed(core: Core, room: Room): Promise<void> {
  const state = room.state!
  const view = core.folds.get(room.id)!.view
  if (state.policy.history !== 'none') return
  for (const [member, entered] of view.entered) {
    const present = state.members.get(member)
    const invitation = view.invitations.get(entered.ik)
    const inviteSeq = state.invitations.get(entered.ik)?.seq
    if (present === undefined || invitation?.kind !== 'named' || inviteSeq === undefined || member === myMemberId(room)) continue
    if (view.shares.some(({ share }) => share.to === present.rk)) continue
    const gInvited = room.entries[inviteSeq]!.header.g
    const gEntered = room.entries[entered.seq]!.header.g
    // What lies between the invitation and the entry; what stood at the invitation came in the letter.
    const keys = [...room.keys].filter(([g]) => g > gInvited && g < gEntered && g >= invitation.firstG).map(([g, key]) => ({ g, key }))
    if (keys.length === 0) continue
    const body = await makeShare({ roomId: room.id, to: present.rk, kem: present.kem, keys, consents: [] })
    await writeIn(core, room, async (writer) => {
      const isThere = core.folds.get(room.id)!.view.shares.some(({ share }) => share.to === present.rk)
      if (!isThere) await writer.content(body)
    })
  }
}

/** With history all a newcomer reads everything: the keys between their invitation and their entry come with the next generation, which is begun for it. */
async function handOnTheRest(core: Core, room: Room): Promise<void> {
  if (!lacksBetween(room)) return
  await writeIn(core, room, async (writer) => {
    if (lacksBetween(room)) await rotates(writer)
  })
}

/** Opens shares made to me. A share is used when the invitation it rests on is the one I came in by (attack B23, C16). */
async function takeShares(core: Core, room: Room): Promise<void> {
  const view = core.folds.get(room.id)?.view
  const identity = presentIdentity(room)
  const me = myMemberId(room)
  if (view === undefined || identity === null || me === null || room.state?.policy.history !== 'none') return
  const mine = view.shares.filter(({ share }) => share.to === identity.rkHex)
  let took = await takeKeysOfLetters(core, room)
  for (const { share } of mine) {
    const wanted = Array.from({ length: share.upTo - share.from + 1 }, (_, index) => share.from + index).filter((g) => !room.keys.has(g))
    if (wanted.length === 0 || wanted.length > 1_024) continue
    if (!check('CL-SHARE', isAgreed(room, view, me, share))) continue
    const commitments = new Map(room.state.generations.shared.slice(0, room.state.generations.length).map(({ g, kcommit }) => [g, kcommit] as const))
    const opened = await openShare(share, { roomId: room.id, rk: identity.rkHex, kem: identity.kem }, commitments)
    if (!opened.ok) continue
    for (const { g, key } of opened.value) took = (await takeKey(room, g, key)) || took
  }
  if (took) await readBodiesAgain(core, room)
}

/** On another device of mine, what stood at the invitation opens by the letter I came in by: it was kept in my own room. Anybody may send me a letter that looks like one. */
async function takeKeysOfLetters(core: Core, room: Room): Promise<boolean> {
  let took = false
  const mine = room.entries.flatMap(({ header: { delta } }) => (delta.op === 'enter' && room.identities.some(({ rkHex }) => rkHex === delta.rk) ? [delta.ik] : []))
  for (const letter of core.folds.get(core.personal.id)?.personal.letters.values() ?? []) {
    const invitation = letter.type === NAMED_INVITATION ? readNamedInvitation(letter) : null
    if (invitation === null || !invitation.ok || invitation.value.roomId !== room.id) continue
    const lacking = invitation.value.keys.filter(({ g }) => !room.keys.has(g))
    if (lacking.length === 0) continue
    const ik = roomKeyFrom((await invitationKeys(invitation.value.secret)).ik.publicKey)
    if (!check('CL-LETTER-MINE', mine.includes(ik))) continue
    for (const { g, key } of sinceInvited(room, ik, lacking)) took = (await takeKey(room, g, key)) || took
  }
  return took
}

/** The standing consent is the invitation I came in by: from the generation it names on, up to my own. Others need consents of those who decide. */
function isAgreed(room: Room, view: SealedView, me: MemberId, share: SealedView['shares'][number]['share']): boolean {
  const entered = view.entered.get(me)
  const invitation = entered === undefined ? undefined : view.invitations.get(entered.ik)
  if (entered === undefined || invitation?.kind !== 'named') return false
  return share.from >= invitation.firstG && share.upTo < room.entries[entered.seq]!.header.g
}

/** All verified heads in one entry: a day after the last one, or when membership changed anywhere. The older entry goes in the same append. */
async function pinHeads(core: Core): Promise<void> {
  const personal = core.folds.get(core.personal.id)?.personal
  if (personal === undefined || !mayWrite(core.personal)) return
  const heads = allRooms(core).flatMap((room) =>
    room === core.personal || room.state === null || !mayWrite(room) ? [] : [{ room: room.id, ...room.state.head }],
  )
  const changed = heads.some((head) => {
    const pin = personal.pins.get(head.room)
    const since = core.commons === null ? null : allRooms(core).find(({ id }) => id === head.room)
    return pin === undefined || (since?.entries.slice(pin.seq + 1).some((held) => held.header.class === 'membership') ?? false)
  })
  const last = personal.pinsAt.at(-1)
  const lastTime = last === undefined ? 0 : timeOf(core.personal, last)
  const isOld = heads.length > 0 && core.order.clock.now() - lastTime > DAY_MILLIS && heads.some((head) => (personal.pins.get(head.room)?.seq ?? -1) < head.seq)
  if (!changed && !isOld) return
  await write(core, {
    room: core.personal,
    build: async (writer) => {
      await writer.content(personalBody({ what: 'pins', heads: nextPins(personal.pins, heads) }))
      for (const seq of personal.pinsAt) if (!core.personal.redacted.has(seq)) await writer.redact(seq)
    },
  })
}

function timeOf(room: Room, seq: number): number {
  const body = room.entries[seq]?.body
  return body?.kind === 'open' ? body.plaintext.claimedTime : 0
}

/** What was due in this session and put out: how often, the newest act, and how many entries there were then. No act: it was due no more since. */
type Tidied = Map<string, { readonly times: number; readonly act: string | null; readonly entries: number }>

const MOST_TIMES = 20

/**
 * Each on its own, so that one that waits keeps no other. What took no effect is not made over and over; what could not be done is, once something else stands,
 * and what is due anew after it was done: somebody who is to go a second time goes.
 */
async function tidy(core: Core, made: Tidied): Promise<void> {
  if (core.commons !== null && (core.me === null || !check('CL-UNVERIFIED', !core.commons.awaitsPin))) return
  const settings = { checkInLog: true, thanksHints: true, ...core.folds.get(core.personal.id)?.personal.settings }
  const due = new Set<string>()
  for (const practice of core.order.practices) {
    for (const one of practice.tidy(statesInside(core, practice.name), actorOf(core), settings)) {
      const room = 'room' in one ? roomOf(core, one.room) : null
      // Whoever comes into a room again says there anew what they said before.
      const key = JSON.stringify([practice.name, one, room === null ? null : presentIdentity(room)?.rkHex])
      due.add(key)
      const before = made.get(key)
      const entries = allRooms(core).reduce((sum, room) => sum + room.entries.length, 0)
      const isMade = before !== undefined && before.act !== null && (before.entries === entries || !core.letGo.has(before.act))
      if (isMade || before?.times === MOST_TIMES) continue
      made.set(key, { times: (before?.times ?? 0) + 1, act: await enqueue(core, [one], ''), entries })
    }
  }
  for (const [key, before] of made) if (!due.has(key)) made.set(key, { ...before, act: null })
}
