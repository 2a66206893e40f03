import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { MemberId, RoomId } from '../../../../log/types.ts'
import { WordsToCompare } from '../../../../ui/said.tsx'
import { wordsBetween } from '../../came-back.ts'
import { screens } from '../texts/screens.ts'

const { t } = screens

interface Between {
  readonly room: RoomId
  readonly was: MemberId
  readonly back: MemberId
  readonly beside: MemberId
}

/** Four words that the two of them read to each other. They take a moment, so that nobody can try keys until theirs say the same. */
export function FourWords(props: Between): JSX.Element {
  const { room, was, back, beside } = props
  const [words, setWords] = useState<readonly string[] | null>(null)
  useEffect(() => {
    const shown = { still: true }
    void wordsBetween({ room, was, back, beside }).then((made) => {
      if (shown.still) setWords(made)
    })
    return () => {
      shown.still = false
    }
  }, [room, was, back, beside])
  return words === null ? <p role="status">{t('concern.anew.wordsSoon')}</p> : <WordsToCompare words={words} label={t('concern.anew.words')} />
}
