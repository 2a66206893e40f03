export const checks = [
  { id: 'AL1-two', text: 'Two holders open it.' },
  { id: 'AL3-two', text: 'The one who spoke and the one named are looked after by two people.' },
  { id: 'AL4-why', text: 'An answer to a demand says why.' },
  { id: 'AL4-open', text: 'It is not closed while a demand has no answer.' },
  { id: 'AL5-true', text: 'What is true in it is written before what we say.' },
  { id: 'AL6-voice', text: 'One person answers.' },
  { id: 'AL6-first', text: 'Somebody reads it first.' },
  { id: 'AL6-two', text: 'Whoever reads it first is not the one who answers.' },
] as const
