import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemRandom } from '../base/clock.system.ts'
import { freshRow } from '../server/server.ts'
import { DATABASE_FILE } from '../server/store-sqlite.ts'
import { CannotStart } from '../server/store.ts'
import { openStoreOf } from './open-store.ts'
import { startLink, usualFolder } from './serve.ts'
import { readArgs, readDatabase, readOrigin } from './usage.ts'

const help = `holdfast door [--new] [options]

Shows the start link, which holds the door key of the server. A running server takes a new key within five seconds.

  --new            make a new key: old start links and invitations can no longer start rooms or accounts here
  --origin URL     how people reach the server (default http://localhost:4747)
  --data FOLDER    the data folder (default ~/.holdfast)
  --database URL   postgres://... instead of the data folder (or DATABASE_URL)
`

export async function door(args: readonly string[]): Promise<number> {
  const { values } = readArgs(
    args,
    { new: { type: 'boolean' }, origin: { type: 'string' }, data: { type: 'string' }, database: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    help,
  )
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const folder = values.data ?? usualFolder()
  const database = readDatabase(values.database)
  if (database === null && !existsSync(join(folder, DATABASE_FILE)))
    throw new CannotStart(`There is no server data in ${folder}. Start the server once, or name its folder with --data.`)
  const store = await openStoreOf({ folder, database, beside: true })
  try {
    if (values.new === true) await store.setDoorKey(systemRandom.bytes(16))
    store.tell([{ kind: 'server' }])
    const { row } = await store.server(freshRow(systemRandom))
    process.stdout.write(`${startLink(readOrigin('origin', values.origin ?? 'http://localhost:4747'), row.doorKey)}\n`)
    return 0
  } finally {
    await store.close()
  }
}
