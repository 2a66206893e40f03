/**
 * The client that kill-client.ts kills: an engine on a store in a folder. Takes orders as lines of JSON on its standard input.
 *
 * Says on file descriptor 3 what happens, each time before it goes on: a write to the store, a frame to the socket, an entry of its own seen on the chain, an
 * act over. At the moment it was told to stall it stands still and waits for its end, so that a kill can be laid between any two of them.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { assert } from '../src/base/assert.ts'
import { systemClock, systemRandom } from '../src/base/clock.system.ts'
import type { Result } from '../src/base/result.ts'
import type { Session } from '../src/client/api.ts'
import { allRooms, type Core } from '../src/client/core.ts'
import { createEngine } from '../src/client/engine.ts'
import { keptWords } from '../src/client/kept-words.ts'
import { rekeyIsUnfinished } from '../src/client/rekey.ts'
import { myMemberId } from '../src/client/room.ts'
import { rotate } from '../src/client/room-write.ts'
import { coreOf } from '../src/client/session.ts'
import { connectWebSocket, type Connect } from '../src/client/socket.ts'
import type { Store } from '../src/client/store.ts'
import { practices } from '../src/practices/index.ts'
import { fileStore } from '../src/testing/file-store.ts'
import { good, until } from '../src/testing/world.ts'
import { eventually } from './eventually.ts'
import type { Done, Moment, Order, Settled } from './kill-client-words.ts'

const REPORTS = 3
const standing: { session: Session | null; moments: number; stallAt: number; isActing: boolean } = {
  session: null,
  moments: 0,
  stallAt: Number.POSITIVE_INFINITY,
  isActing: false,
}
/** Entries of each room that were looked at. */
const lookedAt = new Map<string, number>()

/** Written at once, not queued: what a process that is killed had queued would be lost. */
function say(moment: Moment): void {
  writeSync(REPORTS, `${JSON.stringify(moment)}\n`)
}

function note(moment: Moment): void {
  say(moment)
  if (!standing.isActing) return
  standing.moments += 1
  if (standing.moments >= standing.stallAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function watchedStore(store: Store): Store {
  const told = async (work: () => Promise<boolean>): Promise<boolean> => {
    note({ what: 'put' })
    const kept = await work()
    note({ what: 'kept' })
    return kept
  }
  return { ...store, put: (pairs) => told(() => store.put(pairs)), remove: (keys) => told(() => store.remove(keys)) }
}

const watchedConnect: Connect = (origin, events) => {
  const socket = connectWebSocket(origin, events)
  return {
    close: () => socket.close(),
    send: (message) => {
      socket.send(message)
      note({ what: 'frame' })
    },
  }
}

function session(): Session {
  assert(standing.session !== null, 'somebody has signed in')
  return standing.session
}

function took(opened: Session): void {
  standing.session = opened
  opened.subscribe(noteSeen)
  noteSeen()
}

/** Own entries that now stand on the chain: the host acknowledged them, and here it shows. */
function noteSeen(): void {
  const core = coreOf(session())
  for (const room of allRooms(core)) {
    for (const held of room.entries.slice(lookedAt.get(room.id) ?? 0)) {
      if (held.by === myMemberId(room)) note({ what: 'seen', room: room.id, seq: held.header.seq, link: held.link })
    }
    lookedAt.set(room.id, room.entries.length)
  }
}

async function obey(order: Order): Promise<Done> {
  switch (order.do) {
    case 'join': {
      const engine = await makeEngine()
      const knocking = good(await engine.knock(good(await engine.readInvitation(order.link)), order.name, 'this-device'))
      say({ what: 'knocked', words: knocking.words })
      took(good(await knocking.result))
      return {}
    }
    case 'start': {
      const state = await (await makeEngine()).start()
      assert(state.kind === 'open', `the device opens again, but: ${state.kind}`)
      took(state.session)
      return {}
    }
    case 'settle':
      return { settled: await settled() }
    case 'words':
      return { words: good(await session().showWords('en')) }
    case 'code':
      return { code: good(await session().makeRecoveryCode()) }
    case 'act':
      return acted(order)
  }
}

async function makeEngine(): Promise<ReturnType<typeof createEngine>> {
  const [folder] = process.argv.slice(2)
  assert(folder !== undefined, 'the folder of the store is the argument')
  return createEngine({ store: watchedStore(await fileStore(folder)), connect: watchedConnect, clock: systemClock, random: systemRandom, practices })
}

/** Live, with nothing that waits and one root in every room; waits for it. */
async function settled(): Promise<Settled> {
  const core = coreOf(session())
  const newest = core.roots.at(-1)!.epoch
  const isSettled = (): boolean => core.connection === 'live' && core.outbox.isQuiet() && core.outbox.items().length === 0 && epochs(core).every((epoch) => epoch === newest) && !rekeyIsUnfinished(core)
  assert((await eventually(isSettled, 120)) !== null, `the client settles, but: ${JSON.stringify({ connection: core.connection, outbox: core.outbox.items().map(({ state }) => state), epochs: epochs(core), newest })}`)
  // Words of new keys are offered once the last room has them.
  const kept = await keptWords(core)
  const isOffered = await eventually(() => kept === null || kept.epoch !== newest || core.freshWords !== null, 60)
  assert(isOffered, 'words that nobody was shown are offered')
  const seen = session().snapshot()
  return {
    epoch: newest,
    words: seen.words,
    knocks: seen.circle.knocks.map(({ id }) => id),
    invitations: seen.roomInvitations.map(({ id }) => id),
    rooms: allRooms(core).map((room) => ({ room: room.id, links: room.entries.map(({ link }) => link), verdict: room.verdict.kind })),
  }
}

function epochs(core: Core): readonly (number | undefined)[] {
  return allRooms(core).map((room) => room.identities.find(({ rkHex }) => room.state?.byKey.has(rkHex) === true)?.epoch)
}

/** What must be there before the act begins is waited for first. */
async function acted(order: Extract<Order, { do: 'act' }>): Promise<Done> {
  const core = coreOf(session())
  switch (order.kind) {
    case 'send':
      begin(order.stallAt)
      await Promise.all(order.lines.map((line) => sendLine(line)))
      assert(await eventually(() => core.outbox.items().length === 0 && core.outbox.isQuiet(), 120), 'what was written is sent')
      break
    case 'rotate':
      begin(order.stallAt)
      if (isCutOff(await rotate(core, core.commons!))) return {}
      break
    case 'admit': {
      const knock = await until({ session }, (now) => now.circle.knocks.find(({ words }) => words.join(' ') === order.words), 120)
      begin(order.stallAt)
      if (isCutOff(await session().admit(knock.id))) return {}
      break
    }
    case 'enter': {
      const invitation = await until({ session }, (now) => now.roomInvitations[0], 120)
      begin(order.stallAt)
      if (isCutOff(await session().acceptRoom(invitation.id))) return {}
      break
    }
    case 'rekey': {
      begin(order.stallAt)
      const done = await session().rekey({ oldWords: order.oldWords, language: 'en' })
      if (!isCutOff(done)) finish(good(done))
      return {}
    }
  }
  finish()
  return {}
}

/** On a machine that has no time a connection goes by itself: that cuts an act off as a kill does, and is followed by one. Nothing else may be refused. */
function isCutOff<Failure extends { readonly kind: string }>(result: Result<unknown, Failure>): boolean {
  if (result.ok || result.error.kind !== 'offline') {
    good(result)
    return false
  }
  say({ what: 'cut' })
  return true
}

function begin(stallAt: number): void {
  say({ what: 'begun' })
  standing.moments = 0
  standing.stallAt = stallAt
  standing.isActing = true
}

function finish(words?: readonly string[]): void {
  noteSeen()
  note({ what: 'over', ...(words === undefined ? {} : { words }) })
  // What is over may be killed a little later too; then nothing more is counted.
  standing.isActing = false
}

/** Its words are in the outbox when this says so: from then on they may not get lost. */
async function sendLine(line: string): Promise<void> {
  const ben = session()
    .snapshot()
    .circle.people.find(({ name }) => name === 'Ben')
  assert(ben !== undefined, 'Ben is in the circle')
  good(await session().act('appreciation', { kind: 'thank', to: ben.id, saw: line, changed: 'much', shows: ['care'], leadNext: '', offered: true }))
  note({ what: 'outbox', line })
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order
  obey(order).then(
    (done) => say({ what: 'done', number: order.number, done }),
    (error: unknown) => say({ what: 'failed', number: order.number, why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
}
process.exit(0)
