import { appStatesEn } from './app-states.en.ts'
import { appStatesEs } from './app-states.es.ts'
import { defineTexts } from './t.ts'

/** `states.t('state.offline')` */
export const states = defineTexts({ en: appStatesEn, es: appStatesEs })
