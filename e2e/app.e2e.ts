/** What the app does with the ground it stands on: the policy, the device, the connection, a newer build. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Profile, type TestBrowser } from '../src/testing/browser.ts'
import { me } from '../src/texts/app-me.ts'
import { states } from '../src/texts/app-states.ts'
import { problems } from '../src/texts/app-problems.ts'
import { app } from '../src/texts/app.ts'
import { texts as checkIn } from '../src/practices/check-in/texts/check-in.ts'
import { startHost, type Host } from './host.ts'

const built = fileURLToPath(new URL('../dist/app', import.meta.url))
const circle = 'Tidewater Kitchen'
const myName = 'Ngozi'
let folder: string
let host: Host
let browser: TestBrowser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-app-'))
  cpSync(built, folder, { recursive: true })
  host = await startHost({ args: ['--app', folder] })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await host.end()
  rmSync(folder, { recursive: true, force: true })
})

test('[G03] the same app without its policy opens nothing and says why', async () => {
  const { page, context } = await browser.newProfile()
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _removed, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  await page.goto(host.origin)
  await page.getByRole('heading', { name: app.t('app.needs.policy') }).waitFor()
  expect(await page.getByRole('link', { name: app.t('app.start.new') }).count()).toBe(0)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await context.close()
})

test('[G03] where the policy stands, no text becomes code', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(host.origin)
  await page.getByRole('heading', { name: app.t('app.start.title') }).waitFor()
  const tries = page.evaluate(() => document.createElement('button').setAttribute('onclick', 'document.title = "code"'))
  await expect(tries).rejects.toThrow(/TrustedScript/)
  await context.close()
})

test('a page opened without what locks words says so in one sentence, whatever is missing', async () => {
  for (const [missing, title] of [
    ["Object.defineProperty(globalThis, 'isSecureContext', { value: false })", app.t('app.needs.secure')],
    ['delete globalThis.WebSocket', app.t('app.needs.browser')],
  ] as const) {
    const { page, context } = await browser.newProfile()
    await page.addInitScript(missing)
    await page.goto(host.origin)
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await page.getByRole('link', { name: app.t('app.start.new') }).count()).toBe(0)
    await context.close()
  }
})

test('a browser that keeps nothing opens all the same, and offers only what it can', async () => {
  const { page, context } = await browser.newProfile()
  await page.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
  await page.goto(host.origin)
  await page.getByRole('link', { name: app.t('app.start.new') }).click()
  await page.getByText(problems.t('problem.storage.title')).waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  await context.close()
})

test('a link that was cut off, and words that open nothing, each get a sentence and a next step', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(`${host.origin}/join#AdaeMcSiG`)
  await page.getByRole('alert').getByText(problems.t('problem.cutOff.title')).waitFor({ timeout: 60_000 })
  expect(page.url()).toBe(`${host.origin}/`)
  await page.getByRole('link', { name: app.t('app.start') }).click()
  await page.getByRole('link', { name: app.t('app.start.open') }).click()
  await page.getByLabel(app.t('app.words.word', { number: 1 })).fill('harbr lentil seven window amused tunnel orchard')
  await page.getByLabel(app.t('app.words.word', { number: 2 })).focus()
  await page.getByText('harbor', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: app.t('app.words.open') }).first().click()
  await page.getByRole('alert').getByText(problems.t('problem.word.title', { position: 1 })).waitFor({ timeout: 60_000 })
  for (const [index, word] of ['ability', 'able', 'about', 'above', 'absent', 'absorb', 'abstract'].entries()) await page.getByLabel(app.t('app.words.word', { number: index + 1 })).fill(word)
  await page.getByRole('button', { name: app.t('app.words.open') }).first().click()
  await page.getByRole('alert').getByText(problems.t('problem.nothing.title')).waitFor({ timeout: 60_000 })
  await context.close()
})

test('a page that has no more of the app than its beginning says so, and goes on when it is loaded again', async () => {
  const profile = await browser.newProfile()
  const { page } = profile
  const gone = /\/assets\/open-app/
  await page.addInitScript('delete Navigator.prototype.serviceWorker')
  await page.route(gone, (route) => route.fulfill({ status: 404 }))
  await page.goto(host.startLink())
  await page.getByLabel(app.t('app.new.circleName')).fill(circle)
  await page.getByLabel(app.t('app.new.myName')).fill(myName)
  await page.getByRole('radio', { name: app.t('app.phone.mine') }).check()
  await page.getByRole('button', { name: app.t('app.start.new') }).click()
  await page.getByRole('heading', { name: app.t('app.partMissing') }).waitFor({ timeout: 60_000 })
  await page.unroute(gone)
  await page.getByRole('button', { name: app.t('app.partMissing.again') }).click()
  await page.getByRole('heading', { name: app.t('app.welcome.title') }).waitFor({ timeout: 60_000 })
  await profile.context.close()
})

test('[H01] Leave now on a shared phone: no key and no word is left, and the way back shows a closed notebook', async () => {
  const profile = await browser.newProfile()
  await startCircle(profile, 'shared')
  await profile.page.getByRole('link', { name: app.t('app.leaveNow') }).click()
  await profile.page.waitForURL('**/away/weather.html')
  expect(await kept(profile.page)).not.toMatch(new RegExp(`${circle}|${myName}|Tidewater`))
  await profile.page.goBack()
  await profile.page.getByRole('button', { name: app.t('app.cover.open') }).waitFor()
  expect(await profile.page.title()).toBe('Notes')
  expect(await profile.page.textContent('body')).not.toContain(circle)
  await profile.page.getByRole('button', { name: app.t('app.cover.open') }).click()
  await profile.page.getByRole('heading', { name: app.t('app.words.title') }).waitFor()
  expect(await sizeOfStores(profile.page)).toBe(0)
  await profile.context.close()
})

test('[H01] Leave now on a phone of one’s own: Escape three times, then one press opens again', async () => {
  const profile = await browser.newProfile()
  await startCircle(profile, 'mine')
  await expect.poll(() => kept(profile.page), { timeout: 60_000 }).toContain('room/')
  for (let press = 0; press < 3; press++) await profile.page.keyboard.press('Escape')
  await profile.page.waitForURL('**/away/weather.html')
  // No entry of any room stays, in clear or sealed; what was never sent does.
  expect(await kept(profile.page)).not.toMatch(new RegExp(`${circle}|${myName}|Tidewater|room/`))
  await profile.page.goto(host.origin)
  await profile.page.getByRole('button', { name: app.t('app.cover.open') }).click()
  await seesToday(profile.page)
  await profile.context.close()
})

test('[H03] title, address and the picture in the app switcher say nothing', async () => {
  const profile = await browser.newProfile()
  await startCircle(profile, 'mine')
  const { page } = profile
  await page.getByRole('link', { name: app.t('app.people'), exact: true }).click()
  await page.getByRole('heading', { name: app.t('app.people') }).waitFor()
  expect(page.url()).toBe(`${host.origin}/`)
  expect(await page.title()).toBe('Notes')
  const shown = async (visibility: 'hidden' | 'visible'): Promise<boolean> => {
    await page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
      document.dispatchEvent(new Event('visibilitychange'))
    }, visibility)
    return page.getByRole('heading', { name: app.t('app.people') }).isVisible()
  }
  expect(await shown('hidden')).toBe(false)
  expect(await shown('visible')).toBe(true)
  await page.goBack()
  await seesToday(page)
  // A page the browser had put away whole stays covered while it is read anew.
  const covered = page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    return document.documentElement.hasAttribute('data-away')
  })
  await Promise.all([page.waitForEvent('load'), covered.then((is) => expect(is).toBe(true))])
  await seesToday(page)
  await profile.context.close()
})

test('[H04] locking asks for the number, and five wrong ones leave only the seven words', async () => {
  const profile = await browser.newProfile()
  await startCircle(profile, 'mine')
  const { page } = profile
  await page.getByRole('link', { name: app.t('app.me'), exact: true }).click()
  // Fewer than four digits are none, and the line takes no more than eight.
  for (const no of ['471', '47a1']) {
    await page.getByLabel(me.t('me.number.label')).fill(no)
    await page.getByRole('button', { name: me.t('me.number.set') }).click()
    await page.getByText(me.t('me.number.bad'), { exact: true }).waitFor()
    await page.getByLabel(me.t('me.number.label')).fill('')
  }
  await page.getByLabel(me.t('me.number.label')).fill('4711')
  await page.getByRole('button', { name: me.t('me.number.set') }).click()
  await page.getByText(me.t('me.number.isOn'), { exact: true }).waitFor()
  await page.getByRole('button', { name: me.t('me.lock.now') }).click()
  await page.getByRole('button', { name: app.t('app.cover.open') }).click()
  await page.getByLabel(app.t('app.cover.number')).fill('4711')
  await page.getByRole('button', { name: app.t('app.cover.open') }).click()
  await page.getByRole('heading', { name: app.t('app.me') }).or(page.getByText(checkIn.t('check-in.title'))).first().waitFor({ timeout: 60_000 })
  await page.reload()
  for (let wrong = 0; wrong < 5; wrong++) {
    await page.getByLabel(app.t('app.cover.number')).fill('0000')
    await page.getByRole('button', { name: app.t('app.cover.open') }).click()
    await page.getByRole('alert').waitFor({ timeout: 60_000 })
  }
  await page.reload()
  await page.getByRole('link', { name: app.t('app.start.open') }).or(page.getByRole('link', { name: app.t('app.cover.cannot') })).waitFor()
  expect(await page.getByLabel(app.t('app.cover.number')).count()).toBe(0)
  await profile.context.close()
})

test('after the first visit the app opens without a connection, and what was written goes out later', async () => {
  const profile = await browser.newProfile()
  await startCircle(profile, 'mine')
  const { page } = profile
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await host.stop()
  await page.reload()
  await seesToday(page)
  await page.getByText(states.t('state.offline')).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: checkIn.t('check-in.word.calm') }).click()
  await page.getByRole('link', { name: app.t('app.me'), exact: true }).click()
  await page.getByText(me.t('me.outbox.waits')).waitFor()
  await host.start()
  await page.getByText(me.t('me.outbox.none')).waitFor({ timeout: 60_000 })
  await profile.context.close()
})

test('[G10] a newer build waits whole, is told on a page that stays open, and takes over whole', async () => {
  const profile = await browser.newProfile()
  await startCircle(profile, 'mine')
  const { page } = profile
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  makeSecondBuild(folder)
  await host.stop()
  await host.start()
  await page.getByText(states.t('state.update')).waitFor({ timeout: 60_000 })
  expect(await buildsSeen(page)).toEqual(['first'])
  await page.getByRole('link', { name: app.t('app.people'), exact: true }).click()
  expect(await buildsSeen(page)).toEqual(['first'])
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: states.t('state.update.reload') }).click()])
  await page.getByRole('heading', { name: app.t('app.people') }).waitFor({ timeout: 60_000 })
  expect(await buildsSeen(page)).toEqual(['second'])
  await profile.context.close()
})

async function startCircle(profile: Profile, phone: 'mine' | 'shared'): Promise<void> {
  const { page } = profile
  await page.goto(host.startLink())
  await page.getByLabel(app.t('app.new.circleName')).fill(circle)
  await page.getByLabel(app.t('app.new.myName')).fill(myName)
  await page.getByRole('radio', { name: phone === 'mine' ? app.t('app.phone.mine') : app.t('app.phone.shared') }).check()
  await page.getByRole('button', { name: app.t('app.start.new') }).click()
  await page.getByRole('heading', { name: app.t('app.welcome.title') }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: app.t('app.today'), exact: true }).click()
  await seesToday(page)
}

async function seesToday(page: Page): Promise<void> {
  await page.getByText(checkIn.t('check-in.title')).first().waitFor({ timeout: 60_000 })
}

/** Everything this origin keeps in the browser, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), JSON.stringify(history.state)]
    const asText = (value: unknown): string => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : JSON.stringify(value))
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table)
        const [keys, values] = await Promise.all(
          [store.getAllKeys(), store.getAll()].map((request) => new Promise<unknown[]>((resolve) => (request.onsuccess = () => resolve(request.result as unknown[])))),
        )
        found.push(...[...keys!, ...values!].map(asText))
      }
      database.close()
    }
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) found.push(request.url)
    return found.join('\n')
  })
}

function sizeOfStores(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let values = 0
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => resolve(request.result)
      })
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table)
        values += await new Promise<number>((resolve) => {
          const request = store.count()
          request.onsuccess = () => resolve(request.result)
        })
      }
      database.close()
    }
    return values
  })
}

/** The same app again, every file of code and the page itself marked, under another hash. */
function makeSecondBuild(where: string): void {
  for (const entry of readdirSync(where, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && path.includes('/assets/') && path.endsWith('.js')) writeFileSync(path, `${readFileSync(path, 'utf8')}\n/* second build */`)
  }
  const page = join(where, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>', '<meta name="build" content="second build" /><title>'))
  const worker = join(where, 'sw.js')
  const hash = /[0-9a-f]{64}/.exec(readFileSync(worker, 'utf8'))?.[0]
  expect(hash).toBeDefined()
  writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll(hash ?? '', '2'.repeat(64)))
}

/** Which builds the page and every piece of code it loaded or may yet load come from. */
function buildsSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const [name] = (await caches.keys()).filter((each) => navigator.serviceWorker.controller !== null && each.startsWith('notes-'))
    const pieces = name === undefined ? [] : (await (await caches.open(name)).keys()).map((request) => request.url).filter((url) => url.includes('/assets/') && url.endsWith('.js'))
    const texts = await Promise.all(pieces.map(async (url) => (await fetch(url)).text()))
    const seen = new Set(texts.map((text) => (text.includes('second build') ? 'second' : 'first')))
    seen.add(document.querySelector('meta[name="build"]') === null ? 'first' : 'second')
    return [...seen]
  })
}
