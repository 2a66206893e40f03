import { systemClock } from '../base/clock.system.ts'
import { restoreFolder } from '../server/copies.ts'
import { restorePostgres } from '../server/copies-postgres.ts'
import { usualFolder } from './serve.ts'
import { readArgs, readDatabase, UsageError } from './usage.ts'

const help = `holdfast restore FILE [options]

Puts a copy in the place of a stopped server's data. People's apps then say "behind" and hand back what the copy lacks:
each room takes only that until ten minutes after a member first opened it.

  --replace        also when data is there already; a folder keeps the old beside the new, a database does not
  --data FOLDER    the data folder (default ~/.holdfast)
  --database URL   postgres://... instead of the data folder (or DATABASE_URL); stop every server process first
`

export async function restore(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    { replace: { type: 'boolean' }, data: { type: 'string' }, database: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    help,
  )
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError(`Name the file that "holdfast backup" wrote.\n\n${help}`)
  const options = { replace: values.replace === true, clock: systemClock }
  const database = readDatabase(values.database)
  const { rooms, life, kept } = database === null ? restoreFolder(file, values.data ?? usualFolder(), options) : await restorePostgres(file, database, options)
  process.stdout.write(`Restored ${rooms} rooms, under life ${life}. Start the server; people's apps bring back what the copy lacks.\n`)
  if (kept !== null) process.stdout.write(`What was there before is kept in ${kept}.\n`)
  return 0
}
