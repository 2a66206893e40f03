/** The names of what the checker may say: letter-checker rules and missing parts, in the order of their tables. */

export const hints = ['COND', 'BUT', 'PASSIVE', 'MINIMISE', 'BLAME', 'FEELSHIFT', 'INTENT', 'SELF', 'FORGIVE', 'EXCUSE', 'CONTACT', 'VAGUE'] as const
export type Hint = (typeof hints)[number]

export const missingParts = ['NO_SORRY', 'NO_ACT', 'NO_OWN', 'NO_IMPACT', 'NO_REPAIR', 'NO_CHANGE'] as const
export type MissingPart = (typeof missingParts)[number]

export type LetterLanguage = 'en' | 'es'
