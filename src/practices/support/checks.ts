export const checks = [
  { id: 'SU1-needs', text: 'A supporter changes nothing of what is needed.' },
  { id: 'SU2-others', text: 'A supporter takes or gives back for themself alone.' },
  { id: 'SU2-done', text: 'A supporter calls done what they took.' },
] as const
