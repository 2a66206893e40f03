/** Concerns as far as a test needs them, made by the buttons of the practice `concern`: Ana was hurt, Ben is named, Ilse and Ravi hold. */
import { assert } from '../base/assert.ts'
import type { Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { Kind, RoomCode } from '../practices/concern-room.ts'
import { concern } from '../practices/concern/index.ts'
import type { RaiseAnswers } from '../practices/concern/shapes.ts'
import type { ConcernState, ConcernStates } from '../practices/concern/state.ts'
import type { Practice, Refused } from '../practices/practice.ts'
import { concernCircle, type ConcernCircle, type Somebody } from './concern-circle.ts'

export const told: RaiseAnswers = {
  danger: 'no',
  who: 'hurt',
  about: [],
  notSee: [],
  happened: 'He shouts at me when I close the till.',
  ratherTalk: false,
  going: 'yes',
  closest: null,
  wants: ['heard'],
  howWeWork: null,
  keepShut: [],
  reach: 'Signal, after six.',
  theyKnow: null,
}

export const terms = { weeks: 12, hours: 2, willNotDo: 'Carry messages.', dutyToTell: { answer: 'no' as const, what: '' } }

export interface Story {
  readonly circle: ConcernCircle
  readonly ana: Somebody
  readonly ben: Somebody
  readonly ilse: Somebody
  readonly ravi: Somebody
  /** In the circle, with no part in it; Dina is the steward. */
  readonly cleo: Somebody
  readonly dina: Somebody
  /** Ana's room with the holders. */
  readonly hh: RoomId
}

/** A button that has to work for the story to go on. */
export function presses(who: Somebody, order: unknown): void {
  const refused = who.does('concern', order)
  assert(refused === null, `${who.name}: ${JSON.stringify(order)} is refused by ${refused?.rule}`)
}

export function isRefused(who: Somebody, order: unknown): Refused['rule'] | null {
  return who.does('concern', order)?.rule ?? null
}

export function statesOf(who: Somebody): ConcernStates {
  return who.states('concern') as ConcernStates
}

export function stateOf(who: Somebody, room: RoomId): ConcernState {
  const state = statesOf(who).rooms.get(room)
  assert(state !== undefined, `${who.name} is in that room`)
  return state
}

/** The newest room of that kind this person is in. */
export function roomOfCode(who: Somebody, code: RoomCode): RoomId {
  const found = [...statesOf(who).rooms].findLast(([, state]) => state.begun?.code === code)
  assert(found !== undefined, `${who.name} is in a room ${code}`)
  return found[0]
}

/** Ana sent it to Ilse and Ravi; nobody answered yet. */
export function raised(answers: Partial<RaiseAnswers> = {}, others: readonly Practice[] = []): Story {
  const circle = concernCircle([concern as unknown as Practice, ...others], 'dina', 'ana', 'ben', 'ilse', 'ravi', 'cleo', 'olga')
  const [dina, ana, ben, ilse, ravi, cleo] = ['dina', 'ana', 'ben', 'ilse', 'ravi', 'cleo'].map((name) => circle.someone(name)) as [Somebody, Somebody, Somebody, Somebody, Somebody, Somebody]
  presses(ana, {
    kind: 'raise',
    note: null,
    title: 'The till',
    answers: { ...told, about: [ben.id], ...answers },
    holders: [ilse.id, ravi.id],
    askNote: '',
  })
  return { circle, ana, ben, ilse, ravi, cleo, dina, hh: ana.rooms()[0]! }
}

/** Says yes to the newest ask, with no ties. */
export function takesTheAsk(who: Somebody, today: Day): void {
  const letter = statesOf(who).personal.asked.at(-1)
  assert(letter !== undefined, `${who.name} was asked`)
  presses(who, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms, untilDay: today + 84 })
  who.opensTheApp()
}

/** Both said ready and received. */
export function held(answers: Partial<RaiseAnswers> = {}, others: readonly Practice[] = []): Story {
  const story = raised(answers, others)
  for (const holder of [story.ilse, story.ravi]) {
    takesTheAsk(holder, story.circle.today())
    presses(holder, { kind: 'received', room: story.hh })
  }
  return story
}

/** Of several: the holders offer it from a room of theirs, and Ben opens the room of his side with these of them. */
export function withOtherSide({ ana, ben, ilse, hh, circle }: Story, from: RoomId, holders: readonly Somebody[]): RoomId {
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  presses(ilse, { kind: 'offer-their-room', room: from, person: ben.id, askNote: '' })
  const letter = statesOf(ben).personal.asked.at(-1)!
  presses(ben, { kind: 'open-their-room', letter: letter.ref, from: letter.from, title: 'The till, for me', holders: holders.map(({ id }) => id) })
  for (const holder of holders) takesTheAsk(holder, circle.today())
  return roomOfCode(ben, 'HH')
}

/** By her entry, both holders' and a power check; C with her own *not afraid*. */
export function becomesKind({ ana, ilse, ravi, hh }: Story, to: Kind): void {
  if (to === 'A') return presses(ana, { kind: 'kind-safer', room: hh, to, power: [] })
  if (to === 'C') presses(ana, { kind: 'not-afraid', room: hh, on: true })
  presses(ilse, { kind: 'ask-kind', room: hh, to, power: ['founder'] })
  const asked = stateOf(ilse, hh).kindAsked.at(-1)!
  presses(ravi, { kind: 'agree-kind', room: hh, id: asked.id, power: ['none'] })
  presses(ana, { kind: 'agree-kind', room: hh, id: asked.id, power: [] })
}

/** The holders' room, opened by Ilse, with Ravi in it. */
export function withHoldersRoom(story: Story): RoomId {
  const { ilse, ravi, hh, circle } = story
  presses(ilse, { kind: 'open-holders-room', ref: stateOf(ilse, hh).begun!.concern, title: 'The till', others: [ravi.id], askNote: '', ties: [], terms: null, untilDay: null })
  takesTheAsk(ravi, circle.today())
  circle.everybodyOpensTheApp()
  return roomOfCode(ilse, 'HO')
}

/** Ben's room with the holders, after the telling; Ilse sits in it. */
export function withTheirRoom(story: Story): RoomId {
  const { ana, ben, ilse, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  presses(ilse, { kind: 'offer-their-room', room: hh, person: ben.id, askNote: '' })
  const letter = statesOf(ben).personal.asked.at(-1)!
  presses(ben, { kind: 'open-their-room', letter: letter.ref, from: letter.from, title: 'What is said', holders: [ilse.id] })
  takesTheAsk(ilse, circle.today())
  circle.everybodyOpensTheApp()
  return roomOfCode(ben, 'NH')
}

/** The joint room, with both holders in it. */
export function withJointRoom(story: Story): RoomId {
  const { ana, ilse, ravi, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'start-process', open: true, scope: 'A talk with holders.' })
  presses(ilse, { kind: 'open-joint-room', ref: stateOf(ilse, hh).begun!.concern, title: 'Working on it', others: [ravi.id], askNote: '' })
  takesTheAsk(ravi, circle.today())
  circle.everybodyOpensTheApp()
  return roomOfCode(ilse, 'JO')
}

/** A party comes into the joint room: Ilse asks them in, Ravi agrees, and to Ben so does Ana, who is there before him. */
export function partyComesIn({ ana, ben, ilse, ravi, circle }: Story, jo: RoomId, party: Somebody): void {
  presses(ilse, { kind: 'invite', room: jo, person: party.id, part: 'party', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: jo, person: party.id })
  if (party === ben) presses(ana, { kind: 'agree-part', room: jo, person: ben.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(party, circle.today())
}

/** The joint room, with both parties in it beside the holders. */
export function withParties(story: Story): RoomId {
  const jo = withJointRoom(story)
  for (const party of [story.ana, story.ben]) partyComesIn(story, jo, party)
  return jo
}

/** Asks for words of the author to be moved, and has everybody named answer yes; returns the ask. */
export function asksFor(
  story: Story,
  of: {
    readonly by: Somebody
    readonly room: RoomId
    readonly author: Somebody
    readonly target: RoomId | 'commons'
    readonly targetCode: RoomCode | 'CC'
    readonly readers: readonly MemberId[]
    readonly words?: string
    readonly purpose?: string
    readonly card?: string
    readonly recognised?: readonly MemberId[]
    readonly nameMayStand?: boolean
    readonly yes?: readonly Somebody[]
  },
): string {
  const { by, room, author, target, targetCode, readers, yes = [] } = of
  presses(by, {
    kind: 'ask-move',
    room,
    author: author.id,
    target,
    targetCode,
    mayPassOn: false,
    nameMayStand: of.nameMayStand ?? true,
    card: of.card ?? 'known',
    words: of.words ?? 'I stopped closing the till.',
    purpose: of.purpose ?? 'hold',
    readers,
    recognised: of.recognised ?? [],
    untilDay: story.circle.today() + 60,
  })
  const id = stateOf(by, room).moveAsks.at(-1)!.id
  for (const giver of yes) presses(giver, { kind: 'answer-move', room, id, yes: true, adds: [] })
  return id
}
