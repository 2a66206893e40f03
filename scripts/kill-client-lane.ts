/**
 * One circle and one client that is killed in it, round after round. Ben's device runs here and is never killed; Ana's is the one that dies.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock, systemRandom } from '../src/base/clock.system.ts'
import type { Session } from '../src/client/api.ts'
import { createEngine } from '../src/client/engine.ts'
import { connectWebSocket } from '../src/client/socket.ts'
import { memoryStore } from '../src/client/store.ts'
import { practices } from '../src/practices/index.ts'
import { good, idOf, until } from '../src/testing/world.ts'
import { checkEverything, type Fault, type Ledger, type Newcomer } from './kill-client-checks.ts'
import { startClient, type Client } from './kill-client-process.ts'
import type { Act, Kind, Moment } from './kill-client-words.ts'

export const phases = ['before the first write', 'written, none acknowledged', 'some acknowledged', 'all acknowledged'] as const
export type Phase = (typeof phases)[number]

export interface Round {
  readonly kind: Kind
  readonly phase: Phase
  /** Entries and acts that were acknowledged in it. */
  readonly acknowledged: number
  readonly faults: readonly Fault[]
}

/** How many moments an act of a kind was seen to have: so that kills are spread over all of them. */
export type Lengths = Map<Kind, number>

export interface LaneOrder {
  readonly origin: string
  readonly doorKey: string
  readonly draw: (below: number) => number
  readonly lengths: Lengths
}

export interface Lane {
  round(kind: Kind): Promise<Round>
  end(): Promise<void>
}

interface BenDevice {
  session(): Session
}

// Shorter than a frame there and back: a kill that is not laid between two moments falls near one.
const LONGEST_DELAY = 12

export async function openLane({ origin, doorKey, draw, lengths }: LaneOrder): Promise<Lane> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-killed-'))
  const newEngine = (): ReturnType<typeof createEngine> =>
    createEngine({ store: memoryStore(), connect: connectWebSocket, clock: systemClock, random: systemRandom, practices })
  const benSession = good(await newEngine().startCircle({ host: origin, doorKey, circleName: 'Kitchen', myName: 'Ben', keep: 'memory' }))
  const ben: BenDevice = { session: () => benSession }
  await until(ben, (now) => now.connection === 'live', 120)
  let client = startClient(folder)
  const { link } = good(await benSession.invite({ uses: 1, days: 7, note: '' }))
  const joining = client.ask({ do: 'join', link, name: 'Ana' })
  joining.catch(() => {})
  const knocked = await client.hears(({ what }) => what === 'knocked')
  const shown = await until(ben, (now) => now.circle.knocks.find(({ words }) => knocked.what === 'knocked' && words.join() === knocked.words.join()), 120)
  good(await benSession.admit(shown.id))
  await joining
  await until(ben, (now) => now.circle.people.some(({ name }) => name === 'Ana'), 120)
  good(await benSession.makeSteward(idOf(ben, 'Ana')))
  const ledger: Ledger = { entries: new Map(), lines: new Map(), words: '', code: '', epoch: 0 }
  ledger.words = (await client.ask({ do: 'words' })).words!.join(' ')
  ledger.code = (await client.ask({ do: 'code' })).code!
  let count = 0

  /** What somebody else does so that Ana's act can be done. */
  async function prepared(kind: Kind): Promise<{ readonly act: Act; readonly newcomer: Newcomer | null }> {
    switch (kind) {
      case 'rotate':
        return { act: { kind }, newcomer: null }
      case 'admit': {
        const newcomer = await somebodyKnocks()
        return { act: { kind, words: newcomer.words }, newcomer }
      }
      case 'enter':
        good(await benSession.openRoom({ purpose: `room ${count}`, history: 'none', owned: false, invited: [idOf(ben, 'Ana')] }))
        return { act: { kind }, newcomer: null }
      case 'rekey':
        // Half of the people have the old words at hand.
        return { act: { kind, oldWords: draw(2) === 0 ? null : ledger.words }, newcomer: null }
      case 'send': {
        const lines = [1, 2, 3].map((number) => `line ${count}.${number}`)
        return { act: { kind, lines }, newcomer: null }
      }
    }
  }

  async function somebodyKnocks(): Promise<Newcomer> {
    const invited = good(await benSession.invite({ uses: 1, days: 7, note: '' }))
    const engine = newEngine()
    const seen = good(await engine.readInvitation(invited.link))
    const knocking = good(await engine.knock(seen, `Newcomer ${count}`, 'memory'))
    return { name: `Newcomer ${count}`, words: knocking.words.join(' '), knocking }
  }

  async function round(kind: Kind): Promise<Round> {
    count += 1
    const { act, newcomer } = await prepared(kind)
    const length = lengths.get(kind) ?? 12
    const target = 1 + draw(length + 2)
    const isLaidBetween = draw(2) === 0
    const from = client.said.length
    const done = client.ask({ do: 'act', ...act, stallAt: isLaidBetween ? target : Number.MAX_SAFE_INTEGER })
    const failed = done.then(
      () => null,
      (error: unknown) => error,
    )
    await momentOf(client, from, target)
    if (!isLaidBetween) await pause(draw(LONGEST_DELAY))
    await client.kill()
    const why = await failed
    const said = client.said.slice(from)
    const refusal = said.find(({ what }) => what === 'failed')
    if (refusal !== undefined) throw new Error(`${kind}: ${String(why)}`)
    const phase = phaseOf(said)
    learn(kind, said, target)
    const acknowledged = take(ledger, act, said)
    client = startClient(folder)
    await client.ask({ do: 'start' })
    const faults = await checkEverything({ client, ben: benSession, newEngine, origin, ledger, act, isOver: said.some(({ what }) => what === 'over'), newcomer })
    return { kind, phase, acknowledged, faults }
  }

  function learn(kind: Kind, said: readonly Moment[], target: number): void {
    const over = momentsOf(said).findIndex(({ what }) => what === 'over')
    const known = lengths.get(kind) ?? 12
    if (over !== -1) lengths.set(kind, over + 1)
    else if (target >= known) lengths.set(kind, Math.ceil(known * 1.5))
  }

  return {
    round,
    end: async () => {
      await client.kill()
      benSession.lock()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves with the `target`th moment after the beginning of the act; with its end where it has fewer. */
async function momentOf(client: Client, from: number, target: number): Promise<void> {
  let left = target
  let isBegun = false
  await client.hears((moment) => {
    if (moment.what === 'begun') isBegun = true
    else if (isBegun) left -= 1
    return left <= 0 || moment.what === 'over' || moment.what === 'cut' || moment.what === 'failed'
  }, from)
}

function momentsOf(said: readonly Moment[]): readonly Moment[] {
  return said.slice(said.findIndex(({ what }) => what === 'begun') + 1)
}

export function phaseOf(said: readonly Moment[]): Phase {
  const moments = momentsOf(said)
  if (moments.some(({ what }) => what === 'over')) return 'all acknowledged'
  if (moments.some(({ what }) => what === 'seen')) return 'some acknowledged'
  return moments.some(({ what }) => what === 'put' || what === 'kept' || what === 'frame') ? 'written, none acknowledged' : 'before the first write'
}

/** Notes what must be found from now on; how much of it is new. */
function take(ledger: Ledger, act: Act, said: readonly Moment[]): number {
  let taken = 0
  if (act.kind === 'send') for (const line of act.lines) ledger.lines.set(line, 'asked for')
  for (const moment of said) {
    if (moment.what === 'seen') {
      ledger.entries.set(`${moment.room} ${moment.seq}`, moment.link)
      taken += 1
    }
    if (moment.what === 'outbox') {
      ledger.lines.set(moment.line, 'kept')
      taken += 1
    }
    if (moment.what === 'over' && moment.words !== undefined) ledger.words = moment.words.join(' ')
  }
  return taken
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
