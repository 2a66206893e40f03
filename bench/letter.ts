/** `npm run bench:letter`: how often the letter checker is right on labelled lines, apart for those it was developed on and those that were kept back. */
import { readFileSync } from 'node:fs'
import { hintsFor } from '../src/letter/check.ts'
import { hints } from '../src/letter/hints.ts'
import { heldOut, readLines, type LabelledLine } from './letter-split.ts'

function isRight({ language, hints: wanted, sentence }: LabelledLine): boolean {
  const found: readonly string[] = hintsFor(sentence, language)
  return wanted.length === 0 ? found.length === 0 : wanted.every((hint) => found.includes(hint))
}

function row(name: string, lines: readonly LabelledLine[]): void {
  if (lines.length === 0) return
  const right = lines.filter((line) => isRight(line)).length
  console.log(`  ${name.padEnd(28)} ${String(right).padStart(3)} of ${String(lines.length).padStart(3)}   ${Math.round((100 * right) / lines.length)} %`)
}

function report(name: string, lines: readonly LabelledLine[]): void {
  console.log(`\n${name}`)
  for (const language of ['en', 'es'] as const) {
    const own = lines.filter((line) => line.language === language)
    row(
      `${language} right hint, all`,
      own.filter((line) => line.hints.length > 0),
    )
    for (const hint of hints)
      row(
        `${language} ${hint}`,
        own.filter((line) => line.hints[0] === hint),
      )
    row(
      `${language} good lines, no hint`,
      own.filter((line) => line.hints.length === 0),
    )
  }
  row(
    'right hint',
    lines.filter((line) => line.hints.length > 0),
  )
  row(
    'good lines, no hint',
    lines.filter((line) => line.hints.length === 0),
  )
}

const lines = readLines(readFileSync(new URL('letter-lines.txt', import.meta.url), 'utf8'))
const kept = heldOut(lines)
const part = process.argv[2]
if (part !== 'held-out')
  report(
    'Lines it was developed on',
    lines.filter(({ id }) => !kept.has(id)),
  )
if (part !== 'development')
  report(
    'Lines kept back',
    lines.filter(({ id }) => kept.has(id)),
  )
