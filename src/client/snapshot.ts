/** What the app can show: an immutable picture of the session, made anew when something changed. */
import { dayOf, millis, wallTime, type Day, type Millis } from '../base/clock.ts'
import { behindIt, type BehindIt } from '../circle/bind.ts'
import { keyWords, mistakable, shownName } from '../circle/names.ts'
import { roomWords as wordsOfHead } from '../circle/room-words.ts'
import { verdictOfYes, openProposals } from '../log/proposals.ts'
import { openInvitations } from '../log/state.ts'
import type { Member, MemberId, RoomId } from '../log/types.ts'
import type { RoomSeen } from '../practices/practice.ts'
import type { Circle, FurtherRoom, KnockSeen, OpenInvitation, OutboxItem, Person, ProposalSeen, Settings, Snapshot } from './api.ts'
import { linkOf } from './circle-actions.ts'
import type { Core } from './core.ts'
import { statesOf } from './deliver.ts'
import { concernOf, personOf } from './fold.ts'
import { roomInvitations } from './further-rooms.ts'
import type { Item } from './outbox.ts'
import { myMemberId, type Room } from './room.ts'
import { meIn } from './folding.ts'
import { hasOthers } from './news.ts'
import { troublesOf } from './troubles.ts'

export const defaultSettings: Settings = {
  language: 'en',
  theme: 'system',
  leaveTo: 'weather',
  lockWhenLeft: false,
  lockAfterMinutes: 15,
  checkInLog: true,
  thanksHints: true,
}

/** Things that take crypto and are shown when they are ready; each is asked for once. */
export interface Slow {
  /** Six words of the commons' head. */
  roomWords: { readonly of: string; readonly words: readonly string[] } | null
  roomWordsAsked: string | null
  /** Who is behind each pseudonym of the further rooms, by room and key; asked again when the commons changed. */
  readonly behind: Map<string, BehindIt>
  readonly asked: Set<string>
}

export function newSlow(): Slow {
  return { roomWords: null, roomWordsAsked: null, behind: new Map(), asked: new Set() }
}

export function takeSnapshot(core: Core, slow: Slow, covered: boolean): Snapshot {
  const personal = core.folds.get(core.personal.id)!.personal
  const me = meIn(core, core.commons ?? core.personal)
  const circleRoom = core.commons ?? [...core.further.values()][0] ?? core.personal
  const people = peopleOf(core, circleRoom)
  return {
    connection: core.connection,
    me: { id: me, name: people.find(({ id }) => id === myMemberId(circleRoom))?.name ?? '', keep: core.keep, covered },
    circle: circleOf(core, circleRoom, people),
    outbox: waitingActs(core.outbox.items()).map((item) => outboxItem(core, item, people)),
    words: core.hasUnseenWords ? 'not-made' : personal.words,
    furtherRooms: [...core.further.values()].filter((room) => room !== circleRoom).map((room) => furtherRoom(core, room, slow, people)),
    rooms: new Map([...core.further.values()].map((room) => [room.id, roomSeen(core, room, people)] as const)),
    troubles: troublesOf(core, circleRoom),
    roomInvitations: roomInvitations(core).map(({ id, roomId, from, ask }) => ({ id, roomId, from, ask })),
    guests: guestsOf(core, circleRoom),
    settings: { ...defaultSettings, ...personal.settings },
    muted: [...personal.muted],
    refused: [...core.folds.values()].flatMap((fold) => fold.refused),
    lastNews: core.lastNews === null || !hasOthers(core) ? null : millis(core.lastNews),
    lastHeard: core.lastHeard === null ? null : (millis(core.lastHeard) satisfies Millis),
    today: dayOf(wallTime(core.order.clock)),
    get roomWords() {
      return wordsOfRoom(core, circleRoom, slow)
    },
    practices: Object.fromEntries(core.order.practices.map(({ name }) => [name, statesOf(core, name)])),
  }
}

function guestsOf(core: Core, circleRoom: Room): Snapshot['guests'] {
  const rooms = [...core.further.values()].filter((room) => room !== circleRoom)
  const knocks = rooms.flatMap((room) => knocksAt(core, room).map((knock) => ({ ...knock, roomId: room.id })))
  const links = rooms.flatMap((room) =>
    room.state === null ? [] : invitationsOf(core, room).flatMap(({ mine, link }) => (mine && link !== null ? [{ roomId: room.id, link }] : [])),
  )
  return { knocks, links }
}

/** Another steward may have let them in. */
function knocksAt(core: Core, room: Room): readonly KnockSeen[] {
  return [...core.knocks.values()]
    .filter((held) => held.room === room.id && room.state?.everyKey.has(held.read.rk) !== true)
    .map((held): KnockSeen => ({ id: held.read.rk, name: shownName(held.read.name), words: held.words }))
}

function wordsOfRoom(core: Core, room: Room, slow: Slow): readonly string[] | null {
  const head = room.state?.head.link
  if (head === undefined) return null
  if (slow.roomWords?.of === head) return slow.roomWords.words
  if (slow.roomWordsAsked !== head) {
    slow.roomWordsAsked = head
    void wordsOfHead(head, room.id).then((words) => {
      slow.roomWords = { of: head, words }
      core.changed()
    })
  }
  return null
}

function circleOf(core: Core, room: Room, people: readonly Person[]): Circle {
  const { state } = room
  const view = core.folds.get(room.id)!.view
  const me = myMemberId(room)
  const genesis = room.entries[0]?.body
  return {
    roomId: room.id,
    name: shownOrEmpty(view.purpose),
    host: room.reference.host,
    people,
    myRole: (me === null ? undefined : state?.members.get(me)?.role) ?? 'member',
    invitations: state === null ? [] : invitationsOf(core, room),
    knocks: knocksAt(core, room),
    proposals: proposalsOf(core, room),
    verdict: room.verdict,
    founded: (genesis?.kind === 'open' ? dayOf(millis(genesis.plaintext.claimedTime)) : 0) as Day,
    closed: state?.closed ?? false,
  }
}

function shownOrEmpty(text: string): string {
  return text === '' ? '' : shownName(text)
}

function peopleOf(core: Core, room: Room): readonly Person[] {
  const { state } = room
  if (state === null) return []
  const view = core.folds.get(room.id)!.view
  const former = [...state.former.values()].filter(({ id }) => !state.members.has(id)).map(({ id }) => id)
  const ids: readonly MemberId[] = [...state.members.keys(), ...former]
  // A guest, whose only room this is, knows the others by the roll.
  const introduced = room.place === 'further' ? new Map([...view.known].map(([rk, { name }]) => [state.everyKey.get(rk), name] as const)) : null
  const named = ids.map((id) => ({ id, name: view.names.get(id) ?? introduced?.get(id) ?? '' }))
  // Asked of the names as they were written: on the screen hidden signs are already boxes.
  const unclear = mistakable(named.filter(({ name }) => name !== ''))
  for (const id of unclear) askKeyWords(core, id, room.id)
  const days = newestDays(room)
  return named.map(({ id, name }): Person => {
    const about = view.about.get(id)
    return {
      id,
      name: shownName(name),
      keyWords: unclear.has(id) ? (core.keyWords.get(id) ?? []) : null,
      role: state.members.get(id)?.role ?? 'member',
      present: state.members.has(id),
      languages: about?.languages ?? '',
      brings: about?.brings ?? '',
      newestEntryDay: days.get(id) ?? null,
    }
  })
}

function askKeyWords(core: Core, id: MemberId, room: RoomId): void {
  if (core.keyWords.has(id)) return
  core.keyWords.set(id, [])
  void keyWords(id, room).then((words) => {
    core.keyWords.set(id, words)
    core.changed()
  })
}

// Looked through once for each change: a long room is not read for every picture.
const daysOf = new WeakMap<Room, { readonly changed: number; readonly days: ReadonlyMap<MemberId, Day> }>()

function newestDays(room: Room): ReadonlyMap<MemberId, Day> {
  const known = daysOf.get(room)
  if (known?.changed === room.changed) return known.days
  const days = new Map<MemberId, Day>()
  for (const held of room.entries) if (held.body.kind === 'open') days.set(held.by, dayOf(millis(held.body.plaintext.claimedTime)))
  daysOf.set(room, { changed: room.changed, days })
  return days
}

function invitationsOf(core: Core, room: Room): readonly OpenInvitation[] {
  const view = core.folds.get(room.id)!.view
  const mine = core.folds.get(core.personal.id)!.personal.invitations
  return openInvitations(room.state!).flatMap((invitation): OpenInvitation[] => {
    const said = view.invitations.get(invitation.ik)
    if (invitation.kind !== 'link') return []
    const kept = mine.get(invitation.ik)
    return [
      {
        ik: invitation.ik,
        note: said?.kind === 'link' ? said.note : '',
        usesLeft: invitation.uses - invitation.used,
        expiryDay: invitation.expiryDay as Day,
        mine: invitation.maker === myMemberId(room),
        link: kept === undefined ? null : linkOf(core, room, { secret: kept.secret, head16: kept.head16, guest: said?.kind === 'link' && said.guest }),
      },
    ]
  })
}

function proposalsOf(core: Core, room: Room): readonly ProposalSeen[] {
  const { state } = room
  const me = myMemberId(room)
  if (state === null) return []
  const reasons = core.folds.get(room.id)!.view.reasons
  return openProposals(state).map((proposal): ProposalSeen => {
    const verdict = me === null ? 'not-possible' : verdictOfYes(state, proposal.link, me)
    return {
      link: proposal.link,
      by: proposal.author,
      act: proposal.act,
      member: proposal.member,
      successor: proposal.successor,
      reason: reasons.get(proposal.link) ?? null,
      confirmedBy: [...proposal.confirmedBy],
      mayConfirm: verdict === 'completes' || verdict === 'counts',
      mayWithdraw: me !== null && (proposal.author === me || proposal.confirmedBy.has(me)),
    }
  })
}

function furtherRoom(core: Core, room: Room, slow: Slow, people: readonly Person[]): FurtherRoom {
  const { state } = room
  const view = core.folds.get(room.id)!.view
  const nameOf = (id: MemberId): string => people.find((person) => person.id === id)?.name ?? ''
  const shown = (member: Member): FurtherRoom['people'][number] => {
    const known = view.known.get(member.rk)
    const behind = behindNow(core, room, member, slow)
    if (known !== undefined && known.bind === null) return { id: member.id, name: shownName(view.names.get(member.id) ?? known.name ?? ''), proven: 'guest' }
    if (behind === null || behind.kind === 'not-proven' || behind.kind === 'guest') return { id: member.id, name: '', proven: 'not-proven' }
    return { id: member.id, name: nameOf(behind.member), proven: behind.kind }
  }
  return {
    roomId: room.id,
    purpose: shownOrEmpty(view.purpose),
    people: state === null ? [] : [...state.members.values()].map(shown),
    owned: state?.policy.owned ?? false,
    mine: state?.policy.owned === true && state.founder === myMemberId(room),
  }
}

/** Somebody who was let in again is one person. Who is neither proven nor a guest has no name. */
function roomSeen(core: Core, room: Room, circle: readonly Person[]): RoomSeen {
  const fold = core.folds.get(room.id)!
  const { state } = room
  const people = new Map<MemberId, RoomSeen['people'][number]>()
  for (const [id, person] of fold.persons) {
    const isHere = state?.members.has(id) === true
    const rk = state?.members.get(id)?.rk ?? [...(state?.former.values() ?? [])].find((former) => former.id === id)?.rk
    const known = rk === undefined ? undefined : fold.view.known.get(rk)
    // To a guest everybody is introduced by the roll.
    const asGuest = known?.bind === null || core.commons === null ? shownOrEmpty(fold.view.names.get(id) ?? known?.name ?? '') : ''
    const name = asGuest === '' ? (circle.find((one) => one.id === person)?.name ?? '') : asGuest
    people.set(person, { id: person, name, present: isHere || people.get(person)?.present === true })
  }
  const owner = state?.policy.owned === true ? personOf(fold, state.founder) : null
  const mustGo = room.intruder === null ? {} : { mustGo: personOf(fold, room.intruder) }
  return { people: [...people.values()], owner, closed: state?.closed ?? false, ...mustGo, concern: concernOf(fold) }
}

function behindNow(core: Core, room: Room, member: Member, slow: Slow): BehindIt | null {
  const bind = core.folds.get(room.id)!.view.known.get(member.rk)?.bind ?? null
  const membership = core.commons?.state?.generation.seq ?? 0
  const key = `${room.id} ${member.rk} ${membership} ${core.commons?.state?.members.size ?? 0} ${bind === null}`
  if (!slow.asked.has(key)) {
    slow.asked.add(key)
    void behindIt(bind, { roomId: room.id, rk: member.rk, kem: member.kem }, core.commons?.state ?? null).then((verdict) => {
      slow.behind.set(key, verdict)
      core.changed()
    })
  }
  return slow.behind.get(key) ?? null
}

/** An act may be several items, which are sent in their order: what is left of it is shown by the first. */
function waitingActs(items: readonly Item[]): readonly Item[] {
  return items.filter((item, at) => item.titleKey !== '' && items.findIndex((one) => one.group === item.group) === at)
}

function outboxItem(core: Core, item: Item, people: readonly Person[]): OutboxItem {
  const fold = 'room' in item.order ? core.folds.get(item.order.room) : undefined
  const nameOf = (id: MemberId): string => people.find((person) => person.id === (fold === undefined ? id : personOf(fold, id)))?.name ?? ''
  const joined = item.state.kind === 'asks-readers' ? item.state.joined.map(nameOf) : []
  return {
    actId: item.act,
    titleKey: item.titleKey,
    state: item.state.kind === 'waiting' ? 'waits-for-connection' : item.state.kind,
    joined,
    text: textOf(item),
  }
}

/** The words somebody wrote, whatever the practice: its texts in order, without ids. */
export function textOf(item: Item): string {
  const texts: string[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value !== '' && !/^[0-9a-f]{32,64}$/.test(value)) texts.push(value)
    } else if (Array.isArray(value)) value.forEach(look)
    else if (value !== null && typeof value === 'object' && !(value instanceof Uint8Array)) Object.values(value).forEach(look)
  }
  const { order } = item
  if (order.to === 'entry' || order.to === 'mail') look(order.data)
  else if (order.to === 'new-room') for (const { data } of order.first) look(data)
  return texts.join('\n')
}
