import { backupFolder } from '../server/copies.ts'
import { backupPostgres } from '../server/copies-postgres.ts'
import { usualFolder } from './serve.ts'
import { readArgs, readDatabase, UsageError } from './usage.ts'

const help = `holdfast backup FILE [options]

Copies the sealed data of a server into one new file, while it runs. The copy holds no readable word, but it holds the server's own keys: keep it like the server.

  --data FOLDER    the data folder (default ~/.holdfast)
  --database URL   postgres://... instead of the data folder (or DATABASE_URL)
`

export async function backup(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { data: { type: 'string' }, database: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, help)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError(`Name one new file.\n\n${help}`)
  const database = readDatabase(values.database)
  const size = database === null ? backupFolder(values.data ?? usualFolder(), file) : await backupPostgres(database, file)
  process.stdout.write(`${file}: ${size} bytes, sealed as the server holds them.\n`)
  return 0
}
