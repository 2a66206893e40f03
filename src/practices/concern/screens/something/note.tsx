import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { asTitle, dayInWordsWithYear } from '../../../../texts/words.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { onlyMe } from '../../../view.tsx'
import type { Note } from '../../own-state.ts'
import { usePress, WhyNot } from '../press.tsx'
import { Gone } from '../gone.tsx'
import { RaisedAnswers } from '../raised.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { isBegun, readDraft, saveDraft } from './draft.ts'

const { t } = screens

/** A private dated note. It can stay one for good, be gone on with, or go. */
export function NotePage(props: { readonly view: ConcernView; readonly id: string }): JSX.Element {
  const { view } = props
  const note = view.states.personal.notes.find((each) => each.id === props.id)
  const pressing = usePress(view)
  const [sure, setSure] = useState(false)
  if (note === undefined) return <Gone />
  return (
    <>
      <Head title={asTitle(dayInWordsWithYear(note.firstDay))} />
      <Part>
        <WhoLine readers={onlyMe()} />
        <RaisedAnswers answers={note.answers} view={view} />
      </Part>
      <WhyNot of={pressing} />
      <Acts>
        {isBegun(readDraft(view)) ? <p class="hint">{t('concern.notes.draft')}</p> : <GoOn note={note} view={view} />}
        <Button onPress={() => globalThis.print()}>{t('concern.print')}</Button>
        <Button kind="text" onPress={() => (sure ? pressing.press({ kind: 'drop-note', note: note.id }, () => view.go('concern', 'something')) : setSure(true))}>
          {sure ? t('concern.send.dropSure') : t('concern.send.drop')}
        </Button>
      </Acts>
      <p class="onlyprint">{t('concern.notCourt')}</p>
    </>
  )
}

function GoOn(props: { readonly note: Note; readonly view: ConcernView }): JSX.Element {
  const { note, view } = props
  return (
    <Button
      kind="fill"
      onPress={() => {
        saveDraft(view, { note: note.id, answers: note.answers, title: '', holders: [] })
        view.go('concern', 'something/all')
      }}
    >
      {t('concern.notes.goOn')}
    </Button>
  )
}
