import { isIPv6 } from 'node:net'
import type { Clock } from '../base/clock.ts'

/** A bucket for each key: `burst` at once, then `perSecond`. In memory alone: an address is never written anywhere. Source: PROTOCOL.md section 6. */
export interface Limit {
  /** True when one was left, and is now taken. */
  take(key: string): boolean
  /** Whether the next `take` would be let through; takes nothing. */
  allows(key: string): boolean
}

export interface LimitOrder {
  readonly burst: number
  readonly perSecond: number
}

/** Defaults: far above what a person does, far below what stops a small machine. */
export const usualLimits = {
  /** Requests of one address. */
  requests: { burst: 5_000, perSecond: 500 },
  /** Answers of one address that said no for want of a right: guesses. */
  guesses: { burst: 120, perSecond: 1 },
  /** Sockets one address opens. */
  sockets: { burst: 200, perSecond: 2 },
  /** Appends of one pseudonym. */
  appends: { burst: 2_000, perSecond: 200 },
  /** Items dropped into one mailbox. */
  drops: { burst: 64, perSecond: 0.1 },
} as const satisfies Record<string, LimitOrder>

export type LimitOrders = { readonly [Name in keyof typeof usualLimits]: LimitOrder }

// Enough for a crowd; beyond it the oldest are forgotten, which only lets somebody begin again.
const REMEMBERED = 50_000

export function makeLimit(order: LimitOrder, clock: Clock): Limit {
  const bucketByKey = new Map<string, { level: number; at: number }>()

  function levelOf(key: string): number {
    const bucket = bucketByKey.get(key)
    // A clock that was set back gives nothing and takes nothing.
    return bucket === undefined ? order.burst : Math.min(order.burst, bucket.level + (Math.max(0, clock.now() - bucket.at) / 1000) * order.perSecond)
  }

  return {
    take(key) {
      const level = levelOf(key)
      const isLeft = level >= 1
      const bucket = bucketByKey.get(key)
      if (bucket === undefined) {
        if (bucketByKey.size >= REMEMBERED) bucketByKey.delete(bucketByKey.keys().next().value ?? key)
        bucketByKey.set(key, { level: isLeft ? level - 1 : level, at: clock.now() })
      } else {
        bucket.level = isLeft ? level - 1 : level
        bucket.at = clock.now()
      }
      return isLeft
    },
    allows: (key) => levelOf(key) >= 1,
  }
}

/** Six rotations a day of one pseudonym beyond those due. */
export interface DayCount {
  take(key: string, today: number): boolean
}

export function makeDayCount(most: number): DayCount {
  const counts = { day: -1, byKey: new Map<string, number>() }
  return {
    take(key, today) {
      if (counts.day !== today) {
        counts.day = today
        counts.byKey = new Map()
      }
      const count = counts.byKey.get(key) ?? 0
      if (count >= most) return false
      counts.byKey.set(key, count + 1)
      return true
    },
  }
}

/**
 * Whom a request is counted for; null when it is nobody's (this machine itself).
 *
 * A peer on this machine is a proxy when it says for whom it speaks; other peers are believed only with `trustProxy`. One IPv6 customer has 2^64 addresses: they count as one.
 */
export function countedFor(peer: string | undefined, forwardedFor: string | undefined, trustProxy: boolean): string | null {
  const direct = plain(peer ?? '')
  const isHere = direct === '' || direct === '::1' || direct.startsWith('127.')
  const forwarded = isHere || trustProxy ? (forwardedFor?.split(',').at(-1)?.trim() ?? '') : ''
  if (forwarded !== '') return block(plain(forwarded))
  return isHere ? null : block(direct)
}

function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

function block(address: string): string {
  if (!isIPv6(address)) return address
  const [front = '', back = ''] = address.split('::')
  const head = front.split(':')
  const tail = back === '' ? [] : back.split(':')
  const whole = address.includes('::') ? [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail] : head
  return whole.slice(0, 4).join(':')
}
