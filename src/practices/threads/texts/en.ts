import type { English } from '../../../texts/t.ts'

export const en = {
  'threads.title': { text: 'Who I am in this', note: 'Title of the card on identity and history.' },
  'threads.outbox': { text: 'Who I am in this', note: 'Name of this in the list of what waits to be sent.' },
  'threads.lede': {
    text: 'What of you does this touch, and what older thing does it echo? Answer what you like. Nobody else reads it.',
    note: 'Below the title.',
  },
  'threads.own': { text: 'My threads', note: 'Title of the sheet.' },
  'threads.own.lede': {
    text: 'A pattern can be real even when one person’s reading is questioned. You can give one line to your own listener. The rest stays here.',
    note: 'Above the questions.',
  },
  'threads.parts': { text: 'Which parts of who you are does this touch? Your own words.', note: 'Question. No list to choose from.' },
  'threads.during': { text: 'What was going on for you then?', note: 'Question.' },
  'threads.echo': { text: 'What older pattern does it echo?', note: 'Question.' },
  'threads.lived': { text: 'What do I know from living it?', note: 'Question, the first of two boxes.' },
  'threads.view': { text: 'What is my view, that others may see another way?', note: 'Question, the second of two boxes.' },
  'threads.understood': { text: 'What do I want others to understand?', note: 'Question.' },
  'threads.name': { text: 'What should not be done in my name, or in the name of my people?', note: 'Question.' },
  'threads.line': { text: 'One line for your own listener, if you like', note: 'Question. Only this line can ever be given on.' },
  'threads.line.hint': { text: 'Only this line can leave this page, and only by your own hand.', note: 'Below threads.line.' },
  'threads.helper': { text: 'For those who help', note: 'Title of the sheet for holders and supporters.' },
  'threads.helper.lede': { text: 'For you alone. There is no right answer, and nobody asks for it.', note: 'Above the question to helpers.' },
  'threads.agree': { text: 'Am I agreeing, or holding back, because of who is speaking?', note: 'Question to helpers.' },
  'threads.next': { text: 'What would I say if it came from somebody else?', note: 'Question to helpers.' },
} as const satisfies English
