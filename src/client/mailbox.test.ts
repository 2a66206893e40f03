import { expect, test } from 'vitest'
import { decodeServerFrame } from '../log/frames.ts'
import { atRest } from '../testing/attacked-world.ts'
import { idOf, good, makeWorld, until } from '../testing/world.ts'
import { coreOf } from './session.ts'
import { connectWebSocket } from './socket.ts'

test('a letter that comes while the circle is still being read is taken once it is', async () => {
  const { promise: isTold, resolve: tells } = Promise.withResolvers<void>()
  const world = await makeWorld({}, (origin, events) =>
    connectWebSocket(origin, {
      ...events,
      received: (message) => {
        events.received(message)
        const frame = decodeServerFrame(message)
        if (frame.ok && frame.value.kind === 'notice' && frame.value.notice.name === 'mail') tells()
      },
    }),
  )
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  const core = coreOf(ben.session())
  const commons = core.commons!
  const head = commons.hostHead!
  // The host named an entry that has not come yet.
  commons.hostHead = { ...head, seq: head.seq + 1 }
  const waits = new Promise<void>((resolve) => {
    const request = core.transport.request
    core.transport.request = (name, body) => {
      if (name === 'mail-collected') resolve()
      return request(name, body)
    }
  })
  good(await ana.session().act('appreciation', { kind: 'thank', to: idOf(ana, 'Ben'), saw: 'You stayed.', changed: '', shows: [], leadNext: '', offered: false }))
  await until(ana, (now) => now.outbox.length === 0)
  const received = (): number => (ben.session().snapshot().practices['appreciation'] as { readonly personal: { readonly received: readonly unknown[] } }).personal.received.length
  await isTold
  await atRest(ben)
  expect(received()).toBe(0)
  commons.hostHead = head
  core.followUp()
  await until(ben, () => received() === 1)
  await waits
  await world.end()
})
