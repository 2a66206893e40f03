import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHoldfast } from './host.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'holdfast-build-'))
// Names and depths that differ, because a build could let either show.
const places = [join(scratch, 'a'), join(scratch, 'deeper', 'somewhere', 'else')] as const

const started: Started[] = []

beforeAll(async () => {
  // At other hours of the day, in other languages, and from a shell that is set up for tests, too. One of them as somebody does who has just cloned it: `npm start` builds by itself.
  for (const place of places) unpackedIn(place)
  await buildIn(places[0], { TZ: 'Pacific/Auckland', LANG: 'es_ES.UTF-8', NODE_ENV: 'test' })
  started.push(await npmStart(places[1], { TZ: 'America/Lima', LANG: 'C', NODE_ENV: '' }))
})

afterAll(async () => {
  for (const one of started) await one.stop()
  rmSync(scratch, { recursive: true, force: true })
})

function unpackedIn(place: string): void {
  mkdirSync(place, { recursive: true })
  for (const path of ['bin', 'src', 'scripts', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']) cpSync(root + path, join(place, path), { recursive: true })
  symlinkSync(`${root}node_modules`, join(place, 'node_modules'))
}

async function buildIn(place: string, env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: place,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const exitCode = await new Promise((resolve) => child.on('exit', resolve))
  expect(exitCode).toBe(0)
}

interface Started {
  readonly said: string
  /** What it answers at this path of the address it printed. */
  answers(path: string): Promise<Response>
  /** As Ctrl+C does: everything that `npm start` began is asked to stop. */
  stop(): Promise<void>
}

/** Resolves once it printed where it listens. */
async function npmStart(place: string, env: Readonly<Record<string, string>> = {}): Promise<Started> {
  // A group of its own, as a terminal gives it.
  const child = spawn('npm', ['start', '--', '--port', '0'], { cwd: place, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const { said, address } = await heard(child)
  return {
    said,
    answers: (path) => fetch(address + path),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
      await ended
    },
  }
}

/** All it printed until, and with, the address. A first start prints a link as well, in the same piece. */
function heard(child: ChildProcess): Promise<{ readonly said: string; readonly address: string }> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: string): void => {
      said += text
      const address = /listens at (http:\/\/localhost:\d+)\n/.exec(said)?.[1]
      if (address !== undefined) resolve({ said, address })
    }
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear)
    child.on('close', (exitCode) => reject(new Error(`npm start ended with ${exitCode}:\n${said}`)))
  })
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

test('npm start on a fresh clone builds the app and answers with it at the address it prints; the next start builds nothing and has the same data', { retry: 0 }, async () => {
  const [first] = started
  expect(first!.said).toContain('Building the app')
  const key = /#start=([\w-]+)\n/.exec(first!.said)?.[1]
  expect(key).toBeDefined()
  const page = await first!.answers('/')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(Buffer.from(await page.arrayBuffer()).toString('latin1')).toBe(built(places[1])['/index.html'])
  await first!.stop()
  const second = await npmStart(places[1])
  started.push(second)
  expect(second.said).not.toMatch(/Building the app|#start=/)
  expect((await second.answers('/healthz')).status).toBe(200)
  await second.stop()
  const { stdout } = await runHoldfast(['door', '--data', join(places[1], 'data')])
  expect(stdout).toContain(key)
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
