/**
 * A real Chromium for tests: fresh profiles, every request kept, no way out of this machine.
 *
 * Works as root and as anybody else, without a display and without network.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { contactsIn } from './net-log.ts'
import type { Contacts } from './net-log.ts'

export interface ProfileOptions {
  readonly language?: 'en' | 'es'
  /** Width of the window in CSS pixels; 360 is the narrowest phone we promise. */
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
}

/** One person's browser: its own storage, its own service worker. */
export interface Profile {
  readonly context: BrowserContext
  readonly page: Page
  /** Address of every request of every page and worker, in order. */
  readonly requests: readonly string[]
  /** Uncaught errors, failed loads and violations of the Content-Security-Policy. A journey ends with none. */
  readonly problems: readonly string[]
}

export interface TestBrowser {
  readonly browser: Browser
  newProfile(options?: ProfileOptions): Promise<Profile>
  /** Ends the browser and tells whom it contacted or asked for, as its own network layer wrote down. */
  close(): Promise<Contacts>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider',
  '--font-render-hinting=none',
  // Any other name fails before a packet leaves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

export async function launchBrowser(): Promise<TestBrowser> {
  const { path, env } = await findChromium()
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-browser-'))
  const netLog = join(folder, 'net-log.json')
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...inherited(), ...env, HOME: folder },
    args: [...flags, `--log-net-log=${netLog}`, '--net-log-capture-mode=Default'],
    headless: true,
  })
  return {
    browser,
    newProfile: (options = {}) => newProfile(browser, options),
    close: async () => {
      await browser.close()
      const contacts = contactsIn(await readFile(netLog, 'utf8'))
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
      return contacts
    },
  }
}

async function newProfile(browser: Browser, { language = 'en', width = 360, scheme = 'light' }: ProfileOptions): Promise<Profile> {
  const context = await browser.newContext({
    locale: language === 'es' ? 'es-ES' : 'en-GB',
    viewport: { width, height: width < 700 ? 740 : 900 },
    colorScheme: scheme,
    // Moving pictures are for people; a test must see the end state.
    reducedMotion: 'reduce',
  })
  const requests: string[] = []
  const problems: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) problems.push(`refused by the policy: ${message.text()}`)
  })
  const page = await context.newPage()
  return { context, page, requests, problems }
}

/** Pictures of the page as a phone and a wide window show it, in light and dark, as `FOLDER/NAME-360-light.png` and so on. */
export async function takePictures(page: Page, folder: string, name: string, widths: readonly number[] = [360, 1280]): Promise<void> {
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const width of widths) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: width < 700 ? 740 : 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)))
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before !== null) await page.setViewportSize(before)
}

/** True when nothing on the page is wider than the window. */
export function hasNoSidewaysScroll(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
