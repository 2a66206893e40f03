import type { Clock } from '../base/clock.ts'
import type { Snapshot } from '../client/api.ts'

// Pages from which somebody copies by hand what is shown to them once.
const copiedFrom: readonly string[] = ['me/words', 'me/code', 'me/rekey']

/** Minutes without a hand on it until the keys go; on a device that forgets never more than one, or ten while a hand holds a pen. */
export function lockAfterMillis(snapshot: Snapshot, path: string): number {
  const most = snapshot.me.keep !== 'memory' ? Number.MAX_SAFE_INTEGER : copiedFrom.includes(path) ? 10 : 1
  return Math.min(most, snapshot.settings.lockAfterMinutes) * 60_000
}

/** Locking an account that lives in this page's memory alone, before its words were shown, would lose it. */
export function mayLock(snapshot: Snapshot): boolean {
  return !(snapshot.me.keep === 'memory' && snapshot.words === 'not-made')
}

export interface IdleWatch {
  /** A hand moved. */
  touched(): void
  /** Asked every few seconds and on coming back, with the page that is open: true when it is time to lock. */
  isTime(snapshot: Snapshot, path: string): boolean
}

export function watchIdle(clock: Clock): IdleWatch {
  const last = { at: clock.now() }
  return {
    touched() {
      last.at = clock.now()
    },
    isTime: (snapshot, path) => mayLock(snapshot) && clock.now() - last.at >= lockAfterMillis(snapshot, path),
  }
}
