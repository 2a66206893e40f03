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

test('every attack that SECURITY.md names has a test with its id in the title', () => {
  const named = new Set([...read('SECURITY.md').matchAll(/\b[A-H]\d{2}\b/g)].map(([id]) => id))
  const tests = [...filesBelow('src', /\.(test|suite)\.tsx?$/), ...filesBelow('e2e', /\.e2e\.ts$/)].map(read).join('\n')
  const titled = new Set([...tests.matchAll(/\[([^\]\n]*)\]/g)].flatMap(([, inside = '']) => inside.match(/\b[A-H]\d{2}\b/g) ?? []))
  expect(named.size).toBeGreaterThan(20)
  expect([...named].filter((id) => !titled.has(id))).toEqual([])
})

test('every command of holdfast that a document shows exists, with the options shown', () => {
  const shown = [...documents, 'Dockerfile', 'compose.yaml'].flatMap((document) => read(document).split('\n').flatMap((line) => commandsIn(line)))
  expect(shown.length).toBeGreaterThan(5)
  const helps = new Map([...new Set(shown.map(({ command }) => command))].map((command) => [command, helpOf(command)]))
  const unknown = shown.flatMap(({ command, options }) => options.filter((option) => !helps.get(command)?.includes(option)).map((option) => `${command} ${option}`))
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
  expect(shown).toBe(contentSecurityPolicy(['https://notes.example.org']))
})
