import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeDemo } from '../demo/make.ts'
import { systemClock, systemRandom } from '../src/base/clock.system.ts'
import { createEngine } from '../src/client/engine.ts'
import { connectWebSocket } from '../src/client/socket.ts'
import { memoryStore } from '../src/client/store.ts'
import { sha256 } from '../src/crypto/hash.ts'
import { stretchBy } from '../src/crypto/stretch.ts'
import type { ConcernStates } from '../src/practices/concern/state.ts'
import { practices } from '../src/practices/index.ts'
import { startServer } from '../src/server/server.ts'
import { freePort } from '../src/testing/postgres.ts'
import { good, until } from '../src/testing/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-demo-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('whoever looks around in the demo can be six of a circle of fourteen, five with a part in a concern midway and one with none', async () => {
  // That guessing words is slow is shown elsewhere.
  stretchBy(async (secret, salt) => sha256(salt, secret))
  const port = await freePort()
  const opens = await makeDemo({ folder, port, say: () => undefined })
  expect(opens.map(({ name }) => name)).toEqual(['Linh', 'Joran', 'Ravi', 'Amina', 'Yusuf', 'Tomás'])
  const server = await startServer({ port, dataFolder: folder, appFolder: null })
  for (const { name, words } of opens) {
    const engine = createEngine({ store: memoryStore(), clock: systemClock, random: systemRandom, practices, connect: connectWebSocket })
    const session = good(await engine.openWithWords(server.origin, words, 'memory'))
    const now = await until({ session: () => session }, (seen) => (seen.connection === 'live' && seen.circle.people.length === 14 ? seen : null))
    expect(now.circle.people.find(({ id }) => id === now.me.id)?.name).toBe(name)
    const isMidway = (): boolean => [...(session.snapshot().practices['concern'] as ConcernStates).rooms.values()].some(({ begun, closed }) => begun !== null && closed === null)
    if (name === 'Tomás') expect(isMidway()).toBe(false)
    else await until({ session: () => session }, isMidway)
    session.lock()
  }
  await server.stop()
}, 240_000)
