/** What the buttons for what stands before the circle write. */
import { err, ok } from '../../base/result.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Drafts, Here } from './asking.ts'
import { lineText, plainClosing } from './circle-page.ts'
import { askForMove, readyToGo, whyNotOutNow, yesTo, type Ready } from './moving.ts'
import type { OrderOf } from './orders.ts'
import { beforeTheCircle, herOwnLock, yesIsMissing } from './refusals.ts'
import { plus } from './rooms.ts'
import { days } from './shapes.ts'
import { partsOfPage } from './circle-state.ts'
import { isUnlocked, sidesOf } from './concerns.ts'
import type { ConsentToGive } from '../practice.ts'

/** Two names and a sentence that is the same for all: both holders sign it in the holders' room. */
export function askPublicLine(order: OrderOf<'ask-public-line'>, here: Here): Drafts {
  return askToShow(order.room, here, { words: lineText([here.actor.me, order.other]), card: 'already-public', purpose: 'tell' })
}

export function askPlainClosing(order: OrderOf<'ask-plain-closing'>, here: Here): Drafts {
  return askToShow(order.room, here, { words: plainClosing, card: 'closing', purpose: 'closing' })
}

function askToShow(room: RoomId, here: Here, of: { readonly words: string; readonly card: string; readonly purpose: 'tell' | 'closing' }): Drafts {
  const { actor } = here
  return askForMove(
    {
      kind: 'ask-move',
      room,
      author: actor.me,
      target: 'commons',
      targetCode: 'CC',
      mayPassOn: false,
      nameMayStand: true,
      readers: [],
      recognised: [],
      untilDay: plus(actor.today, days.yes),
      ...of,
    },
    here,
  )
}

export function showPublicLine(order: OrderOf<'show-public-line'>, here: Here): Drafts {
  const ready = readyToGo(order.room, order.id, here)
  const holders = ready === null ? null : twoHolders(ready, here)
  if (ready === null || holders === null || ready.asked.words !== lineText(holders)) return err(yesIsMissing)
  return ok([{ to: 'commons', type: 'concern.public-line', body: { id: order.id, holders: [...holders] }, ...withMine(ready, here) }])
}

export function showPage(order: OrderOf<'show-page'>, here: Here): Drafts {
  const ready = readyToGo(order.room, order.id, here)
  const holders = ready === null ? null : twoHolders(ready, here)
  if (ready === null || holders === null) return err(yesIsMissing)
  if (!circleLock(order.room, here)) return err(herOwnLock)
  const notOut = whyNotOutNow(order.room, ready.asked, here)
  if (notOut !== null) return err(notOut)
  const { asked, author, recognised } = ready
  if (partsOfPage(asked.words).mayKnow.trim() === '') return err(beforeTheCircle)
  // Curious sentences about the person named are left out in kind A and where power behind it is known.
  const curious = order.curious && !knowsOfPower(order.room, here)
  return ok([
    {
      to: 'commons',
      type: 'concern.circle-page',
      body: { id: order.id, holders: [...holders], author, recognised: [...recognised], words: asked.words, curious, lookDay: order.lookDay },
      ...withMine(ready, here),
    },
  ])
}

export function showClosing(order: OrderOf<'show-closing'>, here: Here): Drafts {
  const ready = readyToGo(order.room, order.id, here)
  const holders = ready === null ? null : twoHolders(ready, here)
  if (ready === null || holders === null) return err(yesIsMissing)
  const { asked, author, recognised } = ready
  const plain = asked.words === plainClosing
  if (!plain && !circleLock(order.room, here)) return err(herOwnLock)
  const notOut = plain ? null : whyNotOutNow(order.room, asked, here)
  if (notOut !== null) return err(notOut)
  const authors = plain ? [] : author === null ? [...holders] : [author]
  return ok([
    {
      to: 'commons',
      type: 'concern.closing',
      body: { id: order.id, holders: [...holders], words: plain ? null : asked.words, authors, recognised: plain ? [] : [...recognised] },
      ...withMine(ready, here),
    },
  ])
}

/** Whoever shows it signs it as it is shown now: a yes of theirs from before everybody else's named people whose names may not stand. */
function withMine({ asked, yeses, author, recognised }: Ready, { actor }: Here): { readonly carries: Ready['yeses']; readonly gives?: readonly ConsentToGive[] } {
  if (author === actor.me || recognised.includes(actor.me)) return { carries: yeses }
  const names = author === null ? [] : [author, ...recognised]
  return {
    carries: yeses.filter((yes) => yes.giver !== actor.me),
    gives: [yesTo(asked, actor.commons, { recognised: names, nameMayStand: true, mayPassOn: asked.mayPassOn })],
  }
}

function twoHolders(ready: Ready, { actor }: Here): readonly MemberId[] | null {
  const other = ready.vouching.find((person) => person !== actor.me)
  return ready.vouching.includes(actor.me) && other !== undefined ? [actor.me, other] : null
}

/** *Tell the circle*, where there is a room in which it can be locked. */
function circleLock(room: RoomId, here: Here): boolean {
  return isUnlocked(here.states, here.states.rooms.get(room)?.begun?.concern ?? null, 'tell-circle')
}

function knowsOfPower(room: RoomId, here: Here): boolean {
  return sidesOf(here.states, here.states.rooms.get(room)?.begun?.concern ?? null).some(
    ({ state }) => state.kind === 'A' || (state.kindMoves.at(-1)?.power ?? []).some((each) => each !== 'none'),
  )
}
