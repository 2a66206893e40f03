import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { becomesKind, held, partyComesIn, presses, withJointRoom, type Story } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import { plan } from '../plan/index.ts'
import { promiseWords, standingOf } from '../plan/promise.ts'
import { itemPrompts } from '../plan/prompts.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { closing } from './index.ts'
import { draftPrompts, ownPrompts, saidYesTo } from './prompts.ts'

/** Ana and Ben are both in the joint room with the two holders, who opened these doors. */
function together(): { readonly story: Story; readonly jo: RoomId } {
  const { story, jo } = holdersTogether()
  for (const party of [story.ana, story.ben]) partyComesIn(story, jo, party)
  return { story, jo }
}

function holdersTogether(): { readonly story: Story; readonly jo: RoomId } {
  const story = held({}, [plan as Practice, closing as Practice])
  becomesKind(story, 'B')
  const jo = withJointRoom(story)
  const { ilse, ravi } = story
  for (const holder of [ilse, ravi]) presses(holder, { kind: 'open-doors', room: jo, doors: ['plan', 'plan-safety', 'closing', 'return'] })
  return { story, jo }
}

function does(who: Somebody, practice: string, order: object): string | null {
  return who.does(practice, order)?.rule ?? null
}

const draft: Answers = {
  ...emptyAnswers(draftPrompts),
  words: 'own',
  ends: 'partly',
  stands: 'Tuesdays stay apart.',
  say: 'It is over.',
  read: 'room',
  until: 20_700,
}

test('[CL3] in the room of everyone with a part: a promise with its checker’s yes, and a closing that waits for the last yes', () => {
  const { story, jo } = together()
  const { ana, ben, ilse, ravi, circle } = story
  const lookDay = circle.today() + 14
  const open = (who: Somebody, practice: string, leaf: string, answers: Answers): string | null =>
    does(who, practice, { kind: 'open', room: jo, leaf, lookDay, answers })
  const cards = (practice: string): Cards['cards'] => (ravi.states(practice).rooms.get(jo) as Cards).cards
  expect(
    open(ilse, 'plan', 'whole', { finished: 'A month of quiet evenings.', end: circle.today() + 100, work: 'elsewhere', state: 'going', after: '' }),
  ).toBeNull()
  const mine: Answers = {
    ...emptyAnswers(itemPrompts),
    part: 'do',
    what: 'I close the till with Cleo.',
    for: 'person',
    by: circle.today() + 20,
    known: 'Ravi sees the list.',
    checker: [ravi.id],
    slips: 'talk',
    clear: 'yes',
    going: 'offered',
  }
  expect(open(ben, 'plan', 'item', { ...mine, checker: [ana.id] })).toBe('PL5')
  expect(open(ben, 'plan', 'item', mine)).toBeNull()
  const promise = (): Cards['cards'][number] => cards('plan')[1]!
  const yes = { ...emptyAnswers(itemPrompts), part: 'check', over: promiseWords(mine), agree: 'yes' }
  expect(does(ravi, 'plan', { kind: 'write', room: jo, card: promise().id, answers: yes, over: [] })).toBeNull()
  expect(standingOf(promise(), cards('plan'), ana.concern(jo))).toBe('agreed')
  expect(
    does(ben, 'plan', {
      kind: 'write',
      room: jo,
      card: promise().id,
      answers: { ...mine, going: 'done' },
      over: promise()
        .sheets.filter((sheet) => sheet.writer === ben.id)
        .map((sheet) => sheet.seq),
    }),
  ).toBeNull()
  expect(standingOf(promise(), cards('plan'), ana.concern(jo))).toBe('done')
  expect(open(ravi, 'closing', 'draft', draft)).toBeNull()
  const own = { ...emptyAnswers(ownPrompts), ...saidYesTo(draft), right: 'yes' }
  expect(open(ravi, 'closing', 'own', own)).toBeNull()
  const close = (): string | null => does(ravi, 'closing', { kind: 'close', room: jo, card: cards('closing')[0]!.id })
  for (const who of [ilse, ben, ana]) {
    expect(close()).toBe('CL3')
    expect(does(who, 'closing', { kind: 'write', room: jo, card: cards('closing')[1]!.id, answers: own, over: [] })).toBeNull()
  }
  expect(close()).toBeNull()
  expect(ana.refused()).toEqual([])
})

test('[CL3] somebody who came after the words were written reads them on a new sheet, says yes, and all read the same', () => {
  const { story, jo } = holdersTogether()
  const { ana, ben, ilse, ravi, circle } = story
  partyComesIn(story, jo, ana)
  const lookDay = circle.today() + 14
  const open = (who: Somebody, leaf: string, answers: Answers): string | null => does(who, 'closing', { kind: 'open', room: jo, leaf, lookDay, answers })
  const cards = (who: Somebody): Cards['cards'] => (who.states('closing').rooms.get(jo) as Cards).cards
  const own = { ...emptyAnswers(ownPrompts), ...saidYesTo(draft), right: 'yes' }
  expect([open(ravi, 'draft', draft), open(ravi, 'own', own)]).toEqual([null, null])
  for (const who of [ilse, ana]) expect(does(who, 'closing', { kind: 'write', room: jo, card: cards(who)[1]!.id, answers: own, over: [] })).toBeNull()
  partyComesIn(story, jo, ben)
  expect(cards(ben)).toEqual([])
  expect(open(ravi, 'draft', draft)).toBeNull()
  expect(open(ben, 'own', own)).toBeNull()
  const newest = cards(ben).find((card) => card.leaf === 'draft')!
  expect(does(ilse, 'closing', { kind: 'close', room: jo, card: newest.id })).toBeNull()
  expect([ana, ben, ilse, ravi].map((who) => cards(who).find((card) => card.id === newest.id)?.state)).toEqual(['closed', 'closed', 'closed', 'closed'])
})
