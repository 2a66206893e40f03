/** Pages of cards in the app, drawn from golden logs: a list, a card with its buttons, forms and an empty card for paper. */
import type { Model } from '../app/model.ts'
import type { Person, Snapshot } from '../client/api.ts'
import { hearing } from '../practices/hearing/index.ts'
import hearingHeard from '../practices/hearing/golden/0002-heard.json' with { type: 'json' }
import { impact } from '../practices/impact/index.ts'
import impactHers from '../practices/impact/golden/0001-hers.json' with { type: 'json' }
import { limits } from '../practices/limits/index.ts'
import limitsBound from '../practices/limits/golden/0002-bound.json' with { type: 'json' }
import limitsKitchen from '../practices/limits/golden/0001-the-kitchen.json' with { type: 'json' }
import type { Practice } from '../practices/practice.ts'
import { support } from '../practices/support/index.ts'
import supporter from '../practices/support/golden/0002-a-supporter.json' with { type: 'json' }
import supportHers from '../practices/support/golden/0001-her-week.json' with { type: 'json' }
import { cardRooms, roomSeenOf } from './card-rooms.ts'
import { fixtureSession, person, snapshotOf } from './fixture-circle.ts'
import { aroundOf, goldenFromText, goldenToText, statesOf, type Golden } from './golden.ts'

export interface CardPage {
  readonly name: string
  readonly model: () => Model
}

/** `modelAt`: an app that is not open yet; `emptyStates`: of every practice in it. */
export function cardPages(modelAt: (path: string) => Model, emptyStates: () => Snapshot['practices']): readonly CardPage[] {
  const from = (practice: unknown, told: unknown, page: (golden: Golden) => string): (() => Model) => {
    const golden = goldenFromText(JSON.stringify(told))
    return () => {
      const model = modelAt('')
      const { name } = practice as Practice
      const snapshot = snapshotIn(golden)
      model.enter(fixtureSession({ ...snapshot, practices: { ...emptyStates(), [name]: statesOf(practice as Practice, golden) } }, [], null), `${name}/${page(golden)}`)
      return model
    }
  }
  const atRoom =
    (code: string) =>
    ({ rooms }: Golden): string =>
      `at/${rooms.find((room) => room.concern?.code === code)?.roomId ?? ''}`
  const firstCard =
    (code: string, kind = 'card') =>
    ({ rooms }: Golden): string => {
      const state = rooms.find((room) => room.concern?.code === code)?.state as { readonly cards: readonly { readonly id: string }[] } | undefined
      return `${kind}/${state?.cards[0]?.id ?? ''}`
    }
  return [
    { name: 'support-hers', model: from(support, supportHers, atRoom('HS')) },
    { name: 'support-several', model: from(support, supportHers, () => '') },
    { name: 'support-task', model: from(support, supporter, firstCard('HS')) },
    { name: 'support-form', model: from(support, supportHers, firstCard('HS', 'write')) },
    { name: 'limit', model: from(limits, limitsKitchen, atRoom('RU')) },
    { name: 'limit-card', model: from(limits, limitsKitchen, firstCard('RU')) },
    { name: 'limit-bound', model: from(limits, limitsBound, atRoom('RU')) },
    { name: 'limit-quietly', model: from(limits, quietly(), atRoom('RU')) },
    { name: 'limit-quiet-form', model: from(limits, quietly(), () => 'begin/quiet/own') },
    { name: 'limit-form', model: from(limits, limitsKitchen, () => 'begin/own/own') },
    { name: 'impact-card', model: from(impact, impactHers, firstCard('HH')) },
    { name: 'impact-form', model: from(impact, impactHers, () => 'begin/statement/own') },
    { name: 'impact-empty', model: from(impact, impactHers, () => 'empty/statement') },
    { name: 'hearing-theirs', model: from(hearing, hearingHeard, () => '') },
    { name: 'hearing-card', model: from(hearing, hearingHeard, firstCard('NH')) },
  ]
}

/** A holder of a limit is told that the two it keeps apart both have a part in the joint room. The rooms in which limits have no cards keep it out of the golden logs. */
function quietly(): unknown {
  const on = cardRooms(limits, {
    RU: { code: 'RU', title: 'The kitchen', parts: { Yusuf: 'holder', Noor: 'holder', Joran: 'bound', Ilse: 'applies' } },
    HH: { code: 'HH', title: 'The till', parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' } },
    JO: { code: 'JO', title: 'Working on it', day: 20_555, parts: { Yusuf: 'holder', Noor: 'holder', Joran: 'party', Mira: 'party' } },
  })
  const id = (name: string): string => on.someone(name).id
  on.becomes('HH', { about: [on.someone('Joran').id] })
  const opens = (who: string, leaf: string, answers: object): unknown => on.someone(who).does({ kind: 'open', room: on.roomId('RU'), leaf, lookDay: on.today() + 7, answers })
  const until = on.today() + 14
  const by = { decided: [id('Yusuf'), id('Noor')], ask: [id('Noor')], back: ['ends'] }
  opens('Yusuf', 'rule', { what: ['not-meeting'], through: [], where: 'The kitchen', from: on.today(), until, kind: 'interim', reason: 'private', agreement: null, ...by })
  opens('Noor', 'agreed', { yes: 'yes' })
  opens('Yusuf', 'told', { how: 'person', day: on.today() })
  return JSON.parse(goldenToText(on.golden({ about: 'A holder is told quietly.', as: 'Yusuf', orders: [] })))
}

function snapshotIn(golden: Golden): Snapshot {
  const people = golden.people.map((each, index): Person => ({ ...person(index + 1, each.name), id: each.id }))
  const rooms = new Map(golden.rooms.filter((room) => room.place === 'further').map((room) => [room.roomId, roomSeenOf(golden.people, aroundOf(room))]))
  const base = snapshotOf({ circle: { people } })
  const name = golden.people.find((each) => each.id === golden.me)?.name ?? ''
  return { ...base, me: { ...base.me, id: golden.me, name }, today: golden.today, rooms }
}
