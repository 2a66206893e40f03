/** Somebody takes their words with them, and comes back with nothing but that file: in a real browser, under the app's own policy. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replayExport } from '../src/cli/replay-export.ts'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { pressByKeyboard, writeByKeyboard } from '../src/testing/keyboard.ts'
import { me } from '../src/texts/app-me.ts'
import { app } from '../src/texts/app.ts'
import { runHoldfast, startHost, type Host } from './host.ts'
import { checksIn, goesTo, seesPage, seesText, someone, startsCircle } from './person.ts'

const words = 'cuatro palabras y una'
let host: Host
let browser: TestBrowser
let folder: string

beforeAll(async () => {
  ;[host, browser, folder] = await Promise.all([startHost(), launchBrowser(), mkdtemp(join(tmpdir(), 'holdfast-export-'))])
})

afterAll(async () => {
  await browser.close()
  await host.end()
  await rm(folder, { recursive: true, force: true })
})

test('the file made in the app holds offline, and opens the account on another device', async () => {
  const ana = await someone(browser, 'Ana')
  await startsCircle(ana, host.startLink(), 'La cocina')
  await checksIn(ana, 'check-in.word.calm')
  await goesTo(ana, 'app.me')
  await pressByKeyboard(ana.page, me.t('me.export'))
  await seesPage(ana, me.t('me.export'))
  await writeByKeyboard(ana.page, me.t('me.export.pass'), words)
  const download = ana.page.waitForEvent('download', { timeout: 120_000 })
  await pressByKeyboard(ana.page, me.t('me.export.make'))
  const path = join(folder, 'notes.age')
  await (await download).saveAs(path)
  await seesText(ana, me.t('me.export.made'))
  expect((await download).suggestedFilename()).toBe('notes.age')

  const report = await replayExport(new Uint8Array(await readFile(path)), words)
  expect(report).toMatchObject({ ok: true, value: { holds: true, readableFits: true } })
  const told = await runHoldfast(['replay', path], `${words}\n`)
  expect(told).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Everything in this export holds.') })

  const later = await someone(browser, 'Ana')
  await later.page.goto(host.origin)
  await seesPage(later, app.t('app.start.title'))
  await pressByKeyboard(later.page, app.t('app.start.open'))
  await seesPage(later, app.t('app.words.title'))
  await pressByKeyboard(later.page, app.t('app.words.file'))
  await later.page.locator('input[type="file"]').setInputFiles(path)
  await writeByKeyboard(later.page, app.t('app.words.filePass'), words)
  await later.page.keyboard.press('Tab')
  await later.page.keyboard.press('Enter')
  await seesText(later, 'La cocina')
  expect([...ana.profile.problems, ...later.profile.problems]).toEqual([])
})
