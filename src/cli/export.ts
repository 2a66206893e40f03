import { writeFile } from 'node:fs/promises'
import { asker } from './ask.ts'
import { isLongEnough, sayWhy, takeOut } from './take-out.ts'
import { readArgs, readOrigin, UsageError } from './usage.ts'

const help = `holdfast export --host URL --out FILE [--code]

  Writes one encrypted file (age) with your own words of every room, the rooms of the everyday, and your account.
  Asks for your seven words and for a passphrase for the file, at least four words; from a pipe it reads them as two lines.

  --host URL    the address of your circle
  --out FILE    a new file; one that exists is never written over
  --code        asks for the recovery code instead of the seven words
`

/** Exit code 0: written; 1: not, and why; 2: asked in a way that cannot be answered. */
export async function exportMine(args: readonly string[]): Promise<number> {
  const options = { host: { type: 'string' }, out: { type: 'string' }, code: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
  const { values, positionals } = readArgs(args, options, help)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const { host, out } = values
  if (host === undefined || out === undefined || positionals.length > 0) throw new UsageError(`Name the host and the file.\n\n${help}`)
  const origin = readOrigin('host', host)
  const way = values.code === true ? 'code' : 'words'
  const { ask, stop } = asker(process.stdin, process.stderr)
  try {
    const secret = await ask(way === 'code' ? 'Your recovery code: ' : 'Your seven words: ')
    const passphrase = await ask('A passphrase for the file, four words or more: ')
    if (!isLongEnough(passphrase)) throw new UsageError('The passphrase has four words or more: whoever finds the file can try forever.')
    if (process.stdin.isTTY && (await ask('The passphrase once more: ')) !== passphrase)
      throw new UsageError('The two passphrases differ. Nothing was written.')
    const file = await takeOut({ host: origin, secret, with: way, passphrase, waitMillis: 60_000 })
    if (!file.ok) {
      process.stderr.write(`${sayWhy(file.error)}\n`)
      return 1
    }
    return await write(out, file.value)
  } finally {
    stop()
  }
}

async function write(path: string, file: Uint8Array): Promise<number> {
  try {
    await writeFile(path, file, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    process.stderr.write(exists ? `${path} is there already. Nothing was written.\n` : `${path} cannot be written.\n`)
    return 1
  }
  process.stdout.write(`${path} is written. "holdfast replay ${path}" verifies it, without a network.\n`)
  return 0
}
