import { expect, test } from 'vitest'
import type { Day } from '../../base/clock.ts'
import { circleDoing, kept, type PracticeCircle, type Someone } from '../../testing/practice-circle.ts'
import type { VerifiedConsent } from '../practice.ts'
import { longest } from './events.ts'
import { notThankedForLong } from './hints.ts'
import { appreciation } from './index.ts'
import { asksToBeShown, exactWords, isShown, iSent, purposeOf, reachedMe, standsBeforeTheCircle, type OwnThanks, type Shown } from './rules.ts'

type Person = Someone<OwnThanks, Shown>

function circle(): PracticeCircle<OwnThanks, Shown> & { readonly ana: Person; readonly ben: Person; readonly cleo: Person } {
  const doing = circleDoing(appreciation, 'Ana', 'Ben', 'Cleo')
  return { ...doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

const words = { saw: 'You washed the big pots on Sunday.', changed: 'I could sit down.', shows: ['care'], leadNext: 'The next big cook.' }
const text = exactWords(words)

function thanks(giver: Person, receiver: Person, offered: boolean): string {
  expect(giver.does({ kind: 'thank', to: receiver.id, ...words, offered })).toBeNull()
  return giver.own().sent.at(-1)?.id ?? ''
}

function consentOf(giver: Person, change: Partial<VerifiedConsent> & Pick<VerifiedConsent, 'purpose' | 'target'>): VerifiedConsent {
  return { giver: giver.id, text, untilDay: 30_000 as Day, readers: null, mayPassOn: false, nameMayStand: true, recognised: [], carried: new Uint8Array([1]), ...change }
}

test('[AP1] nobody thanks themselves', () => {
  const { ana } = circle()
  expect(ana.does({ kind: 'thank', to: ana.id, ...words, offered: false })).toMatchObject({ rule: 'AP1' })
})

test('[AP1] nobody is shown as thanked by themselves, even with both signatures', () => {
  const { ana, commonsId, refused } = circle()
  const id = 'a'.repeat(32)
  const consent = consentOf(ana, { purpose: purposeOf(id, ana.id), target: commonsId })
  ana.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text }, { consents: [consent] })
  expect(ana.commons().thanks).toEqual([])
  expect(refused()).toMatchObject([{ why: { rule: 'AP1' } }])
})

test('[AP2] a thank-you reaches the one it was written to, and the giver keeps a copy', () => {
  const { ana, ben, cleo, readable } = circle()
  thanks(ana, ben, false)
  expect(reachedMe(ben.own(), ben.muted)).toMatchObject([{ from: ana.id, saw: words.saw, changed: words.changed, shows: ['care'], leadNext: words.leadNext }])
  expect(iSent(ana.own())).toMatchObject([{ to: ben.id, saw: words.saw }])
  expect(cleo.ownEntries()).toEqual([])
  expect(readable()).toEqual([])
})

test('[AP2] nothing goes back to the giver: not that it was read, not a no', () => {
  const { ana, ben, readable } = circle()
  const id = thanks(ana, ben, true)
  const before = ana.ownEntries()
  expect(ben.wouldWrite({ kind: 'answer', from: ana.id, id, show: false }).map((write) => write.to)).toEqual(['personal'])
  ben.does({ kind: 'answer', from: ana.id, id, show: false })
  ben.opensTheApp()
  expect(ana.ownEntries()).toEqual(before)
  expect(readable()).toEqual([])
})

test('[AP2] a thank-you that arrives twice stands there once', () => {
  const { ana, ben } = circle()
  const body = { id: 'b'.repeat(32), ...words, offered: false }
  ana.writesPastTheApp({ mailTo: ben.id }, 'appreciation.thanked', body)
  ana.writesPastTheApp({ mailTo: ben.id }, 'appreciation.thanked', body)
  expect(reachedMe(ben.own(), ben.muted)).toHaveLength(1)
})

test('[AP3] what somebody could lead next is not in the words that are shown', () => {
  const { ana, ben, readable } = circle()
  const id = thanks(ana, ben, true)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  expect(text).toBe('You washed the big pots on Sunday.\n\nI could sit down.')
  expect(readable()).toHaveLength(1)
  expect(JSON.stringify(readable().map((entry) => [entry.data, entry.consents]))).not.toMatch(/next big cook|care/)
})

test('[AP3] a changed app cannot show it beside them either', () => {
  const { ben, ana, commonsId } = circle()
  const id = 'a'.repeat(32)
  const both = [ana, ben].map((person) => consentOf(person, { purpose: purposeOf(id, ben.id), target: commonsId }))
  ben.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text, leadNext: 'The next cook.' }, { consents: both })
  expect(ben.commons().thanks).toEqual([])
})

test('[AP4] words stand before the circle once giver and receiver said yes to them', () => {
  const { ana, ben, cleo, today } = circle()
  const id = thanks(ana, ben, true)
  expect(cleo.commons().thanks).toEqual([])
  expect(ben.does({ kind: 'answer', from: ana.id, id, show: true })).toBeNull()
  expect(standsBeforeTheCircle(cleo.commons(), today())).toMatchObject([{ giver: ana.id, receiver: ben.id, text }])
})

test('[AP4] without the giver’s yes, without the receiver’s, over other words, for another receiver, or for another circle, nothing is shown', () => {
  const { ana, ben, cleo, commonsId, refused } = circle()
  const id = 'a'.repeat(32)
  const right = { purpose: purposeOf(id, ben.id), target: commonsId }
  const [yesOfAna, yesOfBen] = [consentOf(ana, right), consentOf(ben, right)]
  const attempts: readonly (readonly VerifiedConsent[])[] = [
    [],
    [yesOfBen],
    [yesOfAna],
    [consentOf(cleo, right), yesOfBen],
    [consentOf(ana, { ...right, text: 'Ben carried everything alone.' }), yesOfBen],
    [yesOfAna, consentOf(ben, { ...right, text: 'Ben carried everything alone.' })],
    [consentOf(ana, { ...right, purpose: purposeOf(id, cleo.id) }), yesOfBen],
    [consentOf(ana, { ...right, purpose: purposeOf('b'.repeat(32), ben.id) }), yesOfBen],
    [consentOf(ana, { ...right, target: 'dd'.repeat(32) as typeof commonsId }), yesOfBen],
  ]
  for (const consents of attempts) ben.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text }, { consents })
  expect(ben.commons().thanks).toEqual([])
  expect(refused().map((each) => each.why.rule)).toEqual(attempts.map(() => 'AP4'))
  ben.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text }, { consents: [yesOfAna, yesOfBen] })
  expect(ben.commons().thanks).toHaveLength(1)
})

test('[AP4] Cleo cannot use the yes that was meant for Ben', () => {
  const { ana, ben, cleo, commonsId, refused } = circle()
  const id = thanks(ana, ben, true)
  const meantForBen = ben.own().received[0]?.consent
  cleo.writesPastTheApp(
    'commons',
    'appreciation.shown',
    { id, giver: ana.id, text },
    { consents: [meantForBen!, consentOf(cleo, { purpose: purposeOf(id, cleo.id), target: commonsId })] },
  )
  expect(refused()).toMatchObject([{ author: cleo.id, why: { rule: 'AP4' } }])
})

test('[AP4] what was not offered cannot be shown, nor what was offered with a yes over other words', () => {
  const { ana, ben, commonsId } = circle()
  const id = thanks(ana, ben, false)
  expect(ben.does({ kind: 'answer', from: ana.id, id, show: true })).not.toBeNull()
  const other = 'c'.repeat(32)
  const body = { id: other, ...words, offered: true }
  ana.writesPastTheApp({ mailTo: ben.id }, 'appreciation.thanked', body, {
    consents: [consentOf(ana, { text: 'Other words.', purpose: purposeOf(other, ben.id), target: commonsId })],
  })
  expect(ben.own().received.at(-1)?.consent).toBeNull()
  expect(ben.does({ kind: 'answer', from: ana.id, id: other, show: true })).not.toBeNull()
  expect(ben.commons().thanks).toEqual([])
})

test('[AP4] a yes for another circle or another receiver is no offer that can be taken', () => {
  const { ana, ben, commonsId } = circle()
  const id = 'c'.repeat(32)
  ana.writesPastTheApp(
    { mailTo: ben.id },
    'appreciation.thanked',
    { id, ...words, offered: true },
    { consents: [consentOf(ana, { purpose: purposeOf(id, ana.id), target: commonsId })] },
  )
  expect(ben.does({ kind: 'answer', from: ana.id, id, show: true })).toMatchObject({ rule: 'AP4' })
})

test('[AP5] after a no the receiver is not asked again, and a no stays a no', () => {
  const { ana, ben, today } = circle()
  const id = thanks(ana, ben, true)
  const [received] = ben.own().received
  expect(asksToBeShown(ben.own(), received!, today())).toBe(true)
  ben.does({ kind: 'answer', from: ana.id, id, show: false })
  expect(asksToBeShown(ben.own(), received!, today())).toBe(false)
  expect(ben.does({ kind: 'answer', from: ana.id, id, show: true })).toMatchObject({ rule: 'AP5' })
  ben.writesPastTheApp('personal', 'appreciation.answered', { id, from: ana.id, answer: 'yes' })
  expect(Object.values(ben.own().answers)).toEqual(['no'])
})

test('[AP5] an offer nobody answers for 14 days is asked no more', () => {
  const { ana, ben, today, daysPass } = circle()
  const id = thanks(ana, ben, true)
  daysPass(14)
  expect(asksToBeShown(ben.own(), ben.own().received[0]!, today())).toBe(true)
  daysPass(1)
  expect(asksToBeShown(ben.own(), ben.own().received[0]!, today())).toBe(false)
  expect(ben.does({ kind: 'answer', from: ana.id, id, show: true })).toMatchObject({ rule: 'AP5' })
})

test('[AP5] the same words are not shown twice at once', () => {
  const { ana, ben, commonsId, refused } = circle()
  const id = 'a'.repeat(32)
  const both = [ana, ben].map((person) => consentOf(person, { purpose: purposeOf(id, ben.id), target: commonsId }))
  ben.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text }, { consents: both })
  ben.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text }, { consents: both })
  expect(ben.commons().thanks).toHaveLength(1)
  expect(refused()).toMatchObject([{ why: { rule: 'AP5' } }])
})

test('[AP6] what the giver took back is gone for the receiver, from the room too', () => {
  const { ana, ben } = circle()
  const id = thanks(ana, ben, false)
  expect(ana.does({ kind: 'take-back', id })).toBeNull()
  expect(reachedMe(ben.own(), ben.muted)).toEqual([])
  ben.opensTheApp()
  expect(ben.ownEntries().map((entry) => entry.type)).toEqual(['appreciation.withdrawn'])
  expect(iSent(ana.own())).toEqual([])
  expect(ana.does({ kind: 'take-back', id })).toMatchObject({ rule: 'AP6' })
})

test('[AP6] a withdrawal that arrives before the thank-you keeps it from being shown', () => {
  const { ana, ben } = circle()
  const id = 'd'.repeat(32)
  ana.writesPastTheApp({ mailTo: ben.id }, 'appreciation.withdrawn', { id })
  ana.writesPastTheApp({ mailTo: ben.id }, 'appreciation.thanked', { id, ...words, offered: false })
  expect(reachedMe(ben.own(), ben.muted)).toEqual([])
})

test('[AP6] nobody else can withdraw a thank-you', () => {
  const { ana, ben, cleo } = circle()
  const id = thanks(ana, ben, true)
  cleo.writesPastTheApp({ mailTo: ben.id }, 'appreciation.withdrawn', { id })
  expect(reachedMe(ben.own(), ben.muted)).toHaveLength(1)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  cleo.writesPastTheApp('commons', 'appreciation.taken-back', { id })
  expect(ben.commons().thanks).toHaveLength(1)
})

test('[AP6] what was shown goes from the circle when its giver takes it back, and cannot be shown again', () => {
  const { ana, ben, commonsId, readable, refused } = circle()
  const id = thanks(ana, ben, true)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  const consents = readable()[0]?.consents ?? []
  ana.does({ kind: 'take-back', id })
  expect(ben.commons().thanks).toEqual([])
  ben.opensTheApp()
  expect(JSON.stringify(readable())).not.toContain('pots')
  ben.writesPastTheApp(
    'commons',
    'appreciation.shown',
    { id, giver: ana.id, text },
    { consents: [...consents, consentOf(ben, { purpose: purposeOf(id, ben.id), target: commonsId })] },
  )
  expect(ben.commons().thanks).toEqual([])
  expect(refused()).toMatchObject([{ author: ben.id, why: { rule: 'AP6' } }])
})

test('[AP6] what was shown while it was being taken back is taken down by the giver’s app', () => {
  const { ana, ben, commonsId } = circle()
  const id = thanks(ana, ben, true)
  const showing = ben.wouldWrite({ kind: 'answer', from: ana.id, id, show: true }).find((write) => write.to === 'commons')
  ana.does({ kind: 'take-back', id })
  if (showing?.to !== 'commons') throw new Error('the receiver shows it')
  const yesOfBen = consentOf(ben, { purpose: purposeOf(id, ben.id), target: commonsId })
  ben.writesPastTheApp('commons', 'appreciation.shown', showing.data, { consents: [...showing.carries!, yesOfBen] })
  expect(isShown(ana.commons(), ana.id, id)).not.toBeNull()
  ana.opensTheApp()
  expect(ana.commons().thanks).toEqual([])
  expect(ana.opensTheApp()).toEqual([])
})

test('[AP7] whoever is muted does not reach the one who muted them, and what came before is not shown', () => {
  const { ana, ben } = circle()
  thanks(ana, ben, false)
  ben.mutes(ana.id)
  thanks(ana, ben, false)
  expect(ben.own().received).toHaveLength(1)
  expect(reachedMe(ben.own(), ben.muted)).toEqual([])
})

test('[AP8] the receiver ends the showing, keeps the thank-you, and is not asked again', () => {
  const { ana, ben, today, readable } = circle()
  const id = thanks(ana, ben, true)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  expect(ben.does({ kind: 'end-showing', from: ana.id, id })).toBeNull()
  expect(readable()).toEqual([])
  expect(ana.commons().thanks).toEqual([])
  expect(reachedMe(ben.own(), ben.muted)).toHaveLength(1)
  expect(asksToBeShown(ben.own(), ben.own().received[0]!, today())).toBe(false)
})

test('[AP8] nobody else ends the showing', () => {
  const { ana, ben, cleo } = circle()
  const id = thanks(ana, ben, true)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  expect(cleo.does({ kind: 'end-showing', from: ana.id, id })).toMatchObject({ rule: 'AP6' })
})

test('[AP9] after 90 days the circle is shown it no more, and the receiver’s app takes it out', () => {
  const { ana, ben, cleo, today, daysPass, readable } = circle()
  const id = thanks(ana, ben, true)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  daysPass(90)
  expect(standsBeforeTheCircle(cleo.commons(), today())).toHaveLength(1)
  daysPass(1)
  expect(standsBeforeTheCircle(cleo.commons(), today())).toEqual([])
  ben.opensTheApp()
  expect(readable()).toEqual([])
})

test('[AP9] a giver’s yes that ends earlier ends the showing earlier', () => {
  const { ana, ben, commonsId, today } = circle()
  const id = 'a'.repeat(32)
  const right = { purpose: purposeOf(id, ben.id), target: commonsId }
  const consents = [consentOf(ana, { ...right, untilDay: (today() - 1) as Day }), consentOf(ben, right)]
  ben.writesPastTheApp('commons', 'appreciation.shown', { id, giver: ana.id, text }, { consents })
  expect(standsBeforeTheCircle(ben.commons(), today())).toEqual([])
})

test('[AP10] whom I have not thanked for long is named to me: one or two people, and nobody I thanked lately', () => {
  const { ana, ben, people, today, daysPass } = circle()
  const named = (): readonly string[] => notThankedForLong(ana.own(), people, { me: ana.id, today: today(), muted: ana.muted }).map((person) => person.name)
  expect(named()).toEqual([])
  thanks(ana, ben, false)
  daysPass(59)
  expect(named()).toEqual([])
  daysPass(1)
  expect(named().toSorted()).toEqual(['Ben', 'Cleo'])
  thanks(ana, ben, false)
  expect(named()).toEqual(['Cleo'])
})

test('[AP10] of many people two are named, nobody who left and nobody who was muted, and others the next month', () => {
  const doing = circleDoing(appreciation, 'Ana', 'Ben', 'Cleo', 'Dov', 'Eli', 'Fay', 'Gus', 'Hal')
  const [ana, ben, cleo] = ['Ana', 'Ben', 'Cleo'].map((name) => doing.someone(name))
  thanks(ana!, ben!, false)
  doing.daysPass(70)
  ana!.mutes(cleo!.id)
  const people = doing.people.map((person) => ({ ...person, present: person.name !== 'Dov' }))
  const named = Array.from({ length: 12 }, (_, month) =>
    notThankedForLong(ana!.own(), people, { me: ana!.id, today: (doing.today() + month * 30) as Day, muted: ana!.muted }),
  )
  expect(named.every((names) => names.length === 2)).toBe(true)
  const everNamed = new Set(named.flat().map((person) => person.name))
  expect([...everNamed]).not.toContain('Ana')
  expect([...everNamed]).not.toContain('Cleo')
  expect([...everNamed]).not.toContain('Dov')
  expect(everNamed.size).toBeGreaterThan(3)
})

test('[AP11] what the circle can read holds no number of thanks or people', () => {
  const { ana, ben } = circle()
  const id = thanks(ana, ben, true)
  ben.does({ kind: 'answer', from: ana.id, id, show: true })
  expect(Object.keys(ben.commons()).toSorted()).toEqual(['newer', 'over', 'takenBack', 'thanks'])
  expect(Object.keys(ben.commons().thanks[0] ?? {}).toSorted()).toEqual(['giver', 'id', 'receiver', 'seq', 'text', 'untilDay'])
})

test('a thank-you that fills every box travels in one mailbox item, and one byte more is not written', () => {
  const { ana, ben } = circle()
  const full = { saw: 'ñ'.repeat(longest.saw / 2), changed: 'x'.repeat(longest.changed), shows: [], leadNext: 'x'.repeat(longest.leadNext), offered: true }
  expect(ana.does({ kind: 'thank', to: ben.id, ...full })).toBeNull()
  expect(ana.does({ kind: 'thank', to: ben.id, ...full, saw: `${full.saw}x` })).toMatchObject({ rule: 'malformed' })
})

test('with hints on or off, a person’s app writes the same', () => {
  const { ana, ben, daysPass } = circle()
  thanks(ana, ben, false)
  daysPass(90)
  expect(ana.opensTheApp({ ...kept, thanksHints: false })).toEqual([])
  expect(ana.opensTheApp(kept)).toEqual([])
})
