import * as v from 'valibot'
import type { Cbor } from '../../crypto/cbor.ts'
import { idShape } from '../body-shapes.ts'
import { eventKind } from '../define.ts'
import { answersShape, examplesOf, type Answers } from '../prompts.ts'
import { longest, mixed, prompts } from './prompts.ts'

const words = v.pipe(v.string(), v.maxBytes(longest.check))

export const answers = answersShape(prompts)
export const mixedAnswers = answersShape(mixed)
export const wordsShape = words

// Every shape of answers is made of parts that are CBOR.
const asCbor = (shape: v.GenericSchema<unknown, Answers>) => shape as unknown as v.GenericSchema<unknown, Answers & Cbor>
const day = v.pipe(v.number(), v.integer(), v.minValue(0))

const anId = '000102030405060708090a0b0c0d0e0f'
const written = examplesOf(prompts)
const mixedIn = examplesOf(mixed)
const named = v.strictObject({ sheet: idShape })

/** Everything stands in the own room. No event of this practice has a shape for any other. */
export const events = {
  'going-public.written': eventKind({
    at: ['personal'],
    // The day it was begun goes along: an earlier version is taken out, and with it its own day.
    body: v.strictObject({ sheet: idShape, begun: day, answers: asCbor(answers) }),
    examples: written.fit.map((each): Cbor => ({ sheet: anId, begun: 20_557, answers: each })),
    malformed: [
      null,
      {},
      { sheet: 'first', begun: 20_557, answers: written.fit[0]! },
      { sheet: anId, answers: written.fit[0]! },
      ...written.broken.map((each): Cbor => ({ sheet: anId, begun: 20_557, answers: each })),
    ],
  }),
  'going-public.mixed': eventKind({
    at: ['personal'],
    body: v.strictObject({ sheet: idShape, answers: asCbor(mixedAnswers) }),
    examples: mixedIn.fit.map((each): Cbor => ({ sheet: anId, answers: each })),
    malformed: [null, {}, ...mixedIn.broken.map((each): Cbor => ({ sheet: anId, answers: each }))],
  }),
  'going-public.paused': eventKind({
    at: ['personal'],
    body: v.strictObject({ sheet: idShape, until: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    examples: [{ sheet: anId, until: 1_776_200_000_000 }],
    malformed: [null, { sheet: anId }, { sheet: anId, until: -1 }, { sheet: anId, until: 1.5 }],
  }),
  'going-public.came-back': eventKind({ at: ['personal'], body: named, examples: [{ sheet: anId }], malformed: [null, {}, { sheet: 1 }] }),
  'going-public.checked': eventKind({
    at: ['personal'],
    body: v.strictObject({ sheet: idShape, how: words, need: words }),
    examples: [
      { sheet: anId, how: 'Two people wrote to me. It was heavy.', need: 'Company.' },
      { sheet: anId, how: '', need: '' },
    ],
    malformed: [null, { sheet: anId }, { sheet: anId, how: '', need: '', posted: true }],
  }),
}
