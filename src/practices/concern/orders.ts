/** What buttons may ask for. What each of them writes stands in the files beside this one. */
import * as v from 'valibot'
import {
  answers,
  calledWord,
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
  room,
  said,
  targetCode,
  terms,
  tie,
  tieList,
  words,
} from './shapes.ts'

const order = <const Kind extends string, const Entries extends v.ObjectEntries>(name: Kind, entries: Entries) =>
  v.strictObject({ kind: v.literal(name), ...entries })

/** Longer words than an entry holds are refused with a sentence of their own, not as malformed. */
const looseAnswers = v.strictObject({ ...answers.entries, happened: v.string() })
const chosen = v.pipe(people(6), v.minLength(1))
const invitedTo = v.pipe(v.array(v.strictObject({ member, part })), v.maxLength(40))
const readyBody = { ties: tieList, terms: v.nullable(terms), untilDay: v.nullable(day) }

/** My own room. */
const own = [
  order('keep-note', { note: v.nullable(id), answers: looseAnswers }),
  order('drop-note', { note: id }),
  order('check-myself', {
    ref: id,
    stirred: v.nullable(v.picklist(['calm', 'ok', 'stirred', 'shaken', 'flooded'])),
    reminds: words(longest.line),
    leans: v.nullable(v.picklist(['not-at-all', 'a-little', 'quite', 'strongly'])),
    ownPart: words(longest.line),
    supportedBy: words(longest.line),
  }),
  order('answer-payback', { ref: id, week: v.picklist([2, 6, 12]), answer: v.picklist(['no', 'yes', 'not-sure']), words: words(longest.page) }),
  order('write-circle-sheet', { page: id, think: words(longest.page), afraid: words(longest.page), tell: words(longest.line) }),
  /** A side room of mine goes with this concern; null: with none. */
  order('link-room', { room, ref: v.nullable(id) }),
] as const

/** Raising, asking people in, answering. */
const asking = [
  /** Opens the room of the raiser and the holders; `self` opens the room of somebody who may have done harm. */
  order('raise', { note: v.nullable(id), title: said(longest.title), answers: looseAnswers, holders: chosen, askNote: words(longest.line), was: v.optional(member) }),
  order('add-words', { room, answers: looseAnswers }),
  order('take-back', { room }),
  /** Ties first. A closing tie, or *not available*: the invitation is dropped unread. */
  order('answer-ask', { ref: id, from: member, answer: v.picklist(['ready', 'not-available']), ...readyBody }),
  order('say-ready', { room, ...readyBody }),
  /** HS, NS, SM and RU: their makers open them on any day. `ref`: which concern it goes with, told to my own room alone. */
  order('open-room', {
    code: v.picklist(['HS', 'NS', 'SM', 'RU']),
    title: words(longest.title),
    card: v.nullable(v.string()),
    ref: v.nullable(id),
    invited: invitedTo,
    askNote: words(longest.line),
  }),
  /** HO. `ref` null: nobody raised it, such as when it is already public. Terms that were told in her room are taken from there. */
  order('open-holders-room', { ref: v.nullable(id), title: said(longest.title), others: people(5), askNote: words(longest.line), ...readyBody }),
  order('open-joint-room', { ref: id, title: said(longest.title), others: people(5), askNote: words(longest.line) }),
  /** A holder's letter to the person named, after the telling: *You and the holders*. */
  order('offer-their-room', { room, person: member, askNote: words(longest.line) }),
  /** The person named opens it from that letter, with the holders they choose from it. */
  order('open-their-room', { letter: id, from: member, title: said(longest.title), holders: chosen }),
  order('invite', { room, person: member, part, guest: v.boolean(), mayReadNow: v.boolean(), askNote: words(longest.line) }),
  /** The second holder's word, or the yes of a party in the joint room, to somebody who was asked. */
  order('agree-part', { room, person: member }),
  /** Her yes to somebody learning in the holders' room, to a new holder where one alone is left there, or to one being put out of it. */
  order('agree-person', { room, person: member, what: v.picklist(['learner', 'holder', 'out']) }),
  order('take-part', { room, person: member, reason: words(longest.reason) }),
  order('rule-out', { room, person: member }),
  order('tell-tie', { room, tie }),
  order('tell-duty', { room, dutyToTell }),
  order('step-back', { room, handOver: words(longest.page) }),
  order('leave', { room }),
  /** A room of mine: I was in the circle before under this id, and lost everything. */
  order('came-back', { room, was: member }),
  /** In a room of mine that was told that I came back under another id: I am here, and have my keys. */
  order('not-so', { room }),
  /** `from`: the room of mine that was theirs before. */
  order('know-again', { room, from: room, same: v.boolean() }),
  /** Of what was carried into a room of mine, or my own words in another's. */
  order('take-carried-out', { room, seqs: v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(400)) }),
  order('carry-over', { room, from: room, pieces: v.pipe(v.array(v.strictObject({ author: v.nullable(member), day: v.nullable(day), title: said(longest.title), words: said(longest.story) })), v.maxLength(400)) }),
] as const

/** What goes on in the rooms. */
const process = [
  order('received', { room }),
  order('plan', { room, words: said(longest.page), nextDay: day }),
  order('stop', { room, on: v.boolean() }),
  order('minor', { room, on: v.boolean() }),
  order('close', { room, how: v.picklist(['done', 'rest', 'reopened']) }),
  /** Of a room of mine, before I leave the circle. `words`: leave them, take out all but those agreed with others, or all. */
  order('on-leaving', { room, how: v.picklist(['stop', 'rest', 'close', 'go-on']), words: v.picklist(['leave', 'agreed', 'all']) }),
  order('kind-safer', { room, to: kind, power: powerCheck }),
  order('ask-kind', { room, to: kind, power: powerCheck }),
  order('agree-kind', { room, id, power: powerCheck }),
  order('not-afraid', { room, on: v.boolean() }),
  order('sort', {
    room,
    signs: v.pipe(v.array(v.picklist(['A', 'B', 'C', 'mixed'])), v.minLength(1), v.maxLength(4)),
    power: powerCheck,
    often: v.picklist(['once', 'more-than-once', 'long', 'not-known']),
    afraid: v.picklist(['yes', 'no', 'not-known']),
    calls: words(longest.line),
    alsoAsk: v.pipe(v.array(v.picklist(['survivor-service', 'legal', 'elder', 'mediator', 'audit'])), v.maxLength(5)),
    lean: kind,
    why: words(longest.page),
    lookDay: day,
  }),
  order('look', { room, lookDay: day }),
  order('ask-door', { room, door, on: v.boolean() }),
  order('name-help', { room, who: words(longest.line) }),
  order('lock', { room, lock, open: v.boolean(), scope: words(longest.line) }),
  /** In the holders' room: my yes to doors of another one. */
  order('agree-doors', { room, target: room, doors: doorList }),
  /** With the yes of another holder, which is carried by itself where one stands in the holders' room. */
  order('open-doors', { room, doors: doorList }),
  order('shut-doors', { room, doors: doorList }),
  order('wish', { room, hears, letter: letterWish }),
  order('good-ending', { room, words: words(longest.page) }),
  /** '': the usual word again. */
  order('call-me', { room, word: calledWord }),
  order('support', { room, line: v.nullable(v.strictObject({ open: count, withNobody: count, nextLook: v.nullable(day) })) }),
] as const

/** Words that go from one room to another, and what the circle reads. */
const moving = [
  order('ask-move', {
    room,
    author: member,
    target: v.union([room, v.literal('commons')]),
    targetCode,
    mayPassOn: v.boolean(),
    nameMayStand: v.boolean(),
    ...moveTerms,
  }),
  /** `nameMayStand` left out: as it was asked. `adds`: who else can be recognised, in the giver's eyes; they are asked too. */
  order('answer-move', { room, id, yes: v.boolean(), adds: people(12), nameMayStand: v.optional(v.boolean()) }),
  /** By mail, once the author said yes: somebody who can be recognised and is in no room with the asker. */
  order('ask-recognised', { room, id, person: member }),
  order('answer-words', { id, from: member, yes: v.boolean(), nameMayStand: v.optional(v.boolean()) }),
  order('take-back-yes', { room, id }),
  order('take-back-words', { id, from: member }),
  /** Writes the words into the target with every yes that is there. */
  order('move', { room, id }),
  /** My own words into a room I am in, no one else's yes needed: from my own room, or from a side room of mine to the holders. */
  order('move-own', { target: room, ...moveTerms }),
  order('take-back-moved', { room: v.union([room, v.literal('commons')]), id }),
  order('end-moved', { room: v.union([room, v.literal('commons')]), id }),
  /** P32: the one line before the circle. Both holders say yes in the holders' room first. */
  order('ask-public-line', { room, other: member }),
  order('show-public-line', { room, id }),
  order('show-page', { room, id, curious: v.boolean(), lookDay: day }),
  /** The fallback sentence needs only the two holders, each with their yes. */
  order('ask-plain-closing', { room, other: member }),
  order('show-closing', { room, id }),
  order('take-circle-part', { page: id, to: member, can: v.picklist(['support-one', 'support-other', 'mind-circle', 'rest']) }),
] as const

export const orders = v.variant('kind', [...own, ...asking, ...process, ...moving])
export type Order = v.InferOutput<typeof orders>
export type OrderOf<Name extends Order['kind']> = Extract<Order, { readonly kind: Name }>
