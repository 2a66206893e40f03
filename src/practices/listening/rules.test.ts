import { expect, test } from 'vitest'
import { millis } from '../../base/clock.ts'
import type { RoomId } from '../../log/types.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import { kept } from '../../testing/practice-circle.ts'
import type { Kind } from '../concern-room.ts'
import type { Actor, Write } from '../practice.ts'
import { events } from './events.ts'
import { listening } from './index.ts'
import { daysOfWords, lookWithin, mayAskToday, mayOffer, wordsOn, type ListeningRoom, type OwnWords, type Session } from './rules.ts'

type Person = CardPerson<OwnWords, ListeningRoom>

interface Told {
  readonly on: CardRooms<OwnWords, ListeningRoom>
  readonly sol: Person
  readonly ngozi: Person
  readonly tomas: Person
  readonly room: RoomId
  readonly hh: RoomId
  session(): Session
}

/** Sol tells, Ngozi listens, Tomás sits beside Sol. Ngozi and Ilse hold what Sol raised. */
function told(kind: Kind = 'B', raisedBy: Readonly<Record<string, 'witness'>> = {}): Told {
  const on = cardRooms<OwnWords, ListeningRoom>(listening, {
    session: { code: 'SM', card: 'listening', parts: { Sol: 'party', Ngozi: 'listener', Tomas: 'listener' } },
    holders: { code: 'HH', kind, parts: { ...raisedBy, Sol: 'hurt', Ngozi: 'holder', Ilse: 'holder' } },
    other: { code: 'SM', card: 'talk', parts: { Sol: 'party', Ngozi: 'party' } },
    // A changed app says of a room that is none what only a small room may say.
    side: { code: 'HS', card: 'listening', parts: { Sol: 'hurt', Ngozi: 'supporter' } },
  })
  return {
    on,
    sol: on.someone('Sol'),
    ngozi: on.someone('Ngozi'),
    tomas: on.someone('Tomas'),
    room: on.roomId('session'),
    hh: on.roomId('holders'),
    session: () => on.someone('Sol').in('session').session!,
  }
}

const part = 'In January I asked for the supplier list.'
const say = (room: RoomId, as = 'answer', text = 'I heard you.'): object => ({ kind: 'say', room, text, as })

function tidied(person: Person, at: Told): readonly Write[] {
  const actor = { me: person.id, today: at.on.today(), now: millis(0), around: { rooms: new Map() } } as unknown as Actor
  return listening.tidy(person.states() as never, actor, kept)
}

test('[LS1] a session lives in a small room made for it, and nowhere else', () => {
  const { on, sol, ngozi } = told()
  for (const room of ['other', 'holders', 'side']) {
    expect(sol.does({ kind: 'tell', room: on.roomId(room), text: part })).toMatchObject({ rule: 'LS1' })
    ngozi.writesPastTheApp(room, 'listening.stepped-out', {})
    sol.writesPastTheApp(room, 'listening.told', { text: part })
    expect(sol.in(room).session).toBeNull()
    expect(on.refused(room).map((each) => each.why.rule)).toEqual(['LS1', 'LS1'])
  }
})

test('[F22][LS2] a listener’s app that bypasses the floor is refused by position on all clients', () => {
  const { on, sol, ngozi, tomas, room, session } = told()
  sol.does({ kind: 'tell', room, text: part })
  const before = session()
  const past = [
    ngozi.writesPastTheApp('session', 'listening.said', { text: 'Are you sure?', as: 'answer' }),
    ngozi.writesPastTheApp('session', 'listening.told', { text: 'He meant it well.' }),
    ngozi.writesPastTheApp('session', 'listening.floor-opened', { need: 'next' }),
    ngozi.writesPastTheApp('session', 'listening.said', { text: 'After my own opening.', as: 'answer' }),
    tomas.writesPastTheApp('session', 'listening.asked', { howLong: '20', helps: [], notes: 'listener', lookDay: on.today() + 7 }),
    tomas.writesPastTheApp('session', 'listening.after', { needs: [], neverRepeat: '', mayAsk: true }),
    tomas.writesPastTheApp('session', 'listening.ended', {}),
  ]
  for (const person of [sol, ngozi, tomas]) expect(person.in('session').session).toEqual(before)
  expect(on.refused('session').map((each) => [each.seq, each.why.rule])).toEqual(past.map((seq) => [seq, 'LS2']))
})

test('[LS2] the only thing a listener may write before the floor is open is that they stepped out', () => {
  const { ngozi, room, session } = told()
  expect(ngozi.does({ kind: 'step-out', room })).toBeNull()
  expect(session().steppedOut).toEqual([ngozi.id])
  for (const order of [
    say(room),
    { kind: 'tell', room, text: part },
    { kind: 'mode', room, mode: 'silence' },
    { kind: 'open-floor', room, need: 'next' },
    { kind: 'end', room },
  ])
    expect(ngozi.does(order)).toMatchObject({ rule: 'LS2' })
})

test('[LS2] once the teller opens the floor others are heard, and not after they took it back', () => {
  const { sol, ngozi, room, session } = told()
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  expect(ngozi.does(say(room))).toBeNull()
  sol.does({ kind: 'take-floor', room })
  expect(ngozi.does(say(room))).toMatchObject({ rule: 'LS2' })
  sol.does({ kind: 'open-floor', room, need: 'next' })
  sol.does({ kind: 'rest', room, lookDay: 20_560 })
  expect(ngozi.does(say(room))).toMatchObject({ rule: 'LS2' })
  expect(session().words.map((each) => [each.by, each.as])).toEqual([[ngozi.id, 'answer']])
})

test('[LS2] however long the teller’s connection is gone, the floor stays theirs and nothing they told is lost', () => {
  const { on, sol, ngozi, room, session } = told()
  sol.does({ kind: 'tell', room, text: part })
  on.daysPass(3)
  ngozi.opensTheApp()
  ngozi.writesPastTheApp('session', 'listening.said', { text: 'Are you still there?', as: 'answer' })
  expect(ngozi.does(say(room))).toMatchObject({ rule: 'LS2' })
  expect(session()).toMatchObject({ open: null, words: [{ text: part, by: sol.id }] })
  expect(sol.does({ kind: 'tell', room, text: 'I am back.' })).toBeNull()
  expect(session().words.map((each) => each.text)).toEqual([part, 'I am back.'])
})

test('[LS3] with the floor open, the others still decide nothing', () => {
  const { on, sol, ngozi, room } = told()
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  const asked = { howLong: '20', helps: [], notes: 'listener', lookDay: on.today() + 7 }
  for (const order of [
    { kind: 'tell', room, text: part },
    { kind: 'ask', room, asked },
    { kind: 'mode', room, mode: 'voice' },
    { kind: 'take-floor', room },
    { kind: 'here-again', room, who: ngozi.id },
    { kind: 'after', room, after: { needs: [], neverRepeat: '', mayAsk: true } },
    { kind: 'rest', room, lookDay: on.today() + 7 },
    { kind: 'end', room },
  ])
    expect(ngozi.does(order)).toMatchObject({ rule: 'LS3' })
})

test('[LS3] the teller keeps a silence or speaks, and writing again ends either', () => {
  const { sol, room, session } = told()
  for (const mode of ['silence', 'voice'] as const) {
    sol.does({ kind: 'mode', room, mode })
    expect(session().mode).toBe(mode)
    sol.does({ kind: 'tell', room, text: part })
    expect(session().mode).toBe('writing')
  }
})

test('[LS4] a listener writes notes only where the teller asked for it', () => {
  const { on, sol, ngozi, room, session } = told()
  const ask = (notes: string): unknown => sol.does({ kind: 'ask', room, asked: { howLong: 'see', helps: [], notes, lookDay: on.today() + 7 } })
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  expect(ngozi.does(say(room, 'note'))).toMatchObject({ rule: 'LS4' })
  for (const notes of ['none', 'teller']) {
    ask(notes)
    expect(ngozi.does(say(room, 'note'))).toMatchObject({ rule: 'LS4' })
  }
  ask('listener')
  expect(ngozi.does(say(room, 'note', 'The supplier list, January.'))).toBeNull()
  expect(session().words).toMatchObject([{ as: 'note', by: ngozi.id }])
})

test('[LS4] what the teller approved goes to their own room first, and nobody else has it', () => {
  const { on, sol, ngozi, room } = told()
  sol.does({ kind: 'tell', room, text: part })
  const before = on.readable('session').length
  expect(sol.wouldWrite({ kind: 'keep', id: null, words: part }).map((write) => write.to)).toEqual(['personal'])
  sol.does({ kind: 'keep', id: null, words: part })
  expect(sol.own().kept).toMatchObject([{ words: part }])
  expect(JSON.stringify(on.readable('own Sol').map((entry) => entry.data))).not.toContain(room)
  expect(on.readable('session')).toHaveLength(before)
  expect(ngozi.own().kept).toEqual([])
})

test('[LS4] kept words are changed and let go by their owner alone, without a rest', () => {
  const { on, sol, ngozi } = told()
  sol.does({ kind: 'keep', id: null, words: part })
  const { id } = sol.own().kept[0]!
  sol.does({ kind: 'keep', id, words: 'I asked in January.' })
  expect(sol.own().kept).toMatchObject([{ id, words: 'I asked in January.' }])
  expect(on.readable('own Sol')).toHaveLength(1)
  expect(ngozi.does({ kind: 'let-go', id })).toMatchObject({ rule: 'LS4' })
  sol.does({ kind: 'let-go', id })
  expect(on.readable('own Sol')).toEqual([])
})

test('[LS5] words that were not kept are shown to nobody after seven days, and each app takes out its own', () => {
  const at = told()
  const { on, sol, ngozi, room, session } = at
  sol.does({ kind: 'tell', room, text: part })
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  on.daysPass(1)
  ngozi.does(say(room))
  on.daysPass(daysOfWords - 1)
  expect(wordsOn(session(), on.today()).map((each) => each.by)).toEqual([sol.id, ngozi.id])
  on.daysPass(1)
  expect(wordsOn(session(), on.today()).map((each) => each.by)).toEqual([ngozi.id])
  ngozi.opensTheApp()
  expect(JSON.stringify(on.readable('session'))).toContain(part)
  sol.opensTheApp()
  expect(JSON.stringify(on.readable('session'))).not.toContain(part)
  on.daysPass(1)
  expect(wordsOn(session(), on.today())).toEqual([])
  ngozi.opensTheApp()
  expect(session().words).toEqual([])
})

test('[LS5] a session has a day to look at it again, within two weeks', () => {
  const { on, sol, room, session } = told()
  for (const lookDay of [on.today(), on.today() + lookWithin + 1]) {
    expect(sol.does({ kind: 'ask', room, asked: { howLong: 'see', helps: [], notes: 'none', lookDay } })).toMatchObject({ rule: 'LS5' })
    expect(sol.does({ kind: 'rest', room, lookDay })).toMatchObject({ rule: 'LS5' })
    sol.writesPastTheApp('session', 'listening.asked', { howLong: 'see', helps: [], notes: 'none', lookDay })
    sol.writesPastTheApp('session', 'listening.rested', { lookDay })
  }
  expect(on.refused('session').map((each) => each.why.rule)).toEqual(['LS5', 'LS5', 'LS5', 'LS5'])
  sol.does({ kind: 'rest', room, lookDay: on.today() + lookWithin })
  expect(session().lookDay).toBe(on.today() + lookWithin)
})

test('[LS6] after the teller closed it nobody reads or writes there, and the words go from every app before the room does', () => {
  const at = told()
  const { on, sol, ngozi, room, session } = at
  sol.does({ kind: 'tell', room, text: part })
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  ngozi.does(say(room))
  sol.does({ kind: 'after', room, after: { needs: ['rest'], neverRepeat: 'The accent.', mayAsk: false } })
  sol.does({ kind: 'end', room })
  expect(wordsOn(session(), on.today())).toEqual([])
  expect(ngozi.does(say(room))).toMatchObject({ rule: 'LS6' })
  expect(sol.does({ kind: 'tell', room, text: part })).toMatchObject({ rule: 'LS6' })
  sol.opensTheApp()
  expect(JSON.stringify(on.readable('session'))).not.toContain('supplier')
  expect(tidied(sol, at)).toEqual([])
  ngozi.opensTheApp()
  sol.opensTheApp()
  expect(JSON.stringify(on.readable('session'))).not.toContain('accent')
  expect(session().words).toEqual([])
  expect(tidied(sol, at)).toEqual([{ to: 'close', room }])
  expect(tidied(ngozi, at)).toEqual([])
})

test('[LS6] a listener whose app never comes up keeps the room from closing for seven days and no longer', () => {
  const at = told()
  const { on, sol, ngozi, room } = at
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  ngozi.does(say(room))
  sol.does({ kind: 'end', room })
  on.daysPass(daysOfWords)
  expect(tidied(sol, at)).toEqual([])
  on.daysPass(1)
  expect(tidied(sol, at)).toEqual([{ to: 'close', room }])
})

test('[LS7] questions need the teller’s own yes, and another day than that yes', () => {
  const { on, sol, ngozi, room, session } = told()
  const answer = (mayAsk: boolean): unknown => sol.does({ kind: 'after', room, after: { needs: [], neverRepeat: '', mayAsk } })
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  expect(ngozi.does(say(room, 'question'))).toMatchObject({ rule: 'LS7' })
  answer(false)
  on.daysPass(1)
  expect(ngozi.does(say(room, 'question'))).toMatchObject({ rule: 'LS7' })
  answer(true)
  expect(mayAskToday(session(), on.today())).toBe(false)
  expect(ngozi.does(say(room, 'question'))).toMatchObject({ rule: 'LS7' })
  on.daysPass(1)
  expect(mayAskToday(session(), on.today())).toBe(true)
  expect(ngozi.does(say(room, 'question'))).toBeNull()
  answer(false)
  expect(ngozi.does(say(room, 'question'))).toMatchObject({ rule: 'LS7' })
})

test('[LS7] whoever asked with a yes is not shown as having broken a rule when the words go', () => {
  const { on, sol, ngozi, room } = told()
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  sol.does({ kind: 'after', room, after: { needs: [], neverRepeat: '', mayAsk: true } })
  on.daysPass(1)
  ngozi.does(say(room, 'question'))
  sol.does({ kind: 'end', room })
  sol.opensTheApp()
  expect(on.refused('session')).toEqual([])
  ngozi.opensTheApp()
  sol.opensTheApp()
  expect(on.refused('session')).toEqual([])
  expect(on.readable('session').map((entry) => entry.type)).toEqual(['listening.floor-opened', 'listening.ended'])
})

test('[LS7] no, not now and no answer are the same entry', () => {
  const shape = events['listening.after']
  for (const mayAsk of ['no', 'not-now', null]) expect(shape.decode(1, { needs: [], neverRepeat: '', mayAsk }).ok).toBe(false)
  const { sol, room, session } = told()
  sol.does({ kind: 'after', room, after: { needs: [], neverRepeat: '', mayAsk: false } })
  expect(session().after).toMatchObject({ mayAsk: null })
})

test('[LS8] stepping out has no room for a reason, and ends by the teller’s word, by speaking, or by resting', () => {
  const { on, sol, ngozi, tomas, room, session } = told()
  expect(events['listening.stepped-out'].decode(1, { why: 'It is too much.' }).ok).toBe(false)
  const out = (): readonly string[] => session().steppedOut
  ngozi.does({ kind: 'step-out', room })
  tomas.does({ kind: 'step-out', room })
  ngozi.does({ kind: 'step-out', room })
  expect(out()).toEqual([ngozi.id, tomas.id])
  sol.does({ kind: 'here-again', room, who: ngozi.id })
  expect(out()).toEqual([tomas.id])
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  tomas.does(say(room))
  expect(out()).toEqual([])
  tomas.does({ kind: 'step-out', room })
  sol.does({ kind: 'rest', room, lookDay: on.today() + 7 })
  expect(out()).toEqual([])
})

test('[LS9] a holder offers it, once its door is open, to the owner of the room, who alone answers', () => {
  const { on, sol, ngozi, hh } = told('A')
  expect(ngozi.does({ kind: 'offer', room: hh })).toMatchObject({ rule: 'LS9' })
  on.becomes('holders', { asks: ['listening'] })
  expect(sol.does({ kind: 'offer', room: hh })).toMatchObject({ rule: 'LS9' })
  expect(ngozi.does({ kind: 'offer', room: hh })).toBeNull()
  expect(on.someone('Ilse').does({ kind: 'answer', room: hh, answer: 'taken' })).toMatchObject({ rule: 'LS9' })
  expect(sol.does({ kind: 'answer', room: hh, answer: 'taken' })).toBeNull()
  expect(sol.in('holders').offers).toMatchObject([{ by: ngozi.id, answer: 'taken' }])
})

test('[LS9] [LS10] what is offered to her she alone answers, and says who has heard it, also where somebody raised it for her', () => {
  const { on, sol, ngozi, tomas, hh } = told('B', { Wanda: 'witness' })
  const wanda = on.someone('Wanda')
  expect(ngozi.does({ kind: 'offer', room: hh })).toBeNull()
  expect(wanda.does({ kind: 'answer', room: hh, answer: 'no' })).toMatchObject({ rule: 'LS9' })
  expect(wanda.does({ kind: 'heard', room: hh, people: [tomas.id] })).toMatchObject({ rule: 'LS10' })
  expect(sol.does({ kind: 'answer', room: hh, answer: 'taken' })).toBeNull()
  expect(sol.does({ kind: 'heard', room: hh, people: [tomas.id] })).toBeNull()
})

test('[LS9] it is offered in no other room', () => {
  const { on, sol, ngozi } = told()
  ngozi.writesPastTheApp('session', 'listening.offered', {})
  expect(on.refused('session')).toMatchObject([{ why: { rule: 'LS1' } }])
  expect(sol.in('session').offers).toEqual([])
})

test('[LS9] after a no it is never offered again, and after not now not for two weeks', () => {
  const at = told()
  const { on, sol, ngozi, hh } = at
  const state = (): ListeningRoom => sol.in('holders')
  const concern = on.seen('holders').concern
  ngozi.does({ kind: 'offer', room: hh })
  sol.does({ kind: 'answer', room: hh, answer: 'not-now' })
  on.daysPass(13)
  expect(mayOffer(state(), { concern }, on.today())).toBe(false)
  expect(ngozi.does({ kind: 'offer', room: hh })).toMatchObject({ rule: 'LS9' })
  on.daysPass(1)
  expect(mayOffer(state(), { concern }, on.today())).toBe(true)
  expect(ngozi.does({ kind: 'offer', room: hh })).toBeNull()
  sol.does({ kind: 'answer', room: hh, answer: 'no' })
  on.daysPass(400)
  expect(mayOffer(state(), { concern }, on.today())).toBe(false)
  expect(ngozi.does({ kind: 'offer', room: hh })).toMatchObject({ rule: 'LS9' })
})

test('[LS10] who has already heard it is said by whoever told it, and read by the holders', () => {
  const { on, sol, ngozi, tomas, hh } = told()
  expect(ngozi.does({ kind: 'heard', room: hh, people: [tomas.id] })).toMatchObject({ rule: 'LS10' })
  sol.does({ kind: 'heard', room: hh, people: [tomas.id] })
  sol.does({ kind: 'heard', room: hh, people: [tomas.id, ngozi.id] })
  sol.opensTheApp()
  expect(on.readable('holders')).toHaveLength(1)
  expect(ngozi.in('holders').heard?.people).toEqual([tomas.id, ngozi.id])
})

test('[LS11] nothing that is written holds a length, a count, a time of day or a recording', () => {
  const { on, sol, room, session } = told()
  sol.does({ kind: 'tell', room, text: part })
  expect(Object.keys(session()).toSorted()).toEqual([
    'after',
    'afterSeqs',
    'asked',
    'day',
    'ended',
    'lookDay',
    'mode',
    'open',
    'rested',
    'steppedOut',
    'teller',
    'words',
  ])
  expect(on.readable('session').map((entry) => entry.data)).toEqual([{ text: part }])
  expect(events['listening.mode'].decode(1, { mode: 'recording' }).ok).toBe(false)
})
