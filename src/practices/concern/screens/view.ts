import type { ViewProps } from '../../practice.ts'
import type { Circle, ConcernState, Own } from '../state.ts'

/** What the screens of a concern are given. */
export type ConcernView = ViewProps<Own, Circle, ConcernState>
