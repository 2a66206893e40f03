/** What goes wrong in the app, and what waits in it, is told to nobody. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { texts as pause } from '../src/practices/going-public/texts/going-public.ts'
import { texts as letter } from '../src/practices/letter/texts/letter.ts'
import { app } from '../src/texts/app.ts'
import { gather, newcomer } from './hands.ts'
import { ground } from './ground.ts'

const built = fileURLToPath(new URL('../dist/app', import.meta.url))

const { host, browser } = ground('SQLite', 'en')

test('[E13] no answer asks for reports, and neither a refused load nor an error in the app sends any', async () => {
  for (const path of ['/', '/sw.js', '/v1/hello', '/nowhere']) {
    const response = await fetch(host().origin + path)
    for (const name of ['report-to', 'reporting-endpoints', 'nel', 'content-security-policy-report-only', 'expect-ct'])
      expect(response.headers.get(name), `${path} ${name}`).toBeNull()
    expect(response.headers.get('content-security-policy') ?? '').not.toMatch(/report-/)
  }
  const { page, context, requests } = await browser().newProfile()
  await page.goto(host().origin)
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

test('[E09] there is no notice outside the app that could carry a word: no push, no notification, no badge, no mail', () => {
  const scripts = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(js|html|webmanifest)$/.test(entry.name))
  expect(scripts.length).toBeGreaterThan(3)
  for (const entry of scripts)
    expect(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name).not.toMatch(
      /pushManager|PushManager|PushSubscription|showNotification|\bNotification\b|setAppBadge|mailto:|\bsms:|['"`](push|pushsubscriptionchange|notificationclick|periodicsync)['"`]/,
    )
})

test('[LE13] [GP1] where a browser keeps no file of the app, what somebody opens, writes in another alphabet and has looked over asks the host for none', async () => {
  const { page, context, requests } = await browser().newProfile()
  // As in a private window: no service worker stands between.
  await page.addInitScript('delete Navigator.prototype.serviceWorker')
  await page.goto(host().startLink())
  await page.getByLabel(app.t('app.new.circleName')).fill('Kitchen')
  await page.getByLabel(app.t('app.new.myName')).fill('Ana')
  await page.getByRole('button', { name: app.t('app.start.new') }).click()
  await page.getByRole('heading', { name: app.t('app.welcome.title') }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: app.t('app.today'), exact: true }).click()
  await page.evaluate(() => history.replaceState({ path: 'letter' }, '', '/'))
  await page.reload()
  await page.getByRole('link', { name: letter.t('letter.write') }).waitFor({ timeout: 60_000 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  const before = requests.length
  await page.getByRole('link', { name: letter.t('letter.write') }).click()
  await page.getByLabel(letter.t('letter.part.act')).fill('Если я тебя обидел, Γειά σου, xin lỗi. I am sorry you feel that way.')
  await page.getByRole('button', { name: letter.t('letter.keep') }).click()
  await page.locator('main .rows a').first().click()
  await page.getByRole('button', { name: letter.t('letter.look.press') }).click()
  await page.getByText(letter.t('letter.look.onlyHints')).waitFor()
  await page.getByRole('link', { name: app.t('app.something') }).click()
  await page.getByRole('link', { name: screens.t('concern.something.public') }).click()
  await page.getByRole('heading', { name: pause.t('going-public.title') }).waitFor()
  expect(requests.slice(before)).toEqual([])
  await context.close()
}, 120_000)

test('[D03] the secret of a link, and the key a circle is started with, stand in no request, no history, no storage in clear and no line of the server', async () => {
  const [ana, ben] = [await newcomer(browser(), 'Ana', 'en'), await newcomer(browser(), 'Ben', 'en')]
  const sent: string[] = []
  for (const { page } of [ana, ben]) page.context().on('request', (request) => sent.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? ''))
  await gather(host().startLink(), 'Kitchen', [ana, ben])
  const link = (await ana.page.locator('.link').textContent()) ?? ''
  const secrets = [link.slice(link.indexOf('#') + 1), host().startKey()]
  expect(secrets.every((secret) => secret.length >= 22)).toBe(true)
  const left = await Promise.all(
    [ana, ben].map(({ page }) => page.evaluate(() => JSON.stringify([location.href, document.referrer, history.state, history.length, { ...localStorage }, { ...sessionStorage }]))),
  )
  await ben.page.goBack()
  left.push(ben.page.url(), await ben.page.evaluate(() => JSON.stringify(history.state)))
  expect(sent.length).toBeGreaterThan(10)
  for (const secret of secrets) expect([...sent, ...left, ...host().lines.filter((line) => !line.includes('#start='))].filter((each) => each.includes(secret))).toEqual([])
  for (const { profile } of [ana, ben]) await profile.context.close()
}, 180_000)
