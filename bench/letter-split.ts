/** Which labelled lines of letter-lines.txt are kept back: a third of each language and hint, chosen by a hash of the id so that nobody picks. */
import { createHash } from 'node:crypto'

export interface LabelledLine {
  readonly id: string
  readonly language: 'en' | 'es'
  /** Empty: a good line, on which nothing may fire. */
  readonly hints: readonly string[]
  readonly sentence: string
}

/** `id|language|hints, or - for none|sentence`; a line that begins with # is a remark. */
export function readLines(text: string): readonly LabelledLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', language = '', hints = '', ...rest] = line.split('|')
      if (language !== 'en' && language !== 'es') throw new Error(`Line ${id} names no language: ${language}`)
      return { id, language, hints: hints === '-' ? [] : hints.split(',').map((hint) => hint.trim()), sentence: rest.join('|').trim() }
    })
}

/** The ids that are kept back. */
export function heldOut(lines: readonly LabelledLine[]): ReadonlySet<string> {
  const groups = Map.groupBy(lines, ({ language, hints }) => `${language} ${hints[0] ?? '-'}`)
  return new Set(
    [...groups.values()].flatMap((group) =>
      group
        .map(({ id }) => ({ id, hash: createHash('sha256').update(id).digest('hex') }))
        .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
        .slice(0, Math.round(group.length / 3))
        .map(({ id }) => id),
    ),
  )
}
