import type { Clock } from '../base/clock.ts'
import { LIMITS } from '../log/wire.ts'

/**
 * The next place in a room, held for somebody who lost a race, so that nobody can be starved by constant appends.
 *
 * 1.5 s, at most once in 10 s per pseudonym; in memory, per process. Source: PROTOCOL.md section 2, Append.
 */
export interface Holds {
  /** True when the next place is now held for this key. */
  lost(room: string, rk: string): boolean
  /** Resolves when this key may append: at once, or when the place of somebody else was used or given up. False when too many wait already. */
  turn(room: string, rk: string): Promise<boolean>
  /** The key has used its place. */
  used(room: string, rk: string): void
}

const MOST_WAITING = 64
const REMEMBERED = 50_000

interface Hold {
  readonly rk: string
  readonly timer: ReturnType<typeof setTimeout>
  readonly waiting: (() => void)[]
}

export function makeHolds(clock: Clock): Holds {
  const holdByRoom = new Map<string, Hold>()
  const lastByKey = new Map<string, number>()

  function end(room: string, hold: Hold): void {
    if (holdByRoom.get(room) !== hold) return
    holdByRoom.delete(room)
    clearTimeout(hold.timer)
    for (const go of hold.waiting) go()
  }

  return {
    lost(room, rk) {
      const held = holdByRoom.get(room)
      if (held !== undefined) return held.rk === rk
      const key = room + rk
      const last = lastByKey.get(key)
      const now = clock.now()
      if (last !== undefined && Math.abs(now - last) < LIMITS.holdEveryMillis) return false
      if (lastByKey.size >= REMEMBERED) lastByKey.clear()
      lastByKey.set(key, now)
      const hold: Hold = { rk, waiting: [], timer: setTimeout(() => end(room, hold), LIMITS.holdMillis) }
      hold.timer.unref()
      holdByRoom.set(room, hold)
      return true
    },
    async turn(room, rk) {
      for (;;) {
        const hold = holdByRoom.get(room)
        if (hold === undefined || hold.rk === rk) return true
        if (hold.waiting.length >= MOST_WAITING) return false
        await new Promise<void>((go) => hold.waiting.push(go))
      }
    },
    used(room, rk) {
      const hold = holdByRoom.get(room)
      if (hold !== undefined && hold.rk === rk) end(room, hold)
    },
  }
}
