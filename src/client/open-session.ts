/**
 * Puts one session together: personal room, commons and further rooms on one socket, with an outbox, and keeps them going.
 *
 * The personal room says which rooms there are; it is read first, on every device and after every reconnect.
 */
import { mayWrite, myMemberId, emptyRoom, presentIdentity, type Room } from './room.ts'
import type { Keep } from './api.ts'
import { hedgeOf } from '../account/root.ts'
import type { MyRoom } from '../circle/personal-entries.ts'
import { startKeyChecks } from '../crypto/ed25519.ts'
import { roomIdFrom } from '../log/ids.ts'
import type { NoticeFrame } from '../log/frames.ts'
import { openAndRead } from './begin-room.ts'
import { adopt } from './adopt.ts'
import { identitiesOf } from './identities.ts'
import { allRooms, inBackground, roomOf, type Core, type EngineOrder } from './core.ts'
import { deliver } from './deliver.ts'
import type { KeptSession } from './device.ts'
import { emptyFold } from './fold.ts'
import { followUps } from './follow-ups.ts'
import type { HostLink } from './host-link.ts'
import { fetchKnocks, takeKnock } from './knocks.ts'
import { knowHost, knownHost } from './known-host.ts'
import { collectMail, takeMail } from './mailbox.ts'
import { aloneOnThisDevice, openOutbox } from './outbox.ts'
import { newsBefore } from './news.ts'
import { memoryStore, storeUntil } from './store.ts'
import { foldNow, isCaughtUp, meIn } from './folding.ts'
import { loadCached, receiveEntries } from './sync.ts'
import type { Bytes } from '../base/bytes.ts'

export interface SessionOrder {
  readonly engine: EngineOrder
  readonly kept: KeptSession
  readonly keep: Keep
  readonly link: HostLink
  /** As an invitation or the start of a circle named them. */
  readonly receiptKey?: Bytes | null
  readonly doorKey?: Bytes | null
  readonly changed: () => void
}

const RETRY_MILLIS = 4_000

/** A core with what this device remembers; nothing is asked of the host yet. */
export async function makeCore({ engine, kept, keep, link, receiptKey, doorKey, changed }: SessionOrder): Promise<Core> {
  // Not waited for: the next new key may be long away.
  void startKeyChecks()
  const ended = { isIt: (): boolean => false }
  const store = storeUntil(keep === 'this-device' ? engine.store : memoryStore(), () => ended.isIt())
  const practices = typeof engine.practices === 'function' ? await engine.practices() : engine.practices
  const identities = await identitiesOf(kept.roots, kept.personal.n, kept.personal.j)
  const personal = emptyRoom(kept.personal, 'personal', identities)
  const waiters = new Set<() => void>()
  const unready: Omit<Core, 'outbox'> = {
    order: { ...engine, practices },
    keep,
    store,
    deviceKey: kept.deviceKey,
    transport: link.transport,
    roots: kept.roots,
    hedge: await hedgeOf(kept.roots.at(-1)!),
    personal,
    commons: null,
    further: new Map(),
    folds: new Map([[personal.id, emptyFold(practices, personal)]]),
    me: null,
    isStopped: false,
    isForgotten: false,
    doorKey: doorKey ?? null,
    receiptKey: receiptKey === undefined ? await knownHost(store, personal.id) : null,
    lastHeard: null,
    lastNews: await newsBefore(store, personal.id, engine.clock),
    connection: 'connecting',
    knocks: new Map(),
    knocksSeen: new Map(),
    keyWords: new Map(),
    freshWords: null,
    hasUnseenWords: false,
    letGo: new Set(),
    lossAccepted: new Set(),
    queues: new Map(),
    waiters,
    followUp: () => {},
    changed: () => {
      for (const look of [...waiters]) look()
      changed()
    },
  }
  const core = unready as Core
  ended.isIt = () => core.isForgotten
  if (receiptKey != null) await knowHost(core, receiptKey)
  core.outbox = await openOutbox({
    store,
    deviceKey: kept.deviceKey,
    random: engine.random,
    alone: aloneOnThisDevice(engine.locks, 'holdfast-outbox'),
    deliver: (item) => deliver(core, item),
    changed: core.changed,
    // What is due by itself waits for a quiet outbox.
    rested: () => core.followUp(),
  })
  core.followUp = followUps(core)
  return core
}

/** Everything this device kept of the rooms, so that reading works before the host answers. */
export async function loadRooms(core: Core): Promise<void> {
  await loadCached(core, core.personal)
  await addKnownRooms(core)
  await noteMe(core)
}

/** Takes in what comes, before the session is whole: while its rooms are being founded. */
export function listenOn(core: Core, link: HostLink): void {
  link.attach({ greeted: () => {}, noticed: (notice) => inBackground(core, () => onNotice(core, notice)), lost: () => {} })
}

/** From now on the session lives: it opens its rooms on every socket and takes in what comes. */
export function goLive(core: Core, link: HostLink): void {
  let greetings = 0
  link.attach({
    greeted: () => {
      greetings += 1
      const mine = greetings
      inBackground(core, () => onGreeting(core, () => mine === greetings && !core.isStopped))
    },
    noticed: (notice) => inBackground(core, () => onNotice(core, notice)),
    lost: () => {
      core.connection = 'offline'
      core.changed()
    },
  })
  const timer = setInterval(() => {
    if (core.isStopped) return clearInterval(timer)
    if (core.transport.hello() !== null && !core.outbox.isQuiet()) void core.outbox.flush()
    if (core.connection === 'live' && allRooms(core).some(wantsItsKey)) core.followUp()
  }, RETRY_MILLIS)
  // A test or a command-line run may end while a session is open.
  if (typeof timer === 'object') timer.unref()
}

/** After a restore a box may come back later than the entry it belongs to, and nothing tells of it: it is asked for until it is there. */
function wantsItsKey(room: Room): boolean {
  const { state } = room
  return state !== null && !state.closed && !room.keys.has(state.generation.g) && presentIdentity(room) !== null && isCaughtUp(room)
}

async function onGreeting(core: Core, isCurrent: () => boolean): Promise<void> {
  core.connection = 'connecting'
  core.changed()
  await openAndRead(core, [core.personal])
  if (!isCurrent()) return
  await addKnownRooms(core)
  await openAndRead(
    core,
    allRooms(core).filter((room) => room !== core.personal),
  )
  if (!isCurrent()) return
  await noteMe(core)
  core.connection = 'live'
  core.changed()
  // Those the personal room named while the others were being read.
  const unopened = allRooms(core).filter(({ openedAs }) => openedAs === null)
  if (unopened.length > 0) await openAndRead(core, unopened)
  for (const room of allRooms(core)) await fetchKnocks(core, room)
  await collectMail(core)
  if (!isCurrent()) return
  void core.outbox.flush()
  core.followUp()
}

/** The rooms the personal room names and that are not here yet. */
export async function addKnownRooms(core: Core): Promise<readonly Room[]> {
  const view = core.folds.get(core.personal.id)?.personal
  const added: Room[] = []
  for (const mine of view?.rooms.values() ?? []) {
    if (roomOf(core, mine.roomId) !== null || !isStillRead(mine, [...view!.rooms.values()])) continue
    added.push(await addRoom(core, mine))
  }
  for (const room of allRooms(core)) {
    // A pin may lie on the side of the fork that was given up: without it every signature is verified again.
    const wasLost = core.lossAccepted.has(room.id) || view?.losses.has(room.id) === true
    room.pin = wasLost ? null : (view?.pins.get(room.id) ?? room.pin)
  }
  for (const room of added) await loadCached(core, room)
  return added
}

/** A circle that was left is read as far as one was in it, as long as one is in a further room: who is who there rests on it, oneself too. */
function isStillRead({ kind, state }: MyRoom, all: readonly MyRoom[]): boolean {
  return state === 'in' || (kind === 'commons' && state === 'left' && all.some((other) => other.kind === 'further' && other.state === 'in'))
}

export async function addRoom(core: Core, mine: MyRoom): Promise<Room> {
  const { host, roomId, n, j } = mine
  const identities = await identitiesOf(core.roots, n, j)
  const room = emptyRoom({ host, roomId, n, j }, mine.kind, identities)
  adopt(core, room)
  return room
}

/** Once the commons is read, the personal room is folded under the name its owner has there, and with its consents. */
export async function noteMe(core: Core): Promise<void> {
  // Who somebody is shows before everything is folded: the host's record may come after.
  const host = core.commons === null ? null : (core.folds.get(core.commons.id)?.view.host ?? null)
  if (host !== null) {
    core.doorKey = host.doorKey
    await knowHost(core, host.receiptKey)
  }
  const me = core.commons === null ? null : myMemberId(core.commons)
  if (me === null || me === core.me) return
  core.me = me
  core.personal.dirtyFrom = 0
  core.personal.changed += 1
  await foldNow(core, core.personal)
}

async function onNotice(core: Core, notice: NoticeFrame): Promise<void> {
  if (core.isStopped) return
  switch (notice.name) {
    case 'entries': {
      const room = roomOf(core, roomIdFrom(notice.body.room))
      if (room === null) return
      const before = room.entries.length
      await receiveEntries(core, room, notice.body.entries, notice.body.receipt)
      if (room.entries.length > before) await afterEntries(core, room)
      return
    }
    case 'knock':
      return takeKnock(core, notice.body.knock)
    case 'mail':
      return takeMail(core, notice.body.address, notice.body.items)
    case 'closed': {
      const room = notice.body.room.length === 32 ? roomOf(core, roomIdFrom(notice.body.room)) : null
      // Membership ended: as a former member one reads the headers up to that entry, and can tell removal from a lying host.
      if (room !== null) await openAndRead(core, [room])
      core.followUp()
      return
    }
    case 'hello':
    case 'redacted':
      return
  }
}

async function afterEntries(core: Core, room: Room): Promise<void> {
  if (room === core.personal) {
    const added = await addKnownRooms(core)
    // While a greeting is under way it opens all of them in one round.
    if (added.length > 0 && core.connection !== 'connecting') await openAndRead(core, added)
  }
  await noteMe(core)
  core.followUp()
  if (mayWrite(room) && !core.outbox.isQuiet()) void core.outbox.flush()
}

export function stopCore(core: Core): void {
  core.isStopped = true
  core.outbox.stop()
  core.transport.stop()
  core.changed()
  core.me ??= meIn(core, core.commons ?? core.personal)
  // Keys leave memory; what the screen showed goes when the app lets go of the session.
  for (const room of allRooms(core)) {
    for (const kept of [room.keys, room.made, room.bodyKeys]) kept.clear()
    Object.assign(room, { identities: [], spare: null })
  }
  core.roots = []
  core.hedge = new Uint8Array(0)
  core.freshWords = null
}
