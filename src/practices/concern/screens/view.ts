import type { ViewProps } from '../../practice.ts'
import type { Circle } from '../circle-state.ts'
import type { Own } from '../own-state.ts'
import type { ConcernState } from '../state.ts'

/** What the screens of a concern are given. */
export type ConcernView = ViewProps<Own, Circle, ConcernState>
