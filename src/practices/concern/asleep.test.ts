import { expect, test } from 'vitest'
import { asksFor, held, isRefused, partyComesIn, presses, statesOf, withJointRoom, type Story } from '../../testing/concern-story.ts'
import { beforeCircle } from './circle-page.ts'
import { wordsOfPage } from './circle-state.ts'

const page = wordsOfPage({ mayKnow: 'Something happened at the till. Two of us hold it.', helps: '', pilesOn: '', say: '' })

/** Ana and both holders said yes to the page. */
function pageIsReady(): Story & { readonly id: string; readonly show: object } {
  const story = held()
  const { ana, ilse, ravi, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: page, purpose: 'tell', card: 'circle-page', yes: [ilse, ravi] })
  return { ...story, id, show: { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 } }
}

const shown = ({ cleo, circle }: Story): number => beforeCircle(statesOf(cleo).commons, circle.today()).pages.length

test('[CN43] [C52] words of somebody who had new keys since their yes are not shown to the circle before they say it again, and then they are', () => {
  const story = pageIsReady()
  const { ana, ilse, hh, id, show, circle } = story
  circle.hasNewKeys('ana')
  expect(isRefused(ilse, show)).toBe('CN18')
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, show)
  expect(shown(story)).toBe(1)
})

test('[CN43] whoever said yes in time says it again also after the time for an answer, until the last day of that yes', () => {
  const story = pageIsReady()
  const { ana, ravi, ilse, hh, id, show, circle } = story
  const again = { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true }
  circle.daysPass(20)
  circle.hasNewKeys('ravi')
  expect(isRefused(ravi, show)).toBe('CN18')
  presses(ravi, again)
  presses(ilse, { ...show, lookDay: circle.today() + 14 })
  expect(shown(story)).toBe(1)
  circle.daysPass(41)
  expect(isRefused(ana, again)).toBe('CN16')
})

test('[CN43] [C52] what stands before the circle by a yes from before stays, and is taken back as before', () => {
  const story = pageIsReady()
  const { ana, ilse, hh, id, show, circle } = story
  presses(ilse, show)
  circle.hasNewKeys('ana')
  expect(shown(story)).toBe(1)
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  circle.everybodyOpensTheApp()
  expect(shown(story)).toBe(0)
})

test('[CN43] a yes for a room of the concern that its giver is in is said again too', () => {
  const story = held()
  const { ana, ilse, ravi, hh, circle } = story
  const jo = withJointRoom(story)
  partyComesIn(story, jo, ana)
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ilse.id, ravi.id, ana.id], purpose: 'plan' })
  circle.hasNewKeys('ana')
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ravi.concern(jo)?.moved).toMatchObject([{ id }])
})
