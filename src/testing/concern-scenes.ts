/** A made-up concern, brought to several points by its own buttons: for tests of screens and for pictures. */
import { assert } from '../base/assert.ts'
import type { Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import { concern } from '../practices/concern/index.ts'
import type { RaiseAnswers } from '../practices/concern/shapes.ts'
import { wordsOfPage } from '../practices/concern/circle-state.ts'
import type { ConcernState } from '../practices/concern/state.ts'
import type { RoomCode } from '../practices/concern-room.ts'
import type { CardSeen, Practice } from '../practices/practice.ts'
import { concernCircle, type ConcernCircle, type Somebody } from './concern-circle.ts'

export interface ConcernScene {
  readonly circle: ConcernCircle
  readonly soledad: Somebody
  readonly ngozi: Somebody
  readonly tomas: Somebody
  readonly joran: Somebody
  readonly hana: Somebody
  readonly yusuf: Somebody
  /** The room of that kind somebody is in. */
  room(of: Somebody, code: RoomCode): RoomId
  state(of: Somebody, code: RoomCode): ConcernState
  /** Presses a button that has to work. */
  does(who: Somebody, order: unknown): void
  ref(of: Somebody): string
}

export const story: RaiseAnswers = {
  danger: 'no',
  who: 'hurt',
  about: [],
  notSee: [],
  happened: 'At the Tuesday meeting I was spoken over four times. Then my sentence was said back in my accent, and people laughed.',
  ratherTalk: false,
  going: 'yes',
  closest: 'B',
  wants: ['heard', 'space'],
  howWeWork: 'yes',
  keepShut: ['tell-them', 'tell-circle', 'use-name', 'call-services', 'start-process'],
  reach: 'By text, after six. Say “the shopping”.',
  theyKnow: null,
}

export function concernScene(practices: readonly Practice[] = [concern as unknown as Practice], ...newcomers: readonly string[]): ConcernScene {
  const circle = concernCircle(practices, 'Ilse', 'Soledad', 'Ngozi', 'Tomás', 'Joran', 'Hana', 'Yusuf', 'Linh', ...newcomers)
  const scene: ConcernScene = {
    circle,
    soledad: circle.someone('Soledad'),
    ngozi: circle.someone('Ngozi'),
    tomas: circle.someone('Tomás'),
    joran: circle.someone('Joran'),
    hana: circle.someone('Hana'),
    yusuf: circle.someone('Yusuf'),
    room(of, code) {
      const found = of.rooms().find((room) => of.concern(room)?.begun?.code === code)
      assert(found !== undefined, `${of.name} is in a room ${code}`)
      return found
    },
    state: (of, code) => of.states('concern').rooms.get(scene.room(of, code)) as ConcernState,
    does(who, order) {
      const refused = who.does('concern', order)
      assert(refused === null, `${who.name} may: ${JSON.stringify(order)} ${refused?.rule}`)
      circle.everybodyOpensTheApp()
    },
    ref: (of) => scene.state(of, 'HH').begun?.concern ?? '',
  }
  return scene
}

/** Sent to two holders; nobody has answered. */
export function raised(scene: ConcernScene, change: Partial<RaiseAnswers> = {}): void {
  const { soledad, ngozi, tomas, joran } = scene
  scene.does(soledad, {
    kind: 'raise',
    note: null,
    title: 'Tuesday meetings',
    answers: { ...story, about: [joran.id], ...change },
    holders: [ngozi.id, tomas.id],
    askNote: '',
  })
}

export function saysReady(scene: ConcernScene, who: Somebody, holds = true): void {
  const letter = (who.states('concern').personal as { readonly asked: readonly { readonly ref: string; readonly from: MemberId }[] }).asked.at(-1)
  assert(letter !== undefined, `${who.name} was asked`)
  scene.does(who, {
    kind: 'answer-ask',
    ref: letter.ref,
    from: letter.from,
    answer: 'ready',
    ties: [],
    terms: holds ? { weeks: 12, hours: 2, willNotDo: 'Carry messages.', dutyToTell: { answer: 'no', what: '' } } : null,
    untilDay: holds ? ((scene.circle.today() + 84) as Day) : null,
  })
}

/** Two holders are ready, said that it reached them, and look at it as kind B. */
export function held(scene: ConcernScene): void {
  const { soledad, ngozi, tomas } = scene
  raised(scene)
  saysReady(scene, ngozi)
  saysReady(scene, tomas)
  const room = scene.room(soledad, 'HH')
  scene.does(ngozi, { kind: 'received', room })
  scene.does(tomas, { kind: 'received', room })
  scene.circle.daysPass(2)
  scene.does(soledad, { kind: 'ask-kind', room, to: 'B', power: [] })
  const asked = scene.state(soledad, 'HH').kindAsked[0]
  assert(asked !== undefined, 'a kind was asked for')
  scene.does(ngozi, { kind: 'agree-kind', room, id: asked.id, power: ['standing'] })
  scene.does(tomas, { kind: 'agree-kind', room, id: asked.id, power: ['standing'] })
  scene.does(ngozi, { kind: 'plan', room, words: 'We meet on Thursday, at the library.', nextDay: (scene.circle.today() + 5) as Day })
  scene.does(soledad, { kind: 'good-ending', room, words: 'That I can speak on Tuesdays and be heard to the end.' })
  scene.does(soledad, { kind: 'support', room, line: { open: 4, withNobody: 1, nextLook: (scene.circle.today() + 7) as Day } })
}

/** As the circle calls Soledad since she lost everything and came in anew. */
export const soledadAnew = 'Soledad M.'

/** Soledad lost everything, and asked the same two from a room of her own; both are ready there. */
export function cameBack(scene: ConcernScene): RoomId {
  const { soledad, ngozi, tomas, joran } = scene
  const anew = scene.circle.someone(soledadAnew)
  const answers = { ...story, about: [joran.id], happened: '', wants: [], going: null, closest: null, howWeWork: null, reach: '' }
  scene.does(anew, { kind: 'raise', note: null, title: 'What was there before', answers, holders: [ngozi.id, tomas.id], askNote: '', was: soledad.id })
  return scene.room(anew, 'HH')
}

/** Each of them compared four words with her. */
export function knownAgain(scene: ConcernScene, room: RoomId, ...holders: readonly Somebody[]): void {
  for (const holder of holders) scene.does(holder, { kind: 'know-again', room, from: scene.room(scene.soledad, 'HH'), same: true })
}

/** The holders have a room, the person named was told and opened one of their own. */
export function midway(scene: ConcernScene): void {
  const { soledad, ngozi, tomas, joran, yusuf } = scene
  held(scene)
  const hers = scene.room(soledad, 'HH')
  scene.does(soledad, { kind: 'lock', room: hers, lock: 'tell-them', open: true, scope: 'What was said on Tuesdays, by voice.' })
  scene.does(soledad, { kind: 'lock', room: hers, lock: 'start-process', open: true, scope: 'The meetings, and how they are led.' })
  scene.does(ngozi, { kind: 'open-holders-room', ref: scene.ref(ngozi), title: 'Tuesday meetings', others: [tomas.id], askNote: '', ties: [], terms: null, untilDay: (scene.circle.today() + 80) as Day })
  saysReady(scene, tomas)
  scene.circle.daysPass(3)
  const ho = scene.room(ngozi, 'HO')
  scene.does(ngozi, { kind: 'open-doors', room: ho, doors: ['telling', 'hearing-one', 'known'] })
  scene.does(tomas, { kind: 'open-doors', room: ho, doors: ['telling', 'hearing-one', 'known'] })
  scene.circle.daysPass(4)
  scene.does(ngozi, { kind: 'offer-their-room', room: ho, person: joran.id, askNote: '' })
  const letter = (joran.states('concern').personal as { readonly asked: readonly { readonly ref: string; readonly from: MemberId; readonly holders: readonly MemberId[] }[] }).asked.at(-1)
  assert(letter !== undefined, 'Joran has a letter')
  scene.does(joran, { kind: 'open-their-room', letter: letter.ref, from: letter.from, title: 'My side', holders: [ngozi.id] })
  scene.does(joran, { kind: 'good-ending', room: scene.room(joran, 'NH'), words: 'That people sit with me again.' })
  scene.does(joran, { kind: 'open-room', code: 'NS', title: '', card: null, ref: joranRef(scene), invited: [{ member: yusuf.id, part: 'supporter' }], askNote: '' })
  saysReady(scene, yusuf, false)
  saysReady(scene, ngozi)
  // The other holder signs for the door of the room he is not in.
  scene.does(tomas, { kind: 'agree-doors', room: ho, target: scene.room(ngozi, 'NH'), doors: ['telling'] })
}

/** Words asked to be moved: one yes that was given and moved, one that waits. */
export function wordsAsked(scene: ConcernScene): void {
  const { soledad, ngozi, joran } = scene
  const hers = scene.room(soledad, 'HH')
  const his = scene.room(ngozi, 'NH')
  scene.does(soledad, { kind: 'lock', room: hers, lock: 'use-name', open: true, scope: 'With these words.' })
  const ask = (words: string): void =>
    scene.does(ngozi, {
      kind: 'ask-move',
      room: hers,
      author: soledad.id,
      target: his,
      targetCode: 'NH',
      mayPassOn: false,
      nameMayStand: true,
      card: 'concern',
      words,
      purpose: 'tell',
      readers: [ngozi.id, joran.id],
      recognised: [],
      untilDay: (scene.circle.today() + 80) as Day,
    })
  ask('I was spoken over four times on one Tuesday.')
  const [first] = scene.state(soledad, 'HH').moveAsks
  assert(first !== undefined, 'words were asked for')
  scene.does(soledad, { kind: 'answer-move', room: hers, id: first.id, yes: true, adds: [], nameMayStand: true })
  scene.does(ngozi, { kind: 'open-doors', room: his, doors: ['telling'] })
  scene.does(ngozi, { kind: 'move', room: hers, id: first.id })
  ask('I have not slept well since.')
}

/** She put off a question and chose a word for herself; one holder said what counts with the second; somebody was asked onto both sides. */
export function putOffAndSaidOnce(scene: ConcernScene): void {
  const { soledad, ngozi, joran, yusuf } = scene
  const hers = scene.room(soledad, 'HH')
  scene.does(soledad, { kind: 'wish', room: hers, hears: 'safety', letter: 'ask-later' })
  scene.does(soledad, { kind: 'call-me', room: hers, word: 'the one it happened to' })
  scene.does(soledad, { kind: 'minor', room: hers, on: true })
  scene.does(ngozi, { kind: 'minor', room: hers, on: false })
  scene.does(ngozi, { kind: 'close', room: scene.room(ngozi, 'HO'), how: 'rest' })
  for (const [who, code] of [
    [soledad, 'HH'],
    [joran, 'NH'],
  ] as const)
    scene.does(who, { kind: 'invite', room: scene.room(who, code), person: yusuf.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  scene.does(joran, { kind: 'open-room', code: 'NS', title: '', card: null, ref: null, invited: [{ member: ngozi.id, part: 'supporter' }], askNote: '' })
}

/** The page for those who hear of it, with every yes it needs. */
export function beforeTheCircle(scene: ConcernScene): void {
  const id = pageReady(scene)
  scene.does(scene.ngozi, { kind: 'show-page', room: scene.room(scene.ngozi, 'HH'), id, curious: true, lookDay: (scene.circle.today() + 14) as Day })
}

/** Everybody said yes to it; the circle has not read it. */
export function pageReady(scene: ConcernScene): string {
  const { soledad, ngozi, tomas } = scene
  const room = scene.room(soledad, 'HH')
  scene.does(soledad, { kind: 'lock', room, lock: 'tell-circle', open: true, scope: 'That meetings are looked at.' })
  scene.does(ngozi, {
    kind: 'ask-move',
    room,
    author: soledad.id,
    target: 'commons',
    targetCode: 'CC',
    mayPassOn: false,
    nameMayStand: false,
    card: 'concern',
    words: wordsOfPage({
      mayKnow: 'From Tuesday somebody new leads each meeting. People were talked over.',
      helps: 'Let people finish. Offer to cook on Thursday.',
      pilesOn: 'Asking who it was.',
      say: 'We look at how our meetings are led.',
    }),
    purpose: 'tell',
    readers: [],
    recognised: [],
    untilDay: (scene.circle.today() + 60) as Day,
  })
  const ask = scene.state(soledad, 'HH').moveAsks.at(-1)
  assert(ask !== undefined, 'the page was asked for')
  scene.does(soledad, { kind: 'answer-move', room, id: ask.id, yes: true, adds: [], nameMayStand: false })
  for (const holder of [ngozi, tomas]) scene.does(holder, { kind: 'answer-move', room, id: ask.id, yes: true, adds: [], nameMayStand: true })
  return ask.id
}

function joranRef(scene: ConcernScene): string {
  return scene.state(scene.joran, 'NH').begun?.concern ?? ''
}

/** Cards as other practices would show them, in the rooms there are. */
export function madeUpCards(scene: ConcernScene, who: Somebody): readonly CardSeen[] {
  const today = scene.circle.today()
  const cards: CardSeen[] = []
  const card = (practice: string, code: RoomCode, title: string, state: CardSeen['state'], days: number, word: string | null = null): void => {
    const room = who.rooms().find((each) => who.concern(each)?.begun?.code === code)
    if (room === undefined) return
    cards.push({
      practice,
      id: `${code}${cards.length}`,
      leaf: 'board',
      room,
      title,
      state,
      word,
      whose: null,
      firstDay: (today - days) as Day,
      lastDay: (today - Math.floor(days / 2)) as Day,
      lookDay: state === 'open' ? ((today + 6) as Day) : null,
      href: '#known',
    })
  }
  card('limits', 'HH', 'Rest from Tuesday shifts', 'open', 6)
  card('listening', 'HH', 'Told it all, nobody cut in', 'done', 8)
  card('support', 'HH', 'Company on the way home', 'open', 9, 'Opened again')
  card('talk', 'HH', 'A talk, somebody beside you', 'left', 5)
  card('known', 'HO', 'What is known, what is not', 'paused', 4, 'Paused until 16 April')
  card('hearing', 'NH', 'Heard out, Yusuf beside him', 'done', 3)
  card('hearing', 'NH', 'Understanding what it did', 'open', 1)
  card('plan', 'JO', 'How our meetings are led', 'open', 2)
  card('closing', 'HH', 'Closing words', 'offered', 1)
  return cards
}
