import { expect, test } from 'vitest'
import { answersOfDraft, draftOf } from './card-draft.ts'
import { emptyAnswers, type Prompts } from './prompts.ts'

const prompts = {
  lines: {
    kind: 'lines',
    label: 'lines',
    most: 3,
    each: { what: { kind: 'text', label: 'what', bytes: 100, needed: true }, how: { kind: 'choice', label: 'how', options: { seen: 'seen', told: 'told' }, needed: true } },
  },
  asked: { kind: 'list', label: 'asked', most: 3, bytes: 100 },
} as const satisfies Prompts

function found(answers: object): object {
  const nothing = emptyAnswers(prompts)
  return answersOfDraft(prompts, draftOf(prompts, { ...nothing, ...answers }, nothing), nothing)
}

test('a line that was only begun is there again, and so is one that is too long', () => {
  const begun = { lines: [{ what: 'I said four sentences.', how: null }], asked: ['A pause', ''] }
  expect(found(begun)).toEqual(begun)
  const long = { lines: [{ what: 'x'.repeat(60_000), how: 'seen' }], asked: ['y'.repeat(60_000)] }
  expect(found(long)).toEqual(long)
})

test('what a newer app asks and this one does not is left out', () => {
  expect(found({ lines: [{ what: 'x', how: 'dreamt' }] })).toEqual({ lines: [], asked: [] })
  expect(answersOfDraft(prompts, JSON.stringify({ other: 'x', asked: ['A pause'] }), emptyAnswers(prompts))).toEqual({ lines: [], asked: ['A pause'] })
})
