import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { lookOverLines, lookOverWhole } from './letter.ts'
import { UsageError } from './usage.ts'

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-letter-'))

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('each line gives its id and its hints in the order of the table, or a dash; remarks and empty lines give nothing', () => {
  const text =
    '# id|language|sentence\na1|en|I am sorry if I hurt you, but you made me.\r\n\nb2|es|Fue mi decisión.\nc3|en|A line with a | bar and nothing else.\n'
  expect(lookOverLines(text)).toBe('a1|COND,BUT,BLAME\nb2|-\nc3|-\n')
})

test('a line of another form is refused by its number, in a sentence', () => {
  expect(() => lookOverLines('a1|en|I lied.\nb2|fr|Pardon.')).toThrow(UsageError)
  expect(() => lookOverLines('a1|en|I lied.\nb2|fr|Pardon.')).toThrow(/^Line 2 is not/)
})

test('a whole letter gives the parts it misses', () => {
  expect(lookOverWhole('Lo siento mucho. De verdad lamento todo esto. Espero que pronto todo mejore.')).toBe('NO_ACT,NO_OWN,NO_IMPACT,NO_REPAIR,NO_CHANGE\n')
})

test('holdfast letter reads a file, says what is wrong with what was typed, and leaves nothing behind', () => {
  const file = join(scratch, 'lines.txt')
  writeFileSync(file, 'k1|es|Perdón por todo.\n')
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), 'letter', ...args], { encoding: 'utf8' })
  expect(run(file)).toMatchObject({ status: 0, stdout: 'k1|VAGUE\n', stderr: '' })
  expect(run('--help').stdout).toContain('holdfast letter [--whole] FILE')
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Name the file to look over.') })
  expect(run(join(scratch, 'none.txt'))).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no file') })
}, 30_000)
