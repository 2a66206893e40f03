import * as v from 'valibot'
import { idShape, memberShape, roomShape } from '../body-shapes.ts'
import { eventKind } from '../define.ts'

/** Longest texts, in bytes of UTF-8: the parts together fit the words of one yes. */
export const longest = { part: 2500, values: 800, letter: 16_000, remark: 2000 } as const

/** What a letter says, in the order it is read. `worse`, `missed` and `next` are those of the form both sides write. */
export const letterParts = ['act', 'choice', 'impact', 'repair', 'change', 'how'] as const
export const twoWayParts = ['worse', 'missed', 'next'] as const
export type LetterPart = (typeof letterParts)[number] | (typeof twoWayParts)[number]
export const notAsked = ['reply', 'forgiveness', 'meeting', 'silence'] as const
export const hopes = ['yes', 'no', 'not-sure'] as const
export const forms = ['letter', 'two-way'] as const
export const ways = ['alone', 'someone', 'aloud', 'part'] as const
export const courtAnswers = ['no', 'yes', 'not-sure'] as const

const words = (bytes: number) => v.pipe(v.string(), v.maxBytes(bytes))
const said = (bytes: number) =>
  v.pipe(
    words(bytes),
    v.check((text) => text.trim() !== ''),
  )
const empty = v.strictObject({})

export const formShape = v.picklist(forms)
export const letterShape = said(longest.letter)
export const remarkShape = said(longest.remark)
export const wantedShape = v.strictObject({ way: v.picklist(ways), holder: memberShape, beside: v.pipe(v.array(memberShape), v.maxLength(6)) })
export const courtShape = v.picklist(courtAnswers)
const dayShape = v.pipe(v.number(), v.integer(), v.minValue(0))
/** After how many days somebody may ask to see it again. Source: practices/P26, and a shorter and a longer one. */
export const putOffDays = [7, 30, 90] as const
const part = words(longest.part)
export const draftShape = v.strictObject({
  form: formShape,
  values: words(longest.values),
  hope: v.nullable(v.picklist(hopes)),
  act: part,
  choice: part,
  impact: part,
  repair: part,
  change: part,
  how: part,
  worse: part,
  missed: part,
  next: part,
  notAsking: v.pipe(v.array(v.picklist(notAsked)), v.maxLength(notAsked.length)),
})

const id = '000102030405060708090a0b0c0d0e0f'
const draft = {
  form: 'letter',
  values: 'I listen before I decide.',
  hope: 'no',
  act: 'I cut you off four times.',
  choice: 'It was my choice.',
  impact: 'You stopped speaking on Tuesdays.',
  repair: 'I will hand the list over by Friday.',
  change: 'Kofi stops me when I cut in.',
  how: '',
  worse: '',
  missed: '',
  next: '',
  notAsking: ['reply', 'forgiveness', 'meeting', 'silence'],
}
const letter = { id, form: 'letter', words: 'I cut you off four times.' }
const somebody = 'ab'.repeat(32)

export const events = {
  'letter.drafted': eventKind({
    at: ['personal'],
    body: v.strictObject({ id: idShape, draft: draftShape }),
    examples: [{ id, draft }],
    malformed: [null, { id }, { id, draft: { ...draft, lookedOver: true } }, { id, draft: { ...draft, act: 'x'.repeat(longest.part + 1) } }],
  }),
  // Whom it is for, told that there is one: no, or asked again on a day of theirs. Nobody else reads it.
  'letter.put-off': eventKind({
    at: ['personal'],
    body: v.strictObject({ room: roomShape, day: v.nullable(dayShape) }),
    examples: [
      { room: somebody, day: 20_600 },
      { room: somebody, day: null },
    ],
    malformed: [null, { room: somebody }, { room: somebody, day: -1 }, { room: somebody, day: 20_600, why: 'Not now.' }],
  }),
  // In the writer's own side, for whoever is beside them.
  'letter.shown': eventKind({
    at: ['further'],
    body: v.strictObject({ id: idShape, form: formShape, words: letterShape }),
    examples: [letter],
    malformed: [null, { ...letter, words: ' ' }, { ...letter, form: 'public' }],
  }),
  'letter.remarked': eventKind({
    at: ['further'],
    body: v.strictObject({ text: remarkShape }),
    examples: [{ text: 'Say the date.' }],
    malformed: [null, { text: '' }],
  }),
  // In the room of the writer and the holders.
  'letter.ready': eventKind({
    at: ['further'],
    body: v.strictObject({ id: idShape, form: formShape, words: letterShape }),
    examples: [letter],
    malformed: [null, { ...letter, id: 'first' }, { ...letter, lookedOver: true }],
  }),
  'letter.read': eventKind({ at: ['further'], body: v.strictObject({ id: idShape }), examples: [{ id }], malformed: [null, { id, good: true }] }),
  'letter.asked-true': eventKind({ at: ['further'], body: v.strictObject({ id: idShape }), examples: [{ id }], malformed: [null, {}] }),
  'letter.still-true': eventKind({
    at: ['further'],
    body: v.strictObject({ id: idShape, still: v.boolean() }),
    examples: [{ id, still: true }],
    malformed: [null, { id }],
  }),
  'letter.taken-back': eventKind({
    at: ['further'],
    body: v.strictObject({ id: idShape }),
    examples: [{ id }],
    malformed: [null, { id, why: 'I am afraid.' }],
  }),
  'letter.known': eventKind({ at: ['further'], body: v.strictObject({ id: idShape }), examples: [{ id }], malformed: [null, { id, accepted: true }] }),
  // In the room of whom it is for and the holders.
  'letter.there': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { words: 'I cut you off.' }] }),
  'letter.wanted': eventKind({
    at: ['further'],
    body: wantedShape,
    examples: [{ way: 'someone', holder: somebody, beside: [somebody] }],
    malformed: [null, { way: 'by-post', holder: somebody, beside: [] }],
  }),
  'letter.not-wanted': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { why: 'Not now.' }] }),
  'letter.court': eventKind({
    at: ['further'],
    body: v.strictObject({ forbidden: courtShape }),
    examples: [{ forbidden: 'no' }, { forbidden: 'not-sure' }],
    malformed: [null, { forbidden: 'maybe' }],
  }),
  // In a small room of hers.
  'letter.given': eventKind({
    at: ['further'],
    body: v.strictObject({ id: idShape, form: formShape, way: v.picklist(ways), words: letterShape }),
    examples: [{ ...letter, way: 'alone' }],
    malformed: [null, letter, { ...letter, way: 'public' }],
    // A holder brings it.
    isOfAnother: () => true,
  }),
  'letter.let-know': eventKind({ at: ['further'], body: v.strictObject({ id: idShape }), examples: [{ id }], malformed: [null, { id, accepted: true }] }),
}
