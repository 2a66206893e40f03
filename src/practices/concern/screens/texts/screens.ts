import { defineTexts } from '../../../../texts/t.ts'
import { somethingEn } from './something.en.ts'
import { somethingEs } from './something.es.ts'

/** Every text of the screens; the practice's own list of texts takes them in as they are. */
export const screensEn = { ...somethingEn } as const
export const screensEs = { ...somethingEs } as const

export const screens = defineTexts({ en: screensEn, es: screensEs })
