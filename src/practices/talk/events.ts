import * as v from 'valibot'
import { idShape, memberShape, roomShape } from '../body-shapes.ts'
import { eventKind } from '../define.ts'
import { ways } from './prompts.ts'

/** Longest texts, in bytes of UTF-8. */
export const longest = { sign: 600, where: 1000, sits: 300, point: 4000 } as const

const words = (bytes: number) => v.pipe(v.string(), v.maxBytes(bytes))
const said = (bytes: number) =>
  v.pipe(
    words(bytes),
    v.check((text) => text.trim() !== ''),
  )
const empty = v.strictObject({})

/** Everybody who will be there: the parties, who sits beside each, one holder or two. */
export const peopleShape = v.pipe(v.array(memberShape), v.minLength(2), v.maxLength(12))
export const termsShape = v.strictObject({ way: v.picklist(ways), sits: words(longest.sits), where: said(longest.where), sign: said(longest.sign) })
export const pointShape = said(longest.point)

export type Terms = v.InferOutput<typeof termsShape>

const anId = '000102030405060708090a0b0c0d0e0f'
const ana = 'aa'.repeat(32)
const ben = 'bb'.repeat(32)
const aRoom = 'c1'.repeat(32)
const terms = { way: 'rooms', sits: 'Ida', where: 'The library, Sunday at three, an hour. I come first and leave first.', sign: 'I put my cup down.' }
const side = { party: ana, terms }

export const events = {
  // In the room of one side and the holders.
  'talk.asked': eventKind({
    at: ['further'],
    body: v.strictObject({ room: roomShape, people: peopleShape }),
    examples: [{ room: aRoom, people: [ana, ben] }],
    malformed: [null, {}, { room: aRoom, people: [ana] }, { room: 'there', people: [ana, ben] }],
  }),
  'talk.agreed': eventKind({
    at: ['further'],
    body: v.strictObject({ room: roomShape, terms: termsShape }),
    examples: [{ room: aRoom, terms }],
    malformed: [null, { room: aRoom }, { room: aRoom, terms: { ...terms, way: 'over-there' } }, { room: aRoom, terms: { ...terms, apology: true } }],
  }),
  'talk.not-agreed': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { why: 'I am afraid.' }] }),
  // In the small room of the talk.
  'talk.began': eventKind({
    at: ['further'],
    body: v.strictObject({ sides: v.pipe(v.array(v.strictObject({ party: memberShape, terms: termsShape })), v.minLength(2), v.maxLength(6)), people: peopleShape }),
    examples: [{ sides: [side, { party: ben, terms: { ...terms, way: 'together', sits: '' } }], people: [ana, ben] }],
    malformed: [null, {}, { sides: [side], people: [ana, ben] }],
    // A holder opens it, with what each side said.
    isOfAnother: () => true,
  }),
  'talk.read-aloud': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { recorded: true }] }),
  'talk.ended': eventKind({ at: ['further'], body: empty, examples: [{}], malformed: [null, { why: 'He shouted.' }, { minutes: 12 }] }),
  'talk.point': eventKind({
    at: ['further'],
    body: v.strictObject({ id: idShape, words: pointShape }),
    examples: [{ id: anId, words: 'We do not close the till together.' }],
    malformed: [null, { id: anId, words: ' ' }, { id: 'first', words: 'We meet again.' }],
  }),
  'talk.point-agreed': eventKind({ at: ['further'], body: v.strictObject({ id: idShape }), examples: [{ id: anId }], malformed: [null, { id: 1 }] }),
  'talk.point-taken-back': eventKind({ at: ['further'], body: v.strictObject({ id: idShape }), examples: [{ id: anId }], malformed: [null, {}] }),
}
