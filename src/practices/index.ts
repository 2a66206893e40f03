import { alreadyPublic } from './already-public/index.ts'
import { appreciation } from './appreciation/index.ts'
import { before } from './before/index.ts'
import { checkIn } from './check-in/index.ts'
import { goingPublic } from './going-public/index.ts'
import { listening } from './listening/index.ts'
import type { Practice } from './practice.ts'
import { support } from './support/index.ts'

/** The list of practices, one line each, in the order they show themselves on Today. */
export const practices: readonly Practice[] = [
  checkIn, // P01
  appreciation, // P02
  before, // P31
  goingPublic, // P14
  listening, // P18
  alreadyPublic, // P32
  support, // P19
]
