import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { asTitle, dayInWordsWithYear } from '../../../../texts/words.ts'
import { Acts, LinkButton } from '../../../../ui/acts.tsx'
import { Taps } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { onlyMe } from '../../../view.tsx'
import { notesOf } from '../../own-state.ts'
import { DangerHelp } from '../danger.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { isBegun, readDraft, saveDraft } from './draft.ts'
import { SlowDown } from './slow.tsx'

const { t } = screens

/** From the first shaken minute. Nothing here waits for an answer, and nothing is sent. */
export function SomethingPage(view: ConcernView): JSX.Element {
  const [draft, setDraft] = useState(() => readDraft(view))
  const { danger } = draft.answers
  const notes = notesOf(view.states.personal)
  return (
    <>
      <Head title={t('concern.something.title')} lede={t('concern.something.lede')} />
      <Part>
        <Taps
          legend={t('concern.something.danger')}
          value={danger}
          onTap={(answer) => {
            const next = { ...draft, answers: { ...draft.answers, danger: answer } }
            setDraft(next)
            saveDraft(view, next)
          }}
          options={[
            { value: 'yes', title: t('concern.q.still.yes') },
            { value: 'no', title: t('concern.q.still.no') },
            { value: 'not-sure', title: t('concern.q.still.unsure') },
          ]}
        />
        {(danger === 'yes' || danger === 'not-sure') && (
          <div class="note care" role="status">
            <DangerHelp {...view} />
          </div>
        )}
      </Part>
      <Part>
        <p>
          <b>{t('concern.anyone')}</b>
        </p>
        {isBegun(draft) && <p>{t('concern.something.kept')}</p>}
        <Acts>
          {isBegun(draft) ? (
            <>
              <LinkButton kind="fill" href="#concern/something/all">
                {t('concern.something.goOn')}
              </LinkButton>
              <LinkButton href="#concern/something/send">{t('concern.q.toSend')}</LinkButton>
            </>
          ) : (
            <LinkButton kind="fill" href="#concern/something/who">
              {t('concern.something.begin')}
            </LinkButton>
          )}
        </Acts>
      </Part>
      <SlowDown />
      {otherWays.some(([name]) => view.hasPractice(name)) && (
        <Rows>
          {otherWays.flatMap(([name, title, hint]) => (view.hasPractice(name) ? [<Row key={name} href={`#${name}`} title={t(title)} hint={t(hint)} />] : []))}
        </Rows>
      )}
      {notes.length > 0 && (
        <Part rule title={t('concern.notes')}>
          <WhoLine readers={onlyMe()} />
          <Rows label={t('concern.notes')}>
            {notes.map((note) => (
              <Row key={note.id} href={`#concern/note/${note.id}`} title={asTitle(dayInWordsWithYear(note.firstDay))} hint={firstWords(note.answers.happened)} />
            ))}
          </Rows>
        </Part>
      )}
      <p class="hint">
        <a href="#concern/back">{t('concern.anew.way')}</a>
      </p>
      <p class="hint">{t('concern.exit')}</p>
    </>
  )
}

const otherWays = [
  ['going-public', 'concern.something.public', 'concern.something.public.hint'],
  ['already-public', 'concern.something.already', 'concern.something.already.hint'],
] as const

/** As much of a note as fits one line. */
function firstWords(text: string): string | undefined {
  const line = text.trim().split('\n')[0] ?? ''
  return line === '' ? undefined : line.length > 90 ? `${line.slice(0, 89)}…` : line
}
