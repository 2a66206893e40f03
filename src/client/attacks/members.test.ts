/** Attacks C: members whose apps were changed, among honest apps. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { namedInvitationBody, readNamedInvitation } from '../../circle/invitation.ts'
import { makeShare } from '../../circle/share.ts'
import type { RoomId } from '../../log/types.ts'
import { coreOn, commonsOf, quiet, startsWith } from '../../testing/attacked-world.ts'
import { good, idOf, makeWorld, opensAgain, until, type Device, type World } from '../../testing/world.ts'
import { leave, mayRemoveAlone, writeIn } from '../circle-actions.ts'
import { inviteNamed, newAsked, roomInvitations } from '../further-rooms.ts'
import { newAct } from '../outbox.ts'
import { write } from '../room-write.ts'
import type { Room } from '../room.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

async function opens(host: Device, owned: boolean, ...invited: readonly string[]): Promise<RoomId> {
  return good(await host.session().openRoom({ purpose: 'quiet', history: 'none', owned, invited: invited.map((name) => idOf(host, name)) }))
}

/** The owner of a room of two puts the other one out of it. */
async function putsOut(owner: Device, id: RoomId): Promise<void> {
  const room = roomOn(owner, id)
  const member = [...room.state!.members.keys()].find((one) => one !== room.state!.founder)!
  await writeIn(coreOn(owner), room, (writer) =>
    writer.introduce({ op: 'remove', member }, (generation) => ({ op: 'remove', member, generation }), (carried) => ({ op: 'remove', reason: '', ...carried })),
  )
}

async function enters(device: Device): Promise<void> {
  const invitation = await until(device, (now) => now.roomInvitations[0])
  good(await device.session().acceptRoom(invitation.id))
}

const roomOn = (device: Device, id: RoomId): Room => coreOn(device).further.get(id)!

async function says(device: Device, id: RoomId, name: string): Promise<number> {
  const room = roomOn(device, id)
  return good(await write(coreOn(device), { room, build: (writer) => writer.content({ type: 'circle.name', shape: 1, data: { name } }) }))[0]!
}

describe('what came before', () => {
  test('[C17] who comes into a room without history cannot read what stood there', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, false)
    const seq = await says(ana!, id, 'before Ben')
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'come in'), false))
    await enters(ben!)
    await quiet(ana!, ben!)
    expect(roomOn(ben!, id).keys.has(roomOn(ben!, id).entries[seq]!.header.g)).toBe(false)
    expect(roomOn(ben!, id).entries[seq]!.body).toEqual({ kind: 'no-key' })
    const after = await says(ana!, id, 'after Ben')
    await until(ben!, () => roomOn(ben!, id).entries[after]?.body.kind === 'open')
  })

  test('[C18] who left and came back reads their earlier time and what follows, and nothing between', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, false, 'Ben')
    await enters(ben!)
    await until(ana!, (now) => now.furtherRooms[0]?.people.length === 2)
    const first = roomOn(ben!, id)
    const earlier = await says(ana!, id, 'while Ben is here')
    await until(ben!, () => first.entries[earlier]?.body.kind === 'open')
    good((await leave(coreOn(ben!), first, false)) as never)
    await until(ana!, () => roomOn(ana!, id).state!.members.size === 1)
    const between = await says(ana!, id, 'while Ben is away')
    coreOn(ben!).further.delete(id)
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'again'), false))
    await enters(ben!)
    const again = roomOn(ben!, id)
    const after = await says(ana!, id, 'Ben is back')
    await until(ben!, () => again.entries[after]?.body.kind === 'open')
    expect(again.entries[between]!.body).toEqual({ kind: 'no-key' })
    expect(again.state!.members.size).toBe(2)
    expect(again.identities[0]!.rkHex).not.toBe(first.identities[0]!.rkHex)
  })

  test('[C16][CL-SHARE] a share whose consents do not fit is not used, and no honest app makes one', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, false)
    await says(ana!, id, 'before Ben')
    const before = roomOn(ana!, id).state!.generation.g
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'come in'), false))
    await enters(ben!)
    await quiet(ana!, ben!)
    expect(coreOn(ana!).folds.get(id)!.view.shares).toEqual([])
    // Ana's changed app shares what the invitation does not cover, and nobody decided over.
    const room = roomOn(ana!, id)
    const bens = [...room.state!.members.values()].find(({ rk }) => roomOn(ben!, id).identities.some(({ rkHex }) => rkHex === rk))!
    const body = await makeShare({ roomId: id, to: bens.rk, kem: bens.kem, keys: [{ g: before, key: room.keys.get(before)! }], consents: [] })
    good(await writeIn(coreOn(ana!), room, (writer) => writer.content(body)))
    await until(ben!, () => coreOn(ben!).folds.get(id)!.view.shares.length === 1)
    await quiet(ana!, ben!)
    expect(roomOn(ben!, id).keys.has(before)).toBe(false)
  })
})

describe('an invitation that lies', () => {
  test('[C16][C17][CL-LETTER-FROM] a letter that brings keys from before its invitation opens nothing from before it', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, false)
    const seq = await says(ana!, id, 'before Ben')
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'come in'), false))
    await until(ben!, (now) => now.roomInvitations[0])
    const { id: letterId, letter, invitation } = roomInvitations(coreOn(ben!))[0]!
    const keys = [...roomOn(ana!, id).keys].map(([g, key]) => ({ g, key }))
    expect(keys).toHaveLength(2)
    const bens = coreOn(ben!).folds.get(coreOn(ben!).personal.id)!
    bens.personal = { ...bens.personal, letters: new Map([[letterId, { ...letter, data: namedInvitationBody({ ...invitation, keys }).data }]]) }
    good(await ben!.session().acceptRoom(letterId))
    await quiet(ana!, ben!)
    expect(roomOn(ben!, id).entries[seq]!.body).toEqual({ kind: 'no-key' })
    expect(roomOn(ben!, id).keys.has(1)).toBe(false)
  })

  test('[C16][CL-LETTER-MINE] a letter by whose invitation somebody did not come in brings them no keys', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, false, 'Ben')
    const early = await until(ben!, (now) => now.roomInvitations[0])
    const { invitation } = roomInvitations(coreOn(ben!)).find((one) => one.id === early.id)!
    await says(ana!, id, 'before Ben')
    await ben!.session().declineRoom(early.id)
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'come in'), false))
    await until(ben!, (now) => now.roomInvitations.some((one) => one.id !== early.id))
    await enters(ben!)
    await quiet(ana!, ben!)
    // The first one was for what stood then; it was not taken.
    expect(invitation.keys.map(({ g }) => g)).toEqual([1])
    expect(roomOn(ben!, id).keys.has(1)).toBe(false)
  })

  test('[CL-INVITED-HOST][CL-INVITED-KEYS] a letter that names another address, or keys the room does not commit to, lets nobody in', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, false, 'Ben')
    await until(ben!, (now) => now.roomInvitations[0])
    const { id: letterId, letter, invitation } = roomInvitations(coreOn(ben!))[0]!
    const bens = coreOn(ben!).folds.get(coreOn(ben!).personal.id)!
    const { personal } = bens
    for (const [changed, rule] of [
      [{ host: 'https://elsewhere.example' }, 'CL-INVITED-HOST'],
      [{ keys: [{ g: 1, key: new Uint8Array(32).fill(7) }] }, 'CL-INVITED-KEYS'],
    ] as const) {
      const { data } = namedInvitationBody({ ...invitation, ...changed })
      bens.personal = { ...personal, letters: new Map([[letterId, { ...letter, data }]]) }
      expect(await ben!.session().acceptRoom(letterId)).toMatchObject({ ok: false, error: { rule } })
    }
    expect(roomOn(ana!, id).state!.members.size).toBe(1)
    bens.personal = personal
    good(await ben!.session().acceptRoom(letterId))
  })
})

describe('asked into where one is', () => {
  test('[CL-INVITED-NEW] a steward’s changed app asks Ben into the circle once more: he does not come in twice, and it stays his circle on any device', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    good(await inviteNamed(coreOn(ana!), commonsOf(ana!), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'Come and sit with us'), true))
    const invitation = await until(ben!, (now) => now.roomInvitations[0])
    expect(await ben!.session().acceptRoom(invitation.id)).toMatchObject({ ok: false, error: { rule: 'CL-INVITED-NEW' } })
    expect(ben!.session().snapshot().circle.people).toHaveLength(2)
    expect(commonsOf(ana!).state!.members.size).toBe(2)
    const code = good(await ben!.session().makeRecoveryCode())
    const fresh = world.device()
    fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'this-device')))
    await until(fresh, (now) => now.circle.people.length === 2)
    expect(fresh.session().snapshot().furtherRooms).toEqual([])
  })

  test('[CL-INVITED-TWICE] who is asked into a room they are in stays there as who they are, and the letter is done', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, true, 'Ben')
    await enters(ben!)
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'once more'), true))
    await enters(ben!)
    await until(ben!, (now) => now.roomInvitations.length === 0)
    expect(roomOn(ana!, id).state!.members.size).toBe(2)
    expect(coreOn(ben!).folds.get(coreOn(ben!).personal.id)!.personal.rooms.get(id)).toMatchObject({ j: 0, state: 'in' })
    await says(ben!, id, 'still me')
  })

  test('[A06] Ben, whose device met two histories of a room and stopped there, is put out and asked in anew: he comes in, and writes', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, true, 'Ben')
    await enters(ben!)
    await quiet(ana!, ben!)
    roomOn(ben!, id).verdict = { kind: 'forked', seq: 1 }
    await putsOut(ana!, id)
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'come back in'), true))
    await enters(ben!)
    expect(roomOn(ben!, id).verdict).toEqual({ kind: 'fine' })
    expect(coreOn(ben!).folds.get(coreOn(ben!).personal.id)!.personal.rooms.get(id)).toMatchObject({ j: 1, state: 'in' })
    await says(ben!, id, 'here again')
  })

  test('a letter that asks Ben back into a room he was put out of, and leads nowhere, takes nothing of it from his screen', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, true, 'Ben')
    await enters(ben!)
    await quiet(ana!, ben!)
    const { invitation } = [...(coreOn(ben!).folds.get(coreOn(ben!).personal.id)!.personal.letters.values())].map((letter) => ({ letter, invitation: readNamedInvitation(letter) }))[0]!
    if (!invitation.ok) throw new Error('the letter he came in by is kept')
    await putsOut(ana!, id)
    await until(ben!, () => roomOn(ben!, id).verdict.kind === 'removed')
    const { type, shape, data } = namedInvitationBody({ ...invitation.value, secret: new Uint8Array(16).fill(9) })
    const act = newAct(coreOn(ana!).order.random)
    await coreOn(ana!).outbox.add([
      { act, group: act, time: ana!.clock.now(), titleKey: '', order: { to: 'mail', recipient: idOf(ana!, 'Ben'), type, shape, data, carried: [] }, readers: [] },
    ])
    const bogus = await until(ben!, (now) => now.roomInvitations[0])
    const before = coreOn(ben!).folds.get(id)
    expect(await ben!.session().acceptRoom(bogus.id)).toMatchObject({ ok: false, error: { kind: 'link-used' } })
    expect(coreOn(ben!).folds.get(id)).toBe(before)
  })
})

describe('put out of the circle', () => {
  test('[B24][C35] who was removed from the circle is put out of joint rooms by the apps there; her own room is never touched', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const joint = await opens(ana!, false, 'Ben', 'Cleo')
    await enters(ben!)
    await enters(cleo!)
    const hers = await opens(cleo!, true, 'Ben')
    await enters(ben!)
    await until(ana!, (now) => now.furtherRooms[0]?.people.length === 3)
    good(
      await ben!.session().propose({ act: 'remove', member: idOf(ben!, 'Cleo'), successor: null, kindOfReason: 'a', decidedBy: 'b', until: 'c', wayBack: 'd' }),
    )
    const proposal = await until(ana!, (now) => now.circle.proposals.find(({ mayConfirm }) => mayConfirm))
    good(await ana!.session().confirm(proposal.link))
    await until(ben!, () => roomOn(ben!, joint).state!.members.size === 2, 40)
    expect(roomOn(ben!, hers).state!.members.size).toBe(2)
    await quiet(ana!, ben!)
    const seq = await says(cleo!, hers, 'still here')
    await until(ben!, () => roomOn(ben!, hers).entries[seq]?.body.kind === 'open')
  })
})

describe('somebody else behind an invitation', () => {
  test('[C45] the secret of a named invitation is handed on: nobody writes until that person is out, and the owner’s app puts them out at once', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const id = await opens(ana!, true, 'Ben')
    await until(ben!, (now) => now.roomInvitations[0])
    // Ben hands the whole letter to Cleo, whose changed app takes it for her own.
    const letter = roomInvitations(coreOn(ben!))[0]!
    const cleos = coreOn(cleo!).folds.get(coreOn(cleo!).personal.id)!
    cleos.personal = { ...cleos.personal, letters: new Map([[letter.id, letter.letter]]) }
    ana!.session().lock()
    good(await cleo!.session().acceptRoom(letter.id))
    const entered = [...roomOn(cleo!, id).state!.members.keys()].at(-1)!
    const again = world.device({ store: ana!.store })
    await opensAgain(again)
    await until(again, () => roomOn(again, id)?.state?.former.size === 1)
    const room = roomOn(again, id)
    expect(mayRemoveAlone(room.state!, [...room.state!.members.keys()][0]!)).toBe(true)
    expect(room.state!.members.has(entered)).toBe(false)
    const removal = room.entries.findIndex(({ header }) => header.delta.op === 'remove')
    const enter = room.entries.findIndex(({ header }) => header.delta.op === 'enter')
    expect(room.entries.slice(enter + 1, removal).filter(({ header }) => header.class === 'content')).toEqual([])
  })

  test('[C45] in a room without an owner a steward’s app proposes, another confirms, and nobody writes meanwhile', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const dia = await world.joins(ana!, 'Dia')
    await until(ana!, (now) => now.circle.people.some(({ name }) => name === 'Dia'))
    const id = await opens(ana!, false, 'Dia')
    await enters(dia)
    await until(ana!, (now) => now.furtherRooms[0]?.people.length === 2)
    good(await inviteNamed(coreOn(ana!), roomOn(ana!, id), newAsked(coreOn(ana!), idOf(ana!, 'Ben'), 'come in'), true))
    await until(ben!, (now) => now.roomInvitations[0])
    const letter = roomInvitations(coreOn(ben!))[0]!
    const cleos = coreOn(cleo!).folds.get(coreOn(cleo!).personal.id)!
    cleos.personal = { ...cleos.personal, letters: new Map([[letter.id, letter.letter]]) }
    good(await cleo!.session().acceptRoom(letter.id))
    await until(dia, () => [...roomOn(dia, id).state!.former.values()].length === 1, 40)
    const room = roomOn(dia, id)
    const enter = room.entries.findLastIndex(({ header }) => header.delta.op === 'enter')
    expect(room.entries.slice(enter + 1).map(({ header }) => header.delta.op)).toEqual(['propose', 'confirm'])
  })

  test('[C46] an honest app does not confirm a removal from the circle without a kind of reason, who decided, until when and a way back', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const cleo = idOf(ben!, 'Cleo')
    good(
      await writeIn(coreOn(ben!), commonsOf(ben!), (writer) =>
        writer.membership({ op: 'propose', act: 'remove', member: cleo, successor: null }, { op: 'propose', reason: null }),
      ),
    )
    const proposal = await until(ana!, (now) => now.circle.proposals[0])
    expect(await ana!.session().confirm(proposal.link)).toMatchObject({ ok: false, error: { rule: 'CL-REASON' } })
  })
})

test('[C07] a member’s changed app hands on a key that is not the room’s, or none: no app takes it, an honest one changes the keys, and who comes after reads what stood before', async () => {
  for (const wrong of [[new Uint8Array(32).fill(7)], []]) {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    good(await ana!.session().setAbout({ languages: '', brings: 'soup from before' }))
    await quiet(ana!, ben!)
    const room = commonsOf(ben!)
    const { g } = room.state!.generation
    const hist = wrong.map((key) => ({ g, key }))
    good(
      await write(coreOn(ben!), {
        room,
        build: (writer) => writer.introduce({ op: 'rotate' }, (generation) => ({ op: 'rotate', generation }), (carried) => ({ op: 'rotate', missing: [], ...carried, hist })),
      }),
    )
    const kept = commonsOf(ana!).keys.get(g)
    const turned = (): number => commonsOf(ana!).state!.generation.g
    if (wrong.length > 0) await until(ana!, () => turned() > g + 1)
    else await until(ana!, () => turned() === g + 1)
    expect(commonsOf(ana!).keys.get(g)).toEqual(kept)
    // Where nothing was handed on, that is so until the next change of keys.
    if (wrong.length === 0) good(await write(coreOn(ana!), { room: commonsOf(ana!), build: (writer) => writer.introduce({ op: 'rotate' }, (generation) => ({ op: 'rotate', generation }), (carried) => ({ op: 'rotate', missing: [], ...carried })) }))
    const cleo = await world.joins(ana!, 'Cleo')
    await until(cleo, (now) => now.circle.people.some(({ brings }) => brings === 'soup from before'))
  }
})
