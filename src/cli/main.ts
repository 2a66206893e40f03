/** `holdfast serve|verify|export|replay|backup|restore|door|letter ...`. Run by bin/holdfast.js under a Node that fits. */
import { CannotStart } from '../server/store.ts'
import { UsageError } from './usage.ts'

type Command = (args: readonly string[]) => Promise<number>

// Each is loaded only when it is asked for: a server that runs has no code in its process that could open an entry.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  verify: async () => (await import('./verify.ts')).verify,
  export: async () => (await import('./export.ts')).exportMine,
  replay: async () => (await import('./replay.ts')).replay,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  door: async () => (await import('./door.ts')).door,
  letter: async () => (await import('./letter.ts')).letter,
}

const help = `Holdfast: a private place for a group, on a machine you choose.

  holdfast serve    start the server                     holdfast serve --help
  holdfast verify   compare what an address serves       holdfast verify --help
  holdfast export   take your own words out              holdfast export --help
  holdfast replay   verify an export, offline            holdfast replay --help
  holdfast backup   copy the sealed data while it runs   holdfast backup --help
  holdfast restore  put a copy back                      holdfast restore --help
  holdfast door     show the start link, or change it    holdfast door --help
  holdfast letter   look over an apology on this machine holdfast letter --help
`

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    const isAsked = name === '' || name === 'help' || name === '--help' || name === '-h'
    ;(isAsked ? process.stdout : process.stderr).write(isAsked ? help : `There is no command "${name}".\n\n${help}`)
    return isAsked ? 0 : 2
  }
  try {
    return await (
      await command()
    )(rest)
  } catch (error) {
    if (error instanceof CannotStart || error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`)
      return error instanceof UsageError ? 2 : 1
    }
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
