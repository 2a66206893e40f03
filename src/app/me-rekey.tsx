import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { isSameWord } from '../account/same-word.ts'
import type { NewWords } from '../client/api.ts'
import { me } from '../texts/app-me.ts'
import { app } from '../texts/app.ts'
import { language } from '../texts/language.ts'
import { languageTag } from '../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { StateWord } from '../ui/rows.tsx'
import { ErrorNote, WordsToCompare } from '../ui/said.tsx'
import { useOpen } from './here.ts'
import { PrintedSheet, TongueChoice, type WordLanguage } from './me-words.tsx'
import { TaskState, useTask } from './task.tsx'

/** After a device was lost unlocked, or somebody saw the words. First the new words come onto paper, then two of them are asked for, and only then anything changes. */
export function RekeyPage(): JSX.Element {
  const { model, session } = useOpen()
  const { t } = me
  const [old, setOld] = useState('')
  const [tongue, setTongue] = useState<WordLanguage>(() => languageTag(language.value))
  const [fresh, setFresh] = useState<NewWords | null>(null)
  const [step, setStep] = useState<'asking' | 'words' | 'check' | 'done'>('asking')
  const task = useTask()
  const oldWords = old.trim() === '' ? null : old.trim()

  if (fresh !== null && step === 'words') return <NotYet words={fresh.words} host={model.host} onDone={() => setStep('check')} />
  if (fresh !== null && step === 'check') {
    return (
      <OnPaper fresh={fresh} onBack={() => setStep('words')} onRight={() => task.run(() => session.rekey({ oldWords, words: fresh.words }), () => setStep('done'))} isBusy={task.busy}>
        <TaskState task={task} />
      </OnPaper>
    )
  }
  if (step === 'done') {
    return (
      <>
        <Head title={t('me.rekey.title')} />
        <p role="status">
          <StateWord node="n-done">{t('me.rekey.done')}</StateWord>
        </p>
        <p>{t('me.rekey.doneMore')}</p>
        <Acts>
          <LinkButton href="#me/code">{t('me.rekey.newCode')}</LinkButton>
          <LinkButton href="#me">{t('me.rekey.back')}</LinkButton>
        </Acts>
      </>
    )
  }
  return (
    <>
      <Head title={t('me.rekey.title')} lede={t('me.rekey.lede')} />
      <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
        <Line label={t('me.rekey.old')} hint={t('me.rekey.oldHint')} value={old} onInput={setOld} secret />
      </RoomBox>
      <TongueChoice value={tongue} onPick={setTongue} />
      <Part>
        <p>{t('me.rekey.code')}</p>
        <p>{t('me.words.before')}</p>
        <Button
          disabled={task.busy}
          onPress={() =>
            task.run(() => session.newWords({ oldWords, language: tongue }), (made) => {
              setFresh(made)
              setStep('words')
            })
          }
        >
          {t('me.rekey.show')}
        </Button>
        <TaskState task={task} />
      </Part>
    </>
  )
}

function NotYet(props: { readonly words: readonly string[]; readonly host: string; readonly onDone: () => void }): JSX.Element {
  const { t } = me
  return (
    <>
      <div class="part far noprint">
        <Head title={t('me.rekey.newWords')} lede={t('me.rekey.notYet')} />
        <WordsToCompare words={props.words} label={t('me.rekey.newWords')} />
        <Pair>
          <Button onPress={() => globalThis.print()}>{t('me.words.print')}</Button>
          <Button onPress={props.onDone}>{t('me.words.onPaper')}</Button>
        </Pair>
      </div>
      <PrintedSheet host={props.host} words={props.words} code={null} />
    </>
  )
}

function OnPaper(props: { readonly fresh: NewWords; readonly isBusy: boolean; readonly onBack: () => void; readonly onRight: () => void; readonly children: JSX.Element }): JSX.Element {
  const { t } = me
  const { words, ask } = props.fresh
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [isWrong, setWrong] = useState(false)
  const compare = (): void => {
    const right = ask.every((position, index) => isSameWord(typed[index]!, words[position - 1]!))
    setWrong(!right)
    if (right) props.onRight()
  }
  return (
    <>
      <Head title={t('me.check.title')} lede={t('me.rekey.check')} />
      <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
        <Line label={app.t('app.words.word', { number: ask[0] })} value={typed[0]} onInput={(value) => setTyped([value, typed[1]])} secret />
        <Line label={app.t('app.words.word', { number: ask[1] })} value={typed[1]} onInput={(value) => setTyped([typed[0], value])} secret />
        <Button disabled={props.isBusy} onPress={compare}>
          {t('me.rekey.do')}
        </Button>
        {isWrong && (
          <ErrorNote title={t('me.check.wrong')}>
            <p>{t('me.rekey.wrongNext')}</p>
          </ErrorNote>
        )}
        {props.children}
      </RoomBox>
      <Acts>
        <Button kind="text" disabled={props.isBusy} onPress={props.onBack}>
          {t('me.rekey.again')}
        </Button>
      </Acts>
    </>
  )
}
