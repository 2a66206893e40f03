import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { millis } from '../../base/clock.ts'
import { CONSENT_TEXT_BYTES, storedText } from '../../circle/consent.ts'
import type { RoomId } from '../../log/types.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import { kept } from '../../testing/practice-circle.ts'
import type { Kind } from '../concern-room.ts'
import { asVerified } from '../define.ts'
import type { Actor, ConsentToGive, VerifiedConsent } from '../practice.ts'
import { events, letterParts, longest, notAsked } from './events.ts'
import { letter } from './index.ts'
import {
  courtAllows,
  daysOfCourt,
  daysOfRest,
  daysOfYes,
  daysUntilAsked,
  isDueForAsking,
  isHeldOn,
  letterPurpose,
  mayBeGiven,
  type LetterRoom,
  type OwnLetters,
} from './rules.ts'
import { emptyDraft, isWhole, wordsOf } from './words.ts'

type Person = CardPerson<OwnLetters, LetterRoom>

interface Told {
  readonly on: CardRooms<OwnLetters, LetterRoom>
  readonly joran: Person
  readonly sol: Person
  readonly ngozi: Person
  readonly ilse: Person
  readonly yusuf: Person
  readonly nh: RoomId
  readonly hh: RoomId
  readonly small: RoomId
}

/** Joran writes, Yusuf is beside him; Ngozi and Ilse hold; it is for Sol, who wants to know. */
function told(kind: Kind = 'B', raisedBy: Readonly<Record<string, 'witness'>> = {}): Told {
  const on = cardRooms<OwnLetters, LetterRoom>(letter, {
    side: { code: 'NS', parts: { Joran: 'named', Yusuf: 'supporter' } },
    theirs: { code: 'NH', doors: ['letter-held'], parts: { Joran: 'named', Ngozi: 'holder', Ilse: 'holder', Yusuf: 'supporter' } },
    hers: { code: 'HH', kind, letterWish: 'yes', parts: { ...raisedBy, Sol: 'hurt', Ngozi: 'holder', Ilse: 'holder', Tomas: 'supporter' } },
    small: { code: 'SM', card: 'letter', parts: { Sol: 'party', Ngozi: 'holder', Tomas: 'supporter' } },
    talk: { code: 'SM', card: 'talk', parts: { Sol: 'party', Ngozi: 'holder' } },
    fake: { code: 'SM', card: 'letter', parts: { Ngozi: 'holder', Sol: 'party' } },
  })
  const [joran, sol, ngozi, ilse, yusuf] = ['Joran', 'Sol', 'Ngozi', 'Ilse', 'Yusuf'].map((name) => on.someone(name)) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ]
  return { on, joran, sol, ngozi, ilse, yusuf, nh: on.roomId('theirs'), hh: on.roomId('hers'), small: on.roomId('small') }
}

const words = 'I cut you off four times, and I repeated your words in your accent. I am sorry.'
const readyWith = (room: RoomId, form = 'letter', text = words): object => ({ kind: 'ready', room, form, words: text })

/** Ready, read by both, and rested. */
function heldBy(at: Told): void {
  expect(at.joran.does(readyWith(at.nh))).toBeNull()
  for (const holder of [at.ngozi, at.ilse]) expect(holder.does({ kind: 'read', room: at.nh })).toBeNull()
  at.on.daysPass(daysOfRest)
}

function askedFor(at: Told): void {
  expect(at.ngozi.does({ kind: 'there', room: at.hh })).toBeNull()
  expect(at.sol.does({ kind: 'want', room: at.hh, wanted: { way: 'someone', holder: at.ngozi.id, beside: [at.on.someone('Tomas').id] } })).toBeNull()
}

function yesOf(person: Person, at: Told, given: Partial<ConsentToGive> & { readonly text: string; readonly purpose: string }): VerifiedConsent {
  return asVerified({ target: at.nh, untilDay: (at.on.today() + 5) as never, mayPassOn: true, ...given }, person.id, at.on.commonsId)
}

const give = (at: Told, small = at.small): object => ({ kind: 'give', from: at.nh, room: at.hh, small })

test('[LE1] a draft is in the own room, is written anew and taken out, and stands nowhere else', () => {
  const { on, joran } = told()
  const draft = { ...emptyDraft, act: 'I cut you off.' }
  expect(joran.does({ kind: 'keep', id: null, draft })).toBeNull()
  const [first] = joran.own().drafts
  expect(joran.does({ kind: 'keep', id: first!.id, draft: { ...draft, act: 'I cut you off four times.' } })).toBeNull()
  expect(joran.own().drafts.map((each) => each.draft.act)).toEqual(['I cut you off four times.'])
  expect(on.rooms.flatMap((room) => on.readable(room))).toEqual([])
  expect(joran.does({ kind: 'let-go', id: first!.id })).toBeNull()
  expect(joran.own().drafts).toEqual([])
  expect(joran.does({ kind: 'let-go', id: first!.id })).toMatchObject({ rule: 'LE1' })
  expect(joran.does({ kind: 'keep', id: first!.id, draft })).toMatchObject({ rule: 'LE1' })
})

test('[LE1] a draft is shown on the writer’s own side alone, by the writer alone, and an earlier one is taken out', () => {
  const at = told()
  const { on, joran, yusuf } = at
  const side = on.roomId('side')
  expect(joran.does({ kind: 'show', room: side, form: 'letter', words })).toBeNull()
  expect(joran.does({ kind: 'show', room: side, form: 'letter', words: `${words} Again.` })).toBeNull()
  const actor = { me: joran.id, today: on.today(), now: millis(0), around: { rooms: new Map() } } as unknown as Actor
  expect(letter.tidy(joran.states() as never, actor, kept)).toEqual([{ to: 'taken-out', from: side, seqs: [0] }])
  expect(yusuf.does({ kind: 'remark', room: side, text: 'Say the date.' })).toBeNull()
  expect(yusuf.does({ kind: 'show', room: side, form: 'letter', words })).toMatchObject({ rule: 'LE6' })
  expect(joran.does({ kind: 'show', room: at.nh, form: 'letter', words })).toMatchObject({ rule: 'LE1' })
  expect(joran.does({ kind: 'take-out-shown', room: side })).toBeNull()
  expect(yusuf.in('side')).toMatchObject({ remarks: [{ text: 'Say the date.', by: yusuf.id }] })
})

test('[LE2] its writer alone says that it is ready, with the holders, while the door is open', () => {
  const at = told()
  const { on, joran, ngozi, sol, nh, hh } = at
  for (const [person, room] of [
    [joran, on.roomId('side')],
    [sol, hh],
    [sol, at.small],
  ] as const)
    expect(person.does(readyWith(room))).toMatchObject({ rule: 'LE1' })
  expect(ngozi.does(readyWith(nh))).toMatchObject({ rule: 'LE2' })
  on.becomes('theirs', { doors: [] })
  expect(joran.does(readyWith(nh))).toMatchObject({ rule: 'LE2', textKey: 'letter.refused.LE2.door' })
  on.becomes('theirs', { doors: ['letter-held'] })
  expect(joran.does(readyWith(nh))).toBeNull()
})

test('[LE3] one letter is held at a time, and another once that one is taken back', () => {
  const { joran, nh } = told()
  joran.does(readyWith(nh))
  expect(joran.does(readyWith(nh))).toMatchObject({ rule: 'LE3' })
  expect(joran.does({ kind: 'take-back', room: nh })).toBeNull()
  expect(joran.does(readyWith(nh))).toBeNull()
})

test('[LE4] what is ready carries the writer’s own yes over these words, for this letter, that lets it be passed on', () => {
  const at = told()
  const { on, joran, yusuf } = at
  const id = 'ab'.repeat(16)
  const body = { id, form: 'letter', words }
  const good = { text: words, purpose: letterPurpose(id) }
  const wrong: readonly (readonly VerifiedConsent[])[] = [
    [],
    [yesOf(yusuf, at, good)],
    [yesOf(joran, at, { ...good, text: `${words} But you did too.` })],
    [yesOf(joran, at, { ...good, purpose: letterPurpose('cd'.repeat(16)) })],
    [yesOf(joran, at, { ...good, mayPassOn: false })],
    [yesOf(joran, at, { ...good, untilDay: (on.today() - 1) as never })],
  ]
  for (const consents of wrong) joran.writesPastTheApp('theirs', 'letter.ready', body, { consents })
  expect(joran.in('theirs').letter).toBeNull()
  expect(on.refused('theirs').map((each) => each.why.rule)).toEqual(wrong.map(() => 'LE4'))
  joran.writesPastTheApp('theirs', 'letter.ready', body, { consents: [yesOf(joran, at, good)] })
  expect(joran.in('theirs').letter).toMatchObject({ id, words })
})

test('[LE4] the yes is over the words as a signed record keeps them, however they were typed', () => {
  const { joran, nh } = told()
  expect(joran.does(readyWith(nh, 'letter', '\uFEFFLo siento, Sole. \uD800'))).toBeNull()
  const { words: kept, yes } = joran.in('theirs').letter!
  expect(kept).toBe(storedText(kept))
  expect(yes.text).toBe(kept)
})

test('[LE4] a letter with every part as long as it may be fits the words of one yes', () => {
  const full = { ...emptyDraft, ...Object.fromEntries(letterParts.map((part) => [part, 'x'.repeat(longest.part)])), notAsking: [...notAsked] }
  expect(new TextEncoder().encode(wordsOf(full)).length).toBeLessThanOrEqual(longest.letter)
  expect(longest.letter).toBeLessThanOrEqual(CONSENT_TEXT_BYTES)
})

test('[LE5] it counts as held two days later and once two holders have read it, whichever comes last', () => {
  const at = told()
  const { on, joran, ngozi, ilse, yusuf, nh } = at
  joran.does(readyWith(nh))
  const isHeld = (): boolean => isHeldOn(joran.in('theirs').letter!, on.today())
  for (const person of [joran, yusuf]) expect(person.does({ kind: 'read', room: nh })).toMatchObject({ rule: 'LE5' })
  on.daysPass(daysOfRest)
  expect(isHeld()).toBe(false)
  ngozi.does({ kind: 'read', room: nh })
  ngozi.does({ kind: 'read', room: nh })
  expect(isHeld()).toBe(false)
  ilse.does({ kind: 'read', room: nh })
  expect(isHeld()).toBe(true)
  const early = told()
  early.joran.does(readyWith(early.nh))
  for (const holder of [early.ngozi, early.ilse]) holder.does({ kind: 'read', room: early.nh })
  early.on.daysPass(daysOfRest - 1)
  expect(isHeldOn(early.joran.in('theirs').letter!, early.on.today())).toBe(false)
})

test('[LE5][LE6] every 30 days a holder asks whether it is all still true; yes gives the yes anew, no keeps it from being given', () => {
  const at = told()
  const { on, joran, ngozi, yusuf, nh } = at
  heldBy(at)
  const now = (): NonNullable<LetterRoom['letter']> => joran.in('theirs').letter!
  on.daysPass(daysUntilAsked - daysOfRest - 1)
  expect(isDueForAsking(now(), on.today())).toBe(false)
  on.daysPass(1)
  expect(isDueForAsking(now(), on.today())).toBe(true)
  for (const person of [yusuf, joran]) expect(person.does({ kind: 'ask-true', room: nh })).toMatchObject({ rule: 'LE5' })
  expect(ngozi.does({ kind: 'ask-true', room: nh })).toBeNull()
  expect(now().asked).toBe(on.today())
  expect(ngozi.does({ kind: 'still-true', room: nh, still: true })).toMatchObject({ rule: 'LE6' })
  expect(joran.does({ kind: 'still-true', room: nh, still: true })).toBeNull()
  expect(now()).toMatchObject({ asked: null, trueOn: on.today(), yes: { untilDay: on.today() + daysOfYes } })
  expect(mayBeGiven(now(), on.today())).toBe(true)
  on.daysPass(daysOfYes + 1)
  expect(mayBeGiven(now(), on.today())).toBe(false)
  joran.does({ kind: 'still-true', room: nh, still: true })
  expect(mayBeGiven(now(), on.today())).toBe(true)
  joran.does({ kind: 'still-true', room: nh, still: false })
  expect(mayBeGiven(now(), on.today())).toBe(false)
})

test('[LE6] only its writer takes it back, the words go from the log, and nothing of it differs by whether it was asked for', () => {
  const tookBack = (wasAskedFor: boolean): unknown => {
    const at = told()
    heldBy(at)
    if (wasAskedFor) askedFor(at)
    expect(at.ngozi.does({ kind: 'take-back', room: at.nh })).toMatchObject({ rule: 'LE6' })
    expect(at.joran.does({ kind: 'take-back', room: at.nh })).toBeNull()
    expect(JSON.stringify(at.on.readable('theirs'), (_, value: unknown) => (value instanceof Uint8Array ? null : value))).not.toContain('four times')
    expect(at.joran.in('theirs')).toMatchObject({ letter: null, takenBack: at.on.today() })
    return [at.joran.in('theirs'), at.joran.in('side')]
  }
  expect(tookBack(true)).toEqual(tookBack(false))
})

test('[LE6] nobody says for the writer that they took it back', () => {
  const { joran, ngozi } = told()
  ngozi.writesPastTheApp('theirs', 'letter.taken-back', { id: 'ab'.repeat(16) })
  expect(joran.in('theirs').takenBack).toBeNull()
})

test('[LE7] nothing of a letter stands in her room unless she wants to know, and only while its door is open', () => {
  const at = told()
  const { on, ngozi, sol, hh } = at
  heldBy(at)
  const want = { kind: 'want', room: hh, wanted: { way: 'alone', holder: ngozi.id, beside: [] } }
  for (const letterWish of ['no', 'ask-later'] as const) {
    on.becomes('hers', { letterWish })
    expect(ngozi.does({ kind: 'there', room: hh })).toMatchObject({ rule: 'LE7' })
    expect(sol.does(want)).toMatchObject({ rule: 'LE7' })
  }
  on.becomes('hers', { letterWish: 'yes', kind: 'A' })
  expect(ngozi.does({ kind: 'there', room: hh })).toMatchObject({ rule: 'LE2' })
  on.becomes('hers', { kind: 'B' })
  expect(on.readable('hers')).toEqual([])
})

test('[LE7] whoever raised it for her asks for no letter to her, and writes none as her: she does, once she is there', () => {
  const at = told('C', { Wanda: 'witness' })
  const { on, sol, ngozi, hh, small } = at
  const wanda = on.someone('Wanda')
  heldBy(at)
  const want = { kind: 'want', room: hh, wanted: { way: 'alone', holder: ngozi.id, beside: [] } }
  expect(wanda.does(want)).toMatchObject({ rule: 'LE7' })
  wanda.writesPastTheApp('hers', 'letter.wanted', want.wanted)
  expect(ngozi.in('hers').wanted).toBeNull()
  expect(wanda.does({ kind: 'ready', room: hh, form: 'two-way', words: 'In her name.' })).toMatchObject({ rule: 'LE2' })
  expect(sol.does(want)).toBeNull()
  const give = { kind: 'give', from: at.nh, room: hh, small }
  expect(ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })).toBeNull()
  on.daysPass(daysOfRest)
  expect(ngozi.does(give)).toBeNull()
})

test('[LE7] a holder alone says that there is one, she alone asks for it and takes that back', () => {
  const at = told()
  const { ngozi, sol, hh, nh, joran } = at
  heldBy(at)
  const want = { kind: 'want', room: hh, wanted: { way: 'alone', holder: ngozi.id, beside: [] } }
  expect(sol.does({ kind: 'there', room: hh })).toMatchObject({ rule: 'LE5' })
  expect(ngozi.does({ kind: 'there', room: hh })).toBeNull()
  expect(ngozi.does(want)).toMatchObject({ rule: 'LE7' })
  expect(joran.does({ ...want, room: nh })).toMatchObject({ rule: 'LE1' })
  expect(sol.does(want)).toBeNull()
  expect(ngozi.does({ kind: 'not-want', room: hh })).toMatchObject({ rule: 'LE7' })
  expect(sol.does({ kind: 'not-want', room: hh })).toBeNull()
  expect(sol.in('hers').wanted).toBeNull()
})

test('[LE8] once she stopped, nobody speaks of it there and it is not given; taking back the ask is never shut', () => {
  const at = told()
  const { on, ngozi, sol, hh } = at
  heldBy(at)
  askedFor(at)
  ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })
  on.becomes('hers', { stopped: on.today() })
  expect(ngozi.does({ kind: 'there', room: hh })).toMatchObject({ rule: 'LE8' })
  expect(ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })).toMatchObject({ rule: 'LE8' })
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE8' })
  expect(sol.does({ kind: 'not-want', room: hh })).toBeNull()
})

test('[LE9] it is given only after she said, lately, that no court has forbidden contact', () => {
  const at = told()
  const { on, ngozi, sol, hh } = at
  heldBy(at)
  askedFor(at)
  expect(sol.does({ kind: 'court', room: hh, forbidden: 'no' })).toMatchObject({ rule: 'LE5' })
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE9' })
  for (const forbidden of ['yes', 'not-sure']) {
    ngozi.does({ kind: 'court', room: hh, forbidden })
    expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE9' })
  }
  ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })
  expect(courtAllows(ngozi.in('hers'), on.today())).toBe(true)
  on.daysPass(daysOfCourt + 1)
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE9' })
  ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })
  askedFor(at)
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE9' })
})

test('[LE10] a holder gives it in the small room she opened for it, with the writer’s yes, and nowhere else', () => {
  const at = told()
  const { on, ngozi, sol, hh, small, joran } = at
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE1' })
  heldBy(at)
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE7' })
  askedFor(at)
  ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })
  for (const room of ['talk', 'fake', 'hers']) expect(ngozi.does(give(at, on.roomId(room)))).not.toBeNull()
  expect(ngozi.does(give(at, on.roomId('fake')))).toMatchObject({ rule: 'LE10' })
  const body = { id: 'ab'.repeat(16), form: 'letter', way: 'alone', words }
  const yes = yesOf(joran, at, { text: words, purpose: letterPurpose(body.id) })
  on.someone('Tomas').writesPastTheApp('small', 'letter.given', body, { consents: [yes] })
  ngozi.writesPastTheApp('small', 'letter.given', body)
  ngozi.writesPastTheApp('small', 'letter.given', { ...body, words: `${words} Call me.` }, { consents: [yes] })
  ngozi.writesPastTheApp('talk', 'letter.given', body, { consents: [yes] })
  expect(sol.in('small').given).toEqual([])
  expect(sol.in('talk').given).toEqual([])
  expect(ngozi.does(give(at))).toBeNull()
  expect(sol.in('small').given).toMatchObject([{ words, from: joran.id, holder: ngozi.id, way: 'someone' }])
  expect(ngozi.in('theirs').letter).toMatchObject({ known: null })
  expect(on.refused('small').map((each) => each.why.rule)).toEqual(['LE5', 'LE4', 'LE4'])
  expect(small).toBe(on.roomId('small'))
})

test('[LE10] the owner of the small room is no holder of her own letter', () => {
  const at = told()
  const body = { id: 'ab'.repeat(16), form: 'letter', way: 'alone', words }
  at.on.becomes('small', { parts: { Sol: 'holder', Ngozi: 'holder', Tomas: 'supporter' } })
  at.sol.writesPastTheApp('small', 'letter.given', body, { consents: [yesOf(at.joran, at, { text: words, purpose: letterPurpose(body.id) })] })
  expect(at.sol.in('small').given).toEqual([])
})

test('[LE11] what the writer sees is the same before and after it was asked for and given, until she lets it be known', () => {
  const at = told()
  const { ngozi, ilse, sol, joran, hh, nh, small } = at
  heldBy(at)
  const before = JSON.stringify(joran.in('theirs'))
  askedFor(at)
  ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })
  ngozi.does(give(at))
  expect(JSON.stringify(joran.in('theirs'))).toBe(before)
  const { id } = joran.in('theirs').letter!
  expect(ngozi.does({ kind: 'tell-known', room: nh, small })).toMatchObject({ rule: 'LE1' })
  ngozi.writesPastTheApp('theirs', 'letter.known', { id })
  ngozi.writesPastTheApp('theirs', 'letter.known', { id }, { consents: [yesOf(joran, at, { text: id, purpose: `letter-known/${id}` })] })
  ngozi.writesPastTheApp('theirs', 'letter.known', { id }, { consents: [yesOf(ngozi, at, { text: id, purpose: `letter-known/${id}` })] })
  ngozi.writesPastTheApp('theirs', 'letter.known', { id }, { consents: [yesOf(ilse, at, { text: id, purpose: `letter-known/${id}` })] })
  expect(joran.in('theirs').letter?.known).toBeNull()
  expect(ngozi.does({ kind: 'let-know', room: small, id })).toMatchObject({ rule: 'LE7' })
  expect(sol.does({ kind: 'let-know', room: small, id })).toBeNull()
  joran.writesPastTheApp('theirs', 'letter.known', { id }, { consents: [yesOf(sol, at, { text: id, purpose: `letter-known/${id}` })] })
  expect(joran.in('theirs').letter?.known).toBeNull()
  expect(ngozi.does({ kind: 'tell-known', room: nh, small })).toBeNull()
  expect(joran.in('theirs').letter?.known).toBe(at.on.today())
  expect(ilse.in('theirs').letter?.known).toBe(at.on.today())
})

test('[LE12] where it is between both, each side’s is ready in its own room, and both are given at one moment or none', () => {
  const at = told('C')
  const { on, joran, sol, ngozi, ilse, nh, hh } = at
  expect(sol.does(readyWith(hh))).toMatchObject({ rule: 'LE1' })
  expect(joran.does(readyWith(nh, 'two-way', 'I shouted.'))).toBeNull()
  for (const holder of [ngozi, ilse]) holder.does({ kind: 'read', room: nh })
  on.daysPass(daysOfRest)
  askedFor(at)
  ngozi.does({ kind: 'court', room: hh, forbidden: 'no' })
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE12' })
  expect(sol.does(readyWith(hh, 'two-way', 'I walked off.'))).toBeNull()
  expect(ngozi.does(give(at))).toMatchObject({ rule: 'LE12' })
  for (const holder of [ngozi, ilse]) holder.does({ kind: 'read', room: hh })
  on.daysPass(daysOfRest)
  expect(ngozi.does(give(at))).toBeNull()
  expect(sol.in('small').given.map((each) => [each.from, each.words])).toEqual([
    [joran.id, 'I shouted.'],
    [sol.id, 'I walked off.'],
  ])
})

test('[LE13] no kind of entry, order or field has a place for whether a letter was looked over', () => {
  const told = JSON.stringify(Object.keys(events)) + JSON.stringify(Object.values(events).map((kind) => kind.examples))
  expect(told).not.toMatch(/look|check|hint|score/i)
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const files = readdirSync(folder).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const opens = files.filter((file) => readFileSync(folder + file, 'utf8').includes("import('../../letter/"))
  expect(opens).toEqual(['look-over.tsx'])
  // It is given a draft of the own room, and only the page where that draft is written shows it.
  expect(files.filter((file) => readFileSync(folder + file, 'utf8').includes('<LookOver'))).toEqual(['write.tsx'])
  expect(readFileSync(`${folder}look-over.tsx`, 'utf8')).not.toMatch(/\bact\(|actFor|saveDraft|fetch|localStorage|console/)
})

test('a letter reads as its parts and what it does not ask for; the values and the hope stay out of it', () => {
  const draft = {
    ...emptyDraft,
    values: 'I listen.',
    hope: 'yes' as const,
    act: ' I lied. ',
    choice: 'Mine.',
    impact: 'You left.',
    repair: 'I pay.',
    change: 'Sam checks.',
  }
  expect(isWhole(draft)).toBe(false)
  const whole = { ...draft, notAsking: [...notAsked] }
  expect(isWhole(whole)).toBe(true)
  expect(wordsOf(whole)).toBe(
    'I lied.\n\nMine.\n\nYou left.\n\nI pay.\n\nSam checks.\n\nI do not ask for a reply. I do not ask you to forgive me. I do not ask to meet. I do not ask you to be silent.',
  )
  expect(isWhole({ ...emptyDraft, form: 'two-way', worse: 'a', missed: 'b', next: '' })).toBe(false)
})
