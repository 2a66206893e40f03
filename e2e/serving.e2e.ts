import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../src/testing/browser.ts'
import type { TestBrowser } from '../src/testing/browser.ts'
import { runHoldfast, startHost } from './host.ts'
import type { Host } from './host.ts'

const built = fileURLToPath(new URL('../dist/app', import.meta.url))
let host: Host
let browser: TestBrowser

beforeAll(async () => {
  host = await startHost()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await host.end()
})

test('the server prints where it listens, a start link with the door key once, and stops cleanly', async () => {
  const other = await startHost()
  expect(other.lines.filter((line) => line.includes('#start='))).toHaveLength(1)
  expect(await (await fetch(`${other.origin}/healthz`)).json()).toEqual({ ok: true })
  expect(await other.stop()).toBe(0)
  await other.start()
  expect(other.lines.filter((line) => line.includes('#start='))).toHaveLength(1)
  await other.end()
})

test('a killed server starts again on the same data and port', async () => {
  const other = await startHost()
  const before = other.origin
  await other.killAndRestart()
  expect(other.origin).toBe(before)
  expect((await fetch(`${other.origin}/healthz`)).status).toBe(200)
  await other.end()
})

test('[G02] holdfast verify finds no difference at an honest host', async () => {
  const { exitCode, stdout } = await runHoldfast(['verify', host.origin])
  expect(stdout).toContain('are those of version')
  expect(exitCode).toBe(0)
})

test('[G02] holdfast verify names each file of a host that changed one byte of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-changed-'))
  cpSync(built, folder, { recursive: true })
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'files.json')
  for (const entry of paths) {
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const liar = await startHost({ args: ['--app', folder] })
  const { exitCode, stdout } = await runHoldfast(['verify', liar.origin])
  expect(exitCode).toBe(1)
  expect(stdout.split('\n').filter((line) => line.endsWith('is not what this source builds'))).toHaveLength(paths.length)
  await liar.end()
  rmSync(folder, { recursive: true })
})

test('a host without the app says so in a sentence', async () => {
  const bare = await startHost({ args: ['--no-app'] })
  const answer = await fetch(bare.origin)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('does not bring the app')
  expect((await runHoldfast(['verify', bare.origin])).exitCode).toBe(1)
  await bare.end()
})

test('[G05] the app shows nothing inside a page of somebody else', async () => {
  const trap = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(`<!doctype html><iframe src="${host.origin}/" width="300" height="300"></iframe>`)
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const { page, context } = await browser.newProfile()
  await page.goto(`http://localhost:${(trap.address() as AddressInfo).port}/`)
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame())
  expect(await frame?.evaluate(() => document.title)).not.toBe('Notes')
  await context.close()
  trap.close()
})

test('[G07] no answer sets a cookie or lets another site act with somebody else’s authority', async () => {
  for (const path of ['/', '/v1/hello', '/healthz', '/nothing.js']) {
    const answer = await fetch(host.origin + path, { headers: { origin: 'https://elsewhere.example' } })
    expect(answer.headers.get('set-cookie'), path).toBe(null)
    expect(answer.headers.get('access-control-allow-credentials'), path).toBe(null)
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff')
  }
})

test('[E13] nothing asks a browser to report errors or violations to anybody', async () => {
  for (const path of ['/', '/sw.js', '/v1/hello']) {
    const { headers } = await fetch(host.origin + path)
    expect(
      [...headers.keys()].filter((name) => /^(report-to|reporting-endpoints|nel|expect-ct|.*-report-only)$/.test(name)),
      path,
    ).toEqual([])
    expect(headers.get('content-security-policy') ?? '', path).not.toContain('report')
  }
})

test('[E12] opening the app asks nobody but the host, as the network layer itself wrote down', async () => {
  const alone = await launchBrowser()
  const { page, requests, problems } = await alone.newProfile()
  await page.goto(host.origin)
  await page.waitForLoadState('networkidle')
  expect(await page.title()).toBe('Notes')
  expect(requests.filter((url) => !url.startsWith(host.origin))).toEqual([])
  expect(problems).toEqual([])
  const contacts = await alone.close()
  expect(contacts.origins.filter((origin) => origin.replace(/^ws/, 'http') !== host.origin)).toEqual([])
  expect(contacts.datagrams).toBe(0)
})

test('the first screen costs at most 120 KB of script and 10 KB of style on the wire', async () => {
  const { page, context } = await browser.newProfile()
  const loaded: Request[] = []
  context.on('requestfinished', (request) => {
    // What the service worker fetches for later comes after the page can be used.
    if (request.serviceWorker() === null) loaded.push(request)
  })
  await page.goto(host.origin)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const bytesOf = async (kind: string): Promise<number> => {
    const sizes = await Promise.all(loaded.filter((request) => request.resourceType() === kind).map((request) => request.sizes()))
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  }
  const [script, style] = [await bytesOf('script'), await bytesOf('stylesheet')]
  console.log(`first screen on the wire: ${script} bytes of script, ${style} bytes of style`)
  expect(script).toBeGreaterThan(10_000)
  expect(script).toBeLessThanOrEqual(120 * 1024)
  expect(style).toBeGreaterThan(1_000)
  expect(style).toBeLessThanOrEqual(10 * 1024)
  await context.close()
})
