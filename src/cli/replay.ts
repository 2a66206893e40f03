import { readFile } from 'node:fs/promises'
import { asker } from './ask.ts'
import { runReplay } from './replay-export.ts'
import { readArgs, UsageError } from './usage.ts'

const help = `holdfast replay FILE

  Verifies an export without a network: every signature, every list of boxes, every box of yours, and that its readable copy says what was signed.
  Asks for the passphrase, or reads it as one line from a pipe.
`

/** Exit code 0: everything holds; 1: it does not, with one line for each room; 2: the file could not be read or opened. */
export async function replay(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { help: { type: 'boolean', short: 'h' } }, help)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError(`Name the file of the export.\n\n${help}`)
  const file = await readFile(path).catch(() => null)
  if (file === null) throw new UsageError(`There is no file ${path} that can be read.`)
  const { ask, stop } = asker(process.stdin, process.stderr)
  try {
    return await runReplay({ file: new Uint8Array(file), ask, say: (line) => process.stdout.write(`${line}\n`) })
  } finally {
    stop()
  }
}
