export const checks = [
  { id: 'IM1-author', text: 'Nobody writes on or closes the words of somebody else.' },
  { id: 'IM2-there', text: 'A holder marks as heard what is there to be heard.' },
  { id: 'IM3-child', text: 'In the room with the holders it rests while a child is part of it.' },
] as const
