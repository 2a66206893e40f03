import { expect, test } from 'vitest'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import type { Card, Cards } from '../card-rules.ts'
import type { Door, Kind } from '../concern-room.ts'
import type { VerifiedConsent } from '../practice.ts'
import type { Joined } from '../with-cards.ts'
import { events, type Terms } from './events.ts'
import { talk } from './index.ts'
import { preparePrompts, type Way } from './prompts.ts'
import { daysOfYes, exactTerms, farther, pointPurpose, pointsThatStand, talkPurpose, type Talk, type TalkRoom } from './rules.ts'

type Person = CardPerson<Cards, Joined<TalkRoom>>

interface Told {
  readonly on: CardRooms<Cards, Joined<TalkRoom>>
  readonly mira: Person
  readonly joran: Person
  readonly yusuf: Person
  readonly noor: Person
  readonly hh: RoomId
  readonly nh: RoomId
  readonly small: RoomId
  talk(): Talk
}

/** Mira was hurt, Joran is named. Yusuf holds with both, Noor with Mira. Yusuf made a small room, and is alone in it. */
function told(kind: Kind = 'C', asks: readonly Door[] = [], raisedBy: Readonly<Record<string, 'witness'>> = {}): Told {
  const on = cardRooms<Cards, Joined<TalkRoom>>(
    talk as never,
    {
      HH: { code: 'HH', kind, asks, helpNamed: 'The advice centre', parts: { ...raisedBy, Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' } },
      NH: { code: 'NH', doors: ['talk'], parts: { Joran: 'named', Yusuf: 'holder' } },
      SM: { code: 'SM', card: 'talk', parts: { Yusuf: 'party' } },
      JO: { code: 'JO', doors: ['talk'], parts: { Yusuf: 'holder', Noor: 'holder' } },
    },
    'Ida',
  )
  return {
    on,
    mira: on.someone('Mira'),
    joran: on.someone('Joran'),
    yusuf: on.someone('Yusuf'),
    noor: on.someone('Noor'),
    hh: on.roomId('HH'),
    nh: on.roomId('NH'),
    small: on.roomId('SM'),
    talk: () => on.someone('Yusuf').in('SM').rest.talk!,
  }
}

const hers: Terms = { way: 'rooms', sits: 'Ida', where: 'The library, Sunday at three.', sign: 'I put my cup down.' }
const his: Terms = { way: 'together', sits: '', where: 'Any place on Sunday.', sign: 'I say stop.' }
const answers = { way: 'rooms', avoid: '', sign: hers.sign, beside: 'somebody', sits: 'Ida', where: hers.where }

function prepares(at: Told, person = at.mira, room = at.hh): ReturnType<Person['does']> {
  return person.does({ kind: 'open', room, leaf: 'prepare', lookDay: at.on.today() + 7, answers })
}

function asks(at: Told, people: readonly MemberId[] = [at.yusuf.id, at.mira.id, at.joran.id]): void {
  for (const room of [at.hh, at.nh]) expect(at.yusuf.does({ kind: 'ask-for-yes', room, small: at.small, people })).toBeNull()
}

function bothSayYes(at: Told, second: Terms = his): void {
  asks(at)
  expect(at.mira.does({ kind: 'agree', room: at.hh, terms: hers })).toBeNull()
  expect(at.joran.does({ kind: 'agree', room: at.nh, terms: second })).toBeNull()
}

/** The talk is open and both are in the room. */
function opened(kind: Kind = 'C'): Told {
  const at = told(kind)
  bothSayYes(at)
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toBeNull()
  at.on.becomes('SM', { parts: { Yusuf: 'party', Mira: 'party', Joran: 'party' } })
  return at
}

test('[TK1] while it is not known what kind it is, nobody prepares, asks or says yes', () => {
  const at = told('unsure', ['talk'])
  expect(prepares(at)).toMatchObject({ rule: 'CA3' })
  expect(at.yusuf.does({ kind: 'ask-for-yes', room: at.hh, small: at.small, people: [at.yusuf.id, at.mira.id] })).toMatchObject({ rule: 'TK1' })
  at.on.becomes('HH', { kind: 'C' })
  asks(at)
  at.on.becomes('HH', { kind: 'unsure' })
  expect(at.mira.does({ kind: 'agree', room: at.hh, terms: hers })).toMatchObject({ rule: 'TK1' })
})

test('[TK1] on the side of the person named two holders open the door, and any one shuts it', () => {
  const at = told()
  at.on.becomes('NH', { doors: [] })
  expect(prepares(at, at.joran, at.nh)).toMatchObject({ rule: 'CA3' })
  expect(at.yusuf.does({ kind: 'ask-for-yes', room: at.nh, small: at.small, people: [at.yusuf.id, at.joran.id] })).toMatchObject({ rule: 'TK1' })
  at.on.becomes('NH', { doors: ['talk'] })
  expect(prepares(at, at.joran, at.nh)).toBeNull()
})

test('[TK2] in kind A nobody offers it, though she asked and help is named; she may begin it herself', () => {
  const at = told('A', ['talk'])
  expect(at.yusuf.does({ kind: 'offer', room: at.hh, leaf: 'prepare', to: at.mira.id, lookDay: at.on.today() + 7 })).toMatchObject({ rule: 'TK2' })
  at.yusuf.writesPastTheApp('HH', 'talk.offered', { card: 'a'.repeat(32), leaf: 'prepare', to: at.mira.id, lookDay: at.on.today() + 7 })
  expect(at.on.refused('HH')).toMatchObject([{ why: { rule: 'TK2' } }])
  expect(prepares(at)).toBeNull()
})

test('[TK2] in kind A it is shut until she asks and help from outside is named', () => {
  const at = told('A')
  expect(prepares(at)).toMatchObject({ rule: 'CA3' })
  at.on.becomes('HH', { asks: ['talk'], helpNamed: undefined as never })
  expect(prepares(at)).toMatchObject({ rule: 'CA3' })
})

test('[TK3] in kind B two holders say first that the other one was heard', () => {
  const at = told('B', ['talk'])
  const says = (person: Person): unknown => person.does({ kind: 'open', room: at.hh, leaf: 'heard', lookDay: at.on.today() + 7, answers: { heard: 'yes' } })
  const offer = (): unknown => at.yusuf.does({ kind: 'offer', room: at.hh, leaf: 'prepare', to: at.mira.id, lookDay: at.on.today() + 7 })
  expect(prepares(at)).toMatchObject({ rule: 'TK3' })
  expect(offer()).toMatchObject({ rule: 'TK3' })
  expect(says(at.yusuf)).toBeNull()
  expect(says(at.yusuf)).toBeNull()
  expect(prepares(at)).toMatchObject({ rule: 'TK3' })
  expect(says(at.mira)).toMatchObject({ rule: 'CA1' })
  expect(says(at.noor)).toBeNull()
  expect(offer()).toBeNull()
  expect(prepares(at)).toBeNull()
})

test('[TK3] that the other one was heard is asked in no other kind', () => {
  const at = told('C')
  expect(at.yusuf.does({ kind: 'open', room: at.hh, leaf: 'heard', lookDay: at.on.today() + 7, answers: { heard: 'yes' } })).toMatchObject({ rule: 'TK3' })
})

test('[TK3] without her asking it stays shut in kind B, whatever the holders say', () => {
  const at = told('B')
  expect(prepares(at)).toMatchObject({ rule: 'CA3' })
})

test('[TK4] the talk opens with the yes of each, given apart and carried', () => {
  const at = told()
  asks(at)
  at.mira.does({ kind: 'agree', room: at.hh, terms: hers })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK4' })
  at.joran.does({ kind: 'agree', room: at.nh, terms: his })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toBeNull()
  expect(at.talk()).toMatchObject({
    sides: [
      { party: at.mira.id, terms: hers },
      { party: at.joran.id, terms: his },
    ],
  })
})

test('[TK4] a yes that is missing, false, for others, for another room, for something else, or over is none', () => {
  const at = told()
  const people = [at.yusuf.id, at.mira.id, at.joran.id]
  const yes = (giver: MemberId, terms: Terms, change: Partial<VerifiedConsent> = {}): VerifiedConsent => ({
    giver,
    text: exactTerms(terms, people),
    target: at.small,
    purpose: talkPurpose,
    untilDay: (at.on.today() + 3) as Day,
    readers: people,
    mayPassOn: false,
    nameMayStand: false,
    recognised: [],
    carried: new Uint8Array([1]),
    ...change,
  })
  const opens = (second: VerifiedConsent | null, day: number = at.on.today()): string | null => {
    const sides = [
      { party: at.mira.id, terms: hers },
      { party: at.joran.id, terms: his },
    ]
    const consents = [yes(at.mira.id, hers, { untilDay: 30_000 as Day }), ...(second === null ? [] : [second])]
    const seq = at.yusuf.writesPastTheApp('SM', 'talk.began', { sides, people } as never, { consents, day })
    return at.on.refused('SM').find((each) => each.seq === seq)?.why.rule ?? null
  }
  expect(opens(null)).toBe('TK4')
  expect(opens(yes(at.mira.id, his))).toBe('TK4')
  expect(opens(yes(at.joran.id, { ...his, sign: 'I say stop!' }))).toBe('TK4')
  expect(opens(yes(at.joran.id, his, { text: exactTerms(his, [...people, at.on.someone('Ida').id]) }))).toBe('TK4')
  expect(opens(yes(at.joran.id, his, { target: at.hh }))).toBe('TK4')
  expect(opens(yes(at.joran.id, his, { purpose: 'support' }))).toBe('TK4')
  expect(opens(yes(at.joran.id, his), at.on.today() + 4)).toBe('TK4')
  expect(at.yusuf.in('SM').rest.talk).toBeNull()
  expect(opens(yes(at.joran.id, his))).toBeNull()
})

test('[TK4] one party twice is no talk, and a party does not open it', () => {
  const at = told()
  const people = [at.yusuf.id, at.mira.id]
  const consent = { giver: at.mira.id, text: exactTerms(hers, people), target: at.small, purpose: talkPurpose, untilDay: 30_000 as Day } as VerifiedConsent
  const sides = [
    { party: at.mira.id, terms: hers },
    { party: at.mira.id, terms: hers },
  ]
  at.yusuf.writesPastTheApp('SM', 'talk.began', { sides, people } as never, { consents: [consent] })
  const own = { ...consent, giver: at.yusuf.id }
  const withHim = [
    { party: at.mira.id, terms: hers },
    { party: at.yusuf.id, terms: hers },
  ]
  at.yusuf.writesPastTheApp('SM', 'talk.began', { sides: withHim, people } as never, { consents: [consent, own] })
  expect(at.on.refused('SM').map((each) => each.why.rule)).toEqual(['TK4', 'TK4'])
})

test('[TK4] it opens in no other room', () => {
  const at = told()
  bothSayYes(at)
  const [write] = at.yusuf.wouldWrite({ kind: 'open-talk', room: at.small })
  const { data, carries } = write as unknown as { readonly data: never; readonly carries: readonly VerifiedConsent[] }
  at.on.becomes('SM', { card: 'listening' })
  at.yusuf.writesPastTheApp('SM', 'talk.began', data, { consents: carries })
  at.yusuf.writesPastTheApp('HH', 'talk.began', data, { consents: carries })
  expect(at.on.refused('SM')).toMatchObject([{ why: { rule: 'TK4' } }])
  expect(at.on.refused('HH')).toMatchObject([{ why: { rule: 'TK4' } }])
})

test('[TK4] only a holder asks, in the room of a side, and only the one whose side it is answers', () => {
  const at = told()
  const people = [at.yusuf.id, at.mira.id, at.joran.id]
  expect(at.mira.does({ kind: 'ask-for-yes', room: at.hh, small: at.small, people })).toMatchObject({ rule: 'TK4' })
  for (const room of [at.small, at.on.roomId('JO')])
    expect(at.yusuf.does({ kind: 'ask-for-yes', room, small: at.small, people })).toMatchObject({ rule: 'TK4' })
  asks(at)
  expect(at.noor.does({ kind: 'agree', room: at.hh, terms: hers })).toMatchObject({ rule: 'TK4' })
  expect(at.mira.does({ kind: 'agree', room: at.hh, terms: hers })).toBeNull()
})

test('[TK4] whoever raised it for her says no yes of hers: she does, once she is there', () => {
  const at = told('C', [], { Wanda: 'witness' })
  asks(at)
  expect(at.on.someone('Wanda').does({ kind: 'agree', room: at.hh, terms: hers })).toMatchObject({ rule: 'TK4' })
  expect(at.mira.does({ kind: 'agree', room: at.hh, terms: hers })).toBeNull()
  expect(at.joran.does({ kind: 'agree', room: at.nh, terms: his })).toBeNull()
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toBeNull()
  expect(at.talk().sides.map((side) => side.party)).toContain(at.mira.id)
})

test('[TK4] other people or another room need another yes, and a yes can be taken back', () => {
  const at = told()
  bothSayYes(at)
  at.mira.does({ kind: 'not-agree', room: at.hh })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK4' })
  at.mira.does({ kind: 'agree', room: at.hh, terms: hers })
  at.yusuf.does({ kind: 'ask-for-yes', room: at.nh, small: at.small, people: [at.yusuf.id, at.mira.id, at.joran.id, at.on.someone('Ida').id] })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK4' })
})

test('[TK5] if the ways differ the one with more distance counts, and with space no talk is opened', () => {
  const pairs: readonly (readonly [Way, Way, Way])[] = [
    ['together', 'together', 'together'],
    ['together', 'rooms', 'rooms'],
    ['letters', 'rooms', 'letters'],
    ['together', 'space', 'space'],
  ]
  for (const [one, other, counts] of pairs) expect([farther([one, other]), farther([other, one])]).toEqual([counts, counts])
  expect(Object.keys(preparePrompts.way.options)).toEqual(['together', 'rooms', 'letters', 'space'])
  const at = told()
  bothSayYes(at, { ...his, way: 'space' })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK5' })
  expect(opened().talk().way).toBe('rooms')
})

test('[TK6] anyone there ends it at once, also after she stopped and with a stranger in the room', () => {
  for (const name of ['Mira', 'Joran', 'Yusuf']) {
    const at = opened()
    at.on.becomes('SM', { stopped: at.on.today(), parts: { Yusuf: 'party', Mira: 'party', Joran: 'party', Ida: 'supporter' } })
    expect(at.on.someone(name).does({ kind: 'end', room: at.small })).toBeNull()
    expect(at.talk().ended).toBe(at.on.today())
  }
})

test('[TK6] no reason, no name and no time is kept of how it ended or what was said', () => {
  const at = opened()
  at.yusuf.does({ kind: 'read-aloud', room: at.small })
  at.joran.does({ kind: 'end', room: at.small })
  expect(events['talk.ended'].decode(1, { why: 'He shouted.' }).ok).toBe(false)
  expect(Object.keys(at.talk()).toSorted()).toEqual(['by', 'day', 'ended', 'people', 'points', 'readAloud', 'sides', 'way'])
  expect(Object.keys(events).filter((type) => /said|word|record|apolog|time/.test(type))).toEqual([])
})

test('[TK6] whoever opened it says that the rules were read, until it ended', () => {
  const at = opened()
  expect(at.mira.does({ kind: 'read-aloud', room: at.small })).toMatchObject({ rule: 'TK4' })
  expect(at.yusuf.does({ kind: 'read-aloud', room: at.small })).toBeNull()
  at.mira.does({ kind: 'end', room: at.small })
  expect(at.yusuf.does({ kind: 'read-aloud', room: at.small })).toMatchObject({ rule: 'TK6' })
})

test('[TK6] the small room is not closed while the talk goes on', () => {
  const at = opened()
  expect(at.yusuf.does({ kind: 'close-small', room: at.small })).toMatchObject({ rule: 'TK6' })
  at.mira.does({ kind: 'end', room: at.small })
  expect(at.yusuf.wouldWrite({ kind: 'close-small', room: at.small })).toEqual([{ to: 'close', room: at.small }])
})

const words = 'We do not close the till together.'

test('[TK7] a point stands with the yes of each over exactly its words, and goes when one takes it back', () => {
  const at = opened()
  const stands = (): number => pointsThatStand(at.talk(), at.on.today()).length
  at.mira.does({ kind: 'point', room: at.small, words })
  const { id } = at.talk().points[0]!
  expect(stands()).toBe(0)
  expect(at.yusuf.does({ kind: 'agree-point', room: at.small, id })).toMatchObject({ rule: 'TK7' })
  expect(at.yusuf.does({ kind: 'point', room: at.small, words })).toMatchObject({ rule: 'TK7' })
  at.joran.does({ kind: 'agree-point', room: at.small, id })
  expect(stands()).toBe(1)
  at.on.daysPass(91)
  expect(stands()).toBe(0)
  at.joran.does({ kind: 'agree-point', room: at.small, id })
  at.joran.does({ kind: 'take-back-point', room: at.small, id })
  expect(at.talk().points).toEqual([])
  at.joran.opensTheApp()
  expect(JSON.stringify(at.on.readable('SM'))).toContain(words)
  at.mira.opensTheApp()
  expect(JSON.stringify(at.on.readable('SM').map((entry) => entry.data))).not.toContain(words)
  expect(at.on.refused('SM')).toEqual([])
})

test('[TK4] what somebody said yes to is taken out by their app once the yes is taken back or given anew', () => {
  const at = told()
  asks(at)
  at.mira.does({ kind: 'agree', room: at.hh, terms: hers })
  at.mira.does({ kind: 'agree', room: at.hh, terms: { ...hers, where: 'The square, Monday.' } })
  at.mira.opensTheApp()
  expect(JSON.stringify(at.on.readable('HH').map((entry) => entry.data))).not.toContain(hers.where)
  at.mira.does({ kind: 'not-agree', room: at.hh })
  at.mira.opensTheApp()
  expect(JSON.stringify(at.on.readable('HH').map((entry) => entry.data))).not.toContain('The square')
  expect(at.mira.in('HH').rest.agreed).toBeNull()
  expect(at.on.refused('HH')).toEqual([])
})

test('[TK7] a yes over other words, of somebody else, for another room or another point makes none', () => {
  const at = opened()
  at.mira.does({ kind: 'point', room: at.small, words })
  const { id } = at.talk().points[0]!
  const yes = (change: Partial<VerifiedConsent>): VerifiedConsent =>
    ({ giver: at.joran.id, text: words, target: at.small, purpose: pointPurpose(id), untilDay: 30_000 as Day, ...change }) as VerifiedConsent
  for (const wrong of [{ text: `${words}!` }, { giver: at.mira.id }, { target: at.nh }, { purpose: pointPurpose('f'.repeat(32)) }])
    at.joran.writesPastTheApp('SM', 'talk.point-agreed', { id }, { consents: [yes(wrong)] })
  expect(at.on.refused('SM').map((each) => each.why.rule)).toEqual(['TK7', 'TK7', 'TK7', 'TK7'])
  expect(pointsThatStand(at.talk(), at.on.today())).toEqual([])
})

test('[TK8] an ask for a yes ends by itself, and what is left says nothing of a no', () => {
  const at = told()
  bothSayYes(at)
  at.on.daysPass(daysOfYes + 1)
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK4' })
  expect(Object.keys(events).filter((type) => /\.(no|not-now|declined|refused)$/.test(type))).toEqual([])
})

test('[TK8] after a no to the offer it does not come up again by itself', () => {
  const at = told()
  const offer = (): unknown => at.yusuf.does({ kind: 'offer', room: at.hh, leaf: 'prepare', to: at.mira.id, lookDay: at.on.today() + 7 })
  expect(offer()).toBeNull()
  at.mira.does({ kind: 'answer', room: at.hh, card: at.mira.in('HH').cards[0]!.id, answer: 'no', lookDay: null })
  at.on.daysPass(400)
  expect(offer()).toMatchObject({ rule: 'CA6' })
})

test('[TK9] once she stopped, nobody prepares, asks, says yes or opens', () => {
  const at = told()
  bothSayYes(at)
  at.on.becomes('HH', { stopped: at.on.today() })
  expect(prepares(at)).toMatchObject({ rule: 'CA9' })
  expect(at.yusuf.does({ kind: 'ask-for-yes', room: at.hh, small: at.small, people: [at.yusuf.id, at.mira.id] })).toMatchObject({ rule: 'TK9' })
  expect(at.mira.does({ kind: 'agree', room: at.hh, terms: hers })).toMatchObject({ rule: 'TK9' })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK9' })
  expect(at.mira.does({ kind: 'not-agree', room: at.hh })).toBeNull()
})

test('[TK9] when she stops while a talk goes on, it ends by the app of whoever walks between them, or by hers', () => {
  for (const name of ['Yusuf', 'Mira']) {
    const at = opened()
    at.on.becomes('HH', { stopped: at.on.today() })
    expect(at.joran.opensTheApp()).toEqual([])
    at.on.someone(name).opensTheApp()
    expect(at.talk().ended).toBe(at.on.today())
    expect(at.on.someone(name).opensTheApp()).toEqual([])
  }
})

test('[TK9] a stop that was carried into the small room holds it, but for ending and taking back', () => {
  const at = opened()
  at.mira.does({ kind: 'point', room: at.small, words })
  at.on.becomes('SM', { stopped: at.on.today() })
  const { id } = at.talk().points[0]!
  for (const order of [{ kind: 'read-aloud' }, { kind: 'agree-point', id }, { kind: 'point', words }])
    expect(at.on.someone(order.kind === 'read-aloud' ? 'Yusuf' : 'Joran').does({ ...order, room: at.small })).toMatchObject({ rule: 'TK9' })
  expect(at.mira.does({ kind: 'take-back-point', room: at.small, id })).toBeNull()
  expect(at.joran.does({ kind: 'end', room: at.small })).toBeNull()
})

test('[TK10] what somebody wants to say stays in their own room', () => {
  const at = told()
  const order = { kind: 'open', room: null, leaf: 'own', lookDay: at.on.today() + 7, answers: { say: 'You laughed.', avoid: '' } }
  expect(at.mira.wouldWrite(order).map((write) => write.to)).toEqual(['personal', 'personal'])
  at.mira.does(order)
  expect((at.mira.own().cards[0] as Card).sheets[0]?.answers).toMatchObject({ say: 'You laughed.' })
  expect(Object.keys(preparePrompts)).not.toContain('say')
  for (const room of at.on.rooms) expect(JSON.stringify(at.on.readable(room))).not.toContain('laughed')
})

test('[TK11] it does not open while somebody is there whom not each said yes to', () => {
  const at = told()
  bothSayYes(at)
  at.on.becomes('SM', { parts: { Yusuf: 'party', Ida: 'supporter' } })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toMatchObject({ rule: 'TK11' })
  at.on.becomes('SM', { parts: { Yusuf: 'party' } })
  expect(at.yusuf.does({ kind: 'open-talk', room: at.small })).toBeNull()
})

test('[TK11] while a stranger is in the room nothing counts, and a stranger writes nothing', () => {
  const at = opened()
  at.on.becomes('SM', { parts: { Yusuf: 'party', Mira: 'party', Joran: 'party', Ida: 'supporter' } })
  expect(at.mira.does({ kind: 'point', room: at.small, words })).toMatchObject({ rule: 'TK11' })
  const seq = at.on.someone('Ida').writesPastTheApp('SM', 'talk.ended', {})
  expect(at.on.refused('SM').find((each) => each.seq === seq)?.why.rule).toBe('TK4')
  expect(at.talk().ended).toBeNull()
})

test('[TK11] before the talk is open nothing written in the small room counts', () => {
  const at = told()
  at.on.becomes('SM', { parts: { Yusuf: 'party', Mira: 'party', Joran: 'party' } })
  for (const order of [{ kind: 'end' }, { kind: 'point', words }, { kind: 'read-aloud' }])
    expect(at.mira.does({ ...order, room: at.small })).toMatchObject({ rule: 'TK4' })
})

test('[TK12] how somebody is after is asked in their own room with the holders, and again after two days', () => {
  const at = opened()
  at.mira.does({ kind: 'end', room: at.small })
  const early = { kind: 'open', room: at.hh, leaf: 'after', lookDay: at.on.today() + 2, answers: { how: 'same', needs: [] } }
  expect(at.mira.does(early)).toMatchObject({ rule: 'TK12' })
  prepares(at)
  const open = (lookDay: number): unknown => at.mira.does({ kind: 'open', room: at.hh, leaf: 'after', lookDay, answers: { how: 'heavier', needs: ['rest'] } })
  expect(open(at.on.today() + 3)).toMatchObject({ rule: 'CA4' })
  expect(open(at.on.today() + 2)).toBeNull()
  expect(at.joran.states().rooms.has(at.hh)).toBe(false)
  expect(at.mira.does({ ...early, room: at.small })).toMatchObject({ rule: 'CA2' })
})
