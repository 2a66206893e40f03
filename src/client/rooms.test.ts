import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { millis } from '../base/clock.ts'
import { invitationKeys } from '../circle/link.ts'
import { INVITATION_KEYS } from '../circle/invitation.ts'
import { good, idOf, makeWorld, until, type Device, type World } from '../testing/world.ts'
import { roomKeyFrom } from '../log/ids.ts'
import type { RoomId } from '../log/types.ts'
import { inviteNamed, newAsked, roomInvitations } from './further-rooms.ts'
import { rotate, write } from './room-write.ts'
import { coreOf } from './session.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

async function two(): Promise<{ readonly ana: Device; readonly ben: Device }> {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
  return { ana, ben }
}

async function entersRoom(device: Device): Promise<RoomId> {
  const invitation = await until(device, (now) => now.roomInvitations[0])
  return good(await device.session().acceptRoom(invitation.id))
}

describe('a further room', () => {
  test('Ana opens one with Ben; he enters without her device, both are proven, and nobody else can read it', async () => {
    const { ana, ben } = await two()
    const room = good(await ana.session().openRoom({ purpose: 'who drives', history: 'none', owned: false, invited: [idOf(ana, 'Ben')] }))
    await until(ana, (now) => now.outbox.length === 0)
    expect(await entersRoom(ben)).toBe(room)
    for (const device of [ana, ben]) {
      const seen = await until(device, (now) =>
        now.furtherRooms.find((one) => one.people.length === 2 && one.people.every(({ proven }) => proven === 'proven')),
      )
      expect(seen.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben'])
      expect(seen.purpose).toBe('who drives')
    }
    expect(coreOf(ben.session()).further.get(room)!.verdict).toEqual({ kind: 'fine' })
  })

  test('on another device of hers, whoever was asked in reads all that they could read on the first', async () => {
    const { ana, ben } = await two()
    const room = good(await ana.session().openRoom({ purpose: 'who drives', history: 'none', owned: true, invited: [idOf(ana, 'Ben')] }))
    await until(ana, (now) => now.outbox.length === 0)
    await entersRoom(ben)
    const words = good(await ben.session().showWords('en')).join(' ')
    const phone = world.device()
    phone.opened(good(await phone.engine.openWithWords(world.origin, words, 'memory')))
    await until(phone, () => {
      const held = coreOf(phone.session()).further.get(room)
      return held !== undefined && held.entries.length === coreOf(ben.session()).further.get(room)!.entries.length && held.entries.every(({ body }) => body.kind !== 'no-key')
    })
    await until(phone, (now) => now.furtherRooms.some(({ purpose }) => purpose === 'who drives'))
  })

  test('an owned room is its founder’s alone to decide over', async () => {
    const { ana } = await two()
    good(await ana.session().openRoom({ purpose: 'my side', history: 'none', owned: true, invited: [] }))
    expect(await until(ana, (now) => now.furtherRooms[0])).toMatchObject({ owned: true, mine: true, purpose: 'my side' })
  })

  test('what was declined is gone from the list', async () => {
    const { ana, ben } = await two()
    good(await ana.session().openRoom({ purpose: 'who drives', history: 'none', owned: false, invited: [idOf(ana, 'Ben')] }))
    const invitation = await until(ben, (now) => now.roomInvitations[0])
    await ben.session().declineRoom(invitation.id)
    await until(ben, (now) => now.roomInvitations.length === 0)
  })

  test('[C43] what was written between the invitation and the entry opens by a share, made once by an app that is present', async () => {
    const { ana, ben } = await two()
    const cleo = await world.joins(ana, 'Cleo')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Cleo'))
    const room = good(await ana.session().openRoom({ purpose: 'who drives', history: 'none', owned: false, invited: [idOf(ana, 'Ben'), idOf(ana, 'Cleo')] }))
    // Cleo enters first, so the generation Ben was given the key of is no longer the newest.
    await entersRoom(cleo)
    await until(ana, (now) => now.furtherRooms.some((one) => one.people.length === 2))
    await entersRoom(ben)
    const core = coreOf(ben.session())
    await until(ben, () => core.further.get(room)!.keys.size === core.further.get(room)!.state!.generation.g)
    expect(core.folds.get(room)!.view.shares).toHaveLength(1)
  })

  test('whoever is asked by a letter that was late reads all since they were invited: it brings the first key and the newest, at most sixteen, and a share brings those between', async () => {
    const days = { gone: 0 }
    const slow = await makeWorld({ clock: { now: () => millis(Date.now() + days.gone * 86_400_000) } })
    const ana = await slow.starts('Ana')
    const ben = await slow.joins(ana, 'Ben')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    const id = good(await ana.session().openRoom({ purpose: 'who drives', history: 'none', owned: true, invited: [] }))
    const core = coreOf(ana.session())
    const room = core.further.get(id)!
    // Her device died between the invitation and its letter, and a summer went by.
    const asked = newAsked(core, idOf(ana, 'Ben'), 'who drives')
    const { ik } = await invitationKeys(asked.secret)
    const firstG = room.state!.generation.g
    good(
      await write(core, {
        room,
        build: (writer) =>
          writer.membership({ op: 'invite', ik: roomKeyFrom(ik.publicKey), kind: 'named', uses: 1, expiryDay: 99_999 }, { op: 'invite', invite: { kind: 'named', invitee: asked.member, firstG } }),
      }),
    )
    for (let turn = 0; turn < INVITATION_KEYS + 2; turn++) {
      days.gone = Math.floor(turn / 6)
      good(await rotate(core, room))
    }
    good(await inviteNamed(core, room, asked, true))
    const { id: letter } = await until(ben, (now) => now.roomInvitations[0])
    const g = room.state!.generation.g
    const sent = roomInvitations(coreOf(ben.session()))[0]!.invitation.keys.map((one) => one.g)
    expect(sent.toSorted((a, b) => a - b)).toEqual([firstG, ...Array.from({ length: INVITATION_KEYS - 1 }, (_, index) => g - INVITATION_KEYS + 2 + index)])
    good(await ben.session().acceptRoom(letter))
    const bens = coreOf(ben.session()).further.get(id)!
    await until(ben, () => bens.entries.slice(1).every(({ header, body }) => header.g < firstG || body.kind !== 'no-key'))
    await slow.end()
  })

  test('who is given what stands knows everybody who is there, also when somebody has just come in', async () => {
    const { ana, ben } = await two()
    const cleo = await world.joins(ana, 'Cleo')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Cleo'))
    const room = good(await ana.session().openRoom({ purpose: 'who drives', history: 'none', owned: true, invited: [idOf(ana, 'Ben')] }))
    await entersRoom(ben)
    await until(ana, (now) => now.furtherRooms.some((one) => one.people.length === 2))
    good(await ana.session().inviteToRoom({ room, member: idOf(ana, 'Cleo'), ask: 'who drives', mayReadNow: true }))
    await entersRoom(cleo)
    const isAllProven = (now: ReturnType<ReturnType<typeof cleo.session>['snapshot']>): boolean => now.furtherRooms.some((one) => one.roomId === room && one.people.length === 3 && one.people.every(({ proven }) => proven === 'proven'))
    await until(cleo, isAllProven, 10)
    expect(cleo.session().snapshot().furtherRooms[0]!.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben', 'Cleo'])
  })

  test('a guest is let into one room by link and words, and has no key in the circle', async () => {
    const { ana } = await two()
    const room = good(await ana.session().openRoom({ purpose: 'with the mediator', history: 'none', owned: false, invited: [] }))
    const { link } = good(await ana.session().invite({ uses: 1, days: 3, note: 'mediator', guestOf: room }))
    const guest = world.device()
    const seen = good(await guest.engine.readInvitation(link))
    expect(seen.guest).toBe(true)
    const knocking = good(await guest.engine.knock(seen, 'Mira', 'memory'))
    expect(ana.session().snapshot().guests.links).toEqual([{ roomId: room, link }])
    const [knock] = await until(ana, (now) => now.guests.knocks.length === 1 && now.guests.knocks)
    expect(knock).toMatchObject({ roomId: room, name: 'Mira', words: knocking.words })
    expect(ana.session().snapshot().circle.knocks).toEqual([])
    good(await ana.session().admit(knock!.id))
    await until(ana, (now) => now.guests.links.length === 0 && now.guests.knocks.length === 0)
    guest.opened(good(await knocking.result))
    await until(guest, (now) => now.connection === 'live')
    await until(ana, (now) => now.furtherRooms.some((one) => one.people.some(({ name, proven }) => name === 'Mira' && proven === 'guest')))
    expect(coreOf(guest.session()).commons).toBe(null)
  })
})

describe('meeting mode', () => {
  test('one code lets in several who knock at once', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 3, days: 1, note: 'tonight' }))
    const devices = ['Ben', 'Cleo', 'Dia'].map((name) => ({ name, device: world.device() }))
    const knocks = await Promise.all(
      devices.map(async ({ name, device }) => good(await device.engine.knock(good(await device.engine.readInvitation(link)), name, 'memory'))),
    )
    for (const knocking of knocks) {
      const shown = await until(ana, (now) => now.circle.knocks.find(({ words }) => words.join() === knocking.words.join()))
      good(await ana.session().admit(shown.id))
    }
    for (const [index, { device }] of devices.entries()) device.opened(good(await knocks[index]!.result))
    await until(
      ana,
      (now) =>
        now.circle.people
          .map(({ name }) => name)
          .toSorted()
          .join() === 'Ana,Ben,Cleo,Dia',
    )
    const late = world.device()
    expect(await late.engine.readInvitation(link)).toEqual({ ok: false, error: { kind: 'link-used' } })
  })

  test('[D01] a stolen link used first is a knock and no more; the words differ: the knock is put aside and the link is taken back', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const thief = world.device()
    const knocking = good(await thief.engine.knock(good(await thief.engine.readInvitation(link)), 'Ben', 'memory'))
    const shown = await until(ana, (now) => now.circle.knocks[0])
    good(await ana.session().refuseKnock(shown.id))
    expect(await knocking.result).toEqual({ ok: false, error: { kind: 'link-used' } })
    expect(ana.session().snapshot().circle.invitations).toEqual([])
  })

  test('a knock that waits is still there after a reload', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const ben = world.device()
    const knocking = good(await ben.engine.knock(good(await ben.engine.readInvitation(link)), 'Ben', 'this-device'))
    const again = world.device({ store: ben.store })
    const state = await again.engine.start()
    if (state.kind !== 'knocking') throw new Error(state.kind)
    expect(state.knocking.words).toEqual(knocking.words)
    const shown = await until(ana, (now) => now.circle.knocks[0])
    good(await ana.session().admit(shown.id))
    again.opened(good(await state.knocking.result))
    await until(again, (now) => now.circle.people.length === 2)
  })
})
