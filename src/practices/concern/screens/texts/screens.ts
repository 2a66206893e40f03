import { defineTexts } from '../../../../texts/t.ts'
import { backEn } from './back.en.ts'
import { backEs } from './back.es.ts'
import { concernEn } from './concern.en.ts'
import { concernEs } from './concern.es.ts'
import { decideEn } from './decide.en.ts'
import { decideEs } from './decide.es.ts'
import { movesEn } from './moves.en.ts'
import { movesEs } from './moves.es.ts'
import { nextEn } from './next.en.ts'
import { nextEs } from './next.es.ts'
import { somethingEn } from './something.en.ts'
import { somethingEs } from './something.es.ts'
import { waitsEn } from './waits.en.ts'
import { waitsEs } from './waits.es.ts'

/** Every text of the screens; the practice's own list of texts takes them in as they are. */
export const screensEn = { ...somethingEn, ...concernEn, ...waitsEn, ...decideEn, ...movesEn, ...nextEn, ...backEn } as const
export const screensEs = { ...somethingEs, ...concernEs, ...waitsEs, ...decideEs, ...movesEs, ...nextEs, ...backEs } as const

export const screens = defineTexts({ en: screensEn, es: screensEs })
