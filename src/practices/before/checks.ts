export const checks = [
  { id: 'BH4-look', text: 'Numbers stand with a day to ring them again, within twelve weeks.' },
  { id: 'BH4-looked', text: 'Whoever looked sets the next day, within twelve weeks.' },
  { id: 'BH8-rest', text: 'A rest that is over is not shown.' },
  { id: 'BH8-stale', text: 'A word about room that is old is not shown.' },
] as const
