import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../log/types.ts'
import { Button } from '../../../ui/acts.tsx'
import { Checks, Choices } from '../../../ui/choices.tsx'
import { Part } from '../../../ui/page.tsx'
import { RoomBox, Writing } from '../../../ui/room.tsx'
import { onlyMe } from '../../view.tsx'
import { longest } from '../shapes.ts'
import { concernsOf } from '../concerns.ts'
import { paybackDue } from '../own-state.ts'
import { Danger } from './danger.tsx'
import { Gone } from './gone.tsx'
import { DoneNote, usePress, WhyNot } from './press.tsx'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

const { t } = screens

/** "Has anyone treated you worse since?" In the own room, at 2, 6 and 12 weeks; told to nobody but whom one picks (G8). */
export function PaybackPage(props: { readonly view: ConcernView; readonly concern: string }): JSX.Element {
  const { view } = props
  const due = paybackDue(view.states.personal, view.today).find((each) => each.ref === props.concern)
  const [answer, setAnswer] = useState<'no' | 'yes' | 'not-sure' | null>(null)
  const [words, setWords] = useState(() => view.draft(`payback.${props.concern}`))
  const [chosen, setChosen] = useState<readonly MemberId[]>([])
  const [answered] = useState(due)
  const pressing = usePress(view)
  const opening = usePress(view)
  if (answered === undefined) return <Gone />
  const concern = concernsOf(view.states, view.me).find((each) => each.ref === props.concern)
  const about = concern?.rooms.flatMap(({ state }) => state.begun?.about ?? []) ?? []
  const people = view.people.filter((person) => person.present && person.id !== view.me && !about.includes(person.id))
  return (
    <>
      <Danger {...view} />
      <Choices
        page
        legend={t('concern.wait.payback')}
        hint={t('concern.payback.lede')}
        value={answer}
        onPick={setAnswer}
        options={[
          { value: 'no', title: t('concern.payback.no') },
          { value: 'yes', title: t('concern.payback.yes') },
          { value: 'not-sure', title: t('concern.payback.unsure') },
        ]}
      />
      <RoomBox readers={onlyMe()}>
        <Writing
          label={t('concern.payback.words')}
          value={words}
          maxLength={longest.page / 3}
          onInput={(text) => {
            setWords(text)
            view.saveDraft(`payback.${props.concern}`, text)
          }}
        />
        <Button
          kind="fill"
          disabled={answer === null}
          onPress={() =>
            answer !== null && pressing.press({ kind: 'answer-payback', ref: answered.ref, week: answered.week, answer, words }, () => view.saveDraft(`payback.${props.concern}`, ''))
          }
        >
          {t('concern.keep')}
        </Button>
        <WhyNot of={pressing} />
        <DoneNote of={pressing} />
      </RoomBox>
      {(answer === 'yes' || answer === 'not-sure') && (
        <Part rule>
          <p>{t('concern.payback.pick')}</p>
          <Checks legend={t('concern.payback.who')} options={people.map((person) => ({ value: person.id, title: person.name }))} values={chosen} onToggle={setChosen} />
          <Button
            disabled={chosen.length === 0}
            onPress={() =>
              opening.press(
                { kind: 'open-room', code: 'HS', title: '', card: null, ref: null, invited: chosen.map((member) => ({ member, part: 'supporter' as const })), askNote: '' },
                () => view.go('concern', ''),
              )
            }
          >
            {t('concern.payback.open')}
          </Button>
          <WhyNot of={opening} />
        </Part>
      )}
    </>
  )
}
