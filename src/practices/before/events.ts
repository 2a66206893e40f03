import * as v from 'valibot'
import { eventKind } from '../define.ts'

/** Longest texts, in bytes of UTF-8. */
export const longest = { passesOn: 300, name: 120, number: 60, sentence: 300 } as const

/** Most lines of numbers: more is a list nobody rings in the night. */
export const mostNumbers = 6

const words = (bytes: number) => v.pipe(v.string(), v.maxBytes(bytes))
const said = (bytes: number) =>
  v.pipe(
    words(bytes),
    v.check((text) => text.trim() !== ''),
  )
const day = v.pipe(v.number(), v.integer(), v.minValue(0))

/** There is no shape for a no: it is never written. `passesOn` says what and to whom, and is empty unless the duty is there. */
export const couldShape = v.pipe(
  v.strictObject({ how: v.picklist(['yes', 'beside']), duty: v.picklist(['no', 'yes', 'unsure']), passesOn: words(longest.passesOn) }),
  v.check((said) => (said.duty === 'yes') === (said.passesOn.trim() !== '')),
)

export const roomWords = ['open', 'small', 'full', 'resting'] as const
/** A rest has an end; the other words have none. */
export const roomShape = v.pipe(
  v.strictObject({ word: v.picklist(roomWords), until: v.nullable(day) }),
  v.check((said) => (said.word === 'resting') === (said.until !== null)),
)

export const linesShape = v.pipe(v.array(v.strictObject({ name: said(longest.name), number: said(longest.number) })), v.minLength(1), v.maxLength(mostNumbers))
export const sentenceShape = said(longest.sentence)
export const dayShape = day

const lines = [
  { name: 'The night line in town', number: '0800 111 222' },
  { name: 'Women’s shelter', number: '030 12345' },
]

export const events = {
  'before.could': eventKind({
    at: ['commons'],
    body: couldShape,
    examples: [
      { how: 'yes', duty: 'no', passesOn: '' },
      { how: 'beside', duty: 'yes', passesOn: 'Harm to a child, to the youth office.' },
      { how: 'yes', duty: 'unsure', passesOn: '' },
    ],
    malformed: [
      null,
      {},
      { how: 'no', duty: 'no', passesOn: '' },
      { how: 'yes', duty: 'yes', passesOn: ' ' },
      { how: 'yes', duty: 'no', passesOn: 'Something.' },
      { how: 'yes', duty: 'no', passesOn: '', who: 'ab'.repeat(32) },
      { how: 'yes', duty: 'no', passesOn: '', times: 3 },
    ],
  }),
  'before.room': eventKind({
    at: ['commons'],
    body: roomShape,
    examples: [
      { word: 'small', until: null },
      { word: 'resting', until: 20_641 },
    ],
    malformed: [null, { word: 'busy', until: null }, { word: 'resting', until: null }, { word: 'full', until: 20_641 }, { word: 'small', until: null, hours: 4 }],
  }),
  'before.numbers': eventKind({
    at: ['commons'],
    body: v.strictObject({ lines: linesShape, lookDay: day }),
    examples: [
      { lines, lookDay: 20_641 },
      { lines: lines.slice(0, 1), lookDay: 20_600 },
    ],
    malformed: [
      null,
      { lines, lookDay: null },
      { lines: [], lookDay: 20_641 },
      { lines: [{ name: ' ', number: '1' }], lookDay: 20_641 },
      { lines: Array.from({ length: mostNumbers + 1 }, () => lines[0]!), lookDay: 20_641 },
    ],
  }),
  'before.over': eventKind({
    at: ['commons'],
    body: v.strictObject({ sentence: sentenceShape }),
    examples: [{ sentence: 'We say it in the Tuesday round, in words all of them agreed to.' }],
    malformed: [null, { sentence: '' }, { sentence: 'x'.repeat(longest.sentence + 1) }],
  }),
  'before.looked': eventKind({
    at: ['commons'],
    body: v.strictObject({ lookDay: day }),
    examples: [{ lookDay: 20_700 }],
    malformed: [null, {}, { lookDay: -1 }],
  }),
}
