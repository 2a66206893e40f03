import * as v from 'valibot'
import { idShape } from '../body-shapes.ts'
import { eventKind } from '../define.ts'

/** How stirred up somebody is, from still water to flooded. A word, never a number: words are not added up. */
export const stirredWords = ['calm', 'a-little', 'stirred', 'very-stirred', 'flooded'] as const
export const capacities = ['little', 'some', 'plenty'] as const
export const zones = ['too-close', 'connected', 'too-far'] as const
export const helpWords = ['water', 'food', 'rest', 'move', 'quiet', 'company', 'nothing'] as const
export const aboutWords = ['this-meeting', 'something-in-the-group', 'something-outside', 'not-sure'] as const

export type StirredWord = (typeof stirredWords)[number]

const helps = v.pipe(v.array(v.picklist(helpWords)), v.maxLength(helpWords.length))

/** Every answer may be left out: null means it was not answered, and `rather-not-say` that this was the answer. */
export const answersShape = v.strictObject({
  stirred: v.nullable(v.picklist([...stirredWords, 'rather-not-say'])),
  capacity: v.nullable(v.picklist(capacities)),
  zone: v.nullable(v.picklist(zones)),
  helps,
  about: v.nullable(v.picklist(aboutWords)),
  line: v.pipe(v.string(), v.maxLength(300)),
})

export type Answers = v.InferOutput<typeof answersShape>

/** What one person lets the others in a meeting know: one word of the five, or that they need time. */
export const shareShape = v.picklist([...stirredWords, 'slow-start'])

export type Share = v.InferOutput<typeof shareShape>


const nothing = v.strictObject({})
const example = '000102030405060708090a0b0c0d0e0f'

export const events = {
  'check-in.noted': eventKind({
    at: ['personal'],
    body: answersShape,
    examples: [
      { stirred: 'calm', capacity: 'some', zone: 'connected', helps: ['water', 'quiet'], about: 'this-meeting', line: 'Slept well.' },
      { stirred: 'rather-not-say', capacity: null, zone: null, helps: [], about: null, line: '' },
    ],
    malformed: [
      null,
      {},
      { stirred: 3, capacity: null, zone: null, helps: [], about: null, line: '' },
      { stirred: 'calm', capacity: null, zone: null, helps: ['whisky'], about: null, line: '' },
    ],
  }),
  'check-in.meeting-opened': eventKind({ at: ['commons'], body: nothing, examples: [{}], malformed: [null, { name: 'Tuesday' }] }),
  'check-in.word-shared': eventKind({
    at: ['commons'],
    body: v.strictObject({ meeting: idShape, share: shareShape }),
    examples: [
      { meeting: example, share: 'stirred' },
      { meeting: example, share: 'slow-start' },
    ],
    malformed: [
      null,
      { meeting: example, share: 'rather-not-say' },
      { meeting: 'today', share: 'calm' },
      { meeting: example, share: 'calm', line: 'Slept badly.' },
    ],
  }),
  'check-in.meeting-closed': eventKind({
    at: ['commons'],
    body: v.strictObject({ meeting: idShape }),
    examples: [{ meeting: example }],
    malformed: [null, {}, { meeting: 7 }],
  }),
}
