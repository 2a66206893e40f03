import { readFile } from 'node:fs/promises'
import { hintsFor, missingFrom } from '../letter/check.ts'
import { readArgs, UsageError } from './usage.ts'

const help = `holdfast letter [--whole] FILE

  Looks a letter over on this machine, as the letter practice does for its writer. Nothing is kept or sent.
  FILE holds one line for each sentence, id|en or es|sentence; a line that begins with # is a remark.
  Prints id|HINT,HINT or id|- for each.

  --whole  FILE is one whole letter, in English, Spanish or both: prints the parts it misses, or -
`

/** Exit code 0 whatever was found; 2: the file could not be read. */
export async function letter(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { whole: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, help)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError(`Name the file to look over.\n\n${help}`)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new UsageError(`There is no file ${path} that can be read.`)
  process.stdout.write(values.whole === true ? lookOverWhole(text) : lookOverLines(text))
  return 0
}

/** The parts that are missing, or `-`. */
export function lookOverWhole(text: string): string {
  return `${missingFrom(text).join(',') || '-'}\n`
}

/** `id|HINT,HINT` for every line. */
export function lookOverLines(text: string): string {
  const lines = text.replace(/^\u{FEFF}/u, '').split(/\r?\n/)
  return lines
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, at }) => {
      const [id = '', named = '', ...sentence] = line.split('|')
      const language = named.trim()
      if (sentence.length === 0 || (language !== 'en' && language !== 'es'))
        throw new UsageError(`Line ${at + 1} is not id|en|sentence or id|es|sentence: ${line}`)
      return `${id}|${hintsFor(sentence.join('|'), language).join(',') || '-'}\n`
    })
    .join('')
}
