/**
 * A circle with further rooms in which several practices are done at once: everybody's own room, mail, the commons and the rooms of a concern, folded as the engine
 * folds them, without keys, host or network.
 *
 * Who can read what is kept as keys would keep it: somebody who was let in without the past folds only what was written since.
 * What a rule says about people is told with it; what the engine says about rooms is told elsewhere.
 */
import { assert } from '../base/assert.ts'
import { millis, type Day } from '../base/clock.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { ConcernRoom } from '../practices/concern-room.ts'
import { asVerified } from '../practices/define.ts'
import type {
  Actor,
  Around,
  Invited,
  Person,
  Place,
  Practice,
  PracticeSettings,
  Refused,
  RefusedEntry,
  Seen,
  States,
  VerifiedConsent,
  Write,
  Written,
  YesNow,
} from '../practices/practice.ts'
import { firstDay, kept } from './practice-circle.ts'

export interface Stood extends Seen {
  readonly redacted: boolean
  readonly present: ReadonlySet<MemberId>
  readonly stewards: ReadonlySet<MemberId>
}

export interface RoomInside {
  readonly id: RoomId
  readonly title: string
  readonly history: 'all' | 'none'
  readonly owned: boolean
  readonly entries: readonly Stood[]
  readonly present: ReadonlySet<MemberId>
  readonly stewards: ReadonlySet<MemberId>
  readonly closed: boolean
}

export interface Somebody {
  readonly id: MemberId
  readonly name: string
  /** Presses a button of a practice: null when it was done, else why not. */
  does(practice: string, order: unknown): Refused | null
  /** What the button would write. */
  wouldWrite(practice: string, order: unknown): readonly Write[]
  /** A changed app that asks nobody. Returns the seq. */
  writesPastTheApp(
    to: 'personal' | 'commons' | { readonly mailTo: MemberId } | { readonly room: RoomId },
    type: string,
    data: Cbor,
    more?: { readonly shape?: number; readonly consents?: readonly VerifiedConsent[]; readonly day?: Day },
  ): number
  /** A changed app that changes who is in a room as far as the log lets it. */
  changes(write: Write): void
  /** The app comes up, and does what is due by itself until nothing is. */
  opensTheApp(settings?: PracticeSettings): readonly Write[]
  states(practice: string): States<unknown, unknown, unknown>
  /** A room of a concern as its cards find it; null when this person cannot tell. */
  concern(room: RoomId): ConcernRoom | null
  rooms(): readonly RoomId[]
  invitations(): readonly Invited[]
  yesNow(yes: VerifiedConsent): YesNow
  /** Entries that changed nothing for this person, in all rooms. */
  refused(): readonly RefusedEntry[]
  /** Everything this person could open with a changed app: bodies that stand in rooms they are or were in, own room and mail. */
  canOpen(): readonly Stood[]
}

export interface ConcernCircle {
  readonly commonsId: RoomId
  people(): readonly Person[]
  today(): Day
  daysPass(days: number): void
  someone(name: string): Somebody
  /** Somebody from outside the circle, let into one room by a link and four words. */
  guestEnters(name: string, room: RoomId, mayReadNow?: boolean): Somebody
  /** The circle puts somebody out; their further rooms are another matter. */
  isRemoved(name: string): void
  /** The circle knows of them at once, and each further room they are in. */
  hasNewKeys(name: string): void
  room(id: RoomId): RoomInside
  rooms(): readonly RoomInside[]
  /** Everybody's app comes up in turn, until nobody's has anything to do. */
  everybodyOpensTheApp(): void
}

interface Inside {
  readonly id: RoomId
  readonly title: string
  readonly history: 'all' | 'none'
  readonly owned: boolean
  readonly place: Place
  readonly entries: Stood[]
  readonly present: Set<MemberId>
  readonly stewards: Set<MemberId>
  /** From which seq on each could open what was written; who left keeps what they had. */
  readonly readsFrom: Map<MemberId, number>
  readonly readsTo: Map<MemberId, number>
  /** Not who left: their device keeps nothing of it. */
  readonly putOut: Set<MemberId>
  closed: boolean
  redactions: number
}

interface Folded {
  upTo: number
  redactions: number
  states: Map<string, unknown>
  refused: RefusedEntry[]
}

interface Letter extends Invited {
  readonly room: RoomId
  readonly firstSeq: number
  spent: boolean
}

/** The first named founded the circle and is its steward. */
export function concernCircle(practices: readonly Practice[], ...names: readonly string[]): ConcernCircle {
  let today = firstDay
  let acts = 0
  let roomsMade = 0
  const ids = new Map<string, MemberId>()
  const further = new Map<RoomId, Inside>()
  const ownRooms = new Map<MemberId, Inside>()
  const letters = new Map<MemberId, Letter[]>()
  /** Whose yes a salt is of, and which were by keys that were replaced since. */
  const signers = new Map<string, MemberId>()
  const replaced = new Set<string>()
  const folds = new Map<string, Folded>()
  const commons = inside({ id: 'c0'.repeat(32) as RoomId, title: 'The circle', history: 'all', owned: false, place: 'commons' })

  const nextId = (): string => (++acts).toString(16).padStart(32, '0')

  function inside(told: Pick<Inside, 'id' | 'title' | 'history' | 'owned' | 'place'>): Inside {
    return { ...told, entries: [], present: new Set(), stewards: new Set(), readsFrom: new Map(), readsTo: new Map(), putOut: new Set(), closed: false, redactions: 0 }
  }

  function comesIn(room: Inside, who: MemberId, from: number): void {
    room.present.add(who)
    room.readsFrom.set(who, Math.min(from, room.readsFrom.get(who) ?? from))
    room.readsTo.delete(who)
  }

  function goesOut(room: Inside, who: MemberId): void {
    const hadClosed = room.owned && room.stewards.has(who)
    room.present.delete(who)
    room.stewards.delete(who)
    room.readsTo.set(who, room.entries.length)
    if (hadClosed) room.closed = true
  }

  function admit(name: string, isGuest: boolean): MemberId {
    const id = (ids.size + 1).toString(16).padStart(2, '0').repeat(32) as MemberId
    ids.set(name, id)
    const own = inside({ id: `ee${id.slice(2)}` as RoomId, title: name, history: 'all', owned: true, place: 'personal' })
    comesIn(own, id, 0)
    own.stewards.add(id)
    ownRooms.set(id, own)
    letters.set(id, [])
    if (!isGuest) comesIn(commons, id, 0)
    return id
  }

  function add(room: Inside, entry: Omit<Stood, 'seq' | 'act' | 'redacted' | 'present' | 'stewards'>): number {
    room.entries.push({ ...entry, seq: room.entries.length, act: nextId(), redacted: false, present: new Set(room.present), stewards: new Set(room.stewards) })
    return room.entries.length - 1
  }

  function practiceOf(name: string): Practice {
    const found = practices.find((each) => each.name === name)
    assert(found !== undefined, `there is a practice ${name}`)
    return found
  }

  function mayRead(room: Inside, who: MemberId, seq: number): boolean {
    const from = room.readsFrom.get(who)
    const to = room.readsTo.get(who) ?? Number.POSITIVE_INFINITY
    return from !== undefined && (room.history === 'all' || seq >= from) && seq < to
  }

  /** What this room is to somebody who reads it from their first seq on. */
  function foldedFor(room: Inside, who: MemberId): Folded {
    const key = `${room.id} ${room.history === 'all' ? 0 : room.readsFrom.get(who)} ${room.readsTo.get(who) ?? ''}`
    const known = folds.get(key)
    const fold: Folded =
      known !== undefined && known.redactions === room.redactions
        ? known
        : { upTo: 0, redactions: room.redactions, states: new Map(practices.flatMap((each) => (each[room.place] === null ? [] : [[each.name, each[room.place]!.start]]))), refused: [] }
    for (const entry of room.entries.slice(fold.upTo)) if (!entry.redacted && mayRead(room, who, entry.seq)) stepOn(fold, room, entry)
    fold.upTo = room.entries.length
    folds.set(key, fold)
    return fold
  }

  function stepOn(fold: Folded, room: Inside, entry: Stood): void {
    const name = entry.type.slice(0, entry.type.indexOf('.'))
    const rules = practices.find((each) => each.name === name)?.[room.place] ?? null
    if (rules === null) return
    const { redacted: _redacted, present, stewards, ...seen } = entry
    const next = rules.step(fold.states.get(name), seen, { roomId: room.id, place: room.place, present, stewards, concern: concernIn(fold, room) })
    if (next.ok) fold.states.set(name, next.value)
    else fold.refused.push({ room: room.id, seq: entry.seq, author: entry.author, type: entry.type, ...next.error })
  }

  function concernIn(fold: Folded, room: Inside): ConcernRoom | null {
    const state = fold.states.get('concern') as ConcernRoom | undefined
    return room.place !== 'further' || state === undefined || state.begun === null ? null : state
  }

  function aroundFor(room: Inside, who: MemberId): Around {
    return {
      roomId: room.id,
      place: room.place,
      present: new Set(room.present),
      stewards: new Set(room.stewards),
      concern: concernIn(foldedFor(room, who), room),
    }
  }

  function roomsOf(who: MemberId): readonly Inside[] {
    return [...further.values()].filter((room) => room.present.has(who))
  }

  function ownOf(who: MemberId): Inside {
    const own = ownRooms.get(who)
    assert(own !== undefined, 'everybody has a room of their own')
    return own
  }

  function statesFor(who: MemberId, practice: string): States<unknown, unknown, unknown> {
    const at = (room: Inside): unknown => foldedFor(room, who).states.get(practice)
    const rooms = practiceOf(practice).further === null ? [] : roomsOf(who).filter((room) => !room.closed)
    const outside = practiceOf(practice).further === null ? [] : [...further.values()].filter((room) => room.putOut.has(who) && !room.present.has(who) && !room.closed)
    const commonsState = commons.present.has(who) ? at(commons) : practiceOf(practice).commons?.start
    return { personal: at(ownOf(who)), commons: commonsState, rooms: new Map(rooms.map((room) => [room.id, at(room)])), outside: new Map(outside.map((room) => [room.id, at(room)])) }
  }

  function actorFor(who: MemberId): Actor {
    const around = {
      personal: aroundFor(ownOf(who), who),
      commons: aroundFor(commons, who),
      rooms: new Map(roomsOf(who).map((room) => [room.id, aroundFor(room, who)])),
    }
    const invitations = (letters.get(who) ?? []).filter((letter) => !letter.spent).map(({ id, roomId, from, ask }) => ({ id, roomId, from, ask }))
    const waiting = (room: Inside): ReadonlySet<MemberId> => new Set([...letters].flatMap(([member, all]) => (all.some((letter) => letter.room === room.id && !letter.spent) ? [member] : [])))
    const mayComeIn = new Map(roomsOf(who).map((room) => [room.id, waiting(room)] as const))
    const leftCircle = new Set([...commons.readsFrom.keys()].filter((person) => !commons.present.has(person)))
    return { me: who, leftCircle, mayComeIn, yesNow: (yes) => yesNowFor(who, yes), today, now: millis(today * 86_400_000), commons: commons.id, around, invitations, newId: nextId }
  }

  function seenFrom(who: MemberId, { type, shape, data, gives, carries }: Written): Omit<Seen, 'place' | 'seq' | 'act'> {
    // Bytes that differ from yes to yes, as signed records do.
    const signed = (consent: VerifiedConsent): VerifiedConsent => {
      const salt = nextId()
      signers.set(salt, who)
      return { ...consent, carried: new TextEncoder().encode(salt) }
    }
    const given = (gives ?? []).map((consent) => signed(asVerified(consent, who, commons.id)))
    return { author: who, type, shape, day: today, data, consents: [...given, ...(carries ?? [])] }
  }

  function yesNowFor(who: MemberId, yes: VerifiedConsent): YesNow {
    const target = further.get(yes.target)
    if (!replaced.has(new TextDecoder().decode(yes.carried))) return 'counts'
    if (yes.target === commons.id) return 'asleep'
    if (target?.present.has(who) !== true) return 'not-known'
    return target.present.has(yes.giver) ? 'asleep' : 'counts'
  }

  function inRoom(id: RoomId): Inside {
    const room = further.get(id)
    assert(room !== undefined, 'the room was opened')
    return room
  }

  function invite(room: Inside, from: MemberId, member: MemberId, ask: string, mayReadNow: boolean): void {
    letters.get(member)?.push({ id: nextId(), roomId: room.id, from, ask, room: room.id, firstSeq: mayReadNow ? 0 : room.entries.length, spent: false })
  }

  /** Carried out as the log allows it: what it refuses changes nothing. */
  function apply(who: MemberId, write: Write): void {
    switch (write.to) {
      case 'taken-out': {
        const room = write.from === 'personal' ? ownOf(who) : write.from === 'commons' ? commons : inRoom(write.from)
        for (const seq of write.seqs) {
          const entry = room.entries[seq]
          assert(entry !== undefined && (room.place === 'personal' || entry.author === who), 'the log lets people take out their own entries only')
          room.entries[seq] = { ...entry, redacted: true }
        }
        room.redactions += 1
        return
      }
      case 'new-room': {
        const room = inside({ id: (0xd000 + ++roomsMade).toString(16).padStart(64, '0') as RoomId, title: write.title, history: write.history, owned: write.owned, place: 'further' })
        further.set(room.id, room)
        comesIn(room, who, 0)
        room.stewards.add(who)
        for (const first of write.first) add(room, { ...seenFrom(who, first), place: 'further' })
        for (const { member, ask } of write.invited) invite(room, who, member, ask, true)
        return
      }
      case 'invite': {
        const room = inRoom(write.room)
        if (room.stewards.has(who) && !room.closed) invite(room, who, write.member, write.ask, write.mayReadNow)
        return
      }
      case 'enter':
      case 'decline': {
        const letter = letters.get(who)?.find((each) => each.id === write.invitation && !each.spent)
        if (letter === undefined) return
        letter.spent = true
        const room = inRoom(letter.room)
        if (write.to === 'enter' && !room.closed) comesIn(room, who, letter.firstSeq)
        return
      }
      case 'put-out': {
        const room = inRoom(write.room)
        if (!room.stewards.has(who)) return
        for (const letter of letters.get(write.member) ?? []) if (letter.room === room.id) letter.spent = true
        if (room.present.has(write.member)) {
          room.putOut.add(write.member)
          goesOut(room, write.member)
        }
        return
      }
      case 'steward': {
        const room = inRoom(write.room)
        if (room.stewards.has(who) && !room.owned && room.present.has(write.member)) room.stewards.add(write.member)
        return
      }
      case 'leave':
        return goesOut(inRoom(write.room), who)
      case 'close': {
        const room = inRoom(write.room)
        if (room.stewards.has(who)) room.closed = true
        return
      }
      case 'mail': {
        add(ownOf(write.recipient), { ...seenFrom(who, write), place: 'mail' })
        return
      }
      case 'personal':
      case 'commons':
      case 'room': {
        const room = 'room' in write ? inRoom(write.room) : write.to === 'personal' ? ownOf(who) : commons
        if (room.present.has(who) && !room.closed) add(room, { ...seenFrom(who, { ...write, carries: (write.carries ?? []).filter((yes) => yes.target !== room.id || yesNowFor(who, yes) === 'counts') }), place: room.place })
        return
      }
    }
  }

  function person(name: string): Somebody {
    const id = ids.get(name)
    assert(id !== undefined, `${name} is known`)
    const asks = (practice: string, order: unknown) => practiceOf(practice).propose(order, statesFor(id, practice), actorFor(id))
    return {
      id,
      name,
      does(practice, order) {
        const writes = asks(practice, order)
        if (!writes.ok) return writes.error
        for (const write of writes.value) apply(id, write)
        return null
      },
      wouldWrite(practice, order) {
        const writes = asks(practice, order)
        return writes.ok ? writes.value : []
      },
      writesPastTheApp(to, type, data, more = {}) {
        const seen = { author: id, type, shape: more.shape ?? 1, day: more.day ?? today, data, consents: more.consents ?? [] }
        if (to === 'personal') return add(ownOf(id), { ...seen, place: 'personal' })
        if (to === 'commons') return add(commons, { ...seen, place: 'commons' })
        if ('mailTo' in to) return add(ownOf(to.mailTo), { ...seen, place: 'mail' })
        const room = inRoom(to.room)
        assert(room.present.has(id) && !room.closed, 'the log takes entries from those inside')
        return add(room, { ...seen, place: 'further' })
      },
      changes: (write) => apply(id, write),
      opensTheApp(settings = kept) {
        const done: Write[] = []
        for (let turn = 0; turn < 20; turn += 1) {
          const due = practices.flatMap((practice) => practice.tidy(statesFor(id, practice.name), actorFor(id), settings))
          if (due.length === 0) return done
          for (const write of due) apply(id, write)
          done.push(...due)
        }
        throw new Error(`the app of ${name} comes to rest: ${JSON.stringify(done.at(-1))}`)
      },
      states: (practice) => statesFor(id, practice),
      concern: (room) => aroundFor(inRoom(room), id).concern,
      rooms: () => roomsOf(id).map((room) => room.id),
      invitations: () => actorFor(id).invitations,
      yesNow: (yes) => yesNowFor(id, yes),
      refused: () => [ownOf(id), commons, ...roomsOf(id)].flatMap((room) => foldedFor(room, id).refused),
      canOpen: () => [ownOf(id), commons, ...further.values()].flatMap((room) => room.entries.filter((entry) => !entry.redacted && mayRead(room, id, entry.seq))),
    }
  }

  for (const name of names) admit(name, false)
  const founder = ids.get(names[0] ?? '')
  if (founder !== undefined) commons.stewards.add(founder)

  return {
    commonsId: commons.id,
    people: () => [...ids].filter(([, id]) => commons.readsFrom.has(id)).map(([name, id]) => ({ id, name, present: commons.present.has(id) })),
    today: () => today,
    daysPass(days) {
      today = (today + days) as Day
    },
    someone: person,
    guestEnters(name, room, mayReadNow = false) {
      const id = ids.get(name) ?? admit(name, true)
      const entered = inRoom(room)
      comesIn(entered, id, mayReadNow ? 0 : entered.entries.length)
      return person(name)
    },
    hasNewKeys(name) {
      const { id } = person(name)
      for (const [salt, giver] of signers) if (giver === id) replaced.add(salt)
    },
    isRemoved(name) {
      const id = ids.get(name)
      assert(id !== undefined, `${name} is known`)
      goesOut(commons, id)
    },
    room: inRoom,
    rooms: () => [...further.values()],
    everybodyOpensTheApp() {
      for (let turn = 0; turn < 20; turn += 1) {
        const done = [...ids.keys()].flatMap((name) => person(name).opensTheApp())
        if (done.length === 0) return
      }
      throw new Error('the apps come to rest')
    },
  }
}
