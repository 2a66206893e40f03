/** Everything had to be begun anew: who says they were here before, who knows them again, and what is carried over. Rule CN42. */
import * as v from 'valibot'
import type { Cbor } from '../../crypto/cbor.ts'
import { eventKind } from '../define.ts'
import { day, longest, member, people, said } from './shapes.ts'

const ana = 'aa'.repeat(32)
const ben = 'bb'.repeat(32)
const aPiece: Cbor = { author: ana, day: 20_557, title: 'What happened', words: 'He shouts at me when I close the till.' }

export const cameBackEvents = {
  /** The owner of a new room: under which id they were in the circle before. */
  'concern.came-back': eventKind({ at: ['further'], body: v.strictObject({ was: member }), examples: [{ was: ana }], malformed: [null, { was: 'Ana' }] }),
  'concern.known-again': eventKind({
    at: ['further'],
    // `of`: everybody who could say so, as the app of whoever says it reads the room from before.
    body: v.strictObject({ same: v.boolean(), of: people(40) }),
    examples: [
      { same: true, of: [ana, ben] },
      { same: false, of: [ana] },
    ],
    malformed: [null, { same: true }, { same: 'yes', of: [] }],
  }),
  'concern.carried': eventKind({
    at: ['further'],
    // `author` null: a name that may not stand. `day`: on which it was written; null where the room does not keep it.
    body: v.strictObject({ author: v.nullable(member), day: v.nullable(day), title: said(longest.title), words: said(longest.story) }),
    examples: [aPiece, { ...(aPiece as Readonly<Record<string, Cbor>>), author: null, day: null }],
    malformed: [null, { author: ana, day: 20_557, title: '', words: ' ' }],
    isOfAnother: (piece, by) => piece.author !== by,
  }),
  /** Pieces that go out of the room again: named by their places, and no words of them. */
  'concern.carried-out': eventKind({
    at: ['further'],
    body: v.strictObject({ seqs: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1), v.maxLength(400)) }),
    examples: [{ seqs: [12, 14] }],
    malformed: [null, { seqs: [] }, { seqs: [-1] }],
  }),
  /** In the room from before: its owner has other keys now. */
  'concern.new-keys': eventKind({ at: ['further'], body: v.strictObject({ person: member }), examples: [{ person: ben }], malformed: [null, { person: 'Ben' }] }),
}
