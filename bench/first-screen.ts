/**
 * The first screen in a Chromium that has never been here: bytes of script and style, and the time until it can be used, beside a page with one heading made with Preact
 * and served by the same server.
 *
 * Usable is when the heading stands in the page. Time is the page's own clock since the navigation began; the processor is throttled.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Response } from 'playwright-core'
import { buildApp } from '../scripts/build.ts'
import { startServer } from '../src/server/server.ts'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'

interface Seen {
  readonly millis: number
  readonly script: number
  readonly style: number
}

export async function benchFirstScreen(order: { readonly throttled: number; readonly runs: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'))
  await buildApp(join(folder, 'app'))
  await build({ configFile: false, root: fileURLToPath(new URL('page/empty', import.meta.url)), base: '/', build: { outDir: join(folder, 'empty'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } }, logLevel: 'warn' })
  const app = await startServer({ port: 0, dataFolder: join(folder, 'app-data'), appFolder: join(folder, 'app') })
  const empty = await startServer({ port: 0, dataFolder: join(folder, 'empty-data'), appFolder: join(folder, 'empty') })
  const browser = await launchBrowser()
  const seen: { readonly app: Seen[]; readonly empty: Seen[] } = { app: [], empty: [] }
  for (let run = 0; run < order.runs; run++) {
    seen.app.push(await open(browser, `http://127.0.0.1:${app.port}/`, order.throttled))
    seen.empty.push(await open(browser, `http://127.0.0.1:${empty.port}/`, order.throttled))
  }
  await browser.close()
  await Promise.all([app.stop(), empty.stop()])
  await rm(folder, { recursive: true })

  console.log(`first screen: cold, throttle ${order.throttled}x, medians of ${order.runs}`)
  for (const [name, runs] of [['an empty Preact page:', seen.empty], ['the app:', seen.app]] as const) {
    const millis = median(runs.map((one) => one.millis))
    console.log(`  ${name.padEnd(22)} ${millis.toFixed(0)} ms until usable (of ${runs.map((one) => one.millis.toFixed(0)).join(', ')}); ${runs[0]?.script ?? 0} bytes of script, ${runs[0]?.style ?? 0} of style, gzip`)
  }
  const [slow, quick] = [median(seen.app.map((one) => one.millis)), median(seen.empty.map((one) => one.millis))]
  console.log(`  ratio ${(slow / quick).toFixed(2)}; bars 2500 ms, 122880 bytes of script, 10240 of style`)
}

async function open(browser: TestBrowser, address: string, throttled: number): Promise<Seen> {
  const { page, context } = await browser.newProfile()
  const bytes = { script: 0, style: 0 }
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (path.endsWith('.js') && response.request().serviceWorker() === null) bytes.script += lengthOf(response)
    if (path.endsWith('.css')) bytes.style += lengthOf(response)
  })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttled })
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('h1') === null || 'usableAt' in globalThis) return
      Object.assign(globalThis, { usableAt: performance.now() })
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'usableAt' in globalThis, null, { timeout: 120_000 })
  const until = { ...bytes }
  const millis = await page.evaluate(() => (globalThis as unknown as { usableAt: number }).usableAt)
  await context.close()
  return { millis, ...until }
}

function lengthOf(response: Response): number {
  return Number(response.headers()['content-length'] ?? 0)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
