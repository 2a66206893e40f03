/** Which text says which answer, hint or state. */

export const formWords = {
  letter: 'letter.form.letter',
  'two-way': 'letter.form.two-way',
} as const

export const formHints = {
  letter: 'letter.form.letter.hint',
  'two-way': 'letter.form.two-way.hint',
} as const

export const hopeWords = {
  yes: 'letter.hope.yes',
  no: 'letter.hope.no',
  'not-sure': 'letter.hope.not-sure',
} as const

export const partWords = {
  act: 'letter.part.act',
  choice: 'letter.part.choice',
  impact: 'letter.part.impact',
  repair: 'letter.part.repair',
  change: 'letter.part.change',
  how: 'letter.part.how',
  worse: 'letter.part.worse',
  missed: 'letter.part.missed',
  next: 'letter.part.next',
} as const

export const notAskingWords = {
  reply: 'letter.notAsking.reply',
  forgiveness: 'letter.notAsking.forgiveness',
  meeting: 'letter.notAsking.meeting',
  silence: 'letter.notAsking.silence',
} as const

export const notAskingLines = {
  reply: 'letter.line.reply',
  forgiveness: 'letter.line.forgiveness',
  meeting: 'letter.line.meeting',
  silence: 'letter.line.silence',
} as const

export const wayWords = {
  alone: 'letter.way.alone',
  someone: 'letter.way.someone',
  aloud: 'letter.way.aloud',
  part: 'letter.way.part',
} as const

export const courtWords = {
  no: 'letter.courtAsk.no',
  yes: 'letter.courtAsk.yes',
  'not-sure': 'letter.courtAsk.not-sure',
} as const

/** Why a line was marked, in one sentence. */
export const reasons = {
  COND: 'letter.why.COND',
  BUT: 'letter.why.BUT',
  PASSIVE: 'letter.why.PASSIVE',
  MINIMISE: 'letter.why.MINIMISE',
  BLAME: 'letter.why.BLAME',
  FEELSHIFT: 'letter.why.FEELSHIFT',
  INTENT: 'letter.why.INTENT',
  SELF: 'letter.why.SELF',
  FORGIVE: 'letter.why.FORGIVE',
  EXCUSE: 'letter.why.EXCUSE',
  CONTACT: 'letter.why.CONTACT',
  VAGUE: 'letter.why.VAGUE',
} as const

/** The question that goes with it. */
export const questions = {
  COND: 'letter.ask.COND',
  BUT: 'letter.ask.BUT',
  PASSIVE: 'letter.ask.PASSIVE',
  MINIMISE: 'letter.ask.MINIMISE',
  BLAME: 'letter.ask.BLAME',
  FEELSHIFT: 'letter.ask.FEELSHIFT',
  INTENT: 'letter.ask.INTENT',
  SELF: 'letter.ask.SELF',
  FORGIVE: 'letter.ask.FORGIVE',
  EXCUSE: 'letter.ask.EXCUSE',
  CONTACT: 'letter.ask.CONTACT',
  VAGUE: 'letter.ask.VAGUE',
} as const

export const missingWords = {
  NO_SORRY: 'letter.missing.NO_SORRY',
  NO_ACT: 'letter.missing.NO_ACT',
  NO_OWN: 'letter.missing.NO_OWN',
  NO_IMPACT: 'letter.missing.NO_IMPACT',
  NO_REPAIR: 'letter.missing.NO_REPAIR',
  NO_CHANGE: 'letter.missing.NO_CHANGE',
} as const

/** What no pattern can answer. */
export const forPeople = {
  stranger: 'letter.people.stranger',
  lookAfter: 'letter.people.lookAfter',
  smaller: 'letter.people.smaller',
  yes: 'letter.people.yes',
  month: 'letter.people.month',
} as const
