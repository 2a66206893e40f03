/** Names typed where roles are enough: told to whoever types, on their own device. */
import type { Person } from './practice.ts'

/** People of the circle whose name stands in these words as words of their own. */
export function namesIn(words: string, circle: readonly Person[]): readonly string[] {
  const said = new Set(words.toLocaleLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? [])
  return circle
    .map((person) => person.name)
    .filter(
      (name) =>
        name.trim() !== '' &&
        name
          .toLocaleLowerCase()
          .split(/\s+/)
          .every((part) => said.has(part)),
    )
}
