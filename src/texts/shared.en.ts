import type { English } from './t.ts'

/** Words that stand in many places. Room names are those of the practices: they are the words on the screen. */
export const sharedEn = {
  'shared.onlyYou': { text: 'Only you.', note: 'Who-can-read line of a box. Bold.' },
  'shared.onlyYou.more': { text: 'You find it on any device of yours.', note: 'Follows shared.onlyYou, not bold.' },
  'shared.youAnd': { text: 'You and {name} (2)', note: 'Who-can-read line of something between two people. {name} is a person. The number counts everyone who can read, you too.' },
  'shared.everyone': { text: 'Everyone in the circle ({count})', note: 'Who-can-read line of the room of all. {count} is how many people can read, you too.' },
  'shared.keep': { text: 'Keep', note: 'Button: writes what was typed into your own room.' },
  'shared.send': { text: 'Send', note: 'Button: sends what was typed to the people named in the line above it.' },
  'shared.change': { text: 'Change it', note: 'Button: opens what you wrote so that you can edit it.' },
  'shared.notNow': { text: 'Not now', note: 'Button: puts an offer aside without any effect.' },
  'shared.stop': { text: 'Stop here', note: 'Button: leaves a form; nothing is sent.' },
  'shared.yes': { text: 'Yes', note: 'Answer to a question.' },
  'shared.no': { text: 'No', note: 'Answer to a question. Needs no reason.' },
  'shared.ratherNotSay': { text: 'Rather not say', note: 'One of the answers to choose from. Never last and least.' },
  'shared.formerMember': { text: 'Somebody who left', note: 'Stands in place of the name of a person who is no longer in the circle.' },
  'shared.you': { text: 'You', note: 'Stands in place of your own name, at the start of a line.' },
  'shared.refused.malformed': { text: 'This app could not read what was written.', note: 'Why an entry changed nothing. The words of the entry are never shown.' },
  'shared.refused.wrongPlace': { text: 'This was written in a room where it does not belong.', note: 'Why an entry changed nothing.' },
  'shared.refused.newer': { text: 'Somebody here uses a newer app. Load this page again to go on.', note: 'Why nothing can be written: a newer app wrote something this one does not know.' },
} as const satisfies English
