import { expect, test } from 'vitest'
import { becomesKind, held, isRefused, presses, raised, roomOfCode, stateOf, takesTheAsk, terms, told, withHoldersRoom } from '../../testing/concern-story.ts'

const sheet = { signs: ['B'], power: ['founder'], often: 'long', afraid: 'not-known', calls: '', alsoAsk: [], lean: 'B', why: 'Again and again.' }

test('[CN8] [G6] a holder makes the kind safer alone, and not less safe', () => {
  const story = held()
  const { ana, ilse, hh } = story
  becomesKind(story, 'B')
  expect(isRefused(ilse, { kind: 'kind-safer', room: hh, to: 'C', power: [] })).toBe('CN8')
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.kind-safer', { from: 'B', to: 'C', power: ['none'] })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN8' }])
  presses(ilse, { kind: 'kind-safer', room: hh, to: 'A', power: [] })
  expect(ana.concern(hh)?.kind).toBe('A')
})

test('[CN8] her own word opens the safer door at once, also with the first words', () => {
  const { ana, hh } = raised({ closest: 'A' })
  expect(ana.concern(hh)?.kind).toBe('A')
  const unsure = raised({ closest: 'C' })
  expect(unsure.ana.concern(unsure.hh)?.kind).toBe('unsure')
})

test('[CN8] whoever is no holder and not the one it happened to moves no kind', () => {
  const story = held()
  const { ana, cleo, hh, circle } = story
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  const seq = cleo.writesPastTheApp({ room: hh }, 'concern.kind-safer', { from: 'unsure', to: 'A', power: [] })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN7' }])
})

test('[CN8] a less safe kind needs her entry, two holders and a power check', () => {
  const { ana, ilse, ravi, hh } = held()
  presses(ilse, { kind: 'ask-kind', room: hh, to: 'B', power: [] })
  const id = stateOf(ilse, hh).kindAsked[0]!.id
  presses(ana, { kind: 'agree-kind', room: hh, id, power: [] })
  expect(ana.concern(hh)?.kind).toBe('unsure')
  presses(ravi, { kind: 'agree-kind', room: hh, id, power: [] })
  // All three agreed, and nobody looked at who has power over whom.
  expect(ana.concern(hh)?.kind).toBe('unsure')
  presses(ravi, { kind: 'agree-kind', room: hh, id, power: ['none'] })
  expect(ana.concern(hh)?.kind).toBe('B')
})

test('[CN8] two holders alone make nothing less safe', () => {
  const { ana, ilse, ravi, hh } = held()
  presses(ilse, { kind: 'ask-kind', room: hh, to: 'B', power: ['none'] })
  presses(ravi, { kind: 'agree-kind', room: hh, id: stateOf(ilse, hh).kindAsked[0]!.id, power: ['none'] })
  expect(ana.concern(hh)?.kind).toBe('unsure')
})

test('[CN8] she and one holder alone make nothing less safe', () => {
  const { ana, ilse, hh } = held()
  presses(ilse, { kind: 'ask-kind', room: hh, to: 'B', power: ['none'] })
  presses(ana, { kind: 'agree-kind', room: hh, id: stateOf(ilse, hh).kindAsked[0]!.id, power: [] })
  expect(ana.concern(hh)?.kind).toBe('unsure')
})

test('[CN9] [R20] two holders move the kind at the same moment: the first counts, the second is asked anew', () => {
  const story = held()
  const { ana, ilse, ravi, hh } = story
  becomesKind(story, 'C')
  // Both devices saw C when they pressed.
  ilse.writesPastTheApp({ room: hh }, 'concern.kind-safer', { from: 'C', to: 'B', power: [] })
  const seq = ravi.writesPastTheApp({ room: hh }, 'concern.kind-safer', { from: 'C', to: 'A', power: [] })
  expect(ana.concern(hh)?.kind).toBe('B')
  expect(ana.refused()).toMatchObject([{ seq, author: ravi.id, rule: 'CN9' }])
})

test('[CN9] what was asked on another kind does not count when it comes late', () => {
  const story = held()
  const { ana, ilse, ravi, hh } = story
  becomesKind(story, 'B')
  presses(ana, { kind: 'not-afraid', room: hh, on: true })
  presses(ilse, { kind: 'ask-kind', room: hh, to: 'C', power: ['none'] })
  const id = stateOf(ilse, hh).kindAsked[0]!.id
  presses(ravi, { kind: 'kind-safer', room: hh, to: 'unsure', power: [] })
  const late = [
    ana.writesPastTheApp({ room: hh }, 'concern.kind-agreed', { id, from: 'B', power: [] }),
    ravi.writesPastTheApp({ room: hh }, 'concern.kind-asked', { id: '1'.repeat(32), from: 'B', to: 'C', power: ['none'] }),
  ]
  expect(ana.refused().map((each) => [each.seq, each.rule])).toEqual(late.map((seq) => [seq, 'CN9']))
  expect(ana.concern(hh)?.kind).toBe('unsure')
})

test('[CN10] nothing becomes a conflict of two sides without her own *not afraid*, and with that word gone it is one no more', () => {
  const { ana, ilse, ravi, hh } = held()
  presses(ilse, { kind: 'ask-kind', room: hh, to: 'C', power: ['none'] })
  const id = stateOf(ilse, hh).kindAsked[0]!.id
  presses(ravi, { kind: 'agree-kind', room: hh, id, power: ['none'] })
  expect(isRefused(ana, { kind: 'agree-kind', room: hh, id, power: [] })).toBe('CN10')
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.not-afraid', { on: true })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN11' }])
  presses(ana, { kind: 'not-afraid', room: hh, on: true })
  presses(ana, { kind: 'agree-kind', room: hh, id, power: [] })
  expect(ana.concern(hh)?.kind).toBe('C')
  presses(ana, { kind: 'not-afraid', room: hh, on: false })
  expect(ana.concern(hh)?.kind).toBe('B')
})

test('[CN10] in the sheet of sorting C stands with no sign of danger or power and nobody afraid', () => {
  const story = held()
  const { ilse, circle } = story
  const ho = withHoldersRoom(story)
  const lookDay = circle.today() + 14
  expect(isRefused(ilse, { kind: 'sort', room: ho, ...sheet, lean: 'C', lookDay })).toBe('CN10')
  expect(isRefused(ilse, { kind: 'sort', room: ho, ...sheet, lean: 'C', signs: ['C'], lookDay })).toBe('CN10')
  presses(ilse, { kind: 'sort', room: ho, ...sheet, lean: 'C', signs: ['C'], afraid: 'no', lookDay })
  expect(ilse.concern(ho)?.kind).toBe('C')
})

test('[CN31] R22: only the newest why is kept, and date and who of every look stay', () => {
  const story = held()
  const { ana, ilse, ravi, circle, hh } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'sort', room: ho, ...sheet, why: 'The first why.', lookDay: circle.today() + 14 })
  circle.daysPass(3)
  presses(ravi, { kind: 'sort', room: ho, ...sheet, why: 'The second why.', lookDay: circle.today() + 14 })
  circle.everybodyOpensTheApp()
  expect(JSON.stringify(ravi.canOpen())).not.toContain('The first why.')
  expect(stateOf(ravi, ho).looks.map((look) => look.by)).toEqual([ilse.id, ravi.id])
  expect(JSON.stringify(ana.canOpen())).not.toContain('second why')
  expect(ana.concern(hh)?.kind).toBe('unsure')
})

test('[CN28] [G6] a counter-concern is one of its own with other holders, and moves no kind of the first', () => {
  const story = held()
  const { ana, ben, ilse, cleo, dina, hh, circle } = story
  becomesKind(story, 'B')
  const about = { ...told, about: [ana.id], closest: 'C' }
  presses(ben, { kind: 'raise', note: null, title: 'What she says of me', answers: about, holders: [ilse.id, cleo.id], askNote: '' })
  const letter = (ilse.states('concern').personal as { asked: readonly { ref: string; from: string }[] }).asked.at(-1)!
  const ready = { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms, untilDay: circle.today() + 84 }
  expect(isRefused(ilse, ready)).toBe('CN28')
  presses(ilse, { ...ready, answer: 'not-available' })
  takesTheAsk(cleo, circle.today())
  const theirs = roomOfCode(ben, 'HH')
  presses(ben, { kind: 'invite', room: theirs, person: dina.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(dina, circle.today())
  expect(ana.concern(hh)?.kind).toBe('B')
  expect(ben.concern(theirs)?.kind).toBe('unsure')
  expect(ben.concern(theirs)?.begun?.concern).not.toBe(ana.concern(hh)?.begun?.concern)
  expect(ana.rooms()).not.toContain(theirs)
})
