import type { RoomId } from '../../../../log/types.ts'
import type { ConcernState } from '../../state.ts'
import type { ConcernView } from '../view.ts'

/** One room of a concern and whoever looks at it. */
export interface InRoom {
  readonly view: ConcernView
  readonly room: RoomId
  readonly state: ConcernState
}
