export const checks = [
  { id: 'HD1-term', text: 'A part ends within twelve weeks.' },
  { id: 'HD2-tie', text: 'With a closing tie nobody writes that they hold.' },
  { id: 'HD3-none', text: 'No tie stands alone.' },
  { id: 'HD4-part', text: 'The part somebody writes is the one they have in the room.' },
] as const
