export const checks = [
  { id: 'CL1-certificate', text: 'Of nobody it is said that they are accountable or cleared.' },
  { id: 'CL2-words', text: 'A yes is over exactly the words of the closing as they stand.' },
  { id: 'CL3-holders', text: 'A closing is closed with the yes of two holders.' },
  { id: 'CL3-people', text: 'Own words are closed with the yes of everybody who has a part in them.' },
  { id: 'CL9-open', text: 'Lines are written while the closing is open.' },
  { id: 'CL4-raiser', text: 'Only the raiser says that it was not this person, or not so.' },
  { id: 'CL5-asks', text: 'In kind A own words stand only where the hurt person asked for them.' },
] as const
