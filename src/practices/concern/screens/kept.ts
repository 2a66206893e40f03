import { useState } from 'preact/hooks'
import type { Drafts } from '../../../ui/draft.ts'

/** Words of a box that stands for something already written: what was typed since is kept, and dropped once it is written. */
export function useKept(drafts: Drafts, key: string, written = ''): readonly [text: string, change: (text: string) => void, drop: () => void] {
  const [text, setText] = useState(() => drafts.draft(key) || written)
  return [
    text,
    (next) => {
      setText(next)
      drafts.saveDraft(key, next === written ? '' : next)
    },
    () => drafts.saveDraft(key, ''),
  ]
}
