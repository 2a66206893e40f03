/**
 * Every page in every state, as a phone and a wide window show it, in light and dark and both languages: readable by all, nothing sideways.
 *
 * `PICTURES=folder` keeps a picture of each.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appConfig } from '../vite.config.ts'
import { axeProblems } from '../src/testing/axe.ts'
import { hasNoSidewaysScroll, launchBrowser, type Profile, type TestBrowser } from '../src/testing/browser.ts'

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff' }
const only = process.env['PAGES']?.split(',')
const folder = process.env['PICTURES']

let place: string
let server: Server
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'holdfast-gallery-'))
  const config = appConfig(place, 'gallery')
  await build({ ...config, root: new URL('../src/testing/gallery', import.meta.url).pathname, publicDir: false })
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    readFile(join(place, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}/`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
  await rm(place, { recursive: true, force: true })
})

// Colours differ by scheme and layout by width: axe looks at each of them once.
const looks = [
  { width: 320, scheme: 'light', language: 'es', axe: false },
  { width: 360, scheme: 'light', language: 'es', axe: true },
  { width: 360, scheme: 'dark', language: 'en', axe: true },
  { width: 1280, scheme: 'light', language: 'en', axe: true },
  // For the picture alone: it has the layout of the one and the colours of the other above.
  ...(folder === undefined ? [] : [{ width: 1280, scheme: 'dark', language: 'en', axe: false } as const]),
] as const

for (const { width, scheme, language, axe } of looks) {
  test(`[look] at ${width} px, ${scheme}, ${axe ? 'every page passes axe and ' : ''}nothing lies sideways`, async () => {
    const profile = await browser.newProfile({ width, scheme })
    await profile.page.goto(origin)
    const broken: string[] = []
    for (const name of await names(profile)) {
      await draw(profile, name, language)
      if (folder !== undefined) await profile.page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true })
      if (!(await hasNoSidewaysScroll(profile.page))) broken.push(`${name}: sideways`)
      if (axe) broken.push(...(await axeProblems(profile.page)).map((problem) => `${name}: ${problem}`))
    }
    expect(broken).toEqual([])
    expect(profile.problems).toEqual([])
    await profile.context.close()
  })
}

test('[look 8] everything that can be pressed is at least 44 px high', async () => {
  const profile = await browser.newProfile({ width: 360 })
  await profile.page.goto(origin)
  const small: string[] = []
  for (const name of await names(profile)) {
    await draw(profile, name, 'en')
    const found = await profile.page.evaluate(() =>
      [...document.querySelectorAll('button, select, input:not([type=radio]):not([type=checkbox]), textarea, .choice, .seg label, .nav a, .top a, summary, .rows a.all')]
        .map((element) => ({ element, box: (element.matches('a.all') ? element.closest('li') ?? element : element).getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && box.height < 43.5)
        .map(({ element, box }) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)} ${Math.round(box.height)}`),
    )
    small.push(...found.map((each) => `${name}: ${each}`))
  }
  expect(small).toEqual([])
  await profile.context.close()
})

for (const [how, change] of [
  ['at 200 percent text on a narrow phone', { fontSize: '200%', dir: 'ltr' }],
  ['from right to left', { fontSize: '', dir: 'rtl' }],
] as const) {
  test(`[look] ${how}, nothing lies sideways`, async () => {
    const profile = await browser.newProfile({ width: 360 })
    await profile.page.goto(origin)
    await profile.page.evaluate(({ fontSize, dir }) => {
      document.documentElement.style.fontSize = fontSize
      document.documentElement.dir = dir
    }, change)
    const sideways: string[] = []
    for (const name of await names(profile)) {
      await draw(profile, name, 'es')
      if (folder !== undefined && change.dir === 'rtl') await profile.page.screenshot({ path: `${folder}/${name}-rtl.png` })
      if (!(await hasNoSidewaysScroll(profile.page))) sideways.push(name)
    }
    expect(sideways).toEqual([])
    await profile.context.close()
  })
}

async function names(profile: Profile): Promise<readonly string[]> {
  await profile.page.waitForFunction(() => document.documentElement.dataset['pages'] !== undefined)
  const all = (await profile.page.evaluate(() => document.documentElement.dataset['pages'] ?? '')).split(' ')
  return only === undefined ? all : all.filter((name) => only.includes(name))
}

async function draw(profile: Profile, name: string, language: 'en' | 'es'): Promise<void> {
  const key = `${name}.${language}`
  await profile.page.evaluate((hash) => {
    location.hash = hash
  }, key)
  await profile.page.waitForSelector(`[data-drawn="${key}"]`)
  await profile.page.evaluate(() => document.fonts.ready.then(() => undefined))
}
