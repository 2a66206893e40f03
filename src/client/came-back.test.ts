/** Somebody lost device, words and code, on real engines with a real server: let in anew, known again by four words, and given back what they could read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberId } from '../log/types.ts'
import { wordsBetween } from '../practices/concern/came-back.ts'
import { terms, told } from '../testing/concern-story.ts'
import { concernWorld, type ConcernWorld } from '../testing/concern-world.ts'

/** Hana told Ilse and Ravi of it and lost everything; Uma is the steward. */
let on: ConcernWorld

beforeAll(async () => {
  on = await concernWorld(['Uma', 'Hana', 'Ilse', 'Ravi'])
  await on.does('Hana', { kind: 'raise', note: null, title: 'The till', answers: told, holders: [on.id('Ilse'), on.id('Ravi')], askNote: '' })
  for (const holder of ['Ilse', 'Ravi']) await saysReady(holder, 'The till')
  on.losesEverything('Hana')
}, 60_000)
afterAll(() => on.end())

async function saysReady(who: string, title: string): Promise<void> {
  const letter = await on.letterFor(who, title)
  await on.does(who, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms, untilDay: on.today() + 84 })
}

/** In a room of that title somebody says that they were Hana. */
async function saysTheyAreHana(who: string, title: string): Promise<void> {
  await on.does(who, { kind: 'raise', note: null, title, answers: { ...told, happened: '' }, holders: [on.id('Ilse'), on.id('Ravi')], askNote: '', was: on.id('Hana') })
  for (const holder of ['Ilse', 'Ravi']) await saysReady(holder, title)
}

function compares(who: string, title: string, same = true): Promise<void> {
  return on.does(who, { kind: 'know-again', room: on.room(who, title), from: on.room(who, 'The till'), same })
}

/** What stands in the room from before on this device, as a holder's screen puts it together. */
function carryOver(who: string, title: string): object {
  const raised = on.state(who, 'The till').raised!
  const pieces = [{ author: raised.by, day: raised.day, title: 'What happened', words: raised.answers.happened }]
  return { kind: 'carry-over', room: on.room(who, title), from: on.room(who, 'The till'), pieces }
}

/** The four words this device shows for these two, by what it holds of them. */
function words(reader: string, title: string, of: { readonly back: MemberId; readonly beside: MemberId }): Promise<readonly string[]> {
  return wordsBetween({ room: on.room(reader, title), was: on.state(reader, title).cameBack!.was, ...of })
}

test('[CN42] somebody who only says that they are her has words of their own, and one holder who believes it gets them nothing', { timeout: 60_000 }, async () => {
  await saysTheyAreHana('Uma', 'Not hers')
  // Asked by voice she could read out nothing: those are the words of a key that is not hers.
  expect(await words('Ilse', 'Not hers', { back: on.id('Uma'), beside: on.id('Ilse') })).not.toEqual(await words('Ilse', 'Not hers', { back: on.id('Hana'), beside: on.id('Ilse') }))
  await compares('Ilse', 'Not hers')
  await on.isRefused('Ilse', carryOver('Ilse', 'Not hers'))
  await compares('Ravi', 'Not hers', false)
  for (const holder of ['Ilse', 'Ravi']) await on.isRefused(holder, carryOver(holder, 'Not hers'))
  expect(on.state('Uma', 'Not hers').carried).toEqual([])
  // Whoever has the old keys would read it there, and they count as before.
  expect(on.state('Ravi', 'The till').newKeys).toMatchObject({ by: [on.id('Ilse')], since: null })
})

test('[CN42] let in anew she is known again by two holders, and reads what she had written', { timeout: 60_000 }, async () => {
  await on.joins('Uma', 'Hana anew')
  await saysTheyAreHana('Hana anew', 'Hers')
  const me = on.device('Hana anew').session().snapshot().me.id!
  for (const holder of ['Ilse', 'Ravi']) {
    const beside = on.device(holder).session().snapshot().me.id!
    const shown = await words(holder, 'Hers', { back: on.state(holder, 'Hers').begun!.by, beside })
    expect(shown).toEqual(await words('Hana anew', 'Hers', { back: me, beside: on.id(holder) }))
    // With one word alone nothing goes.
    await on.isRefused(holder, carryOver(holder, 'Hers'))
    await compares(holder, 'Hers')
  }
  await on.does('Ravi', carryOver('Ravi', 'Hers'))
  expect(on.state('Hana anew', 'Hers').carried).toMatchObject([{ author: on.id('Hana'), by: on.id('Ravi'), words: told.happened }])
  expect(on.state('Ilse', 'The till').newKeys?.since).toBe(on.today())
  expect(on.state('Ilse', 'The till').parts.has(on.id('Hana'))).toBe(false)
})
