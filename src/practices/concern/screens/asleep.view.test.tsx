// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { asksFor, held, presses, statesOf, type Story } from '../../../testing/concern-story.ts'
import type { Somebody } from '../../../testing/concern-circle.ts'
import { openConcern, roomsSeen } from '../../../testing/live-concern.tsx'
import { beforeCircle } from '../circle-page.ts'
import { wordsOfPage } from '../circle-state.ts'
import type { ConcernView } from './view.ts'
import { waits } from './waits.ts'

const page = wordsOfPage({ mayKnow: 'Two of us hold it.', helps: '', pilesOn: '', say: '' })

function pageIsReady(): Story & { readonly id: string } {
  const story = held()
  const { ana, ilse, ravi, hh } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  return { ...story, id: asksFor(story, { by: ana, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: page, purpose: 'tell', card: 'circle-page', yes: [ilse, ravi] }) }
}

/** What stands on somebody's Today. */
function today({ circle }: Story, who: Somebody): readonly string[] {
  const view = { states: statesOf(who), me: who.id, today: circle.today(), people: circle.people(), muted: new Set(), rooms: roomsSeen(circle, who), yesNow: who.yesNow }
  return waits(view as unknown as ConcernView).map(({ title }) => title)
}

test('[CN43] where somebody had new keys since their yes no button shows their words, and it says who is asked to say it again', async () => {
  const story = pageIsReady()
  const { ana, ilse, hh, id, circle } = story
  const holders = await openConcern(circle, ilse, `room/${hh}`)
  expect(holders.text()).toContain('Show it to the circle')
  circle.hasNewKeys('ana')
  const after = await openConcern(circle, ilse, `room/${hh}`)
  expect(after.text()).not.toContain('Show it to the circle')
  expect(after.text()).toContain('New keys since their yes: ana. It counts again once they say it again.')
  expect(today(story, ana)).toContain('Say yes again, or take it back')
  const hers = await openConcern(circle, ana, `yes/${hh}/${id}`)
  expect(hers.text()).toContain('Do you still say yes?')
  expect(hers.text()).toContain('Two of us hold it.')
  await hers.press('Yes, these words')
  expect(today(story, ana)).not.toContain('Say yes again, or take it back')
  await (await openConcern(circle, ilse, `room/${hh}`)).press('Show it to the circle')
  expect(beforeCircle(statesOf(circle.someone('cleo')).commons, circle.today()).pages).toHaveLength(1)
})

test('[CN43] in place of saying it again a yes is taken back', async () => {
  const story = pageIsReady()
  const { ana, ilse, hh, id, circle } = story
  circle.hasNewKeys('ana')
  const hers = await openConcern(circle, ana, `yes/${hh}/${id}`)
  await hers.press('Take my yes back')
  expect(statesOf(ilse).rooms.get(hh)!.moveAsks[0]!.withdrawn).toEqual([ana.id])
  expect(today(story, ana)).not.toContain('Say yes again, or take it back')
})
