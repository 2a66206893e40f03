import { describe, expect, test } from 'vitest'
import { emptyHalf, viewOf, type SealedView } from '../circle/circle-state.ts'
import { makeBind, type Bind } from '../circle/bind.ts'
import { commonsPolicy, quietPolicy, seeded, smallRoom, someone, type SmallRoom, type Someone } from '../circle/small-room.suite.ts'
import type { RoomKey } from '../log/types.ts'
import { personsIn, type CameIn, type Persons } from './persons.ts'
import { emptyRoom, type Room } from './room.ts'

interface Scene {
  readonly commons: SmallRoom
  readonly ben: Someone
  readonly eve: Someone
  readonly small: SmallRoom
  /** Ben's keys in the small room. */
  readonly here: Someone
  readonly room: Room
}

async function scene(seed: number): Promise<Scene> {
  const random = seeded(seed)
  const [ana, ben, eve, here, other] = [await someone(random), await someone(random), await someone(random), await someone(random), await someone(random)]
  const commons = await smallRoom(ana, commonsPolicy, random)
  await commons.admits(ana, ben, 'Ben')
  await commons.admits(ana, eve, 'Eve')
  const small = await smallRoom(other, quietPolicy, random)
  await small.admits(other, here, 'Ben')
  const room = emptyRoom({ host: 'https://host', roomId: small.roomId, n: small.n, j: 0 }, 'further', [])
  return { commons, ben, eve, small, here, room }
}

function bindBy(on: Scene, commonsKey: Someone['rk'], keys: Someone = on.here): Promise<Bind> {
  return makeBind({ circle: on.commons.roomId, commonsKey, pseudonym: { roomId: on.small.roomId, rk: keys.key, kem: keys.kem.publicKey } })
}

/** Who the members are when these binds are known, with what else is said. */
async function persons(
  on: Scene,
  binds: readonly (readonly [Someone, Bind])[],
  more: { readonly replacedAt?: ReadonlyMap<RoomKey, number>; readonly later?: Someone; readonly isGuest?: boolean; readonly view?: Partial<SealedView> } = {},
): Promise<Persons> {
  on.room.state = on.small.state()
  const came = ({ id, kem }: Someone, seq: number): CameIn => ({ id, kem: kem.publicKey, seq })
  const keys = new Map([[on.here.key, came(on.here, 2)]])
  if (more.later !== undefined) keys.set(more.later.key, came(more.later, 3))
  return personsIn({
    room: on.room,
    commons: more.isGuest === true ? null : on.commons.state(),
    isGuest: more.isGuest === true,
    keys,
    view: { ...viewOf(emptyHalf), known: new Map(binds.map(([{ key }, bind]) => [key, { bind, words: '', name: null }] as const)), ...more.view },
    replacedAt: more.replacedAt ?? new Map(),
    binds: new Map(),
  })
}

describe('who is behind the keys in a room', () => {
  test('[CL-PERSON] a key of Ben’s that was replaced in the circle names nobody who is there, and himself again once he is there with his new keys', async () => {
    const on = await scene(1)
    const old = await bindBy(on, on.ben.rk)
    expect((await persons(on, [[on.here, old]])).get(on.here.id)).toBe(on.ben.id)
    const benAgain = await on.commons.rekeys(on.ben)
    expect((await persons(on, [[on.here, old]])).get(on.here.id)).toBe(on.here.id)
    const hereAgain = await on.small.rekeys(on.here)
    const fresh = await bindBy(on, benAgain.rk, hereAgain)
    const binds = [
      [on.here, old],
      [hereAgain, fresh],
    ] as const
    expect((await persons(on, binds, { later: hereAgain })).get(on.here.id)).toBe(on.ben.id)
  })

  test('[CL-PERSON-REPLACED] who left the room before their rekey keeps their name there; who came in after its proof gets none by the old key', async () => {
    const on = await scene(2)
    const old = await bindBy(on, on.ben.rk)
    await on.small.leaves(on.here)
    await on.commons.rekeys(on.ben)
    expect((await persons(on, [[on.here, old]])).get(on.here.id)).toBe(on.ben.id)
    expect((await persons(on, [[on.here, old]], { replacedAt: new Map([[on.ben.key, 9]]) })).get(on.here.id)).toBe(on.ben.id)
    expect((await persons(on, [[on.here, old]], { replacedAt: new Map([[on.ben.key, 1]]) })).get(on.here.id)).toBe(on.here.id)
  })

  test('who left the circle keeps their name in the room', async () => {
    const on = await scene(3)
    const bind = await bindBy(on, on.ben.rk)
    await on.commons.leaves(on.ben)
    expect((await persons(on, [[on.here, bind]])).get(on.here.id)).toBe(on.ben.id)
  })

  test('a bind for other keys names nobody, and keys that were handed from one person to another name neither', async () => {
    const on = await scene(4)
    const other = await someone(seeded(99))
    expect((await persons(on, [[on.here, await bindBy(on, on.ben.rk, other)]])).get(on.here.id)).toBe(on.here.id)
    const later = await on.small.rekeys(on.here)
    const binds = [
      [on.here, await bindBy(on, on.ben.rk)],
      [later, await bindBy(on, on.eve.rk, later)],
    ] as const
    expect((await persons(on, binds, { later })).get(on.here.id)).toBe(on.here.id)
  })

  test('a guest takes who was invited by name for whom the invitation named, and a founder by the key of their bind', async () => {
    const on = await scene(5)
    const bind = await bindBy(on, on.ben.rk)
    expect((await persons(on, [[on.here, bind]], { isGuest: true })).get(on.here.id)).toBe(on.ben.id)
    const ik = on.eve.key
    const view: Partial<SealedView> = {
      entered: new Map([[on.here.id, { seq: 2, ik, rk: on.here.key, bind, invite: 'aa'.repeat(32) as never }]]),
      invitations: new Map([[ik, { kind: 'named', invitee: on.eve.id, firstG: 1 }]]),
    }
    expect((await persons(on, [[on.here, bind]], { isGuest: true, view })).get(on.here.id)).toBe(on.eve.id)
  })
})
