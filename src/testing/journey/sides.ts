/** Who comes and goes in the rooms of each side, and what is said there: HH, HS, NS, NH, and the other side's room where several brought it. */
import { until } from '../world.ts'
import { isSide, type Code } from './meant.ts'
import { answers, declines, givesPart, holdsNoMore, isAsked, isGone, isGuest, sideOf, type Scene, type Step } from './scene.ts'

export function stepsOfSides(scene: Scene): readonly Step[] {
  const { on, model, roles, is, raiser, theirRoom, title, holders, waiting, has, isOpen, word, pick, id, draw, inDays } = scene
  const { hurt, supporter, named, theirSupporter } = roles
  const hh = title('HH')
  const isIdle = (code: Code, who: string): boolean => isOpen(code) && !has(code, who) && !waiting(code).includes(who)
  const asked = (): readonly string[] => waiting('HH').filter((name) => roles.holders.includes(name))
  const others = (): readonly string[] => roles.holders.filter((name) => isIdle('HH', name))

  async function says(who: string, code: Code, order: object): Promise<undefined> {
    const said = word()
    await on.does(who, { room: on.room(who, title(code)), words: said, ...order })
    model.writes(title(code), said, who)
    return undefined
  }

  async function asksIn(by: string, code: Code, of: { readonly who: string; readonly part: string }): Promise<undefined> {
    const mayReadNow = draw(2) === 0
    await on.does(by, { kind: 'invite', room: on.room(by, title(code)), person: on.id(of.who), part: of.part, guest: false, mayReadNow, askNote: '' })
    givesPart(scene, code, of.who, of.part)
    model.asks(title(code), of.who, mayReadNow)
    isAsked(scene, code, of.who)
    return undefined
  }

  async function opensSide(by: string, code: 'HS' | 'NS', with_: string): Promise<undefined> {
    const invited = [{ member: on.id(with_), part: 'supporter' }]
    await on.does(by, { kind: 'open-room', code, title: title(code), card: null, ref: null, invited, askNote: '' })
    model.opens(title(code), by, [with_])
    givesPart(scene, code, by, code === 'HS' ? 'hurt' : 'named')
    givesPart(scene, code, with_, 'supporter')
    isAsked(scene, code, with_)
    return undefined
  }

  async function goes(who: string, code: Code): Promise<undefined> {
    await on.does(who, { kind: 'leave', room: on.room(who, title(code)) })
    isGone(scene, code, who, 'left')
    return undefined
  }

  async function unseats(by: string, code: 'HH' | 'NH' | 'H2'): Promise<undefined> {
    const name = pick(holders(code))
    const noes = is.noes.get(code) ?? 0
    await on.does(by, { kind: 'take-part', room: on.room(by, title(code)), person: id(code, name), reason: noes < 2 ? '' : 'Has no time.' })
    await until(on.device(by), (now) => now.rooms.get(on.room(by, title(code)))?.people.some((person) => person.name === name && !person.present))
    is.noes.set(code, noes + 1)
    if (isSide(code)) holdsNoMore(scene, name, { code, how: 'is-let-go' })
    else isGone(scene, code, name, 'put-out')
    return undefined
  }

  /** An invitation goes with its maker, and who holds no more sits with nobody. */
  const nobodyWaits = (): boolean => (['HO', 'JO', theirRoom] as const).every((code) => waiting(code).length === 0)

  /** Supporters who were asked and have not answered. */
  function supporting(): readonly (readonly [string, Code])[] {
    const all = [[supporter, 'HS'], [supporter, 'HH'], [theirSupporter, 'NS'], [theirSupporter, theirRoom]] as const
    return all.filter(([who, code]) => waiting(code).includes(who))
  }

  const sides = [
    [supporter, hurt, 'HS'],
    [theirSupporter, named, 'NS'],
  ] as const

  return [
    {
      name: 'answers ready',
      builds: true,
      often: 3,
      may: () => waiting('HH').length > 0,
      async does() {
        const who = pick(waiting('HH'))
        await answers(scene, 'HH', who)
        return who === hurt ? 'comes in where somebody raised it for her' : undefined
      },
    },
    {
      name: 'is not available',
      may: () => asked().length > 0 && asked().length + holders('HH').length > 2,
      does: () => declines(scene, 'HH', pick(asked())),
    },
    {
      name: 'does not support',
      may: () => draw(3) === 0 && supporting().length > 0,
      does() {
        const [who, code] = pick(supporting())
        return declines(scene, code, who)
      },
    },
    { name: 'asks one more to hold', may: () => others().length > 0 && is.keeping.length === 0, does: () => asksIn(raiser, 'HH', { who: pick(others()), part: 'holder' }) },
    { name: 'asks her supporter in with the holders', may: () => isIdle('HH', supporter), does: () => asksIn(raiser, 'HH', { who: supporter, part: 'supporter' }) },
    { name: 'asks their supporter in with the holders', may: () => isIdle(theirRoom, theirSupporter), does: () => asksIn(named, theirRoom, { who: theirSupporter, part: 'supporter' }) },
    {
      name: 'plans',
      may: () => holders('HH').length > 0,
      does() {
        const code = pick((['HH', 'HO', theirRoom, 'JO', 'RU'] as const).filter((each) => holders(each).length > 0))
        return says(pick(holders(code)), code, { kind: 'plan', nextDay: inDays(7) })
      },
    },
    {
      name: 'adds words',
      may: () => true,
      async does() {
        const code = isOpen('H2') && draw(2) === 0 ? 'H2' : 'HH'
        const who = code === 'H2' ? named : raiser
        const side = sideOf(scene, code)
        const said = word()
        await on.does(who, { kind: 'add-words', room: on.room(who, title(code)), answers: storyOf(scene, said) })
        model.writes(title(code), said, who)
        // Their app takes the earlier words out.
        if (side.story !== null) model.takesOut(title(code), side.story)
        side.story = said
        return undefined
      },
    },
    {
      name: 'says a good ending',
      may: () => true,
      does() {
        const all = [[raiser, 'HH'], [hurt, 'HH'], [named, theirRoom], [hurt, 'JO'], [named, 'JO']] as const
        const [who, code] = pick(all.filter(([each, at]) => has(at, each)))
        return says(who, code, { kind: 'good-ending' })
      },
    },
    { name: 'opens a side room', builds: true, often: 2, may: () => !isOpen('HS'), does: () => opensSide(hurt, 'HS', supporter) },
    { name: 'opens the other side room', builds: true, often: 2, may: () => !isOpen('NS'), does: () => opensSide(named, 'NS', theirSupporter) },
    {
      name: 'supports',
      builds: true,
      often: 2,
      may: () => sides.some(([, , code]) => waiting(code).length > 0) || waiting(theirRoom).includes(theirSupporter),
      does() {
        const code = pick((['HS', 'NS', theirRoom] as const).filter((each) => waiting(each).some((who) => !roles.holders.includes(who))))
        return answers(scene, code, pick(waiting(code).filter((who) => !roles.holders.includes(who))))
      },
    },
    {
      name: 'supports no more',
      may: () => sides.some(([who, , code]) => has(code, who)),
      does() {
        const [who, , code] = pick(sides.filter(([each, , at]) => has(at, each)))
        return goes(who, code)
      },
    },
    {
      name: 'asks for support again',
      may: () => sides.some(([who, , code]) => isIdle(code, who)),
      does() {
        const [who, by, code] = pick(sides.filter(([each, , at]) => isIdle(at, each)))
        return asksIn(by, code, { who, part: 'supporter' })
      },
    },
    { name: 'lets a holder go', may: () => holders('HH').length > 2 && nobodyWaits(), does: () => unseats(raiser, 'HH') },
    {
      name: 'takes a holder out of their own room',
      may: () => holders(theirRoom).length > 1 && (theirRoom === 'NH' || (holders('HH').length > 2 && nobodyWaits())) && draw(2) === 0,
      does: () => unseats(named, theirRoom),
    },
    {
      name: 'steps back from holding',
      may: () => nobodyWaits() && (holders('HH').length > 1 || (holders('HH').length === 1 && waiting('HH').length === 0 && is.keeping.length === 0 && draw(4) === 0)),
      async does() {
        const name = pick(holders('HH'))
        const isLast = holders('HH').length === 1
        await on.does(name, { kind: 'step-back', room: on.room(name, hh), handOver: '' })
        holdsNoMore(scene, name, { code: 'HH', how: 'steps-back' })
        return isLast ? 'all holders step back' : undefined
      },
    },
    {
      name: 'leaves a room of holders',
      may: () => nobodyWaits() && leavers().length > 0 && draw(2) === 0,
      async does() {
        const [who, code] = pick(leavers())
        await on.does(who, { kind: 'leave', room: on.room(who, title(code)) })
        if (code === 'NH') isGone(scene, code, who, 'left')
        else holdsNoMore(scene, who, { code, how: 'leaves' })
        return undefined
      },
    },
  ]

  function leavers(): readonly (readonly [string, Code])[] {
    const least = { HH: 1, NH: 1, H2: 1, HO: 2 } as const
    const codes = (['HH', theirRoom, 'HO'] as const).filter((code) => holders(code).length > least[code])
    return codes.flatMap((code) => holders(code).filter((who) => !isGuest(who)).map((who) => [who, code] as const))
  }
}

export function storyOf({ on, as, roles }: Scene, happened: string): object {
  const rest = { notSee: [], ratherTalk: false, going: null, closest: null, wants: [], howWeWork: null, keepShut: [], reach: '' }
  return { danger: 'no', who: as, about: [on.id(roles.named)], happened, ...rest, theyKnow: as === 'witness' ? 'not-sure' : null }
}
