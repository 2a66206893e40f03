import type { Translated } from './t.ts'
import type { appEn } from './app.en.ts'

export const appEs: Translated<typeof appEn> = {
  'app.leaveNow': 'Salir ya',
}
