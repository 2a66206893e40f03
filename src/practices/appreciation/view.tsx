import type { Surfaces } from '../practice.ts'
import type { OwnThanks, Shown } from './rules.ts'

export const surfaces: Surfaces<OwnThanks, Shown, never> = { page: () => null }
