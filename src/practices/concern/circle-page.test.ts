import { expect, test } from 'vitest'
import type { VerifiedConsent } from '../practice.ts'
import { asksFor, becomesKind, held, isRefused, presses, stateOf, statesOf, withHoldersRoom, type Story } from '../../testing/concern-story.ts'
import { beforeCircle } from './circle-page.ts'
import { partsOfPage, wordsOfPage } from './circle-state.ts'

const page = wordsOfPage({ mayKnow: 'Something happened at the till. Two of us hold it.', helps: 'Take over a shift.', pilesOn: 'Asking who it was.', say: 'I do not need to know more.' })

/** The page was asked for in her room; she opened the lock. */
function askedForThePage(more: { readonly recognised?: readonly Story['ben'][] } = {}): Story & { readonly id: string } {
  const story = held()
  const { ana, ilse, hh } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: page, purpose: 'tell', card: 'circle-page', recognised: (more.recognised ?? []).map((person) => person.id) })
  presses(ilse, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  return { ...story, id }
}

const shown = ({ cleo, circle }: Story) => beforeCircle(statesOf(cleo).commons, circle.today())

test('[CN25] the page for the circle stands with her yes and two holders’, and says what she said yes to', () => {
  const story = askedForThePage()
  const { ana, ilse, ravi, hh, id, circle } = story
  const show = { kind: 'show-page', room: hh, id, curious: true, lookDay: circle.today() + 14 }
  expect(isRefused(ilse, show)).toBe('CN18')
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ilse, show)
  expect(shown(story).pages).toMatchObject([{ id, words: page, givers: [ilse.id, ravi.id, ana.id] }])
  expect(partsOfPage(shown(story).pages[0]!.words).helps).toBe('Take over a shift.')
  // Nothing else of a concern stands where everybody reads.
  expect(circle.someone('cleo').canOpen().map((entry) => entry.type)).toEqual(['concern.circle-page'])
})

test('[CN25] without the lock there is no page', () => {
  const story = askedForThePage()
  const { ana, ilse, ravi, hh, id, circle } = story
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: false, scope: '' })
  expect(isRefused(ilse, { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 })).toBe('CN13')
})

test('[CN25] everybody who can be recognised on the page has said yes to it', () => {
  const seen = held()
  const story = askedForThePage({ recognised: [seen.ben] })
  const { ben, ilse, ravi, hh, id, circle } = story
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  const show = { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 }
  expect(isRefused(ilse, show)).toBe('CN18')
  presses(ilse, { kind: 'ask-recognised', room: hh, id, person: ben.id })
  presses(ben, { kind: 'answer-words', id, from: ilse.id, yes: true })
  presses(ilse, show)
  expect(shown(story).pages).toHaveLength(1)
})

test('[CN25] a changed app shows the circle nothing with a yes that is missing, over other words, for another place or purpose, ended, or of somebody else', () => {
  const story = askedForThePage()
  const { ana, ben, ilse, ravi, cleo, hh, id, circle } = story
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  const yeses = stateOf(ilse, hh).asksMore.get(id)!.yeses
  const body = { id, holders: [ilse.id, ravi.id], author: ana.id, recognised: [], words: page, curious: false, lookDay: circle.today() + 14 }
  const but = (giver: Story['ben'], change: Partial<VerifiedConsent>): readonly VerifiedConsent[] => yeses.map((yes) => (yes.giver === giver.id ? { ...yes, ...change } : yes))
  const tries: readonly (readonly [object, readonly VerifiedConsent[]])[] = [
    [body, yeses.filter((yes) => yes.giver !== ana.id)],
    [body, yeses.filter((yes) => yes.giver !== ravi.id)],
    [{ ...body, words: `${page}!` }, yeses],
    [body, but(ana, { target: hh })],
    [body, but(ana, { purpose: `closing/${id}` })],
    [body, but(ana, { untilDay: (circle.today() - 1) as never })],
    [body, but(ana, { readers: [cleo.id] })],
    [body, but(ana, { nameMayStand: false })],
    [body, but(ana, { recognised: [ben.id] })],
    [{ ...body, holders: [ilse.id, ilse.id] }, yeses],
    [{ ...body, id: '4'.repeat(32) }, yeses],
  ]
  for (const [changed, consents] of tries) ilse.writesPastTheApp('commons', 'concern.circle-page', changed as never, { consents })
  const byOther = cleo.writesPastTheApp('commons', 'concern.circle-page', body as never, { consents: yeses })
  const late = ilse.writesPastTheApp('commons', 'concern.circle-page', { ...body, lookDay: circle.today() + 15 } as never, { consents: yeses })
  expect(cleo.refused().map((each) => each.rule)).toEqual([...tries.map(() => 'CN25'), 'CN25', 'CN23'])
  expect([byOther, late].every((seq) => cleo.refused().some((each) => each.seq === seq))).toBe(true)
  expect(shown(story).pages).toEqual([])
})

test('[CN25] in kind A, and where power is known, the curious sentences are left out whatever was ticked', () => {
  const story = held()
  becomesKind(story, 'B')
  const { ana, ilse, ravi, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  presses(ilse, { kind: 'kind-safer', room: hh, to: 'A', power: ['founder'] })
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: page, purpose: 'tell', card: 'circle-page', yes: [ilse, ravi] })
  presses(ilse, { kind: 'show-page', room: hh, id, curious: true, lookDay: circle.today() + 14 })
  expect(shown(story).pages).toMatchObject([{ curious: false }])
})

test('[CN25] whoever said yes takes it back: it is gone for everybody and does not come again', () => {
  const story = askedForThePage()
  const { ana, ilse, ravi, cleo, hh, id, circle } = story
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ilse, { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 })
  expect(isRefused(cleo, { kind: 'take-back-moved', room: 'commons', id })).toBe('CN20')
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  circle.everybodyOpensTheApp()
  expect(shown(story).pages).toEqual([])
  expect(JSON.stringify(cleo.canOpen())).not.toContain('till')
  const yeses = stateOf(ravi, hh).asksMore.get(id)!.yeses
  const seq = ilse.writesPastTheApp('commons', 'concern.circle-page', { id, holders: [ilse.id, ravi.id], author: ana.id, recognised: [], words: page, curious: false, lookDay: circle.today() + 14 }, { consents: yeses })
  expect(cleo.refused().some((each) => each.seq === seq && each.rule === 'CN25')).toBe(true)
})

test('[CN21] what stands before the circle ends on each reader’s own clock, and after its day somebody may say so', () => {
  const story = askedForThePage()
  const { ilse, ravi, cleo, hh, id, circle } = story
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ilse, { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 })
  expect(isRefused(cleo, { kind: 'end-moved', room: 'commons', id })).toBe('CN21')
  circle.daysPass(61)
  expect(shown(story).pages).toEqual([])
  presses(cleo, { kind: 'end-moved', room: 'commons', id })
  expect(statesOf(cleo).commons.pages).toEqual([])
})

test('[CN25] something that is already public: the circle reads one line with two names, once both have signed it', () => {
  const story = held()
  const { ilse, ravi, cleo, circle } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'ask-public-line', room: ho, other: ravi.id })
  const { id } = stateOf(ilse, ho).moveAsks[0]!
  expect(isRefused(ilse, { kind: 'show-public-line', room: ho, id })).toBe('CN18')
  presses(ravi, { kind: 'answer-move', room: ho, id, yes: true, adds: [] })
  presses(ilse, { kind: 'show-public-line', room: ho, id })
  expect(shown(story).lines).toMatchObject([{ holders: [ilse.id, ravi.id] }])
  const yeses = stateOf(ilse, ho).asksMore.get(id)!.yeses
  ilse.writesPastTheApp('commons', 'concern.public-line', { id: '5'.repeat(32), holders: [ilse.id, cleo.id] }, { consents: yeses })
  expect(cleo.refused()).toMatchObject([{ rule: 'CN25' }])
  expect(circle.today()).toBeGreaterThan(0)
})

test('[CN25] with no words agreed, the plain sentence stands with two holders alone, and carries nobody’s name but theirs', () => {
  const story = held()
  const { ana, ilse, ravi, cleo } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'ask-plain-closing', room: ho, other: ravi.id })
  const { id } = stateOf(ilse, ho).moveAsks[0]!
  presses(ravi, { kind: 'answer-move', room: ho, id, yes: true, adds: [] })
  const yeses = stateOf(ilse, ho).asksMore.get(id)!.yeses
  ilse.writesPastTheApp('commons', 'concern.closing', { id, holders: [ilse.id, ravi.id], words: null, authors: [ana.id], recognised: [] }, { consents: yeses })
  ilse.writesPastTheApp('commons', 'concern.closing', { id, holders: [ilse.id, ravi.id], words: null, authors: [ilse.id], recognised: [] }, { consents: yeses })
  expect(cleo.refused()).toMatchObject([{ rule: 'CN25' }, { rule: 'CN25' }])
  presses(ilse, { kind: 'show-closing', room: ho, id })
  expect(shown(story).closings).toMatchObject([{ words: null, givers: [ilse.id, ravi.id] }])
})

test('[CN25] a closing in words needs its author, whom it lets be recognised, and two holders', () => {
  const story = held()
  becomesKind(story, 'B')
  const { ana, ilse, ravi, hh } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'That it is over.' })
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: 'It is over. What was agreed stands.', purpose: 'closing', card: 'closing', nameMayStand: false, yes: [ravi] })
  expect(isRefused(ilse, { kind: 'show-closing', room: hh, id })).toBe('CN18')
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'show-closing', room: hh, id })
  expect(shown(story).closings).toMatchObject([{ words: 'It is over. What was agreed stands.', givers: [ilse.id, ravi.id, ana.id] }])
})

test('[CN25] what somebody can do for it goes to one holder alone, and what they think stays with them', () => {
  const story = askedForThePage()
  const { ana, ilse, ravi, cleo, id } = story
  presses(cleo, { kind: 'take-circle-part', page: id, to: ilse.id, can: 'mind-circle' })
  presses(cleo, { kind: 'write-circle-sheet', page: id, think: 'I half knew.', afraid: '', tell: 'Mara' })
  expect(statesOf(ilse).personal.circleParts).toMatchObject([{ from: cleo.id, can: 'mind-circle' }])
  for (const other of [ana, ravi, ilse]) expect(JSON.stringify(other.canOpen())).not.toContain('half knew')
  expect(statesOf(ravi).personal.circleParts).toEqual([])
})

test('[CN25] a holder’s changed app shows the circle nothing by a holder’s yes that came before hers', () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  const nameless = { holders: [ilse.id, ravi.id], author: null, recognised: [], words: page, curious: false, lookDay: circle.today() + 14 }
  // Ravi asked, and so signed first; Ilse's app adds its own and leaves her out.
  const id = asksFor(story, { by: ravi, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: page, purpose: 'tell', card: 'circle-page', nameMayStand: false, yes: [ilse] })
  const early = stateOf(ilse, hh).asksMore.get(id)!.yeses
  const made: VerifiedConsent = { ...early.find((yes) => yes.giver === ilse.id)!, recognised: [] }
  ilse.writesPastTheApp('commons', 'concern.circle-page', { ...nameless, id }, { consents: [...early, made] })
  expect(cleo.refused()).toMatchObject([{ rule: 'CN25' }])
  expect(shown(story).pages).toEqual([])
  // Once she said yes without her name, both vouch for it and carry no name.
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: false })
  presses(ilse, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ravi, { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 })
  expect(shown(story).pages).toMatchObject([{ id, givers: [ravi.id, ilse.id] }])
})

test.each(['that yes', 'all of it'])('[CN25] the words stand without her name: when she takes back %s, whoever vouched takes them from the circle, and no name of hers is told there', (what) => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: page, purpose: 'tell', card: 'circle-page', nameMayStand: false, yes: [ana] })
  presses(ravi, { kind: 'answer-move', room: hh, id, yes: true, adds: [] })
  presses(ilse, { kind: 'show-page', room: hh, id, curious: false, lookDay: circle.today() + 14 })
  expect(shown(story).pages).toMatchObject([{ id, givers: [ilse.id, ravi.id] }])
  presses(ana, what === 'that yes' ? { kind: 'take-back-yes', room: hh, id } : { kind: 'take-back', room: hh })
  circle.everybodyOpensTheApp()
  expect(shown(story).pages).toEqual([])
  expect(JSON.stringify(cleo.canOpen())).not.toContain('till')
  expect(JSON.stringify(cleo.canOpen())).not.toContain(ana.id)
  expect([ana, ilse, ravi, cleo].flatMap((each) => each.refused())).toEqual([])
})
