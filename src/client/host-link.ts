import { err, ok, type Result } from '../base/result.ts'
import type { NoticeFrame } from '../log/frames.ts'
import type { Hello } from '../log/wire.ts'
import type { EngineError } from './api.ts'
import type { EngineOrder } from './core.ts'
import { openTransport, type Transport } from './transport.ts'

export interface Handlers {
  greeted(hello: Hello): void
  noticed(notice: NoticeFrame): void
  lost(): void
}

/** A connection that can be made before it is known whose session will use it. */
export interface HostLink {
  readonly transport: Transport
  /** From now on these hear of everything; the greeting of a socket that already stands is told at once. */
  attach(handlers: Handlers): void
}

const GREETING_MILLIS = 8_000

export function connectHost(order: Pick<EngineOrder, 'connect' | 'random'>, origin: string): HostLink {
  let handlers: Handlers | null = null
  const transport = openTransport({
    origin,
    connect: order.connect,
    random: order.random,
    greeted: (hello) => handlers?.greeted(hello),
    noticed: (notice) => handlers?.noticed(notice),
    lost: () => handlers?.lost(),
  })
  return {
    transport,
    attach: (given) => {
      handlers = given
      const hello = transport.hello()
      if (hello !== null) given.greeted(hello)
    },
  }
}

/** A link whose host has greeted us; the link is closed again when it does not in time. */
export async function reachHost(order: Pick<EngineOrder, 'connect' | 'random'>, origin: string): Promise<Result<HostLink, EngineError>> {
  const link = connectHost(order, origin)
  const greeted = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), GREETING_MILLIS)
    link.attach({
      greeted: () => {
        clearTimeout(timer)
        resolve(true)
      },
      noticed: () => {},
      lost: () => {},
    })
  })
  if (greeted) return ok(link)
  link.transport.stop()
  return err({ kind: 'offline' })
}
