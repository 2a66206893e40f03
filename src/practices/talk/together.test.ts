import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { concernScene, midway, saysReady, type ConcernScene } from '../../testing/concern-scenes.ts'
import type { Card } from '../card-rules.ts'
import { concern } from '../concern/index.ts'
import type { Practice } from '../practice.ts'
import type { Joined } from '../with-cards.ts'
import type { Terms } from './events.ts'
import { talk } from './index.ts'
import type { TalkRoom } from './rules.ts'

const hers: Terms = { way: 'rooms', sits: '', where: 'The library, Sunday at three.', sign: 'I put my cup down.' }
const his: Terms = { ...hers, way: 'together', sign: 'I say stop.' }

interface Told extends ConcernScene {
  readonly hh: RoomId
  readonly nh: RoomId
  /** A holder who sits with both. */
  readonly walks: Somebody
  presses(who: Somebody, order: object): void
  refuses(who: Somebody, order: object): string | undefined
  rest(who: Somebody, room: RoomId): TalkRoom
}

/** Soledad raised it, Joran was told and has a room of his own; she asks for a talk herself, and two holders open its door on his side. */
function told(): Told {
  const scene = concernScene([concern, talk] as unknown as readonly Practice[])
  midway(scene)
  const { soledad, ngozi, tomas, joran } = scene
  const [hh, nh] = [scene.room(soledad, 'HH'), scene.room(joran, 'NH')]
  const both = [ngozi, tomas].filter((holder) => holder.rooms().includes(nh))
  scene.does(soledad, { kind: 'ask-door', room: hh, door: 'talk', on: true })
  for (const holder of [ngozi, tomas]) scene.does(holder, { kind: 'agree-doors', room: scene.room(holder, 'HO'), target: nh, doors: ['talk'] })
  scene.does(both[0]!, { kind: 'open-doors', room: nh, doors: ['talk'] })
  return {
    ...scene,
    hh,
    nh,
    walks: both[0]!,
    presses(who, order) {
      expect(who.does('talk', order)).toBeNull()
      scene.circle.everybodyOpensTheApp()
    },
    refuses: (who, order) => who.does('talk', order)?.rule,
    rest: (who, room) => (who.states('talk').rooms.get(room) as Joined<TalkRoom>).rest,
  }
}

const answers = { way: 'rooms', avoid: '', sign: hers.sign, beside: 'nobody', sits: '', where: hers.where }

test('[TK3] in kind B she prepares only after two holders said that he was heard, and the talk opens with the yes of each', () => {
  const at = told()
  const { soledad, ngozi, tomas, joran, walks, hh, nh, circle } = at
  const lookDay = circle.today() + 7
  const prepare = { kind: 'open', leaf: 'prepare', lookDay, answers }
  expect(at.refuses(soledad, { ...prepare, room: hh })).toBe('TK3')
  for (const holder of [ngozi, tomas]) at.presses(holder, { kind: 'open', room: hh, leaf: 'heard', lookDay, answers: { heard: 'yes' } })
  at.presses(soledad, { ...prepare, room: hh })
  at.presses(joran, { ...prepare, room: nh })

  at.does(walks, { kind: 'open-room', code: 'SM', title: 'A talk', card: 'talk', ref: at.ref(soledad), invited: [], askNote: '' })
  const small = at.room(walks, 'SM')
  const people = [walks.id, soledad.id, joran.id]
  for (const room of [hh, nh]) at.presses(walks, { kind: 'ask-for-yes', room, small, people })
  at.presses(soledad, { kind: 'agree', room: hh, terms: hers })
  expect(at.refuses(walks, { kind: 'open-talk', room: small })).toBe('TK4')
  expect([soledad, joran].some((party) => party.rooms().includes(small))).toBe(false)
  at.presses(joran, { kind: 'agree', room: nh, terms: his })
  at.presses(walks, { kind: 'open-talk', room: small })
  for (const party of [soledad, joran]) {
    at.does(walks, { kind: 'invite', room: small, person: party.id, part: 'party', guest: false, mayReadNow: true, askNote: '' })
    saysReady(at, party, false)
    expect(at.rest(party, small).talk).toMatchObject({ way: 'rooms' })
  }
  at.presses(joran, { kind: 'end', room: small })
  expect(at.rest(soledad, small).talk?.ended).toBe(circle.today())
  const after = { kind: 'open', leaf: 'after', lookDay: circle.today() + 2, answers: { how: 'heavier', needs: ['rest'] } }
  at.presses(soledad, { ...after, room: hh })
  expect(joran.canOpen().some((entry) => JSON.stringify(entry.data).includes('heavier'))).toBe(false)
})

test('[TK9] when she stops, a talk that was agreed on does not open', () => {
  const at = told()
  const { soledad, ngozi, tomas, joran, walks, hh, nh, circle } = at
  const lookDay = circle.today() + 7
  for (const holder of [ngozi, tomas]) at.presses(holder, { kind: 'open', room: hh, leaf: 'heard', lookDay, answers: { heard: 'yes' } })
  at.does(walks, { kind: 'open-room', code: 'SM', title: 'A talk', card: 'talk', ref: at.ref(soledad), invited: [], askNote: '' })
  const small = at.room(walks, 'SM')
  for (const room of [hh, nh]) at.presses(walks, { kind: 'ask-for-yes', room, small, people: [walks.id, soledad.id, joran.id] })
  at.presses(soledad, { kind: 'agree', room: hh, terms: hers })
  at.presses(joran, { kind: 'agree', room: nh, terms: his })
  at.does(soledad, { kind: 'stop', room: hh, on: true })
  expect(at.refuses(walks, { kind: 'open-talk', room: small })).toBe('TK9')
})

test('[TK10] what each prepared is read by their own side alone', () => {
  const at = told()
  const { soledad, ngozi, tomas, joran, hh, circle } = at
  const lookDay = circle.today() + 7
  for (const holder of [ngozi, tomas]) at.presses(holder, { kind: 'open', room: hh, leaf: 'heard', lookDay, answers: { heard: 'yes' } })
  at.presses(soledad, { kind: 'open', room: null, leaf: 'own', lookDay, answers: { say: 'You laughed.', avoid: '' } })
  at.presses(soledad, { kind: 'open', room: hh, leaf: 'prepare', lookDay, answers: { ...answers, avoid: 'My family.' } })
  const opens = (who: Somebody, words: string): boolean => who.canOpen().some((entry) => JSON.stringify(entry.data).includes(words))
  expect([soledad, ngozi, joran].map((who) => opens(who, 'You laughed.'))).toEqual([true, false, false])
  expect([soledad, ngozi, joran].map((who) => opens(who, 'My family.'))).toEqual([true, true, false])
  expect((soledad.states('talk').personal as { readonly cards: readonly Card[] }).cards).toHaveLength(1)
})
