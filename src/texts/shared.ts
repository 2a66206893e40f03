import { sharedEn } from './shared.en.ts'
import { sharedEs } from './shared.es.ts'
import { defineTexts } from './t.ts'

/** `shared.t('shared.keep')` */
export const shared = defineTexts({ en: sharedEn, es: sharedEs })
