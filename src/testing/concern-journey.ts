/**
 * A concern gone through at random: each step is what one person means to do, told to the model and pressed on their device.
 *
 * Whether a move may go through is said here as the table of 5.3 says it, not as the practice does. Source: practices/cards-and-rooms.md 5.3, 8, 12.
 */
import { assert } from '../base/assert.ts'
import type { Day } from '../base/clock.ts'
import type { ConcernWorld } from './concern-world.ts'
import type { WhoLearns } from './who-learns.ts'
import { good, until } from './world.ts'

export interface Roles {
  readonly hurt: string
  readonly supporter: string
  readonly named: string
  readonly holders: readonly string[]
}

export interface Journey {
  /** The titles of its rooms begin so. */
  readonly mark: string
  readonly roles: Roles
  /** How often each step was taken. */
  readonly taken: Map<string, number>
  /** In their order, for whoever looks for what went wrong. */
  readonly steps: string[]
}

interface Asked {
  readonly word: string
  readonly readers: readonly string[]
  readonly mover: string
  yes: 'open' | 'yes' | 'no' | 'back'
  isMoved: boolean
}

/** Small whole numbers from a seed. */
export type Draw = (below: number) => number

/** `steps`: so many at random, or these by their names. */
export async function goThrough(on: ConcernWorld, model: WhoLearns, journey: Journey, draw: Draw, steps: number | readonly string[]): Promise<void> {
  const { mark, roles, taken } = journey
  const { hurt, supporter, named } = roles
  const [HH, HS, HO, NH] = ['HH', 'HS', 'HO', 'NH'].map((code) => `${mark} ${code}`) as [string, string, string, string]
  const words = { next: 0 }
  const word = (): string => `w${mark.replaceAll(/\D/g, '')}${(words.next += 1).toString().padStart(3, '0')}x`
  const asked = new Map<string, Set<string>>([[HH, new Set(roles.holders)]])
  const opened = new Set<string>([HH])
  const asks: Asked[] = []
  const is = { told: false, offered: false, doors: false, stopped: false, story: word(), opener: '', rekeyed: false }

  const inside = (title: string): readonly string[] => roles.holders.filter((name) => model.inside(title).has(name))
  const both = (): readonly string[] => inside(NH).filter((name) => inside(HH).includes(name) && inside(HO).includes(name))
  const pick = <Thing>(things: readonly Thing[]): Thing => things[draw(things.length)]!
  const id = (name: string): string => on.id(name)
  const inDays = (count: number): Day => (on.today() + count) as Day

  const answers = (happened: string): object => ({
    danger: 'no',
    who: 'hurt',
    about: [id(named)],
    notSee: [],
    happened,
    ratherTalk: false,
    going: null,
    closest: null,
    wants: [],
    howWeWork: null,
    keepShut: [],
    reach: '',
    theyKnow: null,
  })
  const terms = { weeks: 12, hours: 2, willNotDo: 'Carry messages.', dutyToTell: { answer: 'no', what: '' } }

  async function answer(title: string, name: string, isHolding: boolean): Promise<void> {
    const letter = await on.letterFor(name, title)
    const ready = isHolding ? { ties: [], terms, untilDay: inDays(80) } : { ties: [], terms: null, untilDay: null }
    await on.does(name, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ...ready })
    await until(on.device(name), (now) => [...now.rooms.values()].some(({ concern }) => concern?.begun?.title === title))
    asked.get(title)?.delete(name)
    model.enters(title, name)
    await on.rests()
  }

  async function enters(title: string): Promise<void> {
    await answer(title, pick([...asked.get(title)!]), true)
  }

  const waits = (title: string): boolean => (asked.get(title)?.size ?? 0) > 0

  const all: readonly { readonly name: string; readonly often?: number; may(): boolean; does(): Promise<unknown> }[] = [
    { name: 'answers ready', often: 3, may: () => waits(HH), does: () => enters(HH) },
    {
      name: 'is not available',
      may: () => waits(HH) && asked.get(HH)!.size + inside(HH).length > 2,
      async does() {
        const name = pick([...asked.get(HH)!])
        const letter = await on.letterFor(name, HH)
        await on.does(name, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'not-available', ties: [], terms: null, untilDay: null })
        asked.get(HH)!.delete(name)
      },
    },
    {
      name: 'plans',
      may: () => inside(HH).length > 0,
      async does() {
        const title = pick([HH, HO, NH].filter((each) => inside(each).length > 0))
        const said = word()
        await on.does(pick(inside(title)), { kind: 'plan', room: on.room(pick(inside(title)), title), words: said, nextDay: inDays(7) })
        model.writes(title, said)
      },
    },
    {
      name: 'adds words',
      may: () => true,
      async does() {
        const said = word()
        await on.does(hurt, { kind: 'add-words', room: on.room(hurt, HH), answers: answers(said) })
        model.writes(HH, said)
        // Her app takes the earlier words out.
        model.takesOut(HH, is.story)
        is.story = said
        await on.rests()
      },
    },
    {
      name: 'opens a side room',
      may: () => !opened.has(HS),
      async does() {
        await on.does(hurt, { kind: 'open-room', code: 'HS', title: HS, card: null, ref: null, invited: [{ member: id(supporter), part: 'supporter' }], askNote: '' })
        opened.add(HS)
        asked.set(HS, new Set([supporter]))
        model.opens(HS, hurt, [supporter])
        await on.rests()
      },
    },
    { name: 'supports', may: () => opened.has(HS) && waits(HS), does: () => answer(HS, supporter, false) },
    {
      name: 'tells her side',
      may: () => opened.has(HS),
      async does() {
        const said = word()
        const terms = { card: 'impact', words: said, purpose: 'support', readers: [id(hurt), id(supporter)], recognised: [id(named)], untilDay: inDays(30) }
        await on.does(hurt, { kind: 'move-own', target: on.room(hurt, HS), ...terms })
        model.writes(HS, said)
      },
    },
    {
      name: 'supports no more',
      may: () => model.inside(HS).has(supporter),
      async does() {
        await on.does(supporter, { kind: 'leave', room: on.room(supporter, HS) })
        model.leaves(HS, supporter)
        await on.rests()
      },
    },
    {
      name: 'opens the holders’ room',
      often: 3,
      may: () => !opened.has(HO) && inside(HH).length >= 2,
      async does() {
        const by = pick(inside(HH))
        const others = inside(HH).filter((name) => name !== by)
        const ref = on.state(by, HH).begun!.concern
        await on.does(by, { kind: 'open-holders-room', ref, title: HO, others: others.map(id), askNote: '', ties: [], terms, untilDay: inDays(80) })
        opened.add(HO)
        is.opener = by
        asked.set(HO, new Set(others))
        model.opens(HO, by, others)
        await on.rests()
      },
    },
    {
      name: 'holds with another',
      often: 3,
      may: () => waits(HO),
      async does() {
        const name = pick([...asked.get(HO)!])
        // Once there are two holders, a third one has both their words.
        const second = inside(HO).find((each) => each !== is.opener)
        if (second !== undefined) {
          await on.does(second, { kind: 'agree-part', room: on.room(second, HO), person: id(name) })
          // Their invitation is the one that counts, and it gives nothing of before.
          model.asks(HO, name, false)
          await on.rests()
        }
        await answer(HO, name, true)
      },
    },
    {
      name: 'opens the lock',
      often: 3,
      may: () => !is.told && !is.stopped,
      async does() {
        for (const lock of ['tell-them', 'use-name']) await on.does(hurt, { kind: 'lock', room: on.room(hurt, HH), lock, open: true, scope: 'What she agreed to.' })
        is.told = true
        await on.rests()
      },
    },
    {
      name: 'offers a room',
      often: 3,
      may: () => is.told && !is.offered && inside(HO).length >= 2 && inside(HO).some((name) => inside(HH).includes(name)),
      async does() {
        const by = pick(inside(HO).filter((name) => inside(HH).includes(name)))
        await on.does(by, { kind: 'offer-their-room', room: on.room(by, HO), person: id(named), askNote: '' })
        is.offered = true
      },
    },
    {
      name: 'opens their room',
      often: 3,
      may: () => is.offered && !opened.has(NH),
      async does() {
        const letter = await on.offerTo(named, on.state(inside(HO)[0]!, HO).begun!.concern)
        const holders = roles.holders.filter((name) => letter.holders.some((each) => each === id(name)))
        await on.does(named, { kind: 'open-their-room', letter: letter.ref, from: letter.from, title: NH, holders: holders.map(id) })
        opened.add(NH)
        asked.set(NH, new Set(holders))
        model.opens(NH, named, holders)
        await on.rests()
      },
    },
    { name: 'sits with the person named', often: 3, may: () => waits(NH), does: () => enters(NH) },
    {
      name: 'says a good ending',
      may: () => true,
      async does() {
        const [who, title] = opened.has(NH) && draw(2) === 0 ? [named, NH] : [hurt, HH]
        const said = word()
        await on.does(who, { kind: 'good-ending', room: on.room(who, title), words: said })
        model.writes(title, said)
      },
    },
    {
      name: 'opens a door there',
      often: 5,
      may: () => opened.has(NH) && !is.doors && both().length > 0 && inside(HO).length >= 2,
      async does() {
        const opener = pick(both())
        const other = pick(inside(HO).filter((name) => name !== opener))
        await on.does(other, { kind: 'agree-doors', room: on.room(other, HO), target: on.room(opener, NH), doors: ['telling'] })
        await on.rests()
        await on.does(opener, { kind: 'open-doors', room: on.room(opener, NH), doors: ['telling'] })
        is.doors = true
        await on.rests()
      },
    },
    {
      name: 'asks for a yes',
      often: 6,
      may: () => opened.has(NH) && is.told && !is.stopped && both().length > 0 && inside(HH).length >= 2 && asks.length < 3 && !asks.some(({ yes, isMoved }) => yes === 'open' || (yes === 'yes' && !isMoved)),
      async does() {
        const mover = pick(both())
        const said = word()
        const readers = [named, ...inside(NH)]
        const target = { target: on.room(mover, NH), targetCode: 'NH', readers: readers.map(id) }
        const rest = { author: id(hurt), card: 'telling', words: said, purpose: 'tell', recognised: [], untilDay: inDays(30), mayPassOn: false, nameMayStand: true }
        await on.does(mover, { kind: 'ask-move', room: on.room(mover, HH), ...target, ...rest })
        model.writes(HH, said)
        asks.push({ word: said, readers, mover, yes: 'open', isMoved: false })
        await on.rests()
      },
    },
    {
      name: 'answers',
      often: 8,
      may: () => asks.some(({ yes }) => yes === 'open'),
      async does() {
        const ask = asks.find(({ yes }) => yes === 'open')!
        const yes = draw(4) > 0
        await on.does(hurt, { kind: 'answer-move', room: on.room(hurt, HH), id: askId(ask, hurt), yes, adds: [], nameMayStand: true })
        ask.yes = yes ? 'yes' : 'no'
        await on.rests()
      },
    },
    {
      name: 'moves words',
      often: 7,
      may: () => asks.some(({ isMoved, mover }) => !isMoved && both().includes(mover)),
      async does() {
        const ask = pick(asks.filter(({ isMoved, mover }) => !isMoved && both().includes(mover)))
        const order = { kind: 'move', room: on.room(ask.mover, HH), id: askId(ask, ask.mover) }
        const everybodyReads = [...model.inside(NH)].every((name) => ask.readers.includes(name))
        // Table 5.3, HH to NH: her yes, the lock; 5.2: everybody there a reader; 6: the door; R19: not once she stopped.
        if (ask.yes !== 'yes' || !is.doors || is.stopped || !everybodyReads) {
          await on.isRefused(ask.mover, order)
          return 'is kept from moving words'
        }
        await on.does(ask.mover, order)
        ask.isMoved = true
        model.writes(NH, ask.word)
        await on.rests()
      },
    },
    {
      name: 'takes her yes back',
      often: 3,
      may: () => asks.some(({ yes }) => yes === 'yes'),
      async does() {
        const ask = pick(asks.filter(({ yes }) => yes === 'yes'))
        await on.does(hurt, { kind: 'take-back-yes', room: on.room(hurt, HH), id: askId(ask, hurt) })
        ask.yes = 'back'
        await on.rests()
        // A holder who is in both rooms carries it; the mover's app takes the words out.
        if (ask.isMoved && both().length > 0 && inside(NH).includes(ask.mover)) model.takesOut(NH, ask.word)
      },
    },
    {
      name: 'stops it',
      may: () => !is.stopped && opened.has(NH) && draw(3) === 0,
      async does() {
        await on.does(hurt, { kind: 'stop', room: on.room(hurt, HH), on: true })
        is.stopped = true
        await on.rests()
      },
    },
    {
      name: 'lets a holder go',
      may: () => inside(HH).length > 2,
      async does() {
        const name = pick(inside(HH))
        await on.does(hurt, { kind: 'take-part', room: on.room(hurt, HH), person: id(name), reason: '' })
        await until(on.device(hurt), (now) => now.rooms.get(on.room(hurt, HH))?.people.some((person) => person.id === id(name) && !person.present))
        model.putsOut(HH, name)
        await on.rests()
      },
    },
  ]

  /** Whoever has asked nobody who is still to come: with new keys their invitations end. */
  const mayRekey = (): readonly string[] => [
    ...(waits(HH) || waits(HS) ? [] : [hurt]),
    ...(waits(NH) ? [] : [named]),
    ...(waits(HO) ? [] : inside(HO)),
  ]
  const newKeys: (typeof all)[number] = {
    name: 'has new keys',
    may: () => !is.rekeyed && opened.has(HO) && mayRekey().length > 0 && draw(3) === 0,
    async does() {
      const who = pick(mayRekey())
      is.rekeyed = true
      good(await on.device(who).session().rekey({ oldWords: null, language: 'en' }))
      model.hasNewKeys(who)
      await on.rests()
    },
  }

  function askId(ask: Asked, name: string): string {
    return on.state(name, HH).moveAsks.find((each) => each.words === ask.word)!.id
  }

  function count(step: string): void {
    taken.set(step, (taken.get(step) ?? 0) + 1)
  }

  await on.does(hurt, { kind: 'raise', note: null, title: HH, answers: answers(is.story), holders: roles.holders.map(id), askNote: '' })
  model.opens(HH, hurt, roles.holders)
  model.writes(HH, is.story)
  await on.rests()
  for (let step = 0; step < (typeof steps === 'number' ? steps : steps.length); step++) {
    const may = [...all, newKeys].filter((each) => each.may() && (typeof steps === 'number' || each.name === steps[step]))
    assert(may.length > 0, `after ${journey.steps.join(', ')} comes ${typeof steps === 'number' ? 'something' : steps[step]}. ${roles.holders.map((name) => on.tells(name)).join('\n')}`)
    const next = pick(may.flatMap((each) => Array.from({ length: each.often ?? 1 }, () => each)))
    journey.steps.push(next.name)
    const other = await next.does()
    count(typeof other === 'string' ? other : next.name)
  }
  await on.rests()
  if (typeof steps !== 'number' || draw(3) > 0) return
  journey.steps.push('takes it all back')
  await on.does(hurt, { kind: 'take-back', room: on.room(hurt, HH) })
  await until(on.device(hurt), (now) => now.rooms.get(on.room(hurt, HH))?.closed)
  model.closes(HH)
  await on.rests()
  // Section 8: the holders' apps drop the words, where they carried them too.
  for (const ask of asks) if (ask.isMoved && ask.yes === 'yes' && both().length > 0 && inside(NH).includes(ask.mover)) model.takesOut(NH, ask.word)
  count('takes it all back')
}
