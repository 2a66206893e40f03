import { expect, test } from 'vitest'
import { concernScene, held, midway, raised, wordsAsked, type ConcernScene } from '../../testing/concern-scenes.ts'
import * as story from '../../testing/concern-story.ts'
import { askedOnLeaving } from './on-leaving.ts'
import type { Order } from './orders.ts'
import type { ConcernStates } from './state.ts'

const said = 'I was spoken over four times on one Tuesday.'

function scene(...builds: readonly ((scene: ConcernScene) => void)[]): ConcernScene {
  const made = concernScene()
  for (const build of builds) build(made)
  return made
}

const goes = (on: ConcernScene, how: 'stop' | 'rest' | 'go-on', words: 'leave' | 'agreed' | 'all'): void => {
  const { soledad, circle } = on
  on.does(soledad, { kind: 'on-leaving', room: on.room(soledad, 'HH'), how, words } satisfies Order)
  circle.everybodyOpensTheApp()
}

const standing = (on: ConcernScene): string => JSON.stringify(on.circle.room(on.room(on.soledad, 'HH')).entries.filter((entry) => !entry.redacted))

test('[CN41] whoever stops it on the way out stops it in every room, and her support goes on', () => {
  const on = scene(midway)
  goes(on, 'stop', 'leave')
  for (const [who, code] of [[on.ngozi, 'HH'], [on.ngozi, 'HO'], [on.ngozi, 'NH']] as const) expect(on.state(who, code).stopped).toBe(on.circle.today())
  expect(on.state(on.ngozi, 'HH').raised?.answers.happened).toContain('spoken over')
  expect(on.state(on.soledad, 'HH').closed).toBeNull()
})

test('[CN41] resting leaves it to be opened again, and going on without her changes nothing', () => {
  const resting = scene(held)
  goes(resting, 'rest', 'leave')
  expect(resting.state(resting.ngozi, 'HH').closed).toEqual({ how: 'rest', day: resting.circle.today() })
  resting.does(resting.soledad, { kind: 'close', room: resting.room(resting.soledad, 'HH'), how: 'reopened' })
  expect(resting.state(resting.soledad, 'HH').closed).toBeNull()
  const going = scene(held)
  const before = standing(going)
  goes(going, 'go-on', 'leave')
  expect(standing(going)).toBe(before)
})

test('[CN41] words that went on by her yes stay, with the yes, and the rest of hers goes', () => {
  const on = scene(midway, wordsAsked)
  const his = on.room(on.joran, 'NH')
  goes(on, 'go-on', 'agreed')
  expect(on.state(on.ngozi, 'HH').raised).toBeNull()
  expect(standing(on)).not.toContain('people laughed')
  expect(on.state(on.joran, 'NH').moved.find(({ words }) => words === said)?.takenBack).toBeNull()
  expect(on.state(on.ngozi, 'HH').moveAsks.find(({ words }) => words === said)?.yeses.map(({ giver }) => giver)).toEqual([on.soledad.id])
  // The yes is still hers to take back.
  on.does(on.soledad, { kind: 'take-back-yes', room: on.room(on.soledad, 'HH'), id: on.state(on.soledad, 'HH').moveAsks[0]!.id })
  on.circle.everybodyOpensTheApp()
  expect(JSON.stringify(on.circle.room(his).entries.filter((entry) => !entry.redacted))).not.toContain(said)
})

test('[CN41] taken out with all yeses, her words go from the rooms where others carried them', () => {
  const on = scene(midway, wordsAsked)
  const his = on.room(on.joran, 'NH')
  goes(on, 'go-on', 'all')
  expect(on.state(on.joran, 'NH').moved.find(({ takenBack }) => takenBack !== null)?.words ?? '').not.toBe(said)
  expect(JSON.stringify(on.circle.room(his).entries.filter((entry) => !entry.redacted))).not.toContain(said)
  expect(standing(on)).not.toContain('people laughed')
  // She is still in her room, and nothing of it is closed.
  expect([on.state(on.soledad, 'HH').closed, on.state(on.soledad, 'HH').parts.get(on.soledad.id)?.part]).toEqual([null, 'hurt'])
})

test('[CN27] taking it all back takes back a yes to words that a holder asked for, wherever they were carried', () => {
  const on = scene(midway, wordsAsked)
  const his = on.room(on.joran, 'NH')
  on.does(on.soledad, { kind: 'take-back', room: on.room(on.soledad, 'HH') })
  on.circle.everybodyOpensTheApp()
  expect(JSON.stringify(on.circle.room(his).entries.filter((entry) => !entry.redacted))).not.toContain(said)
})

test('[CN41] the person named keeps or closes their room with the holders, and stops nothing of hers', () => {
  const on = scene(midway)
  const { joran, ngozi, circle } = on
  const room = on.room(joran, 'NH')
  expect(joran.does('concern', { kind: 'on-leaving', room, how: 'stop', words: 'leave' })).not.toBeNull()
  on.does(joran, { kind: 'on-leaving', room, how: 'close', words: 'all' })
  circle.everybodyOpensTheApp()
  expect(on.state(ngozi, 'NH').closed?.how).toBe('done')
  expect([on.state(ngozi, 'HH').closed, on.state(ngozi, 'HH').stopped, on.state(ngozi, 'HO').closed]).toEqual([null, null, null])
})

test('[CN41] nobody is asked for somebody else: a holder is not, and a changed app of theirs stops and closes nothing', () => {
  const on = scene(held)
  const { soledad, ngozi } = on
  const room = on.room(soledad, 'HH')
  expect(askedOnLeaving(ngozi.states('concern') as ConcernStates, ngozi.id)).toEqual([])
  expect(ngozi.does('concern', { kind: 'on-leaving', room, how: 'stop', words: 'all' })).not.toBeNull()
  ngozi.writesPastTheApp({ room }, 'concern.stopped', { on: true })
  ngozi.writesPastTheApp({ room }, 'concern.closed', { how: 'rest' })
  on.circle.everybodyOpensTheApp()
  expect([on.state(soledad, 'HH').stopped, on.state(soledad, 'HH').closed]).toEqual([null, null])
})

test('[CN41] what is over is asked about no more', () => {
  const on = scene(raised)
  const asked = (): number => askedOnLeaving(on.soledad.states('concern') as ConcernStates, on.soledad.id).length
  expect(asked()).toBe(1)
  on.does(on.soledad, { kind: 'close', room: on.room(on.soledad, 'HH'), how: 'done' })
  expect(asked()).toBe(0)
})

test('[CN41] where somebody raised it for her she says herself whether it stops, and whether their room rests is theirs to say', () => {
  const { ana, cleo, hh, circle } = story.held({ who: 'witness', theyKnow: 'yes' })
  story.presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'hurt', guest: false, mayReadNow: true, askNote: '' })
  story.takesTheAsk(cleo, circle.today())
  expect(story.isRefused(cleo, { kind: 'on-leaving', room: hh, how: 'rest', words: 'leave' })).toBe('CN2')
  expect(story.isRefused(ana, { kind: 'on-leaving', room: hh, how: 'stop', words: 'leave' })).toBe('CN2')
  story.presses(cleo, { kind: 'on-leaving', room: hh, how: 'stop', words: 'leave' })
  expect(ana.concern(hh)?.stopped).toBe(circle.today())
  story.presses(ana, { kind: 'on-leaving', room: hh, how: 'rest', words: 'leave' })
  expect(cleo.concern(hh)?.closed).toEqual({ how: 'rest', day: circle.today() })
})
