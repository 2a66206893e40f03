/**
 * Going on after a host declared a loss, or nobody could hand back what it lost: a step of its own that names the last kept entry.
 *
 * One's own later words are offered for sending again, others' are never replayed for them, and removals that were undone come first.
 * Source: PROTOCOL.md section 7.
 */
import { toHex } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { unwrap } from '../circle/envelope.ts'
import { personalBody } from '../circle/personal-entries.ts'
import type { MemberId } from '../log/types.ts'
import type { EngineError } from './api.ts'
import { openAndRead } from './begin-room.ts'
import { propose } from './circle-actions.ts'
import { inRoom, type Core } from './core.ts'
import { practiceOf } from './fold.ts'
import { newAct, type Item } from './outbox.ts'
import { ingest } from './room-ingest.ts'
import { myMemberId, newestSeq, type Held, type Room } from './room.ts'
import { digest } from './sync.ts'

export async function acceptLoss(core: Core, room: Room): Promise<Result<null, EngineError>> {
  const { verdict } = room
  if (verdict.kind !== 'restored-loss' && verdict.kind !== 'incomplete') return err({ kind: 'not-possible-any-more', rule: `room-${verdict.kind}` })
  const lastKept = Math.min(verdict.lastKeptSeq, newestSeq(room))
  const kept = room.entries[lastKept]
  if (kept === undefined) return err({ kind: 'not-possible-any-more', rule: 'nothing-kept' })
  const behind = room.entries.slice(lastKept + 1)
  const undone = verdict.kind === 'restored-loss' ? verdict.removalsUndone : []
  const reasons = reasonsBefore(core, room, undone)
  const life = core.transport.hello()?.life ?? 0
  // Through the outbox: a restored host takes nothing new in the personal room for its first minutes either.
  const { type, shape, data } = personalBody({ what: 'loss', room: room.id, life, lastKept, link: kept.link })
  const act = newAct(core.order.random)
  await core.outbox.add([
    {
      act,
      group: act,
      time: core.order.clock.now(),
      titleKey: '',
      order: { to: 'entry', room: core.personal.id, type, shape, data, carried: [], redacts: [] },
      readers: [],
    },
  ])
  core.lossAccepted.add(room.id)
  await inRoom(core, room, () => cutAfter(core, room, lastKept))
  await openAndRead(core, [room])
  for (const member of undone) await removeAgain(core, room, member, reasons.get(member))
  await offerAgain(core, room, behind)
  core.changed()
  return ok(null)
}

async function cutAfter(core: Core, room: Room, lastKept: number): Promise<void> {
  const wires = room.entries.slice(0, lastKept + 1).map(({ wire }) => wire)
  const keys = (await core.store.list(`room/${room.id}/`)).slice(lastKept + 1).map(([key]) => key)
  await core.store.remove(keys)
  room.entries.length = 0
  room.keys.clear()
  room.unopened.clear()
  room.boxTried.clear()
  room.handedOn.clear()
  room.redacted.clear()
  room.myAdmits.length = 0
  Object.assign(room, {
    state: null,
    verdict: { kind: 'fine' },
    pin: null,
    receipt: null,
    hostHead: null,
    // Below a pin that was never reached nothing was verified but what this device kept.
    trustedUpTo: room.awaitsPin ? Math.min(lastKept, room.keptUpTo) : lastKept,
    keptUpTo: Math.min(lastKept, room.keptUpTo),
    dirtyFrom: 0,
    spare: null,
    awaitsPin: false,
  })
  await ingest(room, wires)
  await digest(core, room)
}

type Reason = { readonly kindOfReason: string; readonly decidedBy: string; readonly until: string; readonly wayBack: string }

function reasonsBefore(core: Core, room: Room, members: readonly MemberId[]): ReadonlyMap<MemberId, Reason> {
  const view = core.folds.get(room.id)?.view
  const found = new Map<MemberId, Reason>()
  for (const proposal of room.state?.proposals.values() ?? []) {
    const reason = view?.reasons.get(proposal.link)
    if (proposal.member !== null && members.includes(proposal.member) && reason !== undefined) found.set(proposal.member, reason)
  }
  return found
}

async function removeAgain(core: Core, room: Room, member: MemberId, reason: Reason | undefined): Promise<void> {
  const isHere = room.state?.members.has(member) === true
  const isProposed = [...(room.state?.proposals.values() ?? [])].some((proposal) => proposal.state === 'open' && proposal.member === member)
  if (isHere && !isProposed)
    await propose(core, room, { act: 'remove', member, successor: null, ...(reason ?? { kindOfReason: '-', decidedBy: '-', until: '-', wayBack: '-' }) })
}

/** Own words that the host lost wait in the outbox under their old act until the person sends them again or takes them back. */
async function offerAgain(core: Core, room: Room, behind: readonly Held[]): Promise<void> {
  const me = myMemberId(room)
  const offered: Omit<Item, 'number' | 'state'>[] = []
  for (const held of behind) {
    if (held.by !== me || held.header.class !== 'content' || held.body.kind !== 'open') continue
    const { type, shape, act, claimedTime, data } = held.body.plaintext
    const practice = practiceOf(core.order.practices, type)
    const envelope = practice === null ? null : unwrap(data)
    if (practice === null || envelope === null || !envelope.ok) continue
    const carried = envelope.value.consents.map((bytes) => new Uint8Array(bytes))
    offered.push({
      act: toHex(act),
      group: toHex(act),
      time: claimedTime,
      titleKey: `${practice.name}.outbox`,
      order: { to: 'entry', room: room.id, type, shape, data: envelope.value.data, carried, redacts: [] },
      readers: [],
    })
  }
  await core.outbox.offer(offered)
}
