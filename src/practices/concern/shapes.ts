/** Parts of bodies that several events of a concern are made of. */
import * as v from 'valibot'
import type { Day } from '../../base/clock.ts'
import { cleanName } from '../../circle/names.ts'
import { idShape as id, memberShape as member, roomShape as room } from '../body-shapes.ts'
import { doors, locks, ties, type Door } from '../concern-room.ts'

/** Longest text of each box, in bytes of UTF-8. An entry has room for 65,532 bytes of CBOR; a story of 60,000 letters and what is asked beside it fit. */
export const longest = { story: 62_000, reach: 800, title: 120, line: 400, words: 16_000, page: 4_000, reason: 400, called: 80 } as const

/** The longest times, in days. Source: practices/00-shared-rules 3.5. */
export const days = { ask: 14, yes: 90, term: 84, look: 14, tidy: 180, notice: 30, received: 3, askAgain: 30 } as const

export { id, member, room }
export const day = v.custom<Day>((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
export const people = (most: number) => v.pipe(v.array(member), v.maxLength(most))
/** Words that may be left out: then ''. */
export const words = (bytes: number) => v.pipe(v.string(), v.maxBytes(bytes))
export const said = (bytes: number) =>
  v.pipe(
    words(bytes),
    v.check((text) => text.trim() !== ''),
  )
/** One line, as it stands inside a sentence, with no sign that turns the rest of it round; '' for the usual word. */
export const calledWord = v.pipe(
  words(longest.called),
  v.check((word) => !/[\n\r]/.test(word) && word === word.trim() && (word === '' || cleanName(word).ok)),
)
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))

export const yesNoUnsure = v.picklist(['yes', 'no', 'not-sure'])
export const kind = v.picklist(['unsure', 'A', 'B', 'C'])
export const lock = v.picklist(locks)
// `doors` is made of the keys of a table, so its type says no more than that it is a list.
export const door = v.custom<Door>((value) => typeof value === 'string' && doors.some((each) => each === value))
export const doorList = v.pipe(v.array(door), v.minLength(1), v.maxLength(doors.length))
export const code = v.picklist(['HS', 'HH', 'HO', 'NS', 'NH', 'JO', 'RU', 'SM'])
export const targetCode = v.picklist(['HS', 'HH', 'HO', 'NS', 'NH', 'JO', 'RU', 'SM', 'CC'])
export const part = v.picklist(['hurt', 'witness', 'carrier', 'named', 'holder', 'learner', 'adviser', 'supporter', 'joint', 'bound', 'applies', 'party', 'listener'])
export const raisedAs = v.picklist(['hurt', 'witness', 'carrier', 'self', 'several'])
export const purpose = v.picklist(['support', 'hold', 'tell', 'plan', 'rule', 'closing', 'learning', 'talk', 'letter', 'doors', 'outside'])
export const hears = v.picklist(['all', 'key', 'safety', 'nothing'])
export const letterWish = v.picklist(['no', 'ask-later', 'yes'])

export { closingTies, ties, type Tie } from '../concern-room.ts'
export const tie = v.picklist(ties)
export const tieList = v.pipe(v.array(tie), v.maxLength(ties.length))

/** What gives somebody power over somebody else. Source: practices/00-shared-rules 4.2. */
export const powers = [
  'hires',
  'pays',
  'houses',
  'keys',
  'expose',
  'founder',
  'standing',
  'vote',
  'care',
  'many',
  'identity',
  'other',
] as const
export type Power = (typeof powers)[number]
/** `none`: looked at, and nothing found. An empty list is no power check. */
export const powerCheck = v.pipe(v.array(v.picklist([...powers, 'none'])), v.maxLength(powers.length))

export const dutyToTell = v.strictObject({ answer: yesNoUnsure, what: words(longest.line) })
export const terms = v.strictObject({ weeks: count, hours: count, willNotDo: said(longest.line), dutyToTell })
export type Terms = v.InferOutput<typeof terms>

/** What the person wants right now. */
export const wants = ['heard', 'safe', 'space', 'advice', 'talk-to-them', 'group-knows', 'keep'] as const

/** The answers of *something happened*. Everything but who I am in it may be left out. */
export const answers = v.strictObject({
  danger: v.nullable(yesNoUnsure),
  who: v.nullable(raisedAs),
  about: people(12),
  notSee: people(12),
  happened: words(longest.story),
  ratherTalk: v.boolean(),
  going: v.nullable(yesNoUnsure),
  closest: v.nullable(kind),
  wants: v.pipe(v.array(v.picklist(wants)), v.maxLength(wants.length)),
  howWeWork: v.nullable(v.picklist(['yes', 'no', 'ask-later'])),
  /** All begin shut; what is named here she means to keep so. */
  keepShut: v.pipe(v.array(lock), v.maxLength(locks.length)),
  reach: words(longest.reach),
  /** Of a witness: does the person it happened to know? `circle`: there is nobody to ask, money or trust of the circle itself was harmed. */
  theyKnow: v.nullable(v.picklist(['yes', 'no', 'not-sure', 'circle'])),
})
export type RaiseAnswers = v.InferOutput<typeof answers>

/** What a yes to moved words is over, beside the words. */
export const moveTerms = {
  card: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
  words: said(longest.words),
  purpose,
  readers: people(200),
  recognised: people(60),
  untilDay: day,
}
