/** A session of listening in two real browsers of 360 px: one tells, the other reads along and may answer only when the floor is open. Every page with axe. */
import { expect, test } from 'vitest'
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { texts } from '../src/practices/listening/texts/listening.ts'
import { app } from '../src/texts/app.ts'
import { doesNotRead, gather, goes, newcomer, presses, reads, sees, ticks, writes } from './hands.ts'
import { ground } from './ground.ts'
import type { Someone } from './person.ts'

const { t } = texts
const first = 'I want to start before the Tuesday.'
const gone = 'I went on while I had no connection.'

const { host, browser } = ground('SQLite', 'en')

async function opens(who: Someone, page: string): Promise<void> {
  // The same address with another ending is no new visit for a browser; the app loads itself anew then.
  const loaded = who.page.waitForEvent('load')
  await who.page.goto(`${host().origin}/#${page}`)
  await loaded
}

test('[N5][LS2] the listener reads along, the floor is the teller’s through a lost connection, and what is kept is kept by the teller alone', async () => {
  const [sol, ngozi] = [await newcomer(browser(), 'Sol', 'en'), await newcomer(browser(), 'Ngozi', 'en')]
  await gather(host().startLink(), 'Kitchen', [sol, ngozi])

  await opens(sol, 'listening/new')
  await sees(sol, t('listening.new'))
  await ticks(sol, 'Ngozi')
  await presses(sol, t('listening.open'))
  await reads(sol, t('listening.opening'))

  await goes(ngozi, app.t('app.today'))
  await presses(ngozi, screens.t('concern.wait.listener'))
  await presses(ngozi, screens.t('concern.answer.ready'))

  await presses(sol, t('listening.title'))
  await presses(sol, t('listening.yours'))
  await sees(sol, t('listening.tell'))
  await writes(sol, t('listening.tell.words'), first)
  await presses(sol, t('listening.tell.give'))

  await opens(ngozi, 'listening')
  await presses(ngozi, t('listening.theirs', { name: 'Sol' }))
  await sees(ngozi, t('listening.hear', { name: 'Sol' }))
  await reads(ngozi, first)
  expect(await ngozi.page.getByLabel(t('listening.hear.answer')).isDisabled()).toBe(true)

  await sol.profile.context.setOffline(true)
  await writes(sol, t('listening.tell.words'), gone)
  await presses(sol, t('listening.tell.give'))
  await doesNotRead(ngozi, gone)
  expect(await ngozi.page.getByLabel(t('listening.hear.answer')).isDisabled()).toBe(true)
  await sol.profile.context.setOffline(false)
  await reads(ngozi, gone)

  await ticks(sol, t('listening.need.heard'))
  await presses(sol, t('listening.openFloor'))
  await sees(ngozi, t('listening.hear.open', { name: 'Sol' }))
  await writes(ngozi, t('listening.hear.answer'), 'I heard that it began long before.')
  await presses(ngozi, t('listening.hear.give'))
  await reads(sol, 'I heard that it began long before.')

  await presses(sol, t('listening.stopToday'))
  await reads(sol, t('listening.keep'))
  await writes(sol, t('listening.keep.words'), first)
  await presses(sol, t('listening.keep.do'))
  await presses(sol, t('listening.end'))
  await reads(sol, t('listening.ended'))
  await reads(ngozi, t('listening.ended'))
  await doesNotRead(ngozi, first)
  await opens(sol, 'listening')
  await reads(sol, first)
  for (const { profile } of [sol, ngozi]) expect(profile.problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
}, 300_000)
