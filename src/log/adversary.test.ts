/** Random schedules of a lying host against honest members. Signatures, hashes and bodies are real, boxes as in histories.test.ts. */
import { expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { inspect } from './inspect.ts'
import { replay } from './replay.ts'
import { randomSchedule, shown, type Replica, type Schedule } from './testing/adversary.ts'
import { withFastBoxes } from './testing/fast-boxes.ts'
import { person } from './testing/people.ts'

const count = Number(process.env['SCHEDULES'] ?? (process.env['HOLDFAST_LONG'] === '1' ? 2_000 : 200))
const firstSeed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000))
const SIDE_BY_SIDE = 8

const floors: readonly (readonly [string, number])[] = [
  ['taken', 10],
  ['appends', 4],
  ['appends swallowed', 0.5],
  ['races lost', 0.5],
  ['forks', 1],
  ['forks found', 0.12],
  ['forked pairs at the end', 0.15],
  ['crossings', 1],
  ['stops', 0.7],
  ['duplicates', 0.5],
  ['gaps', 0.3],
  ['bodies refused', 0.1],
]

async function chainsHoldAndHoldOnlyWhatWasWritten(schedule: Schedule): Promise<void> {
  for (const replica of schedule.replicas) {
    const whole = await replay(
      replica.chain.map(({ wire }) => wire),
      { boxes: 'own' },
    )
    expect(whole.stop).toBe(null)
    expect(whole.state?.head.link).toBe(replica.state.head.link)
    const strange = whole.entries.filter(({ header, link }) => schedule.honest.get(link)?.rk !== header.author)
    expect(strange).toEqual([])
  }
}

function everyActIsOnTheChainOrUnsent(replica: Replica, acts: readonly string[]): void {
  const unsent = new Set(replica.outbox.map(({ act }) => toHex(act)))
  const lost = replica.written.filter((act) => !acts.includes(act) && !unsent.has(act))
  expect(lost).toEqual([])
}

async function actsOnChain(replica: Replica): Promise<readonly string[]> {
  const whole = await replay(
    replica.chain.map(({ wire }) => wire),
    { boxes: 'own', keys: replica.keys },
  )
  return whole.entries.flatMap(({ body }) => (body.kind === 'opened' ? [toHex(body.plaintext.act)] : []))
}

// Whoever was shown another tail stops as soon as anything of the other side reaches them, and says what they saw.
async function noForkCrossesUnseen(schedule: Schedule): Promise<number> {
  const pairs = { count: 0 }
  for (const one of schedule.replicas) {
    for (const other of schedule.replicas) {
      const forkAt = one.chain.findIndex(({ link }, seq) => other.chain[seq] !== undefined && other.chain[seq].link !== link)
      if (forkAt === -1 || one.stopped) continue
      pairs.count += 1
      const copy: Replica = { ...one, chain: one.chain.slice(), outbox: [], kept: [] }
      for (const { wire } of other.chain.slice(forkAt)) await shown({ counts: new Map() }, copy, wire)
      expect(copy.stopped).toMatchObject({ seq: expect.any(Number), shown: expect.anything() })
      expect(copy.chain.slice(0, one.chain.length).every(({ link }, seq) => link === one.chain[seq]!.link)).toBe(true)
    }
  }
  return pairs.count
}

async function whoStoppedHasEvidence(schedule: Schedule): Promise<void> {
  for (const { stopped } of schedule.replicas) {
    if (stopped === null) continue
    const again = await inspect(stopped.shown, { trust: false })
    // Either the entry is no entry of anybody's, or it is signed and stands elsewhere: both can be shown to others.
    expect(again.ok ? stopped.rule : again.error.rule).toBe(stopped.rule)
  }
}

test(`in ${count} random schedules of a lying host from seed ${firstSeed} nothing false is taken and nothing honest is lost`, async () => {
  const pools = await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, (_, lane) =>
      Promise.all(['ann', 'bob', 'cem', 'dan', 'link', 'host'].map((name) => person(`schedule ${lane} ${name}`))),
    ),
  )
  const totals = new Map<string, number>()
  const next = { seed: firstSeed }
  await Promise.all(
    pools.map(async (pool) => {
      const [ann, bob, cem, dan, link, host] = await Promise.all(pool.map((one) => withFastBoxes(one)))
      while (next.seed < firstSeed + count) {
        const seed = next.seed++
        const schedule = await randomSchedule(seed, [ann!, bob!, cem!, dan!].slice(0, 2 + (seed % 3)), link!, host!)
        try {
          await chainsHoldAndHoldOnlyWhatWasWritten(schedule)
          for (const replica of schedule.replicas) everyActIsOnTheChainOrUnsent(replica, await actsOnChain(replica))
          const pairs = await noForkCrossesUnseen(schedule)
          totals.set('forked pairs at the end', (totals.get('forked pairs at the end') ?? 0) + pairs)
          await whoStoppedHasEvidence(schedule)
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error })
        }
        for (const [what, times] of schedule.counts) totals.set(what, (totals.get(what) ?? 0) + times)
      }
    }),
  )
  console.info(`${count} schedules from seed ${firstSeed}:`, Object.fromEntries([...totals].toSorted()))
  if (count >= 100) for (const [what, least] of floors) expect(totals.get(what) ?? 0, what).toBeGreaterThanOrEqual(least * count)
}, 3_600_000)
