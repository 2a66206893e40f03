import type { JSX } from 'preact'
import { Button } from '../../ui/acts.tsx'
import { voice } from '../../ui/said.tsx'
import { nameOf } from '../view.tsx'
import type { Words } from './rules.ts'
import { texts } from './texts/listening.ts'
import type { FoundSession, ListeningView } from './view.tsx'

/** What was told stands in the voice of a person; what others said stands with their name. `onTake`: the teller takes words to keep. */
export function Spoken(props: {
  readonly view: ListeningView
  readonly found: FoundSession
  readonly words: readonly Words[]
  readonly onTake?: ((words: string) => void) | undefined
}): JSX.Element {
  const { view, found, words, onTake } = props
  const { session, seen } = found
  return (
    <div class="part">
      {words.map((each) => (
        <div key={each.seq} class="tight">
          <p class={voice(each.by === view.me)} dir="auto">
            {each.text}
          </p>
          {each.by !== session.teller && (
            <p class="hint">
              {nameOf(seen.people, each.by)}
              {each.as === 'note' && <> ({texts.t('listening.hear.as.note')})</>}
              {each.as === 'question' && <> ({texts.t('listening.hear.as.question')})</>}
            </p>
          )}
          {onTake !== undefined && (
            <Button kind="text" onPress={() => onTake(each.text)}>
              {texts.t('listening.keep.these')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
