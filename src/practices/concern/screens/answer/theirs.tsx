import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../../log/types.ts'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { Checks } from '../../../../ui/choices.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Note } from '../../../../ui/said.tsx'
import { whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { Answering } from './page.tsx'

const { t } = screens

/** The person named opens a room of their own and lets in whom they want. *Not now* is neutral. */
export function OpenTheirs(props: Answering): JSX.Element {
  const { view, letter } = props
  const [chosen, setChosen] = useState<readonly MemberId[]>(letter.holders)
  const pressing = usePress(view)
  const open = (): void =>
    pressing.press({ kind: 'open-their-room', letter: letter.ref, from: letter.from, title: t('concern.answer.theirTitle'), holders: [...chosen] }, () => view.go('concern', ''))
  const later = (): void =>
    pressing.press({ kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'not-available', ties: [], terms: null, untilDay: null }, () => view.go('today', ''))
  return (
    <Part>
      <p>
        <b>{t('concern.anyone')}</b>
      </p>
      <Note title={t('concern.notCourt.title')}>
        <p>{t('concern.notCourt')}</p>
      </Note>
      <Checks
        legend={t('concern.answer.theirs')}
        hint={t('concern.answer.theirs.hint')}
        options={letter.holders.map((id) => ({ value: id, title: whoIs(view, id) }))}
        values={chosen}
        onToggle={setChosen}
      />
      <WhyNot of={pressing} />
      <Pair>
        <Button disabled={chosen.length === 0} onPress={open}>
          {t('concern.answer.open')}
        </Button>
        <Button onPress={later}>{t('concern.answer.notNow')}</Button>
      </Pair>
    </Part>
  )
}
