import * as v from 'valibot'
import { idShape as id, memberShape as member } from '../body-shapes.ts'
import { eventKind } from '../define.ts'

/** What a thank-you says about the person: chosen from a list, so that it names a way of being and not only what was done. */
export const qualities = ['care', 'courage', 'humour', 'patience', 'skill', 'unseen-work', 'honesty'] as const

export type Quality = (typeof qualities)[number]

/**
 * Longest text of each box, in bytes of UTF-8.
 *
 * A thank-you travels as one mailbox item of 4,096 bytes with its sender's proof, and when it is offered to the circle its exact words go with it a second time, in the consent.
 */
export const longest = { saw: 600, changed: 280, leadNext: 240 } as const

const words = (bytes: number) => v.pipe(v.string(), v.maxBytes(bytes))

/** Everything the giver wrote, as the receiver reads it. `changed` and `leadNext` are empty when the giver left them out. */
const thanks = {
  id,
  saw: v.pipe(
    words(longest.saw),
    v.check((text) => text.trim() !== ''),
  ),
  changed: words(longest.changed),
  shows: v.pipe(v.array(v.picklist(qualities)), v.maxLength(qualities.length)),
  leadNext: words(longest.leadNext),
  offered: v.boolean(),
}

export const thanksShape = v.strictObject(thanks)
export type ThanksBody = v.InferOutput<typeof thanksShape>

const anId = '000102030405060708090a0b0c0d0e0f'
const somebody = 'ab'.repeat(32)
const whole = {
  id: anId,
  saw: 'You washed the big pots on Sunday.',
  changed: 'I could sit down.',
  shows: ['care', 'unseen-work'],
  leadNext: 'The next big cook.',
  offered: true,
}
const short = { id: anId, saw: 'You called the office every Monday.', changed: '', shows: [], leadNext: '', offered: false }
const badThanks = [
  null,
  {},
  { ...whole, saw: '   ' },
  { ...whole, saw: 'x'.repeat(longest.saw + 1) },
  { ...whole, shows: ['obedience'] },
  { ...whole, id: 'first' },
  { ...whole, amount: 3 },
]

export const events = {
  // The one thing that travels by mail to the receiver.
  'appreciation.thanked': eventKind({ at: ['mail'], body: thanksShape, examples: [whole, short], malformed: badThanks }),
  'appreciation.withdrawn': eventKind({ at: ['mail'], body: v.strictObject({ id }), examples: [{ id: anId }], malformed: [null, {}, { id: 7 }] }),
  // The giver's own copy.
  'appreciation.sent': eventKind({
    at: ['personal'],
    body: v.strictObject({ to: member, ...thanks }),
    examples: [
      { to: somebody, ...whole },
      { to: somebody, ...short },
    ],
    malformed: [...badThanks, whole, { to: 'Ben', ...whole }],
  }),
  'appreciation.took-back': eventKind({
    at: ['personal'],
    body: v.strictObject({ id, to: member }),
    examples: [{ id: anId, to: somebody }],
    malformed: [null, { id: anId }],
  }),
  // The receiver's own answer to "May it be shown?".
  'appreciation.answered': eventKind({
    at: ['personal'],
    body: v.strictObject({ id, from: member, answer: v.picklist(['yes', 'no', 'ended']) }),
    examples: [{ id: anId, from: somebody, answer: 'no' }],
    malformed: [null, { id: anId, from: somebody, answer: 'later' }, { id: anId, answer: 'no' }],
  }),
  // Before the circle. Written by the receiver, with both consents over these words.
  'appreciation.shown': eventKind({
    at: ['commons'],
    body: v.strictObject({ id, giver: member, text: v.pipe(v.string(), v.minLength(1), v.maxBytes(longest.saw + longest.changed + 2)) }),
    examples: [{ id: anId, giver: somebody, text: 'You washed the big pots on Sunday.\n\nI could sit down.' }],
    malformed: [
      null,
      { id: anId, giver: somebody, text: '' },
      { id: anId, giver: 'Ana', text: 'Thanks.' },
      { id: anId, giver: somebody, text: 'Thanks.', leadNext: 'The next cook.' },
    ],
  }),
  'appreciation.taken-back': eventKind({
    at: ['commons'],
    body: v.strictObject({ id }),
    examples: [{ id: anId }],
    malformed: [null, {}, { id: anId, giver: somebody }],
  }),
}
