import type { Millis } from '../base/clock.ts'

/**
 * The life that begins with a restore: the second it began, or one more than the last.
 *
 * Counting alone would give the same number twice when one old copy is put back twice, and two receipts of one life for one seq are proof against a host.
 */
export function nextLife(life: number, now: Millis): number {
  return Math.max(life + 1, Math.floor(now / 1000))
}
