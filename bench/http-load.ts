/**
 * Sends ready-made HTTP requests over keep-alive connections, each waiting for its answer, bodies read in full.
 *
 * Plain sockets instead of an HTTP client: the generator shares two cores with the server it measures, so it must be much lighter than what it measures.
 */
import { connect } from 'node:net'
import type { Bytes } from '../src/base/bytes.ts'

export interface LoadResult {
  readonly requests: number
  readonly seconds: number
  readonly perSecond: number
  /** Milliseconds from the first byte sent to the last byte of the answer. */
  readonly p50: number
  readonly p99: number
  readonly statuses: Readonly<Record<number, number>>
}

/** `queues`: one list of requests per connection, sent in order. */
export async function runLoad(port: number, queues: readonly (readonly Bytes[])[]): Promise<LoadResult> {
  const statuses: Record<number, number> = {}
  const latencies: number[] = []
  const begun = performance.now()
  await Promise.all(queues.map((queue) => runConnection(port, queue, statuses, latencies)))
  const seconds = (performance.now() - begun) / 1000
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    requests: latencies.length,
    seconds,
    perSecond: latencies.length / seconds,
    p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    statuses,
  }
}

/** A `POST` with a body of bytes, as it stands on the wire. */
export function postRequest(path: string, body: Uint8Array): Bytes {
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/cbor\r\nContent-Length: ${body.length}\r\nConnection: keep-alive\r\n\r\n`
  return new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), body]))
}

function runConnection(port: number, queue: readonly Bytes[], statuses: Record<number, number>, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let next = 0
    let sentAt = 0
    let pending: Buffer = Buffer.alloc(0)
    const send = (): void => {
      const request = queue[next++]
      if (request === undefined) {
        socket.end()
        resolve()
        return
      }
      sentAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      const answer = readAnswer(pending)
      if (answer === null) return
      pending = Buffer.from(pending.subarray(answer.length))
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      latencies.push(performance.now() - sentAt)
      send()
    })
  })
}

function readAnswer(bytes: Buffer): { readonly status: number; readonly length: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const length = /content-length: *(\d+)/i.exec(head)
  const status = Number(head.slice(9, 12))
  if (length === null) throw new Error(`An answer without a length: ${head}`)
  const whole = headEnd + 4 + Number(length[1])
  return bytes.length < whole ? null : { status, length: whole }
}
