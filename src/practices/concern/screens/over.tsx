import type { JSX } from 'preact'
import { dayInWords } from '../../../texts/words.ts'
import { Note } from '../../../ui/said.tsx'
import type { ConcernSeen } from '../concerns.ts'
import { tidyDay, type ConcernState } from '../state.ts'
import { screens } from './texts/screens.ts'

const { t } = screens

/** Where the whole of it stands for whoever looks: hers, or those of several; who is not in it, that of the person named; else the holders'. */
export function mainRooms({ rooms }: Pick<ConcernSeen, 'rooms'>): ConcernSeen['rooms'] {
  const code = (['HH', 'NH', 'HO'] as const).find((each) => rooms.some((room) => room.code === each))
  return rooms.filter((room) => room.code === code)
}

/**
 * The room that says whether the whole of it goes on: of those of several, one that does; beside none of them, one that whoever looks is in.
 *
 * Each room is closed for itself: somebody named who closes theirs ends nothing of hers.
 */
export function sayingRoom(concern: Pick<ConcernSeen, 'rooms'>): ConcernSeen['rooms'][number] | undefined {
  const main = mainRooms(concern)
  const saying = main.length === 0 ? concern.rooms : main
  return saying.find(({ state }) => state.closed === null) ?? saying[0]
}

/** That it rests or is over, and when words go: of one room, or of the whole as that room says it. */
export function OverNote({ state, whole = false }: { readonly state: ConcernState; readonly whole?: boolean }): JSX.Element | null {
  const { closed } = state
  const goes = tidyDay(state)
  if (closed === null || goes === null) return null
  return (
    <Note title={t(closed.how === 'done' ? 'concern.closedSince' : 'concern.restsSince', { day: dayInWords(closed.day) })}>
      <p>{t(whole ? 'concern.closed.tidy' : 'concern.closed.room', { day: dayInWords(goes) })}</p>
    </Note>
  )
}
