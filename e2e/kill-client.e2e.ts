/** A client is killed at random points of rotate, admit, enter, rekey and send: 10 rounds always drawn alike, 200 drawn anew in `npm run test:long`. KILL_SEED says them again. */
import { expect, test } from 'vitest'
import { killClients } from '../scripts/kill-client.ts'

const isLong = process.env['HOLDFAST_LONG'] === '1'
const ROUNDS = isLong ? 200 : 10
// What keeps others from landing must not depend on luck: new draws belong to the long run.
const SEED = Number(process.env['KILL_SEED'] ?? (isLong ? Math.floor(Math.random() * 1e9) : 78))

test(`[D14] a killed client loses nothing acknowledged, does nothing twice and leaves nothing half done (${ROUNDS} rounds, KILL_SEED=${SEED})`, async () => {
  const report = await killClients({ rounds: ROUNDS, seed: SEED, say: (line) => console.log(line) })
  console.log(report.text)
  expect(report.faults).toEqual([])
  expect(report.rounds).toBe(ROUNDS)
  // Most of them must fall where something can go wrong; ten are few, so that less is asked of them.
  expect(report.amid).toBeGreaterThanOrEqual(ROUNDS >= 100 ? ROUNDS / 2 : ROUNDS / 5)
  expect(report.acknowledged).toBeGreaterThan(0)
}, 7_200_000)
