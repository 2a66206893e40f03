import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../src/server/static.ts'

// Documents that promise something which is not so are worse than none.

const root = fileURLToPath(new URL('..', import.meta.url))

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  const found = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return found.filter((path) => ending.test(path)).map((path) => join(folder, path))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

const documents = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesBelow('docs', /\.md$/)]

test('every document that somebody looks for is there', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'PROTOCOL.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md']))
  expect(read('LICENSE')).toContain('GNU AFFERO GENERAL PUBLIC LICENSE')
})

test.each(documents)('every link of %s within the project leads somewhere', (document) => {
  const targets = [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target)
  const broken = targets.filter((target) => !existsSync(join(root, dirname(document), target)))
  expect(broken).toEqual([])
})

test.each(documents)('every npm command that %s tells people to type exists', (document) => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
  const named = [...read(document).matchAll(/npm (?:run )?(start|test|[a-z]+:[a-z]+|(?<=run )[a-z-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

// What a host, a member, a thief or a page may try, by the id its test carries in its title: A a lying host, B keys and accounts, C a malicious member,
// D doors, login and local state, E what a seized machine tells, G the app's code, H a watched phone.
const due = `
  A01 A02 A03 A04 A05 A06 A08 A09 A10 A11 A12 A13 A14 A15 A17 A18 A19 A20 A21 A24 A26 A27 A28 A29
  B01 B02 B03 B04 B05 B06 B07 B08 B09 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 B21 B23 B24 B25 B26
  C01 C02 C03 C04 C05 C06 C07 C08 C09 C10 C11 C12 C13 C15 C16 C17 C18 C19 C20 C21 C22 C23 C25 C28 C29 C30 C31 C32 C33 C35 C38 C39 C40 C41 C42 C43 C44
  C45 C46 C47 C48 C49 C50 C51 C52 C53
  D01 D02 D03 D04 D08 D09 D11 D12 D14 D15 D16 D17 D18 D19 D20 D21 D22 D23 D24 D25
  E01 E03 E04 E05 E09 E12 E13 E14
  G01 G02 G03 G05 G06 G07 G08 G09 G10
  H01 H03 H04 H05 H06
`

function idsInTitles(): ReadonlySet<string> {
  const tests = [...filesBelow('src', /\.(test|suite)\.tsx?$/), ...filesBelow('e2e', /\.e2e\.ts$/)].map(read).join('\n')
  return new Set([...tests.matchAll(/\[([^\]\n]*)\]/g)].flatMap(([, inside = '']) => inside.match(/\b[A-Z]{1,2}\d{1,2}\b/g) ?? []))
}

test('every attack this version must survive has a test with its id in the title', () => {
  const titled = idsInTitles()
  expect(
    due
      .trim()
      .split(/\s+/)
      .filter((id) => !titled.has(id)),
  ).toEqual([])
})

test('every attack and every rule that SECURITY.md names has a test with its id in the title', () => {
  const named = new Set([...read('SECURITY.md').matchAll(/\b[A-Z]{1,2}\d{1,2}\b/g)].map(([id]) => id))
  const titled = idsInTitles()
  expect(named.size).toBeGreaterThan(60)
  expect([...named].filter((id) => !titled.has(id))).toEqual([])
})

test('every command of holdfast that a document shows exists, with the options shown', () => {
  const shown = [...documents, 'Dockerfile', 'compose.yaml'].flatMap((document) =>
    read(document)
      .split('\n')
      .flatMap((line) => commandsIn(line)),
  )
  expect(shown.length).toBeGreaterThan(5)
  const helps = new Map([...new Set(shown.map(({ command }) => command))].map((command) => [command, helpOf(command)]))
  const unknown = shown.flatMap(({ command, options }) =>
    options.filter((option) => !helps.get(command)?.includes(option)).map((option) => `${command} ${option}`),
  )
  expect(unknown).toEqual([])
})

interface Shown {
  readonly command: string
  readonly options: readonly string[]
}

function commandsIn(line: string): readonly Shown[] {
  const found = /(?:holdfast(?:\.js)?["',\s]+|`|\[")(serve|verify|backup|restore|door)\b["',]?([^`]*)/.exec(line)
  return found === null ? [] : [{ command: found[1] ?? '', options: (found[2] ?? '').match(/--[a-z-]+/g) ?? [] }]
}

function helpOf(command: string): string {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'bin/holdfast.js'), command, '--help'], { encoding: 'utf8' })
  expect(status, command).toBe(0)
  return stdout
}

test('the policy that a page tells people to send is the one the server sends', () => {
  const shown = /Content-Security-Policy "([^"]+)"/.exec(read('docs/deploy-small-machine.md'))?.[1]
  expect(shown).toBe(contentSecurityPolicy(['https://notes.example.net']))
})
