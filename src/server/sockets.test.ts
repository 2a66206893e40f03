import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { socketAddress } from '../client/socket.ts'
import { testServer } from '../testing/server-kit.ts'

test('a device that went away without a word is noticed: who does not answer a ping is let go, who does stays', async () => {
  const server = await testServer({ pingMillis: 100 })
  const there = new WebSocket(socketAddress(server.url))
  const gone = new WebSocket(socketAddress(server.url), { autoPong: false })
  const pinged = new Promise<void>((resolve) => {
    let count = 0
    there.on('ping', () => void ((count += 1) === 4 && resolve()))
  })
  await Promise.all([once(there, 'open'), once(gone, 'open')])
  await once(gone, 'close')
  await pinged
  expect(there.readyState).toBe(WebSocket.OPEN)
  there.terminate()
  await server.end()
})
