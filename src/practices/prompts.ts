/**
 * The prompts a worksheet can ask, and what an answer to each looks like.
 *
 * An answer that was left out is the empty one of its kind: '' for words, null for one of something, [] for many.
 */
import * as v from 'valibot'
import { utf8 } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId } from '../log/types.ts'
import { isMember, memberShape } from './body-shapes.ts'

export type Prompt<Key extends string = string> =
  | (Asked<Key> & { readonly kind: 'text'; readonly bytes: number; readonly rows?: number; /** The app fills it in; nobody types it. */ readonly given?: true })
  | (Asked<Key> & { readonly kind: 'choice'; readonly options: Readonly<Record<string, Key>> })
  | (Asked<Key> & { readonly kind: 'many'; readonly options: Readonly<Record<string, Key>> })
  | (Asked<Key> & { readonly kind: 'scale'; readonly from: number; readonly to: number; readonly ends: readonly [Key, Key] })
  | (Asked<Key> & { readonly kind: 'people'; readonly most: number; /** Whoever writes it is not among the names. */ readonly others?: true })
  | (Asked<Key> & { readonly kind: 'date' })
  | (Asked<Key> & { readonly kind: 'list'; readonly most: number; readonly bytes: number })
  | (Asked<Key> & { readonly kind: 'lines'; readonly most: number; readonly each: Readonly<Record<string, LinePrompt<Key>>> })

/** What one line of repeated lines may ask. */
export type LinePrompt<Key extends string = string> = Extract<Prompt<Key>, { readonly kind: 'text' | 'choice' | 'date' }> & { readonly when?: never }

interface Asked<Key extends string> {
  readonly label: Key
  readonly hint?: Key
  /** A sheet is not written without it. */
  readonly needed?: boolean
  /** Asked only where another choice was answered so; else it is empty. */
  readonly when?: { readonly prompt: string; readonly is: readonly string[] }
}

export type Prompts<Key extends string = string> = Readonly<Record<string, Prompt<Key>>>

export type Answer = null | string | number | readonly string[] | readonly Readonly<Record<string, null | string | number>>[]
export type Answers = Readonly<Record<string, Answer>>

/** The exact shape of answers to these prompts. Strict: what was not asked is not taken. */
export function answersShape(prompts: Prompts): v.GenericSchema<unknown, Answers> {
  const shape = v.strictObject(
    Object.fromEntries(Object.entries(prompts).map(([key, prompt]) => [key, prompt.when === undefined ? shapeOf(prompt) : bareShape(prompt)])),
  )
  const sometimes = Object.entries(prompts).filter(([, prompt]) => prompt.when !== undefined)
  if (sometimes.length === 0) return shape
  return v.pipe(
    shape,
    v.check((answers: Answers) =>
      sometimes.every(([key, prompt]) => (isAsked(prompt, answers) ? prompt.needed !== true || !isEmptyAnswer(answers[key]) : isEmptyAnswer(answers[key]))),
    ),
  )
}

/** Whether a prompt is asked, after what was answered so far. */
export function isAsked(prompt: Prompt, answers: Answers): boolean {
  const answer = prompt.when === undefined ? null : answers[prompt.when.prompt]
  return prompt.when === undefined || (typeof answer === 'string' && prompt.when.is.includes(answer))
}

/** Without answers to what is no longer asked, so that nothing goes along unseen. */
export function onlyAsked(prompts: Prompts, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(prompts).map(([key, prompt]) => [key, isAsked(prompt, answers) ? (answers[key] ?? emptyAnswer(prompt)) : emptyAnswer(prompt)]),
  )
}

export function emptyAnswers(prompts: Prompts): Answers {
  return Object.fromEntries(Object.entries(prompts).map(([key, prompt]) => [key, emptyAnswer(prompt)]))
}

export function emptyAnswer(prompt: Prompt): Answer {
  switch (prompt.kind) {
    case 'text':
      return ''
    case 'choice':
    case 'scale':
    case 'date':
      return null
    case 'many':
    case 'people':
    case 'list':
    case 'lines':
      return []
  }
}

export function isEmptyAnswer(answer: Answer | undefined): boolean {
  return answer === undefined || answer === null || (typeof answer === 'string' ? answer.trim() === '' : typeof answer !== 'number' && answer.length === 0)
}

/** Longer somewhere than what can be sent. */
export function isTooLong(prompt: Prompt, answer: Answer | undefined): boolean {
  const over = (words: unknown, bytes: number): boolean => typeof words === 'string' && utf8(words).length > bytes
  switch (prompt.kind) {
    case 'text':
      return over(answer, prompt.bytes)
    case 'list':
      return Array.isArray(answer) && answer.some((each) => over(each, prompt.bytes))
    case 'lines':
      return (
        Array.isArray(answer) &&
        answer.some((line) => typeof line === 'object' && Object.entries(prompt.each).some(([key, each]) => each.kind === 'text' && over(line[key], each.bytes)))
      )
    case 'choice':
    case 'many':
    case 'scale':
    case 'people':
    case 'date':
      return false
  }
}

/** Every word somebody wrote, one after another. */
export function everyWord(answers: Answers): string {
  return Object.values(answers)
    .flatMap((answer) =>
      Array.isArray(answer)
        ? answer.flatMap((each: string | Readonly<Record<string, null | string | number>>) => (typeof each === 'string' ? [each] : Object.values(each)))
        : [answer],
    )
    .filter((each) => typeof each === 'string')
    .join('\n')
}

/** Somebody named in an answer of a people prompt. */
export function peopleNamed(prompts: Prompts, answers: Answers, keys: readonly string[]): readonly MemberId[] {
  const named = keys.flatMap((key) => {
    const answer = answers[key]
    return prompts[key]?.kind === 'people' && Array.isArray(answer) ? answer.filter(isMember) : []
  })
  return [...new Set(named)]
}

/**
 * Answers as the text a yes is signed over: one line an answer, in the order of the prompts, the same in every language.
 *
 * Names of prompts and options stand as they are declared and people as their ids, since words on a screen differ from reader to reader and a signature may not.
 */
export function exactText(prompts: Prompts, answers: Answers): string {
  return Object.keys(prompts)
    .map((key) => `${key}: ${JSON.stringify(answers[key] ?? null)}`)
    .join('\n')
}

/** Bodies for the conformance suite: two that fit and some that do not. */
export function examplesOf(prompts: Prompts): { readonly fit: readonly Answers[]; readonly broken: readonly Cbor[] } {
  const full = onlyAsked(prompts, Object.fromEntries(Object.entries(prompts).map(([key, prompt]) => [key, anAnswer(prompt)])))
  const least = onlyAsked(
    prompts,
    Object.fromEntries(Object.entries(prompts).map(([key, prompt]) => [key, prompt.needed === true ? anAnswer(prompt) : emptyAnswer(prompt)])),
  )
  const wrong = Object.keys(prompts).map((key): Cbor => ({ ...full, [key]: true }))
  const missing = Object.entries(prompts)
    .filter(([, prompt]) => prompt.needed === true && isAsked(prompt, full))
    .map(([key, prompt]): Cbor => ({ ...full, [key]: emptyAnswer(prompt) }))
  return { fit: [full, least], broken: [{ ...full, notAsked: 'x' }, ...wrong, ...missing] }
}

function anAnswer(prompt: Prompt): Answer {
  switch (prompt.kind) {
    case 'text':
      return 'Words.'
    case 'choice':
      return Object.keys(prompt.options)[0] ?? null
    case 'many':
      return Object.keys(prompt.options).slice(0, 1)
    case 'scale':
      return prompt.from
    case 'people':
      return ['ab'.repeat(32)]
    case 'date':
      return 20_557
    case 'list':
      return ['Words.']
    case 'lines':
      return [Object.fromEntries(Object.entries(prompt.each).map(([key, each]) => [key, anAnswer(each) as null | string | number]))]
  }
}

function shapeOf(prompt: Prompt): v.GenericSchema<unknown, Answer> {
  const shape = bareShape(prompt)
  return prompt.needed === true
    ? v.pipe(
        shape,
        v.check((answer: Answer) => !isEmptyAnswer(answer)),
      )
    : shape
}

/** The shape of one answer, whether or not it is needed. */
export function bareShape(prompt: Prompt): v.GenericSchema<unknown, Answer> {
  switch (prompt.kind) {
    case 'text':
      return v.pipe(v.string(), v.maxBytes(prompt.bytes))
    case 'choice':
      return v.nullable(v.picklist(Object.keys(prompt.options)))
    case 'many':
      return v.pipe(v.array(v.picklist(Object.keys(prompt.options))), v.maxLength(Object.keys(prompt.options).length))
    case 'scale':
      return v.nullable(v.pipe(v.number(), v.integer(), v.minValue(prompt.from), v.maxValue(prompt.to)))
    case 'people':
      return v.pipe(v.array(memberShape), v.maxLength(prompt.most))
    case 'date':
      return v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
    case 'list':
      return v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxBytes(prompt.bytes))), v.maxLength(prompt.most))
    case 'lines':
      return linesShape(prompt, shapeOf)
  }
}

/** Repeated lines, each answer on one of them in the shape that `of` says. */
export function linesShape({ each, most }: Extract<Prompt, { readonly kind: 'lines' }>, of: (prompt: Prompt) => v.GenericSchema<unknown, Answer>): v.GenericSchema<unknown, Answer> {
  const line = v.strictObject(Object.fromEntries(Object.entries(each).map(([key, prompt]) => [key, of(prompt) as v.GenericSchema<unknown, null | string | number>])))
  return v.pipe(v.array(line), v.maxLength(most))
}
