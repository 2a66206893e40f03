import type { JSX } from 'preact'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { Part } from '../../../../ui/page.tsx'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { Answering } from './page.tsx'

const { t } = screens

/** Two answers of one weight, where no ties are asked. */
export function ComeIn(props: Answering): JSX.Element {
  const { view, letter } = props
  const pressing = usePress(view)
  const answer = (ready: boolean): void =>
    pressing.press(
      { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: ready ? 'ready' : 'not-available', ties: [], terms: null, untilDay: null },
      () => view.go('concern', ''),
    )
  return (
    <Part>
      <WhyNot of={pressing} />
      <Pair>
        <Button onPress={() => answer(true)}>{t('concern.answer.ready')}</Button>
        <Button onPress={() => answer(false)}>{t('concern.answer.no')}</Button>
      </Pair>
      <p class="hint">{t('concern.answer.noHint')}</p>
    </Part>
  )
}
