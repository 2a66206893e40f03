import { expect, test } from 'vitest'
import { millis } from '../base/clock.ts'
import { snapshotOf } from '../testing/fixture-circle.ts'
import { mayLock, watchIdle } from './idle.ts'

function idleSince(minutes: number) {
  const clock = { at: 0, now: () => millis(clock.at) }
  const idle = watchIdle(clock)
  clock.at = minutes * 60_000
  return { idle, clock }
}

test('[H04] a phone nobody touched for its minutes locks', () => {
  const mine = snapshotOf({ settings: { lockAfterMinutes: 15 } })
  expect(idleSince(14).idle.isTime(mine, '')).toBe(false)
  expect(idleSince(15).idle.isTime(mine, '')).toBe(true)
})

test('[H04] a hand on it begins the minutes again', () => {
  const { idle, clock } = idleSince(14)
  idle.touched()
  clock.at += 60_000
  expect(idle.isTime(snapshotOf({ settings: { lockAfterMinutes: 15 } }), '')).toBe(false)
})

test('[H04] a shared phone locks after a minute, whatever was set elsewhere', () => {
  expect(idleSince(1).idle.isTime(snapshotOf({ keep: 'memory', top: { words: 'done' }, settings: { lockAfterMinutes: 60 } }), 'today')).toBe(true)
})

test('who copies the seven words from a shared phone has ten minutes for it, and never more than was set', () => {
  const shared = (lockAfterMinutes: 5 | 60) => snapshotOf({ keep: 'memory', top: { words: 'not-checked' }, settings: { lockAfterMinutes } })
  for (const path of ['me/words', 'me/code', 'me/rekey']) {
    expect(idleSince(9).idle.isTime(shared(60), path)).toBe(false)
    expect(idleSince(10).idle.isTime(shared(60), path)).toBe(true)
    expect(idleSince(5).idle.isTime(shared(5), path)).toBe(true)
  }
})

test('an account that lives in this page alone is not locked away before its words were shown', () => {
  expect(mayLock(snapshotOf({ keep: 'memory', top: { words: 'not-made' } }))).toBe(false)
  expect(mayLock(snapshotOf({ keep: 'memory', top: { words: 'not-checked' } }))).toBe(true)
  expect(mayLock(snapshotOf({ top: { words: 'not-made' } }))).toBe(true)
})
