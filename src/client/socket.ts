import type { Bytes } from '../base/bytes.ts'
import { SOCKET_PATH } from '../log/wire.ts'

/** One open socket, as the transport uses it: whole binary messages, in order. */
export interface Socket {
  send(message: Bytes): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  received(message: Bytes): void
  /** Once, also when it never opened. */
  closed(): void
}

/** Opens a socket to a host's origin, such as `https://circle.example`. An argument of the engine, so that tests can stand in the middle. */
export interface Connect {
  (origin: string, events: SocketEvents): Socket
  /** Tells of the network itself, where the platform knows of it. Returns what ends the telling. */
  readonly watch?: (hears: NetworkEvents) => () => void
}

export interface NetworkEvents {
  /** The device has no network now: a socket over it would only be found dead much later. */
  gone(): void
  back(): void
}

/** Hears of the network from a browser's window; from nothing in Node, which has no such events. */
export function watchNetwork(window: Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>): (hears: NetworkEvents) => () => void {
  return (hears) => {
    const gone = (): void => hears.gone()
    const back = (): void => hears.back()
    window.addEventListener?.('offline', gone)
    window.addEventListener?.('online', back)
    return () => {
      window.removeEventListener?.('offline', gone)
      window.removeEventListener?.('online', back)
    }
  }
}

/** The platform's own WebSocket: the same class in Node and in the browser. */
export const connectWebSocket: Connect = Object.assign(openWebSocket, { watch: watchNetwork(globalThis) })

function openWebSocket(origin: string, events: SocketEvents): Socket {
  const socket = new WebSocket(socketAddress(origin))
  socket.binaryType = 'arraybuffer'
  let isOver = false
  const end = (): void => {
    if (isOver) return
    isOver = true
    events.closed()
  }
  socket.addEventListener('open', () => events.opened())
  socket.addEventListener('message', (message: MessageEvent<unknown>) => {
    if (message.data instanceof ArrayBuffer) events.received(new Uint8Array(message.data))
    else socket.close()
  })
  socket.addEventListener('close', end)
  socket.addEventListener('error', end)
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(message)
    },
    close: () => {
      socket.close()
      end()
    },
  }
}

export function socketAddress(origin: string): string {
  const url = new URL(SOCKET_PATH, origin)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
