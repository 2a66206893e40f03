/** Every page of the app in every state worth looking at, drawn with a made-up circle: for tests of views and for pictures. */
import type { VNode } from 'preact'
import { dayOf, millis, type Day } from '../base/clock.ts'
import type { Snapshot } from '../client/api.ts'
import { createModel, type Model } from '../app/model.ts'
import { OpenApp } from '../app/open-app.tsx'
import { Root } from '../app/root.tsx'
import { cardPages } from './card-pages.ts'
import type { LoadedSurfaces } from '../app/practice-view.tsx'
import { practices } from '../practices/index.ts'
import { aLink, fixtureClock, fixtureEngine, fixtureSession, memberId, noon, person, snapshotOf, tidewater, today } from './fixture-circle.ts'

export interface AppPage {
  readonly name: string
  readonly draw: () => VNode
}

export async function loadSurfaces(): Promise<LoadedSurfaces> {
  return new Map(await Promise.all(practices.map(async (practice) => [practice.name, await practice.surfaces()] as const)))
}

export function emptyStates(): Snapshot['practices'] {
  return Object.fromEntries(practices.map((practice) => [practice.name, { personal: practice.personal?.start, commons: practice.commons?.start, rooms: new Map() }]))
}

export function modelAt(path: string, arrival: { readonly doorKey?: string; readonly invitation?: string; readonly canKeep?: boolean } = {}): Model {
  return createModel({
    engine: fixtureEngine(null),
    clock: fixtureClock,
    host: 'https://notes.example',
    arrival: { doorKey: arrival.doorKey ?? null, invitation: arrival.invitation ?? null },
    path,
    locked: false,
    canKeep: arrival.canKeep ?? true,
    went: () => undefined,
  })
}

export function openAt(path: string, snapshot: Snapshot, check: readonly [number, number] | null = null): Model {
  const model = modelAt('')
  model.enter(fixtureSession({ ...snapshot, practices: emptyStates() }, [], check), path)
  return model
}

export function appPages(surfaces: LoadedSurfaces): readonly AppPage[] {
  const page = (name: string, model: () => Model): AppPage => ({ name, draw: () => <Root model={model()} practices={practices} loaded={{ openApp: OpenApp, surfaces }} /> })
  const outside = (path: string, more?: { readonly doorKey?: string; readonly invitation?: string; readonly canKeep?: boolean }) => (): Model => {
    const model = modelAt(path, more)
    model.outside(path)
    return model
  }
  const open = (path: string, change: Parameters<typeof snapshotOf>[0] = {}, check: readonly [number, number] | null = null) => (): Model => openAt(path, snapshotOf(change), check)
  return [
    page('start', outside('')),
    page('new', outside('new')),
    page('new-with-key', outside('new', { doorKey: 'key' })),
    page('new-kept-nowhere', outside('new', { canKeep: false })),
    page('invited', outside('invited')),
    page('invited-reading', outside('invited', { invitation: 'fragment' })),
    page('open', outside('open')),
    page('welcome', open('welcome', { circle: { people: tidewater.slice(0, 1) } })),
    page('welcome-shared', open('welcome', { keep: 'memory' })),
    page('today', open('today')),
    page('today-alone', open('today', { circle: { people: tidewater.slice(0, 1) } })),
    page('today-later', open('today', { circle: { founded: (today - 30) as Day }, top: { words: 'done' } })),
    page('today-waits', open('today', { top: { words: 'not-checked' }, circle: { knocks: [{ id: 'k', name: 'Hana', words: ['harbor', 'lentil', 'seven', 'window'] }], proposals: [removal(true)] } }, [2, 5])),
    page('evening', open('evening')),
    page('people', open('people')),
    page('people-proposals', open('people', { circle: { proposals: [removal(true), closing] } })),
    page('people-alike', open('people', { circle: { people: [...tidewater, person(5, 'Kofi', { keyWords: ['amber', 'field'] })] } })),
    page('invite', open('people/invite', { circle: { invitations: [invitation] } })),
    page('meeting', open('people/meeting', { circle: { invitations: [{ ...invitation, usesLeft: 28 }], knocks: knocks } })),
    page('door', open('people/door')),
    page('line', open('people/line')),
    page('stewards', open('people/stewards')),
    page('stewards-two', open('people/stewards', { circle: { people: [tidewater[0]!, { ...tidewater[1]!, role: 'steward' }, ...tidewater.slice(2)] } })),
    page('remove', open('people/remove')),
    ...cardPages(modelAt, emptyStates).map(({ name, model }) => page(name, model)),
    page('rooms', open('people/rooms', { top: { roomInvitations: [{ id: 'i', roomId: room.roomId, from: memberId(2), ask: 'Sit with me and Kofi on Thursday?' }], furtherRooms: [room] } })),
    page('me', open('me', { top: { words: 'done' } })),
    page('me-covered', open('me', { top: { me: { ...snapshotOf().me, covered: true } } })),
    page('me-shared', open('me', { keep: 'memory' })),
    page('words', open('me/words')),
    page('words-shown-before', open('me/words', { top: { words: 'done' } })),
    page('check', open('me/check', {}, [2, 5])),
    page('code', open('me/code')),
    page('rekey', open('me/rekey')),
    page('outbox', open('me/outbox', { top: { connection: 'offline', outbox } })),
    page('export', open('me/export')),
    page('nowhere', open('nowhere')),
    ...practices.map((practice) => page(`practice-${practice.name}`, open(practice.name))),
    page('offline', open('today', { top: { connection: 'offline' } })),
    page('host-full', open('today', { top: { connection: 'host-full' } })),
    page('host-busy', open('today', { top: { connection: 'host-busy' } })),
    page('door-key', open('today', { top: { connection: 'wants-door-key' } })),
    page('stale', open('today', { top: { lastHeard: millis(noon - 9 * 86_400_000) } })),
    page('quiet-for-long', open('today', { top: { lastNews: millis(noon - 8 * 86_400_000) } })),
    page('behind', open('today', { circle: { verdict: { kind: 'behind', handedBack: 4 } } })),
    page('incomplete', open('today', { circle: { verdict: { kind: 'incomplete', lastKeptSeq: 41, missing: 3 } } })),
    page('restored', open('today', { circle: { verdict: { kind: 'restored-loss', lastKeptSeq: 41, leftBehind: 2, removalsUndone: [memberId(9)], roomWords: ['harbor', 'lentil', 'seven', 'window', 'amused', 'tunnel'] } } })),
    page('forked', open('today', { circle: { verdict: { kind: 'forked', seq: 41 } } })),
    page('stopped', open('today', { circle: { verdict: { kind: 'stopped', seq: 41, rule: 'ED-B' } } })),
    page(
      'newer-app',
      open('today', {
        circle: { verdict: { kind: 'stopped', seq: 41, rule: 'H-VERSION' } },
        top: { refused: [{ room: room.roomId, seq: 9, author: memberId(1), type: 'song.sung', rule: 'unknown-type', textKey: 'shared.newerMail' }] },
      }),
    ),
    page('rooms-in-trouble', open('today', { top: { furtherRooms: [room, unnamed], troubles: inTrouble } })),
    page('other-key', open('today', { circle: { verdict: { kind: 'other-receipt-key' } } })),
    page('removed', open('today', { circle: { verdict: { kind: 'removed' } } })),
    page('nowhere-now', open('today', { circle: { people: [], name: '' } })),
    page('closed', open('people', { circle: { closed: true } })),
    page('update', () => {
      const model = openAt('today', snapshotOf())
      model.update.value = () => undefined
      return model
    }),
    page('problem', () => {
      const model = openAt('today', snapshotOf())
      model.report({ kind: 'too-large', bytes: 90_000, limit: 65_536 })
      return model
    }),
  ]
}

const knocks = [
  { id: 'k1', name: 'Hana', words: ['harbor', 'lentil', 'seven', 'window'] },
  { id: 'k2', name: 'Tevita', words: ['copper', 'meadow', 'ladder', 'swift'] },
]

const invitation = { ik: 'a'.repeat(64), note: 'Hana', usesLeft: 1, expiryDay: dayOf(millis(noon + 7 * 86_400_000)), mine: true, link: `https://notes.example/join#${'A'.repeat(180)}` }

const closing = { link: aLink, by: memberId(3), act: 'close', member: null, successor: null, reason: null, confirmedBy: [memberId(3)], mayConfirm: false, mayWithdraw: false } as const

const room = {
  roomId: 'd'.repeat(64) as Snapshot['circle']['roomId'],
  purpose: 'The kitchen keys',
  people: [
    { id: memberId(1), name: 'Ngozi', proven: 'proven' },
    { id: memberId(8), name: 'Pilar', proven: 'guest' },
  ],
  owned: false,
  mine: true,
} as const

const unnamed = { ...room, roomId: 'e'.repeat(64) as Snapshot['circle']['roomId'], purpose: '' }

const inTrouble: Snapshot['troubles'] = [
  {
    roomId: 'c'.repeat(64) as Snapshot['circle']['roomId'],
    isOwn: true,
    verdict: { kind: 'restored-loss', lastKeptSeq: 12, leftBehind: 1, removalsUndone: [], roomWords: ['amber', 'field', 'seven', 'window', 'amused', 'tunnel'] },
  },
  { roomId: room.roomId, isOwn: false, verdict: { kind: 'forked', seq: 9 } },
  { roomId: unnamed.roomId, isOwn: false, verdict: { kind: 'stopped', seq: 5, rule: 'R-AUTHOR' } },
]

const outbox: Snapshot['outbox'] = [
  { actId: '1', titleKey: 'appreciation.outbox', state: 'waits-for-connection', joined: [], text: 'You stayed to wash the big pots.' },
  { actId: '2', titleKey: 'appreciation.outbox', state: 'asks-readers', joined: ['Hana', 'Tevita'], text: 'Thank you all.' },
  { actId: '3', titleKey: 'check-in.outbox', state: 'not-possible-any-more', joined: [], text: '' },
  { actId: '4', titleKey: 'appreciation.outbox', state: 'too-large', joined: [], text: 'A very long one.' },
  { actId: '5', titleKey: 'appreciation.outbox', state: 'sending', joined: [], text: 'On its way.' },
]

function removal(mayConfirm: boolean): Snapshot['circle']['proposals'][number] {
  return {
    link: 'e'.repeat(64) as typeof aLink,
    by: memberId(2),
    act: 'remove',
    member: memberId(4),
    successor: null,
    reason: { kindOfReason: 'lost', decidedBy: 'Everyone at the meeting on Monday', until: 'We talk on 4 May', wayBack: 'A new invitation from any steward' },
    confirmedBy: [memberId(2)],
    mayConfirm,
    mayWithdraw: false,
  }
}
