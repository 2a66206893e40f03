/**
 * People who have a concern with each other: real engines on a real server, and the buttons of the practices they use.
 *
 * Rooms go by their titles, which a test chooses and which are used once. What each device opens is read in opened-by.ts.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert } from '../base/assert.ts'
import { dayOf, wallTime, type Day } from '../base/clock.ts'
import { allRooms, isAtRest } from '../client/core.ts'
import { coreOf } from '../client/session.ts'
import { connectWebSocket } from '../client/socket.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import { concern } from '../practices/concern/index.ts'
import type { AskLetter } from '../practices/concern/own-state.ts'
import type { ConcernState, ConcernStates } from '../practices/concern/state.ts'
import type { Practice } from '../practices/practice.ts'
import { startsWith } from './attacked-world.ts'
import { good, idOf, joinOn, makeWorld, turned, until, type Device, type World } from './world.ts'

export interface ConcernWorld {
  readonly world: World
  device(name: string): Device
  /** Those of the circle, and guests who came since. */
  people(): readonly string[]
  today(): Day
  daysPass(days: number): void
  /** Of somebody of the circle. */
  id(name: string): MemberId
  /** As the people of a room see them: a guest has an id there alone. */
  idIn(title: string, name: string): MemberId
  /** Presses a button that has to work. Everything was at rest before it. */
  does(name: string, order: unknown, practice?: string): Promise<void>
  /** Presses a button that has to be refused. */
  isRefused(name: string, order: unknown, practice?: string): Promise<void>
  room(name: string, title: string): RoomId
  /** Whoever is in it. */
  idOfRoom(title: string): RoomId
  state(name: string, title: string): ConcernState
  /** The letter that asks somebody who can be recognised about exactly these words, once it came. */
  wordsFor(name: string, words: string): Promise<ConcernStates['personal']['wordsAsked'][number]>
  /** The newest letter that asks this person into a room of that title, once it is here. */
  letterFor(name: string, title: string): Promise<AskLetter>
  /** The letter by which this concern's holders offer somebody to open a room with them. */
  offerTo(name: string, ref: string | null): Promise<AskLetter>
  /** By link and four words, into one room: somebody who is not in the circle. */
  guestEnters(host: string, title: string, name: string): Promise<void>
  guestGoes(name: string): void
  /** Into the circle, by link and four words. */
  joins(host: string, name: string): Promise<void>
  /** The device, the seven words and the code of somebody in the circle: to everybody else they are there as before. */
  losesEverything(name: string): void
  /** Who has which part in this person's eyes, for whoever looks for what went wrong. */
  tells(name: string): string
  /** Until nobody's device has anything left to do. */
  rests(): Promise<void>
  readonly titles: ReadonlyMap<RoomId, string>
  end(): Promise<void>
}

/** So often nothing may have come over any wire before it counts as rest, each time after so long: a host joins what it tells within 2 ms. */
const QUIET_TIMES = 3
const QUIET_MILLIS = 2
/** Everything was at rest: what is meant to be there is there. */
const SEEN_SECONDS = 5

export async function concernWorld(names: readonly string[], practices: readonly Practice[] = [concern as unknown as Practice]): Promise<ConcernWorld> {
  // In memory where the platform has a folder there: what a disk takes to be sure is measured elsewhere.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'holdfast-concern-'))
  const world = await makeWorld({ dataFolder: folder }, connectWebSocket, { practices })
  const devices = new Map((await startsWith(world, ...names)).map((device, at) => [names[at]!, device] as const))
  const guests = new Map<string, { readonly device: Device; readonly host: string }>()
  const titles = new Map<RoomId, string>()
  const ids = new Map(names.map((name) => [name, idOf(devices.get(names[0]!)!, name)] as const))

  function device(name: string): Device {
    const found = devices.get(name) ?? guests.get(name)?.device
    assert(found !== undefined, `${name} is in the circle, or a guest`)
    return found
  }

  const everybody = (): readonly Device[] => [...devices.values(), ...[...guests.values()].map((guest) => guest.device)]
  const statesOf = (name: string): ConcernStates => device(name).session().snapshot().practices['concern'] as ConcernStates

  function learnTitles(): void {
    for (const name of devices.keys()) for (const [id, state] of statesOf(name).rooms) if (state.begun !== null) titles.set(id, state.begun.title)
  }

  function room(name: string, title: string): RoomId {
    for (let turn = 0; turn < 2; turn++) {
      const found = [...titles].find(([id, each]) => each === title && statesOf(name).rooms.has(id))
      if (found !== undefined) return found[0]
      learnTitles()
    }
    throw new Error(`${name} is in ${title}`)
  }

  function toldOf(name: string): string {
    const nameOf = new Map([...ids].map(([each, id]) => [id, each] as const))
    const seen = device(name).session().snapshot().rooms
    const rooms = [...statesOf(name).rooms].map(([id, { begun, parts, doors, stopped }]) => {
      const present = seen.get(id)?.people.filter((person) => person.present)
      return `${begun?.title}: ${[...parts].map(([person, { part, ready }]) => `${nameOf.get(person) ?? 'a guest'} ${part} ${ready}`).join(', ')}; there ${present?.map((person) => person.name).join()}; ${[...doors].join()} ${stopped}`
    })
    return rooms.join(' | ')
  }

  const here: ConcernWorld = {
    world,
    titles,
    device,
    room,
    tells: toldOf,
    people: () => [...devices.keys(), ...guests.keys()],
    today: () => dayOf(wallTime(device(names[0]!).clock)),
    daysPass(days) {
      for (const each of everybody()) each.clock.move(days * 86_400_000)
      // What is due by the day an app finds out when it looks again.
      for (const each of everybody()) coreOf(each.session()).followUp()
    },
    id(name) {
      const id = ids.get(name)
      assert(id !== undefined, `${name} is in the circle`)
      return id
    },
    idIn(title, name) {
      const guest = guests.get(name)
      if (guest === undefined) return here.id(name)
      const seen = device(guest.host).session().snapshot().rooms.get(room(guest.host, title))
      const person = seen?.people.findLast((each) => each.name === name)
      assert(person !== undefined, `${name} is a guest in ${title}`)
      return person.id
    },
    idOfRoom(title) {
      learnTitles()
      const found = [...titles].find(([, each]) => each === title)
      assert(found !== undefined, `${title} was opened`)
      return found[0]
    },
    state: (name, title) => statesOf(name).rooms.get(room(name, title))!,
    wordsFor: (name, words) => until(device(name), () => statesOf(name).personal.wordsAsked.find((each) => each.words === words), SEEN_SECONDS),
    async does(name, order, practice = 'concern') {
      const done = await device(name).session().act(practice, order)
      assert(done.ok, `${name} may: ${JSON.stringify(order)}, but ${done.ok ? '' : JSON.stringify(done.error)}. ${toldOf(name)}`)
      await until(device(name), (now) => {
        const stuck = now.outbox.find(({ state }) => state === 'not-possible-any-more' || state === 'asks-readers')
        assert(stuck === undefined, `${name}: what was taken can be written: ${JSON.stringify(order)}`)
        return now.outbox.length === 0
      })
      await here.rests()
    },
    async isRefused(name, order, practice = 'concern') {
      const done = await device(name).session().act(practice, order)
      assert(!done.ok && done.error.kind === 'refused-by-practice', `${name} may not: ${JSON.stringify(order)}. ${toldOf(name)}`)
    },
    async letterFor(name, title) {
      learnTitles()
      const letterIn = (now: ReturnType<ReturnType<Device['session']>['snapshot']>): AskLetter | undefined => {
        const invitation = now.roomInvitations.findLast(({ roomId }) => titles.get(roomId) === title)
        return statesOf(name).personal.asked.find((each) => `concern/${each.ref}` === invitation?.ask && each.from === invitation.from)
      }
      return until(device(name), letterIn, SEEN_SECONDS)
    },
    offerTo: (name, ref) => until(device(name), () => statesOf(name).personal.asked.findLast((each) => each.holders.length > 0 && each.ref === ref), SEEN_SECONDS),
    async guestEnters(host, title, name) {
      const invited = await device(host).session().invite({ uses: 1, days: 3, note: '', guestOf: room(host, title) })
      const guest = world.device()
      guest.clock.move(device(host).clock.now() - guest.clock.now())
      const knocking = good(await guest.engine.knock(good(await guest.engine.readInvitation(good(invited).link)), name, 'memory'))
      const knock = await until(device(host), (now) => now.guests.knocks.find((each) => each.words.join() === knocking.words.join()))
      good(await device(host).session().admit(knock.id))
      guest.opened(good(await knocking.result))
      await until(guest, (now) => now.connection === 'live')
      guests.set(name, { device: guest, host })
      await here.rests()
    },
    guestGoes(name) {
      device(name).session().lock()
      guests.delete(name)
    },
    async joins(host, name) {
      const newcomer = world.device()
      newcomer.clock.move(device(host).clock.now() - newcomer.clock.now())
      await joinOn(newcomer, device(host), name)
      devices.set(name, newcomer)
      ids.set(name, idOf(device(host), name))
      await here.rests()
    },
    losesEverything(name) {
      device(name).session().lock()
      devices.delete(name)
    },
    async rests() {
      const messages = (): number => everybody().reduce((sum, each) => sum + each.messages(), 0)
      for (const end = Date.now() + 60_000; ;) {
        const before = messages()
        for (let time = 0; time < QUIET_TIMES; time++) await turned(QUIET_MILLIS)
        const busy = everybody().filter((each) => isBusy(each))
        if (busy.length === 0 && messages() === before) return
        assert(Date.now() < end, `everything comes to rest: ${busy.length} have not`)
      }
    },
    end: async () => world.end(),
  }

  /** While it works on something or is behind others. */
  function isBusy(each: Device): boolean {
    const core = coreOf(each.session())
    if (!isAtRest(core)) return true
    return allRooms(core).some((mine) => {
      if (mine.state === null || !mine.identities.some(({ rkHex }) => mine.state!.byKey.has(rkHex))) return false
      return everybody().some((other) => (allRooms(coreOf(other.session())).find(({ id }) => id === mine.id)?.entries.length ?? 0) > mine.entries.length)
    })
  }

  return here
}
