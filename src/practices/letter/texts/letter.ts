import { defineTexts } from '../../../texts/t.ts'
import { en } from './en.ts'
import { es } from './es.ts'

export const texts = defineTexts({ en, es })
