import { expect, test } from 'vitest'
import type { MemberId } from '../../log/types.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import type { Card, Cards } from '../card-rules.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { demandsOf, openDemands } from './guards.ts'
import { declared } from './declared.ts'
import { alreadyPublic } from './index.ts'
import { prompts } from './prompts.ts'
import { texts } from './texts/already-public.ts'

type Person = CardPerson<Cards, Cards>

interface Holders {
  readonly on: CardRooms<Cards, Cards>
  readonly yusuf: Person
  readonly noor: Person
  readonly kim: Person
  opens(answers?: Answers): ReturnType<Person['does']>
  writes(answers: Answers): ReturnType<Person['does']>
  /** A changed app writes it past the form. */
  pasts(answers: Answers): string | null
  card(): Card
}

const first: Answers = { ...emptyAnswers(prompts), danger: 'no', said: 'A post of 12 April on the neighbourhood board.' }

function holders(): Holders {
  const on = cardRooms(alreadyPublic, { HO: { code: 'HO', title: 'The post', parts: { Yusuf: 'holder', Noor: 'holder', Kim: 'learner' } } })
  const [yusuf, noor, kim] = [on.someone('Yusuf'), on.someone('Noor'), on.someone('Kim')]
  const room = on.roomId('HO')
  const card = (): Card => yusuf.in('HO').cards[0]!
  return {
    on,
    yusuf,
    noor,
    kim,
    card,
    opens: (answers = first) => yusuf.does({ kind: 'open', room, leaf: 'answer', lookDay: on.today() + 3, answers }),
    writes: (answers) => noor.does({ kind: 'write', room, card: card().id, answers, over: card().sheets.map((sheet) => sheet.seq) }),
    pasts(answers) {
      const seq = noor.writesPastTheApp('HO', 'already-public.wrote', { card: card().id, leaf: 'answer', answers: answers as never, over: [] })
      return on.refused('HO').find((each) => each.seq === seq)?.why.rule ?? null
    },
  }
}

test('[AL1] two holders who are ready open it, and with one it stays shut', () => {
  const at = holders()
  at.on.becomes('HO', { notReady: [at.noor.id] })
  expect(at.opens()).toMatchObject({ rule: 'AL1' })
  at.yusuf.writesPastTheApp('HO', 'already-public.opened', { card: 'a'.repeat(32), leaf: 'answer', lookDay: at.on.today() + 3 })
  expect(at.on.refused('HO')).toMatchObject([{ why: { rule: 'AL1' } }])
  at.on.becomes('HO', { notReady: [] })
  expect(at.opens()).toBeNull()
  at.on.becomes('HO', { notReady: [at.yusuf.id] })
  expect(at.writes({ ...first, unknown: 'Who decided it.' })).toMatchObject({ rule: 'AL1' })
})

test('[AL1] somebody who learns reads it and writes nothing', () => {
  const at = holders()
  at.opens()
  expect(at.kim.in('HO').cards).toHaveLength(1)
  expect(at.kim.does({ kind: 'look', room: at.on.roomId('HO'), card: at.card().id, lookDay: at.on.today() + 3 })).toMatchObject({ rule: 'CA1' })
})

test('[AL3] the one who spoke and the one named are looked after by two people', () => {
  const at = holders()
  at.opens()
  const same = { ...first, spoke: 'cared', spokeCarer: 'Ida, by phone', named: 'cared', namedCarer: ' ida, by phone ' }
  expect(at.writes(same)).toMatchObject({ rule: 'AL3' })
  expect(at.pasts(same)).toBe('AL3')
  expect(at.writes({ ...same, namedCarer: 'Lev' })).toBeNull()
})

test('[AL3] not to know who spoke is an answer, and then nobody is named as looking after them', () => {
  const at = holders()
  at.opens()
  expect(at.writes({ ...first, spoke: 'unknown', spokeCarer: 'Ida' })).toMatchObject({ rule: 'CA13' })
  expect(at.writes({ ...first, spoke: 'unknown' })).toBeNull()
})

test('[AL4] each answer to a demand says why', () => {
  const at = holders()
  at.opens()
  for (const answer of ['yes', 'part', 'no', 'not-ours']) {
    const bare = { ...first, demands: [{ what: 'Publish who is paid.', answer, why: ' ' }] }
    expect(at.writes(bare)).toMatchObject({ rule: 'AL4' })
    expect(at.pasts(bare)).toBe('AL4')
    expect(at.writes({ ...first, demands: [{ what: 'Publish who is paid.', answer, why: 'It should have been known.' }] })).toBeNull()
  }
})

test('[AL4] it is not closed while a demand has no answer, and may rest', () => {
  const at = holders()
  const open = { ...first, demands: [{ what: 'Close for a month.', answer: null, why: '' }] }
  at.opens(open)
  expect([demandsOf(open).length, openDemands(open).length]).toEqual([1, 1])
  const on = { room: at.on.roomId('HO'), card: at.card().id }
  expect(at.noor.does({ kind: 'close', ...on })).toMatchObject({ rule: 'AL4' })
  expect(at.noor.does({ kind: 'rest', ...on })).toBeNull()
  at.noor.does({ kind: 'reopen', ...on, lookDay: at.on.today() + 3 })
  at.writes({ ...first, demands: [{ what: 'Close for a month.', answer: 'no', why: 'People eat here.' }] })
  expect(at.noor.does({ kind: 'close', ...on })).toBeNull()
})

const whole = (at: Holders): Answers => ({
  ...first,
  true: 'Two of us have been paid since January.',
  voice: [at.noor.id],
  first: [at.yusuf.id],
  say: 'We have read this.',
})

test('[AL5] what is true in it is written before what we say', () => {
  const at = holders()
  at.opens()
  expect(at.writes({ ...whole(at), true: '' })).toMatchObject({ rule: 'AL5' })
  expect(at.pasts({ ...whole(at), true: '  ' })).toBe('AL5')
  expect(at.writes(whole(at))).toBeNull()
})

test('[AL6] one person answers, and another reads it first', () => {
  const at = holders()
  at.opens()
  const wrong: readonly Answers[] = [
    { ...whole(at), voice: [] },
    { ...whole(at), first: [] },
    { ...whole(at), first: [at.noor.id] },
  ]
  for (const answers of wrong) {
    expect(at.writes(answers)).toMatchObject({ rule: 'AL6' })
    expect(at.pasts(answers)).toBe('AL6')
  }
  expect(at.writes({ ...first, voice: [at.noor.id] })).toBeNull()
})

test('[AL7] no question asks who wrote it, and nothing is counted or collected', () => {
  const asked = Object.values(texts.en).map((entry) => ('text' in entry ? entry.text : entry.other))
  expect(
    asked.filter((text) => /who (wrote|posted|said|spoke)( |\?)/i.test(text) && !/looks? (after|for)|Please do not|guess|one who spoke/i.test(text)),
  ).toEqual([])
  expect(Object.keys(prompts)).toEqual([
    'danger',
    'said',
    'spoke',
    'spokeCarer',
    'named',
    'namedCarer',
    'demands',
    'true',
    'unknown',
    'voice',
    'first',
    'say',
    'moreBy',
    'helps',
    'piles',
  ])
  const at = holders()
  at.opens()
  expect(at.writes({ ...first, author: [at.kim.id as MemberId], shares: 12 })).toMatchObject({ rule: 'CA13' })
})

test('[AL8] the first look is after three days at most', () => {
  const at = holders()
  expect(at.yusuf.does({ kind: 'open', room: at.on.roomId('HO'), leaf: 'answer', lookDay: at.on.today() + 4, answers: first })).toMatchObject({ rule: 'CA4' })
  expect(at.opens()).toBeNull()
  expect(declared.leaves.answer.firstLook).toBe(3)
})
