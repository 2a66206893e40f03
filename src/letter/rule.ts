import type { Hint, MissingPart } from './hints.ts'

/** One pattern a line. A hint fires where one of `on` is found and none of `not`. */
export interface Rule {
  readonly on: string
  readonly not?: string
}

export type HintRules = Readonly<Partial<Record<Hint, readonly Rule[]>>>
export type PartRules = Readonly<Record<MissingPart, Rule>>

/** How the writer tells of what they used to say: what stands before those words, what does not count as such, and what takes them back anywhere. */
export interface Told {
  readonly before: string
  readonly notBefore: string
  readonly after: string
  /** A plain account of an act, of what it did, or of a promise. */
  readonly plain: string
  /** Words that make it less than plain. */
  readonly notPlain: string
}
