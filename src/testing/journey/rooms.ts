/** The rooms that the holders open, and who from outside holds: HO, NH, JO, RU. Who is asked in, by whose word, and which doors open there. */
import { leansTo } from './leanings.ts'
import { isOpenInHers, type Code, type Door } from './meant.ts'
import { answers, givesPart, isGone, isGuest, isHers, sidesOf, terms, type Scene, type Step } from './scene.ts'

export function stepsOfRooms(scene: Scene): readonly Step[] {
  const { on, model, roles, is, as, raiser, theirRoom, title, inside, holders, waiting, has, isOpen, pick, id, draw, inDays, leaning } = scene
  const { hurt, named } = roles
  const ours = (code: Code): readonly string[] => holders(code).filter((name) => !isGuest(name))
  const inHers = (): readonly string[] => ours('HO').filter((name) => holders('HH').includes(name))
  const isIdle = (code: Code, who: string): boolean => isOpen(code) && !has(code, who) && !waiting(code).includes(who)
  const guest = `Gale of ${scene.mark}`

  /** In a room nobody owns: one holder gives the part, another agrees; in the joint room each party who is there says yes too. */
  async function bothLetIn(code: 'HO' | 'JO', who: string, part: string): Promise<undefined> {
    // Her yes is carried by those who are in her room.
    const may = ours(code).filter((name) => part !== 'learner' || has('HH', name))
    const first = pick(may)
    const second = pick(may.filter((name) => name !== first))
    if (part === 'learner') await on.does(raiser, { kind: 'agree-person', room: on.room(raiser, title('HH')), person: on.id(who), what: 'learner' })
    await on.does(first, { kind: 'invite', room: on.room(first, title(code)), person: on.id(who), part, guest: false, mayReadNow: false, askNote: '' })
    const parties = code === 'JO' ? inside('JO').filter((each) => each === hurt || each === named) : []
    for (const each of [second, ...parties]) await on.does(each, { kind: 'agree-part', room: on.room(each, title(code)), person: on.id(who) })
    givesPart(scene, code, who, part)
    model.asks(title(code), who, false)
    return undefined
  }

  async function opensByHolder(code: 'HO' | 'JO', by: string, others: readonly string[]): Promise<undefined> {
    const ref = on.state(by, title('HH')).begun!.concern
    const order = { ref, title: title(code), others: others.map((name) => on.id(name)), askNote: '' }
    await on.does(by, code === 'HO' ? { kind: 'open-holders-room', ...order, ties: [], terms, untilDay: inDays(80) } : { kind: 'open-joint-room', ...order })
    model.opens(title(code), by, others)
    for (const name of [by, ...others]) givesPart(scene, code, name, 'holder')
    return undefined
  }

  return [
    {
      name: 'opens the holders’ room',
      builds: true,
      often: 5,
      may: () => !isOpen('HO') && ours('HH').length >= 2,
      async does() {
        const by = pick(ours('HH'))
        await opensByHolder('HO', by, [pick(ours('HH').filter((name) => name !== by))])
        return undefined
      },
    },
    { name: 'holds with another', builds: true, often: 5, may: () => waiting('HO').length > 0, does: () => answers(scene, 'HO', pick(waiting('HO'))) },
    {
      name: 'lets one more hold with them',
      may: () => ours('HO').length >= 2 && ours('HH').some((name) => isIdle('HO', name)),
      does: () => bothLetIn('HO', pick(ours('HH').filter((name) => isIdle('HO', name))), 'holder'),
    },
    {
      name: 'lets another hold by her word',
      builds: true,
      may: () => ours('HO').length === 1 && holders('HO').length === 1 && waiting('HO').length === 0 && ours('HH').some((name) => isIdle('HO', name)),
      async does() {
        const who = pick(ours('HH').filter((name) => isIdle('HO', name)))
        const first = ours('HO')[0]!
        await on.does(raiser, { kind: 'agree-person', room: on.room(raiser, title('HH')), person: on.id(who), what: 'holder' })
        await on.does(first, { kind: 'invite', room: on.room(first, title('HO')), person: on.id(who), part: 'holder', guest: false, mayReadNow: false, askNote: '' })
        givesPart(scene, 'HO', who, 'holder')
        model.asks(title('HO'), who, false)
        return undefined
      },
    },
    { name: 'lets a learner in', builds: true, often: 2, may: () => ours('HO').filter((name) => has('HH', name)).length >= 2 && isIdle('HO', roles.learner), does: () => bothLetIn('HO', roles.learner, 'learner') },
    {
      name: 'offers a room',
      builds: true,
      often: 5,
      // Of several the other one has no room yet that could keep it shut.
      may: () => is.locks.has('tell-them') && !is.isOffered && inHers().length > 0 && holders('HO').length >= 2,
      async does() {
        const by = pick(inHers())
        await on.does(by, { kind: 'offer-their-room', room: on.room(by, title('HO')), person: on.id(named), askNote: '' })
        is.isOffered = true
        is.offered = ours('HO')
        return undefined
      },
    },
    { name: 'opens their room', builds: true, often: 5, may: () => is.isOffered && !isOpen(theirRoom) && is.offered.some((name) => ours('HO').includes(name)), does: opensTheirs },
    {
      name: 'sits with the person named',
      builds: true,
      often: 5,
      may: () => waiting(theirRoom).some((who) => roles.holders.includes(who)),
      does: () => answers(scene, theirRoom, pick(waiting(theirRoom).filter((who) => roles.holders.includes(who)))),
    },
    { name: 'opens a door there', builds: true, often: 5, may: () => (['NH', 'JO', 'HO'] as const).some((code) => openers(code) !== null && (is.doors.get(code)?.size ?? 0) < (code === 'NH' ? 3 : 1)), does: opensDoor },
    {
      name: 'shuts a door there',
      may: () => draw(5) === 0 && (is.doors.get('NH')?.size ?? 0) > 0 && ours('NH').length > 0,
      async does() {
        const door = pick([...is.doors.get('NH')!])
        const who = pick(ours('NH'))
        await on.does(who, { kind: 'shut-doors', room: on.room(who, title('NH')), doors: [door] })
        is.doors.get('NH')!.delete(door)
        return undefined
      },
    },
    {
      name: 'opens the joint room',
      builds: true,
      often: 6,
      may: () => !isOpen('JO') && isHers(scene) && starters().length >= 2,
      async does() {
        const [by, other] = starters()
        await opensByHolder('JO', by!, [other!])
        return answers(scene, 'JO', other!)
      },
    },
    {
      name: 'is kept from opening the joint room',
      may: () => !isOpen('JO') && inHers().length >= 2 && (as === 'hurt' ? !is.locks.has('start-process') && draw(30) === 0 : (!isHers(scene) || starters().length < inHers().length) && draw(4) === 0),
      async does() {
        const by = pick(inHers().filter((name) => !isHers(scene) || !starters().includes(name)))
        const order = { ref: on.state(by, title('HH')).begun!.concern, title: title('JO'), others: [], askNote: '' }
        await on.isRefused(by, { kind: 'open-joint-room', ...order })
        return undefined
      },
    },
    {
      name: 'asks into the joint room',
      builds: true,
      often: 3,
      may: () => ours('JO').length >= 2 && invitable().length > 0,
      does() {
        const who = pick(invitable())
        return bothLetIn('JO', who, who === hurt || who === named ? 'party' : 'joint')
      },
    },
    { name: 'takes a part in it', builds: true, often: 5, may: () => waiting('JO').length > 0, does: () => answers(scene, 'JO', pick(waiting('JO'))) },
    {
      name: 'leaves the joint room',
      may: () => draw(3) === 0 && inside('JO').some((who) => !roles.holders.includes(who)),
      async does() {
        const who = pick(inside('JO').filter((each) => !roles.holders.includes(each)))
        await on.does(who, { kind: 'leave', room: on.room(who, title('JO')) })
        isGone(scene, 'JO', who, 'left')
        return undefined
      },
    },
    { name: 'makes a room of a limit', often: 2, may: () => !isOpen('RU') && ours('HO').length >= 2, does: makesLimit },
    { name: 'comes into the room of a limit', builds: true, often: 2, may: () => waiting('RU').length > 0, does: () => answers(scene, 'RU', pick(waiting('RU'))) },
    { name: 'lets somebody from outside hold', often: 2, may: () => !on.people().includes(guest) && (holders('HH').length > 0 || isOpen('NH')) && is.keeping.length === 0, does: guestHolds },
  ]

  /** Each who sits where it was not opened would be kept from it. */
  function starters(): readonly string[] {
    return inHers().filter((name) => sidesOf(scene, name).every(({ locks }) => locks.has('start-process')))
  }

  async function opensTheirs(): Promise<string | undefined> {
    const letter = await on.offerTo(named, on.state(ours('HO')[0]!, title('HO')).begun!.concern)
    const all = roles.holders.filter((name) => letter.holders.includes(on.id(name)))
    // Whoever holds no more says so by voice.
    const still = all.filter((name) => has('HH', name))
    const left = still.length > 1 && draw(3) === 0 ? pick(still) : null
    const chosen = still.filter((name) => name !== left)
    await on.does(named, { kind: 'open-their-room', letter: letter.ref, from: letter.from, title: title(theirRoom), holders: chosen.map((name) => on.id(name)) })
    model.opens(title(theirRoom), named, chosen)
    givesPart(scene, theirRoom, named, theirRoom === 'H2' ? 'hurt' : 'named')
    for (const name of all) givesPart(scene, theirRoom, name, 'holder')
    return theirRoom === 'H2' ? 'opens a side of their own' : undefined
  }

  async function opensDoor(): Promise<string | undefined> {
    const isForLetter = leansTo(leaning, 'has a letter ready') && openers('NH') !== null && is.doors.get('NH')?.has('letter-held') !== true
    const code = isForLetter ? 'NH' : pick((['NH', 'NH', 'JO', 'HO'] as const).filter((each) => openers(each) !== null))
    const [opener, other] = openers(code)!
    const door: Door = isForLetter ? 'letter-held' : pick((code === 'NH' ? ['telling', 'telling', 'impact-given', 'letter-held', 'letter-held', 'talk'] : ['talk', 'telling']) as readonly Door[])
    const agrees = { kind: 'agree-doors', room: on.room(other, title('HO')), target: on.room(opener, title(code)), doors: [door] }
    const first = code === 'NH' ? agrees : { kind: 'open-doors', room: on.room(other, title(code)), doors: [door] }
    const second = { kind: 'open-doors', room: on.room(opener, title(code)), doors: [door] }
    // R21: nobody signs for a door that is shut in a side's room they sit in.
    for (const [who, order] of [[other, first], [opener, second]] as const) {
      if (sidesOf(scene, who).every((side) => isOpenInHers(door, side))) continue
      await on.isRefused(who, order)
      return 'is kept from opening a door'
    }
    await on.does(other, first)
    await on.does(opener, second)
    is.doors.set(code, (is.doors.get(code) ?? new Set<Door>()).add(door))
    return undefined
  }

  /** Two holders who are in her room: one who is in that room, and another whose word counts there. */
  function openers(code: 'NH' | 'JO' | 'HO'): readonly [string, string] | null {
    const counts = (name: string): boolean => (code === 'NH' ? is.parts.get('NH')?.get(name) === 'holder' : holders(code).includes(name))
    for (const opener of ours(code).filter((name) => inHers().includes(name))) {
      const other = inHers().find((name) => name !== opener && counts(name))
      if (other !== undefined) return [opener, other]
    }
    return null
  }

  function invitable(): readonly string[] {
    return waiting('JO').length > 0 ? [] : [hurt, named, roles.member, roles.supporter].filter((who) => isIdle('JO', who))
  }

  async function makesLimit(): Promise<undefined> {
    const [by, other] = ours('HO')
    const invited = [[named, 'bound'], [roles.member, 'applies'], [other!, 'holder']] as const
    const asked = invited.map(([who, part]) => ({ member: on.id(who), part }))
    await on.does(by!, { kind: 'open-room', code: 'RU', title: title('RU'), card: null, ref: null, invited: asked, askNote: '' })
    model.opens(title('RU'), by!, invited.map(([who]) => who))
    for (const [who, part] of [[by!, 'holder'] as const, ...invited]) givesPart(scene, 'RU', who, part)
    return undefined
  }

  async function guestHolds(): Promise<string> {
    const code = isOpen('NH') && draw(3) === 0 ? 'NH' : 'HH'
    const host = code === 'HH' ? raiser : named
    await on.guestEnters(host, title(code), guest)
    model.asks(title(code), guest, false)
    model.isLetIn(title(code), guest)
    await on.does(host, { kind: 'invite', room: on.room(host, title(code)), person: id(code, guest), part: 'holder', guest: true, mayReadNow: false, askNote: '' })
    await on.does(guest, { kind: 'say-ready', room: on.room(guest, title(code)), ties: [], terms, untilDay: inDays(80) })
    givesPart(scene, code, guest, 'holder')
    return `lets somebody from outside hold in ${code}`
  }
}
