/** What the buttons of a concern do. */
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { RoomId } from '../../log/types.ts'
import { peopleWith, type Door } from '../concern-room.ts'
import type { Actor } from '../practice.ts'
import {
  addWords,
  answerAsk,
  fitsNote,
  offerTheirRoom,
  openHoldersRoom,
  openJointRoom,
  openSideRoom,
  openTheirRoom,
  raiseConcern,
  takeBackConcern,
  type ConcernDraft,
  type Drafts,
  type Here,
} from './asking.ts'
import { mayStandBeside } from './both-sides.ts'
import { carryOver, knowThemAgain } from './carrying-over.ts'
import { doorsText, mayBeOpened } from './doors.ts'
import {
  answerMove,
  answerWords,
  askForMove,
  askRecognised,
  endMoved,
  moveOwn,
  moveWords,
  takeMovedBack,
  takeWordsBack,
  takeYesBackOrder,
} from './moving.ts'
import { endsMyPart, leaveRoom, tellsMyTie } from './holding-ends.ts'
import { sayOnLeaving } from './on-leaving.ts'
import type { Order, OrderOf } from './orders.ts'
import { agreePart, inviteOne, personYes, ruleSomebodyOut, sayImReady, takeOnesPart } from './people.ts'
import { bothSides, nothingThere, strangerInside, tooLong, twoHoldersOpen } from './refusals.ts'
import { holds, plus } from './rooms.ts'
import { askPlainClosing, askPublicLine, showClosing, showPage, showPublicLine } from './showing.ts'
import { days } from './shapes.ts'
import { childRooms, roomOf } from './concerns.ts'
import type { ConcernState, ConcernStates } from './state.ts'

export function propose(order: Order, states: ConcernStates, actor: Actor): Drafts {
  const here: Here = { states, actor }
  const drafts = drafted(order, here)
  if (!drafts.ok) return drafts
  return drafts.value.some((draft) => goesBeforeStrangers(draft, here)) ? err(strangerInside) : drafts
}

/** In a room nobody owns, whoever is in without two holders' word has no part: while they are there nobody's words are written. */
function goesBeforeStrangers(draft: ConcernDraft, { states, actor }: Here): boolean {
  if (draft.to !== 'room') return false
  const words = ['concern.moved', 'concern.move-asked', 'concern.sorted', 'concern.planned', 'concern.good-ending'].includes(draft.type)
  const state = states.rooms.get(draft.room)
  const around = actor.around.rooms.get(draft.room)
  const unowned = state?.begun?.code === 'HO' || state?.begun?.code === 'JO'
  return words && unowned && around !== undefined && [...around.present].some((person) => !state.parts.has(person))
}

function drafted(order: Order, here: Here): Drafts {
  const { states, actor } = here
  switch (order.kind) {
    case 'keep-note': {
      if (!fitsNote(order.answers)) return err(tooLong)
      const earlier = states.personal.notes.find((each) => each.id === order.note)
      const body = { id: order.note ?? actor.newId(), firstDay: earlier?.firstDay ?? actor.today, answers: order.answers }
      return ok([{ to: 'personal', type: 'concern.noted', body }])
    }
    case 'drop-note': {
      const note = states.personal.notes.find((each) => each.id === order.note)
      return note === undefined ? err(nothingThere) : ok([{ to: 'taken-out', from: 'personal', seqs: [note.seq] }])
    }
    case 'check-myself':
      return mine('concern.own-check', order)
    case 'answer-payback':
      return mine('concern.payback', order)
    case 'write-circle-sheet':
      return mine('concern.circle-sheet', order)
    case 'link-room':
      return linkRoom(order, here)
    case 'raise':
      return raiseConcern(order, here)
    case 'add-words':
      return addWords(order, here)
    case 'take-back':
      return takeBackConcern(order.room, here)
    case 'answer-ask':
      return answerAsk(order, here)
    case 'say-ready':
      return sayImReady(order, here)
    case 'open-room':
      return openSideRoom(order, here)
    case 'open-holders-room':
      return openHoldersRoom(order, here)
    case 'open-joint-room':
      return openJointRoom(order, here)
    case 'offer-their-room':
      return offerTheirRoom(order, here)
    case 'open-their-room':
      return openTheirRoom(order, here)
    case 'invite':
      return inviteOne(order, here)
    case 'agree-part':
      return agreePart(order, here)
    case 'agree-person': {
      const state = states.rooms.get(order.room)
      if (state === undefined) return err(nothingThere)
      const { room, person, what } = order
      return ok([{ to: 'room', room, type: 'concern.person-agreed', body: { person, what }, gives: [personYes(state, what, person, room, actor.today)] }])
    }
    case 'take-part':
      return takeOnesPart(order, here)
    case 'rule-out':
      return ruleSomebodyOut(order, here)
    case 'leave':
      return leaveRoom(order.room, here)
    case 'came-back':
      return written(order.room, { type: 'concern.came-back', body: { was: order.was } })
    case 'not-so':
      return written(order.room, { type: 'concern.new-keys', body: { person: actor.me } })
    case 'know-again':
      return knowThemAgain(order, here)
    case 'take-carried-out':
      return written(order.room, { type: 'concern.carried-out', body: { seqs: order.seqs } })
    case 'carry-over':
      return carryOver(order, here)
    case 'kind-safer':
    case 'ask-kind':
    case 'agree-kind':
      return kindMove(order, here)
    case 'sort': {
      const { kind: _kind, room, lean, ...rest } = order
      return ok([
        { to: 'room', room, type: 'concern.sorted', body: { ...rest, kind: lean } },
        { to: 'room', room, type: 'concern.look-set', body: { lookDay: order.lookDay } },
      ])
    }
    case 'agree-doors':
      return agreeToDoors(order, here)
    case 'open-doors':
      return openTheDoors(order, here)
    case 'tell-tie':
      return ok(tellsMyTie(here, order.room, order.tie))
    case 'tell-duty':
      return written(order.room, { type: 'concern.duty-told', body: { dutyToTell: order.dutyToTell } })
    case 'step-back':
      return ok(endsMyPart(here, order.room, order.handOver))
    case 'received':
      return written(order.room, { type: 'concern.received', body: {} })
    case 'plan':
      return written(order.room, { type: 'concern.planned', body: { words: order.words, nextDay: order.nextDay } })
    case 'stop':
      return written(order.room, { type: 'concern.stopped', body: { on: order.on } })
    case 'minor':
      return ok(
        [order.room, ...saidToo(order.room, order.on, here)].map((room): ConcernDraft => ({ to: 'room', room, type: 'concern.minor', body: { on: order.on } })),
      )
    case 'close':
      return written(order.room, { type: 'concern.closed', body: { how: order.how } })
    case 'on-leaving':
      return sayOnLeaving(order, here)
    case 'not-afraid':
      return written(order.room, { type: 'concern.not-afraid', body: { on: order.on } })
    case 'look':
      return written(order.room, { type: 'concern.look-set', body: { lookDay: order.lookDay } })
    case 'ask-door':
      return written(order.room, { type: 'concern.asks', body: { door: order.door, on: order.on } })
    case 'name-help':
      return written(order.room, { type: 'concern.help-named', body: { who: order.who } })
    case 'lock':
      return written(order.room, { type: 'concern.lock', body: { lock: order.lock, open: order.open, scope: order.scope } })
    case 'shut-doors':
      return written(order.room, { type: 'concern.doors-shut', body: { doors: order.doors } })
    case 'wish':
      return wishFor(order, here)
    case 'good-ending':
      return written(order.room, { type: 'concern.good-ending', body: { words: order.words } })
    case 'call-me':
      return written(order.room, { type: 'concern.called', body: { word: order.word } })
    case 'support':
      return written(order.room, { type: 'concern.support', body: { line: order.line } })
    case 'ask-move':
      return askForMove(order, here)
    case 'answer-move':
      return answerMove(order, here)
    case 'ask-recognised':
      return askRecognised(order, here)
    case 'answer-words':
      return answerWords(order, here)
    case 'take-back-yes':
      return takeYesBackOrder(order, here)
    case 'take-back-words':
      return takeWordsBack(order, here)
    case 'move':
      return moveWords(order, here)
    case 'move-own':
      return moveOwn(order, here)
    case 'take-back-moved':
      return takeMovedBack(order, here)
    case 'end-moved':
      return endMoved(order)
    case 'ask-public-line':
      return askPublicLine(order, here)
    case 'show-public-line':
      return showPublicLine(order, here)
    case 'show-page':
      return showPage(order, here)
    case 'ask-plain-closing':
      return askPlainClosing(order, here)
    case 'show-closing':
      return showClosing(order, here)
    case 'take-circle-part':
      return ok([{ to: 'mail', recipient: order.to, type: 'concern.circle-part', body: { page: order.page, can: order.can } }])
  }
}

/** A room I opened; once it goes with a concern nobody stands in it who is of another side of that, or holds it. */
function linkRoom({ room, ref }: OrderOf<'link-room'>, { states, actor }: Here): Drafts {
  const state = states.rooms.get(room)
  if (state === undefined || state.begun === null || state.begun.concern !== null || state.begun.by !== actor.me) return err(nothingThere)
  const { code } = state.begun
  if (!peopleWith(state, 'supporter').every((person) => mayStandBeside(states, ref, { owner: actor.me, code, person }))) return err(bothSides)
  return ok([{ to: 'personal', type: 'concern.linked', body: { tag: state.tag, ref, code } }])
}

/** *Ask me later* is between her and her own room: holders read no more than that she does not want to know. */
function wishFor({ room, hears, letter }: OrderOf<'wish'>, { states, actor }: Here): Drafts {
  const state = states.rooms.get(room)
  const ref = state?.begun?.concern ?? null
  if (state === undefined || ref === null) return err(nothingThere)
  const putOff = states.personal.askAgain.find((each) => each.ref === ref)
  const wished = { hears, letter: letter === 'ask-later' ? ('no' as const) : letter }
  const same = state.hears === wished.hears && state.letterWish === wished.letter
  const again = (day: Day | null): ConcernDraft => ({ to: 'personal', type: 'concern.ask-again', body: { ref, day } })
  const later = letter === 'ask-later' && (putOff === undefined || actor.today >= putOff.day) ? [again(plus(actor.today, days.askAgain))] : []
  return ok([
    ...(same ? [] : [{ to: 'room', room, type: 'concern.wished', body: wished } as const]),
    ...later,
    ...(letter !== 'ask-later' && putOff !== undefined ? [again(null)] : []),
  ])
}

/** Each side's room and the holders' say the same of a child being part of it: whoever is in more than one says it in each. */
function saidToo(room: RoomId, on: boolean, { states, actor }: Here): readonly RoomId[] {
  const ref = states.rooms.get(room)?.begun?.concern ?? null
  const all = ref === null ? [] : childRooms(states, ref)
  if (!all.some((each) => each.room === room)) return []
  const may = (state: ConcernState): boolean => (on ? state.parts.has(actor.me) : holds(state, actor.me, actor.today))
  return all.filter((each) => each.room !== room && may(each.state)).map((each) => each.room)
}

type ToRoom = Extract<ConcernDraft, { readonly to: 'room' }>
type WithoutPlace<Each> = Each extends ToRoom ? Omit<Each, 'to' | 'room'> : never

function written(room: RoomId, draft: WithoutPlace<ToRoom>): Drafts {
  // What was taken out of each member of the union is put back here.
  return ok([{ to: 'room', room, ...draft } as ConcernDraft])
}

function mine(type: 'concern.own-check' | 'concern.payback' | 'concern.circle-sheet', order: Order): Drafts {
  const { kind: _kind, ...body } = order
  // Orders of these three hold exactly what their entries do.
  return ok([{ to: 'personal', type, body } as ConcernDraft])
}

function kindMove(order: OrderOf<'kind-safer'> | OrderOf<'ask-kind'> | OrderOf<'agree-kind'>, { states, actor }: Here): Drafts {
  const { room, power } = order
  const state = states.rooms.get(room)
  if (state === undefined) return err(nothingThere)
  switch (order.kind) {
    case 'kind-safer':
      return written(room, { type: 'concern.kind-safer', body: { from: state.kind, to: order.to, power } })
    case 'ask-kind':
      return written(room, { type: 'concern.kind-asked', body: { id: actor.newId(), from: state.kind, to: order.to, power } })
    case 'agree-kind':
      return written(room, { type: 'concern.kind-agreed', body: { id: order.id, from: state.kind, power } })
  }
}

function agreeToDoors(order: OrderOf<'agree-doors'>, { states, actor }: Here): Drafts {
  const { room, target, doors } = order
  const state = states.rooms.get(room)
  if (state === undefined) return err(nothingThere)
  if (!mayBeOpened(doors, state, states)) return err(twoHoldersOpen)
  const yes = {
    text: doorsText(target, doors),
    target,
    purpose: 'doors',
    untilDay: plus(actor.today, days.ask),
    readers: [],
    mayPassOn: true,
    nameMayStand: true,
    recognised: [],
  }
  return ok([{ to: 'room', room, type: 'concern.doors-agreed', body: { room: target, doors }, gives: [yes] }])
}

/** Nobody else who holds is in that room: the others read in the holders' room that a word of theirs is asked, by my own yes there. */
function askedOfOthers(room: RoomId, doors: readonly Door[], here: Here): readonly ConcernDraft[] {
  const { states, actor } = here
  const state = states.rooms.get(room)
  const ref = state?.begun?.concern ?? null
  const holders = ref === null || state?.begun?.code === 'HO' ? null : roomOf(states, ref, 'HO')
  const present = actor.around.rooms.get(room)?.present ?? new Set()
  if (holders === null || !holds(holders.state, actor.me, actor.today)) return []
  if ([...holders.state.parts.keys()].some((person) => person !== actor.me && present.has(person) && holds(holders.state, person, actor.today))) return []
  const text = doorsText(room, doors)
  if (holders.state.doorYeses.some((yes) => yes.giver === actor.me && yes.consent.text === text && actor.today <= yes.consent.untilDay)) return []
  const asked = agreeToDoors({ kind: 'agree-doors', room: holders.room, target: room, doors: [...doors] }, here)
  return asked.ok ? asked.value : []
}

function openTheDoors(order: OrderOf<'open-doors'>, { states, actor }: Here): Drafts {
  const { room, doors } = order
  const state = states.rooms.get(room)
  if (state === undefined) return err(nothingThere)
  if (!mayBeOpened(doors, state, states)) return err(twoHoldersOpen)
  const text = doorsText(room, doors)
  const yeses = [...states.rooms.values()]
    .flatMap((each) => each.doorYeses)
    .filter((yes) => yes.giver !== actor.me && yes.consent.text === text && actor.today <= yes.consent.untilDay && state.parts.get(yes.giver)?.part === 'holder')
    .map((yes) => yes.consent)
  // The newest of each: older ones may have opened these doors before they were shut.
  const carries = [...new Map(yeses.map((yes) => [yes.giver, yes])).values()]
  const opened: ConcernDraft = { to: 'room', room, type: 'concern.doors-opened', body: { doors }, ...(carries.length === 0 ? {} : { carries }) }
  return ok(carries.length === 0 ? [opened, ...askedOfOthers(room, doors, { states, actor })] : [opened])
}
