/** A practice for tests of the engine: it writes down what its folds are shown, and its one button writes whatever the test says. */
import { err, ok } from '../base/result.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { AnyTexts } from '../texts/t.ts'
import type { Around, Fold, Practice, Seen, States, Write } from '../practices/practice.ts'
import type { Session, Snapshot } from '../client/api.ts'

export interface Witnessed {
  readonly type: string
  readonly seq: number
  readonly author: MemberId
  readonly data: Seen['data']
  readonly consents: Seen['consents']
  readonly present: readonly MemberId[]
  readonly stewards: readonly MemberId[]
  /** Title of the concern's room, as the fold was told it. */
  readonly title: string | null
}

export type Notes = readonly Witnessed[]

const fold: Fold<unknown> = {
  start: [],
  step(state, event, around) {
    if (!around.present.has(event.author) && event.place !== 'mail') return err({ rule: 'not-here', textKey: 'probe.refused' })
    if (event.data === 'refuse') return err({ rule: 'asked-to', textKey: 'probe.refused' })
    return ok([...(state as Notes), witnessed(event, around)])
  },
}

function witnessed({ type, seq, author, data, consents }: Seen, around: Around): Witnessed {
  return { type, seq, author, data, consents, present: [...around.present].toSorted(), stewards: [...around.stewards].toSorted(), title: around.concern?.begun?.title ?? null }
}

const noTexts: AnyTexts = { find: () => null, en: {}, es: {} }

/** Named as a test wants it. */
function probeNamed(name: string, further: Fold<unknown> = fold): Practice {
  return {
    name,
    rulesVersion: 1,
    texts: noTexts,
    events: {},
    personal: fold,
    commons: fold,
    further,
    propose: (order) => ok(order as readonly Write[]),
    tidy: () => [],
    surfaces: async () => ({ page: () => null }),
  }
}

export const probe = probeNamed('probe')

/** As the practice `concern` folds its room's title, and nothing else of it. */
export const titles = probeNamed('concern', {
  start: { begun: null },
  step: (_state, event) => ok({ begun: { title: event.data } }),
})

export function said(text: string): { readonly type: string; readonly shape: number; readonly data: string } {
  return { type: 'probe.said', shape: 1, data: text }
}

export async function writes(session: Session, ...all: readonly Write[]): Promise<void> {
  const done = await session.act('probe', all)
  if (!done.ok) throw new Error(`it was taken, but: ${JSON.stringify(done.error)}`)
}

export function notesIn(now: Snapshot, room: RoomId): Notes {
  return (now.practices['probe'] as States<Notes, Notes, Notes>).rooms.get(room) ?? []
}
