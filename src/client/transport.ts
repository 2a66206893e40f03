/**
 * One socket to one host: requests with their answers, notices, and coming back after it broke.
 *
 * Nothing that arrives is believed here: frames are only checked for their shape. Back-off doubles from a quarter of a second to half a minute, with a random part,
 * so that a host that restarts is not met by everybody at once.
 */
import { check } from '../base/check.ts'
import type { Random } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { decodeServerFrame, encodeRequest, readAnswer, type NoticeFrame } from '../log/frames.ts'
import type { Answers, Hello, Refusal, Requests } from '../log/wire.ts'
import type { Connect, Socket } from './socket.ts'

export type Failed = { readonly kind: 'offline' } | { readonly kind: 'no'; readonly reason: Refusal; readonly details: Cbor }

export interface Transport {
  readonly origin: string
  /** Of the socket that stands now; null while there is none. */
  hello(): Hello | null
  request<Name extends keyof Requests>(name: Name, body: Requests[Name]): Promise<Result<Answers[Name], Failed>>
  /** Connects at once instead of waiting out the back-off. */
  nudge(): void
  stop(): void
}

export interface TransportOrder {
  readonly origin: string
  readonly connect: Connect
  readonly random: Random
  /** How long an answer may take; 20 s unless said otherwise. A socket that was silent as long is given up. */
  readonly answerMillis?: number
  /** The socket stands and its greeting is read: rooms are to be opened again. */
  greeted(hello: Hello): void
  noticed(notice: NoticeFrame): void
  /** The socket broke or could not be opened. */
  lost(): void
}

const FIRST_WAIT_MILLIS = 250
const LONGEST_WAIT_MILLIS = 30_000
const ANSWER_MILLIS = 20_000

interface Waiting {
  readonly name: keyof Requests
  settle(result: Result<unknown, Failed>): void
  readonly timer: ReturnType<typeof setTimeout>
}

export function openTransport(order: TransportOrder): Transport {
  const waiting = new Map<number, Waiting>()
  let socket: Socket | null = null
  let greeting: Hello | null = null
  let nextId = 1
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | null = null
  let isStopped = false
  // Frames that came in, so that silence is known from slowness.
  let heard = 0

  function start(): void {
    if (isStopped || socket !== null) return
    if (retry !== null) clearTimeout(retry)
    retry = null
    let mine: Socket | null = null
    const isCurrent = (): boolean => socket === mine
    const opened = order.connect(order.origin, {
      opened: () => {},
      received: (message) => {
        if (isCurrent()) receive(message)
      },
      closed: () => {
        if (isCurrent()) broke()
      },
    })
    mine = opened
    socket = opened
  }

  function receive(message: Uint8Array): void {
    heard += 1
    const frame = decodeServerFrame(message)
    if (!frame.ok) return distrust()
    if (frame.value.kind === 'notice') {
      const notice = frame.value.notice
      if (notice.name === 'hello') {
        // What we sign names the origin: one that is not the address we called would make our signatures good somewhere else (attack B21).
        if (!check('CL-ORIGIN', notice.body.origin === order.origin)) return distrust()
        failures = 0
        greeting = notice.body
        order.greeted(notice.body)
      } else order.noticed(notice)
      return
    }
    const asked = waiting.get(frame.value.id)
    if (asked === undefined) return
    const answer = readAnswer(asked.name, frame.value.items)
    if (!answer.ok) return distrust()
    waiting.delete(frame.value.id)
    clearTimeout(asked.timer)
    asked.settle(answer.value.ok ? ok(answer.value.value) : err({ kind: 'no', reason: answer.value.reason, details: answer.value.details }))
  }

  // A host that does not keep to the form is treated as one that went away: nothing of the frame is used.
  function distrust(): void {
    const standing = socket
    broke()
    standing?.close()
  }

  function broke(): void {
    socket = null
    greeting = null
    for (const [id, asked] of waiting) {
      waiting.delete(id)
      clearTimeout(asked.timer)
      asked.settle(err({ kind: 'offline' }))
    }
    order.lost()
    if (isStopped) return
    const wait = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** failures)
    failures += 1
    const spread = (order.random.bytes(1)[0]! / 255) * 0.5 + 0.75
    retry = setTimeout(start, wait * spread)
  }

  function request<Name extends keyof Requests>(name: Name, body: Requests[Name]): Promise<Result<Answers[Name], Failed>> {
    const standing = socket
    if (standing === null || greeting === null) return Promise.resolve(err({ kind: 'offline' }))
    const id = nextId
    nextId += 1
    const heardBefore = heard
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.delete(id)
        resolve(err({ kind: 'offline' }))
        // Not a frame since we asked: the socket is dead, whatever it says of itself.
        if (heard === heardBefore && socket === standing) distrust()
      }, order.answerMillis ?? ANSWER_MILLIS)
      // The decoder was told the name of the request, so the value has the shape of its answer.
      const settle = (result: Result<unknown, Failed>): void => resolve(result as Result<Answers[Name], Failed>)
      waiting.set(id, { name, settle, timer })
      standing.send(encodeRequest(id, name, body))
    })
  }

  function nudge(): void {
    failures = 0
    start()
  }

  start()
  const stopWatching = order.connect.watch?.({
    gone: () => {
      if (socket !== null) distrust()
    },
    back: () => {
      // One that was begun without a network may hang for a minute.
      if (socket !== null && greeting === null) distrust()
      nudge()
    },
  })
  return {
    origin: order.origin,
    hello: () => greeting,
    request,
    nudge,
    stop: () => {
      isStopped = true
      stopWatching?.()
      if (retry !== null) clearTimeout(retry)
      const standing = socket
      broke()
      standing?.close()
    },
  }
}
