/** Rooms that a practice opens: who is in them, under which id, and what their folds are told. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atRest, codeOf, coreOn, quiet, startsWith } from '../testing/attacked-world.ts'
import { notesIn, probe, said, titles, writes, type Notes } from '../testing/probe.ts'
import { good, idOf, joinOn, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'
import type { Day } from '../base/clock.ts'
import { decodeRequest, decodeServerFrame } from '../log/frames.ts'
import type { RoomId } from '../log/types.ts'
import type { Membership, NewRoom, VerifiedConsent } from '../practices/practice.ts'
import { connectWebSocket } from './socket.ts'
import { actorOf, enqueue, statesInside } from './deliver.ts'
import { emptyFold, foldRoom } from './fold.ts'
import { foldOrderOf } from './folding.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld({}, connectWebSocket, { practices: [titles, probe] })
})

afterEach(async () => {
  await world.end()
})

const plain: Omit<NewRoom, 'invited' | 'first'> = { to: 'new-room', title: 'who drives', history: 'none', owned: false }

async function opens(device: Device, over: Partial<NewRoom>, ...asked: readonly string[]): Promise<RoomId> {
  const before = new Set(device.session().snapshot().rooms.keys())
  await writes(device.session(), { ...plain, first: [], invited: asked.map((name) => ({ member: idOf(device, name), ask: 'come in' })), ...over })
  await until(device, (now) => now.outbox.length === 0)
  return until(device, (now) => [...now.rooms.keys()].find((id) => !before.has(id)))
}

async function enters(device: Device, room: RoomId): Promise<void> {
  const invitation = await until(device, (now) => now.roomInvitations.find(({ roomId }) => roomId === room))
  await writes(device.session(), { to: 'enter', invitation: invitation.id })
  await until(device, (now) => now.outbox.length === 0 && now.rooms.get(room)?.people.some(({ id, present }) => id === now.me.id && present))
}

async function changes(device: Device, change: Membership): Promise<void> {
  await writes(device.session(), change)
  await until(device, (now) => now.outbox.every(({ state }) => state !== 'sending' && state !== 'waits-for-connection'))
}

async function says(device: Device, room: RoomId, text: string): Promise<void> {
  await writes(device.session(), { to: 'room', room, ...said(text) })
  await until(device, (now) => notesIn(now, room).some(({ data }) => data === text))
}

function hears(device: Device, room: RoomId, text: string): Promise<Notes[number]> {
  return until(device, (now) => notesIn(now, room).find(({ data }) => data === text))
}

function present(device: Device, room: RoomId): readonly string[] {
  return (
    device
      .session()
      .snapshot()
      .rooms.get(room)
      ?.people.filter((person) => person.present)
      .map(({ name }) => name)
      .toSorted() ?? []
  )
}

describe('who is who', () => {
  test('in a further room everybody is seen by their id in the circle, on every device', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const room = await opens(ana!, { owned: true }, 'Ben', 'Cleo')
    await enters(ben!, room)
    await enters(cleo!, room)
    await says(ben!, room, 'from Ben')
    for (const device of [ana!, ben!, cleo!]) {
      const heard = await hears(device, room, 'from Ben')
      expect(heard.author).toBe(idOf(ana!, 'Ben'))
      expect(heard.present).toEqual(['Ana', 'Ben', 'Cleo'].map((name) => idOf(ana!, name)).toSorted())
      expect(heard.stewards).toEqual([idOf(ana!, 'Ana')])
      const seen = device.session().snapshot().rooms.get(room)!
      expect(seen).toMatchObject({ owner: idOf(ana!, 'Ana'), closed: false, concern: null })
      expect(present(device, room)).toEqual(['Ana', 'Ben', 'Cleo'])
    }
  })

  test('in a room whose history is for all, too', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const room = await opens(ana!, { history: 'all' }, 'Ben')
    await enters(ben!, room)
    await says(ana!, room, 'from Ana')
    expect((await hears(ben!, room, 'from Ana')).author).toBe(idOf(ana!, 'Ana'))
  })

  test('with new keys Ben is the same person, for what he wrote before and after, on a device that reads it all for the first time too', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const code = await codeOf(ana!)
    const room = await opens(ana!, {}, 'Ben')
    await enters(ben!, room)
    const id = idOf(ana!, 'Ben')
    await says(ben!, room, 'before')
    good(await ben!.session().rekey({ oldWords: null, language: 'en' }))
    await says(ben!, room, 'after')
    const fresh = world.device()
    fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'memory')))
    for (const device of [ana!, ben!, fresh]) {
      await hears(device, room, 'after')
      const notes = notesIn(device.session().snapshot(), room)
      expect(notes.map(({ data, author }) => [data, author])).toEqual([
        ['before', id],
        ['after', id],
      ])
      expect(device.session().snapshot().rooms.get(room)!.people).toHaveLength(2)
    }
  })

  test('while the circle is not read yet nobody is proven, and once it is the room is folded anew', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const id = await opens(ana!, {}, 'Ben')
    await enters(ben!, id)
    await says(ben!, id, 'from Ben')
    await hears(ana!, id, 'from Ben')
    const core = coreOn(ana!)
    const room = core.further.get(id)!
    const fold = emptyFold(core.order.practices, room)
    const order = foldOrderOf(core, room, fold)
    await foldRoom({ ...order, commons: null })
    const before = fold.practices.get('probe') as Notes
    expect(before.at(-1)!.author).not.toBe(idOf(ana!, 'Ben'))
    await foldRoom(order)
    const after = fold.practices.get('probe') as Notes
    expect(after.at(-1)!.author).toBe(idOf(ana!, 'Ben'))
    expect(after.map(({ seq }) => seq)).toEqual(before.map(({ seq }) => seq))
  })

  test('a guest is seen by their id in the room, sees the others by theirs in the circle and by name, and signs with the key of the room', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const room = await opens(ana!, {}, 'Ben')
    await enters(ben!, room)
    const { link } = good(await ana!.session().invite({ uses: 1, days: 3, note: '', guestOf: room }))
    const mira = world.device()
    const knocking = good(await mira.engine.knock(good(await mira.engine.readInvitation(link)), 'Mira', 'memory'))
    await until(ana!, () => coreOn(ana!).knocks.size === 1)
    good(await ana!.session().admit([...coreOn(ana!).knocks.keys()][0]!))
    mira.opened(good(await knocking.result))
    await until(mira, (now) => now.connection === 'live')
    await until(ana!, () => present(ana!, room).length === 3)
    await writes(mira.session(), { to: 'room', room, ...said('from Mira'), gives: [{ text: 'exactly this', target: room, purpose: 'plan', untilDay: 30_000 as Day }] })
    const heard = await hears(ana!, room, 'from Mira')
    const me = mira.session().snapshot().me.id
    expect(heard.author).toBe(me)
    expect(heard.consents).toMatchObject([{ giver: me, text: 'exactly this' }])
    expect(ana!.session().snapshot().rooms.get(room)!.people.find(({ id }) => id === me)?.name).toBe('Mira')
    await writes(ben!.session(), { to: 'room', room, ...said('from Ben'), gives: [{ text: 'and this', target: room, purpose: 'plan', untilDay: 30_000 as Day }] })
    const hers = await hears(mira, room, 'from Ben')
    expect(hers.author).toBe(idOf(ana!, 'Ben'))
    expect(hers.consents).toMatchObject([{ giver: idOf(ana!, 'Ben'), text: 'and this' }])
    expect(hers.present).toEqual([idOf(ana!, 'Ana'), idOf(ana!, 'Ben'), me].toSorted())
    expect(present(mira, room)).toEqual(['Ana', 'Ben', 'Mira'])
  })
})

describe('what a fold is told', () => {
  test('the room of the concern as it stood at that entry, and nothing before it began', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = await opens(ana!, { first: [said('before it began'), { type: 'concern.began', shape: 1, data: 'the kitchen' }, said('after')] })
    const notes = await until(ana!, (now) => notesIn(now, room).length === 2 && notesIn(now, room))
    expect(notes.map(({ data, title }) => [data, title])).toEqual([
      ['before it began', null],
      ['after', 'the kitchen'],
    ])
    expect(notes.map(({ seq }) => seq)).toEqual([1, 3])
    expect(ana!.session().snapshot().rooms.get(room)!.concern?.begun?.title).toBe('the kitchen')
  })

  test('a yes for another room is seen where it is given with all it says, counts where it is carried, and is none in the circle', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const here = await opens(ana!, {}, 'Ben')
    const there = await opens(ana!, {}, 'Ben')
    await enters(ben!, here)
    await enters(ben!, there)
    const id = idOf(ana!, 'Ben')
    const given = { text: 'my words', target: there, purpose: 'plan', untilDay: 30_000 as Day, readers: [idOf(ana!, 'Ana')], mayPassOn: true, nameMayStand: false, recognised: [id] }
    await writes(ben!.session(), { to: 'room', room: here, ...said('yes'), gives: [given] })
    const asked = await hears(ana!, here, 'yes')
    expect(asked.consents).toMatchObject([{ ...given, giver: id }])
    const carries: readonly VerifiedConsent[] = asked.consents
    await writes(ana!.session(), { to: 'room', room: there, ...said('moved'), carries }, { to: 'commons', ...said('told'), carries })
    expect((await hears(ben!, there, 'moved')).consents).toMatchObject([{ giver: id, target: there }])
    const told = await until(ben!, (now) => (now.practices['probe'] as { readonly commons: Notes }).commons.find(({ data }) => data === 'told'))
    expect(told.consents).toEqual([])
  })

  test('[CO-REPLACED] after Ben’s new keys his yes still stands in a room he is not in; what is signed with his old key there counts no more', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const here = await opens(ana!, {}, 'Ben')
    const there = await opens(ana!, {}, 'Cleo')
    await enters(ben!, here)
    await enters(cleo!, there)
    const id = idOf(ana!, 'Ben')
    const yesTo = (text: string) => ({ text, target: there, purpose: 'plan', untilDay: 30_000 as Day })
    await writes(ben!.session(), { to: 'room', room: here, ...said('two'), gives: [yesTo('first'), yesTo('second')] })
    const { consents } = await hears(ana!, here, 'two')
    await writes(ana!.session(), { to: 'room', room: there, ...said('moved'), carries: [consents[0]!] })
    await hears(cleo!, there, 'moved')
    good(await ben!.session().rekey({ oldWords: null, language: 'en' }))
    // One of those who are there carries the proof by itself.
    await until(cleo!, () => coreOn(cleo!).folds.get(there)!.replacedAt.size === 1)
    await writes(ana!.session(), { to: 'room', room: there, ...said('too late'), carries: [consents[1]!] })
    expect((await hears(cleo!, there, 'too late')).consents).toEqual([])
    expect((await hears(cleo!, there, 'moved')).consents).toMatchObject([{ giver: id, text: 'first' }])
    expect(coreOn(cleo!).folds.get(there)!.view.rekeyProofs).toHaveLength(1)
  })
})

test('what an app does by itself and cannot be done then waits for nobody: it is gone, and what comes after it is sent', async () => {
  const [ana] = await startsWith(world, 'Ana')
  const room = await opens(ana!, {})
  const core = coreOn(ana!)
  const refused = await enqueue(core, [{ to: 'room', room, ...said('refuse') }], '')
  await enqueue(core, [{ to: 'room', room, ...said('due too') }], '')
  await hears(ana!, room, 'due too')
  await until(ana!, () => core.outbox.items().length === 0)
  expect([...core.letGo]).toEqual([refused])
  // What somebody wrote stays, and they are told.
  await writes(ana!.session(), { to: 'room', room, ...said('refuse') })
  await until(ana!, (now) => now.outbox.some(({ state }) => state === 'not-possible-any-more'))
})

describe('a concern of four rooms', () => {
  test('opens on a device that has nothing in one round for all of them, and reading any of it again asks the host for nothing', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const rooms: RoomId[] = []
    for (const title of ['HS', 'HH', 'HO', 'JO']) rooms.push(await opens(ana!, { title, first: [{ type: 'concern.began', shape: 1, data: title }, said(title)] }))
    const asked: string[] = []
    const fresh = world.device({
      connect: (origin, events) => {
        const socket = connectWebSocket(origin, events)
        const send: typeof socket.send = (message) => {
          const frame = decodeRequest(message)
          if (frame.ok) asked.push(frame.value.name === 'open' ? `open ${frame.value.body.rooms.length}` : frame.value.name)
          socket.send(message)
        }
        return { ...socket, send }
      },
    })
    const code = await codeOf(ana!)
    // A room she writes in while it is being opened is asked for once more.
    await quiet(ana!)
    fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'memory')))
    await until(fresh, (now) => rooms.every((room) => notesIn(now, room).length === 1))
    // The personal room says which others there are: the circle and the four.
    expect(asked.filter((name) => name.startsWith('open'))).toEqual(['open 1', 'open 5'])
    await until(fresh, () => coreOn(fresh).outbox.isQuiet())
    await quiet(fresh)
    asked.length = 0
    for (const room of rooms) expect(fresh.session().snapshot().rooms.get(room)?.concern?.begun?.title).toBe(notesIn(fresh.session().snapshot(), room)[0]!.data)
    await atRest(fresh)
    expect(asked).toEqual([])
  })
})

describe('a practice opens a room', () => {
  test('what stands first follows the genesis, each person is asked once, and who says no is asked no more', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const room = await opens(ana!, { owned: true, first: [said('one'), said('two')] }, 'Ben', 'Cleo')
    await enters(ben!, room)
    expect(notesIn(ben!.session().snapshot(), room).map(({ data, seq }) => [data, seq])).toEqual([
      ['one', 1],
      ['two', 2],
    ])
    const invitation = await until(cleo!, (now) => now.roomInvitations[0])
    await changes(cleo!, { to: 'decline', invitation: invitation.id })
    await until(cleo!, (now) => now.roomInvitations.length === 0)
    // The keys that came with it are out of her own room too.
    const own = coreOn(cleo!)
    await until(cleo!, () => [...own.folds.get(own.personal.id)!.personal.letters.values()].every(({ type }) => type !== 'circle.invitation'))
    expect(own.personal.entries.some(({ body }) => body.kind === 'open' && body.plaintext.type === 'mail.kept')).toBe(false)
    const ops = coreOn(ana!).further.get(room)!.entries.map(({ header }) => header.delta.op)
    expect(ops).toEqual(['genesis', 'content', 'content', 'invite', 'invite', 'enter'])
  })

  test('an invitation that ended with its maker’s new keys is said to be over, and nothing waits for it', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const room = await opens(ana!, {}, 'Ben')
    const invitation = await until(ben!, (now) => now.roomInvitations.find(({ roomId }) => roomId === room))
    good(await ana!.session().rekey({ oldWords: null, language: 'en' }))
    await writes(ben!.session(), { to: 'enter', invitation: invitation.id })
    await until(ben!, (now) => now.outbox.some(({ state }) => state === 'not-possible-any-more'))
    await changes(ana!, { to: 'invite', room, member: idOf(ana!, 'Ben'), ask: 'once more', mayReadNow: true })
    const again = await until(ben!, (now) => now.roomInvitations.find(({ ask }) => ask === 'once more'))
    good(await ben!.session().acceptRoom(again.id))
    await until(ben!, () => present(ben!, room).length === 2)
  })

  test('without a connection it waits, with what follows it in one tap', async () => {
    const [ana] = await startsWith(world, 'Ana')
    coreOn(ana!).transport.stop()
    await writes(ana!.session(), { ...plain, first: [said('one')], invited: [] }, { to: 'personal', ...said('noted') })
    expect(ana!.session().snapshot().outbox).toMatchObject([{ state: 'waits-for-connection', text: 'one' }])
    expect(ana!.session().snapshot().rooms.size).toBe(0)
    const again = world.device({ store: ana!.store })
    ana!.session().lock()
    await opensAgain(again)
    const room = await until(again, (now) => now.outbox.length === 0 && [...now.rooms.keys()][0])
    expect(notesIn(again.session().snapshot(), room).map(({ data }) => data)).toEqual(['one'])
    expect((again.session().snapshot().practices['probe'] as { readonly personal: Notes }).personal.map(({ data }) => data)).toEqual(['noted'])
  })

  test('an owner puts out alone; holders do it two together, make a third one together, and close together', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const owned = await opens(ana!, { owned: true }, 'Ben')
    await enters(ben!, owned)
    await changes(ana!, { to: 'put-out', room: owned, member: idOf(ana!, 'Ben') })
    expect(present(ana!, owned)).toEqual(['Ana'])
    // Ben still reads what he read there, and nothing his apps do rests on it.
    await until(ben!, () => coreOn(ben!).further.get(owned)!.verdict.kind === 'removed')
    expect(ben!.session().snapshot().rooms.has(owned)).toBe(true)
    expect(actorOf(coreOn(ben!)).around.rooms.has(owned)).toBe(false)
    expect(statesInside(coreOn(ben!), 'probe').rooms.has(owned)).toBe(false)
    const room = await opens(ana!, {}, 'Ben', 'Cleo')
    await enters(ben!, room)
    await enters(cleo!, room)
    await changes(ana!, { to: 'steward', room, member: idOf(ana!, 'Ben') })
    await until(ben!, () => coreOn(ben!).further.get(room)!.state!.members.size === 3 && coreOn(ben!).further.get(room)!.entries.at(-1)!.here.stewards.size === 2)
    await changes(ana!, { to: 'put-out', room, member: idOf(ana!, 'Cleo') })
    // Pressed twice it is one proposal.
    await changes(ana!, { to: 'put-out', room, member: idOf(ana!, 'Cleo') })
    expect(present(ana!, room)).toEqual(['Ana', 'Ben', 'Cleo'])
    await until(ben!, () => coreOn(ben!).further.get(room)!.state!.proposals.size === 1)
    await changes(ben!, { to: 'put-out', room, member: idOf(ana!, 'Cleo') })
    await until(ana!, () => present(ana!, room).length === 2)
    await changes(ana!, { to: 'close', room })
    await until(ben!, () => [...coreOn(ben!).further.get(room)!.state!.proposals.values()].some(({ act, state }) => act === 'close' && state === 'open'))
    await changes(ben!, { to: 'close', room })
    for (const device of [ana!, ben!]) await until(device, (now) => now.rooms.get(room)?.closed)
    // A closed room keeps nobody from new keys.
    good(await ben!.session().rekey({ oldWords: null, language: 'en' }))
  })

  test('whoever is put out before they came in comes in no more, and the key they were sent is followed by a new one', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const room = await opens(ana!, { owned: true, first: [said('one')] }, 'Ben')
    const invitation = await until(ben!, (now) => now.roomInvitations.find(({ roomId }) => roomId === room))
    expect(actorOf(coreOn(ana!)).mayComeIn?.get(room)).toEqual(new Set([idOf(ana!, 'Ben')]))
    const before = coreOn(ana!).further.get(room)!.state!.generation.g
    await changes(ana!, { to: 'put-out', room, member: idOf(ana!, 'Ben') })
    await until(ana!, () => coreOn(ana!).further.get(room)!.state!.generation.g > before)
    expect(actorOf(coreOn(ana!)).mayComeIn?.get(room)).toEqual(new Set())
    expect(await ben!.session().acceptRoom(invitation.id)).toMatchObject({ ok: false })
    await says(ana!, room, 'two')
    expect(present(ana!, room)).toEqual(['Ana'])
  })

  test('who leaves while somebody puts them out has left, and is told nothing else', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const deaf = { to: null as 'what others write' | null }
    const ben = world.device({
      connect: (origin, events) =>
        connectWebSocket(origin, {
          ...events,
          received: (message) => {
            const frame = decodeServerFrame(message)
            if (deaf.to === null || !frame.ok || frame.value.kind !== 'notice') events.received(message)
          },
        }),
    })
    await joinOn(ben, ana!, 'Ben')
    const room = await opens(ana!, { owned: true }, 'Ben')
    await enters(ben, room)
    await until(ana!, () => present(ana!, room).length === 2)
    await atRest(ana!, ben)
    deaf.to = 'what others write'
    await changes(ana!, { to: 'put-out', room, member: idOf(ana!, 'Ben') })
    await until(ana!, () => present(ana!, room).length === 1)
    expect(present(ben, room)).toEqual(['Ana', 'Ben'])
    await changes(ben, { to: 'leave', room })
    expect(ben.session().snapshot().outbox).toEqual([])
    expect(ben.session().snapshot().rooms.has(room)).toBe(false)
    expect(await ben.store.list(`room/${room}/`)).toEqual([])
  })

  test('somebody asked later reads what they are let read; the only steward may leave, and whoever is there longest takes over', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    const room = await opens(ana!, {}, 'Ben')
    await enters(ben!, room)
    await says(ana!, room, 'before Cleo')
    // What is written in the same tap is for her too: nobody is asked about it.
    await writes(ana!.session(), { to: 'invite', room, member: idOf(ana!, 'Cleo'), ask: 'come in', mayReadNow: false }, { to: 'room', room, ...said('after Cleo') })
    await until(ana!, (now) => now.outbox.length === 0)
    await enters(cleo!, room)
    await hears(cleo!, room, 'after Cleo')
    expect(notesIn(cleo!.session().snapshot(), room).map(({ data }) => data)).toEqual(['after Cleo'])
    await changes(ana!, { to: 'leave', room })
    expect(ana!.session().snapshot().rooms.has(room)).toBe(false)
    expect(await ana!.store.list(`room/${room}/`)).toEqual([])
    await until(ben!, () => present(ben!, room).length === 2)
    expect(coreOn(ben!).further.get(room)!.entries.at(-1)!.here.stewards.size).toBe(1)
    await says(ben!, room, 'without Ana')
    expect((await hears(cleo!, room, 'without Ana')).stewards).toEqual([idOf(ben!, 'Ben')])
  })
})
