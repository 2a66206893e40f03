import * as v from 'valibot'
import { assert } from '../base/assert.ts'
import { check } from '../base/check.ts'
import { encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { idBytes } from '../log/ids.ts'
import type { MemberId, RoomKey, RoomState } from '../log/types.ts'
import { behindIt, bindShape, encodeBind, type BehindIt, type Bind } from './bind.ts'
import { NAME_BYTES } from './names.ts'
import { memberIdShape, roomKeyShape, text } from './shapes.ts'

/** Rooms with history none hold at most 200 people. */
export const ROLL_PEOPLE = 200
export const PURPOSE_BYTES = 1_000
export const ROLE_WORDS_BYTES = 100
/** A roll with what stands around it fits the largest body, of 65,532 bytes. */
const ROLL_BYTES = 64_000

/** One present member as a roll introduces them. A bind proves itself, so whoever writes the roll cannot invent it. */
export interface RollPerson {
  readonly rk: RoomKey
  /** Null for a guest. */
  readonly bind: Bind | null
  /** The word for what this person is here, such as `holder`; empty when there is none. */
  readonly words: string
  /** The name a guest goes by, and, where a guest is present, everyone's; else null. */
  readonly name: string | null
}

/** What a newcomer to a room with history none learns of it: every generation's entry but `enter` carries one. */
export interface Roll {
  readonly purpose: string
  /** Member ids in this room of those who decide over what came before. */
  readonly decides: readonly MemberId[]
  readonly people: readonly RollPerson[]
}

export const rollShape = v.strictObject({
  purpose: text(PURPOSE_BYTES),
  decides: v.pipe(v.array(memberIdShape), v.maxLength(ROLL_PEOPLE)),
  people: v.pipe(
    v.array(v.strictObject({ rk: roomKeyShape, bind: v.nullable(bindShape), words: text(ROLE_WORDS_BYTES), name: v.nullable(text(NAME_BYTES)) })),
    v.maxLength(ROLL_PEOPLE),
  ),
})

export function encodeRoll(roll: Roll): Cbor {
  assert(roll.people.length <= ROLL_PEOPLE, 'the reducer admits at most 200 people to such a room')
  return {
    purpose: roll.purpose,
    decides: roll.decides.map(idBytes),
    people: roll.people.map((person) => ({
      rk: idBytes(person.rk),
      bind: person.bind === null ? null : encodeBind(person.bind),
      words: person.words,
      name: person.name,
    })),
  }
}

/**
 * The roll for the members of `state`, from what is known of each: a roll before it, binds of `enter` and `rekey`, and one's own.
 *
 * `known` is keyed by present rk. Who is not in it is left out and shows as "not introduced". Names go in for guests, and for everyone once a guest is present.
 */
export function makeRoll(
  state: RoomState,
  roll: { readonly purpose: string; readonly decides: readonly MemberId[]; readonly known: ReadonlyMap<RoomKey, Omit<RollPerson, 'rk'>> },
): Roll {
  const present = [...state.members.values()].map((member) => ({ rk: member.rk, known: roll.known.get(member.rk) }))
  const guestHere = present.some(({ known }) => known !== undefined && known.bind === null)
  const whole: Roll = {
    purpose: roll.purpose,
    decides: roll.decides.filter((id) => state.members.has(id)),
    people: present.flatMap(({ rk, known }) => (known === undefined ? [] : [{ ...known, rk, name: guestHere ? known.name : null }])),
  }
  return check('RL-FITS', fitsABody(whole)) ? whole : withoutWords(whole)
}

// What somebody wrote into an earlier roll goes along in the next. It must never keep a room from changing its keys.
function withoutWords(roll: Roll): Roll {
  const people = roll.people.map((person) => ({ ...person, words: '' }))
  const shorter = { ...roll, people }
  return fitsABody(shorter) ? shorter : { ...roll, people: people.map((person) => (person.bind === null ? person : { ...person, name: null })) }
}

function fitsABody(roll: Roll): boolean {
  return encodeCbor(encodeRoll(roll)).length <= ROLL_BYTES
}

/** A present member of a room and who they are, as this client can tell. `name` is what they go by there, not checkable for a guest. */
export interface Introduced {
  readonly id: MemberId
  readonly rk: RoomKey
  readonly who: BehindIt | { readonly kind: 'not-introduced' }
  readonly words: string
  readonly name: string | null
}

/** Everyone present in a room, each with the verdict on their bind. `commons` is null for a guest. */
export async function introduce(
  state: RoomState,
  known: ReadonlyMap<RoomKey, Omit<RollPerson, 'rk'>>,
  commons: RoomState | null,
): Promise<readonly Introduced[]> {
  return Promise.all(
    [...state.members.values()].map(async (member): Promise<Introduced> => {
      const person = known.get(member.rk)
      if (person === undefined) return { id: member.id, rk: member.rk, who: { kind: 'not-introduced' }, words: '', name: null }
      // A guest is in the roll with a name and no bind. Nobody can check that name.
      const who =
        person.bind === null ? ({ kind: 'guest' } as const) : await behindIt(person.bind, { roomId: state.roomId, rk: member.rk, kem: member.kem }, commons)
      return { id: member.id, rk: member.rk, who, words: person.words, name: person.name }
    }),
  )
}
