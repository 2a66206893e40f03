/** Every page of a concern as each party sees it, drawn with the made-up one: for the gallery. */
import { createModel, type Model } from '../app/model.ts'
import { OpenApp } from '../app/open-app.tsx'
import type { AnySurfaces, LoadedSurfaces } from '../app/practice-view.tsx'
import { Root } from '../app/root.tsx'
import type { Snapshot } from '../client/api.ts'
import type { RoomId } from '../log/types.ts'
import { concern } from '../practices/concern/index.ts'
import type { Circle } from '../practices/concern/circle-state.ts'
import { practices } from '../practices/index.ts'
import type { Beforehand, Practice } from '../practices/practice.ts'
import type { AppPage } from './app-pages.tsx'
import type { Somebody } from './concern-circle.ts'
import { beforeTheCircle, cameBack, concernScene, held, knownAgain, madeUpCards, midway, pageReady, putOffAndSaidOnce, raised, saysReady, soledadAnew, story, wordsAsked, type ConcernScene } from './concern-scenes.ts'
import { fixtureClock, fixtureEngine, fixtureSession, person, snapshotOf } from './fixture-circle.ts'
import { roomsSeen } from './live-concern.tsx'

const all: readonly Practice[] = practices.some((practice) => practice.name === 'concern') ? practices : [...practices, concern as unknown as Practice]

export async function concernPages(loaded: LoadedSurfaces): Promise<readonly AppPage[]> {
  const own = (await concern.surfaces()) as unknown as AnySurfaces
  const made = (build: (scene: ConcernScene) => void): ConcernScene => {
    const scene = concernScene()
    build(scene)
    return scene
  }
  const fresh = made(() => undefined)
  const asked = made((scene) => raised(scene))
  const holding = made(held)
  const half = made((scene) => {
    midway(scene)
    wordsAsked(scene)
  })
  const told = made((scene) => {
    midway(scene)
    beforeTheCircle(scene)
  })
  const late = made((scene) => {
    raised(scene)
    scene.circle.daysPass(4)
  })
  const page = (name: string, scene: ConcernScene, who: Somebody, path: string, drafts: Readonly<Record<string, string>> = {}): AppPage => ({
    name: `concern-${name}`,
    draw: () => {
      const surfaces = new Map(loaded).set('concern', own)
      // Cards of other practices would stand in these rooms.
      const stand = surfaces.get('known') ?? own
      surfaces.set('known', { ...stand, cards: () => madeUpCards(scene, who) })
      const before = surfaces.get('before')
      if (before !== undefined) surfaces.set('before', { ...before, beforehand: () => beforehandOf(scene) })
      return <Root model={modelOf(scene, who, path, { drafts })} practices={all} loaded={{ openApp: OpenApp, surfaces }} />
    },
  })
  const putOff = made((scene) => {
    midway(scene)
    putOffAndSaidOnce(scene)
  })
  // Soledad lost everything and came in anew: the letter, one of two who compared, and what was brought over.
  const anewIn = (...said: readonly ('ngozi' | 'tomas')[]): { readonly at: ConcernScene; readonly anew: Somebody; readonly room: RoomId } => {
    const at = concernScene(undefined, soledadAnew)
    held(at)
    const room = cameBack(at)
    if (said.length > 0) for (const holder of [at.ngozi, at.tomas]) saysReady(at, holder)
    knownAgain(at, room, ...said.map((name) => at[name]))
    return { at, anew: at.circle.someone(soledadAnew), room }
  }
  const lost = anewIn()
  const comparing = anewIn('tomas')
  const known = anewIn('ngozi', 'tomas')
  const before = known.at.room(known.at.soledad, 'HH')
  known.at.does(known.at.ngozi, {
    kind: 'carry-over',
    room: known.room,
    from: before,
    pieces: [
      { author: known.at.soledad.id, day: known.at.circle.today() - 2, title: 'What happened', words: story.happened },
      { author: known.at.ngozi.id, day: null, title: 'What was planned', words: 'We meet on Thursday, at the library.' },
    ],
  })
  const backLetter = (lost.at.ngozi.states('concern').personal as { readonly asked: readonly { readonly ref: string; readonly from: string }[] }).asked.at(-1)
  const oneOver = made((scene) => {
    midway(scene)
    scene.does(scene.joran, { kind: 'close', room: scene.room(scene.joran, 'NH'), how: 'done' })
    scene.circle.everybodyOpensTheApp()
  })
  const newKeys = made((scene) => {
    midway(scene)
    pageReady(scene)
    scene.circle.hasNewKeys('Soledad')
  })
  const old = newKeys.state(newKeys.soledad, 'HH').moveAsks.at(-1)
  const besideHim = (putOff.ngozi.states('concern').personal as { readonly asked: readonly { readonly ref: string; readonly from: string }[] }).asked.at(-1)
  const { soledad, ngozi, tomas, joran } = half
  const hers = `at/${half.ref(soledad)}`
  const theirs = `at/${half.state(joran, 'NH').begun?.concern}`
  const letter = (asked.ngozi.states('concern').personal as { readonly asked: readonly { readonly ref: string; readonly from: string }[] }).asked.at(-1)
  const waiting = half.state(soledad, 'HH').moveAsks.at(-1)
  const draft = JSON.stringify({
    danger: 'no', who: 'hurt', about: [fresh.joran.id], notSee: [], ratherTalk: false, going: 'yes', closest: 'B', wants: ['heard'], howWeWork: null,
    keepShut: ['tell-them', 'tell-circle', 'use-name', 'call-services', 'start-process'], reach: 'By text, after six.', theyKnow: null, title: 'Tuesday meetings',
    holders: [fresh.ngozi.id, fresh.tomas.id], note: null,
  })
  const drafts = { 'concern.something': draft, 'concern.something.happened': 'I was spoken over four times.' }
  return [
    page('today', half, soledad, 'today'),
    page('something', fresh, fresh.soledad, 'concern/something'),
    page('something-begun', fresh, fresh.soledad, 'concern/something', drafts),
    ...['all', 'who', 'not-see', 'what', 'still', 'closest', 'want', 'away', 'locks', 'knows', 'reach', 'holders', 'send'].map((question) =>
      page(`something-${question}`, fresh, fresh.soledad, `concern/something/${question}`, drafts),
    ),
    page('repair', half, soledad, 'concern'),
    page('raised', asked, asked.soledad, `concern/at/${asked.ref(asked.soledad)}`),
    page('late', late, late.soledad, `concern/at/${late.ref(late.soledad)}`),
    page('held', holding, holding.soledad, `concern/at/${holding.ref(holding.soledad)}`),
    page('hurt', half, soledad, `concern/${hers}`),
    page('holder', half, ngozi, `concern/at/${half.ref(ngozi)}`),
    page('named', half, joran, `concern/${theirs}`),
    page('supporter', half, half.yusuf, `concern/room/${half.room(half.yusuf, 'NS')}`),
    ...['ending', 'called', 'holders', 'kind', 'locks', 'asks', 'hear', 'words', 'support', 'side', 'stop'].map((decision) => page(`decide-${decision}`, half, soledad, `concern/${hers}/${decision}`)),
    ...['holders', 'kind', 'locks', 'asks', 'support', 'rooms', 'sort', 'stop'].map((decision) => page(`holder-${decision}`, half, ngozi, `concern/at/${half.ref(ngozi)}/${decision}`)),
    page('leaving', half, soledad, `concern/${hers}/leaving`),
    page('leaving-named', half, joran, `concern/${theirs}/leaving`),
    page('hear-later', putOff, putOff.soledad, `concern/at/${putOff.ref(putOff.soledad)}/hear`),
    page('called-set', putOff, putOff.soledad, `concern/at/${putOff.ref(putOff.soledad)}/called`),
    page('holder-second', putOff, putOff.tomas, `concern/at/${putOff.ref(putOff.tomas)}/stop`),
    page('holder-both', putOff, putOff.ngozi, `concern/at/${putOff.ref(putOff.ngozi)}/holders`),
    page('answer-both', putOff, putOff.ngozi, `concern/answer/${besideHim?.from}/${besideHim?.ref}`),
    page('room-hh', half, soledad, `concern/room/${half.room(soledad, 'HH')}`),
    page('room-hh-holder', half, tomas, `concern/room/${half.room(tomas, 'HH')}`),
    page('room-ho', half, ngozi, `concern/room/${half.room(ngozi, 'HO')}`),
    page('room-nh', half, joran, `concern/room/${half.room(joran, 'NH')}`),
    page('room-over', oneOver, oneOver.ngozi, `concern/room/${oneOver.room(oneOver.ngozi, 'NH')}`),
    page('named-over', oneOver, oneOver.joran, `concern/at/${oneOver.state(oneOver.joran, 'NH').begun?.concern}`),
    page('ask', half, ngozi, `concern/ask/${half.room(ngozi, 'HH')}`),
    page('yes', half, soledad, `concern/yes/${half.room(soledad, 'HH')}/${waiting?.id}`),
    page('yes-again', newKeys, newKeys.soledad, `concern/yes/${newKeys.room(newKeys.soledad, 'HH')}/${old?.id}`),
    page('room-new-keys', newKeys, newKeys.soledad, `concern/room/${newKeys.room(newKeys.soledad, 'HH')}`),
    page('room-new-keys-holder', newKeys, newKeys.ngozi, `concern/room/${newKeys.room(newKeys.ngozi, 'HH')}`),
    page('answer', asked, asked.ngozi, `concern/answer/${letter?.from}/${letter?.ref}`),
    page('back', lost.at, lost.anew, 'concern/back', { 'concern.back.was': lost.at.soledad.id }),
    page('back-answer', lost.at, lost.at.ngozi, `concern/answer/${backLetter?.from}/${backLetter?.ref}`),
    page('back-own', comparing.at, comparing.anew, `concern/room/${comparing.room}`),
    page('back-holder', comparing.at, comparing.at.ngozi, `concern/room/${comparing.room}`),
    page('back-carried', known.at, known.anew, `concern/room/${known.room}`),
    page('back-not-so', comparing.at, comparing.at.soledad, `concern/room/${comparing.at.room(comparing.at.soledad, 'HH')}`),
    page('back-before', known.at, known.at.ngozi, `concern/room/${before}`),
    page('answer-today', asked, asked.ngozi, 'today'),
    page('circle', told, told.circle.someone('Linh'), `concern/circle/${(told.soledad.states('concern').commons as Circle).pages[0]?.id}`),
    page('circle-today', told, told.circle.someone('Linh'), 'today'),
    page('taken-back', fresh, fresh.soledad, 'concern/taken-back'),
    page('gone', fresh, fresh.soledad, 'concern/at/nothing'),
  ]
}

function beforehandOf(scene: ConcernScene): Beforehand {
  return {
    call: ['Tidewater emergency line: 555 0142', 'Mara, who lives near: 555 0178'],
    couldHold: [
      { member: scene.ngozi.id, beside: false, passesOn: '' },
      { member: scene.tomas.id, beside: true, passesOn: null },
      { member: scene.circle.someone('Ilse').id, beside: false, passesOn: 'Danger to a child, to my employer.' },
    ],
    room: [
      { member: scene.ngozi.id, word: 'small', until: null },
      { member: scene.tomas.id, word: 'full', until: null },
    ],
  }
}

/** The app as somebody of the made-up concern has it. */
export function modelOf(scene: ConcernScene, who: Somebody, path: string, of: { readonly drafts?: Readonly<Record<string, string>>; readonly asked?: string[]; readonly outbox?: Snapshot['outbox'] } = {}): Model {
  const today = scene.circle.today()
  const people = scene.circle.people().map((each, index) => ({ ...person(index + 1, each.name), id: each.id, present: each.present, newestEntryDay: today }))
  const states: Snapshot['practices'] = Object.fromEntries(
    all.map((practice) => [
      practice.name,
      practice.name === 'concern' ? who.states('concern') : { personal: practice.personal?.start, commons: practice.commons?.start, rooms: new Map() },
    ]),
  )
  const snapshot = snapshotOf({
    top: { me: { ...snapshotOf().me, id: who.id, name: who.name }, today, words: 'done', practices: states, rooms: roomsSeen(scene.circle, who), outbox: of.outbox ?? [] },
    circle: { people, myRole: 'member' },
  })
  const model = createModel({
    engine: fixtureEngine(null),
    clock: fixtureClock,
    host: 'https://notes.example',
    arrival: { doorKey: null, invitation: null },
    path: '',
    locked: false,
    canKeep: true,
    went: () => undefined,
  })
  const session = { ...fixtureSession(snapshot, of.asked), yesNow: who.yesNow }
  for (const [key, text] of Object.entries(of.drafts ?? {})) session.saveDraft(key, text)
  model.enter(session, path)
  return model
}

/** What made-up people are called and say on these pages. */
export const peoplesWords = [
  'Tidewater Kitchen',
  ...['Ilse', 'Soledad', 'Ngozi', 'Tomás', 'Joran', 'Hana', 'Yusuf', 'Linh'],
  'Tidewater emergency line: 555 0142',
  'Mara, who lives near: 555 0178',
  'Danger to a child, to my employer.',
  'I was spoken over four times.',
  'I was spoken over four times on one Tuesday.',
  'I have not slept well since.',
  'By text, after six.',
  'Tuesday meetings',
  'My side',
  'Carry messages.',
  'We meet on Thursday, at the library.',
  'That I can speak on Tuesdays and be heard to the end.',
  'That people sit with me again.',
  'What was said on Tuesdays, by voice.',
  'The meetings, and how they are led.',
  'With these words.',
  'the one it happened to',
  'From Tuesday somebody new leads each meeting. People were talked over.',
  'Let people finish. Offer to cook on Thursday.',
  'Asking who it was.',
  'We look at how our meetings are led.',
  ...['Rest from Tuesday shifts', 'Told it all, nobody cut in', 'Company on the way home', 'Opened again', 'A talk, somebody beside you', 'What is known, what is not', 'Paused until 16 April'],
  ...['Heard out, Yusuf beside him', 'Understanding what it did', 'How our meetings are led', 'Closing words'],
  'Soledad M.',
  'What was there before',
  'What happened',
  'What was planned',
  'Español',
]
