import { expect, test } from 'vitest'
import type { Somebody } from '../../testing/concern-circle.ts'
import { held, isRefused, presses, raised, roomOfCode, stateOf, statesOf, takesTheAsk, terms, withHoldersRoom, withParties, withTheirRoom, type Story } from '../../testing/concern-story.ts'
import { mayBeAsked, onBothSides, otherSideOf } from './both-sides.ts'
import { concernsOf, roomsAlone } from './concerns.ts'

function asksBeside({ circle }: Story, who: Somebody, code: 'HS' | 'NS', beside: Somebody): void {
  presses(who, { kind: 'open-room', code, title: '', card: null, ref: null, invited: [{ member: beside.id, part: 'supporter' }], askNote: '' })
  expect(statesOf(beside).personal.asked.at(-1)?.day).toBe(circle.today())
}

/** What the newest ask reads like to the one it was sent to, and whether their app takes a *ready*. */
function answers({ circle }: Story, who: Somebody): readonly [boolean | null, string | null] {
  const letter = statesOf(who).personal.asked.at(-1)!
  const sure = otherSideOf(statesOf(who), who.id, letter)?.sure ?? null
  return [sure, isRefused(who, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms, untilDay: circle.today() + 80 })]
}

test('[CN39] who holds it stands beside neither side of it', () => {
  const story = held()
  const { ana, ben, ilse, ravi } = story
  asksBeside(story, ben, 'NS', ilse)
  expect(answers(story, ilse)).toEqual([true, 'CN39'])
  asksBeside(story, ana, 'HS', ravi)
  expect(answers(story, ravi)).toEqual([true, 'CN39'])
})

test('[CN39] who stands beside the one it is about is not ready to hold it, and is told so before anything is read', () => {
  const story = raised({ notSee: [] })
  const { ana, ben, cleo, hh } = story
  asksBeside(story, ben, 'NS', cleo)
  expect(answers(story, cleo)).toEqual([null, null])
  cleo.opensTheApp()
  presses(ana, { kind: 'raise', note: null, title: 'Again', answers: { ...stateOf(ana, hh).raised!.answers }, holders: [cleo.id], askNote: '' })
  expect(statesOf(cleo).personal.asked.at(-1)?.about).toEqual([ben.id])
  expect(answers(story, cleo)).toEqual([true, 'CN39'])
})

test('[CN39] who stands beside one side, where the app cannot know what it is about, is asked and not refused', () => {
  const story = held()
  const { ana, ben, cleo } = story
  asksBeside(story, ana, 'HS', cleo)
  expect(answers(story, cleo)).toEqual([null, null])
  cleo.opensTheApp()
  asksBeside(story, ben, 'NS', cleo)
  expect(answers(story, cleo)).toEqual([false, null])
})

test('[CN39] who stands beside her in her room with the holders, where it is said whom it is about, stands beside no other side of it', () => {
  const story = held()
  const { ana, ben, cleo, hh, circle } = story
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  asksBeside(story, ben, 'NS', cleo)
  expect(answers(story, cleo)).toEqual([true, 'CN39'])
  expect(isRefused(ana, { kind: 'invite', room: hh, person: ben.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })).toBe('CN39')
})

test('[CN39] holders read who stands on both sides, each side alone puts them out, and in no room of theirs do they hold', () => {
  const story = held()
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ben, { kind: 'invite', room: nh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  const seen = (who: Somebody): readonly string[] => onBothSides(concernsOf(statesOf(who), who.id)[0]!)
  expect(seen(ilse)).toEqual([])
  expect(isRefused(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })).toBe('CN39')
  // A changed app says ready all the same.
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  cleo.changes({ to: 'enter', invitation: cleo.invitations().at(-1)!.id })
  expect([seen(ilse), seen(ana), seen(ben)]).toEqual([[cleo.id], [], []])
  // Ravi is not in the room of the other side and cannot know.
  expect(seen(ravi)).toEqual([])
  presses(ben, { kind: 'take-part', room: nh, person: cleo.id, reason: '' })
  expect(seen(ilse)).toEqual([])
})

test('[CN39] beside a side, in a room that goes with it, nobody of the other one is asked and nobody who holds it', () => {
  const story = held()
  const { ana, ben, ilse, cleo, dina, hh } = story
  const nh = withTheirRoom(story)
  const opens = (code: 'HS' | 'NS', ref: string | null, beside: Somebody): object => ({ kind: 'open-room', code, title: '', card: null, ref, invited: [{ member: beside.id, part: 'supporter' }], askNote: '' })
  const lets = (who: Somebody, code: 'HS' | 'NS', person: Somebody): string | null =>
    isRefused(who, { kind: 'invite', room: roomOfCode(who, code), person: person.id, part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  for (const [who, code, room, no] of [[ana, 'HS', hh, [ben, ilse]], [ben, 'NS', nh, [ilse]]] as const) {
    const ref = stateOf(who, room).begun!.concern
    expect(no.map((person) => isRefused(who, opens(code, ref, person)))).toEqual(no.map(() => 'CN39'))
    presses(who, opens(code, ref, cleo))
    expect(no.map((person) => lets(who, code, person))).toEqual(no.map(() => 'CN39'))
    const offered = [...no, dina].filter((person) => mayBeAsked(statesOf(who), roomOfCode(who, code), person.id, 'supporter'))
    expect(offered).toEqual([dina])
    expect(lets(who, code, dina)).toBeNull()
  }
})

test('[CN39] whoever raised it for her and she are one side: one may stand beside the other', () => {
  const { ana, cleo, hh, circle } = held({ who: 'witness', theyKnow: 'yes' })
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'hurt', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  const ref = stateOf(cleo, hh).begun!.concern
  presses(cleo, { kind: 'open-room', code: 'HS', title: '', card: null, ref, invited: [{ member: ana.id, part: 'supporter' }], askNote: '' })
})

test('[CN3] nobody of the other side is asked to hold or to stand beside, once the one who asks reads who that is', () => {
  const story = held()
  const { ana, ben } = story
  const nh = withTheirRoom(story)
  withParties(story)
  const asks = (part: string): string | null => isRefused(ben, { kind: 'invite', room: nh, person: ana.id, part, guest: false, mayReadNow: false, askNote: '' })
  expect([asks('supporter'), asks('holder')]).toEqual(['CN39', 'CN3'])
})

test('[CN36] whoever stands beside her and opens a room with the mark of hers, with the other side in it, has it taken for none of her concern', () => {
  const story = held()
  const { ana, ben, cleo, hh } = story
  const { concern: ref } = stateOf(ana, hh).begun!
  presses(ana, { kind: 'open-room', code: 'HS', title: 'My people', card: null, ref, invited: [{ member: cleo.id, part: 'supporter' }], askNote: '' })
  takesTheAsk(cleo, story.circle.today())
  const hs = roomOfCode(cleo, 'HS')
  const { tag } = stateOf(cleo, hs)
  for (const code of ['HS', 'NS'] as const) {
    const first = { type: 'concern.began', shape: 1, data: { code, concern: null, tag, title: 'My people', raisedAs: null, about: [], ruledOut: [], whose: null, card: null } }
    cleo.changes({ to: 'new-room', title: 'My people', history: 'none', owned: true, first: [first], invited: [ana, ben].map(({ id }) => ({ member: id, ask: 'concern/x' })) })
    for (const who of [ana, ben]) who.changes({ to: 'enter', invitation: who.invitations().at(-1)!.id })
  }
  const mine = concernsOf(statesOf(ana), ana.id).find((each) => each.ref === ref)!
  expect(mine.rooms.filter(({ code }) => code === 'HS' || code === 'NS').map(({ room }) => room)).toEqual([hs])
  expect(roomsAlone(statesOf(ana)).map(({ code }) => code)).toEqual(['HS', 'NS'])
})

test('[CN39] a room she opened before goes with no concern that somebody in it holds, or is named in, and nobody else says with which it goes', () => {
  const opensFirst = (with_: 'ilse' | 'ben' | 'cleo'): string | null => {
    const story = raised()
    const { ana, circle } = story
    presses(ana, { kind: 'open-room', code: 'HS', title: 'My people', card: null, ref: null, invited: [{ member: story[with_].id, part: 'supporter' }], askNote: '' })
    takesTheAsk(story[with_], circle.today())
    const hs = roomOfCode(ana, 'HS')
    // Ilse said ready in her room with the holders with an app that did not ask.
    if (with_ === 'ilse') {
      story.ilse.changes({ to: 'enter', invitation: story.ilse.invitations()[0]!.id })
      story.ilse.writesPastTheApp({ room: story.hh }, 'concern.ready', { part: 'holder', ties: [], terms, untilDay: circle.today() + 80 })
    }
    const { ref } = statesOf(ana).personal.sent[0]!
    expect(isRefused(story[with_], { kind: 'link-room', room: hs, ref })).not.toBeNull()
    return isRefused(ana, { kind: 'link-room', room: hs, ref })
  }
  expect(opensFirst('cleo')).toBeNull()
  for (const who of ['ilse', 'ben'] as const) expect(opensFirst(who), who).toBe('CN39')
})
