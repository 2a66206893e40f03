/** How a journey ends: all of it is taken back, or somebody is out of the circle, put out by two or by their own choice. Source: practices/cards-and-rooms.md 2 (R2) and 8. */
import { good, until } from '../world.ts'
import type { Journey } from './go.ts'
import { isSide, type Code } from './meant.ts'
import { carriesStop, isGone, sideOf, type Scene } from './scene.ts'
import { isCarried } from './words.ts'

/** She takes it all back: nobody has said *received*, so nothing of her room is kept. */
export async function takesAllBack(journey: Journey, scene: Scene): Promise<void> {
  const { on, model, steps } = journey
  const { raiser, title, count } = scene
  steps.push('takes it all back')
  await on.does(raiser, { kind: 'take-back', room: on.room(raiser, title('HH')) })
  await until(on.device(raiser), (now) => now.rooms.get(on.room(raiser, title('HH')))?.closed)
  await on.rests()
  model.closes(title('HH'))
  // Section 8: the holders' apps drop the words, where they carried them too.
  yesesGoBack(scene, 'HH', raiser)
  count('takes it all back')
}

/** Every yes of theirs over words of that room. */
function yesesGoBack(scene: Scene, from: Code, giver: string): void {
  const { model, title, asks } = scene
  for (const ask of asks) {
    if (ask.from !== from || ask.yeses.get(giver) !== 'yes') continue
    if (isCarried(scene, ask, giver)) model.takesOut(title(ask.to), ask.word)
    ask.yeses.set(giver, 'back')
    ask.isOver = true
  }
}

/** Two of the circle put somebody out. */
export async function isPutOut(journey: Journey, scene: Scene, who: string): Promise<void> {
  const { on, steps, roles } = journey
  steps.push(`${who} is put out of the circle`)
  const second = who === roles.member ? roles.supporter : roles.member
  const reason = { kindOfReason: 'asked', decidedBy: 'the circle', until: 'June', wayBack: 'talk' }
  good(await on.device(roles.founder).session().propose({ act: 'remove', member: on.id(who), successor: null, ...reason }))
  const proposal = await until(on.device(second), (now) => now.circle.proposals.find(({ mayConfirm }) => mayConfirm))
  good(await on.device(second).session().confirm(proposal.link))
  await on.rests()
  await goesOnWithout(scene, who, 'is put out of the circle')
}

/** Somebody leaves the circle, and may say before what becomes of a concern of theirs and of their words in it. */
export async function leavesCircle(journey: Journey, scene: Scene, who: string): Promise<void> {
  const { on, model, steps, draw } = journey
  steps.push(`${who} leaves the circle`)
  for (const code of ['HH', 'H2', 'NH'] as const) if (waysOut(scene, code, who).length > 0 && draw(6) > 0) steps.push(await saysOnLeaving(scene, code, who))
  const takeWordsOut = draw(2) === 0
  good(await on.device(who).session().leave({ takeWordsOut }))
  await on.rests()
  if (takeWordsOut) model.takesOutOwn('CC', who, [])
  await goesOnWithout(scene, who, 'leaves the circle')
}

type How = 'stop' | 'rest' | 'close' | 'go-on'

/** Section 8: the hurt person is asked whether to stop, to rest or to go on; whoever raised it for her whether their room rests; the person named whether theirs closes. */
function waysOut({ raiser, roles, part, has }: Scene, code: 'HH' | 'H2' | 'NH', who: string): readonly How[] {
  if (!has(code, who)) return []
  if (code === 'NH') return who === roles.named ? ['close', 'go-on'] : []
  const isOwner = who === (code === 'H2' ? roles.named : raiser)
  if (part(code, who) === 'hurt') return isOwner ? ['stop', 'rest', 'go-on'] : ['stop', 'go-on']
  return isOwner ? ['rest', 'go-on'] : []
}

async function saysOnLeaving(scene: Scene, code: 'HH' | 'H2' | 'NH', who: string): Promise<string> {
  const { on, model, asks, is, title, pick, count } = scene
  const how = pick(waysOut(scene, code, who))
  const words = pick(['leave', 'agreed', 'all', 'all'] as const)
  await on.does(who, { kind: 'on-leaving', room: on.room(who, title(code)), how, words })
  if (words === 'all') yesesGoBack(scene, code, who)
  const agreed = asks.filter((ask) => ask.from === code && ask.yeses.get(who) === 'yes').map(({ word }) => word)
  // A letter that is held is taken back on its own page, as is said beside the question.
  const onCards = code === 'NH' && is.letter !== null ? [is.letter.word] : []
  if (words !== 'leave') model.takesOutOwn(title(code), who, [...agreed, ...onCards])
  if (how === 'stop' && isSide(code)) sideOf(scene, code).isStopped = true
  carriesStop(scene)
  if (how === 'rest' || how === 'close') is.shut.add(code)
  for (const said of [how, `${words} of the words`]) count(`says on leaving: ${said}`)
  return `says of ${code}: ${how}, ${words} of the words`
}

/** What is written after that in any room is written without them, but where it is the room of their own side: there they go on. R2 */
async function goesOnWithout(scene: Scene, who: string, how: 'is put out of the circle' | 'leaves the circle'): Promise<void> {
  const { on, model, roles, raiser, is, title, inside, has, holders, word, id, count, part, inDays } = scene
  is.removed.add(who)
  model.putsOut('CC', who)
  const stuck: string[] = []
  const rooms = (['HH', 'H2', 'NH', 'HO', 'JO', 'RU'] as const).filter((code) => !is.shut.has(code))
  for (const code of rooms) {
    // A limit sleeps until they are back: nobody goes from its room by leaving.
    if (!has(code, who) || (code === 'RU' && how === 'leaves the circle')) continue
    const isHolding = ['holder', 'learner', 'adviser'].includes(part(code, who) ?? '')
    const others = holders(code).filter((name) => name !== who)
    const isUnowned = code === 'HO' || code === 'JO' || code === 'RU'
    // Where two holders are all there is, the log lets neither put the other out: nothing more is written there.
    if (isUnowned && others.length < (holders(code).includes(who) ? 2 : 1)) stuck.push(code)
    else if (isUnowned || isHolding) isGone(scene, code, who, 'put-out')
  }
  for (const code of rooms) {
    const writer = stuck.includes(code) ? undefined : holders(code).find((name) => !is.removed.has(name))
    if (writer === undefined) continue
    const said = word()
    await on.does(writer, { kind: 'plan', room: on.room(writer, title(code)), words: said, nextDay: inDays(5) })
    model.writes(title(code), said, writer)
  }
  for (const code of ['HS', 'NS', 'HH', 'H2', 'NH'] as const) {
    if (is.shut.has(code) || !has(code, who) || part(code, who) === 'supporter' || part(code, who) === undefined) continue
    const said = word()
    const readers = inside(code).map((each) => id(code, each))
    await on.does(who, { kind: 'move-own', target: on.room(who, title(code)), card: 'telling', words: said, purpose: 'support', readers, recognised: [], untilDay: inDays(30) })
    model.writes(title(code), said, who)
    count('goes on in a room of their own side')
  }
  if (stuck.length > 0) count('a room of two holders stands still')
  const isParty = who === roles.hurt || who === roles.named || who === raiser
  const what = isParty ? 'a party' : roles.holders.includes(who) ? 'a holder' : 'somebody else'
  count(`${what} ${how}`)
}
