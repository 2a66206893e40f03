/** A device that was here before reads what is new, and nothing twice. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeServerFrame } from '../log/frames.ts'
import { good, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'
import { connectWebSocket, type Connect } from './socket.ts'
import type { Store } from './store.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

interface Heard {
  bytes: number
  entries: number
}

/** Counts what comes from the host: bytes of all frames, and entries of rooms. */
function counting(heard: Heard): Connect {
  return (origin, events) =>
    connectWebSocket(origin, {
      ...events,
      received: (message) => {
        heard.bytes += message.length
        const frame = decodeServerFrame(message)
        if (frame.ok && frame.value.kind === 'notice' && frame.value.notice.name === 'entries') heard.entries += frame.value.notice.body.entries.length
        events.received(message)
      },
    })
}

/** Counts what is read of rooms from this device's storage and written to it. */
function watched(store: Store): { readonly store: Store; readonly read: string[]; readonly written: string[] } {
  const [read, written]: [string[], string[]] = [[], []]
  return {
    read,
    written,
    store: {
      ...store,
      list: async (prefix) => {
        const pairs = await store.list(prefix)
        read.push(...pairs.map(([key]) => key).filter((key) => key.startsWith('room/')))
        return pairs
      },
      put: async (pairs) => {
        written.push(...pairs.map(([key]) => key).filter((key) => key.startsWith('room/')))
        return store.put(pairs)
      },
    },
  }
}

async function saysAll(who: Device, lines: readonly string[]): Promise<void> {
  for (const brings of lines) good(await who.session().setAbout({ languages: 'es', brings }))
  await until(who, (now) => now.outbox.length === 0)
}

function roomIn(key: string): string {
  return key.split('/')[1] ?? ''
}

function lines(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `line ${from + index}`)
}

test('Ana comes back to a room that grew by ten lines: what is new travels once and is kept, and what she had is read from her device once', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  await saysAll(ben, lines(0, 40))
  await until(ana, (now) => now.circle.people.some(({ brings }) => brings === 'line 39'))
  const kept = (await ana.store.list('room/')).map(([key]) => key)
  expect(kept.length).toBeGreaterThan(40)
  ana.session().lock()
  await saysAll(ben, lines(40, 10))
  // Each line but the first is two entries: itself, and the taking back of the one before.
  const rooms = new Set(kept.map(roomIn))
  const added = (await ben.store.list('room/')).map(([key]) => key).filter((key) => rooms.has(roomIn(key)) && !kept.includes(key))
  expect(added.length).toBe(20)
  const heard: Heard = { bytes: 0, entries: 0 }
  const { store, read, written } = watched(ana.store)
  const again = world.device({ store, connect: counting(heard) })
  await opensAgain(again)
  await until(again, (now) => now.circle.people.some(({ brings }) => brings === 'line 49'))

  expect(heard.entries).toBe(20)
  // Ten headers with a short line, ten without a body; the rest is a greeting, heads and receipts. The whole room is more than 20 KB.
  expect(heard.bytes).toBeLessThan(20 * 300 + 2_000)
  expect(read.toSorted()).toEqual(kept.toSorted())
  // The body of the newest line she had was taken back, so that one is written once more, without it.
  expect(written.filter((key) => kept.includes(key)).length).toBeLessThanOrEqual(1)
  expect([...new Set(written.filter((key) => !kept.includes(key)))].toSorted()).toEqual(added.toSorted())
})
