import type { Day } from '../../../../base/clock.ts'
import { mistakable } from '../../../../circle/names.ts'
import type { MemberId } from '../../../../log/types.ts'
import { asTitle, dayInWords, dayOfMonth } from '../../../../texts/words.ts'
import type { Lane, StepNode, Strands, StrandStep } from '../../../../ui/strands.tsx'
import type { CardSeen } from '../../../practice.ts'
import type { ConcernSeen } from '../../concerns.ts'
import { calledIn, whoIs, youOr } from '../names.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { isFromOtherSide, laneOfCard, lanesFor, sideOf } from './lanes.ts'

const { t } = screens

interface Placed {
  readonly day: Day
  readonly coming: boolean
  readonly step: StrandStep
}

/** Cards of this concern that I can open: those in its rooms, and in my own room those that are about none but may go with it. */
export function cardsOf(view: ConcernView, concern: ConcernSeen): readonly CardSeen[] {
  const rooms = new Set<string>(concern.rooms.map(({ room }) => room))
  return view.cards.filter((card) => rooms.has(card.room))
}

/** The picture of a concern for whoever looks. What is not in it they have no key to, or did not ask for. */
export function pictureOf(view: ConcernView, concern: ConcernSeen, only: Lane | null = null): Strands {
  const lanes = lanesFor(concern).filter((lane) => only === null || lane === only)
  const placed = [...cardsOf(view, concern).flatMap((card) => cardStep(view, concern, card)), ...roomSteps(view, concern), ...stepsTheyAgreedTo(view, concern)].filter(({ step }) =>
    lanes.includes(step.lane),
  )
  const first = firstRoom(concern)
  return {
    label: t('concern.grown.label'),
    lanes,
    ending: endingOf(view, concern),
    coming: placed.filter(({ coming }) => coming).map(({ step }) => step),
    now: t('concern.grown.today', { day: dayOfMonth(view.today) }),
    grown: placed
      .filter(({ coming }) => !coming)
      .toSorted((a, b) => b.day - a.day)
      .map(({ step }) => step),
    began:
      first === null
        ? { title: '', more: null }
        : { title: asTitle(dayInWords(first.day)), more: howItBegan(view, concern, first.by) },
  }
}

/** For the person named only that their own side begins here: who began it, and when, is not theirs to read. */
function howItBegan(view: ConcernView, concern: ConcernSeen, by: MemberId): string | null {
  const side = sideOf(concern)
  if (side === 'joint') return null
  return side === 'named' ? t('concern.grown.beganNamed') : t('concern.grown.began', { names: youOr(view, by) })
}

function firstRoom(concern: ConcernSeen): { readonly day: Day; readonly by: MemberId } | null {
  const begun = concern.rooms.flatMap(({ state }) => (state.begun === null ? [] : [state.begun]))
  return begun.toSorted((a, b) => a.day - b.day)[0] ?? null
}

/** Each side's own words, and open water where none stand (R15). In kind A and not sure nothing else is named as where it leads. */
function endingOf(view: ConcernView, concern: ConcernSeen): Strands['ending'] {
  const said = concern.rooms.flatMap(({ code, state }) => (code === 'HH' || code === 'NH' ? [...state.goodEnding] : []))
  const mine = said.find(([person]) => person === view.me)
  if (mine !== undefined && mine[1] !== '') return { title: mine[1], more: t('concern.grown.ending') }
  const [other] = sideOf(concern) === 'holders' ? said.filter(([, words]) => words !== '') : []
  if (other !== undefined) return { title: other[1], more: t('concern.grown.endingOther', { name: whoIs(view, other[0]) }), screenOnly: true }
  return { title: t('concern.grown.water'), more: t('concern.grown.waterMore') }
}

const looks: Readonly<Record<CardSeen['state'], { readonly node: StepNode; readonly beside: boolean }>> = {
  offered: { node: 'n-offered', beside: true },
  open: { node: 'n-open', beside: false },
  paused: { node: 'n-paused', beside: false },
  resting: { node: 'n-paused', beside: false },
  done: { node: 'n-done', beside: false },
  left: { node: 'n-aside', beside: true },
}

function cardStep(view: ConcernView, concern: ConcernSeen, card: CardSeen): readonly Placed[] {
  const lane = laneOfCard(concern, card, view)
  if (lane === null) return []
  // What a party carries is called late by nobody.
  const late = lane !== 'hurt' && lane !== 'named' && card.state === 'open' && card.lookDay !== null && card.lookDay < view.today
  const more = card.state === 'open' && card.lookDay !== null ? t('concern.step.look', { day: dayInWords(card.lookDay) }) : card.state === 'done' ? dayInWords(card.lastDay) : null
  return [
    {
      day: card.firstDay,
      coming: card.state === 'offered',
      step: {
        key: `${card.practice}/${card.id}`,
        lane,
        ...looks[card.state],
        title: card.title,
        href: card.href,
        whose: whoseStrand(view, concern, lane, helping.includes(card.practice)),
        word: late ? t('concern.state.late') : (card.word ?? t(`concern.state.${card.state}`)),
        more,
      },
    },
  ]
}

/** Cards that help the hurt person. The others on their strand are their own words. */
const helping: readonly string[] = ['support', 'limits', 'listening']

function whoseStrand(view: ConcernView, concern: ConcernSeen, lane: Lane, helps: boolean): string {
  const side = sideOf(concern)
  switch (lane) {
    case 'hurt': {
      if (side === 'hurt' && concern.mine === 'hurt') return t(helps ? 'concern.strand.mine' : 'concern.strand.you')
      const name = ownerOf(view, concern, ['HH', 'HS'])
      return helps ? t('concern.strand.hurt', { name }) : name
    }
    case 'named':
      return side === 'named' ? (concern.mine === 'named' ? t('concern.strand.you') : ownerOf(view, concern, ['NH', 'NS'])) : side === 'holders' ? ownerOf(view, concern, ['NH']) : t('concern.strand.their')
    case 'holders':
    case 'kelp':
      return t('concern.strand.holders')
    case 'circle':
      return t('concern.strand.circle')
  }
}

function ownerOf(view: ConcernView, concern: ConcernSeen, codes: readonly string[]): string {
  const state = concern.rooms.find(({ code }) => codes.includes(code))?.state
  const by = state?.begun?.by
  if (state === undefined || by === undefined) return t('concern.strand.their')
  const word = calledIn(state, by)
  // A word that reads as the name of somebody else would send words into the wrong room.
  return word === null || isNameOfAnother(view, by, word) ? whoIs(view, by) : word
}

function isNameOfAnother(view: ConcernView, person: MemberId, word: string): boolean {
  const guests = [...view.rooms.values()].flatMap(({ people }) => people)
  const others = [...view.people, ...guests].filter(({ id }) => id !== person)
  return mistakable([{ id: person, name: word }, ...others.map(({ id, name }) => ({ id, name }))]).has(person)
}

/** What the rooms themselves tell: who said yes to hold it, what is planned, who stepped back. */
function roomSteps(view: ConcernView, concern: ConcernSeen): readonly Placed[] {
  const room = concern.rooms.find(({ code }) => code === 'HH') ?? concern.rooms.find(({ code }) => code === 'HO') ?? concern.rooms.find(({ code }) => code === 'NH')
  if (room === undefined) return []
  const { state } = room
  const holders = (key: string, day: Day, title: string, node: StepNode, more: string, word?: string): Placed => ({
    day,
    coming: false,
    step: {
      key,
      lane: 'holders',
      node,
      beside: node === 'n-aside',
      title,
      href: null,
      whose: t('concern.strand.holders'),
      word: word ?? t(node === 'n-done' ? 'concern.state.done' : node === 'n-open' ? 'concern.state.open' : 'concern.state.left'),
      more,
    },
  })
  const ready = [...state.parts].filter(([, held]) => held.part === 'holder' && held.ready)
  return [
    ...ready.map(([person, held]) => holders(`ready/${person}`, held.since, t('concern.step.ready'), 'n-done', `${youOr(view, person)}, ${dayInWords(held.since)}`)),
    ...(state.planned === null ? [] : [
          holders(
            'planned',
            view.today,
            t('concern.step.planned'),
            'n-open',
            t('concern.planned.next', { day: dayInWords(state.planned.nextDay) }),
            state.planned.nextDay < view.today ? t('concern.state.late') : undefined,
          ),
        ]),
    ...(state.kindDay === null || room.code === 'NH' ? [] : [holders('kind', state.kindDay, t('concern.step.kind'), 'n-done', dayInWords(state.kindDay))]),
    ...state.left
      .filter(({ part }) => part === 'holder')
      .map(({ person, day }) => holders(`left/${person}/${day}`, day, t('concern.step.back', { name: whoIs(view, person) }), 'n-aside', dayInWords(day))),
  ]
}

/** Step names the other side agreed to, as far as she asked to hear: names, never what stands in them (R14). */
function stepsTheyAgreedTo(view: ConcernView, concern: ConcernSeen): readonly Placed[] {
  if (sideOf(concern) !== 'hurt') return []
  return concern.rooms.flatMap(({ code, state }) =>
    code !== 'HH' || state.hears === 'nothing'
      ? []
      : state.moved
          .filter((moved) => moved.takenBack === null && isFromOtherSide(state, moved.author))
          .map((moved) => ({
            day: moved.day,
            coming: false,
            step: {
              key: `moved/${moved.id}`,
              lane: 'named' as const,
              node: 'n-done' as const,
              beside: false,
              title: moved.words,
              href: null,
              whose: moved.author === null ? t('concern.strand.their') : whoIs(view, moved.author),
              word: t('concern.state.done'),
              more: dayInWords(moved.day),
            },
          })),
  )
}
