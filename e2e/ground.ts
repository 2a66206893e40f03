/** Where people meet: a real server on one of both stores, a real Chromium, and whoever is named here in a browser of their own. */
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { startPostgres } from '../src/testing/postgres.ts'
import { setLanguage } from '../src/texts/language.ts'
import { newcomer, type Language } from './hands.ts'
import { startHost, type Host } from './host.ts'
import type { Someone } from './person.ts'

export const stores = ['SQLite', 'PostgreSQL'] as const
export type StoreKind = (typeof stores)[number]

export interface Ground {
  host(): Host
  browser(): TestBrowser
  by(name: string): Someone
  everybody(): readonly Someone[]
}

/** Begins before the tests of the block it stands in, and ends after them. */
export function ground(store: StoreKind, language: Language, names: readonly string[] = []): Ground {
  const ends: (() => Promise<void>)[] = []
  const cast = new Map<string, Someone>()
  const there: { host?: Host; browser?: TestBrowser } = {}

  beforeAll(async () => {
    setLanguage(language)
    const database = store === 'PostgreSQL' ? await newDatabase() : undefined
    const host = await startHost(database === undefined ? {} : { database })
    ends.unshift(() => host.end())
    const browser = await launchBrowser()
    ends.unshift(async () => void (await browser.close()))
    Object.assign(there, { host, browser })
    for (const name of names) cast.set(name, await newcomer(browser, name, language))
  })

  afterAll(async () => {
    for (const end of ends) await end()
  })

  async function newDatabase(): Promise<string> {
    const postgres = await startPostgres()
    ends.unshift(() => postgres.end())
    return postgres.newDatabase()
  }

  return {
    host: () => there.host!,
    browser: () => there.browser!,
    by: (name) => cast.get(name)!,
    everybody: () => [...cast.values()],
  }
}
