import type { Result } from '../base/result.ts'
import type { Delta, Inspected, Member, NewGeneration, RoomState, Stop } from './types.ts'

/** One operation at the head of a room: everything a rule of the operations table may look at. */
export interface Act<Op extends Delta['op']> {
  readonly state: RoomState
  readonly entry: Inspected
  readonly delta: Extract<Delta, { readonly op: Op }>
  /** A present member, whose present key signed. */
  readonly author: Member
}

/** The members, invitations and proposals after it; head, generation and authorship are the same for all and follow in `step`. */
export type After = Result<RoomState, Stop>

/** What an entry that introduces a generation says of it; null for all others. */
export function newGenerationIn(delta: Delta): NewGeneration | null {
  return 'generation' in delta ? delta.generation : null
}
