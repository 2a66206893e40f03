/** A group's first days, on a real server in real browsers: at 360 px, keyboard only, in Spanish. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { app } from '../src/texts/app.ts'
import { states } from '../src/texts/app-states.ts'
import { people } from '../src/texts/app-people.ts'
import { assert } from '../src/base/assert.ts'
import { startPostgres } from '../src/testing/postgres.ts'
import { runHoldfast, startHost, type Host } from './host.ts'
import { openedWith, readPostgres, readSqlite, removalIn, takeSession, type RawRoom } from './raw-database.ts'
import { agrees, changesLine, checksIn, goesTo, knocks, letsIn, looksLater, opensTheDoor, opensWithWords, proposesToPutOut, saysYesToShowing, seesBeforeTheCircle, seesText, someone, startsCircle, thanksSomebody, writesDownWords, type Someone } from './person.ts'

const washed = 'Te quedaste a lavar las ollas grandes.'
const late = 'Abriste la puerta a las seis.'

/** One server's database: how to start on it, read it past every rule, copy it and put the copy back. */
interface Ground {
  readonly database: string | null
  read(host: Host): Promise<readonly RawRoom[]>
  copy(host: Host, folder: string): Promise<void>
  /** The server is stopped meanwhile. */
  putBack(host: Host, folder: string): Promise<void>
  end(): Promise<void>
}

const grounds = {
  SQLite: async (): Promise<Ground> => ({
    database: null,
    read: async (host) => readSqlite(host.data),
    copy: async (host, folder) => expect((await runHoldfast(['backup', join(folder, 'copy'), '--data', host.data])).exitCode).toBe(0),
    putBack: async (host, folder) => expect((await runHoldfast(['restore', join(folder, 'copy'), '--data', host.data, '--replace'])).exitCode).toBe(0),
    end: async () => undefined,
  }),
  // As somebody does who keeps a copy of the whole database and puts it in place of the other: the server is told nothing.
  PostgreSQL: async (): Promise<Ground> => {
    const postgres = await startPostgres()
    const database = await postgres.newDatabase()
    const name = new URL(database).pathname.slice(1)
    const onServer = async (sql: readonly string[]): Promise<void> => {
      const client = new pg.Client(new URL('/postgres', database).href)
      await client.connect()
      for (const each of sql) await client.query(each)
      await client.end()
    }
    return {
      database,
      read: () => readPostgres(database),
      async copy(host) {
        await host.stop()
        await onServer([`CREATE DATABASE kept TEMPLATE ${name}`])
        await host.start()
      },
      putBack: () => onServer([`DROP DATABASE ${name}`, `ALTER DATABASE kept RENAME TO ${name}`]),
      end: () => postgres.end(),
    }
  },
}

describe.each(['SQLite', 'PostgreSQL'] as const)('a circle on %s', (kind) => {
  let ground: Ground
  let host: Host
  let browser: TestBrowser
  let folder: string
  let ana: Someone
  let ben: Someone
  let cleo: Someone
  let words: readonly string[] = []
  const everyone: Someone[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-journey-'))
    ground = await grounds[kind]()
    host = await startHost(ground.database === null ? {} : { database: ground.database })
    browser = await launchBrowser()
    ana = await someone(browser, 'Ana')
    ben = await someone(browser, 'Benito')
    cleo = await someone(browser, 'Cleo')
    everyone.push(ana, ben, cleo)
  })

  afterAll(async () => {
    await browser.close()
    await host.end()
    await ground.end()
    await rm(folder, { recursive: true, force: true })
  })

  test('Ana starts a circle, Benito and Cleo come in by link after equal words', async () => {
    await startsCircle(ana, host.startLink(), 'La cocina')
    const link = await opensTheDoor(ana)
    const [bens, cleos] = await Promise.all([knocks(ben, link), knocks(cleo, link)])
    await letsIn(ana, ben, bens)
    await letsIn(ana, cleo, cleos)
    words = await writesDownWords(ben)
    await looksLater(cleo)
  })

  test('all three check in, for themselves', async () => {
    for (const who of everyone) await checksIn(who, 'check-in.word.calm')
  })

  test('a server killed in the middle starts again, and nobody notices but by waiting', async () => {
    await host.killAndRestart()
    await thanksSomebody(ana, ben, washed)
  })

  test('Ana thanks Benito; the circle sees it after his yes', async () => {
    await saysYesToShowing(ben, washed)
    await seesBeforeTheCircle(cleo, ana, ben, washed)
    await seesBeforeTheCircle(ana, ana, ben, washed)
  })

  test('Benito loses his phone and comes back on another with seven words, to everything', async () => {
    await ben.profile.context.close()
    everyone.splice(everyone.indexOf(ben), 1)
    ben = await someone(browser, 'Benito')
    everyone.push(ben)
    await opensWithWords(ben, host.origin, words)
    await seesBeforeTheCircle(ben, ana, ben, washed)
  })

  test('two put Cleo out, and her phone says so', async () => {
    await proposesToPutOut(ana, cleo)
    await agrees(ben, cleo)
    await seesText(cleo, states.t('state.removed'))
    await goesTo(ana, 'app.people')
    await ana.page.getByRole('heading', { name: app.t('app.people') }).waitFor()
    await ana.page.getByText(people.t('people.proposal.remove', { name: 'Cleo' })).waitFor({ state: 'hidden' })
    expect(await ana.page.locator('main .rows > li b').allTextContents()).not.toContain('Cleo')
  })

  test('with Cleo’s root and the raw database, past every app, nothing written after that opens', async () => {
    const thief = await takeSession(cleo.page)
    await changesLine(ana, 'Traigo pan.')
    await thanksSomebody(ben, ana, 'Cerraste la ventana.')
    const commons = (await ground.read(host)).find((room) => removalIn(room) !== null)
    assert(commons !== undefined, 'the removal stands in the commons')
    const removal = removalIn(commons) ?? 0
    const { opened, withBody } = await openedWith(thief, commons)
    expect(opened.filter((seq) => seq < removal).length).toBeGreaterThan(3)
    expect(withBody.filter((seq) => seq > removal).length).toBeGreaterThan(0)
    expect(opened.filter((seq) => seq > removal)).toEqual([])
  })

  test('a server set back to an older copy gets from its people what the copy lacks', async () => {
    await ground.copy(host, folder)
    await thanksSomebody(ana, ben, late)
    await seesText(ben, late)
    await host.stop()
    await ground.putBack(host, folder)
    await host.start()
    const again = await someone(browser, 'Benito')
    everyone.push(again)
    await opensWithWords(again, host.origin, words)
    await seesText(again, late)
  })

  test('[E12] no request went anywhere but to the host, as the network layer itself wrote down', async () => {
    for (const who of everyone) {
      expect(who.profile.requests.filter((address) => !address.startsWith(host.origin) && !address.startsWith(host.origin.replace('http', 'ws')) && !address.startsWith('blob:'))).toEqual([])
      expect(who.profile.problems).toEqual([])
    }
  })
})
