/**
 * What somebody has said so far about something that happened: kept box by box in their own drafts, read by nobody else, and never sent by itself.
 */
import * as v from 'valibot'
import { utf8 } from '../../../../base/bytes.ts'
import type { MemberId } from '../../../../log/types.ts'
import type { Drafts } from '../../../../ui/draft.ts'
import { locks } from '../../../concern-room.ts'
import { answers, id, longest, member, type RaiseAnswers } from '../../shapes.ts'

export interface RaiseDraft {
  /** The kept note it was begun from. */
  readonly note: string | null
  readonly answers: RaiseAnswers
  readonly title: string
  readonly holders: readonly MemberId[]
}

const key = 'something'
/** A box of drafts holds 49,152 bytes; a letter takes three at most. */
const pieceLength = 15_000

/** The five locks are all shut unless she says otherwise. */
export const nothingSaid: RaiseAnswers = {
  danger: null,
  who: null,
  about: [],
  notSee: [],
  happened: '',
  ratherTalk: false,
  going: null,
  closest: null,
  wants: [],
  howWeWork: null,
  keepShut: [...locks],
  reach: '',
  theyKnow: null,
}

// The story has boxes of its own, since it may be long.
const ticked = v.strictObject({ ...v.omit(answers, ['happened']).entries, title: v.string(), holders: v.array(member), note: v.nullable(id) })

export function readDraft(drafts: Drafts): RaiseDraft {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), ticked), drafts.draft(key))
  const happened = readLong(drafts, `${key}.happened`)
  if (!read.success) return { note: null, answers: { ...nothingSaid, happened }, title: '', holders: [] }
  const { title, holders, note, ...rest } = read.output
  return { note, answers: { ...rest, happened }, title, holders }
}

export function saveDraft(drafts: Drafts, draft: RaiseDraft): void {
  const { happened, ...rest } = draft.answers
  saveLong(drafts, `${key}.happened`, happened)
  drafts.saveDraft(key, JSON.stringify({ ...rest, title: draft.title, holders: draft.holders, note: draft.note }))
}

export function dropDraft(drafts: Drafts): void {
  saveLong(drafts, `${key}.happened`, '')
  drafts.saveDraft(key, '')
}

export function isBegun(draft: RaiseDraft): boolean {
  const { answers: said } = draft
  return said.who !== null || said.happened.trim() !== '' || said.ratherTalk || said.wants.length > 0 || said.about.length > 0 || said.notSee.length > 0
}

/** More than one entry holds. */
export function isTooLong(happened: string): boolean {
  return utf8(happened).length > longest.story
}

/** Words of any length, kept in as many boxes of drafts as they need. */
export function readLong(drafts: Drafts, name: string): string {
  const pieces: string[] = []
  for (let part = 0; ; part += 1) {
    const piece = drafts.draft(pieceName(name, part))
    if (piece === '') return pieces.join('')
    pieces.push(piece)
  }
}

export function saveLong(drafts: Drafts, name: string, text: string): void {
  const pieces = piecesOf(text)
  pieces.forEach((piece, part) => {
    if (drafts.draft(pieceName(name, part)) !== piece) drafts.saveDraft(pieceName(name, part), piece)
  })
  for (let part = pieces.length; drafts.draft(pieceName(name, part)) !== ''; part += 1) drafts.saveDraft(pieceName(name, part), '')
}

function piecesOf(text: string): readonly string[] {
  if (text.length <= pieceLength) return text === '' ? [] : [text]
  // A letter made of two halves stays whole: half of one cannot be written down.
  const high = /[\uD800-\uDBFF]/.test(text.charAt(pieceLength - 1))
  const end = high ? pieceLength - 1 : pieceLength
  return [text.slice(0, end), ...piecesOf(text.slice(end))]
}

function pieceName(name: string, part: number): string {
  return part === 0 ? name : `${name}.${part}`
}
