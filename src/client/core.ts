/** What the parts of one open session share. Everything that changes is changed by the module its comment names. */
import type { Clock, Random } from '../base/clock.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Root } from '../account/root.ts'
import type { KnockRead } from '../circle/knock.ts'
import type { MemberId, RoomId, RoomKey } from '../log/types.ts'
import type { Knock, Refusal } from '../log/wire.ts'
import type { Practice } from '../practices/practice.ts'
import type { Keep } from './api.ts'
import type { RoomFold } from './fold.ts'
import type { Outbox } from './outbox.ts'
import type { Room } from './room.ts'
import type { Connect } from './socket.ts'
import type { Store } from './store.ts'
import type { Transport } from './transport.ts'

export interface EngineOrder {
  readonly connect: Connect
  /** Used for "stay signed in"; a session kept in memory never touches it. */
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  /** Their code may come when a session is opened: nobody needs it before. */
  readonly practices: readonly Practice[] | (() => Promise<readonly Practice[]>)
  /** Where the app is served from, for invitation links; the host itself when not given. */
  readonly appAddress?: string
  /** Web Locks, where the platform has them. */
  readonly locks?: LockManager
}

/** What a session works with: the practices are there. */
export interface OpenOrder extends Omit<EngineOrder, 'practices'> {
  readonly practices: readonly Practice[]
}

export interface HeldKnock {
  readonly room: RoomId
  readonly knock: Knock
  readonly read: KnockRead
  readonly words: readonly string[]
}

export interface Core {
  readonly order: OpenOrder
  readonly keep: Keep
  /** The given store, or one in memory. */
  readonly store: Store
  readonly deviceKey: Bytes
  transport: Transport
  /** Oldest first; the last is in force. Changed by rekey.ts. */
  roots: readonly Root[]
  hedge: Bytes
  readonly personal: Room
  /** Null for a guest. Set once by session-rooms.ts. */
  commons: Room | null
  readonly further: Map<RoomId, Room>
  readonly folds: Map<RoomId, RoomFold>
  /** Set once, when the session is put together. */
  outbox: Outbox
  /** Own id in the commons; null until the commons is read. */
  me: MemberId | null
  isStopped: boolean
  /** This device was told to forget the account: nothing is put on it any more. */
  isForgotten: boolean
  /** Known from the invitation or from the `host` record; changed by hosts.ts. */
  doorKey: Bytes | null
  /** Of the host, as an invitation or the session's beginning named it; the `host` record of the commons goes before it. */
  receiptKey: Bytes | null
  lastHeard: number | null
  /** When somebody else's entry came last. Changed by news.ts. */
  lastNews: number | null
  connection: 'live' | 'connecting' | 'offline' | 'host-full' | 'host-busy' | 'wants-door-key'
  /** Knocks that wait, by the newcomer's rk. Changed by knocks.ts. */
  readonly knocks: Map<RoomKey, HeldKnock>
  /** Everybody who knocked with an invitation in this session, answered or not. */
  readonly knocksSeen: Map<RoomKey, Set<RoomKey>>
  /** Words that stand for keys whose names could be mistaken. Made by snapshot.ts. */
  readonly keyWords: Map<MemberId, readonly string[]>
  /** The seven words while this session that made them lasts; never stored. */
  freshWords: readonly string[] | null
  /** They belong to new keys, and the device died before anybody saw them. Changed by rekey.ts. */
  hasUnseenWords: boolean
  /** Acts of what was due by itself and could not be done then: it is looked at anew. Changed by deliver.ts. */
  readonly letGo: Set<string>
  /** Rooms whose loss was accepted in this session; the entry that says so may still wait. */
  readonly lossAccepted: Set<RoomId>
  /** Work that follows from what stands in the rooms; asked for after every change. Set once by open-session.ts. */
  followUp(): void
  /** Work on one room is done one after the other. */
  readonly queues: Map<RoomId, Promise<unknown>>
  readonly waiters: Set<() => void>
  changed(): void
}

/** What the host's last answer to a write says about it; a yes makes it live again. */
export function noteAnswer(core: Core, answer: 'ok' | Refusal): void {
  if (core.connection === 'offline' || core.connection === 'connecting') return
  const before = core.connection
  if (answer === 'ok') core.connection = 'live'
  else if (answer === 'host-full' || answer === 'room-full') core.connection = 'host-full'
  else if (answer === 'busy' || answer === 'too-often' || answer === 'shutting-down') core.connection = 'host-busy'
  else if (answer === 'wrong-door-key') core.connection = 'wants-door-key'
  if (before !== core.connection) core.changed()
}

/** Runs `work` after everything that was asked for this room before; one failing piece does not stop the next. */
export function inRoom<Value>(core: Core, room: Room, work: () => Promise<Value>): Promise<Value> {
  const before = core.queues.get(room.id) ?? Promise.resolve()
  const run = before.then(work, work)
  core.queues.set(
    room.id,
    run.catch(() => undefined),
  )
  return run
}

/**
 * Runs work that nobody waits for.
 *
 * A session that ends takes its keys from under what still runs: what fails then was given up with it. Any other error is a mistake of ours: the platform reports it, and only this work ends.
 */
export function inBackground(core: Pick<Core, 'isStopped'>, work: () => Promise<unknown>): void {
  underWay.set(core, (underWay.get(core) ?? 0) + 1)
  void work()
    .catch((fault: unknown) => {
      if (!core.isStopped) throw fault
    })
    .finally(() => underWay.set(core, underWay.get(core)! - 1))
}

const underWay = new WeakMap<Pick<Core, 'isStopped'>, number>()

/** Nothing is being done by itself just now, and nothing is being sent. */
export function isAtRest(core: Core): boolean {
  return (underWay.get(core) ?? 0) === 0 && !core.outbox.isSending()
}

export function allRooms(core: Core): readonly Room[] {
  return [core.personal, ...(core.commons === null ? [] : [core.commons]), ...core.further.values()]
}

export function roomOf(core: Core, id: RoomId): Room | null {
  return allRooms(core).find((room) => room.id === id) ?? null
}

/** Resolves when `holds` does; false when it did not within `millis` or the session ended. Asked again after every change. */
export function until(core: Core, holds: () => boolean, millis: number): Promise<boolean> {
  if (holds()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      clearTimeout(timer)
      core.waiters.delete(look)
      resolve(answer)
    }
    const look = (): void => {
      if (holds()) end(true)
      else if (core.isStopped) end(false)
    }
    const timer = setTimeout(() => end(holds()), millis)
    core.waiters.add(look)
  })
}
