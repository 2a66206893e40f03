import { alreadyPublic } from './already-public/index.ts'
import { appreciation } from './appreciation/index.ts'
import { before } from './before/index.ts'
import { checkIn } from './check-in/index.ts'
import { closing } from './closing/index.ts'
import { concern } from './concern/index.ts'
import { goingPublic } from './going-public/index.ts'
import { hearing } from './hearing/index.ts'
import { holding } from './holding/index.ts'
import { known } from './known/index.ts'
import { impact } from './impact/index.ts'
import { letter } from './letter/index.ts'
import { limits } from './limits/index.ts'
import { listening } from './listening/index.ts'
import { map } from './map/index.ts'
import { plan } from './plan/index.ts'
import { support } from './support/index.ts'
import { threads } from './threads/index.ts'
import type { Practice } from './practice.ts'
import { talk } from './talk/index.ts'

/** The list of practices, one line each, in the order they show themselves on Today. */
export const practices: readonly Practice[] = [
  concern, // P15 to P17, and what all cards of a concern stand on
  checkIn, // P01
  appreciation, // P02
  before, // P31
  goingPublic, // P14
  listening, // P18
  alreadyPublic, // P32
  talk, // P29
  support, // P19
  limits, // P20
  impact, // P24
  hearing, // P25
  holding, // P17
  known, // P21
  threads, // P22
  map, // P23
  letter, // P26
  plan, // P27
  closing, // P28
]
