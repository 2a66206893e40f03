/** A draft as it is read. */
import { letterParts, notAsked, twoWayParts } from './events.ts'
import type { DraftWords, Form } from './rules.ts'
import { notAskingLines } from './keys.ts'
import { texts } from './texts/letter.ts'

/** Its parts, one below the other; a letter ends with what it does not ask for. */
export function wordsOf(draft: DraftWords): string {
  const parts = partsOf(draft.form).map((part) => draft[part].trim())
  const asking = draft.form === 'letter' && draft.notAsking.length > 0 ? [notAskingLine(draft)] : []
  return [...parts, ...asking].filter((part) => part !== '').join('\n\n')
}

export function partsOf(form: Form): typeof letterParts | typeof twoWayParts {
  return form === 'letter' ? letterParts : twoWayParts
}

/** Every part that is needed is there; all but how it came about are. */
export function isWhole(draft: DraftWords): boolean {
  if (draft.form === 'two-way') return twoWayParts.every((part) => draft[part].trim() !== '')
  return letterParts.every((part) => part === 'how' || draft[part].trim() !== '') && notAsked.every((each) => draft.notAsking.includes(each))
}

function notAskingLine(draft: DraftWords): string {
  return notAsked
    .filter((each) => draft.notAsking.includes(each))
    .map((each) => texts.t(notAskingLines[each]))
    .join(' ')
}

export const emptyDraft: DraftWords = {
  form: 'letter',
  values: '',
  hope: null,
  act: '',
  choice: '',
  impact: '',
  repair: '',
  change: '',
  how: '',
  worse: '',
  missed: '',
  next: '',
  notAsking: [],
}
