import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { held, presses, roomOfCode, takesTheAsk, type Story } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { limits } from './index.ts'
import { countsOn, ruleIn } from './rule.ts'

/** Ilse opened the room of a limit: Ravi is its other holder, Ben is bound by it, Cleo applies it. */
function withLimit(): Story & { readonly ru: RoomId } {
  const story = held({}, [limits as Practice])
  const { ilse, ravi, ben, cleo, circle } = story
  const invited = [
    { member: ravi.id, part: 'holder' },
    { member: ben.id, part: 'bound' },
    { member: cleo.id, part: 'applies' },
  ]
  presses(ilse, { kind: 'open-room', code: 'RU', title: 'The kitchen', card: null, ref: null, invited, askNote: '' })
  circle.everybodyOpensTheApp()
  for (const person of [ravi, ben, cleo]) takesTheAsk(person, circle.today())
  circle.everybodyOpensTheApp()
  return { ...story, ru: roomOfCode(ilse, 'RU') }
}

function cardsOf(who: Somebody, room: RoomId): Cards['cards'] {
  return (who.states('limits').rooms.get(room) as Cards | undefined)?.cards ?? []
}

test('[LI4] in a room of a limit two holders set it, one tells it, the person it binds asks for a look, and it carries no concern', () => {
  const { ilse, ravi, ben, cleo, ana, ru, circle } = withLimit()
  const begin = (who: Somebody, leaf: string, answers: object): string | null =>
    who.does('limits', { kind: 'open', room: ru, leaf, lookDay: circle.today() + 7, answers })?.rule ?? null
  const rule = {
    what: ['not-meeting'],
    through: [],
    where: 'The kitchen',
    from: circle.today(),
    until: circle.today() + 14,
    kind: 'interim',
    reason: 'private',
    agreement: null,
    decided: [ilse.id, ravi.id],
    ask: [ravi.id],
    back: ['ends'],
  }
  expect(begin(ben, 'rule', rule)).toBe('CA1')
  expect(begin(cleo, 'rule', rule)).toBe('CA1')
  expect(begin(ilse, 'rule', rule)).toBeNull()
  expect(begin(ilse, 'agreed', { yes: 'yes' })).toBe('LI4')
  expect(begin(ravi, 'agreed', { yes: 'yes' })).toBeNull()
  expect(begin(ravi, 'told', { how: 'voice', day: circle.today() })).toBeNull()
  for (const person of [ben, cleo, ilse]) expect(countsOn(ruleIn(cardsOf(person, ru))!, cardsOf(person, ru), circle.today())).toBe('counts')
  expect(begin(ben, 'look', { asks: 'yes' })).toBeNull()
  expect(ilse.concern(ru)?.begun?.concern).toBeNull()
  expect(ana.rooms()).not.toContain(ru)
})
