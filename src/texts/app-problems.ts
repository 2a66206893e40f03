import { appProblemsEn } from './app-problems.en.ts'
import { appProblemsEs } from './app-problems.es.ts'
import { defineTexts } from './t.ts'

/** `problems.t('problem.offline.title')` */
export const problems = defineTexts({ en: appProblemsEn, es: appProblemsEs })
