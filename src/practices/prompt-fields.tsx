/** One field for each kind of prompt, and the answers as a reader sees them. */
import type { JSX } from 'preact'
import { utf8 } from '../base/bytes.ts'
import type { Day } from '../base/clock.ts'
import { shared } from '../texts/shared.ts'
import type { AnyTexts } from '../texts/t.ts'
import { allOf, dayInWordsWithYear } from '../texts/words.ts'
import { Acts, Button } from '../ui/acts.tsx'
import { Checks, Choices, DayLine, Scale } from '../ui/choices.tsx'
import { Line, Writing } from '../ui/room.tsx'
import type { Person } from './practice.ts'
import { emptyAnswer, isEmptyAnswer, type Answer, type LinePrompt, type Prompt, type Prompts } from './prompts.ts'
import { nameOf } from './view.tsx'

interface Field {
  readonly prompt: Prompt
  readonly texts: AnyTexts
  readonly people: readonly Person[]
  /** Who writes. */
  readonly me: Person['id']
  readonly answer: Answer
  readonly onAnswer: (answer: Answer) => void
}

export function PromptField(props: Field): JSX.Element {
  const { prompt, texts } = props
  // A box of words says its hint itself.
  const below = prompt.hint === undefined || prompt.kind === 'text' ? null : <p class="hint">{say(texts, prompt.hint)}</p>
  return (
    <>
      <Question {...props} />
      {below}
    </>
  )
}

function Question(props: Field): JSX.Element {
  const { prompt, texts, people, me, answer, onAnswer } = props
  const label = say(texts, prompt.label)
  const hint = prompt.hint === undefined ? undefined : say(texts, prompt.hint)
  switch (prompt.kind) {
    case 'text':
      if (prompt.given === true) return <Given label={label} hint={hint} words={asText(answer)} />
      return (
        <>
          {(prompt.rows ?? 3) === 1 ? (
            <Line label={label} hint={hint} value={asText(answer)} onInput={onAnswer} />
          ) : (
            <Writing label={label} hint={hint} rows={prompt.rows} value={asText(answer)} onInput={onAnswer} />
          )}
          <TooLong words={asText(answer)} bytes={prompt.bytes} />
        </>
      )
    case 'choice':
      return <Choices small legend={label} options={optionsOf(prompt.options, texts)} value={answer === null ? null : asText(answer)} onPick={onAnswer} />
    case 'many':
      return <Checks small legend={label} options={optionsOf(prompt.options, texts)} values={asList(answer)} onToggle={onAnswer} />
    case 'people':
      return (
        <Checks
          small
          legend={label}
          options={people.filter((person) => person.present && (prompt.others !== true || person.id !== me)).map((person) => ({ value: person.id as string, title: person.name }))}
          values={asList(answer)}
          onToggle={(ids) => onAnswer(ids.slice(0, prompt.most))}
        />
      )
    case 'scale':
      return (
        <Scale
          label={label}
          min={prompt.from}
          max={prompt.to}
          value={typeof answer === 'number' ? answer : prompt.from}
          say={(value) => (answer === null && value === prompt.from ? shared.t('shared.sheet.noAnswer') : String(value))}
          ends={[say(texts, prompt.ends[0]), say(texts, prompt.ends[1])]}
          onInput={onAnswer}
        />
      )
    case 'date':
      return <DayLine label={label} value={typeof answer === 'number' ? (answer as Day) : null} onInput={onAnswer} />
    case 'list':
      return (
        <Repeated
          label={label}
          most={prompt.most}
          items={asList(answer)}
          empty=""
          onItems={onAnswer}
          renderItem={(item, change) => (
            <>
              <Line label={label} value={item} onInput={change} />
              <TooLong words={item} bytes={prompt.bytes} />
            </>
          )}
        />
      )
    case 'lines':
      return (
        <Repeated
          label={label}
          most={prompt.most}
          items={asLines(answer)}
          empty={emptyLine(prompt.each)}
          onItems={onAnswer}
          renderItem={(line, change) => (
            <>
              {Object.entries(prompt.each).map(([key, each]) => (
                <PromptField
                  key={key}
                  prompt={each}
                  texts={texts}
                  people={people}
                  me={me}
                  answer={line[key] ?? null}
                  onAnswer={(next) => change({ ...line, [key]: next as null | string | number })}
                />
              ))}
            </>
          )}
        />
      )
  }
}

/** Words that go beyond what can be sent stay where they are, and the writer is told while they write. */
function TooLong(props: { readonly words: string; readonly bytes: number }): JSX.Element | null {
  // The same words at every letter, so that they are read out once.
  return utf8(props.words).length > props.bytes ? <p role="alert">{shared.t('shared.sheet.tooLong', { count: props.bytes })}</p> : null
}

function Given(props: { readonly label: string; readonly hint: string | undefined; readonly words: string }): JSX.Element {
  return (
    <div>
      <p class="label">{props.label}</p>
      <p class="voice keep" dir="auto">
        {props.words}
      </p>
      {props.hint !== undefined && <p class="hint">{props.hint}</p>}
    </div>
  )
}

function Repeated<Item>(props: {
  readonly label: string
  readonly most: number
  readonly items: readonly Item[]
  readonly empty: Item
  readonly onItems: (items: readonly Item[] & Answer) => void
  readonly renderItem: (item: Item, change: (item: Item) => void) => JSX.Element
}): JSX.Element {
  const { items, most, onItems } = props
  const give = (next: readonly Item[]): void => onItems(next as readonly Item[] & Answer)
  return (
    <fieldset>
      <legend class="label">{props.label}</legend>
      {items.map((item, index) => (
        <div key={index} class="part">
          {props.renderItem(item, (next) => give(items.map((each, at) => (at === index ? next : each))))}
          <Acts>
            <Button kind="text" onPress={() => give(items.filter((_, at) => at !== index))}>
              {shared.t('shared.sheet.less')}
            </Button>
          </Acts>
        </div>
      ))}
      {items.length < most && (
        <Acts>
          <Button onPress={() => give([...items, props.empty])}>{shared.t('shared.sheet.more')}</Button>
        </Acts>
      )}
    </fieldset>
  )
}

/** Every answer that was given, below its question. */
export function AnswersInWords(props: {
  readonly prompts: Prompts
  readonly answers: Readonly<Record<string, Answer>>
  readonly texts: AnyTexts
  readonly people: readonly Person[]
}): JSX.Element {
  const { prompts, answers, texts, people } = props
  const given = Object.entries(prompts).filter(([key]) => !isEmptyAnswer(answers[key]))
  return (
    <dl class="facts">
      {given.map(([key, prompt]) => (
        <div key={key}>
          <dt>{say(texts, prompt.label)}</dt>
          <dd class={isSaid(prompt) ? 'voice keep' : undefined} dir="auto">
            {inWords(prompt, answers[key] ?? null, texts, people)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One answer, in words. */
export function inWords(prompt: Prompt, answer: Answer, texts: AnyTexts, people: readonly Person[]): string {
  switch (prompt.kind) {
    case 'text':
      return asText(answer)
    case 'choice':
      return say(texts, prompt.options[asText(answer)] ?? '')
    case 'many':
      // Each stands as it was offered, so they are no sentence.
      return asList(answer)
        .map((each) => say(texts, prompt.options[each] ?? ''))
        .join(' · ')
    case 'people':
      return allOf(asList(answer).map((each) => nameOf(people, each as Person['id'])))
    case 'scale':
      return String(answer)
    case 'date':
      return typeof answer === 'number' ? dayInWordsWithYear(answer as Day) : ''
    case 'list':
      return asList(answer).join('\n')
    case 'lines':
      return asLines(answer)
        .map((line) =>
          Object.entries(prompt.each)
            .map(([key, each]) => inWords(each, line[key] ?? null, texts, people))
            .filter((words) => words !== '')
            .join(' · '),
        )
        .join('\n')
  }
}

/** A person's own words are set in their own voice. */
function isSaid(prompt: Prompt): boolean {
  return prompt.kind === 'text' || prompt.kind === 'list' || prompt.kind === 'lines'
}

function optionsOf(options: Readonly<Record<string, string>>, texts: AnyTexts): readonly { readonly value: string; readonly title: string }[] {
  return Object.entries(options).map(([value, key]) => ({ value, title: say(texts, key) }))
}

function emptyLine(each: Readonly<Record<string, LinePrompt>>): Readonly<Record<string, null | string | number>> {
  return Object.fromEntries(Object.entries(each).map(([key, prompt]) => [key, emptyAnswer(prompt) as null | string | number]))
}

function say(texts: AnyTexts, key: string): string {
  return texts.find(key) ?? ''
}

function asText(answer: Answer): string {
  return typeof answer === 'string' ? answer : ''
}

function asList(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : []
}

function asLines(answer: Answer): readonly Readonly<Record<string, null | string | number>>[] {
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'object') : []
}
