/** What a journey leans to: turns that shut the way to others or need much before them are seldom come to by chance alone. */
import type { Code } from './meant.ts'

export interface Leaning {
  /** From that step on. */
  readonly after: number
  /** Every second step is one of these while one of them may be taken. */
  readonly steps: readonly string[]
  /** Every second ask for a yes goes this way while both rooms are open. */
  readonly way?: readonly [Code, Code]
}

export const leanings: readonly Leaning[] = [
  { after: 0, steps: [] },
  { after: 20, steps: ['stops it'] },
  { after: 22, steps: ['says that a child is part of it'] },
  { after: 10, steps: ['has new keys'] },
  { after: 8, steps: ['opens a door there', 'has a letter ready', 'reads the letter', 'asks for the letter', 'brings the letter', 'says what she wants to hear', 'days pass'] },
  { after: 4, steps: ['asks somebody to listen', 'listens', 'tells', 'ends the listening'] },
  { after: 20, steps: ['steps back from holding'] },
  { after: 8, steps: ['makes a room of a limit', 'comes into the room of a limit', 'takes a part in it'] },
  { after: 16, steps: ['opens a door there', 'shuts a door there'] },
  { after: 18, steps: ['days pass', 'asks for a yes'] },
  { after: 10, steps: ['opens a door there', 'vouches', 'moves words'], way: ['HH', 'NH'] },
]
