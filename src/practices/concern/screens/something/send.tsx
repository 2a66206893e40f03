import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { allOf } from '../../../../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../../../../ui/acts.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { Line, RoomBox, WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { onlyMe } from '../../../view.tsx'
import { dropWas, SayingWas, saidWas } from '../back/page.tsx'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { holdsName } from '../title.ts'
import type { ConcernView } from '../view.ts'
import { dropDraft, isBegun, isTooLong, readDraft, saveDraft } from './draft.ts'
import { mayBeAsked } from './holders.tsx'
import { missingToSend, questionTitles } from './questions.ts'

const { t } = screens

/** Keep it, send it, or let it go: two buttons of one weight, and what each does beside them. */
export function SendPage(view: ConcernView): JSX.Element {
  const [draft, setDraft] = useState(() => readDraft(view))
  const [kept, setKept] = useState(false)
  const [sure, setSure] = useState(false)
  const [was, setWas] = useState(() => saidWas(view))
  const pressing = usePress(view)
  const asked = mayBeAsked(view, draft).filter((person) => draft.holders.includes(person.id))
  const missing = missingToSend({ ...draft, holders: asked.map((person) => person.id) })
  const named = holdsName(draft.title, view.people)
  const names = allOf(asked.map((person) => person.name))
  const ready = missing.length === 0 && !named && !isTooLong(draft.answers.happened)

  function send(): void {
    const title = draft.title.trim() === '' ? t('concern.q.title.default') : draft.title.trim()
    pressing.press({ kind: 'raise', note: draft.note, title, answers: draft.answers, holders: asked.map((person) => person.id), askNote: '', ...(was === null ? {} : { was }) }, () => {
      dropDraft(view)
      dropWas(view)
      view.go('concern', '')
    })
  }

  if (kept && !isBegun(draft)) return <Kept />
  return (
    <>
      <Head title={t('concern.send.title')} />
      {missing.length > 0 && (
        <Part>
          <p>{t('concern.send.needs')}</p>
          <Rows>
            {missing.map((id) => (
              <Row key={id} href={`#concern/something/${id}`} title={t(questionTitles[id])} end={<StateWord node="n-offered">{t('concern.q.open')}</StateWord>} />
            ))}
          </Rows>
        </Part>
      )}
      {was !== null && (
        <SayingWas
          view={view}
          was={was}
          leaveOut={() => {
            dropWas(view)
            setWas(null)
          }}
        />
      )}
      <RoomBox readers={onlyMe()}>
        <Line
          label={t('concern.q.title')}
          hint={t('concern.q.title.hint')}
          value={draft.title}
          maxLength={60}
          onInput={(title) => {
            const next = { ...draft, title }
            setDraft(next)
            saveDraft(view, next)
          }}
        />
        {named && <p role="alert">{t('concern.q.title.name')}</p>}
      </RoomBox>
      <Part>
        {asked.length > 0 && (
          <WhoLine readers={{ kind: 'few', name: t('concern.send.readers', { count: asked.length + 1 }), more: t('concern.send.readersMore', { names }) }} />
        )}
        {asked.length === 1 && <p>{t('concern.send.one')}</p>}
        {isTooLong(draft.answers.happened) && <p role="alert">{t('concern.q.what.tooLong')}</p>}
        <WhyNot of={pressing} />
        <Pair>
          <Button
            disabled={!isBegun(draft)}
            onPress={() =>
              pressing.press({ kind: 'keep-note', note: draft.note, answers: draft.answers }, () => {
                dropDraft(view)
                setDraft(readDraft(view))
                setKept(true)
              })
            }
          >
            {t('concern.send.keep')}
          </Button>
          {asked.length === 0 ? (
            <LinkButton href="#concern/something/holders">{t('concern.send.choose')}</LinkButton>
          ) : (
            <Button disabled={!ready} onPress={send}>
              {t('concern.send.send', { names })}
            </Button>
          )}
        </Pair>
        <p class="hint">{t('concern.send.undo')}</p>
        {isBegun(draft) && (
          <Button
            kind="text"
            onPress={() => {
              if (sure) {
                dropDraft(view)
                setDraft(readDraft(view))
              }
              setSure(!sure)
            }}
          >
            {sure ? t('concern.send.dropSure') : t('concern.send.drop')}
          </Button>
        )}
        <p class="hint">
          {t('concern.q.stop')} <a href="#concern/something/all">{t('concern.q.all')}</a>
        </p>
      </Part>
    </>
  )
}

/** Nothing more has to be said once it is kept: only where it is. */
function Kept(): JSX.Element {
  return (
    <>
      <Head title={t('concern.send.title')} />
      <p role="status">
        <StateWord node="n-done">{t('concern.send.kept')}</StateWord>
      </p>
      <Acts>
        <LinkButton href="#concern/something">{t('concern.notes')}</LinkButton>
      </Acts>
    </>
  )
}
