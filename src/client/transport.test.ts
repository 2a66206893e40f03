import { describe, expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import { encodeNotice } from '../log/frames.ts'
import { watchNetwork, type Connect, type SocketEvents } from './socket.ts'
import { openTransport } from './transport.ts'

const origin = 'https://circle.example'
const hello = encodeNotice('hello', { protocol: 1, origin, nonce: new Uint8Array(32), life: 1, receiptKey: new Uint8Array(32), restored: false })

interface Line {
  readonly events: SocketEvents
  readonly sent: Uint8Array[]
}

/** A connection whose other end is the test. */
function line(): { readonly connect: Connect; readonly lines: Line[] } {
  const lines: Line[] = []
  const connect: Connect = (_, events) => {
    const sent: Uint8Array[] = []
    lines.push({ events, sent })
    return { send: (message) => sent.push(message), close: () => {} }
  }
  return { connect, lines }
}

function listening(): { readonly heard: string[]; readonly handlers: { greeted(): void; noticed(): void; lost(): void } } {
  const heard: string[] = []
  return { heard, handlers: { greeted: () => heard.push('greeted'), noticed: () => heard.push('noticed'), lost: () => heard.push('lost') } }
}

describe('a connection', () => {
  test('asks nothing before the host has greeted, and fails what is asked when it breaks', async () => {
    const { connect, lines } = line()
    const { heard, handlers } = listening()
    const transport = openTransport({ origin, connect, random: systemRandom, ...handlers })
    expect(await transport.request('read', { room: new Uint8Array(32), from: 0 })).toEqual({ ok: false, error: { kind: 'offline' } })
    lines[0]!.events.received(hello)
    const asked = transport.request('read', { room: new Uint8Array(32), from: 0 })
    expect(lines[0]!.sent).toHaveLength(1)
    lines[0]!.events.closed()
    expect(await asked).toEqual({ ok: false, error: { kind: 'offline' } })
    expect(heard).toEqual(['greeted', 'lost'])
    transport.stop()
  })

  test('comes back by itself, and at once when nudged', async () => {
    const { connect, lines } = line()
    const { handlers } = listening()
    const transport = openTransport({ origin, connect, random: systemRandom, ...handlers })
    lines[0]!.events.closed()
    expect(lines).toHaveLength(1)
    transport.nudge()
    expect(lines).toHaveLength(2)
    transport.stop()
    lines[1]!.events.closed()
    transport.nudge()
    expect(lines).toHaveLength(2)
  })

  test('a frame that nobody can read ends it: nothing of it is used', async () => {
    const { connect, lines } = line()
    const { heard, handlers } = listening()
    const transport = openTransport({ origin, connect, random: systemRandom, ...handlers })
    lines[0]!.events.received(hello)
    lines[0]!.events.received(new Uint8Array([0xff, 0x00]))
    expect(heard).toEqual(['greeted', 'lost'])
    expect(transport.hello()).toBe(null)
    transport.stop()
  })

  test('is given up at once when the device loses its network, and made anew at once when it has one again', () => {
    const { connect, lines } = line()
    const { heard, handlers } = listening()
    const device = new EventTarget()
    const transport = openTransport({ origin, connect: Object.assign(connect, { watch: watchNetwork(device) }), random: systemRandom, ...handlers })
    lines[0]!.events.received(hello)
    device.dispatchEvent(new Event('offline'))
    expect(heard).toEqual(['greeted', 'lost'])
    expect(transport.hello()).toBe(null)
    device.dispatchEvent(new Event('online'))
    expect(lines).toHaveLength(2)
    device.dispatchEvent(new Event('online'))
    expect(lines, 'the second hung and is left for a third').toHaveLength(3)
    lines[2]!.events.received(hello)
    device.dispatchEvent(new Event('online'))
    expect(lines, 'one that stands stays').toHaveLength(3)
    transport.stop()
    device.dispatchEvent(new Event('online'))
    expect(lines).toHaveLength(3)
  })

  test('that stays silent after a question is given up; one that only takes long with an answer is not', async () => {
    const { connect, lines } = line()
    const { heard, handlers } = listening()
    const transport = openTransport({ origin, connect, random: systemRandom, answerMillis: 1, ...handlers })
    lines[0]!.events.received(hello)
    const slow = transport.request('read', { room: new Uint8Array(32), from: 0 })
    lines[0]!.events.received(hello)
    await slow
    expect(heard).toEqual(['greeted', 'greeted'])
    await transport.request('read', { room: new Uint8Array(32), from: 0 })
    expect(heard).toEqual(['greeted', 'greeted', 'lost'])
    transport.stop()
  })
})
