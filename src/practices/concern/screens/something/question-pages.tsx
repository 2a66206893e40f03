import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button, LinkButton, Pair } from '../../../../ui/acts.tsx'
import { Check, Checks, Choices } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { RoomBox, Writing } from '../../../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { Note } from '../../../../ui/said.tsx'
import { locks } from '../../../concern-room.ts'
import { onlyMe } from '../../../view.tsx'
import { longest, wants, type RaiseAnswers } from '../../shapes.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { isTooLong, readDraft, saveDraft, type RaiseDraft } from './draft.ts'
import { HoldersQuestion } from './holders.tsx'
import { EmptySheet } from './paper.tsx'
import { isAnswered, questionsFor, questionTitles, wantTitles, whoTitles, type QuestionId } from './questions.ts'

const { t } = screens

export interface Asked {
  readonly view: ConcernView
  readonly draft: RaiseDraft
  change(answers: Partial<RaiseAnswers>): void
  hold(holders: RaiseDraft['holders']): void
}

/** One question, and the whole list one tap away. */
export function QuestionPage(props: { readonly view: ConcernView; readonly id: QuestionId }): JSX.Element {
  const { view, id } = props
  const [draft, setDraft] = useState(() => readDraft(view))
  const keep = (next: RaiseDraft): void => {
    setDraft(next)
    saveDraft(view, next)
  }
  const asked: Asked = {
    view,
    draft,
    change: (answers) => keep({ ...draft, answers: { ...draft.answers, ...answers } }),
    hold: (holders) => keep({ ...draft, holders }),
  }
  return (
    <>
      <Question id={id} asked={asked} />
      <Ways id={id} draft={draft} />
    </>
  )
}

/** All of them, for whoever would rather see the whole. */
export function AllQuestions(props: { readonly view: ConcernView }): JSX.Element {
  const draft = readDraft(props.view)
  return (
    <>
      <Head title={t('concern.q.all')} />
      <div class="noprint">
        <Rows label={t('concern.q.all')}>
          {questionsFor(draft).map((id) => (
            <Row
              key={id}
              href={`#concern/something/${id}`}
              title={t(questionTitles[id])}
              end={isAnswered(draft, id) ? <StateWord node="n-done">{t('concern.q.answered')}</StateWord> : <StateWord node="n-offered">{t('concern.q.open')}</StateWord>}
            />
          ))}
        </Rows>
      </div>
      <Pair>
        <LinkButton href="#concern/something">{t('concern.q.back')}</LinkButton>
        <LinkButton href="#concern/something/send">{t('concern.q.toSend')}</LinkButton>
      </Pair>
      <Button kind="text" onPress={() => globalThis.print()}>
        {t('concern.printEmpty')}
      </Button>
      <EmptySheet />
    </>
  )
}

function Ways(props: { readonly id: QuestionId; readonly draft: RaiseDraft }): JSX.Element {
  const ids = questionsFor(props.draft)
  const at = ids.indexOf(props.id)
  const before = ids[at - 1]
  const after = ids[at + 1]
  return (
    <Part>
      <Pair>
        <LinkButton href={before === undefined ? '#concern/something' : `#concern/something/${before}`}>{t('concern.q.back')}</LinkButton>
        <LinkButton href={after === undefined ? '#concern/something/send' : `#concern/something/${after}`}>{t('concern.q.next')}</LinkButton>
      </Pair>
      <p class="hint">
        {t('concern.q.stop')} <a href="#concern/something/all">{t('concern.q.all')}</a>
      </p>
    </Part>
  )
}

function Question(props: { readonly id: QuestionId; readonly asked: Asked }): JSX.Element {
  const { asked } = props
  const { answers } = asked.draft
  switch (props.id) {
    case 'who':
      return (
        <Choices
          page
          legend={t('concern.q.who')}
          value={answers.who}
          onPick={(who) => asked.change({ who })}
          options={[
            { value: 'hurt', title: t(whoTitles.hurt) },
            { value: 'witness', title: t(whoTitles.witness) },
            { value: 'carrier', title: t(whoTitles.carrier) },
            { value: 'self', title: t(whoTitles.self), hint: t('concern.q.who.self.hint') },
            { value: 'several', title: t(whoTitles.several), hint: t('concern.q.who.several.hint') },
          ]}
        />
      )
    case 'not-see':
      return <NotSee {...asked} />
    case 'what':
      return <What {...asked} />
    case 'still':
      return (
        <Choices
          page
          legend={t('concern.q.still')}
          hint={t('concern.q.optional')}
          value={answers.going}
          onPick={(going) => asked.change({ going })}
          options={[
            { value: 'yes', title: t('concern.q.still.yes') },
            { value: 'no', title: t('concern.q.still.no') },
            { value: 'not-sure', title: t('concern.q.still.unsure') },
          ]}
        />
      )
    case 'closest':
      return (
        <Choices
          page
          legend={t('concern.q.closest')}
          hint={t('concern.q.closest.hint')}
          value={answers.closest}
          onPick={(closest) => asked.change({ closest })}
          options={kinds.map((kind) => ({ value: kind, title: t(`concern.kind.${kind}`), hint: `${t(`concern.kind.${kind}.1`)} ${t(`concern.kind.${kind}.2`)}` }))}
        />
      )
    case 'want':
      return (
        <Checks
          page
          legend={t('concern.q.want')}
          values={answers.wants}
          onToggle={(chosen) => asked.change({ wants: [...chosen] })}
          options={wants.map((want) => ({ value: want, title: t(wantTitles[want]) }))}
        />
      )
    case 'away':
      return (
        <Choices
          page
          legend={t('concern.q.away')}
          hint={t('concern.q.optional')}
          value={answers.howWeWork}
          onPick={(howWeWork) => asked.change({ howWeWork })}
          options={[
            { value: 'yes', title: t('concern.q.away.yes') },
            { value: 'no', title: t('concern.q.away.no') },
            { value: 'ask-later', title: t('concern.q.away.later') },
          ]}
        />
      )
    case 'locks':
      return (
        <Checks
          page
          legend={t('concern.q.locks')}
          hint={t('concern.q.locks.hint')}
          values={answers.keepShut}
          onToggle={(chosen) => asked.change({ keepShut: [...chosen] })}
          options={locks.map((lock) => ({ value: lock, title: t(`concern.lock.${lock}`) }))}
        />
      )
    case 'knows':
      return (
        <Choices
          page
          legend={t('concern.q.knows')}
          value={answers.theyKnow}
          onPick={(theyKnow) => asked.change({ theyKnow })}
          options={[
            { value: 'yes', title: t('concern.q.knows.yes') },
            { value: 'no', title: t('concern.q.knows.no') },
            { value: 'not-sure', title: t('concern.q.knows.unsure') },
            { value: 'circle', title: t('concern.q.knows.circle') },
          ]}
        >
          {(answers.theyKnow === 'no' || answers.theyKnow === 'not-sure') && <p role="status">{t('concern.q.knows.hint')}</p>}
        </Choices>
      )
    case 'reach':
      return (
        <>
          <Head title={t('concern.q.reach')} />
          <RoomBox readers={onlyMe()}>
            <Writing
              label={t('concern.words')}
              hint={t('concern.q.reach.hint')}
              value={answers.reach}
              maxLength={longest.reach / 2}
              onInput={(reach) => asked.change({ reach })}
            />
          </RoomBox>
        </>
      )
    case 'holders':
      return <HoldersQuestion {...asked} />
  }
}

const kinds = ['unsure', 'A', 'B', 'C'] as const

function NotSee(props: Asked): JSX.Element {
  const { view, draft, change } = props
  const others = view.people.filter((person) => person.present && person.id !== view.me).map((person) => ({ value: person.id, title: person.name }))
  const { about, notSee } = draft.answers
  const [names, setNames] = useState(about.length > 0)
  if (others.length === 0) return <Head title={t('concern.q.notSee')} lede={t('concern.q.nobody')} />
  return (
    <>
      <Checks page legend={t('concern.q.notSee')} hint={t('concern.q.notSee.hint')} options={others} values={notSee} onToggle={(chosen) => change({ notSee: [...chosen] })} />
      <Check
        title={t('concern.q.about.yes')}
        hint={t('concern.q.about.hint')}
        checked={names}
        onChange={(on) => {
          setNames(on)
          if (!on) change({ about: [] })
        }}
      />
      {names && <Checks legend={t('concern.q.about.who')} options={others} values={about} onToggle={(chosen) => change({ about: [...chosen] })} />}
    </>
  )
}

/** Long enough to go on typing, short enough for somebody who looks over a shoulder. */
const coverMillis = 4000

function What(props: Asked): JSX.Element {
  const { happened, ratherTalk } = props.draft.answers
  const [cover, setCover] = useState(false)
  const [covered, setCovered] = useState(false)
  useEffect(() => {
    if (!cover || covered || happened === '') return
    const timer = setTimeout(() => setCovered(true), coverMillis)
    return () => clearTimeout(timer)
  }, [cover, covered, happened])
  return (
    <>
      <Head title={t('concern.q.what')} lede={t('concern.q.what.hint')} />
      <Note title={t('concern.notCourt.title')}>
        <p>{t('concern.notCourt')}</p>
      </Note>
      <RoomBox readers={onlyMe()}>
        {covered ? (
          <>
            <p role="status">{t('concern.q.what.covered')}</p>
            <Button onPress={() => setCovered(false)}>{t('concern.q.what.uncover')}</Button>
          </>
        ) : (
          <Writing label={t('concern.words')} rows={7} value={happened} onInput={(text) => props.change({ happened: text })} />
        )}
        <Check
          title={t('concern.q.what.cover')}
          hint={t('concern.q.what.coverHint')}
          checked={cover}
          onChange={(on) => {
            setCover(on)
            setCovered(false)
          }}
        />
      </RoomBox>
      {isTooLong(happened) && <p role="alert">{t('concern.q.what.tooLong')}</p>}
      <Check title={t('concern.q.what.talk')} checked={ratherTalk} onChange={(on) => props.change({ ratherTalk: on })} />
    </>
  )
}
