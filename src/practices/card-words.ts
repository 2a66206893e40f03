/** Answers of a card as words somebody reads: for moving them, each below its question, in the language of whoever moves them. */
import type { AnyTexts } from '../texts/t.ts'
import type { Leaf } from './card-rules.ts'
import type { Person } from './practice.ts'
import { inWords } from './prompt-fields.tsx'
import { isEmptyAnswer, type Answers } from './prompts.ts'

export interface WordsOf {
  readonly prompt: string
  readonly question: string
  readonly words: string
}

/** One for every answer that was given; `only`: of these prompts alone. */
export function wordsOf(
  leaf: Pick<Leaf, 'prompts'>,
  answers: Answers,
  said: { readonly texts: AnyTexts; readonly people: readonly Person[]; readonly only?: readonly string[] | undefined },
): readonly WordsOf[] {
  const { texts, people, only } = said
  return Object.entries(leaf.prompts)
    .filter(([key]) => !isEmptyAnswer(answers[key]) && (only === undefined || only.includes(key)))
    .map(([key, prompt]) => ({ prompt: key, question: texts.find(prompt.label) ?? '', words: inWords(prompt, answers[key] ?? null, texts, people) }))
}

/** The same as one text. */
export function asText(words: readonly WordsOf[]): string {
  return words.map((each) => `${each.question}\n${each.words}`).join('\n\n')
}
