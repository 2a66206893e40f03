// @vitest-environment happy-dom
/** Somebody who lost everything, and those who know them again, at their screens. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../../../crypto/hash.ts'
import { stretchBy } from '../../../../crypto/stretch.ts'
import type { RoomId } from '../../../../log/types.ts'
import { concern } from '../../index.ts'
import type { Practice } from '../../../practice.ts'
import { cameBack, concernScene, held, knownAgain, midway, raised, saysReady, soledadAnew, wordsAsked, type ConcernScene } from '../../../../testing/concern-scenes.ts'
import { comesBack, compares } from '../../../../testing/came-back-story.ts'
import { held as tellsHolders } from '../../../../testing/concern-story.ts'
import { openConcern, roomsSeen } from '../../../../testing/live-concern.tsx'
import { impact } from '../../../impact/index.ts'
import { statementPrompts } from '../../../impact/prompts.ts'
import { emptyAnswers } from '../../../prompts.ts'
import type { Somebody } from '../../../../testing/concern-circle.ts'

function scene(): ConcernScene {
  const made = concernScene([concern as unknown as Practice], soledadAnew)
  held(made)
  return made
}

/** Both holders are ready in her new room. */
function back(): { readonly at: ConcernScene; readonly anew: Somebody; readonly room: RoomId } {
  const at = scene()
  const room = cameBack(at)
  for (const holder of [at.ngozi, at.tomas]) saysReady(at, holder)
  return { at, anew: at.circle.someone(soledadAnew), room }
}

function wordsShown(): readonly string[] {
  return [...document.querySelectorAll('ol.words')].map((list) => [...list.querySelectorAll('li')].map((word) => word.textContent).join(' '))
}

/** What is worked out meanwhile is there. */
async function worked(view: { again(): Promise<void> }): Promise<void> {
  while (wordsShown().length === 0) await view.again()
}

beforeAll(() => stretchBy(async (secret, salt) => sha256(salt, secret)))
beforeEach(() => document.body.replaceChildren())
afterAll(() => document.body.replaceChildren())

test('[CN42] somebody new says who they were, and the letter tells it before anybody answers', async () => {
  const at = concernScene([concern as unknown as Practice], soledadAnew)
  raised(at)
  const anew = at.circle.someone(soledadAnew)
  const first = await openConcern(at.circle, anew, 'back')
  expect(first.text()).toContain('What you wrote for yourself alone is gone')
  await first.choose('Who you were', 'Soledad')
  await first.press('Ask those who held it')
  expect(first.wentTo).toEqual(['concern/something/all'])
  expect(first.drafts.get('back.was')).toBe(at.soledad.id)

  cameBack(at)
  const letter = (at.ngozi.states('concern').personal as { readonly asked: readonly { readonly ref: string; readonly from: string }[] }).asked.at(-1)!
  const asked = await openConcern(at.circle, at.ngozi, `answer/${letter.from}/${letter.ref}`)
  expect(asked.text()).toContain('Soledad M. says: I was here before as Soledad, and lost my keys.')
})

test('[CN42] what goes with it stands on the page that sends, and can be left out', async () => {
  const at = scene()
  const anew = at.circle.someone(soledadAnew)
  const page = await openConcern(at.circle, anew, 'something/send', { drafts: { 'back.was': at.soledad.id } })
  expect(page.text()).toContain('You say that you were Soledad before')
  await page.press('Leave that out')
  expect(page.text()).not.toContain('You say that you were Soledad before')
  expect(page.drafts.get('back.was')).toBe('')
})

test('[CN42] a room somebody opened since can say it too', async () => {
  const at = scene()
  const anew = at.circle.someone(soledadAnew)
  at.does(anew, { kind: 'open-room', code: 'HS', title: 'Beside me', card: null, ref: null, invited: [], askNote: '' })
  const page = await openConcern(at.circle, anew, 'back')
  await page.choose('Who you were', 'Soledad')
  await page.press('Say it here: Beside me')
  expect(page.wentTo).toEqual([`concern/room/${at.room(anew, 'HS')}`])
  expect(at.state(anew, 'HS').cameBack?.was).toBe(at.soledad.id)
})

test('[CN42] she and each holder read the same four words, and other ones with the other holder', async () => {
  const { at, anew, room } = back()
  const hers = await openConcern(at.circle, anew, `room/${room}`)
  await worked(hers)
  while (wordsShown().length < 2) await hers.again()
  const both = wordsShown()
  expect(hers.text()).toContain('Words with Ngozi')
  expect(new Set(both).size).toBe(2)
  const holder = await openConcern(at.circle, at.ngozi, `room/${room}`)
  await worked(holder)
  expect(wordsShown()).toEqual([both[0]])
})

test('[CN42] two find the same words, one brings it over, and she reads who wrote what and when', async () => {
  const { at, anew, room } = back()
  const first = await openConcern(at.circle, at.ngozi, `room/${room}`)
  await first.press('Same words: it is them')
  expect(first.text()).toContain('A second person who stood beside them then has to compare too.')
  expect(first.text()).not.toContain('Bring over what they could read')
  const second = await openConcern(at.circle, at.tomas, `room/${room}`)
  await second.press('Same words: it is them')
  await second.press('Bring over what they could read')
  expect(second.text()).not.toContain('Bring over')
  const hers = await openConcern(at.circle, anew, `room/${room}`)
  expect(hers.text()).toContain('You came back with new keys')
  expect(hers.text()).toContain('At the Tuesday meeting I was spoken over four times.')
  expect(hers.text()).toContain('That I can speak on Tuesdays and be heard to the end.')
  expect(hers.text()).toContain('We meet on Thursday, at the library.')
  expect(hers.text()).toContain('Brought over by Tomás.')
})

test('[CN42] what a card says goes along, each answer below its question', async () => {
  const told = tellsHolders({}, [impact as Practice])
  const { ana, ilse, ravi, hh, circle } = told
  const answers = { ...emptyAnswers(statementPrompts), body: 'I do not sleep.', done: 'read', beside: 'His sister' }
  expect(ana.does('impact', { kind: 'open', room: hh, leaf: 'statement', lookDay: circle.today() + 30, answers })).toBeNull()
  const story = comesBack(told)
  for (const holder of [ilse, ravi]) compares(story, holder)
  const surfaces = await impact.surfaces()
  const seen = { states: ilse.states('impact'), me: ilse.id, people: circle.people(), today: circle.today(), rooms: roomsSeen(circle, ilse) }
  // Of what a view is given, cards read no more than this.
  const cards = surfaces.cards!(seen as unknown as Parameters<NonNullable<typeof surfaces.cards>>[0])
  const page = await openConcern(circle, ilse, `room/${story.back}`, { cards })
  await page.press('Bring over what they could read')
  const hers = await openConcern(circle, story.anew, `room/${story.back}`)
  expect(hers.text()).toContain('What did it do to your body and sleep?')
  expect(hers.text()).toContain('I do not sleep.')
})

test('[CN42] she takes out a piece with a second press', async () => {
  const { at, anew, room } = back()
  knownAgain(at, room, at.ngozi, at.tomas)
  const holder = await openConcern(at.circle, at.ngozi, `room/${room}`)
  await holder.press('Bring over what they could read')
  const hers = await openConcern(at.circle, anew, `room/${room}`)
  await hers.press('Take this out of the room')
  expect(hers.text()).toContain('spoken over four times')
  await hers.press('Take it out.')
  expect(hers.text()).not.toContain('spoken over four times')
  const again = await openConcern(at.circle, at.tomas, `room/${room}`)
  expect(again.text()).not.toContain('Bring over')
})

test('[CN42] other words are told to everybody in the room, and nothing is brought over', async () => {
  const { at, anew, room } = back()
  const page = await openConcern(at.circle, at.tomas, `room/${room}`)
  await page.press('Not the same')
  knownAgain(at, room, at.ngozi)
  const hers = await openConcern(at.circle, anew, `room/${room}`)
  expect(hers.text()).toContain('Tomás found other words. Nothing is brought over.')
  const other = await openConcern(at.circle, at.ngozi, `room/${room}`)
  expect(other.text()).not.toContain('Bring over what they could read')
})

test('[CN42] in the room from before whoever has the old keys reads it, and with the second word that they write nothing there', async () => {
  const { at, room } = back()
  knownAgain(at, room, at.ngozi)
  const old = await openConcern(at.circle, at.soledad, `room/${at.room(at.soledad, 'HH')}`)
  expect(old.text()).toContain('If that is not so, say it here')
  const today = async (): Promise<string> => (await openConcern(at.circle, at.soledad, `at/${at.soledad.concern(at.room(at.soledad, 'HH'))?.begun?.concern}`)).text()
  expect(await today()).toContain('Somebody says they are you, with new keys')
  await old.press('It is not so: I still have my keys')
  expect(await today()).not.toContain('Somebody says they are you')
  expect((await openConcern(at.circle, at.ngozi, `room/${at.room(at.ngozi, 'HH')}`)).text()).toContain('Since then somebody wrote here by the old keys: Soledad.')
  knownAgain(at, room, at.tomas)
  const holder = await openConcern(at.circle, at.ngozi, `room/${at.room(at.ngozi, 'HH')}`)
  expect(holder.text()).toContain('Its owner came back with new keys')
  expect(holder.text()).toContain('Keys that were replaced.')
})

test('[CN42] in the concern from before a holder is led to no further step', async () => {
  const { at, room } = back()
  const next = async (): Promise<string> => (await openConcern(at.circle, at.ngozi, `at/${at.soledad.concern(at.room(at.soledad, 'HH'))?.begun?.concern}`)).text()
  expect(await next()).toContain('Open a room for the holders')
  knownAgain(at, room, at.ngozi, at.tomas)
  expect(await next()).not.toContain('Open a room for the holders')
})

test('[CN42] words she had said yes to wait in the room from before, and no button moves them', async () => {
  const at = concernScene([concern as unknown as Practice], soledadAnew)
  midway(at)
  wordsAsked(at)
  const hers = at.room(at.soledad, 'HH')
  const waiting = at.state(at.soledad, 'HH').moveAsks.at(-1)!
  at.does(at.soledad, { kind: 'answer-move', room: hers, id: waiting.id, yes: true, adds: [], nameMayStand: true })
  const shows = async (): Promise<string> => (await openConcern(at.circle, at.ngozi, `room/${hers}`)).text()
  expect(await shows()).toContain('Move them now')
  const room = cameBack(at)
  for (const holder of [at.ngozi, at.tomas]) saysReady(at, holder)
  knownAgain(at, room, at.ngozi, at.tomas)
  expect(await shows()).not.toContain('Move them now')
  expect(await shows()).toContain('Their yes is by keys that were replaced, and moves nothing: Soledad.')
})

test('[CN42] a holder is told on Today what waits: to compare, then to bring it over', async () => {
  const { at, room } = back()
  const today = async (who: Somebody): Promise<string> => (await openConcern(at.circle, who, `at/${at.circle.someone(soledadAnew).concern(room)?.begun?.concern}`)).text()
  expect(await today(at.ngozi)).toContain('Somebody says they were here before')
  knownAgain(at, room, at.ngozi, at.tomas)
  expect(await today(at.ngozi)).toContain('What somebody could read can come back to them')
})
