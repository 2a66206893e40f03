import { appPeopleEn } from './app-people.en.ts'
import { appPeopleEs } from './app-people.es.ts'
import { defineTexts } from './t.ts'

/** `people.t('people.lede')` */
export const people = defineTexts({ en: appPeopleEn, es: appPeopleEs })
