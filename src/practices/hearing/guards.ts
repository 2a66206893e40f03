/** What keeps telling and being heard from going faster than anybody's yes. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { Around } from '../practice.ts'
import type { Card, CardGuard } from '../card-rules.ts'
import { partOf, type ConcernRoom } from '../concern-room.ts'

/** Exactly what the hurt person let be told: words of hers that stand in the holders' room by her yes, for telling. */
export function clearedWords(concern: ConcernRoom | null): string {
  return (concern?.moved ?? [])
    .filter((moved) => moved.purpose === 'tell' && moved.takenBack === null && moved.ended === null)
    .filter((moved) => check('HE1-hers', moved.author === null || concern?.parts.has(moved.author) !== true))
    .map((moved) => moved.words)
    .join('\n\n')
}

export const herWordsFirst: CardGuard = {
  rule: 'HE1',
  textKey: 'hearing.refused.HE1',
  holds: (_answers, { around }) => check('HE1-yes', clearedWords(around.concern) !== ''),
}

export const exactlyHers: CardGuard = {
  rule: 'HE2',
  textKey: 'hearing.refused.HE2',
  holds: ({ cleared }, { around }) => check('HE2-exact', cleared === clearedWords(around.concern)),
}

export const filledInFirst: CardGuard = {
  rule: 'HE3',
  textKey: 'hearing.refused.HE3',
  holds: (_answers, { around, cards }) =>
    check(
      'HE3-filled',
      cards.some((card) => card.leaf === 'telling' && card.sheets.at(-1)?.answers['cleared'] === clearedWords(around.concern)),
    ),
}

/** In the own room and among those one chose it is one's own to begin; with holders, a holder opens it once both said so. */
export const bothSaidSo: CardGuard = {
  rule: 'HE5',
  textKey: 'hearing.refused.HE5',
  holds(_answers, { writer, around, cards }) {
    if (around.concern?.begun?.code !== 'NH') return true
    return check('HE5-holder', partOf(around.concern, writer) === 'holder') && check('HE5-both', wantToGoOn(around, cards))
  },
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
