import type { Person } from '../../practice.ts'

/** Whether a title holds a name of somebody in the circle (R6): any word of it, whatever its case or accents. Checked on this device alone. */
export function holdsName(title: string, people: readonly Person[]): boolean {
  const words = new Set(wordsOf(title))
  return people.some((person) => wordsOf(person.name).some((word) => word.length > 1 && words.has(word)))
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
