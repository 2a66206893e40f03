/** What people do in a random history, each act with what it changes in the model. Null: nothing was written. */
import { assert } from '../../base/assert.ts'
import type { Cbor } from '../../crypto/cbor.ts'
import { openProposals, verdictOfYes } from '../proposals.ts'
import type { Sealed } from '../seal.ts'
import { openInvitations, stewards } from '../state.ts'
import type { Delta } from '../types.ts'
import { count, knownTo, newSomeone, type Someone, type Tried, type World } from './history-model.ts'
import { memberIdFor, type TestRoom } from './room.ts'

/**
 * The body of an entry that introduces a generation. Where history is for all it lists the keys its author has that the next key would not yet lead to:
 * normally the one before it, after an `enter` also those that the newcomer had not been given.
 */
function historyBody(world: World, author: Someone): Cbor {
  const { g } = world.room.state().generation
  if (world.policy.history === 'none') return { roll: [] }
  const known = knownTo(author, world.leadsTo)
  const reached = new Set(known.has(g) ? [g, ...world.leadsTo.get(g)!] : [])
  const listed = [...known].filter((one) => one === g || !reached.has(one))
  world.leadsTo.set(g + 1, new Set([...listed, ...listed.flatMap((one) => [...world.leadsTo.get(one)!])]))
  return { hist: listed.map((one) => [one, world.room.keys.get(one)!]) }
}

async function taken(world: World, author: Someone, what: string, result: { readonly ok: boolean }): Tried {
  if (!result.ok) return null
  count(world, what)
  // A copy made for a wild try stands for the same person.
  return world.everyone.find((one) => one.name === author.name) ?? null
}

export async function plain(world: World, author: Someone | null, what: string, delta: Delta): Tried {
  if (author === null) return null
  return taken(world, author, what, await world.room.writes(author.keys, delta))
}

export async function say(world: World, author: Someone): Tried {
  return taken(world, author, 'content', await world.room.says(author.keys, `words of ${author.name}`))
}

/** An act that introduces a generation: everyone here afterwards is given its key. */
export async function introduce(
  world: World,
  author: Someone,
  what: string,
  act: () => Promise<{ readonly ok: boolean; readonly value?: Sealed }>,
  ended: () => void = () => undefined,
): Tried {
  world.room.nextBody = historyBody(world, author)
  const result = await act()
  world.room.nextBody = null
  if (result.ok) {
    ended()
    const { g } = world.room.state().generation
    for (const one of world.everyone) if (one.here) one.given.add(g)
    count(world, 'generations')
  }
  return taken(world, author, what, result)
}

export function stewardOf(world: World): Someone | null {
  const ids = new Set(stewards(world.room.state()).map((one) => one.rk))
  const all = world.everyone.filter((one) => one.here && ids.has(one.keys.rk))
  return all.length === 0 ? null : world.random.oneOf(all)
}

export async function takeBackOne(world: World, author: Someone): Tried {
  const mine = world.room.sealed.filter(
    (one) => one.header.class === 'content' && [author.keys, ...author.formerKeys].some((keys) => keys.rk === one.header.author),
  )
  if (mine.length === 0) return null
  return plain(world, author, 'take back', { op: 'redaction', target: world.random.oneOf(mine).header.seq })
}

export async function inviteSomeone(world: World): Tried {
  const author = stewardOf(world)
  const ik = world.freshInvitations.shift()
  if (author === null || ik === undefined) return null
  if (world.random.chance(50)) {
    const result = await world.room.invites(author.keys, ik, 'link', 1 + world.random.upTo(4))
    if (result.ok) world.bearers.set(ik.rk, { ik, bearer: null })
    return taken(world, author, 'invite by link', result)
  }
  const result = await world.room.invites(author.keys, ik, 'named')
  if (result.ok) {
    const bearer = newSomeone(`p${world.everyone.length}`, world.freshKeys)
    const { g } = world.room.state().generation
    bearer.given.add(g)
    bearer.givenByInvitation.add(g)
    bearer.gifts.set(g, world.room.keys.get(g)!)
    world.everyone.push(bearer)
    world.bearers.set(ik.rk, { ik, bearer })
  }
  return taken(world, author, 'invite by name', result)
}

export async function revokeOne(world: World): Tried {
  const author = stewardOf(world)
  const open = openInvitations(world.room.state())
  if (author === null || open.length === 0) return null
  const invitation = world.bearers.get(world.random.oneOf(open).ik)
  return invitation ? taken(world, author, 'revoke', await world.room.revokes(author.keys, invitation.ik)) : null
}

export async function letOneIn(world: World): Tried {
  const { room, random } = world
  const open = openInvitations(room.state())
  if (open.length === 0) return inviteSomeoneIfMay(world)
  const invitation = random.oneOf(open)
  const known = world.bearers.get(invitation.ik)
  assert(known, 'every invitation was made here')
  if (invitation.kind === 'named') {
    const bearer = known.bearer
    assert(bearer, 'a named invitation has a bearer')
    return introduce(world, bearer, 'enter', () => entering(world, bearer, () => room.enters(bearer.keys, known.ik)))
  }
  const author = room.state().policy.admit === 'link' ? random.oneOf(world.everyone.filter((one) => one.here)) : stewardOf(world)
  if (author === null || (room.state().due && world.policy.history === 'all')) return null
  const newcomer = newSomeone(`p${world.everyone.length}`, world.freshKeys)
  world.everyone.push(newcomer)
  const admits = (): ReturnType<TestRoom['admits']> => entering(world, newcomer, () => room.admits(author.keys, newcomer.keys, known.ik))
  if (world.policy.history === 'none') return introduce(world, author, 'admit', admits)
  const result = await admits()
  if (result.ok) newcomer.given.add(room.state().generation.g)
  return taken(world, author, 'admit', result)
}

async function inviteSomeoneIfMay(world: World): Tried {
  return world.room.state().due ? null : inviteSomeone(world)
}

async function entering(world: World, newcomer: Someone, act: () => ReturnType<TestRoom['admits']>): ReturnType<TestRoom['admits']> {
  const result = await act()
  if (result.ok) Object.assign(newcomer, { here: true, joinedSeq: world.room.state().head.seq })
  return result
}

export async function rekeyOne(world: World, author: Someone): Tried {
  const next = world.freshKeys.shift()
  if (next === undefined) return null
  const old = author.keys
  return introduce(
    world,
    author,
    'rekey',
    () => world.room.rekeys(old, next),
    () => {
      author.keys = next
      author.formerKeys.push(old)
    },
  )
}

export async function leaveOne(world: World, author: Someone): Tried {
  const result = await world.room.leaves(author.keys)
  const writer = await taken(world, author, 'leave', result)
  if (writer) ends(world, writer)
  return writer
}

function ends(world: World, someone: Someone): void {
  Object.assign(someone, { here: false, endedSeq: world.room.state().head.seq })
}

export async function changeRole(world: World): Tried {
  const author = stewardOf(world)
  if (author === null || world.policy.owned) return null
  const others = world.everyone.filter((one) => one.here && one !== author)
  if (stewards(world.room.state()).length === 1) {
    if (others.length === 0) return null
    return taken(world, author, 'role', await world.room.givesRole(author.keys, world.random.oneOf(others).keys, 'steward'))
  }
  return taken(world, author, 'role', await world.room.givesRole(author.keys, author.keys, 'member'))
}

export async function proposeOne(world: World, author: Someone): Tried {
  const { room, random } = world
  const state = room.state()
  const others = world.everyone.filter((one) => one.here && one !== author)
  const mine = openProposals(state).some((one) => one.author === memberIdFor(state, author.keys))
  if (world.policy.owned || others.length === 0 || mine) return null
  const isSteward = (one: Someone): boolean => state.members.get(memberIdFor(state, one.keys))?.role === 'steward'
  const target = random.oneOf(others)
  if (isSteward(author) && random.chance(5)) return taken(world, author, 'propose', await room.proposes(author.keys, 'close', null))
  const act = random.chance(state.due ? 0 : 60) ? 'remove' : isSteward(target) ? 'unmake' : 'make'
  const successor = act !== 'make' && random.chance(70) ? random.oneOf([author, ...others.filter((one) => one !== target)]) : null
  return taken(world, author, 'propose', await room.proposes(author.keys, act, target.keys, successor?.keys ?? null))
}

export async function confirmOne(world: World): Tried {
  const state = world.room.state()
  const proposal = world.random.oneOf(openProposals(state))
  const can = world.everyone.filter((one) => one.here && ['completes', 'counts'].includes(verdictOfYes(state, proposal.link, memberIdFor(state, one.keys))))
  return can.length === 0 ? null : confirmBy(world, world.random.oneOf(can), proposal.link)
}

export async function confirmBy(world: World, author: Someone, link: Parameters<TestRoom['confirms']>[1]): Tried {
  const { room } = world
  const state = room.state()
  const proposal = state.proposals.get(link)
  const completes = verdictOfYes(state, link, memberIdFor(state, author.keys)) === 'completes'
  const target = world.everyone.find((one) => proposal?.member === memberIdFor(state, one.keys))
  if (!completes || proposal?.act !== 'remove') {
    return taken(world, author, completes ? `${proposal?.act} by two` : 'confirm', await room.confirms(author.keys, link))
  }
  return introduce(
    world,
    author,
    'remove by two',
    () => room.confirms(author.keys, link),
    () => target && ends(world, target),
  )
}

export async function withdrawOne(world: World): Tried {
  const state = world.room.state()
  const proposal = world.random.oneOf(openProposals(state))
  const may = world.everyone.filter((one) => {
    const id = memberIdFor(state, one.keys)
    return one.here && (proposal.author === id || proposal.confirmedBy.has(id))
  })
  if (may.length === 0) return null
  const author = world.random.oneOf(may)
  return taken(world, author, 'withdraw', await world.room.withdraws(author.keys, proposal.link))
}

export async function removeAlone(world: World): Tried {
  const author = stewardOf(world)
  const others = world.everyone.filter((one) => one.here && one !== author)
  const may = world.policy.owned ? world.random.chance(40) : others.length === 1 && stewards(world.room.state()).length === 1
  if (author === null || others.length === 0 || !may) return null
  return removeBy(world, author, world.random.oneOf(others))
}

export async function removeBy(world: World, author: Someone, target: Someone): Tried {
  return introduce(
    world,
    author,
    'remove alone',
    () => world.room.removes(author.keys, target.keys),
    () => ends(world, target),
  )
}

export async function closeRoom(world: World): Tried {
  return plain(world, stewardOf(world), 'close', { op: 'close' })
}
