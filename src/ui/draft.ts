import { useState } from 'preact/hooks'

export interface Drafts {
  draft(key: string): string
  saveDraft(key: string, text: string): void
}

/** The words of one box: begun from what was kept, and every change kept again. */
export function useDraft(drafts: Drafts, key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.draft(key))
  return [
    text,
    (next) => {
      setText(next)
      drafts.saveDraft(key, next)
    },
  ]
}
