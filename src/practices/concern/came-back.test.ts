/** Somebody lost everything, is in the circle anew, and is known again by those who stood beside them. Rule CN42. */
import { expect, test } from 'vitest'
import { carries, comesBack, compares, whatSheTold, type Piece } from '../../testing/came-back-story.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { asksFor, held, isRefused, presses, roomOfCode, stateOf, statesOf, takesTheAsk, withHoldersRoom, withTheirRoom } from '../../testing/concern-story.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Cbor } from '../../crypto/cbor.ts'
import { betweenTwo } from './came-back.ts'
import { standingOf } from './standing.ts'

/** In the eyes of this person: what was carried into the new room. */
function reads(who: Somebody, room: RoomId): readonly string[] {
  return stateOf(who, room).carried.map(({ words }) => words)
}

test('[CN42] two holders find the same words, and she reads what she had written', () => {
  const story = comesBack(held())
  const { anew, ana, ilse, ravi, back } = story
  const piece = whatSheTold(story)
  compares(story, ilse)
  compares(story, ravi)
  presses(ilse, carries(story, [piece]))
  expect(stateOf(anew, back).carried).toMatchObject([{ author: ana.id, by: ilse.id, day: piece.day, words: 'He shouts at me when I close the till.' }])
  expect(stateOf(ravi, back).cameBack).toMatchObject({ was: ana.id })
})

test('[CN42] the word of one holder is not enough where two hold', () => {
  const story = comesBack(held())
  const { anew, ilse, back } = story
  compares(story, ilse)
  expect(isRefused(ilse, carries(story, [whatSheTold(story)]))).toBe('CN42')
  // A changed app of that holder writes it all the same.
  const seq = ilse.writesPastTheApp({ room: back }, 'concern.carried', { ...whatSheTold(story) })
  expect(reads(anew, back)).toEqual([])
  expect(anew.refused()).toMatchObject([{ seq, rule: 'CN42' }])
})

test('[CN42] nothing is carried before anybody compared', () => {
  const story = comesBack(held())
  expect(isRefused(story.ravi, carries(story, [whatSheTold(story)]))).toBe('CN42')
})

test('[CN42] where one holder is all there is, that one is enough', () => {
  const before = held()
  before.circle.isRemoved('ravi')
  const story = comesBack(before, { holders: [before.ilse] })
  compares(story, story.ilse)
  presses(story.ilse, carries(story, [whatSheTold(story)]))
  expect(reads(story.anew, story.back)).toEqual(['He shouts at me when I close the till.'])
})

test('[CN42] while one of two found other words nothing is carried', () => {
  const story = comesBack(held())
  const { anew, ilse, ravi, cleo, back, circle } = story
  presses(anew, { kind: 'invite', room: back, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  compares(story, ilse)
  compares(story, ravi)
  compares(story, ilse, false)
  const seq = ravi.writesPastTheApp({ room: back }, 'concern.carried', { ...whatSheTold(story) })
  expect(anew.refused()).toMatchObject([{ seq, rule: 'CN42' }])
  expect(isRefused(ravi, carries(story, [whatSheTold(story)]))).toBe('CN42')
})

test('[CN42] somebody who did not hold it then is no second word', () => {
  const before = held()
  const story = comesBack(before, { holders: [before.ilse, before.cleo] })
  const { ilse, cleo, back } = story
  compares(story, ilse)
  // Their app offers no room to compare for; a changed one says it all the same.
  expect(isRefused(cleo, { kind: 'know-again', room: back, from: story.hh, same: true })).toBe('CN27')
  cleo.writesPastTheApp({ room: back }, 'concern.known-again', { same: true, of: [ilse.id, cleo.id] })
  expect(isRefused(ilse, carries(story, [whatSheTold(story)]))).toBe('CN42')
})

test('[CN42] whoever holds nothing in the new room neither says that it is her nor carries', () => {
  const story = comesBack(held())
  const { anew, ilse, ravi, cleo, back, circle } = story
  presses(anew, { kind: 'invite', room: back, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  const said = cleo.writesPastTheApp({ room: back }, 'concern.known-again', { same: true, of: [cleo.id] })
  compares(story, ilse)
  compares(story, ravi)
  const carried = cleo.writesPastTheApp({ room: back }, 'concern.carried', { ...whatSheTold(story) })
  expect(anew.refused()).toMatchObject([
    { seq: said, rule: 'CN20' },
    { seq: carried, rule: 'CN20' },
  ])
  expect([...stateOf(anew, back).knownBy.keys()]).toEqual([ilse.id, ravi.id])
})

test('[CN42] only the owner of a room says who they were, and says it once', () => {
  const story = comesBack(held())
  const { anew, cleo, ana, back } = story
  expect(isRefused(anew, { kind: 'came-back', room: back, was: cleo.id })).toBe('CN20')
  expect(stateOf(anew, back).cameBack?.was).toBe(ana.id)
  const plain = held()
  const seq = plain.ilse.writesPastTheApp({ room: plain.hh }, 'concern.came-back', { was: plain.cleo.id })
  expect(plain.ana.refused()).toMatchObject([{ seq, rule: 'CN20' }])
})

test('[CN42] whoever is out of the circle comes back by the circle, and not by holders', () => {
  const story = comesBack(held())
  compares(story, story.ilse)
  compares(story, story.ravi)
  story.circle.isRemoved('olga')
  expect(isRefused(story.ilse, carries(story, [whatSheTold(story)]))).toBe('CN27')
})

test('[CN42] the room from before reads that somebody came back, and from the second word on the old keys write nothing there', () => {
  const story = comesBack(held())
  const { ana, anew, ilse, ravi, hh } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  compares(story, ilse)
  // Whoever has the old keys reads it, and can say that it is not so.
  expect(stateOf(ana, hh).newKeys).toEqual({ person: anew.id, by: [ilse.id], since: null, wrote: false })
  expect(isRefused(ana, { kind: 'good-ending', room: hh, words: 'That I close the till again.' })).toBeNull()
  compares(story, ravi)
  expect(isRefused(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'All.' })).toBe('CN42')
  expect(stateOf(ilse, hh).locks['tell-them'].open).toBe(false)
  expect(stateOf(ilse, hh).parts.has(ana.id)).toBe(false)
})

test('[CN42] whoever does not hold the room from before ends no keys there', () => {
  const story = comesBack(held())
  const { ana, anew, ilse, ben, cleo, hh, circle } = story
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  compares(story, ilse)
  const seq = cleo.writesPastTheApp({ room: hh }, 'concern.new-keys', { person: anew.id })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN20' }])
  expect(stateOf(ana, hh).newKeys?.since).toBeNull()
  expect(ben.refused()).toEqual([])
})

test('[CN42] somebody who says they are Ana while Ana is there gets nothing once she writes', () => {
  const story = comesBack(held())
  const { ana, ilse, ravi, hh, circle } = story
  circle.daysPass(1)
  presses(ana, { kind: 'good-ending', room: hh, words: 'I am here, and I lost nothing.' })
  compares(story, ilse)
  compares(story, ravi)
  expect(ilse.does('concern', carries(story, [whatSheTold(story)]))).toMatchObject({ textKey: 'concern.refused.CN42.write' })
})

test('[CN42] a yes by the old keys moves nothing until it is said again', () => {
  const before = held()
  const ho = withHoldersRoom(before)
  const { ilse, ravi, ana, hh } = before
  const id = asksFor(before, { by: ana, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], yes: [ana] })
  const story = comesBack(before)
  compares(story, ilse)
  compares(story, ravi)
  expect(isRefused(ilse, { kind: 'move', room: hh, id })).toBe('CN18')
  expect(stateOf(ilse, ho).moved).toEqual([])
})

test('[CN42] whoever says they are her tells no newcomer that somebody compared, and a word for one old id is none for another', () => {
  const before = held()
  const { ana, ilse, cleo, dina, circle, hh } = before
  const { anew, back } = comesBack(before, { holders: [cleo] })
  presses(anew, { kind: 'invite', room: back, person: ilse.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(ilse, circle.today())
  expect(stateOf(ilse, back)).toMatchObject({ toldBy: anew.id, cameBack: { was: ana.id } })
  const now = standingOf(stateOf(anew, back))
  const seq = anew.writesPastTheApp({ room: back }, 'concern.standing', { ...now, knownBy: [[ilse.id, { same: true, of: [ilse.id] }]] } as Cbor)
  expect(ilse.refused()).toMatchObject([{ seq, rule: 'malformed' }])
  compares({ hh, back }, ilse)
  anew.writesPastTheApp({ room: back }, 'concern.standing', { ...now, cameBack: { was: dina.id, day: circle.today() } } as Cbor)
  expect(stateOf(ilse, back).cameBack?.was).toBe(dina.id)
  expect(stateOf(ilse, back).knownBy.size).toBe(0)
})

test('[CN42] her yes to somebody learning sleeps too, and one to somebody going does not', () => {
  const before = held()
  const ho = withHoldersRoom(before)
  const { ana, ilse, ravi, cleo, hh } = before
  presses(ana, { kind: 'agree-person', room: hh, person: cleo.id, what: 'learner' })
  presses(ana, { kind: 'agree-person', room: hh, person: ravi.id, what: 'out' })
  const learns = { kind: 'invite', room: ho, person: cleo.id, part: 'learner', guest: false, mayReadNow: false, askNote: '' }
  const carried = (order: object): number => ilse.wouldWrite('concern', order).filter((write) => 'carries' in write).length
  expect(carried(learns)).toBe(1)
  const story = comesBack(before)
  compares(story, ilse)
  compares(story, ravi)
  expect(carried(learns)).toBe(0)
  expect(carried({ kind: 'take-part', room: ho, person: ravi.id, reason: '' })).toBe(1)
})

test('[CN42] the person named comes back the same way, to a room of their own', () => {
  const before = held()
  const nh = withTheirRoom(before)
  const { ben, ilse, hh, circle } = before
  const anew = circle.someone('olga')
  presses(ben, { kind: 'good-ending', room: nh, words: 'That people sit with me again.' })
  presses(ilse, { kind: 'offer-their-room', room: hh, person: anew.id, askNote: '' })
  const letter = statesOf(anew).personal.asked.at(-1)!
  presses(anew, { kind: 'open-their-room', letter: letter.ref, from: letter.from, title: 'What is said, anew', holders: [ilse.id] })
  const back = roomOfCode(anew, 'NH')
  presses(anew, { kind: 'came-back', room: back, was: ben.id })
  takesTheAsk(ilse, circle.today())
  const at = { hh: nh, back }
  expect(isRefused(ilse, carries(at, [{ author: ben.id, day: circle.today(), title: 'A good ending', words: 'That people sit with me again.' }]))).toBe('CN42')
  compares(at, ilse)
  presses(ilse, carries(at, [{ author: ben.id, day: circle.today(), title: 'A good ending', words: 'That people sit with me again.' }]))
  expect(reads(anew, back)).toEqual(['That people sit with me again.'])
})

test('[CN42] what the other side let her read goes to nobody who was not there', () => {
  const story = comesBack(held())
  const { anew, ilse, ravi, ben, cleo, back, circle } = story
  compares(story, ilse)
  compares(story, ravi)
  const theirs: Piece = { author: ben.id, day: circle.today(), title: 'Words that came in', words: 'I raised my voice.' }
  presses(anew, { kind: 'invite', room: back, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  presses(ilse, carries(story, [whatSheTold(story), theirs]))
  expect(reads(cleo, back)).toEqual(['He shouts at me when I close the till.'])
  const alone = comesBack(held())
  compares(alone, alone.ilse)
  compares(alone, alone.ravi)
  presses(alone.ilse, carries(alone, [{ ...theirs, author: alone.ben.id }]))
  expect(reads(alone.anew, alone.back)).toEqual(['I raised my voice.'])
})

test('[CN42] two who carry the same at one time carry it once, and a child being part of it goes along', () => {
  const before = held()
  presses(before.ilse, { kind: 'minor', room: before.hh, on: true })
  const story = comesBack(before)
  const { anew, ilse, ravi, back } = story
  compares(story, ilse)
  compares(story, ravi)
  const piece = whatSheTold(story)
  presses(ilse, carries(story, [piece]))
  ravi.writesPastTheApp({ room: back }, 'concern.carried', { ...piece })
  ravi.opensTheApp()
  expect(reads(anew, back)).toEqual([piece.words])
  expect(stateOf(anew, back).minor).toBe(true)
  presses(ravi, carries(story, [piece]))
  expect(reads(anew, back)).toHaveLength(1)
})

test('[CN42] in a side’s room with its own people two who stood beside her carry it, and whoever is asked in later reads that she came back', () => {
  const { circle, ana, cleo, ilse, dina } = held()
  const people = [cleo, dina]
  presses(ana, { kind: 'open-room', code: 'HS', title: 'Beside me', card: null, ref: null, invited: people.map(({ id }) => ({ member: id, part: 'supporter' })), askNote: '' })
  for (const each of people) takesTheAsk(each, circle.today())
  const hs = roomOfCode(ana, 'HS')
  const anew = circle.someone('olga')
  presses(anew, { kind: 'open-room', code: 'HS', title: 'Beside me', card: null, ref: null, invited: people.map(({ id }) => ({ member: id, part: 'supporter' })), askNote: '' })
  const back = roomOfCode(anew, 'HS')
  presses(anew, { kind: 'came-back', room: back, was: ana.id })
  for (const each of people) takesTheAsk(each, circle.today())
  compares({ hh: hs, back }, cleo)
  expect(isRefused(cleo, carries({ hh: hs, back }, [{ author: ana.id, day: circle.today(), title: 'A task', words: 'Bring me soup.' }]))).toBe('CN42')
  compares({ hh: hs, back }, dina)
  presses(cleo, carries({ hh: hs, back }, [{ author: ana.id, day: circle.today(), title: 'A task', words: 'Bring me soup.' }]))
  expect(reads(anew, back)).toEqual(['Bring me soup.'])
  presses(anew, { kind: 'invite', room: back, person: ilse.id, part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(ilse, circle.today())
  expect(stateOf(ilse, back).cameBack).toMatchObject({ was: ana.id })
  expect(reads(ilse, back)).toEqual([])
  expect(stateOf(ilse, back).toldOtherwise).toBeNull()
})

test('[CN42] she takes out what was brought over, it goes from every device, and is not brought again', () => {
  const story = comesBack(held())
  const { anew, ilse, ravi, ben, back } = story
  compares(story, ilse)
  compares(story, ravi)
  const piece = whatSheTold(story)
  presses(ilse, carries(story, [piece, { ...piece, author: ben.id, words: 'I raised my voice.' }]))
  const [hers, his] = stateOf(anew, back).carried
  // A holder takes out no words but their own.
  expect(isRefused(ravi, { kind: 'take-carried-out', room: back, seqs: [hers!.seq] })).toBe('CN20')
  presses(anew, { kind: 'take-carried-out', room: back, seqs: [hers!.seq] })
  expect(reads(ravi, back)).toEqual(['I raised my voice.'])
  ilse.opensTheApp()
  expect(JSON.stringify(anew.canOpen().filter(({ type }) => type === 'concern.carried'))).not.toContain(piece.words)
  expect(isRefused(ravi, carries(story, [piece]))).toBe('CN27')
  expect(reads(ravi, back)).toEqual([his!.words])
})

test('[CN42] whoever came back and takes it all back, or leaves, takes out what was brought over of theirs', () => {
  for (const order of [{ kind: 'take-back' }, { kind: 'on-leaving', how: 'stop', words: 'all' }]) {
    const story = comesBack(held())
    const { anew, ilse, ravi, back } = story
    compares(story, ilse)
    compares(story, ravi)
    presses(ilse, carries(story, [whatSheTold(story)]))
    presses(ravi, { kind: 'received', room: back })
    presses(anew, { ...order, room: back })
    expect(reads(ravi, back)).toEqual([])
  }
})

test('[CN42] the words to compare are made of the keys of both, the room and who they were: another key gives others', async () => {
  const story = comesBack(held())
  const { anew, ilse, ravi, cleo, ana, ben, back, hh } = story
  const of = { room: back, was: ana.id, back: anew.id, beside: ilse.id }
  const made = async (change: Partial<typeof of>): Promise<string> => (await betweenTwo({ ...of, ...change })).toString()
  const others = [{}, { back: cleo.id }, { beside: ravi.id }, { was: ben.id }, { room: hh }] satisfies readonly { readonly back?: MemberId; readonly beside?: MemberId; readonly was?: MemberId; readonly room?: RoomId }[]
  expect(new Set(await Promise.all(others.map(made))).size).toBe(others.length)
})

test('[CN42] the letter says who somebody says they were, before anybody answers', () => {
  const { ilse, ana, anew } = comesBack(held())
  expect(statesOf(ilse).personal.asked.at(-1)).toMatchObject({ from: anew.id, was: ana.id })
})
