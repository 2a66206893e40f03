/** What a journey leans to: turns that shut the way to others or need much before them are seldom come to by chance alone. */
import type { Code } from './meant.ts'

export interface Leaning {
  /** From that step on. */
  readonly after: number
  /** Every second step is one of these while one of them may be taken. */
  readonly steps: readonly string[]
  /** Most asks for a yes go this way once both rooms are open; NH stands for the other side's, whichever it is. */
  readonly way?: readonly [Code, Code]
}

/** Days and keys wait for nobody to be asked in. */
const comingIn = ['answers ready', 'holds with another', 'supports', 'listens', 'sits with the person named', 'takes a part in it', 'comes into the room of a limit']

const theirRoom = ['opens a lock', 'opens the holders’ room', 'holds with another', 'offers a room', 'opens their room', 'sits with the person named']

export const leanings: readonly Leaning[] = [
  { after: 0, steps: [] },
  { after: 20, steps: ['stops it', ...theirRoom] },
  { after: 22, steps: ['says that a child is part of it'] },
  { after: 16, steps: ['has new keys', ...comingIn] },
  { after: 4, steps: [...theirRoom, 'moves the kind', 'opens a door there', 'has a letter ready', 'reads the letter', 'asks for the letter', 'brings the letter', 'says what she wants to hear', 'days pass'] },
  { after: 4, steps: ['asks somebody to listen', 'listens', 'tells', 'ends the listening'] },
  { after: 20, steps: ['steps back from holding'] },
  { after: 8, steps: ['makes a room of a limit', 'comes into the room of a limit'] },
  { after: 8, steps: [...theirRoom, 'opens a door there', 'shuts a door there'] },
  { after: 18, steps: ['days pass', 'answers late', ...comingIn] },
  { after: 4, steps: [...theirRoom, 'opens a door there', 'asks for a yes', 'answers', 'vouches', 'moves words'], way: ['HH', 'NH'] },
]

const betweenSides = [...theirRoom, 'asks for a yes', 'answers', 'moves words']

/** Every second one that several brought: until the other side has its room, and then between the two. */
export const leaningsOfSeveral: readonly Leaning[] = [
  { after: 2, steps: betweenSides, way: ['HH', 'NH'] },
  { after: 2, steps: betweenSides, way: ['NH', 'HH'] },
]

export function leansTo({ steps }: Leaning, step: string): boolean {
  return steps.includes(step)
}
