import { appEn } from './app.en.ts'
import { appEs } from './app.es.ts'
import { defineTexts } from './t.ts'

/** `app.t('app.leaveNow')` */
export const app = defineTexts({ en: appEn, es: appEs })
