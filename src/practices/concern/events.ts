/** Everything a concern writes. Who may write what, and when it counts, stands in the rules beside this file. */
import * as v from 'valibot'
import type { Cbor } from '../../crypto/cbor.ts'
import { eventKind } from '../define.ts'
import { cameBackEvents } from './came-back-events.ts'
import { standing, standingExample } from './standing.ts'
import {
  answers,
  calledWord,
  code,
  count,
  day,
  door,
  doorList,
  dutyToTell,
  hears,
  id,
  kind,
  letterWish,
  lock,
  longest,
  member,
  moveTerms,
  part,
  people,
  powerCheck,
  raisedAs,
  room,
  said,
  targetCode,
  terms,
  tie,
  tieList,
  words,
} from './shapes.ts'

const anId = '000102030405060708090a0b0c0d0e0f'
const ana = 'aa'.repeat(32)
const ben = 'bb'.repeat(32)
const aRoom = 'c1'.repeat(32)

const empty: Cbor = {}
const noBody = v.strictObject({})
const anAnswer: Cbor = {
  danger: 'no',
  who: 'hurt',
  about: [ben],
  notSee: [],
  happened: 'He shouts at me when I close the till.',
  ratherTalk: false,
  going: 'yes',
  closest: 'B',
  wants: ['heard', 'space'],
  howWeWork: null,
  keepShut: ['tell-them'],
  reach: 'Signal, after six.',
  theyKnow: null,
}
const aMove: Cbor = {
  card: 'impact',
  words: 'I stopped closing the till.',
  purpose: 'tell',
  readers: [ana, ben],
  recognised: [],
  untilDay: 20_640,
}
const aBeginning: Cbor = { code: 'HH', concern: anId, tag: anId, title: 'The till', raisedAs: 'hurt', about: [ben], ruledOut: [], whose: null, card: null }
const aPage = 'Something happened at the till. Two of us hold it.\n***\nAsk what you can take over.\n***\nAsking who it was.\n***\nI do not know more.'
const readyTerms: Cbor = { weeks: 12, hours: 2, willNotDo: 'Carry messages.', dutyToTell: { answer: 'no', what: '' } }

/** In my own room, and what reached me by mail. */
const ownEvents = {
  'concern.noted': eventKind({
    at: ['personal'],
    // `firstDay`: an earlier version of the note is taken out, and its day with it.
    body: v.strictObject({ id, firstDay: day, answers }),
    examples: [{ id: anId, firstDay: 20_557, answers: anAnswer }],
    malformed: [null, { id: 'x', firstDay: 20_557, answers: anAnswer }, { id: anId, firstDay: 20_557, answers: {} }],
  }),
  'concern.sent': eventKind({
    at: ['personal'],
    body: v.strictObject({ ref: id, note: v.nullable(id), asked: people(12), title: said(longest.title) }),
    examples: [{ ref: anId, note: anId, asked: [ana], title: 'The till' }],
    malformed: [null, { ref: anId, note: anId, asked: ['Ana'], title: 'The till' }],
  }),
  'concern.own-check': eventKind({
    at: ['personal'],
    body: v.strictObject({
      ref: id,
      stirred: v.nullable(v.picklist(['calm', 'ok', 'stirred', 'shaken', 'flooded'])),
      reminds: words(longest.line),
      leans: v.nullable(v.picklist(['not-at-all', 'a-little', 'quite', 'strongly'])),
      ownPart: words(longest.line),
      supportedBy: words(longest.line),
    }),
    examples: [{ ref: anId, stirred: 'ok', reminds: '', leans: 'a-little', ownPart: '', supportedBy: 'My sister' }],
    malformed: [null, { ref: anId }],
  }),
  'concern.answered': eventKind({
    at: ['personal'],
    // With the terms and the room it leads into, so that *ready* is written by itself once I am there.
    body: v.strictObject({ ref: id, from: member, room: v.nullable(room), answer: v.picklist(['ready', 'not-available']), ties: tieList, terms: v.nullable(terms), untilDay: v.nullable(day) }),
    examples: [
      { ref: anId, from: ana, room: null, answer: 'not-available', ties: ['partner'], terms: null, untilDay: null },
      { ref: anId, from: ana, room: aRoom, answer: 'ready', ties: [], terms: readyTerms, untilDay: 20_640 },
    ],
    malformed: [null, { ref: anId, from: ana, room: null, answer: 'later', ties: [], terms: null, untilDay: null }],
  }),
  'concern.payback': eventKind({
    at: ['personal'],
    body: v.strictObject({ ref: id, week: v.picklist([2, 6, 12]), answer: v.picklist(['no', 'yes', 'not-sure']), words: words(longest.page) }),
    examples: [{ ref: anId, week: 2, answer: 'no', words: '' }],
    malformed: [null, { ref: anId, week: 3, answer: 'no', words: '' }],
  }),
  /** A question of mine about what I want to hear that I put off: asked again from that day on; null once I answered it. */
  'concern.ask-again': eventKind({
    at: ['personal'],
    body: v.strictObject({ ref: id, day: v.nullable(day) }),
    examples: [
      { ref: anId, day: 20_640 },
      { ref: anId, day: null },
    ],
    malformed: [null, { ref: anId }, { ref: anId, day: 'soon' }],
  }),
  'concern.linked': eventKind({
    at: ['personal'],
    body: v.strictObject({ tag: id, ref: v.nullable(id), code }),
    examples: [{ tag: anId, ref: anId, code: 'HS' }],
    malformed: [null, { tag: 'x', ref: anId, code: 'HS' }],
  }),
  'concern.circle-sheet': eventKind({
    at: ['personal'],
    body: v.strictObject({ page: id, think: words(longest.page), afraid: words(longest.page), tell: words(longest.line) }),
    examples: [{ page: anId, think: 'I do not know yet.', afraid: '', tell: 'Mara' }],
    malformed: [null, { page: anId, think: 3, afraid: '', tell: '' }],
  }),
  'concern.asked': eventKind({
    at: ['mail'],
    body: v.strictObject({
      ref: id,
      as: v.picklist(['holder', 'learner', 'adviser', 'supporter', 'named', 'hurt', 'listener', 'joint', 'applies', 'bound']),
      about: people(12),
      title: words(longest.title),
      note: words(longest.line),
      /** To the person named: who holds, so that they can ask them into their own room. */
      holders: people(6),
      /** Under which id they say they were in the circle before. */
      was: v.exactOptional(member),
    }),
    examples: [
      { ref: anId, as: 'holder', about: [ben], title: 'The till', note: '', holders: [] },
      { ref: anId, as: 'holder', about: [ben], title: 'The till', note: '', holders: [], was: ana },
    ],
    malformed: [null, { ref: anId, as: 'judge', about: [], title: '', note: '', holders: [] }],
  }),
  'concern.ask-taken-back': eventKind({ at: ['mail'], body: v.strictObject({ ref: id }), examples: [{ ref: anId }], malformed: [null, { ref: 1 }] }),
  'concern.not-available': eventKind({ at: ['mail'], body: v.strictObject({ ref: id }), examples: [{ ref: anId }], malformed: [null, { ref: 1 }] }),
  'concern.words-asked': eventKind({
    at: ['mail'],
    body: v.strictObject({ id, author: v.nullable(member), target: room, targetCode, ...moveTerms }),
    examples: [{ id: anId, author: ana, target: aRoom, targetCode: 'JO', ...aMove }],
    malformed: [null, { id: anId, author: ana, target: aRoom, targetCode: 'XX', ...aMove }],
    isOfAnother: () => true,
  }),
  'concern.words-answered': eventKind({
    at: ['mail'],
    body: v.strictObject({ id, answer: v.picklist(['yes', 'not-available', 'taken-back']) }),
    examples: [{ id: anId, answer: 'yes' }],
    malformed: [null, { id: anId, answer: 'maybe' }],
  }),
  /** My own copy of what I answered. */
  'concern.words-said': eventKind({
    at: ['personal'],
    body: v.strictObject({ id, to: member, answer: v.picklist(['yes', 'not-available', 'taken-back']) }),
    examples: [{ id: anId, to: ana, answer: 'yes' }],
    malformed: [null, { id: anId, to: ana, answer: 'maybe' }],
  }),
  'concern.circle-part': eventKind({
    at: ['mail'],
    body: v.strictObject({ page: id, can: v.picklist(['support-one', 'support-other', 'mind-circle', 'rest']) }),
    examples: [{ page: anId, can: 'mind-circle' }],
    malformed: [null, { page: anId, can: 'judge' }],
  }),
}

/** What a room is, and who has which part in it. */
const roomEvents = {
  'concern.began': eventKind({
    at: ['further'],
    body: v.strictObject({
      code,
      concern: v.nullable(id),
      /** A random number of this room alone: its founder's own room says which concern it goes with. */
      tag: id,
      title: words(longest.title),
      raisedAs: v.nullable(raisedAs),
      about: people(12),
      ruledOut: people(24),
      /** HO: whose concern it is. */
      whose: v.nullable(member),
      card: v.nullable(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/))),
    }),
    examples: [
      aBeginning,
      { code: 'SM', concern: null, tag: anId, title: '', raisedAs: null, about: [], ruledOut: [], whose: null, card: 'hearing' },
    ],
    malformed: [null, { ...(aBeginning as Readonly<Record<string, Cbor>>), code: 'CC' }, { ...(aBeginning as Readonly<Record<string, Cbor>>), concern: 'x' }],
  }),
  'concern.standing': eventKind({
    at: ['further'],
    body: standing,
    examples: [standingExample],
    malformed: [null, {}, { ...(standingExample as Readonly<Record<string, Cbor>>), kind: 'D' }],
  }),
  'concern.raised': eventKind({
    at: ['further'],
    body: v.strictObject({ answers }),
    examples: [{ answers: anAnswer }],
    malformed: [null, { answers: { ...anAnswer, happened: 'x'.repeat(longest.story + 1) } }],
  }),
  'concern.part-given': eventKind({
    at: ['further'],
    // `ask`: the letter that went with it, so that an answer by mail is found.
    body: v.strictObject({ person: member, part, guest: v.boolean(), ask: v.nullable(id) }),
    examples: [{ person: ben, part: 'holder', guest: false, ask: anId }],
    malformed: [null, { person: ben, part: 'judge', guest: false, ask: null }, { person: 'Ben', part: 'holder', guest: false, ask: null }],
  }),
  'concern.part-taken': eventKind({
    at: ['further'],
    body: v.strictObject({ person: member, reason: words(longest.reason) }),
    examples: [{ person: ben, reason: '' }],
    malformed: [null, { person: ben }],
  }),
  'concern.ruled-out': eventKind({
    at: ['further'],
    body: v.strictObject({ person: member }),
    examples: [{ person: ben }],
    malformed: [null, { person: 'Ben' }],
  }),
  'concern.ready': eventKind({
    at: ['further'],
    body: v.strictObject({ part, ties: tieList, terms: v.nullable(terms), untilDay: v.nullable(day) }),
    examples: [
      { part: 'holder', ties: [], terms: readyTerms, untilDay: 20_640 },
      { part: 'supporter', ties: ['friend'], terms: null, untilDay: null },
    ],
    malformed: [null, { part: 'holder', ties: ['rival'], terms: null, untilDay: null }],
  }),
  'concern.tie-told': eventKind({ at: ['further'], body: v.strictObject({ tie }), examples: [{ tie: 'partner' }], malformed: [null, { tie: 'rival' }] }),
  'concern.stepped-back': eventKind({
    at: ['further'],
    body: v.strictObject({ handOver: words(longest.page) }),
    examples: [{ handOver: '' }, { handOver: 'The next look is on Monday.' }],
    malformed: [null, {}],
  }),
  'concern.duty-told': eventKind({
    at: ['further'],
    body: v.strictObject({ dutyToTell }),
    examples: [{ dutyToTell: { answer: 'yes', what: 'My employer, if a child is in danger.' } }],
    malformed: [null, { dutyToTell: null }],
  }),
  /** HH: her yes to somebody who learns in the holders' room, or to somebody going out of it, carried there. */
  'concern.person-agreed': eventKind({
    at: ['further'],
    body: v.strictObject({ person: member, what: v.picklist(['learner', 'holder', 'out']) }),
    examples: [{ person: ben, what: 'learner' }],
    malformed: [null, { person: ben, what: 'judge' }],
  }),
  'concern.received': eventKind({ at: ['further'], body: noBody, examples: [empty], malformed: [null, { words: 'yes' }] }),
  'concern.planned': eventKind({
    at: ['further'],
    body: v.strictObject({ words: said(longest.page), nextDay: day }),
    examples: [{ words: 'We meet on Monday.', nextDay: 20_600 }],
    malformed: [null, { words: ' ', nextDay: 20_600 }],
  }),
  'concern.stopped': eventKind({ at: ['further'], body: v.strictObject({ on: v.boolean() }), examples: [{ on: true }], malformed: [null, {}] }),
  'concern.minor': eventKind({ at: ['further'], body: v.strictObject({ on: v.boolean() }), examples: [{ on: true }], malformed: [null, {}] }),
  'concern.closed': eventKind({
    at: ['further'],
    body: v.strictObject({ how: v.picklist(['done', 'rest', 'reopened']) }),
    examples: [{ how: 'done' }],
    malformed: [null, { how: 'won' }],
  }),
}

/** The kind, doors, locks and wishes. */
const processEvents = {
  'concern.kind-safer': eventKind({
    at: ['further'],
    body: v.strictObject({ from: kind, to: kind, power: powerCheck }),
    examples: [{ from: 'C', to: 'B', power: [] }],
    malformed: [null, { from: 'C', to: 'D', power: [] }],
  }),
  'concern.kind-asked': eventKind({
    at: ['further'],
    body: v.strictObject({ id, from: kind, to: kind, power: powerCheck }),
    examples: [{ id: anId, from: 'unsure', to: 'B', power: ['founder'] }],
    malformed: [null, { id: anId, from: 'unsure', to: 'B', power: ['rank'] }],
  }),
  'concern.kind-agreed': eventKind({
    at: ['further'],
    body: v.strictObject({ id, from: kind, power: powerCheck }),
    examples: [{ id: anId, from: 'unsure', power: ['none'] }],
    malformed: [null, { id: anId, from: 'unsure' }],
  }),
  'concern.not-afraid': eventKind({ at: ['further'], body: v.strictObject({ on: v.boolean() }), examples: [{ on: true }], malformed: [null, {}] }),
  /** HO: the sheet of P16. Only the newest is kept. */
  'concern.sorted': eventKind({
    at: ['further'],
    body: v.strictObject({
      signs: v.pipe(v.array(v.picklist(['A', 'B', 'C', 'mixed'])), v.minLength(1), v.maxLength(4)),
      power: v.pipe(powerCheck, v.minLength(1)),
      often: v.picklist(['once', 'more-than-once', 'long', 'not-known']),
      afraid: v.picklist(['yes', 'no', 'not-known']),
      calls: words(longest.line),
      alsoAsk: v.pipe(v.array(v.picklist(['survivor-service', 'legal', 'elder', 'mediator', 'audit'])), v.maxLength(5)),
      kind,
      why: words(longest.page),
      lookDay: day,
    }),
    examples: [
      { signs: ['B'], power: ['founder'], often: 'long', afraid: 'not-known', calls: '', alsoAsk: [], kind: 'B', why: 'Again and again.', lookDay: 20_600 },
    ],
    malformed: [null, { signs: [] }],
  }),
  'concern.look-set': eventKind({ at: ['further'], body: v.strictObject({ lookDay: day }), examples: [{ lookDay: 20_600 }], malformed: [null, { lookDay: null }] }),
  'concern.asks': eventKind({ at: ['further'], body: v.strictObject({ door, on: v.boolean() }), examples: [{ door: 'map', on: true }], malformed: [null, { door: 'gate', on: true }] }),
  'concern.help-named': eventKind({ at: ['further'], body: v.strictObject({ who: words(longest.line) }), examples: [{ who: 'The advice centre' }], malformed: [null, {}] }),
  'concern.lock': eventKind({
    at: ['further'],
    body: v.strictObject({ lock, open: v.boolean(), scope: words(longest.line) }),
    examples: [{ lock: 'tell-them', open: true, scope: 'The till, by voice.' }],
    malformed: [null, { lock: 'door', open: true, scope: '' }],
  }),
  /** HO: a yes to doors of another room, to be carried there. */
  'concern.doors-agreed': eventKind({
    at: ['further'],
    body: v.strictObject({ room, doors: doorList }),
    examples: [{ room: aRoom, doors: ['telling'] }],
    malformed: [null, { room: aRoom, doors: [] }],
  }),
  'concern.doors-opened': eventKind({ at: ['further'], body: v.strictObject({ doors: doorList }), examples: [{ doors: ['telling'] }], malformed: [null, { doors: ['gate'] }] }),
  'concern.doors-shut': eventKind({ at: ['further'], body: v.strictObject({ doors: doorList }), examples: [{ doors: ['telling'] }], malformed: [null, { doors: ['gate'] }] }),
  'concern.wished': eventKind({
    at: ['further'],
    body: v.strictObject({ hears, letter: letterWish }),
    examples: [{ hears: 'safety', letter: 'no' }],
    malformed: [null, { hears: 'some', letter: 'no' }],
  }),
  'concern.good-ending': eventKind({
    at: ['further'],
    body: v.strictObject({ words: words(longest.page) }),
    examples: [{ words: 'That I can close the till again.' }],
    malformed: [null, {}],
  }),
  /** The word that is used for its writer in this room. */
  'concern.called': eventKind({
    at: ['further'],
    body: v.strictObject({ word: calledWord }),
    examples: [{ word: 'the survivor' }, { word: '' }],
    malformed: [null, { word: 3 }, { word: 'x'.repeat(longest.called + 1) }, { word: 'a word\nand a story' }, { word: 'me', person: ana }],
  }),
  'concern.support': eventKind({
    at: ['further'],
    body: v.strictObject({ line: v.nullable(v.strictObject({ open: count, withNobody: count, nextLook: v.nullable(day) })) }),
    examples: [{ line: { open: 4, withNobody: 1, nextLook: 20_600 } }, { line: null }],
    malformed: [null, { line: { open: 4 } }, { line: { open: 4, withNobody: 1, nextLook: null, which: 'rides' } }],
  }),
}


/** Words that are moved, and what stands before the circle. */
const wordEvents = {
  'concern.move-asked': eventKind({
    at: ['further'],
    body: v.strictObject({ id, author: member, target: room, targetCode, mayPassOn: v.boolean(), nameMayStand: v.boolean(), ...moveTerms }),
    examples: [{ id: anId, author: ana, target: aRoom, targetCode: 'NH', mayPassOn: false, nameMayStand: true, ...aMove }],
    malformed: [null, { id: anId, author: ana, target: 'commons', targetCode: 'CC', mayPassOn: false, nameMayStand: true, ...aMove }],
    isOfAnother: (asked, by) => asked.author !== by,
  }),
  'concern.move-yes': eventKind({
    at: ['further'],
    body: v.strictObject({ id, adds: people(12) }),
    examples: [{ id: anId, adds: [] }],
    malformed: [null, { id: anId }],
    // The words it is over stand whole in the signed yes; whoever wrote them has them where they wrote them.
    isOfAnother: () => true,
  }),
  'concern.move-no': eventKind({ at: ['further'], body: v.strictObject({ id }), examples: [{ id: anId }], malformed: [null, { id: 1 }] }),
  'concern.move-withdrawn': eventKind({ at: ['further'], body: v.strictObject({ id }), examples: [{ id: anId }], malformed: [null, { id: 1 }] }),
  'concern.moved': eventKind({
    at: ['further'],
    body: v.strictObject({ id, author: v.nullable(member), day, ...moveTerms }),
    examples: [
      { id: anId, author: ana, day: 20_570, ...aMove },
      { id: anId, author: null, day: 20_570, ...aMove },
    ],
    malformed: [null, { id: anId, author: ana, day: 20_570 }],
    isOfAnother: (moved, by) => moved.author !== by,
  }),
  'concern.taken-back': eventKind({
    at: ['further', 'commons'],
    body: v.strictObject({ id }),
    examples: [{ id: anId }],
    malformed: [null, { id: 1 }],
  }),
  'concern.ended': eventKind({ at: ['further', 'commons'], body: v.strictObject({ id }), examples: [{ id: anId }], malformed: [null, { id: 1 }] }),
  'concern.public-line': eventKind({
    at: ['commons'],
    body: v.strictObject({ id, holders: v.pipe(v.array(member), v.length(2)) }),
    examples: [{ id: anId, holders: [ana, ben] }],
    malformed: [null, { id: anId, holders: [ana] }, { id: anId, holders: [ana, ben], words: 'It was him.' }],
  }),
  'concern.circle-page': eventKind({
    at: ['commons'],
    body: v.strictObject({
      id,
      holders: v.pipe(v.array(member), v.length(2)),
      author: v.nullable(member),
      recognised: people(60),
      /** Its parts as `partsOfPage` reads them: one text, so that one yes is over all of it. */
      words: said(longest.page),
      /** Curious questions about the person named: left out in kind A and where a pattern with power behind it is known. */
      curious: v.boolean(),
      lookDay: day,
    }),
    examples: [{ id: anId, holders: [ana, ben], author: ana, recognised: [], words: aPage, curious: false, lookDay: 20_600 }],
    malformed: [null, { id: anId, holders: [ana, ben], words: '' }],
  }),
  'concern.closing': eventKind({
    at: ['commons'],
    body: v.strictObject({
      id,
      holders: v.pipe(v.array(member), v.length(2)),
      /** Null: the one sentence that needs nobody's yes. */
      words: v.nullable(said(longest.page)),
      authors: people(12),
      recognised: people(60),
    }),
    examples: [
      { id: anId, holders: [ana, ben], words: null, authors: [], recognised: [] },
      { id: anId, holders: [ana, ben], words: 'This is over. What was agreed stands.', authors: [ana], recognised: [] },
    ],
    malformed: [null, { id: anId, holders: [ana, ben], words: ' ', authors: [], recognised: [] }],
  }),
}

export const events = { ...ownEvents, ...roomEvents, ...processEvents, ...wordEvents, ...cameBackEvents }
export type Events = typeof events
