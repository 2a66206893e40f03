import type { Day } from '../base/clock.ts'
import { language, type Language } from './language.ts'

/** "Tuesday, 14 April" */
export function dayInWords(day: Day): string {
  return formatted(day, { weekday: 'long', day: 'numeric', month: 'long' }, 'day')
}

/** Words that stand as a title: in Spanish the days of the week begin small. */
export function asTitle(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase(languageTag(language.value)) + words.slice(1)
}

/** "Tuesday, 14 April 2026": for a day that may be in another year. */
export function dayInWordsWithYear(day: Day): string {
  return formatted(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'day')
}

/** "14 April": where the line has no room for the weekday. */
export function dayOfMonth(day: Day): string {
  return formatted(day, { day: 'numeric', month: 'long' }, 'day')
}

/** "Tue, 14 Apr": where room is scarce, such as a strip of days. */
export function shortDay(day: Day): string {
  return formatted(day, { weekday: 'short', day: 'numeric', month: 'short' }, 'day')
}

/** "Ravi, Pilar, and Linh" */
export function allOf(names: readonly string[]): string {
  return listed(names, 'conjunction')
}

/** "Ravi or Pilar" */
export function anyOf(names: readonly string[]): string {
  return listed(names, 'disjunction')
}

/** BCP 47 tag for `lang` on the page and for Intl. */
export function languageTag(chosen: Language): 'en' | 'es' {
  return chosen === 'es' ? 'es' : 'en'
}

function formatted(day: Day, shape: Intl.DateTimeFormatOptions, pseudoKey: string): string {
  if (language.value === 'pseudo') return `[[${pseudoKey}]]`
  // A Day is counted in UTC; formatting it in the zone of the device could show the day before.
  const parts = new Intl.DateTimeFormat(language.value === 'es' ? 'es' : 'en-GB', { ...shape, timeZone: 'UTC' }).formatToParts(day * 86_400_000)
  return parts.map((part, index) => (index === 1 && parts[0]?.type === 'weekday' && part.value === ' ' ? ', ' : part.value)).join('')
}

function listed(names: readonly string[], type: 'conjunction' | 'disjunction'): string {
  if (language.value === 'pseudo') return names.map((name) => `[[${name}]]`).join('')
  return new Intl.ListFormat(languageTag(language.value), { type }).format(names)
}
