/** Harm through power, from the first shaken minute: six people in six browsers, at 360 px, on one server that is killed on the way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { startPostgres } from '../src/testing/postgres.ts'
import { app } from '../src/texts/app.ts'
import { becomes, decides, opensConcern, opensLock, opensRoom, presses, raises, reads, receives, saysReady, sees, t, ticks, writes } from './concern-acts.ts'
import { doesNotRead, gather, goes, newcomer } from './hands.ts'
import { startHost, type Host } from './host.ts'
import type { Someone } from './person.ts'

const story = 'On three Tuesdays I was spoken over until I stopped.'
const title = 'Tuesday shifts'

describe.each(['SQLite', 'PostgreSQL'] as const)('a concern of harm through power, on %s', (kind) => {
  let host: Host
  let browser: TestBrowser
  let endGround = async (): Promise<void> => undefined
  const cast: Record<string, Someone> = {}
  const by = (name: string): Someone => cast[name]!

  beforeAll(async () => {
    if (kind === 'PostgreSQL') {
      const postgres = await startPostgres()
      endGround = () => postgres.end()
      host = await startHost({ database: await postgres.newDatabase() })
    } else host = await startHost({})
    browser = await launchBrowser()
    for (const name of ['Ravi', 'Linh', 'Joran', 'Mehdi', 'Amina', 'Yusuf']) cast[name] = await newcomer(browser, name, 'en')
    const start = host.lines.map((line) => /http\S+#start=\S+/.exec(line)?.[0]).find((link) => link !== undefined)
    await gather(start ?? '', 'Harbour kitchen', Object.values(cast))
  })

  afterAll(async () => {
    await browser.close()
    await host.end()
    await endGround()
  })

  test('Linh writes for herself first, and sends it to two people; nobody else learns of it', async () => {
    await raises(by('Linh'), { who: 'hurt', about: by('Joran'), words: story, closest: 'B', title, holders: [by('Ravi'), by('Mehdi')] })
    for (const name of ['Joran', 'Amina', 'Yusuf']) {
      await goes(by(name), app.t('app.today'))
      await doesNotRead(by(name), t('concern.wait.holder'))
      expect(await by(name).page.locator('.nav').getByRole('link', { name: app.t('app.repair') }).count()).toBe(0)
    }
  })

  test('the two say ready before they read, and that it reached them', async () => {
    for (const name of ['Ravi', 'Mehdi']) {
      await saysReady(by(name), 'holder', story)
      await receives(by(name), title)
      await reads(by(name), story)
    }
    await opensConcern(by('Linh'), title)
    await reads(by('Linh'), t('concern.received', { names: 'Ravi and Mehdi' }))
  })

  test('it is looked at as harm through power once two holders and Linh say so', async () => {
    await becomes('B', title, by('Linh'), [by('Ravi'), by('Mehdi')])
  })

  test('the server is killed and comes back; what Linh writes meanwhile stands', async () => {
    await decides(by('Linh'), title, 'concern.grown.write')
    await host.killAndRestart()
    await writes(by('Linh'), t('concern.words'), 'That I can finish a sentence.')
    await presses(by('Linh'), t('concern.keep'))
    await opensConcern(by('Ravi'), title)
    await reads(by('Ravi'), 'That I can finish a sentence.')
  })

  test('Linh has people of her own choosing beside her, in a room no holder is in', async () => {
    await decides(by('Linh'), title, 'concern.decide.side')
    await sees(by('Linh'), t('concern.side.title'))
    await ticks(by('Linh'), 'Amina')
    await presses(by('Linh'), t('concern.side.open'))
    await saysReady(by('Amina'), 'supporter', story)
    await doesNotRead(by('Amina'), story)
  })

  test('the holders have a room, and Joran is told only once Linh opened that', async () => {
    await opensRoom(by('Ravi'), title, by('Mehdi'), 'ho', title)
    await saysReady(by('Mehdi'), 'holder', story)
    await opensLock(by('Linh'), title, 'tell-them', 'By voice, by Ravi.')
    await opensConcern(by('Ravi'), title)
    await presses(by('Ravi'), t('concern.rooms.new'))
    await by('Ravi').page.getByLabel(t('concern.rooms.nhWho')).selectOption({ label: 'Joran' })
    await presses(by('Ravi'), t('concern.rooms.nhOffer'))
    await goes(by('Joran'), app.t('app.today'))
    await presses(by('Joran'), t('concern.wait.named'))
    await doesNotRead(by('Joran'), story)
    await presses(by('Joran'), t('concern.answer.open'))
    await sees(by('Joran'), t('concern.repair'))
    await doesNotRead(by('Joran'), story)
  })
})
