import type { JSX } from 'preact'
import { dayInWords } from '../../../../texts/words.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { voice } from '../../../../ui/said.tsx'
import { saidYesByLetter, type WordsAsked } from '../../own-state.ts'
import { namesOf, whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { asRead } from './said.ts'

const { t } = screens

/** Whoever was asked by letter is in no room where the words stand: here they take their yes back. */
export function SaidByLetter(props: { readonly view: ConcernView }): JSX.Element | null {
  const { view } = props
  const said = saidYesByLetter(view.states.personal, view.today)
  if (said.length === 0) return null
  return (
    <Part title={t('concern.byLetter')}>
      <Rows label={t('concern.byLetter')}>
        {said.map((ask) => (
          <SaidRow key={`${ask.from}/${ask.id}`} view={view} ask={ask} />
        ))}
      </Rows>
    </Part>
  )
}

function SaidRow(props: { readonly view: ConcernView; readonly ask: WordsAsked }): JSX.Element {
  const { view, ask } = props
  const pressing = usePress(view)
  return (
    <Row title={t('concern.yes.asks', { name: whoIs(view, ask.from) })} hint={t('concern.yes.until', { day: dayInWords(ask.untilDay) })}>
      <p class={voice(false)} dir="auto">
        {asRead(view, ask)}
      </p>
      <span class="hint">{ask.targetCode === 'CC' ? t('concern.yes.readersAll') : t('concern.knows.goes', { names: namesOf(view, ask.readers) })}</span>
      <Acts>
        <Button kind="text" onPress={() => pressing.press({ kind: 'take-back-words', id: ask.id, from: ask.from })}>
          {t('concern.row.takeBack')}
        </Button>
      </Acts>
      <WhyNot of={pressing} />
    </Row>
  )
}
