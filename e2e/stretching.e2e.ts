/** Stretching words takes a phone a second or more, and the page answers meanwhile. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { app } from '../src/texts/app.ts'
import { problems as problemTexts } from '../src/texts/app-problems.ts'
import { ground } from './ground.ts'

const { host, browser } = ground('SQLite', 'en')

// Seven words of the list that belong to nobody.
const nobodys = 'abandon ability able about above absent absorb'.split(' ')

async function typesWords(page: Page): Promise<void> {
  await page.goto(host().origin)
  await page.getByRole('link', { name: app.t('app.start.open') }).click()
  for (const [index, word] of nobodys.entries()) await page.getByLabel(app.t('app.words.word', { number: index + 1 })).fill(word)
  await page.getByRole('button', { name: app.t('app.words.open'), exact: true }).click()
  await page.getByText(problemTexts.t('problem.nothing.title'), { exact: false }).waitFor({ timeout: 60_000 })
}

test('[PR6] words are stretched in a worker of the build, which is gone afterwards with what it saw', async () => {
  const { page, problems } = await browser().newProfile()
  const started: string[] = []
  page.on('worker', (worker) => started.push(new URL(worker.url()).pathname))
  await typesWords(page)
  expect(started).toEqual([expect.stringMatching(/^\/assets\/stretch\.worker-/)])
  await expect.poll(() => page.workers().length).toBe(0)
  expect(problems.filter((problem) => !problem.includes('require-trusted-types-for'))).toEqual([])
})

test('[PR6] where no worker starts, words are stretched all the same', async () => {
  const { page } = await browser().newProfile()
  await page.addInitScript(() => Object.assign(globalThis, { Worker: undefined }))
  await typesWords(page)
  expect(page.workers()).toEqual([])
})
