export const checks = [
  { id: 'BH4-look', text: 'Numbers stand with a day to ring them again, within twelve weeks.' },
  { id: 'BH4-looked', text: 'Whoever looked sets the next day, within twelve weeks.' },
] as const
