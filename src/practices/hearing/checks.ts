export const checks = [
  { id: 'HE1-yes', text: 'Telling begins once the hurt person cleared words for it.' },
  { id: 'HE1-hers', text: 'Words of a holder clear nothing.' },
  { id: 'HE1-shown', text: 'Words she took back are shown on no card.' },
  { id: 'HE2-exact', text: 'What is told is exactly what she cleared.' },
  { id: 'HE3-filled', text: 'Nobody is told before the card for it is filled in with the words that stand.' },
  { id: 'HE5-holder', text: 'A holder opens part two with the person named.' },
  { id: 'HE5-both', text: 'Part two begins once the person named and whoever supports them say so.' },
  { id: 'HE6-each', text: 'The hurt person is heard this way where both sides were hurt.' },
] as const
