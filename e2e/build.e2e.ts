import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'holdfast-build-'))
// Names and depths that differ, because a build could let either show.
const places = [join(scratch, 'a'), join(scratch, 'deeper', 'somewhere', 'else')] as const

beforeAll(async () => {
  // At other hours of the day, in other languages, and from a shell that is set up for tests, too.
  await buildIn(places[0], { TZ: 'Pacific/Auckland', LANG: 'es_ES.UTF-8', NODE_ENV: 'test' })
  await buildIn(places[1], { TZ: 'America/Lima', LANG: 'C', NODE_ENV: '' })
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

async function buildIn(place: string, env: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(place, { recursive: true })
  for (const path of ['src', 'scripts', 'vite.config.ts', 'tsconfig.json', 'package.json']) cpSync(root + path, join(place, path), { recursive: true })
  symlinkSync(`${root}node_modules`, join(place, 'node_modules'))
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: place,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const exitCode = await new Promise((resolve) => child.on('exit', resolve))
  expect(exitCode).toBe(0)
}

function built(place: string): Readonly<Record<string, string>> {
  const folder = join(place, 'dist/app')
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(paths.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]))
}

test('[G09] two builds in different folders, time zones, languages and shells have the same bytes', () => {
  const [first, second] = [built(places[0]), built(places[1])]
  expect(Object.keys(first).length).toBeGreaterThan(4)
  expect(Object.keys(second)).toEqual(Object.keys(first))
  expect(Object.keys(first).filter((path) => first[path] !== second[path])).toEqual([])
})

test('[B15] the switch that takes a check out of a test build is not in what ships', () => {
  const files = Object.entries(built(places[0]))
  expect(files.filter(([, text]) => text.includes('HOLDFAST_TAKE_OUT')).map(([path]) => path)).toEqual([])
})

test('[G03] the app has no inline script, no inline style and nothing made of text at run time', () => {
  const files = built(places[0])
  const page = files['/index.html'] ?? ''
  expect(page).toContain('<title>Notes</title>')
  expect([...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)]).toEqual([])
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  const scripts = Object.entries(files).filter(([path]) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  // The one place allowed is the test at start that it throws: `new Function('')` without arguments that carry code.
  const makesCode = scripts.flatMap(([path, text]) =>
    [...text.matchAll(/\beval\(|new Function\((?!(''|""|``)?\))[^)]*\)?/g)].map(([found]) => `${path}: ${found}`),
  )
  expect(makesCode).toEqual([])
})

test('[E09] nothing is pushed and nothing is mailed, so no notice can carry a word', () => {
  const scripts = Object.entries(built(places[0])).filter(([path]) => path.endsWith('.js'))
  const notices = scripts.flatMap(([path, text]) =>
    [...text.matchAll(/PushManager|pushManager|showNotification|new Notification|mailto:/g)].map(([found]) => `${path}: ${found}`),
  )
  expect(notices).toEqual([])
})

test('[E12] no file of the app names another server to load from', () => {
  const files = Object.entries(built(places[0])).filter(([path]) => /\.(js|css|html|webmanifest)$/.test(path))
  const loads = files.flatMap(([path, text]) =>
    [...text.matchAll(/(?:src|href|url\(|import\(|fetch\()[\s=('"`]*https?:\/\/[^\s'"`)]+/g)].map(([found]) => `${path}: ${found}`),
  )
  expect(loads).toEqual([])
})
