/** What a side decides in its room with the holders, what the kind is, and what time does: locks, doors she asks for, what she wants to hear, stopping, days that pass, new keys. */
import { good } from '../world.ts'
import { leansTo } from './leanings.ts'
import { isSafer, isSide, type Kind } from './meant.ts'
import { carriesChild, isGone, isGuest, isSaidOfAChild, sideOf, type Scene, type Step } from './scene.ts'

/** Of one side: what nobody but its own person decides, and what any holder there says. */
export function stepsOfSide(scene: Scene, code: 'HH' | 'H2', hurt: string): readonly Step[] {
  const { on, as, raiser, title, holders, isOpen, has, part, pick, draw, leaning } = scene
  const side = sideOf(scene, code)
  const hh = title(code)
  const inHers = (): object => ({ room: on.room(hurt, hh) })
  // Where somebody raised it for her: once she is there.
  const isThere = (): boolean => has(code, hurt) && part(code, hurt) === 'hurt'
  const stopper = (): string => (code === 'H2' || isThere() ? hurt : raiser)
  // To somebody from outside, whoever had new keys before they opened a room is somebody else in it: they agree to no kind of hers.
  const ours = (): readonly string[] => holders(code).filter((name) => !isGuest(name))

  return [
    {
      name: 'opens a lock',
      builds: true,
      often: 4,
      may: () => isThere() && side.locks.size < 4,
      async does() {
        const lock = pick((['tell-them', 'tell-them', 'start-process', 'start-process', 'use-name', 'tell-circle'] as const).filter((each) => !side.locks.has(each)))
        await on.does(hurt, { kind: 'lock', ...inHers(), lock, open: true, scope: 'What she agreed to.' })
        side.locks.add(lock)
        return undefined
      },
    },
    {
      name: 'shuts a lock',
      may: () => isThere() && side.locks.size > 0 && draw(3) === 0,
      async does() {
        const lock = pick([...side.locks])
        await on.does(hurt, { kind: 'lock', ...inHers(), lock, open: false, scope: '' })
        side.locks.delete(lock)
        return undefined
      },
    },
    {
      name: 'asks for a door herself',
      may: () => isThere() && side.asksFor.size < 4,
      async does() {
        const door = pick((['impact-given', 'talk', 'letter-held', 'listening'] as const).filter((each) => !side.asksFor.has(each)))
        await on.does(hurt, { kind: 'ask-door', ...inHers(), door, on: true })
        side.asksFor.add(door)
        if (!side.isHelpNamed && draw(2) === 0) {
          await on.does(hurt, { kind: 'name-help', ...inHers(), who: 'The women’s centre' })
          side.isHelpNamed = true
        }
        return undefined
      },
    },
    { name: 'moves the kind', builds: true, often: 2, may: () => isThere() && ours().length >= 2 && (side.kind !== 'B' || draw(3) === 0), does: movesTheKind },
    {
      name: 'says what she wants to hear',
      may: () => isThere() && (!side.letterWish || !leansTo(leaning, 'asks for the letter')),
      async does() {
        side.hears = pick(['all', 'key', 'safety', 'nothing'] as const)
        side.letterWish = side.letterWish || draw(2) === 0
        await on.does(hurt, { kind: 'wish', ...inHers(), hears: side.hears, letter: side.letterWish ? 'yes' : 'no' })
        return undefined
      },
    },
    {
      name: 'stops it',
      may: () => !side.isStopped && isOpen(code) && (isOpen('NH') || (as !== 'hurt' && draw(4) === 0)) && draw(4) === 0,
      async does() {
        await on.does(stopper(), { kind: 'stop', room: on.room(stopper(), hh), on: true })
        side.isStopped = true
        return undefined
      },
    },
    {
      name: 'says that a child is part of it',
      may: () => !side.isMinor && holders(code).length > 0 && draw(as === 'several' ? 4 : 10) === 0,
      async does() {
        // A learner says it too, in the holders' room.
        const at = isOpen('HO') && !scene.is.isMinorWithHolders && draw(3) === 0 ? 'HO' : code
        const who = pick(at === 'HO' ? scene.inside('HO') : holders(code))
        await on.does(who, { kind: 'minor', room: on.room(who, title(at)), on: true })
        isSaidOfAChild(scene, at)
        carriesChild(scene)
        return as === 'several' ? 'says among several that a child is part of it' : undefined
      },
    },
  ]

  async function movesTheKind(): Promise<string> {
    const to: Kind = pick((['A', 'unsure', 'B', 'B', 'B', 'C', 'C'] as const).filter((each) => each !== side.kind))
    const [first, second] = ours()
    const by = (who: string): object => ({ room: on.room(who, hh), power: ['none'] })
    if (isSafer(side.kind, to)) {
      await on.does(first!, { kind: 'kind-safer', to, ...by(first!) })
    } else {
      if (to === 'C' && !side.isNotAfraid) await on.does(hurt, { kind: 'not-afraid', ...inHers(), on: true })
      side.isNotAfraid = side.isNotAfraid || to === 'C'
      await on.does(hurt, { kind: 'ask-kind', to, ...by(hurt), power: [] })
      const asked = on.state(first!, hh).kindAsked.at(-1)!
      for (const who of [first!, second!]) await on.does(who, { kind: 'agree-kind', id: asked.id, ...by(who) })
    }
    side.kind = to
    return `moves the kind to ${to}`
  }
}

/** What comes by time alone. */
export function stepsOfTime(scene: Scene): readonly Step[] {
  const { on, model, roles, is, asks, has, pick, draw, leaning } = scene
  return [
    {
      name: 'days pass',
      often: 2,
      may: () => is.days < 60 && model.titles().every((each) => model.waiting(each).size === 0),
      async does() {
        const count = pick([1, 3, 8, 16])
        on.daysPass(count)
        is.days += count
        await settles(scene)
        return undefined
      },
    },
    {
      name: 'has new keys',
      may: () => !is.isRekeyed && (leansTo(leaning, 'has new keys') || draw(6) === 0) && model.titles().every((each) => model.waiting(each).size === 0),
      async does() {
        const who = pick([...new Set([roles.hurt, roles.named, roles.supporter, roles.theirSupporter, ...roles.holders, scene.raiser])])
        is.isRekeyed = true
        good(await on.device(who).session().rekey({ oldWords: null, language: 'en' }))
        model.hasNewKeys(who)
        for (const ask of asks) {
          const isOld = ask.movedBy === null && (ask.yeses.get(who) === 'yes' || ask.vouched.has(who)) && (ask.to === 'CC' || has(ask.to, who))
          // Who answered by letter is asked there once.
          if (isOld && ask.wasMailed.has(who)) ask.isOver = true
          else if (isOld) ask.asleep.add(who)
        }
        await on.rests()
        return undefined
      },
    },
  ]
}

/** Whoever keeps the keys to hand over is gone before the next concern of the circle begins, and so are words that nobody kept: no day of that is told here. */
export async function lastOnesGo(scene: Scene): Promise<void> {
  const { keeping, listening } = scene.is
  const isToldStill = listening !== null && !listening.isOver && listening.words.length > 0
  if (keeping.length === 0 && !isToldStill) return
  scene.on.daysPass(keeping.length > 0 ? 15 : 8)
  await settles(scene)
}

/** What apps do by themselves when days have passed. */
async function settles(scene: Scene): Promise<void> {
  const { on, model, is, title, has } = scene
  await on.rests()
  // LS5: words nobody kept go after seven days.
  for (const { word, by, day } of is.listening?.words ?? []) if (on.today() > day + 7 && has('SM', by)) model.takesOut(title('SM'), word)
  for (const kept of is.keeping.filter(({ day }) => on.today() > day + 14)) {
    isGone(scene, kept.code, kept.who, isSide(kept.code) ? 'put-out' : 'left')
    is.keeping = is.keeping.filter((each) => each !== kept)
  }
}
