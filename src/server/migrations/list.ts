import { first } from './0001-first.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sqlite: string
  readonly postgres: string
}

/** In order, numbers without a gap. Each runs in a transaction of its own and is noted in the table `migration`. */
export const migrations: readonly Migration[] = [first]

/**
 * What has to run on a database that says it has run `done`.
 *
 * The text says what to do when this program does not know the database.
 */
export function migrationsLeft(
  done: readonly { readonly number: number; readonly name: string }[],
  known: readonly Migration[] = migrations,
): { readonly left: readonly Migration[] } | { readonly refused: string } {
  for (const [index, row] of done.entries()) {
    const mine = known[index]
    if (mine === undefined) {
      return {
        refused: `This data was written by a newer Holdfast (schema ${row.number}, this program knows ${known.length}). Install that version or a newer one, and start it again.`,
      }
    }
    if (mine.number !== row.number || mine.name !== row.name) {
      return {
        refused: `This data has a schema that this program does not know (${row.number} "${row.name}"). Point --data or --database at the data of a Holdfast server, or at an empty place.`,
      }
    }
  }
  return { left: known.slice(done.length) }
}
