import pg from 'pg'
import { systemRandom } from '../base/clock.system.ts'
import { toHex } from '../base/bytes.ts'
import { connectionTo } from './postgres-connection.ts'
import type { News } from './store.ts'
import { LIMITS } from '../log/wire.ts'

/**
 * What processes on one database tell each other, over a connection of its own: one notice for all that happened within 2 ms, outside every append.
 *
 * A notice may be lost; heads are compared anyway. Not behind a transaction pooler, which would not deliver them. Source: PROTOCOL.md section 6.
 */
export interface NewsLine {
  tell(news: readonly News[]): void
  onNews(listener: (news: readonly News[] | null) => void): void
  close(): Promise<void>
}

const CHANNEL = 'holdfast'
// PostgreSQL takes 8,000 bytes in one notice.
const MOST_BYTES = 7_000
const FIRST_WAIT_MILLIS = 100
const LONGEST_WAIT_MILLIS = 5_000

export async function openNews(url: string): Promise<NewsLine> {
  const me = toHex(systemRandom.bytes(8))
  const line = { client: null as pg.Client | null, isClosed: false, wait: FIRST_WAIT_MILLIS, listener: (() => {}) as (news: readonly News[] | null) => void }
  const outgoing = { news: new Map<string, News>(), timer: null as ReturnType<typeof setTimeout> | null }

  async function connect(): Promise<void> {
    const client = new pg.Client(connectionTo(url))
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    line.client = client
    line.wait = FIRST_WAIT_MILLIS
  }

  function lost(client: pg.Client): void {
    if (line.client !== client || line.isClosed) return
    line.client = null
    again()
  }

  function again(): void {
    setTimeout(() => {
      if (line.isClosed) return
      connect().then(
        () => line.listener(null),
        () => {
          line.wait = Math.min(LONGEST_WAIT_MILLIS, line.wait * 2)
          again()
        },
      )
    }, line.wait).unref()
  }

  function heard(payload: string): void {
    const told = JSON.parse(payload) as { readonly from: string; readonly news: readonly News[] }
    if (told.from !== me) line.listener(told.news)
  }

  function send(): void {
    outgoing.timer = null
    const all = [...outgoing.news.values()]
    outgoing.news.clear()
    while (all.length > 0 && line.client !== null) {
      const payload = JSON.stringify({ from: me, news: all.splice(0, MOST_BYTES / 140) })
      line.client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {})
    }
  }

  await connect()
  return {
    tell(news) {
      for (const one of news) outgoing.news.set(nameOf(one), one)
      outgoing.timer ??= setTimeout(send, LIMITS.joinMillis)
    },
    onNews(listener) {
      line.listener = listener
    },
    async close() {
      line.isClosed = true
      if (outgoing.timer !== null) {
        clearTimeout(outgoing.timer)
        send()
      }
      await line.client?.end()
    },
  }
}

/** The newest head of a room stands for those before it. */
function nameOf(news: News): string {
  switch (news.kind) {
    case 'head':
    case 'knock':
      return news.kind + news.room
    case 'mail':
      return news.kind + news.address
    case 'server':
      return news.kind
  }
}
