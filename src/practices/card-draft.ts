/** Answers that were begun and not sent: kept in the writer's own room as a draft. */
import * as v from 'valibot'
import { bareShape, emptyAnswers, linesShape, type Answer, type Answers, type Prompt, type Prompts } from './prompts.ts'

/** What a draft holds of these prompts, on top of what stood before; what no longer fits is left out. */
export function answersOfDraft(prompts: Prompts, text: string, before: Answers): Answers {
  const drafted = read(text)
  const start = { ...emptyAnswers(prompts), ...before }
  if (drafted === null) return start
  const fitting = Object.entries(prompts).filter(([key, prompt]) => Object.hasOwn(drafted, key) && v.safeParse(draftedShape(prompt), drafted[key]).success)
  return { ...start, ...(Object.fromEntries(fitting.map(([key]) => [key, drafted[key]])) as Answers) }
}

/**
 * Only what somebody changed of what stood before, so that a draft brings back no older answer over what others wrote meanwhile.
 *
 * Words the app filled in are left out: they may be taken back by whoever they are of, and a draft would keep them.
 */
export function draftOf(prompts: Prompts, answers: Answers, before: Answers): string {
  const changed = Object.entries(answers).filter(([key, answer]) => !isGiven(prompts[key]) && JSON.stringify(answer) !== JSON.stringify(before[key]))
  return changed.length === 0 ? '' : JSON.stringify(Object.fromEntries(changed))
}

/** What is not ready to be sent is still somebody's words: too long, or a line that was only begun. */
function draftedShape(prompt: Prompt): v.GenericSchema<unknown, Answer> {
  switch (prompt.kind) {
    case 'text':
      return v.string()
    case 'list':
      return v.pipe(v.array(v.string()), v.maxLength(prompt.most))
    case 'lines':
      return linesShape(prompt, draftedShape)
    case 'choice':
    case 'many':
    case 'scale':
    case 'people':
    case 'date':
      return bareShape(prompt)
  }
}

function isGiven(prompt: Prompts[string] | undefined): boolean {
  return prompt?.kind === 'text' && prompt.given === true
}

function read(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '') return null
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Readonly<Record<string, unknown>>) : null
  } catch {
    // Kept by an older app in another shape: the words of the sheet itself still stand.
    return null
  }
}
