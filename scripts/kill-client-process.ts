/** The client that is killed, seen from outside: a process, its orders, and what it said up to its end. */
import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { assert } from '../src/base/assert.ts'
import type { Done, Moment, Order } from './kill-client-words.ts'

const program = fileURLToPath(new URL('kill-client-child.ts', import.meta.url))
const LONGEST_MILLIS = 240_000

type Wanted = Order extends infer One ? (One extends Order ? Omit<One, 'number'> : never) : never

export interface Client {
  /** Rejects when the client could not do it, or ended before. */
  ask(order: Wanted): Promise<Done>
  /** Everything it said, in order. After its end nothing of it is missing. */
  readonly said: readonly Moment[]
  /** Resolves with the first moment from `from` on that fits. */
  hears(fits: (moment: Moment) => boolean, from?: number): Promise<Moment>
  /** SIGKILL; resolves when it is gone and all it said was read. */
  kill(): Promise<void>
}

export function startClient(folder: string): Client {
  const child: ChildProcess = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
  const said: Moment[] = []
  const listeners = new Set<() => void>()
  const ending = { isOver: false, complaint: '' }
  let rest = ''
  let orders = 0
  const tell = (): void => {
    for (const listener of [...listeners]) listener()
  }
  const reports = child.stdio[3] as Readable
  reports.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    // The last line may be cut off by the kill: then it was not said.
    rest = lines.pop() ?? ''
    for (const line of lines) said.push(JSON.parse(line) as Moment)
    tell()
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (ending.complaint += text))
  child.stdin!.on('error', () => {})
  const closed = new Promise<void>((resolve) =>
    child.on('close', () => {
      ending.isOver = true
      tell()
      resolve()
    }),
  )

  function hears(fits: (moment: Moment) => boolean, from = 0): Promise<Moment> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(() => reject(new Error(`The client did not say it in time. Last: ${JSON.stringify(said.slice(-8))}\n${ending.complaint}`))), LONGEST_MILLIS)
      const end = (then: () => void): void => {
        clearTimeout(timer)
        listeners.delete(look)
        then()
      }
      let at = from
      const look = (): void => {
        for (; at < said.length; at++) {
          const moment = said[at]!
          if (fits(moment)) return end(() => resolve(moment))
        }
        if (ending.isOver) end(() => reject(new Error(`The client ended.\n${ending.complaint}`)))
      }
      listeners.add(look)
      look()
    })
  }

  return {
    said,
    hears,
    ask: async (order) => {
      const number = ++orders
      const from = said.length
      child.stdin!.write(`${JSON.stringify({ ...order, number })}\n`)
      const answer = await hears((moment) => (moment.what === 'done' || moment.what === 'failed') && moment.number === number, from)
      if (answer.what === 'failed') throw new Error(`${order.do}: ${answer.why}`)
      assert(answer.what === 'done', 'an order is done or failed')
      return answer.done
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}
