import * as v from 'valibot'
import { idShape, memberShape } from '../body-shapes.ts'
import { eventKind } from '../define.ts'

/** Longest texts, in bytes of UTF-8. What is told is told in parts, each of which fits one entry. */
export const longest = { part: 12_000, kept: 40_000, line: 800 } as const

export const lengths = ['20', '40', '60', 'see'] as const
export const helps = ['breaks', 'silence', 'interpreter', 'walking', 'text-only', 'camera-off'] as const
export const noteWays = ['none', 'teller', 'listener'] as const
export const modes = ['writing', 'silence', 'voice'] as const
export const needsNow = ['heard', 'next'] as const
export const needsAfter = ['rest', 'safety', 'space', 'information', 'company', 'change', 'unknown'] as const
export const saidAs = ['answer', 'note', 'question'] as const

const day = v.pipe(v.number(), v.integer(), v.minValue(0))
const words = (bytes: number) => v.pipe(v.string(), v.maxBytes(bytes))
const said = (bytes: number) =>
  v.pipe(
    words(bytes),
    v.check((text) => text.trim() !== ''),
  )
const several = <const Options extends readonly string[]>(options: Options) => v.pipe(v.array(v.picklist(options)), v.maxLength(options.length))
const empty = v.strictObject({})

export const partShape = said(longest.part)
export const keptShape = said(longest.kept)
export const dayShape = day
export const peopleShape = v.pipe(v.array(memberShape), v.minLength(1), v.maxLength(20))
export const askedShape = v.strictObject({ howLong: v.picklist(lengths), helps: several(helps), notes: v.picklist(noteWays), lookDay: day })
/** `mayAsk`: a yes to a few questions on another day. No and not now are both left as false, so that nobody can tell them apart. */
export const afterShape = v.strictObject({ needs: several(needsAfter), neverRepeat: words(longest.line), mayAsk: v.boolean() })

const anId = '000102030405060708090a0b0c0d0e0f'
const somebody = 'ab'.repeat(32)
const asked = { howLong: 'see', helps: ['breaks', 'silence'], notes: 'teller', lookDay: 20_564 }

export const events = {
  // The teller, in the small room of one session.
  'listening.asked': eventKind({
    at: ['further'],
    body: askedShape,
    examples: [asked, { howLong: '20', helps: [], notes: 'none', lookDay: 20_560 }],
    malformed: [null, {}, { ...asked, lookDay: null }, { ...asked, howLong: '90' }, { ...asked, recorded: true }],
  }),
  'listening.told': eventKind({
    at: ['further'],
    body: v.strictObject({ text: partShape }),
    examples: [{ text: 'I want to start before the Tuesday.' }],
    malformed: [null, { text: ' ' }, { text: 'x'.repeat(longest.part + 1) }],
  }),
  'listening.mode': eventKind({
    at: ['further'],
    body: v.strictObject({ mode: v.picklist(modes) }),
    examples: [{ mode: 'silence' }],
    malformed: [null, { mode: 'recording' }],
  }),
  'listening.floor-opened': eventKind({
    at: ['further'],
    body: v.strictObject({ need: v.picklist(needsNow) }),
    examples: [{ need: 'heard' }],
    malformed: [null, {}, { need: 'advice' }],
  }),
  'listening.floor-closed': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { who: somebody }] }),
  'listening.here-again': eventKind({
    at: ['further'],
    body: v.strictObject({ who: memberShape }),
    examples: [{ who: somebody }],
    malformed: [null, { who: 'Ben' }],
  }),
  'listening.after': eventKind({
    at: ['further'],
    body: afterShape,
    examples: [{ needs: ['rest', 'company'], neverRepeat: 'The name of the street.', mayAsk: false }],
    malformed: [null, {}, { needs: ['advice'], neverRepeat: '', mayAsk: false }, { needs: [], neverRepeat: '', mayAsk: 'no' }],
  }),
  'listening.rested': eventKind({ at: ['further'], body: v.strictObject({ lookDay: day }), examples: [{ lookDay: 20_564 }], malformed: [null, {}] }),
  'listening.ended': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { why: 'tired' }] }),
  // Those who listen. Before the floor is open, the second is all there is for them.
  'listening.said': eventKind({
    at: ['further'],
    body: v.strictObject({ text: partShape, as: v.picklist(saidAs) }),
    examples: [
      { text: 'I heard that you had used a lot of courage already.', as: 'answer' },
      { text: 'She asked for the list in January.', as: 'note' },
      { text: 'Who was at the table?', as: 'question' },
    ],
    malformed: [null, { text: '', as: 'answer' }, { text: 'Why?', as: 'advice' }],
    // Notes belong to the teller.
    isOfAnother: ({ as }) => as === 'note',
  }),
  'listening.stepped-out': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { words: 'I cannot hear this.' }] }),
  // Between somebody and their holders.
  'listening.offered': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { to: somebody }] }),
  'listening.answered': eventKind({
    at: ['further'],
    body: v.strictObject({ answer: v.picklist(['taken', 'not-now', 'no']) }),
    examples: [{ answer: 'not-now' }],
    malformed: [null, {}, { answer: 'later' }],
  }),
  'listening.heard': eventKind({
    at: ['further'],
    body: v.strictObject({ people: peopleShape }),
    examples: [{ people: [somebody] }],
    malformed: [null, { people: [] }, { people: ['Ana'] }],
  }),
  // What the teller keeps.
  'listening.kept': eventKind({
    at: ['personal'],
    body: v.strictObject({ id: idShape, words: keptShape }),
    examples: [{ id: anId, words: 'I asked for the list in January.' }],
    malformed: [null, { id: anId, words: '' }, { id: 'first', words: 'I asked.' }, { id: anId, words: 'I asked.', room: 'c0'.repeat(32) }],
  }),
}
