import { expect, test } from 'vitest'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { VerifiedConsent } from '../practice.ts'
import { asksFor, becomesKind, held, isRefused, presses, stateOf, statesOf, takesTheAsk, withHoldersRoom, withJointRoom, withOtherSide, withParties, withTheirRoom, type Story } from '../../testing/concern-story.ts'
import { yesPurpose } from './moves.ts'
import { wordsForMe } from './own-state.ts'
import { missingYes, moveAsksFor } from './state.ts'

const words = 'I stopped closing the till.'

/** Ana's words were asked to go to the holders' room, and she said yes. */
function askedForTheHolders(): Story & { readonly ho: ReturnType<typeof withHoldersRoom>; readonly id: string } {
  const story = held()
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const { ana, ilse, ravi, hh } = story
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], nameMayStand: false })
  return { ...story, ho, id }
}

function bodyOf(story: Story, id: string): Readonly<Record<string, never>> {
  const { hh, ana, circle } = story
  const asked = stateOf(ana, hh).moveAsks.find((each) => each.id === id)!
  return {
    id,
    author: ana.id,
    day: circle.today(),
    card: asked.card,
    words: asked.words,
    purpose: asked.purpose,
    readers: asked.readers,
    recognised: asked.recognised,
    untilDay: asked.untilDay,
  } as unknown as Readonly<Record<string, never>>
}

test('[CN18] words come into another room with the yes of whoever they are of, exactly as they were agreed', () => {
  const { ana, ilse, ravi, hh, ho, id } = askedForTheHolders()
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
  expect(missingYes(stateOf(ilse, hh), stateOf(ilse, hh).moveAsks[0]!)).toEqual([ana.id])
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ravi.concern(ho)?.moved).toMatchObject([{ words, author: ana.id, mover: ilse.id, givers: [ana.id], takenBack: null }])
  expect(ilse.refused()).toEqual([])
})

test('[CN18] [C36] a holder’s changed app writes uncleared words into the joint room: refused, and shown on no honest screen', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse } = story
  const body = { id: '1'.repeat(32), author: ana.id, day: story.circle.today(), card: 'known', words: 'What she told me alone.', purpose: 'plan', readers: [ana.id, ben.id], recognised: [], untilDay: story.circle.today() + 30 }
  const forged = ilse.writesPastTheApp({ room: jo }, 'concern.moved', body)
  const asOwn = ilse.writesPastTheApp({ room: jo }, 'concern.moved', { ...body, author: null })
  for (const reader of [ana, ben]) {
    expect(reader.concern(jo)?.moved).toEqual([])
    expect(reader.refused().map((each) => [each.seq, each.author, each.rule])).toEqual([
      [forged, ilse.id, 'CN18'],
      [asOwn, ilse.id, 'CN18'],
    ])
    expect(JSON.stringify([...stateOf(reader, jo).entries, stateOf(reader, jo).moved])).not.toContain('told me alone')
  }
})

test('[CN18] [F21] with one changed character the yes is void everywhere', () => {
  const { ana, ilse, ravi, hh, ho, id, circle, ...rest } = askedForTheHolders()
  const story = { ana, ilse, ravi, hh, circle, ...rest }
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  const yes = stateOf(ilse, hh).asksMore.get(id)!.yeses[0]!
  const changed = { ...bodyOf(story, id), words: 'I stopped closing the till!' }
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.moved', changed, { consents: [yes] })
  expect(ravi.refused()).toMatchObject([{ seq, rule: 'CN18' }])
  expect(ravi.concern(ho)?.moved).toEqual([])
})

test('[CN18] a yes for another room, another purpose, other readers, one that ended, and one of somebody else move nothing', () => {
  const { ana, ilse, ravi, cleo, hh, ho, id, circle, ...rest } = askedForTheHolders()
  const story = { ana, ilse, ravi, cleo, hh, circle, ...rest }
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  const yes = stateOf(ilse, hh).asksMore.get(id)!.yeses[0]!
  const wrong: readonly VerifiedConsent[] = [
    { ...yes, target: hh },
    { ...yes, purpose: yesPurpose('plan', id) },
    { ...yes, purpose: yesPurpose('hold', '2'.repeat(32)) },
    { ...yes, readers: [ilse.id] },
    { ...yes, readers: null },
    { ...yes, untilDay: (circle.today() - 1) as typeof yes.untilDay },
    { ...yes, giver: cleo.id },
    { ...yes, nameMayStand: false },
    { ...yes, recognised: [cleo.id] },
  ]
  for (const consent of wrong) ilse.writesPastTheApp({ room: ho }, 'concern.moved', bodyOf(story, id), { consents: [consent] })
  expect(ravi.refused().map((each) => each.rule)).toEqual(wrong.map(() => 'CN18'))
  const right = ilse.writesPastTheApp({ room: ho }, 'concern.moved', bodyOf(story, id), { consents: [yes] })
  expect(ravi.concern(ho)?.moved.map((each) => each.seq)).toEqual([right])
})

test('[CN18] R10: only the author or a holder moves words', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, hh } = story
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], purpose: 'plan', nameMayStand: false })
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  const yes = stateOf(ilse, hh).asksMore.get(id)!.yeses[0]!
  const seq = ben.writesPastTheApp({ room: jo }, 'concern.moved', bodyOf(story, id), { consents: [yes] })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN6' }])
})

test('[CN18] into the joint room words need everybody who can be recognised in them, also whom a giver adds', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, cleo, hh } = story
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], words: 'Ben and Cleo shut the till without me.', purpose: 'plan', recognised: [ben.id] })
  // A holder sees Cleo in it too.
  ravi.does('concern', { kind: 'answer-move', room: hh, id, yes: true, adds: [cleo.id] })
  expect(isRefused(ana, { kind: 'move', room: hh, id })).toBe('CN18')
  for (const person of [ben, cleo]) {
    presses(ilse, { kind: 'ask-recognised', room: hh, id, person: person.id })
    expect(wordsForMe(statesOf(person).personal, story.circle.today())).toMatchObject([{ id, words: 'Ben and Cleo shut the till without me.' }])
    presses(person, { kind: 'answer-words', id, from: ilse.id, yes: true })
  }
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ben.concern(jo)?.moved).toMatchObject([{ author: ana.id, recognised: [ben.id, cleo.id] }])
  expect(new Set(ben.concern(jo)?.moved[0]?.givers)).toEqual(new Set([ana.id, ben.id, cleo.id, ravi.id]))
})

test('[CN18] where a name may not stand two holders vouch, and one does not', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, hh } = story
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], purpose: 'plan', nameMayStand: false, yes: [ana, ilse] })
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ben.concern(jo)?.moved).toMatchObject([{ author: null, recognised: [], givers: [ilse.id, ravi.id] }])
  const carried = story.circle.room(jo).entries.at(-1)!
  expect(carried.consents.some((yes) => yes.giver === ana.id || yes.recognised.length > 0)).toBe(false)
})

test('[CN20] she takes all of it back also where her words stand by those who vouched, and they take them out there', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, hh, circle } = story
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], purpose: 'plan', nameMayStand: false, yes: [ana, ilse, ravi] })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ben.concern(jo)?.moved).toMatchObject([{ takenBack: null }])
  presses(ana, { kind: 'take-back', room: hh })
  circle.everybodyOpensTheApp()
  expect(ben.concern(jo)?.moved).toEqual([])
})

test('[CN18] [C36] a holder’s yes that came before the author’s vouches for nothing without it', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, hh } = story
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], purpose: 'plan', nameMayStand: false, yes: [ravi] })
  const early = stateOf(ilse, hh).asksMore.get(id)!.yeses[0]!
  const seq = ilse.writesPastTheApp({ room: jo }, 'concern.moved', { ...bodyOf(story, id), author: null as never }, { consents: [early, { ...early, giver: ilse.id, recognised: [] }] })
  expect(ben.refused()).toMatchObject([{ seq, rule: 'CN18' }])
  expect(ben.concern(jo)?.moved).toEqual([])
})

test('[CN13] [CN15] what she shut or stopped after her yes is shut for the words too', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, hh } = story
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], purpose: 'plan' })
  presses(ana, { kind: 'lock', room: hh, lock: 'start-process', open: false, scope: '' })
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN13')
  presses(ana, { kind: 'lock', room: hh, lock: 'start-process', open: true, scope: 'A plan.' })
  presses(ana, { kind: 'stop', room: hh, on: true })
  // Nobody has carried it into the joint room yet.
  expect(stateOf(ben, jo).stopped).toBeNull()
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN15')
  presses(ana, { kind: 'stop', room: hh, on: false })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ben.concern(jo)?.moved).toHaveLength(1)
})

test('[CN18] 5.2: who was asked in and has not come yet reads what is moved meanwhile, and so is among the readers', () => {
  const { ana, ilse, ravi, cleo, hh, ho, id, circle } = askedForTheHolders()
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
  const again = asksFor({ ana, ilse, ravi, cleo, hh, circle } as Story, { by: ilse, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id, cleo.id], nameMayStand: false })
  presses(ana, { kind: 'answer-move', room: hh, id: again, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id: again })
  takesTheAsk(cleo, circle.today())
  expect(cleo.concern(ho)?.moved).toHaveLength(1)
})

test('[CN18] 5.2: who was in the holders’ room before, and is asked in again, reads what is moved meanwhile, and so is among the readers, however they went', () => {
  for (const goes of ['steps back', 'leaves without a word'] as const) {
    const story = askedForTheHolders()
    const { ana, ilse, ravi, cleo, hh, ho, id, circle } = story
    function isAskedIn(): void {
      presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
      if (goes === 'steps back' || !ravi.concern(ho)!.parts.has(cleo.id)) presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
      circle.everybodyOpensTheApp()
    }
    isAskedIn()
    takesTheAsk(cleo, circle.today())
    if (goes === 'steps back') presses(cleo, { kind: 'step-back', room: ho, handOver: '' })
    else cleo.changes({ to: 'leave', room: ho })
    circle.everybodyOpensTheApp()
    expect(circle.room(ho).present.has(cleo.id), goes).toBe(false)
    isAskedIn()
    presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
    expect(isRefused(ilse, { kind: 'move', room: hh, id }), goes).toBe('CN18')
    takesTheAsk(cleo, circle.today())
    expect(cleo.concern(ho)?.parts.get(cleo.id), goes).toMatchObject({ part: 'holder', ready: true })
  }
})

test('[CN18] 5.2: a party who was in the joint room before, and is asked in again, is among the readers, though they claimed a day far ahead', () => {
  const story = askedForTheHolders()
  const { ana, ben, ilse, ravi, circle } = story
  const jo = withJointRoom(story)
  presses(ilse, { kind: 'invite', room: jo, person: ben.id, part: 'party', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: jo, person: ben.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(ben, circle.today())
  ben.writesPastTheApp({ room: jo }, 'concern.called', { word: 'B.' }, { day: (circle.today() + 9_000) as Day })
  ben.changes({ to: 'leave', room: jo })
  presses(ilse, { kind: 'invite', room: jo, person: ben.id, part: 'party', guest: false, mayReadNow: false, askNote: '' })
  circle.everybodyOpensTheApp()
  const id = '5'.repeat(32)
  function isMovedFor(readers: readonly MemberId[]): number | undefined {
    const yes: VerifiedConsent = { giver: ana.id, text: words, target: jo, purpose: yesPurpose('plan', id), untilDay: (circle.today() + 60) as Day, readers, mayPassOn: false, nameMayStand: true, recognised: [], carried: new Uint8Array([1]) }
    ilse.writesPastTheApp({ room: jo }, 'concern.moved', { id, author: ana.id, day: circle.today(), card: 'known', words, purpose: 'plan', readers: [...readers], recognised: [], untilDay: circle.today() + 60 }, { consents: [yes] })
    return ravi.concern(jo)?.moved.length
  }
  expect(isMovedFor([ilse.id, ravi.id])).toBe(0)
  expect(isMovedFor([ilse.id, ravi.id, ben.id])).toBe(1)
})

test('[CN18] R18: a move is not dated before what two people in the room have already claimed', () => {
  const { ana, ilse, ravi, hh, ho, id, circle, ...rest } = askedForTheHolders()
  const story = { ana, ilse, ravi, hh, circle, ...rest }
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  const yes = stateOf(ilse, hh).asksMore.get(id)!.yeses[0]!
  const before = circle.today()
  circle.daysPass(70)
  // The yes is over. A changed app claims an old day.
  for (const holder of [ilse, ravi]) holder.writesPastTheApp({ room: ho }, 'concern.look-set', { lookDay: circle.today() + 7 })
  const body = { ...bodyOf(story, id), day: before as never }
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.moved', body, { consents: [yes], day: before })
  expect(ravi.refused().find((each) => each.seq === seq)?.rule).toBe('CN18')
})

test('[CN18] behind a door that is shut in the room they shall go to, words do not come in', () => {
  const story = held()
  const { ana, ben, ilse, ravi, hh } = story
  becomesKind(story, 'B')
  withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: nh, targetCode: 'NH', readers: [ben.id, ilse.id], purpose: 'tell', card: 'impact' })
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
  presses(ravi, { kind: 'agree-doors', room: stateOfHolders(story), target: nh, doors: ['impact-given'] })
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['impact-given'] })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ben.concern(nh)?.moved).toMatchObject([{ words }])
})

function stateOfHolders({ ilse }: Story): string {
  return [...statesOf(ilse).rooms].find(([, state]) => state.begun?.code === 'HO')![0]
}

test('[CN19] [G3] nothing from the other side comes into her room that she did not ask for', () => {
  const story = held()
  becomesKind(story, 'B')
  const nh = withTheirRoom(story)
  const { ana, ben, ilse, ravi, hh } = story
  const id = asksFor(story, { by: ben, room: nh, author: ben, target: hh, targetCode: 'HH', readers: [ana.id, ilse.id, ravi.id], words: 'I am sorry I shouted.', purpose: 'plan' })
  expect(isRefused(ilse, { kind: 'move', room: nh, id })).toBe('CN19')
  presses(ana, { kind: 'wish', room: hh, hears: 'nothing', letter: 'no' })
  expect(isRefused(ilse, { kind: 'move', room: nh, id })).toBe('CN19')
  presses(ana, { kind: 'wish', room: hh, hears: 'key', letter: 'no' })
  presses(ilse, { kind: 'move', room: nh, id })
  expect(ana.concern(hh)?.moved).toMatchObject([{ words: 'I am sorry I shouted.' }])
})

test('[CN19] [G3] by default she hears what touches her safety, and of a letter never unless she asked to know', () => {
  const story = held()
  becomesKind(story, 'B')
  const nh = withTheirRoom(story)
  const { ana, ben, ilse, ravi, hh } = story
  const readers = [ana.id, ilse.id, ravi.id]
  const limit = asksFor(story, { by: ben, room: nh, author: ben, target: hh, targetCode: 'HH', readers, words: 'I keep away on Tuesdays.', purpose: 'rule' })
  const letter = asksFor(story, { by: ben, room: nh, author: ben, target: hh, targetCode: 'HH', readers, words: 'A letter.', purpose: 'letter' })
  const plan = asksFor(story, { by: ben, room: nh, author: ben, target: hh, targetCode: 'HH', readers, words: 'A step.', purpose: 'support' })
  presses(ilse, { kind: 'move', room: nh, id: limit })
  expect(isRefused(ilse, { kind: 'move', room: nh, id: plan })).toBe('CN19')
  presses(ana, { kind: 'wish', room: hh, hears: 'key', letter: 'no' })
  expect(isRefused(ilse, { kind: 'move', room: nh, id: plan })).toBe('CN19')
  presses(ana, { kind: 'wish', room: hh, hears: 'all', letter: 'no' })
  expect(isRefused(ilse, { kind: 'move', room: nh, id: letter })).toBe('CN19')
  presses(ana, { kind: 'wish', room: hh, hears: 'nothing', letter: 'yes' })
  presses(ilse, { kind: 'move', room: nh, id: letter })
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.wished', { hears: 'all', letter: 'yes' })
  expect(ana.refused().find((each) => each.seq === seq)?.rule).toBe('CN11')
  expect(ana.concern(hh)?.moved.map((each) => each.words)).toEqual(['I keep away on Tuesdays.', 'A letter.'])
})

test('[CN20] the hurt person takes her yes back after words were shared: everybody’s app hides them, and the mover’s takes them out', () => {
  const { ana, ilse, ravi, hh, ho, id, circle } = askedForTheHolders()
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id })
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  // Ana is not in the holders' room: whoever is in both carries it.
  presses(ravi, { kind: 'look', room: ho, lookDay: circle.today() + 7 })
  ravi.opensTheApp()
  expect(ilse.concern(ho)?.moved[0]?.takenBack).toBe(circle.today())
  circle.everybodyOpensTheApp()
  const left = circle.room(ho).entries.filter((entry) => !entry.redacted)
  expect(JSON.stringify(left)).not.toContain(words)
  expect(stateOf(ravi, ho).backs.some((back) => back.giver === ana.id && back.id === id)).toBe(true)
  expect(ravi.refused()).toEqual([])
})

test('[CN20] what was taken back does not come again by the same yes, in whatever order the two arrive', () => {
  const { ana, ilse, ravi, hh, ho, id, circle, ...rest } = askedForTheHolders()
  const story = { ana, ilse, ravi, hh, circle, ...rest }
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  const yes = stateOf(ilse, hh).asksMore.get(id)!.yeses[0]!
  const body = bodyOf(story, id)
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  const back = stateOf(ravi, hh).asksMore.get(id)!.backs[0]!
  ravi.writesPastTheApp({ room: ho }, 'concern.taken-back', { id }, { consents: [back] })
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.moved', body, { consents: [yes] })
  expect(ravi.refused()).toMatchObject([{ seq, rule: 'CN18' }])
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
})

test('[CN20] nobody takes back for somebody else, and no other record does it', () => {
  const { ana, ben, ilse, ravi, cleo, hh, ho, id } = askedForTheHolders()
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id })
  const record: VerifiedConsent = { giver: ana.id, text: `taken-back/${id}`, target: ho, purpose: 'taken-back', untilDay: 30_000 as never, readers: [], mayPassOn: true, nameMayStand: true, recognised: [], carried: new Uint8Array() }
  const wrong = [[], [{ ...record, giver: ben.id }], [{ ...record, text: `taken-back/${'3'.repeat(32)}` }], [{ ...record, target: hh }], [{ ...record, purpose: 'hold' }]]
  for (const consents of wrong) ravi.writesPastTheApp({ room: ho }, 'concern.taken-back', { id }, { consents })
  expect(ilse.refused().map((each) => each.rule)).toEqual(wrong.map(() => 'CN20'))
  expect(ilse.concern(ho)?.moved[0]?.takenBack).toBeNull()
  expect(cleo.rooms()).toEqual([])
})

test('[CN20] a holder who vouched takes back with a record of their own and of nobody else', () => {
  const { ana, ilse, ravi, hh, id } = askedForTheHolders()
  for (const giver of [ana, ravi]) presses(giver, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  const hers = stateOf(ilse, hh).asksMore.get(id)!.backs
  const seq = ravi.writesPastTheApp({ room: hh }, 'concern.move-withdrawn', { id }, { consents: hers })
  expect(ilse.refused()).toMatchObject([{ seq, rule: 'CN17' }])
  expect(stateOf(ilse, hh).moveAsks[0]?.withdrawn).toEqual([ana.id])
})

test('[CN20] whoever could be recognised and said yes by mail takes it back by mail, and it follows the words', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], words: 'Cleo saw it.', purpose: 'plan', recognised: [cleo.id], nameMayStand: false })
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'ask-recognised', room: hh, id, person: cleo.id })
  presses(cleo, { kind: 'answer-words', id, from: ilse.id, yes: true })
  presses(ilse, { kind: 'move', room: hh, id })
  presses(cleo, { kind: 'take-back-words', id, from: ilse.id })
  circle.everybodyOpensTheApp()
  expect(JSON.stringify(circle.room(jo).entries.filter((entry) => !entry.redacted))).not.toContain('Cleo saw it.')
})

test('[CN17] an ask by letter waits for an answer until whoever was asked gives one to whoever asked, whatever anybody else writes under its number', () => {
  const story = held()
  becomesKind(story, 'B')
  withHoldersRoom(story)
  const { ana, ben, ilse, ravi, dina, hh, circle } = story
  const jo = withJointRoom(story)
  presses(ana, { kind: 'lock', room: hh, lock: 'use-name', open: true, scope: 'In this.' })
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ilse.id, ravi.id], words, purpose: 'plan', recognised: [ben.id], yes: [ana] })
  presses(ilse, { kind: 'ask-recognised', room: hh, id, person: ben.id })
  const [asked] = statesOf(ben).personal.wordsAsked
  dina.writesPastTheApp({ mailTo: ben.id }, 'concern.words-answered', { id, answer: 'not-available' })
  dina.writesPastTheApp({ mailTo: ben.id }, 'concern.words-asked', { id, author: null, target: jo, targetCode: 'JO', words: 'Something else.', card: 'known', purpose: 'plan', readers: [], recognised: [], untilDay: circle.today() + 60 })
  presses(ben, { kind: 'answer-words', id, from: dina.id, yes: false })
  expect(wordsForMe(statesOf(ben).personal, circle.today())).toEqual([asked])
  presses(ben, { kind: 'answer-words', id, from: ilse.id, yes: true })
  expect(wordsForMe(statesOf(ben).personal, circle.today())).toEqual([])
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ravi.concern(jo)?.moved).toMatchObject([{ words, givers: [ana.id, ben.id] }])
})

test('[CN20] words that two vouched for are taken back for whoever said yes, and not because somebody who reads them writes that they do', () => {
  const story = held()
  becomesKind(story, 'B')
  const jo = withParties(story)
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  const words = 'Cleo saw it.'
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ilse.id, ravi.id], words, purpose: 'plan', recognised: [cleo.id], nameMayStand: false, yes: [ana, ilse, ravi] })
  presses(ilse, { kind: 'ask-recognised', room: hh, id, person: cleo.id })
  presses(cleo, { kind: 'answer-words', id, from: ilse.id, yes: true })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(ben.concern(jo)?.moved).toMatchObject([{ author: null, takenBack: null }])
  const back = { giver: ben.id, text: words, target: jo, purpose: 'plan', untilDay: circle.today() + 60, readers: null, mayPassOn: true, nameMayStand: true, recognised: [], carried: new Uint8Array() } as unknown as VerifiedConsent
  for (const answer of ['yes', 'taken-back']) for (const holder of [ilse, ravi]) ben.writesPastTheApp({ mailTo: holder.id }, 'concern.words-answered', { id, answer }, { consents: [back] })
  circle.everybodyOpensTheApp()
  expect(ana.concern(jo)?.moved).toMatchObject([{ words, takenBack: null }])
  presses(cleo, { kind: 'take-back-words', id, from: ilse.id })
  circle.everybodyOpensTheApp()
  expect(JSON.stringify(circle.room(jo).entries.filter((entry) => !entry.redacted))).not.toContain(words)
})

test('[CN21] a yes that has ended is not one taken back: the words stay, and only after its day somebody says so', () => {
  const { ana, ilse, ravi, hh, ho, id, circle } = askedForTheHolders()
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(isRefused(ravi, { kind: 'end-moved', room: ho, id })).toBe('CN21')
  circle.daysPass(61)
  presses(ravi, { kind: 'end-moved', room: ho, id })
  expect(ilse.concern(ho)?.moved).toMatchObject([{ words, ended: circle.today(), takenBack: null }])
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
})

test('[CN16] the same words for the same purpose and readers are not asked for twice, and no answer in 14 days is a no', () => {
  const { ana, ilse, ravi, hh, ho, id, circle } = askedForTheHolders()
  const again = { kind: 'ask-move', room: hh, author: ana.id, target: ho, targetCode: 'HO', mayPassOn: false, nameMayStand: false, card: 'known', words, purpose: 'hold', readers: [ravi.id, ilse.id], recognised: [], untilDay: circle.today() + 30 }
  expect(isRefused(ravi, again)).toBe('CN16')
  expect(isRefused(ravi, { ...again, words: 'Other words.', untilDay: circle.today() + 91 })).toBe('CN16')
  circle.daysPass(15)
  expect(moveAsksFor(stateOf(ana, hh), ana.id, circle.today())).toEqual([])
  expect(isRefused(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })).toBe('CN16')
})

test('[CN26] words that would not fit into one entry with every yes under them are not asked for', () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  const ho = withHoldersRoom(story)
  const ask = { kind: 'ask-move', room: hh, author: ana.id, target: ho, targetCode: 'HO', mayPassOn: false, nameMayStand: true, card: 'known', purpose: 'hold', readers: [ilse.id, ravi.id], recognised: [cleo.id], untilDay: circle.today() + 9 }
  expect(isRefused(ana, { ...ask, words: 'ñ'.repeat(5_001) })).toBe('CN26')
  presses(ana, { ...ask, words: 'ñ'.repeat(5_000) })
})

test('[CN16] whoever neither wrote the words nor holds does not ask for them', () => {
  const story = held()
  const { ana, cleo, hh, circle } = story
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(isRefused(cleo, { kind: 'ask-move', room: hh, author: ana.id, target: hh, targetCode: 'SM', mayPassOn: false, nameMayStand: false, card: 'known', words, purpose: 'support', readers: [], recognised: [], untilDay: circle.today() + 3 })).toBe('CN6')
})

test('[CN16] out of her room nothing is asked for through a door that is shut there', () => {
  const story = held()
  const { ana, ben, ilse, hh } = story
  const nh = withTheirRoom(story)
  const order = { kind: 'ask-move', room: hh, author: ana.id, target: nh, targetCode: 'NH', mayPassOn: false, nameMayStand: true, card: 'impact', words, purpose: 'tell', readers: [ben.id, ilse.id], recognised: [], untilDay: story.circle.today() + 30 }
  expect(isRefused(ana, order)).toBe('CN16')
  presses(ana, { kind: 'ask-door', room: hh, door: 'impact-given', on: true })
  presses(ana, order)
})

test('[CN13] nothing leaves her room through a lock that is shut: telling them, the circle, a process, her name', () => {
  const story = held()
  becomesKind(story, 'B')
  const { ana, ilse, hh, circle } = story
  const order = { kind: 'ask-move', room: hh, author: ana.id, mayPassOn: false, nameMayStand: false, card: 'known', words, readers: [], recognised: [], untilDay: circle.today() + 30 }
  const elsewhere = 'd1'.repeat(32)
  expect(isRefused(ilse, { ...order, target: elsewhere, targetCode: 'NH', purpose: 'tell' })).toBe('CN13')
  expect(isRefused(ilse, { ...order, target: elsewhere, targetCode: 'JO', purpose: 'plan' })).toBe('CN13')
  expect(isRefused(ilse, { ...order, target: 'commons', targetCode: 'CC', purpose: 'tell' })).toBe('CN13')
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  expect(isRefused(ilse, { ...order, target: elsewhere, targetCode: 'NH', purpose: 'tell', nameMayStand: true })).toBe('CN13')
  presses(ilse, { ...order, target: elsewhere, targetCode: 'NH', purpose: 'tell' })
})

test('[CN30] with one holder no words are moved on and no holders’ room opens', () => {
  const story = held()
  becomesKind(story, 'B')
  const { ana, ilse, ravi, hh, circle } = story
  presses(ravi, { kind: 'step-back', room: hh, handOver: '' })
  const order = { kind: 'ask-move', room: hh, author: ana.id, target: 'd1'.repeat(32), targetCode: 'HO', mayPassOn: false, nameMayStand: false, card: 'known', words, purpose: 'hold', readers: [], recognised: [], untilDay: circle.today() + 30 }
  expect(isRefused(ilse, order)).toBe('CN30')
  expect(isRefused(ilse, { kind: 'open-holders-room', ref: stateOf(ilse, hh).begun!.concern, title: 'Ours', others: [], askNote: '', ties: [], terms: null, untilDay: null })).toBe('CN30')
})

test('[CN15] [R19] while she has stopped it only support, limits and doors go on, in her room and in the others', () => {
  const story = askedForTheHolders()
  const { ana, ilse, ravi, hh, ho, circle, id } = story
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  const plan = asksFor(story, { by: ana, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], words: 'What I need.', purpose: 'plan' })
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.stopped', { on: true })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN11' }])
  presses(ana, { kind: 'stop', room: hh, on: true })
  circle.everybodyOpensTheApp()
  expect(ilse.concern(ho)?.stopped).toBe(circle.today())
  expect(isRefused(ilse, { kind: 'move', room: hh, id: plan })).toBe('CN15')
  // A changed app that carries them with her yes moves nothing.
  const carried = ilse.writesPastTheApp({ room: ho }, 'concern.moved', bodyOf(story, plan), { consents: stateOf(ilse, hh).asksMore.get(plan)!.yeses })
  expect(ravi.refused().filter(({ room }) => room === ho)).toMatchObject([{ seq: carried, rule: 'CN15' }])
  expect(ravi.concern(ho)?.moved).toEqual([])
  presses(ilse, { kind: 'move', room: hh, id })
  const ask = { kind: 'ask-move', room: hh, author: ana.id, target: ho, targetCode: 'HO', mayPassOn: false, nameMayStand: false, card: 'plan', words: 'More.', purpose: 'plan', readers: [ilse.id], recognised: [], untilDay: circle.today() + 3 }
  expect(isRefused(ilse, ask)).toBe('CN15')
  // One holder alone does not go on without her.
  ilse.writesPastTheApp({ room: ho }, 'concern.stopped', { on: false })
  expect(ravi.concern(ho)?.stopped).toBe(circle.today())
  presses(ana, { kind: 'stop', room: hh, on: false })
  circle.everybodyOpensTheApp()
  expect(ravi.concern(ho)?.stopped).toBeNull()
})

test('[CN17] a yes counts only when it is one’s own, over the very words, target, purpose, readers and day that were asked', () => {
  const { ana, ilse, ravi, cleo, hh, ho, id, circle } = askedForTheHolders()
  const yes: VerifiedConsent = { giver: ana.id, text: words, target: ho, purpose: yesPurpose('hold', id), untilDay: (circle.today() + 60) as never, readers: [ilse.id, ravi.id], mayPassOn: false, nameMayStand: false, recognised: [], carried: new Uint8Array() }
  const wrong = [
    { ...yes, giver: ilse.id },
    { ...yes, text: `${words} ` },
    { ...yes, target: hh },
    { ...yes, purpose: yesPurpose('plan', id) },
    { ...yes, readers: [ilse.id] },
    { ...yes, untilDay: (circle.today() + 61) as never },
  ]
  for (const consent of wrong) ana.writesPastTheApp({ room: hh }, 'concern.move-yes', { id, adds: [] }, { consents: [consent] })
  ana.writesPastTheApp({ room: hh }, 'concern.move-yes', { id, adds: [cleo.id] }, { consents: [yes] })
  expect(ilse.refused().map((each) => each.rule)).toEqual([...wrong, yes].map(() => 'CN17'))
  expect(stateOf(ilse, hh).moveAsks[0]?.yeses).toEqual([])
})

test('[CN17] whoever was not asked and does not hold gives no yes', () => {
  const story = askedForTheHolders()
  const { ana, cleo, hh, id, circle } = story
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(isRefused(cleo, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })).toBe('CN6')
})

test('[CN16] a no stays a no, and what others see of it is that it did not come', () => {
  const { ana, ilse, hh, id } = askedForTheHolders()
  presses(ana, { kind: 'answer-move', room: hh, id, yes: false, adds: [] })
  expect(isRefused(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })).toBe('CN16')
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
})

test('[CN14] [G5] with a child part of it no words move but for support and limits, asked for before or now', () => {
  const story = askedForTheHolders()
  const { ana, ilse, ravi, hh, ho, circle } = story
  const plan = asksFor(story, { by: ana, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], words: 'What I need.', purpose: 'plan' })
  presses(ilse, { kind: 'minor', room: hh, on: true })
  circle.everybodyOpensTheApp()
  expect(isRefused(ilse, { kind: 'move', room: hh, id: plan })).toBe('CN14')
  // A changed app that carries them with her yes moves nothing.
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.moved', bodyOf(story, plan), { consents: stateOf(ilse, hh).asksMore.get(plan)!.yeses })
  expect(ravi.refused()).toMatchObject([{ seq, rule: 'CN14' }])
  expect(ravi.concern(ho)?.moved).toEqual([])
  const ask = { kind: 'ask-move', room: hh, author: ana.id, target: ho, targetCode: 'HO', mayPassOn: false, nameMayStand: false, card: 'plan', words: 'More.', purpose: 'plan', readers: [ilse.id], recognised: [], untilDay: circle.today() + 3 }
  expect(isRefused(ana, ask)).toBe('CN14')
  presses(ana, { ...ask, purpose: 'support' })
})

test('[CN13] where several brought it, words of one side reach the room of another one only once *tell them* is open there', () => {
  const story = held({ who: 'several' })
  const { ana, ben, ilse, ravi, hh, circle } = story
  const theirs = withOtherSide(story, hh, [ilse, ravi])
  presses(ben, { kind: 'wish', room: theirs, hears: 'all', letter: 'no' })
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: false, scope: '' })
  const order = {
    ...{ kind: 'ask-move', room: hh, author: ana.id, target: theirs, targetCode: 'HH', mayPassOn: false, nameMayStand: true, card: 'known', words: 'I was afraid of the shouting.', purpose: 'tell' },
    ...{ readers: [ben.id, ilse.id, ravi.id], recognised: [], untilDay: circle.today() + 60 },
  }
  expect(isRefused(ana, order)).toBe('CN13')
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  presses(ana, order)
  presses(ilse, { kind: 'move', room: hh, id: ana.concern(hh)!.moveAsks.at(-1)!.id })
  expect(ben.concern(theirs)?.moved.map(({ words }) => words)).toEqual([order.words])
})
