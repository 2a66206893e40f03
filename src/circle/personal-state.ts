import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import type { Link, MemberId, RoomId, RoomKey } from '../log/types.ts'
import { readMembershipBody } from './bodies.ts'
import type { Opened, RefusedEntry } from './circle-state.ts'
import { readLetter, type Letter } from './mail.ts'
import { readPersonalEntry, type MyRoom, type PersonalEntry, type PersonalSettings, type Pin, type WordToCheck } from './personal-entries.ts'

interface Fact {
  readonly seq: number
  readonly said: PersonalEntry | { readonly what: 'rekey'; readonly toDo: readonly RoomId[] }
  /** What a kept letter says, read once. */
  readonly letter: Letter | null
}

/** The personal room, folded: what each entry said, in order; a redaction takes its own out. */
export interface PersonalState {
  readonly facts: readonly Fact[]
  readonly refused: readonly RefusedEntry[]
}

export const emptyPersonal: PersonalState = { facts: [], refused: [] }

/** Takes the next entries of the personal room in, all at once or in any split. Entries of practices are passed over. */
export function foldPersonal(state: PersonalState, opened: readonly Opened[]): PersonalState {
  const redactedNow = new Set(opened.flatMap(({ delta }) => (delta.op === 'redaction' ? [delta.target] : [])))
  const heard = opened.map(hear)
  const facts = [...state.facts, ...heard.flatMap((one) => ('said' in one ? [one] : []))]
  const refused = [...state.refused, ...heard.flatMap((one) => ('refusal' in one ? [one.refusal] : []))]
  const stands = ({ seq }: { readonly seq: number }): boolean => !redactedNow.has(seq)
  return redactedNow.size === 0 ? { facts, refused } : { facts: facts.filter(stands), refused: refused.filter(stands) }
}

type Heard = Fact | { readonly refusal: RefusedEntry } | { readonly nothing: true }

function hear({ seq, author, delta, body }: Opened): Heard {
  if (body === null) return { nothing: true }
  if (delta.op === 'rekey') {
    const said = readMembershipBody(delta.op, body)
    if (!said.ok) return { refusal: { seq, author, refused: said.error } }
    return said.value?.op === 'rekey' ? { seq, said: { what: 'rekey', toDo: said.value.toDo }, letter: null } : { nothing: true }
  }
  if (delta.op !== 'content') return { nothing: true }
  const said = readPersonalEntry(body)
  if (!said.ok) return { refusal: { seq, author, refused: said.error } }
  if (said.value === null) return { nothing: true }
  const letter = said.value.what === 'kept' ? readLetter(said.value.content) : null
  return { seq, said: said.value, letter: letter?.ok === true ? letter.value : null }
}

/** A value together with the entry it stands in, which is redacted when the next one replaces it. */
export interface Standing<Value> {
  readonly seq: number
  readonly value: Value
}

export interface KeptLetter extends Letter {
  readonly seq: number
  readonly owner: RoomKey
  readonly from: RoomKey
  readonly content: Bytes
  readonly signature: Bytes
  /** Answered or put aside. */
  readonly done: boolean
}

export interface KeptRecord {
  readonly seq: number
  readonly by: 'words' | 'code'
  readonly address: Bytes
  readonly record: Bytes
  readonly signature: Bytes
}

export interface PersonalView {
  readonly rooms: ReadonlyMap<RoomId, MyRoom>
  /** Verified heads; they only grow, whatever order they were written in. */
  readonly pins: ReadonlyMap<RoomId, Pin>
  /** The entry that holds the newest pins; older ones are redacted when it is written. */
  readonly pinsAt: readonly number[]
  readonly settings: Partial<PersonalSettings>
  readonly drafts: ReadonlyMap<string, Standing<string>>
  /** Entries of drafts and pins that something newer replaced and that still stand: to redact in the next append. */
  readonly outdated: readonly number[]
  readonly words: 'not-made' | 'not-checked' | 'done'
  /** The two words asked for at the next opening, with the entry to redact once they were given. */
  readonly wordsToCheck: Standing<readonly [WordToCheck, WordToCheck]> | null
  /** Present vault records, oldest first. */
  readonly records: readonly KeptRecord[]
  readonly muted: ReadonlySet<MemberId>
  readonly invitations: ReadonlyMap<RoomKey, { readonly seq: number; readonly room: RoomId; readonly secret: Bytes; readonly head16: Bytes }>
  /** Letters that were kept, by sender and act (`from:act`, hex); the same act of one sender counts once. */
  readonly letters: ReadonlyMap<string, KeptLetter>
  /** Null when no rekey is under way or all of its rooms are done. `seq` is that of the personal room's own `rekey`. */
  readonly rekey: { readonly seq: number; readonly toDo: readonly RoomId[] } | null
  readonly losses: ReadonlyMap<RoomId, { readonly seq: number; readonly life: number; readonly lastKept: number; readonly link: Link }>
}

/**
 * All pins for the next `pins` entry, which replaces and redacts the ones before: of each room the highest that was ever pinned or is verified now.
 *
 * A room that is stopped or out of reach keeps its pin. Otherwise a host could fork a room, wait for the pin to be left out, and show the fork to the next device.
 */
export function nextPins(pinned: ReadonlyMap<RoomId, Pin>, verified: readonly Pin[]): readonly Pin[] {
  const next = new Map(pinned)
  for (const head of verified) if (check('PN-GROW', (next.get(head.room)?.seq ?? -1) < head.seq)) next.set(head.room, head)
  return [...next.values()]
}

/** Looks through the facts once, oldest first. */
export function personalViewOf(state: PersonalState): PersonalView {
  const rooms = new Map<RoomId, MyRoom>()
  const pins = new Map<RoomId, Pin>()
  const pinsAt: number[] = []
  const drafts = new Map<string, Standing<string>>()
  const outdated: number[] = []
  const records = new Map<string, KeptRecord>()
  const muted = new Set<MemberId>()
  const invitations = new Map<RoomKey, { seq: number; room: RoomId; secret: Bytes; head16: Bytes }>()
  const letters = new Map<string, KeptLetter>()
  const done = new Set<string>()
  const losses = new Map<RoomId, { seq: number; life: number; lastKept: number; link: Link }>()
  let settings: Partial<PersonalSettings> = {}
  let words: Standing<readonly [WordToCheck, WordToCheck] | null> | null = null
  let rekey: PersonalView['rekey'] = null
  for (const { seq, said, letter } of state.facts) {
    switch (said.what) {
      case 'rooms':
        for (const room of said.rooms) if ((rooms.get(room.roomId)?.j ?? 0) <= room.j) rooms.set(room.roomId, room)
        break
      case 'pins':
        for (const pin of said.heads) if ((pins.get(pin.room)?.seq ?? -1) < pin.seq) pins.set(pin.room, pin)
        pinsAt.push(seq)
        break
      case 'settings':
        settings = { ...settings, ...said.change }
        break
      case 'draft': {
        const before = drafts.get(said.key)
        if (before !== undefined) outdated.push(before.seq)
        if (said.text === '') {
          drafts.delete(said.key)
          outdated.push(seq)
        } else drafts.set(said.key, { seq, value: said.text })
        break
      }
      case 'words':
        if (words?.value) outdated.push(words.seq)
        words = { seq, value: said.check }
        break
      case 'record':
        records.set(toHex(said.address), { seq, by: said.by, address: said.address, record: said.record, signature: said.signature })
        break
      case 'record-gone':
        records.delete(toHex(said.address))
        break
      case 'mute':
        if (said.muted) muted.add(said.member)
        else muted.delete(said.member)
        break
      case 'invitation':
        invitations.set(said.ik, { seq, room: said.room, secret: said.secret, head16: said.head16 })
        break
      case 'kept': {
        const key = letter === null ? null : `${said.from}:${toHex(letter.act)}`
        if (letter !== null && key !== null && !letters.has(key)) {
          const { owner, from, content, signature } = said
          letters.set(key, { ...letter, seq, owner, from, content, signature, done: false })
        }
        break
      }
      case 'done':
        done.add(toHex(said.act))
        break
      case 'rekey':
        rekey = { seq, toDo: said.toDo }
        break
      case 'rekeyed':
        if (rekey !== null) rekey = { seq: rekey.seq, toDo: rekey.toDo.filter((room) => !said.rooms.includes(room)) }
        break
      case 'loss':
        losses.set(said.room, { seq, life: said.life, lastKept: said.lastKept, link: said.link })
        break
    }
  }
  return {
    rooms,
    pins,
    pinsAt,
    settings,
    drafts,
    outdated,
    words: words === null ? 'not-made' : words.value === null ? 'done' : 'not-checked',
    wordsToCheck: words?.value ? { seq: words.seq, value: words.value } : null,
    records: [...records.values()],
    muted,
    invitations,
    letters: new Map([...letters].map(([key, letter]) => [key, { ...letter, done: done.has(toHex(letter.act)) }])),
    rekey: rekey !== null && rekey.toDo.length > 0 ? rekey : null,
    losses,
  }
}
