import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { millis } from '../base/clock.ts'
import { makeHolds } from './hold.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

test('[C29] whoever lost a race has the next place for a second and a half, and others wait so long', async () => {
  const holds = makeHolds({ now: () => millis(0) })
  expect(holds.lost('kitchen', 'ben')).toBe(true)
  expect(await holds.turn('kitchen', 'ben')).toBe(true)
  const waits = { isOver: false }
  const anas = holds.turn('kitchen', 'ana').then((may) => {
    waits.isOver = true
    return may
  })
  expect(await holds.turn('garden', 'ana')).toBe(true)
  await vi.advanceTimersByTimeAsync(1_499)
  expect(waits.isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await anas).toBe(true)
})

test('[C29] nobody has a place held for them twice in ten seconds', () => {
  const clock = { time: 0, now: () => millis(clock.time) }
  const holds = makeHolds(clock)
  expect(holds.lost('kitchen', 'ben')).toBe(true)
  holds.used('kitchen', 'ben')
  clock.time = 9_999
  expect(holds.lost('kitchen', 'ben')).toBe(false)
  expect(holds.lost('kitchen', 'cleo')).toBe(true)
  holds.used('kitchen', 'cleo')
  clock.time = 10_000
  expect(holds.lost('kitchen', 'ben')).toBe(true)
})
