import { appMeEn } from './app-me.en.ts'
import { appMeEs } from './app-me.es.ts'
import { defineTexts } from './t.ts'

/** `me.t('me.lede')` */
export const me = defineTexts({ en: appMeEn, es: appMeEs })
