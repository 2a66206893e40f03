export const checks = [
  { id: 'MA1-one', text: 'In kind B a map is not finished with the ring of one person empty.' },
  { id: 'MA2-looked', text: 'A map with only one person in it is not finished before somebody wrote where else they looked.' },
  { id: 'MA3-share', text: 'No share stands in a ring.' },
  { id: 'MA4-kind', text: 'In kind A only the rings of rules and habits are looked at.' },
] as const
