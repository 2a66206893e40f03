/** While all is well, and a word thought through alone: two real browsers of 360 px, every page with axe. */
import { expect, test } from 'vitest'
import { texts as before } from '../src/practices/before/texts/before.ts'
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { texts as pause } from '../src/practices/going-public/texts/going-public.ts'
import { app } from '../src/texts/app.ts'
import { comes, doesNotRead, gather, goes, newcomer, presses, reads, sees, ticks, writes } from './hands.ts'
import { ground } from './ground.ts'

const { t } = before

const { host, browser } = ground('SQLite', 'en')

test('[BH2][GP1] who could hold is read by everyone and a no by nobody; opening the pause before going public sends nothing at all', async () => {
  const [ana, ben] = [await newcomer(browser(), 'Ana', 'en'), await newcomer(browser(), 'Ben', 'en')]
  const sent: Frame[] = []
  ana.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push({ size: payload.length, at: performance.now() })))
  await gather(host().startLink(), 'Kitchen', [ana, ben])

  await goes(ana, app.t('app.today'))
  await presses(ana, app.t('app.today.before'))
  await sees(ana, t('before.title'))
  await ticks(ana, t('before.could.beside'))
  await ticks(ana, t('before.duty.no'), t('before.duty'))
  await presses(ana, t('before.say'))
  await presses(ana, t('before.numbers.write'))
  await ana.page.getByLabel(t('before.numbers.name')).first().fill('The night line in town')
  await ana.page.getByLabel(t('before.numbers.number'), { exact: true }).first().fill('0800 111 222')
  await presses(ana, t('before.writeDown'))
  await reads(ana, 'The night line in town')

  await goes(ben, app.t('app.today'))
  await presses(ben, app.t('app.today.before'))
  await reads(ben, 'The night line in town')
  await reads(ben, t('before.could.beside'))
  await ticks(ben, t('before.could.no'))
  await reads(ben, t('before.nothingWritten'))

  await presses(ana, app.t('app.something'))
  await presses(ana, screens.t('concern.something.public'))
  await sees(ana, pause.t('going-public.title'))
  await isQuiet(sent)
  const quiet = sent.length
  expect(sent.some(({ size }) => size > 64)).toBe(true)
  await presses(ana, pause.t('going-public.begin'))
  for (let question = 0; question < 9; question += 1) {
    await presses(ana, pause.t('going-public.next'))
    if (question === 3) await reads(ana, pause.t('going-public.other'))
  }
  await sees(ana, pause.t('going-public.title'))
  // What Ben says now comes to Ana after everything that opening it could have sent.
  await ticks(ben, t('before.could.beside'))
  await ticks(ben, t('before.duty.no'), t('before.duty'))
  await presses(ben, t('before.say'))
  await goes(ana, app.t('app.today'))
  await presses(ana, app.t('app.today.before'))
  await comes(ana, ana.page.locator('main li', { hasText: 'Ben' }).first())
  expect(sent.slice(quiet).filter(({ size }) => size > 64)).toEqual([])
  await presses(ana, app.t('app.something'))
  await presses(ana, screens.t('concern.something.public'))
  await presses(ana, pause.t('going-public.begin'))

  await presses(ana, pause.t('going-public.all'))
  await writes(ana, pause.t('going-public.q.happened'), 'He read my message out at the table.')
  await presses(ana, pause.t('going-public.pause'))
  await reads(ana, pause.t('going-public.paused'))
  await ana.page.locator('main .rows a.all').first().click()
  await reads(ana, pause.t('going-public.paused.friend'))
  await doesNotRead(ana, 'He read my message')
  for (const { profile } of [ana, ben]) expect(profile.problems).toEqual([])
}, 300_000)

interface Frame {
  readonly size: number
  readonly at: number
}

/** Nothing of what was done before is on its way any more. */
async function isQuiet(sent: readonly Frame[]): Promise<void> {
  await expect.poll(() => performance.now() - (sent.at(-1)?.at ?? 0), { timeout: 30_000 }).toBeGreaterThan(1000)
}
