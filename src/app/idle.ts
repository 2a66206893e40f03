import type { Clock } from '../base/clock.ts'
import type { Snapshot } from '../client/api.ts'

/** Minutes without a hand on it until the keys go; on a device that forgets never more than one. */
export function lockAfterMillis(snapshot: Snapshot): number {
  const minutes = snapshot.me.keep === 'memory' ? Math.min(1, snapshot.settings.lockAfterMinutes) : snapshot.settings.lockAfterMinutes
  return minutes * 60_000
}

/** Locking an account that lives in this page's memory alone, before its words were shown, would lose it. */
export function mayLock(snapshot: Snapshot): boolean {
  return !(snapshot.me.keep === 'memory' && snapshot.words === 'not-made')
}

export interface IdleWatch {
  /** A hand moved. */
  touched(): void
  /** Asked every few seconds and on coming back: true when it is time to lock. */
  isTime(snapshot: Snapshot): boolean
}

export function watchIdle(clock: Clock): IdleWatch {
  const last = { at: clock.now() }
  return {
    touched() {
      last.at = clock.now()
    },
    isTime: (snapshot) => mayLock(snapshot) && clock.now() - last.at >= lockAfterMillis(snapshot),
  }
}
