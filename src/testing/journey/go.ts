/** A concern gone through at random: each step is what one person means to do, told to the model and pressed on their device. */
import { assert } from '../../base/assert.ts'
import { lastOnesGo, stepsOfSide, stepsOfTime } from './hers.ts'
import { leanings, leaningsOfSeveral, leansTo } from './leanings.ts'
import { stepsOfRaising } from './raised.ts'
import { stepsOfRooms } from './rooms.ts'
import { carriesChild, carriesStop, givesPart, isAsked, makeScene, type As, type Scene, type Step } from './scene.ts'
import { stepsOfSides, storyOf } from './sides.ts'
import { stepsOfSmallRooms } from './small.ts'
import { stepsOfWords } from './words.ts'

/** Of ten. */
const raisedAs: readonly As[] = ['hurt', 'hurt', 'hurt', 'hurt', 'hurt', 'hurt', 'several', 'several', 'witness', 'carrier']

export interface Journey extends Pick<Scene, 'on' | 'model' | 'mark' | 'roles' | 'draw' | 'taken'> {
  /** In their order, for whoever looks for what went wrong. */
  readonly steps: string[]
}

/** `steps`: so many at random, or these by their names. */
export async function goThrough(journey: Journey, steps: number | readonly string[]): Promise<Scene> {
  const { on, model, roles, draw } = journey
  const isRandom = typeof steps === 'number'
  const as = isRandom ? raisedAs[draw(raisedAs.length)]! : 'hurt'
  const leant = as === 'several' && draw(2) === 0 ? leaningsOfSeveral : leanings
  const leaning = leant[isRandom ? draw(leant.length) : 0]!
  const scene = makeScene({ ...journey, leaning, as })
  const { is, raiser, title, count, pick } = scene
  const sides = [...stepsOfSides(scene), ...stepsOfSide(scene, 'HH', roles.hurt), ...(as === 'several' ? stepsOfSide(scene, 'H2', roles.named) : [])]
  const all: readonly Step[] = [...sides, ...stepsOfTime(scene), ...stepsOfRaising(scene), ...stepsOfRooms(scene), ...stepsOfSmallRooms(scene), ...stepsOfWords(scene)]
  const asked = isRandom && draw(2) === 0 ? roles.holders.slice(0, 2) : roles.holders
  const story = is.story!
  journey.steps.push(`raised as ${as}`)
  await on.does(raiser, { kind: 'raise', note: null, title: title('HH'), answers: storyOf(scene, story), holders: asked.map((name) => on.id(name)), askNote: '' })
  model.opens(title('HH'), raiser, asked)
  model.writes(title('HH'), story, raiser)
  givesPart(scene, 'HH', raiser, as === 'several' ? 'hurt' : as)
  if (as !== 'hurt') count(`raised as ${as}`)
  for (const name of asked) givesPart(scene, 'HH', name, 'holder')
  for (const name of asked) isAsked(scene, 'HH', name)
  for (let step = 0; step < (isRandom ? steps : steps.length); step++) {
    carriesStop(scene)
    carriesChild(scene)
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
