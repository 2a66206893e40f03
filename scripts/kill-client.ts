/**
 * Kills a client at random points of what it does, again and again, and looks whether anything acknowledged is missing, there twice, or half done.
 *
 *   node scripts/run.js scripts/kill-client.ts --rounds 200
 *   node scripts/run.js scripts/kill-client.ts --rounds 10 --seed 4711
 *
 * A real server process, a real client process with its store in a folder, SIGKILL. Half of the kills are laid exactly between two moments of the client (a write to
 * its store, a frame to its socket, an entry seen), half fall some milliseconds after one.
 */
import { parseArgs } from 'node:util'
import { startHost } from '../e2e/host.ts'
import type { Fault } from './kill-client-checks.ts'
import { openLane, phases, type Lengths, type Phase, type Round } from './kill-client-lane.ts'
import { kinds, type Kind } from './kill-client-words.ts'

// A circle is used again for so many rounds: it grows with every newcomer and room, and a host takes six rotations a day of one person.
const ROUNDS_PER_CIRCLE = 10
const LANES = 2

export interface KillReport {
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly twice: number
  readonly torn: number
  /** Kills between the first write and the last acknowledgement. */
  readonly amid: number
  readonly faults: readonly Fault[]
  readonly text: string
}

export async function killClients(order: { readonly rounds: number; readonly seed: number; readonly say: (line: string) => void }): Promise<KillReport> {
  const host = await startHost({ args: ['--no-app'] })
  const doorKey = host.startKey()
  const lengths: Lengths = new Map()
  const done: Round[] = []
  const left = { next: 0 }
  async function lane(number: number): Promise<void> {
    const draw = drawn(order.seed + number)
    while (left.next < order.rounds) {
      const circle = await openLane({ origin: host.origin, doorKey, draw, lengths })
      try {
        for (let used = 0; used < ROUNDS_PER_CIRCLE && left.next < order.rounds; used++) {
          const round = await circle.round(kinds[left.next++ % kinds.length]!)
          done.push(round)
          for (const { kind, what } of round.faults) order.say(`${kind.toUpperCase()}: ${what} (${round.phase})`)
          if (done.length % 20 === 0) order.say(summaryOf(done))
          // A circle with a fault would show it again in every round.
          if (round.faults.length > 0) break
        }
      } finally {
        await circle.end()
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
  } finally {
    await host.end()
  }
  const faults = done.flatMap((round) => round.faults)
  const counted = (kind: Fault['kind']): number => faults.filter((fault) => fault.kind === kind).length
  return {
    rounds: done.length,
    acknowledged: done.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    lost: counted('lost'),
    twice: counted('twice'),
    torn: counted('torn'),
    amid: amidOf(done),
    faults,
    text: `${histogramOf(done)}\n${summaryOf(done)}`,
  }
}

function amidOf(rounds: readonly Round[]): number {
  return rounds.filter(({ phase }) => phase === 'written, none acknowledged' || phase === 'some acknowledged').length
}

function summaryOf(rounds: readonly Round[]): string {
  const of = (kind: Fault['kind']): number => rounds.flatMap(({ faults }) => faults).filter((fault) => fault.kind === kind).length
  const acknowledged = rounds.reduce((sum, one) => sum + one.acknowledged, 0)
  return `${rounds.length} rounds, ${of('lost')} lost, ${of('twice')} twice, ${of('torn')} torn; ${acknowledged} acknowledged, ${amidOf(rounds)} kills between first write and last acknowledgement`
}

function histogramOf(rounds: readonly Round[]): string {
  const count = (kind: Kind, phase: Phase): number => rounds.filter((round) => round.kind === kind && round.phase === phase).length
  const wide = Math.max(...phases.map(({ length }) => length)) + 2
  const head = ['', ...phases].map((text, at) => (at === 0 ? text.padEnd(8) : text.padStart(wide))).join('')
  const rows = kinds.map((kind) => kind.padEnd(8) + phases.map((phase) => String(count(kind, phase)).padStart(wide)).join(''))
  return [head, ...rows].join('\n')
}

/** Small numbers from a seed (mulberry32). */
function drawn(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string' } } })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
  console.log(`seed ${seed}`)
  const report = await killClients({ rounds: Number(values.rounds), seed, say: (line) => console.log(line) })
  console.log(`\n${report.text}`)
  process.exitCode = report.faults.length === 0 ? 0 : 1
}
