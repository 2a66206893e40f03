export const checks = [
  { id: 'LI2-place', text: 'Where a limit counts is one line of places.' },
  { id: 'LI3-end', text: 'A limit ends after it begins.' },
  { id: 'LI3-long', text: 'A limit is two weeks at most for now, else ninety days.' },
  { id: 'LI3-again', text: 'A limit for now is not made longer by writing it anew.' },
  { id: 'LI4-other', text: 'Whoever agrees to a limit did not write it.' },
  { id: 'LI4-agreed', text: 'A limit is told once a second holder agreed to it as it stands.' },
  { id: 'LI4-two', text: 'Where a limit is read, its own writer’s yes is none.' },
  { id: 'LI4-anew', text: 'Where a limit is read, a yes to earlier words is none.' },
  { id: 'LI4-first', text: 'Where a limit is read, it counts only once it was agreed.' },
  { id: 'LI4-after', text: 'Where a limit is read, it was told after it was agreed.' },
  { id: 'LI5-rule', text: 'Somebody asks for a look at a limit that is there.' },
  { id: 'LI6-waits', text: 'A limit that puts her in danger waits.' },
] as const
