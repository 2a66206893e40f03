export const checks = [
  { id: 'SU1-needs', text: 'A supporter says nothing of what is needed.' },
  { id: 'SU1-taking', text: 'Whom it is for says for nobody that they do it.' },
  { id: 'SU1-look', text: 'A supporter does not look again in the place of whom it is for.' },
  { id: 'SU2-what', text: 'A task says what would help.' },
] as const
