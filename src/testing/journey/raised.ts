/** What somebody raised for another: whoever saw it, or carries it with her yes, until she comes in and speaks for herself. Source: practices/cards-and-rooms.md 5.3 and P15. */
import { givesPart, isAsked, isHers, type Scene, type Step } from './scene.ts'

export function stepsOfRaising(scene: Scene): readonly Step[] {
  const { on, model, as, raiser, roles, is, title, pick, draw } = scene
  const { hurt } = roles
  if (raiser === hurt) return []
  const hh = title('HH')
  const there = (): object => ({ room: on.room(raiser, hh) })

  return [
    {
      name: 'asks in the one it happened to',
      builds: true,
      may: () => !isHers(scene) && draw(2) === 0,
      async does() {
        const mayReadNow = draw(2) === 0
        await on.does(raiser, { kind: 'invite', ...there(), person: on.id(hurt), part: 'hurt', guest: false, mayReadNow, askNote: '' })
        givesPart(scene, 'HH', hurt, 'hurt')
        model.asks(hh, hurt, mayReadNow)
        isAsked(scene, 'HH', hurt)
        // From now on they are hers, and shut.
        is.locks.clear()
        return undefined
      },
    },
    {
      name: 'opens a lock for her',
      builds: true,
      often: 3,
      may: () => (is.locks.size === 0 && !isHers(scene)) || draw(6) === 0,
      async does() {
        const lock = pick(['start-process', 'start-process', 'tell-them', 'tell-circle', 'use-name'] as const)
        const order = { kind: 'lock', ...there(), lock, open: true, scope: 'She says yes.' }
        // A witness opens none; whoever carries it the start alone, and that as long as she is not asked herself.
        if (as === 'witness' || lock !== 'start-process' || isHers(scene)) {
          await on.isRefused(raiser, order)
          return 'is kept from opening a lock for her'
        }
        await on.does(raiser, order)
        is.locks.add(lock)
        return 'opens the start for her'
      },
    },
    {
      name: 'is kept from speaking for her',
      often: 3,
      may: () => draw(2) === 0,
      async does() {
        const hers = [
          { kind: 'ask-door', door: 'talk', on: true },
          { kind: 'name-help', who: 'The women’s centre' },
          { kind: 'not-afraid', on: true },
          { kind: 'wish', hears: is.hears === 'all' ? 'nothing' : 'all', letter: 'no' },
        ]
        await on.isRefused(raiser, { ...there(), ...pick(hers) })
        return undefined
      },
    },
  ]
}
