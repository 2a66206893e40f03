import { cardsEn } from './cards.en.ts'
import { cardsEs } from './cards.es.ts'
import { defineTexts } from './t.ts'

/** `cards.t('cards.open')` */
export const cards = defineTexts({ en: cardsEn, es: cardsEs })
