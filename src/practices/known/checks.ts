export const checks = [
  { id: 'KN2-yes', text: 'The board stands on words of the hurt person that she moved there and did not take back.' },
  { id: 'KN3-questions', text: 'A sheet holds five open questions at most.' },
  { id: 'KN4-goes', text: 'Nobody looks at a sheet again while lines nobody needs stand on it.' },
  { id: 'KN5-one', text: 'There is one open question to a person at a time.' },
  { id: 'KN6-own', text: 'Holders write the question, and only the person asked the answer.' },
] as const
