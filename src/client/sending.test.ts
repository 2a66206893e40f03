import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { memberIdOf, roomKeyFrom } from '../log/ids.ts'
import { backupFolder, restoreFolder } from '../server/copies.ts'
import { quiet } from '../testing/attacked-world.ts'
import { good, idOf, joinOn, makeWire, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'
import { decodeServerFrame } from '../log/frames.ts'
import { deliver } from './deliver.ts'
import { newAct } from './outbox.ts'
import { rotate } from './room-write.ts'
import { coreOf } from './session.ts'
import type { Connect } from './socket.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

const meeting = { kind: 'open-meeting' }

function meetingOf(device: Device): { readonly words: readonly unknown[] } | null {
  const states = device.session().snapshot().practices['check-in'] as { readonly commons: { readonly meeting: { readonly words: readonly unknown[] } | null } }
  return states.commons.meeting
}

/** Entries of the commons that hold this act. */
function timesOnChain(device: Device, type: string): number {
  return coreOf(device.session()).commons!.entries.filter(({ body }) => body.kind === 'open' && body.plaintext.type === type).length
}

describe('offline', () => {
  test('what was written without a connection waits, is shown as waiting, survives a reload, and is sent once', async () => {
    const wire = makeWire()
    const ana = await world.starts('Ana')
    const ben = world.device({ connect: wire.connect })
    await joinOn(ben, ana, 'Ben')
    wire.cut()
    await until(ben, (now) => now.connection === 'offline')
    good(await ben.session().act('check-in', meeting))
    expect(ben.session().snapshot().outbox).toMatchObject([{ state: 'waits-for-connection' }])
    ben.session().lock()
    const again = world.device({ store: ben.store, connect: wire.connect })
    await opensAgain(again)
    expect(again.session().snapshot().outbox).toHaveLength(1)
    wire.mend()
    await until(again, (now) => now.outbox.length === 0)
    await until(ana, () => meetingOf(ana) !== null)
    expect(timesOnChain(ana, 'check-in.meeting-opened')).toBe(1)
  })

  test('a thank-you that waits is one row, and taking it back takes back all of it', async () => {
    const wire = makeWire()
    const ana = await world.starts('Ana')
    const ben = world.device({ connect: wire.connect })
    await joinOn(ben, ana, 'Ben')
    await until(ben, (now) => now.circle.people.some(({ name }) => name === 'Ana'))
    wire.cut()
    await until(ben, (now) => now.connection === 'offline')
    good(
      await ben
        .session()
        .act('appreciation', { kind: 'thank', to: idOf(ben, 'Ana'), saw: 'You stayed to wash up.', changed: '', shows: [], leadNext: '', offered: false }),
    )
    const [row, ...more] = ben.session().snapshot().outbox
    expect(row).toMatchObject({ titleKey: 'appreciation.outbox', text: 'You stayed to wash up.' })
    expect(more).toEqual([])
    await ben.session().takeBack(row!.actId)
    expect(ben.session().snapshot().outbox).toEqual([])
    expect(coreOf(ben.session()).outbox.items()).toEqual([])
    expect(ben.session().draft('appreciation.taken-back')).toBe('You stayed to wash up.')
  })
})

describe('exactly once', () => {
  test('[D24] killed between the host’s yes and clearing the outbox: one copy stands', async () => {
    const ana = await world.starts('Ana')
    good(await ana.session().act('check-in', meeting))
    const waiting = await ana.store.list('outbox/')
    await until(ana, (now) => now.outbox.length === 0)
    ana.session().lock()
    // The device died before it noted the yes: the item is still there.
    await ana.store.put(waiting)
    expect(waiting).toHaveLength(1)
    const again = world.device({ store: ana.store })
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live' && now.outbox.length === 0)
    expect(timesOnChain(again, 'check-in.meeting-opened')).toBe(1)
  })

  test('[D24] two tabs flush one outbox: one copy is shown', async () => {
    const wire = makeWire()
    const ana = world.device({ connect: wire.connect })
    ana.opened(
      good(
        await ana.engine.startCircle({
          host: world.origin,
          doorKey: toHex(world.server.running.doorKey),
          circleName: 'Two tabs',
          myName: 'Ana',
          keep: 'this-device',
        }),
      ),
    )
    await until(ana, (now) => now.connection === 'live')
    const tab = world.device({ store: ana.store, connect: wire.connect })
    await opensAgain(tab)
    await until(tab, (now) => now.connection === 'live')
    wire.cut()
    await until(ana, (now) => now.connection === 'offline')
    good(await ana.session().act('check-in', meeting))
    wire.mend()
    await until(ana, (now) => now.connection === 'live' && now.outbox.length === 0)
    await until(tab, (now) => now.connection === 'live' && now.outbox.length === 0)
    await until(tab, () => meetingOf(tab) !== null)
    expect(coreOf(tab.session()).folds.get(coreOf(tab.session()).commons!.id)!.refused).toEqual([])
    expect(meetingOf(tab)).not.toBe(null)
  })
})

describe('asking again', () => {
  test('[D23] somebody came into a room without history between writing and sending: it waits, asks, and reaches nobody before the yes', async () => {
    const wire = makeWire()
    const ana = world.device({ connect: wire.connect })
    ana.opened(
      good(
        await ana.engine.startCircle({
          host: world.origin,
          doorKey: toHex(world.server.running.doorKey),
          circleName: 'Readers',
          myName: 'Ana',
          keep: 'this-device',
        }),
      ),
    )
    await until(ana, (now) => now.connection === 'live')
    const ben = await world.joins(ana, 'Ben')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    const room = good(await ana.session().openRoom({ purpose: 'quiet', history: 'none', owned: false, invited: [] }))
    const core = coreOf(ana.session())
    const readers = [...core.further.get(room)!.state!.members.keys()]
    good(await ana.session().inviteToRoom({ room, member: idOf(ana, 'Ben'), ask: 'come in', mayReadNow: true }))
    const invitation = await until(ben, (now) => now.roomInvitations[0])
    good(await ben.session().acceptRoom(invitation.id))
    await until(ana, (now) => now.furtherRooms.some(({ people }) => people.length === 2))
    const act = newAct(core.order.random)
    const item = {
      act,
      group: act,
      number: 1,
      time: 0,
      titleKey: 'x',
      readers,
      state: { kind: 'waiting' } as const,
      order: { to: 'entry', room, type: 'circle.name', shape: 1, data: { name: 'A' }, carried: [], redacts: [] } as const,
    }
    const before = core.further.get(room)!.entries.length
    expect(await deliver(core, item)).toMatchObject({ kind: 'stuck', state: { kind: 'asks-readers' } })
    expect(core.further.get(room)!.entries.length).toBe(before)
    const now = [...core.further.get(room)!.state!.members.keys()]
    expect(await deliver(core, { ...item, readers: now })).toEqual({ kind: 'done' })
  })
})

test('[D23] a yes to the readers who were named is no yes to whoever came in after the question', async () => {
  const ana = await world.starts('Ana')
  const core = coreOf(ana.session())
  const room = good(await ana.session().openRoom({ purpose: 'quiet', history: 'none', owned: false, invited: [] }))
  const [act, mara] = [newAct(core.order.random), memberIdOf(roomKeyFrom(core.order.random.bytes(32)))]
  const order = { to: 'entry', room, type: 'circle.name', shape: 1, data: { name: 'A' }, carried: [], redacts: [] } as const
  const released: (readonly string[])[] = []
  core.outbox = {
    ...core.outbox,
    items: () => [{ act, group: act, number: 1, time: 0, titleKey: 'x', readers: [], state: { kind: 'asks-readers', joined: [mara] }, order }],
    release: async (_, readers) => void released.push(readers),
  }
  // Ana herself is in the room and was not named: so anybody might be who came in meanwhile.
  ana.session().confirmReaders(act)
  expect(released).toEqual([[mara]])
})

describe('a host that was restored from an old copy', () => {
  test('[A26] behind: what the copy lacks is handed back unchanged, writing resumes, nothing is lost and none is there twice', async () => {
    const ana = await world.starts('Ana')
    const ben = await world.joins(ana, 'Ben')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    const copy = join(mkdtempSync(join(tmpdir(), 'holdfast-copy-')), 'copy.sqlite')
    backupFolder(world.server.folder, copy)
    for (let index = 0; index < 6; index++) {
      good(await ana.session().setAbout({ languages: 'en', brings: `dish ${index}` }))
      if (index % 3 === 0) good(await rotate(coreOf(ben.session()), coreOf(ben.session()).commons!))
    }
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'dish 5'))
    await until(ana, () => coreOf(ana.session()).commons!.entries.length === coreOf(ben.session()).commons!.entries.length)
    const links = coreOf(ana.session()).commons!.entries.map(({ link }) => link)
    const { port } = world.server.running
    await world.server.again({ port }, () => void restoreFolder(copy, world.server.folder, { replace: true, clock: { now: () => ana.clock.now() } }))
    await until(ana, (now) => now.connection === 'live' && now.circle.verdict.kind === 'fine', 40)
    await until(ben, (now) => now.connection === 'live' && now.circle.verdict.kind === 'fine', 40)
    const fresh = coreOf(ben.session()).commons!
    expect(fresh.entries.map(({ link }) => link).slice(0, links.length)).toEqual(links)
    expect(
      ana
        .session()
        .snapshot()
        .circle.people.some(({ brings }) => brings === 'dish 5'),
    ).toBe(true)
  })
})

describe('an answer that does not come', () => {
  /** Ana, whose connection breaks once, at the next thing she sends. */
  async function breaksAtAnswer(wire: ReturnType<typeof makeWire>, wants: 'after the host took it' | 'before it arrives'): Promise<Device> {
    let isArmed = false
    const connect: Connect = (origin, events) => {
      const socket = wire.connect(origin, {
        ...events,
        received: (message) => {
          if (isArmed && wants === 'after the host took it' && isAnswer(message)) {
            isArmed = false
            wire.cut()
          } else events.received(message)
        },
      })
      return {
        ...socket,
        send: (message) => {
          if (isArmed && wants === 'before it arrives') {
            isArmed = false
            wire.cut()
          } else socket.send(message)
        },
      }
    }
    const ana = world.device({ connect })
    const doorKey = toHex(world.server.running.doorKey)
    ana.opened(good(await ana.engine.startCircle({ host: world.origin, doorKey, circleName: 'Kitchen', myName: 'Ana', keep: 'memory' })))
    await until(ana, (now) => now.connection === 'live' && now.outbox.length === 0)
    await quiet(ana)
    isArmed = true
    return ana
  }

  const isAnswer = (message: Uint8Array): boolean => {
    const frame = decodeServerFrame(message)
    return frame.ok && frame.value.kind === 'answer'
  }

  for (const wants of ['after the host took it', 'before it arrives'] as const) {
    test(`[D14] the connection breaks ${wants}: when it is back, the person is told that it stands, and it stands once`, async () => {
      const wire = makeWire()
      const ana = await breaksAtAnswer(wire, wants)
      const before = coreOf(ana.session()).commons!.entries.length
      const saying = ana.session().setAbout({ languages: '', brings: 'salt' })
      await until(ana, (now) => now.connection === 'offline')
      wire.mend()
      good(await saying)
      const added = coreOf(ana.session()).commons!.entries.slice(before)
      expect(added.map(({ body }) => (body.kind === 'open' ? body.plaintext.type : body.kind))).toEqual(['circle.about'])
      good(await ana.session().setAbout({ languages: '', brings: 'bread' }))
    })
  }

  test('[D14] no answer for long: nobody is told that it failed, and what it was shows when the host is heard again', async () => {
    const wire = makeWire()
    const ana = await breaksAtAnswer(wire, 'after the host took it')
    const saying = ana.session().setAbout({ languages: '', brings: 'salt' })
    await until(ana, (now) => now.connection === 'offline')
    ana.clock.move(60_000)
    expect(await saying).toEqual({ ok: false, error: { kind: 'may-stand' } })
    wire.mend()
    await until(ana, (now) => now.circle.people.some(({ brings }) => brings === 'salt'))
  })
})
