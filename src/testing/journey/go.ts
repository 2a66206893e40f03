/** A concern gone through at random: each step is what one person means to do, told to the model and pressed on their device. */
import { assert } from '../../base/assert.ts'
import { good, until } from '../world.ts'
import { lastOnesGo, stepsOfHers } from './hers.ts'
import { leanings, leansTo } from './leanings.ts'
import { stepsOfRooms } from './rooms.ts'
import { givesPart, isAsked, isGone, makeScene, type Scene, type Step } from './scene.ts'
import { stepsOfSides, storyOf } from './sides.ts'
import { stepsOfSmallRooms } from './small.ts'
import { isCarried, stepsOfWords } from './words.ts'

export interface Journey extends Pick<Scene, 'on' | 'model' | 'mark' | 'roles' | 'draw' | 'taken'> {
  /** In their order, for whoever looks for what went wrong. */
  readonly steps: string[]
}

/** `steps`: so many at random, or these by their names. */
export async function goThrough(journey: Journey, steps: number | readonly string[]): Promise<Scene> {
  const { on, model, roles, draw } = journey
  const isRandom = typeof steps === 'number'
  const leaning = leanings[isRandom ? draw(leanings.length) : 0]!
  const scene = makeScene({ ...journey, leaning })
  const { is, title, count, pick } = scene
  const { hurt } = roles
  const all: readonly Step[] = [...stepsOfSides(scene), ...stepsOfHers(scene), ...stepsOfRooms(scene), ...stepsOfSmallRooms(scene), ...stepsOfWords(scene)]
  const asked = isRandom && draw(2) === 0 ? roles.holders.slice(0, 2) : roles.holders
  await on.does(hurt, { kind: 'raise', note: null, title: title('HH'), answers: storyOf(scene, is.story), holders: asked.map((name) => on.id(name)), askNote: '' })
  model.opens(title('HH'), hurt, asked)
  model.writes(title('HH'), is.story)
  givesPart(scene, 'HH', hurt, 'hurt')
  for (const name of asked) givesPart(scene, 'HH', name, 'holder')
  for (const name of asked) isAsked(scene, 'HH', name)
  for (let step = 0; step < (isRandom ? steps : steps.length); step++) {
    carriesStop(scene)
    const may = all.filter((each) => each.may() && (isRandom || each.name === steps[step]))
    assert(may.length > 0, `after ${journey.steps.join(', ')} comes ${isRandom ? 'something' : steps[step]}. ${roles.holders.map((name) => on.tells(name)).join('\n')}`)
    const leant = step < leaning.after ? [] : may.filter(({ name }) => leansTo(leaning, name))
    const building = may.filter((each) => each.builds === true)
    const sooner = [leant, building].filter((each) => each.length > 0)
    const chosen = isRandom ? (sooner.find(() => draw(2) === 0) ?? may) : may
    const next = pick(chosen.flatMap((each) => Array.from({ length: each.often ?? 1 }, () => each)))
    journey.steps.push(next.name)
    count((await next.does()) ?? next.name)
  }
  carriesStop(scene)
  await lastOnesGo(scene)
  return scene
}

/** A holder who is in her room too carries it. */
function carriesStop({ is, holders, has }: Scene): void {
  if (!is.isStopped) return
  for (const code of ['HO', 'NH', 'JO'] as const) if (holders(code).some((name) => has('HH', name))) is.stoppedIn.add(code)
}

/** She takes it all back: nobody has said *received*, so nothing of her room is kept. */
export async function takesAllBack(journey: Journey, scene: Scene): Promise<void> {
  const { on, model, steps } = journey
  const { roles, title, asks, count } = scene
  const { hurt } = roles
  steps.push('takes it all back')
  await on.does(hurt, { kind: 'take-back', room: on.room(hurt, title('HH')) })
  await until(on.device(hurt), (now) => now.rooms.get(on.room(hurt, title('HH')))?.closed)
  await on.rests()
  model.closes(title('HH'))
  // Section 8: the holders' apps drop the words, where they carried them too.
  for (const ask of asks) {
    const isHers = ask.from === 'HH' && ask.yeses.get(hurt) === 'yes'
    if (isHers && isCarried(scene, ask, hurt)) model.takesOut(title(ask.to), ask.word)
  }
  count('takes it all back')
}

/** Two of the circle put somebody out; what is written after that in any room is written without them. R2 */
export async function isPutOut(journey: Journey, scene: Scene, who: string): Promise<void> {
  const { on, model, steps, roles } = journey
  const { is, title, has, holders, word, count, part, inDays } = scene
  steps.push(`${who} is put out of the circle`)
  const second = who === roles.member ? roles.supporter : roles.member
  const reason = { kindOfReason: 'asked', decidedBy: 'the circle', until: 'June', wayBack: 'talk' }
  good(await on.device(roles.founder).session().propose({ act: 'remove', member: on.id(who), successor: null, ...reason }))
  const proposal = await until(on.device(second), (now) => now.circle.proposals.find(({ mayConfirm }) => mayConfirm))
  good(await on.device(second).session().confirm(proposal.link))
  await on.rests()
  is.removed.add(who)
  model.putsOut('CC', who)
  const stuck: string[] = []
  for (const code of ['HH', 'NH', 'HO', 'JO', 'RU'] as const) {
    if (!has(code, who)) continue
    const isHolding = ['holder', 'learner', 'adviser'].includes(part(code, who) ?? '')
    const others = holders(code).filter((name) => name !== who)
    const isUnowned = code === 'HO' || code === 'JO' || code === 'RU'
    // Where two holders are all there is, the log lets neither put the other out: nothing more is written there.
    if (isUnowned && others.length < (holders(code).includes(who) ? 2 : 1)) stuck.push(code)
    else if (isUnowned || isHolding) isGone(scene, code, who, 'put-out')
  }
  for (const code of ['HH', 'NH', 'HO', 'JO', 'RU'] as const) {
    const writer = stuck.includes(code) ? undefined : holders(code).find((name) => !is.removed.has(name))
    if (writer === undefined) continue
    const said = word()
    await on.does(writer, { kind: 'plan', room: on.room(writer, title(code)), words: said, nextDay: inDays(5) })
    model.writes(title(code), said)
  }
  if (stuck.length > 0) count('a room of two holders stands still')
  const what = who === roles.hurt || who === roles.named ? 'a party' : roles.holders.includes(who) ? 'a holder' : 'somebody else'
  count(`${what} is put out of the circle`)
}
