/** Ana lost everything: she is in the circle anew, and tells Ilse and Ravi in a room of her own who she was. */
import type { RoomId } from '../log/types.ts'
import type { ConcernStates } from '../practices/concern/state.ts'
import type { Somebody } from './concern-circle.ts'
import { presses, roomOfCode, statesOf, takesTheAsk, told, type Story } from './concern-story.ts'

export interface CameBack extends Story {
  /** Ana, as the circle knows her now. */
  readonly anew: Somebody
  /** Her new room with the holders. */
  readonly back: RoomId
}

export interface Piece {
  readonly author: Somebody['id'] | null
  readonly day: number
  readonly title: string
  readonly words: string
}

/** Whom she asks says ready; `was` is whom she says she was. */
export function comesBack(story: Story, of: { readonly holders?: readonly Somebody[]; readonly as?: Somebody; readonly was?: Somebody } = {}): CameBack {
  const { holders = [story.ilse, story.ravi], as = story.circle.someone('olga'), was = story.ana } = of
  presses(as, {
    kind: 'raise',
    note: null,
    title: 'The till again',
    answers: { ...told, about: [story.ben.id], happened: '' },
    holders: holders.map(({ id }) => id),
    askNote: '',
    was: was.id,
  })
  for (const holder of holders) takesTheAsk(holder, story.circle.today())
  // Nobody has her old device any more: its app does not come up.
  for (const each of [as, ...holders]) each.opensTheApp()
  return { ...story, anew: as, back: roomOfCode(as, 'HH') }
}

export function compares({ hh, back }: Pick<CameBack, 'hh' | 'back'>, who: Somebody, same = true): void {
  presses(who, { kind: 'know-again', room: back, from: hh, same })
}

export function carries({ hh, back }: Pick<CameBack, 'hh' | 'back'>, pieces: readonly Piece[]): unknown {
  return { kind: 'carry-over', room: back, from: hh, pieces }
}

/** What Ana had told when she raised it, as the screen of a holder puts it into words. */
export function whatSheTold(story: Story): Piece {
  const { raised } = (statesOf(story.ilse) satisfies ConcernStates).rooms.get(story.hh)!
  return { author: story.ana.id, day: raised!.day, title: 'What happened', words: raised!.answers.happened }
}
