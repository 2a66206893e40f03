import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { me } from '../texts/app-me.ts'
import { app } from '../texts/app.ts'
import { language } from '../texts/language.ts'
import { languageTag } from '../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../ui/acts.tsx'
import { Seg } from '../ui/choices.tsx'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { StateWord } from '../ui/rows.tsx'
import { ErrorNote, Note, WordsToCompare } from '../ui/said.tsx'
import { useOpen } from './here.ts'
import { presentPeople } from './names.ts'
import { TaskState, useTask } from './task.tsx'

export type WordLanguage = 'en' | 'es'

/** The page after somebody came in: now, or later today. */
export function WelcomePage(): JSX.Element {
  const { model, snapshot } = useOpen()
  const { t } = app
  // The founder goes on to the code on the table; a newcomer to Today.
  const later = snapshot.circle.myRole === 'steward' && presentPeople(snapshot).length === 1 ? 'people/invite' : 'today'
  return (
    <>
      <Head title={t('app.welcome.title')} lede={t('app.welcome.lede')} />
      {snapshot.me.keep === 'memory' && (
        <Note>
          <p>{t('app.welcome.sharedNow')}</p>
        </Note>
      )}
      <Pair>
        <Button onPress={() => model.go('me/words')}>{t('app.welcome.show')}</Button>
        <Button onPress={() => model.go(later)}>{t('app.welcome.later')}</Button>
      </Pair>
    </>
  )
}

export function WordsPage(): JSX.Element {
  const { model, session, snapshot } = useOpen()
  const { t } = me
  const [tongue, setTongue] = useState<WordLanguage>(() => languageTag(language.value))
  const [words, setWords] = useState<readonly string[] | null>(null)
  const task = useTask()
  if (words !== null) return <WordsShown words={words} host={model.host} onDone={() => model.go('today')} />
  if (snapshot.words !== 'not-made') {
    return (
      <>
        <Head title={t('me.words.title')} />
        <p>{t('me.words.shownBefore')}</p>
        <Acts>
          <LinkButton href="#me/rekey">{t('me.rekey.title')}</LinkButton>
        </Acts>
      </>
    )
  }
  return (
    <>
      <Head title={t('me.words.title')} lede={t('me.words.lede')} />
      <TongueChoice value={tongue} onPick={setTongue} />
      <Part>
        <p>{t('me.words.before')}</p>
        <Button kind="fill" disabled={task.busy} onPress={() => task.run(() => session.showWords(tongue), setWords)}>
          {t('me.words.show')}
        </Button>
        <TaskState task={task} />
      </Part>
    </>
  )
}

export function TongueChoice(props: { readonly value: WordLanguage; readonly onPick: (value: WordLanguage) => void }): JSX.Element {
  return (
    <Seg
      legend={me.t('me.words.language')}
      options={[
        { value: 'en', title: 'English' },
        { value: 'es', title: 'Español' },
      ]}
      value={props.value}
      onPick={props.onPick}
    />
  )
}

/** Shown once. What is printed is black on white and names neither the product nor the circle. */
function WordsShown(props: { readonly words: readonly string[]; readonly host: string; readonly onDone: () => void }): JSX.Element {
  const { t } = me
  return (
    <>
      <div class="part far noprint">
        <Head title={t('me.words.title')} lede={t('me.words.lede')} />
        <WordsToCompare words={props.words} label={t('me.words.title')} />
        <Pair>
          <Button onPress={() => globalThis.print()}>{t('me.words.print')}</Button>
          <Button onPress={props.onDone}>{t('me.words.byHand')}</Button>
        </Pair>
      </div>
      <PrintedSheet host={props.host} words={props.words} code={null} />
    </>
  )
}

export function PrintedSheet(props: { readonly host: string; readonly words: readonly string[] | null; readonly code: string | null }): JSX.Element {
  const { t } = me
  return (
    <div class="onlyprint" aria-hidden="true">
      <p class="title">{t('me.sheet.title')}</p>
      {props.words !== null && (
        <>
          <p>{t('me.sheet.more')}</p>
          <WordsToCompare words={props.words} label={t('me.words')} />
        </>
      )}
      {props.code !== null && <p>{t('me.sheet.code', { code: props.code })}</p>}
      <p>{t('me.sheet.address', { host: props.host })}</p>
    </div>
  )
}

/** Two of the seven, asked for at the next opening, to see that the paper is right. */
export function CheckPage(): JSX.Element {
  const { model, session } = useOpen()
  const { t } = me
  const [asked] = useState(() => session.wordsToCheck())
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [state, setState] = useState<'asking' | 'wrong' | 'right'>('asking')
  if (asked === null || state === 'right') {
    return (
      <>
        <Head title={t('me.check.title')} />
        <p role="status">
          <StateWord node="n-done">{t('me.check.right')}</StateWord>
        </p>
        <Acts>
          <LinkButton href="#today">{app.t('app.backToToday')}</LinkButton>
        </Acts>
      </>
    )
  }
  return (
    <>
      <Head title={t('me.check.title')} lede={t('me.check.lede')} />
      <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
        <Line label={app.t('app.words.word', { number: asked[0] })} value={first} onInput={setFirst} secret />
        <Line label={app.t('app.words.word', { number: asked[1] })} value={second} onInput={setSecond} secret />
        <Button onPress={() => void session.checkWords(first.trim(), second.trim()).then((right) => setState(right ? 'right' : 'wrong'))}>{t('me.check.compare')}</Button>
        {state === 'wrong' && (
          <ErrorNote title={t('me.check.wrong')}>
            <p>{t('me.check.wrongNext')}</p>
          </ErrorNote>
        )}
      </RoomBox>
      <Acts>
        <Button kind="text" onPress={() => model.go('today')}>
          {t('me.check.later')}
        </Button>
      </Acts>
    </>
  )
}

export function CodePage(): JSX.Element {
  const { model, session } = useOpen()
  const { t } = me
  const [code, setCode] = useState<string | null>(null)
  const task = useTask()
  return (
    <>
      <div class="part far noprint">
        <Head title={t('me.code')} lede={t('me.code.hint')} />
        {code === null ? (
          <Part>
            <p>{t('me.words.before')}</p>
            <Button kind="fill" disabled={task.busy} onPress={() => task.run(() => session.makeRecoveryCode(), setCode)}>
              {t('me.code.make')}
            </Button>
            <TaskState task={task} />
          </Part>
        ) : (
          <Part>
            <p class="address">{code}</p>
            <p>{t('me.code.shown')}</p>
            <Pair>
              <Button onPress={() => globalThis.print()}>{t('me.words.print')}</Button>
              <Button onPress={() => model.go('me')}>{t('me.words.onPaper')}</Button>
            </Pair>
          </Part>
        )}
      </div>
      {code !== null && <PrintedSheet host={model.host} words={null} code={code} />}
    </>
  )
}
