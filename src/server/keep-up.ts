import { headOf } from './rooms.ts'
import type { Host } from './host.ts'
import type { LiveSide } from './live.ts'
import type { News } from './store.ts'

const COMPARE_MILLIS = 5_000
const RECOUNT_EVERY = 12

/**
 * Keeps a process up with what others write: told at once, and compared every five seconds and after a reconnect, since what is told can be lost.
 *
 * Returns what ends it. Source: PROTOCOL.md section 6, Several processes.
 */
export function keepUp(host: Host, live: LiveSide, complain: (text: string) => void): () => void {
  const counted = { rounds: 0, isComparing: false }

  async function bringUp(number: number): Promise<void> {
    const audience = live.openedRooms().find((opened) => opened.number === number)
    if (audience === undefined) return
    const room = await host.rooms.get(audience.idBytes)
    if (room === null) return
    await host.rooms.freshen(room)
    live.moved(room)
  }

  async function compare(): Promise<void> {
    if (counted.isComparing) return
    counted.isComparing = true
    try {
      await host.refreshRow()
      if (counted.rounds++ % RECOUNT_EVERY === 0) await host.space.recount()
      if (host.store.kind === 'sqlite') return
      const opened = live.openedRooms()
      const heads = await host.store.heads(opened.map(({ number }) => number))
      for (const { room: number, head } of heads) {
        const audience = opened.find((one) => one.number === number)
        const room = audience === undefined ? null : await host.rooms.get(audience.idBytes)
        if (room !== null && headOf(room.state).seq < head.seq) await bringUp(number)
        else if (room !== null) live.moved(room)
      }
    } finally {
      counted.isComparing = false
    }
  }

  async function heard(news: readonly News[] | null): Promise<void> {
    if (news === null) return compare()
    for (const one of news) {
      switch (one.kind) {
        case 'head':
          await bringUp(one.room)
          break
        case 'knock':
          await knockedElsewhere(host, live, one.room)
          break
        case 'mail':
          live.mailedFromElsewhere(one.address)
          break
        case 'server':
          await host.refreshRow()
          break
      }
    }
  }

  const away = (error: unknown): void => complain(`Could not keep up with the database: ${error instanceof Error ? error.message : String(error)}`)
  const timer = setInterval(() => void compare().catch(away), COMPARE_MILLIS)
  timer.unref()
  host.store.onNews((news) => void heard(news).catch(away))
  return () => clearInterval(timer)
}

/** A knock that another process took: everybody who waits for one here is shown all that wait. */
async function knockedElsewhere(host: Host, live: LiveSide, number: number): Promise<void> {
  const audience = live.openedRooms().find((opened) => opened.number === number)
  const room = audience === undefined ? null : await host.rooms.get(audience.idBytes)
  if (room === null) return
  for (const data of await host.store.knocks(number)) live.knocked(room, data)
}
