import { defineTexts } from '../../../texts/t.ts'
import { screensEn, screensEs } from '../screens/texts/screens.ts'
import { refusalsEn } from './refusals.en.ts'
import { refusalsEs } from './refusals.es.ts'

export const texts = defineTexts({ en: { ...screensEn, ...refusalsEn }, es: { ...screensEs, ...refusalsEs } })
