import { dayInWords } from '../../../texts/words.ts'
import type { Day } from '../../../base/clock.ts'
import type { Waiting } from '../../practice.ts'
import { numbered } from '../rooms.ts'
import { days } from '../shapes.ts'
import { asleepFor } from '../asleep.ts'
import { concernsOf, type ConcernSeen } from '../concerns.ts'
import { askedAgain, paybackDue } from '../own-state.ts'
import { isHolding, isLate, missingYes, moveAsksFor, nobodyHolds, noticeOfTidy, tidyDay } from '../state.ts'
import { isKnownAgain } from '../came-back.ts'
import { roomsBefore } from '../carrying-over.ts'
import { lettersForMe } from './letters.ts'
import { isVouched, needsVouching } from './move/said.ts'
import { nameOfRoom, whoIs } from './names.ts'
import { secondWords } from './second-word.ts'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

const { t } = screens

type Room = ConcernSeen['rooms'][number]

/** A holder is told two weeks before their part ends. */
const termNotice = 14

/** All of it, for the list on Today: neutral words, and no story. */
export function waits(view: ConcernView): readonly Waiting[] {
  const { asks, words } = lettersForMe(view)
  const letters = [
    ...asks.map((letter) => ({
      key: `ask/${letter.ref}`,
      title: t(`concern.wait.${letter.as}`),
      hint: t('concern.wait.from', { name: whoIs(view, letter.from), day: answerBy(letter.day) }),
      href: `#concern/answer/${letter.from}/${letter.ref}`,
    })),
    ...words.map((asked) => ({ key: `words/${asked.id}`, title: t('concern.wait.yes'), hint: t('concern.wait.yesHint', { day: answerBy(asked.day) }), href: `#concern/words/${asked.from}/${asked.id}` })),
  ]
  const concerns = concernsOf(view.states, view.me)
  return [...letters, ...concerns.flatMap((concern) => waitsIn(view, concern)), ...payback(view)]
}

/** The last day on which an answer counts. */
export function answerBy(asked: Day): string {
  return dayInWords((asked + days.ask) as Day)
}

/** Also for a concern that is over, and of which I read nothing any more. */
function payback({ states, today }: ConcernView): readonly (Waiting & { readonly ref: string })[] {
  return paybackDue(states.personal, today).map(({ ref, week }) => ({
    ref,
    key: `payback/${ref}/${week}`,
    title: t('concern.wait.payback'),
    hint: t('concern.wait.paybackHint'),
    href: `#concern/payback/${ref}`,
  }))
}

/** Whether she wants to know of a letter, once the day has come on which she wanted to be asked again. */
function again({ states, today }: ConcernView, { ref, mine, rooms }: ConcernSeen): readonly Waiting[] {
  const isAsked = mine === 'hurt' && askedAgain(states.personal, today).includes(ref) && rooms.every(({ code, state }) => code !== 'HH' || (state.stopped === null && state.closed === null))
  return isAsked ? [{ key: `again/${ref}`, title: t('concern.wait.again'), hint: t('concern.wait.againHint'), href: `#concern/at/${ref}/hear` }] : []
}

/** Thirty days before its rooms close: one keeps one's own words. */
function goesSoon({ rooms: seen, today }: ConcernView, { ref, rooms }: ConcernSeen): readonly Waiting[] {
  const going = rooms.filter(({ room, code, state }) => numbered.includes(code) && seen.get(room)?.closed === false && noticeOfTidy(state, today))
  const first = going.flatMap(({ state }) => tidyDay(state) ?? []).toSorted((a, b) => a - b)[0]
  return first === undefined ? [] : [{ key: `goes/${ref}`, title: t('concern.wait.goes'), hint: t('concern.wait.goesHint', { day: dayInWords(first) }), href: `#concern/at/${ref}` }]
}

/** What this practice has waiting for me in one concern. */
function waitsIn(view: ConcernView, concern: ConcernSeen): readonly Waiting[] {
  const inRooms = concern.rooms.flatMap((room) => (view.rooms.get(room.room)?.closed === true || room.state.closed !== null ? [] : waitsInRoom(view, concern, room)))
  return [...again(view, concern), ...goesSoon(view, concern), ...inRooms]
}

/** All that waits for me in one concern: what Today says of it, and what is offered in its rooms. */
export function allThatWaits(view: ConcernView, concern: ConcernSeen): readonly Waiting[] {
  const rooms = new Set<string>(concern.rooms.map(({ room }) => room))
  const cards = view.cards.filter((card) => rooms.has(card.room))
  const listed = view.waiting.filter(({ room }) => room !== undefined && rooms.has(room))
  const offered = cards
    .filter((card) => card.state === 'offered' && card.whose === view.me && !listed.some(({ href }) => href === card.href))
    .map((card) => ({ key: `${card.practice}/${card.id}`, title: card.title, hint: card.word ?? t('concern.state.offered'), href: card.href }))
  return [...waitsIn(view, concern), ...listed, ...offered, ...payback(view).filter(({ ref }) => ref === concern.ref)]
}

function waitsInRoom(view: ConcernView, concern: ConcernSeen, at: Room): readonly Waiting[] {
  const { room, state, code } = at
  const me = view.me
  const held = state.parts.get(me)
  const holding = held !== undefined && isHolding(held, view.today)
  const toRoom = `#concern/room/${room}`
  const present = new Set((view.rooms.get(room)?.people ?? []).filter((person) => person.present).map((person) => person.id))
  const owner = view.rooms.get(room)?.owner === me
  const found: Waiting[] = moveAsksFor(state, me, view.today).map((ask) => ({
    key: `yes/${ask.id}`,
    title: t('concern.wait.yes'),
    hint: t('concern.wait.yesHint', { day: answerBy(ask.askedDay) }),
    href: `#concern/yes/${room}/${ask.id}`,
  }))
  for (const ask of state.moveAsks.filter((each) => asleepFor(state, each, view).includes(me)))
    found.push({ key: `again/${ask.id}`, title: t('concern.wait.saidAgain'), hint: t('concern.wait.saidAgainHint', { day: dayInWords(ask.untilDay) }), href: `#concern/yes/${room}/${ask.id}` })
  // A holder is in several rooms of one concern: which one it is stands in front.
  const add = (key: string, title: string, hint: string, href: string): void =>
    void found.push({ key: `${room}/${key}`, title, hint: holding ? `${nameOfRoom(view, room, code)}. ${hint}` : hint, href })
  if (owner && nobodyHolds(state, view.today, present)) add('nobody', t('concern.wait.nobody'), t('concern.wait.nobodyHint'), `#concern/at/${concern.ref}/holders`)
  else if (owner && isLate(state, view.today)) add('late', t('concern.wait.late'), t('concern.wait.lateHint'), `#concern/at/${concern.ref}/holders`)
  const agreesToKind = holding || state.parts.get(me)?.part === 'hurt'
  if (code === 'HH' && agreesToKind && state.kindAsked.some((ask) => ask.from === state.kind && ask.by !== me && !ask.agreed.includes(me)))
    add('kind', t('concern.wait.kind'), t('concern.wait.kindHint'), `#concern/at/${concern.ref}/kind`)
  for (const { key, title, hint, href } of secondWords(view, concern, at)) add(key, title, hint, href)
  // A guest came in by a link, and no letter asks them.
  const part = held?.ready === false && state.guests.has(me) ? held.part : null
  if (part === 'holder' || part === 'learner' || part === 'adviser' || part === 'supporter') add('ready', t(`concern.wait.${part}`), t('concern.answer.ties'), toRoom)
  if (state.begun?.by === me && state.newKeys !== null && state.newKeys.since === null && !state.newKeys.wrote) add('not-so', t('concern.wait.notSo'), t('concern.wait.notSoHint'), toRoom)
  if (roomsBefore(view.states, room, me).length > 0) {
    if (!state.knownBy.has(me)) add('back', t('concern.wait.back'), t('concern.wait.backHint'), toRoom)
    else if (state.carried.length === 0 && state.cameBack?.tookOut !== true && state.knownBy.get(me)?.same === true && isKnownAgain(state, view.today)) add('carry', t('concern.wait.carry'), t('concern.wait.carryHint'), toRoom)
  }
  if (!holding) return found
  if ((code === 'HH' || code === 'NH') && !state.received.has(me)) add('received', t('concern.wait.received'), t('concern.wait.receivedHint'), toRoom)
  if (state.lookDay !== null && view.today >= state.lookDay) add('look', t('concern.wait.look'), t('concern.wait.lookHint', { day: dayInWords(state.lookDay) }), toRoom)
  if (held.until !== null && view.today >= held.until - termNotice)
    add('term', t('concern.wait.term'), t('concern.wait.termHint', { day: dayInWords(held.until) }), `#concern/at/${concern.ref}/holders`)
  const vouches = state.moveAsks.some(
    (ask) => view.today <= ask.askedDay + days.ask && ask.noes.length === 0 && needsVouching(state, ask) && missingYes(state, ask).length === 0 && !ask.yeses.some((yes) => yes.giver === me),
  )
  if (vouches) add('vouch', t('concern.wait.vouch'), t('concern.wait.vouchHint'), toRoom)
  const readyToMove = state.moveAsks.some((ask) => {
    const target = concern.rooms.find((each) => each.room === ask.target)
    return (
      target !== undefined &&
      missingYes(state, ask).length === 0 &&
      ask.noes.length === 0 &&
      ask.withdrawn.length === 0 &&
      asleepFor(state, ask, view).length === 0 &&
      isVouched(state, ask) &&
      !target.state.moved.some((moved) => moved.id === ask.id) &&
      !target.state.backs.some((back) => back.id === ask.id)
    )
  })
  if (readyToMove) add('move', t('concern.wait.move'), t('concern.wait.moveHint'), toRoom)
  return found
}
