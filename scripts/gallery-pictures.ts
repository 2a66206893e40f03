/** Pictures of pages that stand in the gallery, drawn with made-up people: for documents. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { takePictures, type TestBrowser } from '../src/testing/browser.ts'
import { appConfig } from '../vite.config.ts'

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff' }

/** Each page at its widths, in light and dark, as the top of the window shows it. */
export async function galleryPictures(browser: TestBrowser, folder: string, pages: Readonly<Record<string, readonly number[]>>): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'holdfast-pictures-'))
  await build({ ...appConfig(place, 'pictures'), root: new URL('../src/testing/gallery', import.meta.url).pathname, publicDir: false, logLevel: 'error' })
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    readFile(join(place, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { page, context } = await browser.newProfile()
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  for (const [name, widths] of Object.entries(pages)) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `${name}.en`)
    await page.waitForSelector(`[data-drawn="${name}.en"]`)
    await takePictures(page, folder, name, widths)
  }
  await context.close()
  server.close()
  await rm(place, { recursive: true, force: true })
}
