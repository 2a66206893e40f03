import { expect, test } from 'vitest'
import type { Somebody } from '../../testing/concern-circle.ts'
import { becomesKind, held, partyComesIn, presses, withJointRoom } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { plan } from './index.ts'
import { promiseWords, standingOf } from './promise.ts'
import { itemPrompts } from './prompts.ts'

test('[PL1] somebody who came after the plan was begun reads every promise made from then on, and refuses none of them', () => {
  const story = held({}, [plan as Practice])
  becomesKind(story, 'B')
  const jo = withJointRoom(story)
  const { ana, ilse, ravi, circle } = story
  for (const holder of [ilse, ravi]) presses(holder, { kind: 'open-doors', room: jo, doors: ['plan', 'plan-safety'] })
  const open = (who: Somebody, leaf: string, answers: Answers): string | null =>
    who.does('plan', { kind: 'open', room: jo, leaf, lookDay: circle.today() + 14, answers })?.rule ?? null
  expect(open(ilse, 'whole', { finished: 'A month of quiet evenings.', end: circle.today() + 100, work: 'elsewhere', state: 'going', after: '' })).toBeNull()
  partyComesIn(story, jo, ana)
  const promise: Answers = {
    ...emptyAnswers(itemPrompts),
    part: 'do',
    what: 'I close the till with Cleo.',
    for: 'group',
    by: circle.today() + 20,
    known: 'Ravi sees the list.',
    checker: [ravi.id],
    slips: 'talk',
    clear: 'yes',
    going: 'offered',
  }
  expect(open(ilse, 'item', promise)).toBeNull()
  const cards = (who: Somebody): Cards['cards'] => (who.states('plan').rooms.get(jo) as Cards).cards
  const card = cards(ravi).find((each) => each.leaf === 'item')!
  const yes = { ...emptyAnswers(itemPrompts), part: 'check', over: promiseWords(promise), agree: 'yes' }
  expect(ravi.does('plan', { kind: 'write', room: jo, card: card.id, answers: yes, over: [] })).toBeNull()
  const standing = (who: Somebody): string | null =>
    standingOf(
      cards(who).find((each) => each.id === card.id)!,
      cards(who),
      who.concern(jo),
    )
  expect([standing(ana), standing(ilse)]).toEqual(['agreed', 'agreed'])
  expect(ana.refused().filter((each) => each.type.startsWith('plan.'))).toEqual([])
  // How the plan ends she reads once a holder writes it anew.
  const whole = cards(ilse).find((each) => each.leaf === 'whole')!
  expect(
    ilse.does('plan', { kind: 'write', room: jo, card: whole.id, answers: whole.sheets[0]!.answers, over: whole.sheets.map((each) => each.seq) }),
  ).toBeNull()
  expect(cards(ana).some((each) => each.leaf === 'whole')).toBe(true)
})
