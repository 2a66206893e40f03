/** `npm run bench [NAME ...]`: every measurement, or those named. Figures and ratios only; nothing here passes or fails. */
import { cpus } from 'node:os'
import { benchAppends } from './appends.ts'
import { benchCircleOfEight } from './circle-of-eight.ts'
import { benchFirstScreen } from './first-screen.ts'
import { benchIdle, benchLive } from './live.ts'
import { benchMembership } from './membership.ts'
import { benchOpenConcern } from './open-concern.ts'
import { benchOpenRoom } from './open-room.ts'
import { startPostgres } from '../src/testing/postgres.ts'
import { benchVaultTiming } from './vault-timing.ts'

const measurements: Readonly<Record<string, () => Promise<void>>> = {
  appends: () => benchAppends({ requests: 12_800 }),
  'appends-postgres': async () => {
    const postgres = await startPostgres()
    await benchAppends({ requests: 12_800, database: await postgres.newDatabase() })
    await benchAppends({ requests: 12_800, database: await postgres.newDatabase(), hosts: 2 })
    await postgres.end()
  },
  live: () => benchLive({ listeners: 200, perSecond: 50, seconds: 20 }),
  idle: () => benchIdle({ connections: 5_000, rooms: 500 }),
  'open-room': async () => {
    await benchOpenRoom({ sizes: [10_000], throttled: [1, 4], runs: 3 })
    await benchOpenRoom({ sizes: [1_000, 100_000], throttled: [1], runs: 1 })
  },
  'open-concern': () => benchOpenConcern({ entries: 300, throttled: 4, runs: 3 }),
  'first-screen': () => benchFirstScreen({ throttled: 4, runs: 5 }),
  'vault-timing': () => benchVaultTiming(2_000),
  membership: () => benchMembership([10, 100, 1_000]),
  'circle-of-eight': benchCircleOfEight,
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => measurements[name] === undefined)
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}`)
  process.exitCode = 2
} else {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`)
  for (const [name, measure] of Object.entries(measurements)) if (named.length === 0 || named.includes(name)) await measure()
}
