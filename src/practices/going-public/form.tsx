import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import * as v from 'valibot'
import { utf8 } from '../../base/bytes.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { RoomBox } from '../../ui/room.tsx'
import { CareNote, ErrorNote, Note } from '../../ui/said.tsx'
import type { Refused } from '../practice.ts'
import { PromptField } from '../prompt-fields.tsx'
import { emptyAnswers, isAsked, isEmptyAnswer, onlyAsked, type Answer, type Answers, type Prompt } from '../prompts.ts'
import { onlyMe, RefusedNote, StopHere } from '../view.tsx'
import { answers as answersShape } from './events.ts'
import { longest, mixed, prompts } from './prompts.ts'
import { isNotAsked, mixedIn, wasNotSafe, type Sheet } from './rules.ts'
import { texts } from './texts/going-public.ts'
import type { PauseView } from './view.tsx'

/** Question 8 is the last (GP5). */
const steps = ['danger', 'happened', 'hope', 'tried', 'power', 'whose', 'cost', 'good', 'decision', 'mixed'] as const
type Step = (typeof steps)[number]

/** One question at a time, with all of them one tap away. What is typed is kept in the own room as it is typed, but for question 8. */
export function Questions(props: { readonly view: PauseView; readonly sheet: Sheet | null }): JSX.Element {
  const { view, sheet } = props
  const draftKey = sheet?.id ?? 'new'
  const [answers, setAnswers] = useState<Answers>(() => drafted(view.draft(draftKey)) ?? sheet?.answers ?? emptyAnswers(prompts))
  const [mixedAnswers, setMixed] = useState<Answers>(() => (sheet === null ? null : mixedIn(sheet, view.today)) ?? emptyAnswers(mixed))
  const [at, setAt] = useState<number | 'all'>(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const tooLong = (['happened', 'good'] as const).some((key) => utf8(String(answers[key] ?? '')).length > longest[key])

  function change(key: string, answer: Answer): void {
    const next = { ...answers, [key]: answer }
    setAnswers(next)
    view.saveDraft(draftKey, JSON.stringify(onlyAsked(prompts, next)))
  }

  async function keep(pause: boolean): Promise<void> {
    const answer = await view.act({
      kind: 'keep',
      sheet: sheet?.id ?? null,
      answers: onlyAsked(prompts, answers),
      mixed: saysMixed(sheet, mixedAnswers) ? mixedAnswers : null,
      pause,
    })
    setRefused(answer)
    if (answer !== null) return
    view.saveDraft(draftKey, '')
    view.go('going-public', '')
  }

  const ask = (step: Step): JSX.Element =>
    step === 'mixed' ? (
      <PromptField
        key={step}
        prompt={mixed.mixed}
        texts={texts}
        people={view.people}
        me={view.me}
        answer={mixedAnswers['mixed'] ?? null}
        onAnswer={(answer) => setMixed({ mixed: answer })}
      />
    ) : (
      <Asked key={step} step={step} view={view} answers={answers} onAnswer={change} />
    )
  const shown = at === 'all' ? steps : steps.slice(at, at + 1)
  return (
    <>
      <Head title={texts.t('going-public.title')} lede={texts.t('going-public.lede')} />
      <RoomBox readers={onlyMe()}>
        {shown.map(ask)}
        {at !== 'all' && (
          <Acts>
            {at > 0 && <Button onPress={() => setAt(at - 1)}>{texts.t('going-public.back')}</Button>}
            {at < steps.length - 1 && <Button onPress={() => setAt(at + 1)}>{texts.t('going-public.next')}</Button>}
          </Acts>
        )}
        <Acts>
          <Button kind="text" onPress={() => setAt(at === 'all' ? 0 : 'all')}>
            {texts.t(at === 'all' ? 'going-public.one' : 'going-public.all')}
          </Button>
        </Acts>
        <p class="hint">{texts.t('going-public.anyOrder')}</p>
        {tooLong && <ErrorNote title={texts.t('going-public.tooLong')} />}
        <RefusedNote refused={refused} texts={texts} />
        <Pair>
          <Button disabled={tooLong} onPress={() => void keep(false)}>
            {texts.t('going-public.keep')}
          </Button>
          <Button disabled={tooLong} onPress={() => void keep(true)}>
            {texts.t('going-public.pause')}
          </Button>
        </Pair>
        <p class="hint">{texts.t('going-public.pause.hint')}</p>
        <StopHere practice="going-public" />
      </RoomBox>
    </>
  )
}

/** One question, and what it opens: whom to call, the two lists, a plain word. */
function Asked(props: {
  readonly step: Exclude<Step, 'mixed'>
  readonly view: PauseView
  readonly answers: Answers
  readonly onAnswer: (key: string, answer: Answer) => void
}): JSX.Element {
  const { step, view, answers } = props
  const field = (key: keyof typeof prompts): JSX.Element => (
    <PromptField prompt={prompts[key]} texts={texts} people={view.people} me={view.me} answer={answers[key] ?? null} onAnswer={(answer) => props.onAnswer(key, answer)} />
  )
  return (
    <>
      {field(step)}
      {step === 'danger' && answers['danger'] === 'yes' && <Help call={view.beforehand?.call ?? []} />}
      {step === 'tried' && wasNotSafe(answers) && <Note>{texts.t('going-public.tried.notSafe.after')}</Note>}
      {step === 'power' && <TwoLists />}
      {step === 'whose' && isNotAsked(answers) && (
        <Note>
          <b>{texts.t('going-public.whose.stop')}</b>
        </Note>
      )}
      {step === 'decision' && isAsked(prompts.waitUntil as Prompt, answers) && field('waitUntil')}
    </>
  )
}

function Help(props: { readonly call: readonly string[] }): JSX.Element {
  return (
    <CareNote title={texts.t('going-public.danger.first')}>
      {props.call.length === 0 ? (
        <p>{texts.t('going-public.danger.none')}</p>
      ) : (
        props.call.map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))
      )}
    </CareNote>
  )
}

const right = ['going-public.right.1', 'going-public.right.2', 'going-public.right.3', 'going-public.right.4', 'going-public.right.5'] as const
const other = ['going-public.other.1', 'going-public.other.2', 'going-public.other.3', 'going-public.other.4', 'going-public.other.5'] as const

/** Two lists of equal size and weight, whatever was answered (GP2). */
export function TwoLists(): JSX.Element {
  return (
    <div class="split even">
      <OneList title={texts.t('going-public.right')}>
        {right.map((key) => (
          <li key={key}>{texts.t(key)}</li>
        ))}
      </OneList>
      <OneList title={texts.t('going-public.other')}>
        {other.map((key) => (
          <li key={key}>{texts.t(key)}</li>
        ))}
      </OneList>
    </div>
  )
}

function OneList(props: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <Part title={props.title}>
      <ul class="rows">{props.children}</ul>
    </Part>
  )
}

/** An empty answer is written only over an earlier one. */
function saysMixed(sheet: Sheet | null, answers: Answers): boolean {
  return !isEmptyAnswer(answers['mixed']) || (sheet !== null && sheet.mixed !== null)
}

function drafted(text: string): Answers | null {
  if (text === '') return null
  try {
    const read = v.safeParse(answersShape, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
