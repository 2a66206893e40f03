// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { MemberId, RoomId } from '../../log/types.ts'
import { concernRoomOf, type RoomSeed } from '../../testing/concern-room-fixture.ts'
import { openView } from '../../testing/live-view.tsx'
import { circleDoing } from '../../testing/practice-circle.ts'
import { setAside } from '../set-aside.ts'
import { appreciation } from './index.ts'
import { reachedMe } from './rules.ts'

const words = { saw: 'You washed the big pots on Sunday.', changed: 'I could sit down.', shows: [], leadNext: 'The next big cook.' }

function circle() {
  const doing = circleDoing(appreciation, 'Ana', 'Ben', 'Cleo')
  return { doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

test('a thank-you says who will read it before it is sent, and reaches that one person', async () => {
  const { doing, ana, ben, cleo } = circle()
  const view = await openView(appreciation, { circle: doing, as: ana, surface: 'page' })
  expect(view.text()).toContain('Nobody yet. Choose somebody above.')
  await view.choose('Who do you want to thank?', 'Ben')
  expect(view.text()).toContain('You and Ben (2)')
  await view.type('What did you see them do?', words.saw)
  expect(view.drafts.get('saw')).toBe(words.saw)
  await view.press('Send to Ben')
  expect(reachedMe(ben.own(), ben.muted)).toMatchObject([{ saw: words.saw, consent: null }])
  expect(cleo.ownEntries()).toEqual([])
  expect(view.text()).toContain('On its way to Ben.')
  expect(view.drafts.get('saw')).toBe('')
})

test('[AP3] what may be shown is shown word by word before it is offered, without what is for them alone', async () => {
  const { doing, ana, ben } = circle()
  const view = await openView(appreciation, { circle: doing, as: ana, surface: 'page' })
  await view.choose('Who do you want to thank?', 'Ben')
  await view.type('What did you see them do?', words.saw)
  await view.type('What could they lead next, if they liked?', words.leadNext)
  await view.press('Offer to share it')
  expect(view.text()).toContain(`The circle would read these words:${words.saw}`)
  await view.press('Send to Ben')
  expect(ben.own().received[0]?.consent?.text).toBe(words.saw)
})

test('without a person, without words, or with too many of them, there is nothing to send', async () => {
  const { doing, ana } = circle()
  const view = await openView(appreciation, { circle: doing, as: ana, surface: 'page' })
  await view.type('What did you see them do?', words.saw)
  const disabled = (): boolean | undefined =>
    [...document.querySelectorAll('button')].find((each) => /^(Send to|Choose somebody)/.test(each.textContent ?? ''))?.disabled
  expect(disabled()).toBe(true)
  await view.choose('Who do you want to thank?', 'Ben')
  expect(disabled()).toBe(false)
  await view.type('What did you see them do?', 'ñ'.repeat(301))
  expect(view.text()).toContain('This is a little too long to travel.')
  expect(disabled()).toBe(true)
})

test('[AP4] the receiver reads the exact words and the exact audience, and a yes puts them before the circle', async () => {
  const { doing, ana, ben, cleo } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
  const view = await openView(appreciation, { circle: doing, as: ben, surface: 'page' })
  expect(view.text()).toContain(
    'Ana offers to show these words to Everyone in the circle (3), with both your names:You washed the big pots on Sunday.\n\nI could sit down.',
  )
  await view.press('Yes, show it')
  expect(cleo.commons().thanks).toHaveLength(1)
  expect(view.text()).not.toContain('May it be shown?')
  await view.press('End the showing')
  expect(cleo.commons().thanks).toEqual([])
  expect(view.text()).toContain(words.saw)
})

test('[AP2] to the giver, a no and no answer look the same', async () => {
  const { doing, ana, ben, cleo } = circle()
  for (const person of [ben, cleo]) ana.does({ kind: 'thank', to: person.id, ...words, offered: true })
  ben.does({ kind: 'answer', from: ana.id, id: ana.own().sent[0]!.id, show: false })
  const view = await openView(appreciation, { circle: doing, as: ana, surface: 'page' })
  expect(view.text().match(/Offered/g)).toHaveLength(2)
})

test('[AP6] the giver takes a thank-you back', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: false })
  const view = await openView(appreciation, { circle: doing, as: ana, surface: 'page' })
  await view.press('Take it back')
  expect(reachedMe(ben.own(), ben.muted)).toEqual([])
  expect(view.text()).toContain('You have given none yet.')
})

test('[AP7] on the screen of who muted the giver, nothing of theirs stands', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
  ben.mutes(ana.id)
  const view = await openView(appreciation, { circle: doing, as: ben, surface: 'page' })
  expect(view.text()).not.toContain('pots')
  expect(view.text()).not.toContain('May it be shown?')
})

test('[AP12] [G3] thanks of the person a concern is about do not reach who was hurt while it is open, and hers do not reach them; the giver is told nothing', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
  const holder = 'a1'.repeat(32) as MemberId
  const [hh, nh] = ['d1', 'd2'].map((each) => each.repeat(32) as RoomId) as [RoomId, RoomId]
  const inside = (seed: RoomSeed, room: RoomId) => new Map([[room, { people: [], owner: null, closed: false, concern: concernRoomOf(seed) }]])
  const hers: RoomSeed = { code: 'HH', parts: { [ben.id]: 'hurt', [holder]: 'holder' }, about: [ana.id] }
  const theirs: RoomSeed = { code: 'NH', parts: { [ben.id]: 'named', [holder]: 'holder' }, moved: [{ mover: holder, card: 'known', words: 'x', purpose: 'tell', author: ana.id }] }
  const joint: RoomSeed = { code: 'JO', parts: { [ana.id]: 'party', [ben.id]: 'party', [holder]: 'holder' } }
  for (const [seed, room] of [[hers, hh], [theirs, nh], [joint, nh]] as const) {
    const aside = setAside(inside(seed, room), ben.id)
    expect([...aside]).toEqual([ana.id])
    expect(reachedMe(ben.states().personal, aside)).toEqual([])
    expect(reachedMe(ben.states().personal, setAside(inside({ ...seed, closed: 20_600 }, room), ben.id))).toHaveLength(1)
    // A holder of it is in nobody's way.
    expect([...setAside(inside(seed, room), holder)]).toEqual([])
  }
  expect((await openView(appreciation, { circle: doing, as: ana, surface: 'page' })).text()).toContain('big pots')
})

test('[AP10] the names go with one tap, and nothing says how long it has been', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: false })
  doing.daysPass(60)
  const view = await openView(appreciation, { circle: doing, as: ana, surface: 'today' })
  expect(view.text()).toMatch(/Is there something you could thank (Ben or Cleo|Cleo or Ben) for\? Only you see this\./)
  expect(view.text()).not.toMatch(/\d/)
  await view.press('Do not show names here')
  expect(view.settings.thanksHints).toBe(false)
  expect(view.text()).not.toContain('thank Ben')
})

test('on Today, thanks to somebody else stand before the circle and not among what reached me', async () => {
  const { doing, ana, ben, cleo } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
  ben.does({ kind: 'answer', from: ana.id, id: ana.own().sent.at(-1)!.id, show: true })
  for (const other of [ana, cleo]) {
    const view = await openView(appreciation, { circle: doing, as: other, surface: 'today' })
    expect(view.text()).toContain('Thanks before the circle')
    expect(view.text()).not.toContain('Thanks that reached you')
  }
  const hers = await openView(appreciation, { circle: doing, as: ben, surface: 'today' })
  expect(hers.text()).toMatch(/Thanks that reached you.*Thanks before the circle/s)
})

test('what also stands before the circle is not said to be for its receiver alone', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
  const before = await openView(appreciation, { circle: doing, as: ben, surface: 'page' })
  expect(before.text()).toContain('Ana, to you alone')
  ben.does({ kind: 'answer', from: ana.id, id: ana.own().sent.at(-1)!.id, show: true })
  for (const surface of ['page', 'today'] as const) {
    const view = await openView(appreciation, { circle: doing, as: ben, surface })
    expect(view.text()).not.toContain('Ana, to you alone')
    expect(view.text()).toContain('Ana. These words also stand before the circle.')
  }
})

test('[AP11] with many thanks on the screen, no number but that of the readers stands there', async () => {
  const { doing, ana, ben } = circle()
  for (const _ of [1, 2, 3]) {
    ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
    ben.does({ kind: 'answer', from: ana.id, id: ana.own().sent.at(-1)!.id, show: true })
  }
  const page = await openView(appreciation, { circle: doing, as: ben, surface: 'page' })
  expect(page.text().replaceAll('Everyone in the circle (3)', '')).not.toMatch(/\d/)
  const today = await openView(appreciation, { circle: doing, as: ben, surface: 'today' })
  expect(today.text()).not.toMatch(/\d/)
})

test('words that were taken back before they were sent can be gone on with, or let go', async () => {
  const { doing, ana } = circle()
  const shown = { circle: doing, as: ana, surface: 'page', drafts: { 'taken-back': words.saw } } as const
  const view = await openView(appreciation, shown)
  expect(view.text()).toContain(`These words came back. Nobody has read them.${words.saw}`)
  await view.press('Go on writing')
  expect([view.drafts.get('saw'), view.drafts.get('taken-back')]).toEqual([words.saw, ''])
  const other = await openView(appreciation, shown)
  await other.press('Let them go')
  expect([other.drafts.get('saw'), other.drafts.get('taken-back')]).toEqual([undefined, ''])
})

test('an offer waits on Today until it is answered', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'thank', to: ben.id, ...words, offered: true })
  const surfaces = await appreciation.surfaces()
  const view = { states: ben.states(), me: ben.id, people: doing.people, today: doing.today(), muted: ben.muted }
  const waits = (states: typeof view.states): number => surfaces.waits!({ ...view, states } as Parameters<NonNullable<typeof surfaces.waits>>[0]).length
  expect(waits(ben.states())).toBe(1)
  ben.does({ kind: 'answer', from: ana.id, id: ana.own().sent[0]!.id, show: false })
  expect(waits(ben.states())).toBe(0)
})
