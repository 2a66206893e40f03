/** What keeps telling and being heard from going faster than anybody's yes. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { Around } from '../practice.ts'
import type { Card, CardGuard } from '../card-rules.ts'
import { partOf, type ConcernRoom } from '../concern-room.ts'
import type { Answer } from '../prompts.ts'

const between = '\n\n'

/** Exactly what the hurt person let be told: words of hers that stand in the holders' room by her yes, for telling. */
export function clearedWords(concern: ConcernRoom | null): string {
  return standingWords(concern).join(between)
}

function standingWords(concern: ConcernRoom | null): readonly string[] {
  return (concern?.moved ?? [])
    .filter((moved) => moved.purpose === 'tell' && moved.takenBack === null && moved.ended === null)
    .filter((moved) => check('HE1-hers', moved.author === null || concern?.parts.has(moved.author) !== true))
    .map((moved) => moved.words)
}

export const herWordsFirst: CardGuard = {
  rule: 'HE1',
  textKey: 'hearing.refused.HE1',
  // She may take them back later, and their body goes: what was prepared is hidden then, and nobody is blamed for it.
  onlyBefore: true,
  holds: (_answers, { around }) => check('HE1-yes', clearedWords(around.concern) !== ''),
}

export const exactlyHers: CardGuard = {
  rule: 'HE2',
  textKey: 'hearing.refused.HE2',
  onlyBefore: true,
  holds: ({ cleared }, { around }) => check('HE2-exact', cleared === clearedWords(around.concern)),
}

/** Every word of it is hers and still stands; else nobody is shown it, and its writer's app takes it out. */
export function isCleared(cleared: Answer | undefined, concern: ConcernRoom | null): boolean {
  const rest = standingWords(concern).reduce(
    (left, words) => (left === words ? '' : left.startsWith(`${words}${between}`) ? left.slice(words.length + between.length) : left),
    typeof cleared === 'string' ? cleared : '',
  )
  return check('HE1-shown', cleared !== '' && typeof cleared === 'string' && rest === '')
}

export const filledInFirst: CardGuard = {
  rule: 'HE3',
  textKey: 'hearing.refused.HE3',
  // That somebody was told stays true when the words are taken back.
  onlyBefore: true,
  holds: (_answers, { around, cards }) =>
    check(
      'HE3-filled',
      cards.some((card) => card.leaf === 'telling' && card.state !== 'closed' && isCleared(card.sheets.at(-1)?.answers['cleared'], around.concern)),
    ),
}

/** In the own room and among those one chose it is one's own to begin; with holders, a holder opens it. */
export const withAHolder: CardGuard = {
  rule: 'HE5',
  textKey: 'hearing.refused.HE5',
  holds: (_answers, { writer, around }) => check('HE5-holder', around.concern?.begun?.code !== 'NH' || partOf(around.concern, writer) === 'holder'),
}

export const bothSaidSo: CardGuard = {
  rule: 'HE5',
  textKey: 'hearing.refused.HE5',
  // Either of them may say *later* afterwards: what was written meanwhile stays.
  onlyBefore: true,
  holds: (_answers, { around, cards }) => around.concern?.begun?.code !== 'NH' || check('HE5-both', wantToGoOn(around, cards)),
}

export function wantToGoOn(around: Pick<Around, 'concern' | 'present'>, cards: readonly Card[]): boolean {
  const newest = new Map(cards.filter((card) => card.leaf === 'ready').flatMap((card) => card.sheets.map((sheet) => [sheet.writer, sheet.answers['go']] as const)))
  const inPart = (part: 'named' | 'supporter'): readonly string[] =>
    [...(around.concern?.parts ?? [])].filter(([person, held]) => held.part === part && around.present.has(person)).map(([person]) => person)
  const says = (person: string): boolean => newest.get(person as never) === 'yes'
  const supporters = inPart('supporter')
  return inPart('named').every(says) && (supporters.length === 0 || supporters.some(says))
}

/** With holders of the hurt person it is for those who were hurt on more than one side. */
export const eachSide: CardGuard = {
  rule: 'HE6',
  textKey: 'hearing.refused.HE6',
  holds: (_answers, { around }) => check('HE6-each', around.concern?.begun?.code !== 'HH' || around.concern.kind === 'C'),
}
