import type { Surfaces } from '../practice.ts'
import type { Arrivals, OwnLog } from './rules.ts'

export const surfaces: Surfaces<OwnLog, Arrivals, never> = { page: () => null }
