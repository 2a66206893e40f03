import type { English } from './t.ts'

/** Texts of the pages around the practices. */
export const appEn = {
  'app.leaveNow': { text: 'Leave now', note: 'Link at the top end of every page and dialog: goes to a harmless page at once and forgets what was open.' },
} as const satisfies English
