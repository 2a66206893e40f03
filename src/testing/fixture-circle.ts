/**
 * A circle as the app sees it, made up: for tests of what a page shows and for pictures. The journeys use the real engine.
 */
import { dayOf, millis, type Clock, type Day } from '../base/clock.ts'
import { ok } from '../base/result.ts'
import type { Engine, Keep, Person, Session, Settings, Snapshot } from '../client/api.ts'
import type { Link, MemberId, RoomId } from '../log/types.ts'

export const noon = millis(Date.UTC(2026, 3, 14, 12))
export const today: Day = dayOf(noon)
export const fixtureClock: Clock = { now: () => noon }

export function memberId(number: number): MemberId {
  return String(number).padStart(64, '0') as MemberId
}

export const circleId = 'c'.repeat(64) as RoomId

export const settings: Settings = {
  language: 'en',
  theme: 'system',
  leaveTo: 'weather',
  lockWhenLeft: false,
  lockAfterMinutes: 15,
  checkInLog: true,
  thanksHints: true,
}

export function person(number: number, name: string, more: Partial<Person> = {}): Person {
  return { id: memberId(number), name, keyWords: null, role: 'member', present: true, languages: '', brings: '', newestEntryDay: today, ...more }
}

export const tidewater: readonly Person[] = [
  person(1, 'Ngozi', { role: 'steward', languages: 'Igbo, English', brings: 'Cooks, holds, leads meetings.' }),
  person(2, 'Linh', { languages: 'Vietnamese, English' }),
  person(3, 'Kofi', { brings: 'Drives the van.' }),
  person(4, 'Soledad', { newestEntryDay: null }),
]

export function snapshotOf(change: { readonly top?: Partial<Snapshot>; readonly circle?: Partial<Snapshot['circle']>; readonly settings?: Partial<Settings>; readonly keep?: Keep } = {}): Snapshot {
  return {
    connection: 'live',
    me: { id: memberId(1), name: 'Ngozi', keep: change.keep ?? 'this-device', covered: false },
    outbox: [],
    words: 'not-made',
    furtherRooms: [],
    rooms: new Map(),
    troubles: [],
    roomInvitations: [],
    guests: { knocks: [], links: [] },
    lastHeard: noon,
    lastNews: noon,
    today,
    roomWords: ['harbor', 'lentil', 'seven', 'window', 'amused', 'tunnel'],
    practices: {},
    muted: [],
    refused: [],
    ...change.top,
    settings: { ...settings, ...change.settings },
    circle: {
      roomId: circleId,
      name: 'Tidewater Kitchen',
      host: 'https://notes.example',
      people: tidewater,
      myRole: 'steward',
      invitations: [],
      knocks: [],
      proposals: [],
      verdict: { kind: 'fine' },
      founded: (today - 1) as Day,
      closed: false,
      ...change.circle,
    },
  }
}

/** A session that shows one snapshot; what a press asks for lands in `asked`, by name. */
export function fixtureSession(snapshot: Snapshot, asked: string[] = [], check: readonly [number, number] | null = null): Session {
  const said = (name: string): void => void asked.push(name)
  const yes = async (name: string): Promise<{ readonly ok: true; readonly value: null }> => {
    said(name)
    return ok(null)
  }
  const drafts = new Map<string, string>()
  const words = ['harbor', 'lentil', 'seven', 'window', 'amused', 'tunnel', 'orchard']
  return {
    snapshot: () => snapshot,
    subscribe: () => () => undefined,
    act: async (practice) => {
      said(`act ${practice}`)
      return ok({ actId: 'act' })
    },
    retryOutbox: (actId) => said(`retryOutbox ${actId}`),
    takeBack: async (actId) => said(`takeBack ${actId}`),
    confirmReaders: (actId) => said(`confirmReaders ${actId}`),
    draft: (key) => drafts.get(key) ?? '',
    saveDraft: (key, text) => void drafts.set(key, text),
    yesNow: () => 'counts',
    invite: async () => ok({ link: 'https://notes.example/join#secret' }),
    revokeInvitation: () => yes('revokeInvitation'),
    admit: () => yes('admit'),
    refuseKnock: () => yes('refuseKnock'),
    makeSteward: () => yes('makeSteward'),
    stepDown: () => yes('stepDown'),
    propose: (order) => yes(`propose ${order.act}`),
    confirm: () => yes('confirm'),
    withdraw: () => yes('withdraw'),
    leave: () => yes('leave'),
    setMyName: () => yes('setMyName'),
    setAbout: () => yes('setAbout'),
    showWords: async () => ok(words),
    wordsToCheck: () => check,
    checkWords: async (first) => first === words[1],
    makeRecoveryCode: async () => ok('0123 4567 89AB CDEF GHJK MNPQ RSX'),
    newWords: async () => ok({ words, ask: [2, 5] as const }),
    rekey: async () => {
      said('rekey')
      return ok(words)
    },
    renewHost: () => yes('renewHost'),
    openRoom: async () => ok(circleId),
    acceptRoom: async () => ok(circleId),
    inviteToRoom: () => yes('inviteToRoom'),
    declineRoom: async () => said('declineRoom'),
    setNumber: async () => said('setNumber'),
    setSettings: async (change) => said(`setSettings ${JSON.stringify(change)}`),
    mute: async () => said('mute'),
    exportMine: async () => ok(new Uint8Array(8)),
    acceptLoss: () => yes('acceptLoss'),
    lock: () => said('lock'),
    wipe: async (order) => said(`wipe ${JSON.stringify(order)}`),
  }
}

/** An engine that remembers nothing, or opens the given session. */
export function fixtureEngine(session: Session | null): Engine {
  const gone = { ok: false, error: { kind: 'offline' } } as const
  return {
    start: async () => (session === null ? { kind: 'nothing' } : { kind: 'open', session }),
    startCircle: async () => (session === null ? gone : ok(session)),
    readInvitation: async () => ok({ roomId: circleId, host: 'https://notes.example', usesLeft: 1, expiryDay: (today + 7) as Day, guest: false }),
    knock: async () => ok({ words: ['harbor', 'lentil', 'seven', 'window'], result: new Promise(() => undefined), stop: () => undefined }),
    openWithWords: async () => gone,
    openWithCode: async () => gone,
    openWithFile: async () => gone,
    uncover: async () => ({ ok: false, error: { kind: 'wrong-number', triesLeft: 3 } }),
  }
}

export const aLink = 'f'.repeat(64) as Link
