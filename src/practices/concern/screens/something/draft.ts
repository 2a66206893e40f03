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
/** The story has a box of its own, since it may be long: a tick elsewhere does not write it again. */
const storyKey = `${key}.happened`

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

const ticked = v.strictObject({ ...v.omit(answers, ['happened']).entries, title: v.string(), holders: v.array(member), note: v.nullable(id) })

export function readDraft(drafts: Drafts): RaiseDraft {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), ticked), drafts.draft(key))
  const happened = drafts.draft(storyKey)
  if (!read.success) return { note: null, answers: { ...nothingSaid, happened }, title: '', holders: [] }
  const { title, holders, note, ...rest } = read.output
  return { note, answers: { ...rest, happened }, title, holders }
}

export function saveDraft(drafts: Drafts, draft: RaiseDraft): void {
  const { happened, ...rest } = draft.answers
  if (drafts.draft(storyKey) !== happened) drafts.saveDraft(storyKey, happened)
  drafts.saveDraft(key, JSON.stringify({ ...rest, title: draft.title, holders: draft.holders, note: draft.note }))
}

export function dropDraft(drafts: Drafts): void {
  drafts.saveDraft(storyKey, '')
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
