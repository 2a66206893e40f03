import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { Part } from '../../../../ui/page.tsx'
import { screens } from '../texts/screens.ts'

const { t } = screens

/** One way of the water, in or out; the drawing takes as long. */
const breathSeconds = 10
const breaths = 12

type Pause = 'offered' | 'skipped' | 'over' | { readonly breath: number }

/** Two quiet minutes. Nothing moves before the press, and where motion is unwelcome only the words change. */
export function SlowDown(): JSX.Element | null {
  const [pause, setPause] = useState<Pause>('offered')
  const breath = typeof pause === 'object' ? pause.breath : null
  useEffect(() => {
    if (breath === null) return
    const timer = setTimeout(() => setPause(breath + 1 < breaths ? { breath: breath + 1 } : 'over'), breathSeconds * 1000)
    return () => clearTimeout(timer)
  }, [breath])
  if (pause === 'skipped') return null
  return (
    <Part title={t('concern.something.slow')}>
      {pause === 'over' ? (
        <p role="status">{t('concern.something.slow.over')}</p>
      ) : breath === null ? (
        <p>{t('concern.something.slow.more')}</p>
      ) : (
        <>
          <Tide />
          <p class="title">{breath % 2 === 0 ? t('concern.something.slow.in') : t('concern.something.slow.out')}</p>
        </>
      )}
      {pause === 'offered' && (
        <Pair>
          <Button onPress={() => setPause({ breath: 0 })}>{t('concern.something.slow.begin')}</Button>
          <Button onPress={() => setPause('skipped')}>{t('concern.something.slow.skip')}</Button>
        </Pair>
      )}
      {breath !== null && <Button onPress={() => setPause('skipped')}>{t('concern.something.slow.skip')}</Button>}
    </Part>
  )
}

function Tide(): JSX.Element {
  const edge = 'M-10 40c30-9 60-9 92 0s64 9 98 0 66-9 98 0 66 9 140-2'
  return (
    <svg class="tide flip" viewBox="0 0 400 88" preserveAspectRatio="none" aria-hidden="true">
      <g class="swell">
        <path d={`${edge}v70H-10z`} fill="var(--pool)" stroke="none" />
        <path d={edge} stroke-width="2" />
      </g>
    </svg>
  )
}
