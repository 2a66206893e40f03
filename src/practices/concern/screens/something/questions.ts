import type { RaiseDraft } from './draft.ts'
import type { screensEn } from '../texts/screens.ts'

/** One page each. */
export const questionIds = ['who', 'not-see', 'what', 'still', 'closest', 'want', 'away', 'locks', 'knows', 'reach', 'holders'] as const
export type QuestionId = (typeof questionIds)[number]

export const questionTitles = {
  who: 'concern.q.who',
  'not-see': 'concern.q.notSee',
  what: 'concern.q.what',
  still: 'concern.q.still',
  closest: 'concern.q.closest',
  want: 'concern.q.want',
  away: 'concern.q.away',
  locks: 'concern.q.locks',
  knows: 'concern.q.knows',
  reach: 'concern.q.reach',
  holders: 'concern.q.holders',
} as const satisfies Readonly<Record<QuestionId, keyof typeof screensEn>>

export const whoTitles = {
  hurt: 'concern.q.who.hurt',
  witness: 'concern.q.who.witness',
  carrier: 'concern.q.who.carrier',
  self: 'concern.q.who.self',
  several: 'concern.q.who.several',
} as const

export const wantTitles = {
  heard: 'concern.q.want.heard',
  safe: 'concern.q.want.safe',
  space: 'concern.q.want.space',
  advice: 'concern.q.want.advice',
  'talk-to-them': 'concern.q.want.talk',
  'group-knows': 'concern.q.want.group',
  keep: 'concern.q.want.keep',
} as const

/** Which questions somebody is asked: the locks are the hurt person's, and whether they know is for those who speak for them. */
export function questionsFor(draft: RaiseDraft): readonly QuestionId[] {
  switch (draft.answers.who) {
    case null:
    case 'hurt':
      return questionIds.filter((id) => id !== 'knows')
    case 'witness':
    case 'carrier':
      return questionIds.filter((id) => id !== 'away')
    case 'self':
      return ['who', 'not-see', 'what', 'reach', 'holders']
    case 'several':
      return ['who', 'not-see', 'what', 'still', 'want', 'reach', 'holders']
  }
}

export function isAnswered(draft: RaiseDraft, id: QuestionId): boolean {
  const { answers } = draft
  switch (id) {
    case 'who':
      return answers.who !== null
    case 'not-see':
      return answers.about.length > 0 || answers.notSee.length > 0
    case 'what':
      return answers.happened.trim() !== '' || answers.ratherTalk
    case 'still':
      return answers.going !== null
    case 'closest':
      return answers.closest !== null
    case 'want':
      return answers.wants.length > 0
    case 'away':
      return answers.howWeWork !== null
    case 'locks':
      return true
    case 'knows':
      return answers.theyKnow !== null
    case 'reach':
      return answers.reach.trim() !== ''
    case 'holders':
      return draft.holders.length > 0
  }
}

/** What must be said before it can be sent: as little as lets somebody answer without doing harm. */
export function missingToSend(draft: RaiseDraft): readonly QuestionId[] {
  const needed: readonly QuestionId[] = ['who', 'knows', 'reach', 'holders']
  return questionsFor(draft).filter((id) => needed.includes(id) && !isAnswered(draft, id))
}
