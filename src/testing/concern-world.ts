/**
 * People who have a concern with each other: real engines on a real server, the buttons of the practice `concern`, and what each device could open.
 *
 * Rooms go by their titles, which a test chooses and which are used once.
 */
import { assert } from '../base/assert.ts'
import type { Day } from '../base/clock.ts'
import { readNamedInvitation } from '../circle/invitation.ts'
import { allRooms } from '../client/core.ts'
import { actorOf, statesInside } from '../client/deliver.ts'
import { presentIdentity } from '../client/room.ts'
import { coreOf } from '../client/session.ts'
import { connectWebSocket } from '../client/socket.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { bodyKeyOf, openBody } from '../log/seal.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { ConcernRoom } from '../practices/concern-room.ts'
import { concern } from '../practices/concern/index.ts'
import type { AskLetter, ConcernState, ConcernStates } from '../practices/concern/state.ts'
import { startsWith } from './attacked-world.ts'
import { idOf, makeWorld, until, type Device, type World } from './world.ts'

export interface ConcernWorld {
  readonly world: World
  device(name: string): Device
  today(): Day
  id(name: string): MemberId
  /** Presses a button until it takes: what it waits for may be on its way. */
  does(name: string, order: unknown): Promise<void>
  /** Presses a button once everything has come to rest; it has to be refused. */
  isRefused(name: string, order: unknown): Promise<void>
  room(name: string, title: string): RoomId
  state(name: string, title: string): ConcernState
  seen(name: string, title: string): ConcernRoom | null
  /** The newest letter that asks this person into a room of that title, once it is here. */
  letterFor(name: string, title: string): Promise<AskLetter>
  /** The letter by which this concern's holders offer somebody to open a room with them. */
  offerTo(name: string, ref: string | null): Promise<AskLetter>
  /** Who has which part in this person's eyes, for whoever looks for what went wrong. */
  tells(name: string): string
  /** Until nobody's device has anything left to do. */
  rests(): Promise<void>
  /** Every word this person's device could open: `TITLE/WORD`; `OWN` is their own room with what came by mail, `CC` the circle. */
  opens(name: string): ReadonlySet<string>
  /** The same, had the host given this person every body it still has. */
  opensWithHelp(name: string): Promise<ReadonlySet<string>>
  readonly titles: ReadonlyMap<RoomId, string>
  end(): Promise<void>
}

const WORD = /w\d+x/g
const REST_MILLIS = 120

export async function concernWorld(...names: readonly string[]): Promise<ConcernWorld> {
  const world = await makeWorld({}, connectWebSocket, { practices: [concern] })
  const devices = new Map((await startsWith(world, ...names)).map((device, at) => [names[at]!, device] as const))
  const titles = new Map<RoomId, string>()

  function device(name: string): Device {
    const found = devices.get(name)
    assert(found !== undefined, `${name} is in the circle`)
    return found
  }

  const statesOf = (name: string): ConcernStates => concernStates(device(name))

  function learnTitles(name: string): void {
    for (const [id, state] of statesOf(name).rooms) if (state.begun !== null) titles.set(id, state.begun.title)
  }

  function room(name: string, title: string): RoomId {
    learnTitles(name)
    const found = [...titles].find(([id, each]) => each === title && statesOf(name).rooms.has(id))
    assert(found !== undefined, `${name} is in ${title}`)
    return found[0]
  }

  function toldOf(name: string): string {
    const nameOf = new Map([...devices].map(([each, { session }]) => [session().snapshot().me.id, each] as const))
    const rooms = [...statesOf(name).rooms].map(([id, { begun, parts, doors, stopped }]) => {
      const present = device(name).session().snapshot().rooms.get(id)?.people.filter((person) => person.present)
      return `${begun?.title}: ${[...parts].map(([person, { part, ready }]) => `${nameOf.get(person)} ${part} ${ready}`).join(', ')}; there ${present?.map((person) => nameOf.get(person.id)).join()}; ${[...doors].join()} ${stopped}`
    })
    return rooms.join(' | ')
  }

  const concernWorldHere: ConcernWorld = {
    world,
    titles,
    device,
    room,
    tells: toldOf,
    today: () => device(names[0]!).session().snapshot().today,
    id: (name) => idOf(device(names[0]!), name),
    state: (name, title) => statesOf(name).rooms.get(room(name, title))!,
    seen: (name, title) => device(name).session().snapshot().rooms.get(room(name, title))?.concern ?? null,
    async does(name, order) {
      const session = device(name).session()
      const end = Date.now() + 20_000
      for (;;) {
        const done = await session.act('concern', order)
        if (done.ok) break
        assert(Date.now() < end, `${name} may: ${JSON.stringify(order)}, but ${JSON.stringify(done.error)}. ${toldOf(name)}`)
        await paused(40)
      }
      await until(device(name), (now) => {
        const stuck = now.outbox.find(({ state }) => state === 'not-possible-any-more')
        assert(stuck === undefined, `${name}: what was taken can be written: ${JSON.stringify(order)}`)
        return now.outbox.length === 0
      })
    },
    async isRefused(name, order) {
      await concernWorldHere.rests()
      const done = await device(name).session().act('concern', order)
      assert(!done.ok && done.error.kind === 'refused-by-practice', `${name} may not: ${JSON.stringify(order)}`)
    },
    async letterFor(name, title) {
      for (const other of devices.keys()) learnTitles(other)
      return until(device(name), (now) => {
        const invitation = now.roomInvitations.findLast(({ roomId }) => titles.get(roomId) === title)
        return invitation === undefined ? null : statesOf(name).personal.asked.find((each) => `concern/${each.ref}` === invitation.ask && each.from === invitation.from)
      })
    },
    offerTo: (name, ref) => until(device(name), () => statesOf(name).personal.asked.findLast((each) => each.as === 'named' && each.ref === ref)),
    async rests() {
      const signature = (): string => [...devices.values()].map((each) => lookOf(each)).join(';')
      let before = ''
      for (const end = Date.now() + 60_000; ;) {
        const now = signature()
        if (now === before && !now.includes('busy')) return
        before = now
        assert(Date.now() < end, `everything comes to rest: ${now}`)
        await paused(REST_MILLIS)
      }
    },
    opens: (name) => openedOn(device(name), titles),
    opensWithHelp: (name) => openedWithHelp(device(name), [...devices.values()], titles),
    end: async () => world.end(),
  }

  /** How far a device is; `busy` while it is behind others or has something to send. */
  function lookOf(each: Device): string {
    const core = coreOf(each.session())
    const heads = allRooms(core).map((here) => {
      const isIn = here.state !== null && here.identities.some(({ rkHex }) => here.state!.byKey.has(rkHex))
      const newest = Math.max(...[...devices.values()].map((other) => allRooms(coreOf(other.session())).find(({ id }) => id === here.id)?.entries.length ?? 0))
      return isIn && here.entries.length < newest ? 'busy' : here.entries.length
    })
    const isWaiting = each.session().snapshot().outbox.some(({ state }) => state === 'sending' || state === 'waits-for-connection')
    const isDue = concern.tidy(statesInside(core, 'concern') as ConcernStates, actorOf(core), { checkInLog: true, thanksHints: true }).length > 0
    return `${isWaiting || isDue ? 'busy' : ''}${heads.join()}`
  }

  return concernWorldHere
}

function concernStates(device: Device): ConcernStates {
  return device.session().snapshot().practices['concern'] as ConcernStates
}

/** Words in opened bodies of all rooms on a device. */
function openedOn(device: Device, titles: ReadonlyMap<RoomId, string>): ReadonlySet<string> {
  const found = new Set<string>()
  const core = coreOf(device.session())
  for (const room of allRooms(core)) {
    const title = room === core.personal ? 'OWN' : room === core.commons ? 'CC' : titles.get(room.id)
    for (const { body } of room.entries) if (body.kind === 'open') for (const word of wordsIn(body.plaintext)) found.add(`${title}/${word}`)
  }
  return found
}

/** The same, had the host given this person every body it still has: with the keys their device holds, letters of invitation included. */
async function openedWithHelp(device: Device, others: readonly Device[], titles: ReadonlyMap<RoomId, string>): Promise<ReadonlySet<string>> {
  const found = new Set(openedOn(device, titles))
  const core = coreOf(device.session())
  const letters = [...(core.folds.get(core.personal.id)?.personal.letters.values() ?? [])].flatMap((letter) => {
    const read = readNamedInvitation(letter)
    return read.ok ? [read.value] : []
  })
  for (const [id, title] of titles) {
    const keys = new Map([...letters.filter(({ roomId }) => roomId === id).flatMap((letter) => letter.keys.map(({ g, key }) => [g, key] as const)), ...(core.further.get(id)?.keys ?? [])])
    const served = others.map((other) => coreOf(other.session()).further.get(id)).find((room) => room !== undefined && presentIdentity(room) !== null)
    for (const { wire, header } of served?.entries ?? []) {
      const key = keys.get(header.g)
      if (key === undefined || wire.body === null) continue
      const opened = await openBody(wire, header, await bodyKeyOf(key, id), wire.header)
      if (opened.ok) for (const word of wordsIn(opened.value)) found.add(`${title}/${word}`)
    }
  }
  return found
}

function wordsIn({ data }: { readonly data: Cbor }): readonly string[] {
  return JSON.stringify(data, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value)).match(WORD) ?? []
}

export function paused(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}

