/**
 * A host that lies, in a process of its own: it listens on a port of its own, passes every frame between real clients and a real server, and does to each what the script says.
 *
 * The server behind it is started with this origin, so that clients sign for the address they called. A script sees decoded frames and may drop, hold, change,
 * reorder, multiply or invent them; sockets are numbered from 0 in the order in which they came, and may be led to another server than before.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Bytes } from '../base/bytes.ts'
import {
  decodeRequest,
  decodeServerFrame,
  encodeAnswer,
  encodeNotice,
  encodeRequest,
  readAnswer,
  type Answer,
  type NoticeFrame,
  type RequestFrame,
  type RequestName,
} from '../log/frames.ts'
import { SOCKET_PATH } from '../log/wire.ts'
import type { WireEntry } from '../log/types.ts'
import type { Order, Told } from './malicious-process.ts'

export type HostFrame =
  | { readonly kind: 'notice'; readonly notice: NoticeFrame }
  | { readonly kind: 'answer'; readonly id: number; readonly name: RequestName; readonly answer: Answer<RequestName> }
  /** Not to be understood by anybody. */
  | { readonly kind: 'raw'; readonly bytes: Bytes }

export interface Script {
  /** What a client is told in place of `frame`. */
  toClient?(frame: HostFrame, socket: LedSocket): readonly HostFrame[]
  /** What the server is told in place of `request`; an answer may be given at once with `socket.tell`. */
  toServer?(request: RequestFrame, socket: LedSocket): readonly RequestFrame[]
}

export interface LedSocket {
  readonly number: number
  tell(frame: HostFrame): void
  close(): void
}

export interface MaliciousServer {
  readonly origin: string
  /** What is done from now on; null: nothing, an honest relay. */
  script: Script | null
  /** Where a new socket is led, by its number. */
  leadTo: (socket: number) => string
  readonly sockets: readonly LedSocket[]
  /** Makes every client come back on a new socket. */
  closeAll(): void
  stop(): Promise<void>
}

interface Running {
  readonly tell: (order: Order) => void
  readonly heard: Map<number, (told: Told) => void>
  readonly turns: Map<number, () => void>
  worlds: number
}

// One process for all worlds of a test file; it ends with it.
const started: { running: Running | null } = { running: null }
const nextTurn = { number: 0 }

function theProcess(): Running {
  if (started.running !== null) return started.running
  const child = fork(fileURLToPath(new URL('malicious-process.ts', import.meta.url)), [], { serialization: 'advanced', execArgv: ['--no-warnings'] })
  const heard = new Map<number, (told: Told) => void>()
  const turns = new Map<number, () => void>()
  child.on('message', (told: Told) => (told.what === 'turned' ? turned(turns, told.turn) : heard.get(told.world)?.(told)))
  child.on('exit', () => {
    started.running = null
    for (const turn of [...turns.keys()]) turned(turns, turn)
  })
  // The tests do not wait for it.
  child.unref()
  child.channel?.unref()
  const running: Running = { heard, turns, worlds: 0, tell: (order) => void (child.connected && child.send(order)) }
  started.running = running
  return running
}

function turned(turns: Map<number, () => void>, turn: number): void {
  turns.get(turn)?.()
  turns.delete(turn)
}

/** Resolves once that process has passed on what lay ready on its sockets; at once where there is none. On a busy machine it may get its turn later than any time one could wait for it. */
export async function hostTurned(): Promise<void> {
  const { running } = started
  if (running === null) return
  const turn = (nextTurn.number += 1)
  await new Promise<void>((resolve) => {
    running.turns.set(turn, resolve)
    running.tell({ what: 'turn', world: 0, turn })
  })
}

/** A host of its own process that passes on, holds back, changes and makes up what a test tells it to. */
export async function startMaliciousServer(): Promise<MaliciousServer> {
  const running = theProcess()
  running.worlds += 1
  const world = running.worlds
  const sockets: LedSocket[] = []
  const namesOf: Map<number, RequestName>[] = []
  const listening = Promise.withResolvers<number>()
  const stopped = Promise.withResolvers<void>()
  // A channel that is not waited for would let a test file end in the middle.
  const awake = setInterval(() => {}, 1_000)

  function came(socket: number): void {
    namesOf[socket] = new Map()
    sockets[socket] = {
      number: socket,
      tell: (frame) => {
        const bytes = bytesOf(frame)
        if (bytes !== null) running.tell({ what: 'to-client', world, socket, bytes })
      },
      close: () => running.tell({ what: 'close', world, socket }),
    }
    running.tell({ what: 'lead', world, socket, url: new URL(SOCKET_PATH, host.leadTo(socket).replace('http', 'ws')).href })
  }

  function fromClient(socket: number, message: Bytes): void {
    const request = decodeRequest(message)
    if (!request.ok) return
    namesOf[socket]!.set(request.value.id, request.value.name)
    for (const one of host.script?.toServer?.(request.value, sockets[socket]!) ?? [request.value])
      running.tell({ what: 'to-server', world, socket, bytes: encodeRequest(one.id, one.name, one.body as never) })
  }

  function fromServer(socket: number, message: Bytes): void {
    const frame = frameOf(message, namesOf[socket]!)
    if (frame !== null) for (const one of host.script?.toClient?.(frame, sockets[socket]!) ?? [frame]) sockets[socket]!.tell(one)
  }

  running.heard.set(world, (told) => {
    if (told.what === 'listening') listening.resolve(told.port)
    else if (told.what === 'came') came(told.socket)
    else if (told.what === 'from-client') fromClient(told.socket, new Uint8Array(told.bytes))
    else if (told.what === 'from-server') fromServer(told.socket, new Uint8Array(told.bytes))
    else if (told.what === 'stopped') stopped.resolve()
  })
  running.tell({ what: 'listen', world, path: SOCKET_PATH })
  const host: MaliciousServer = {
    origin: `http://127.0.0.1:${await listening.promise}`,
    script: null,
    leadTo: () => {
      throw new Error('a malicious server has a server behind it')
    },
    sockets,
    closeAll: () => {
      for (const socket of sockets) socket.close()
    },
    stop: async () => {
      running.tell({ what: 'stop', world })
      await stopped.promise
      running.heard.delete(world)
      clearInterval(awake)
    },
  }
  return host
}

function frameOf(message: Bytes, names: ReadonlyMap<number, RequestName>): HostFrame | null {
  const frame = decodeServerFrame(message)
  if (!frame.ok) return null
  if (frame.value.kind === 'notice') return { kind: 'notice', notice: frame.value.notice }
  const name = names.get(frame.value.id)
  const answer = name === undefined ? null : readAnswer(name, frame.value.items)
  return name === undefined || answer === null || !answer.ok ? null : { kind: 'answer', id: frame.value.id, name, answer: answer.value }
}

function bytesOf(frame: HostFrame): Bytes | null {
  switch (frame.kind) {
    case 'raw':
      return frame.bytes
    case 'notice':
      return encodeNotice(frame.notice.name, frame.notice.body as never)
    case 'answer':
      return encodeAnswer(frame.id, frame.name, frame.answer)
  }
}

/** Does something to every list of entries a host serves, live or asked for. */
export function withEntries(change: (entries: readonly WireEntry[], room: Bytes | null) => readonly WireEntry[]): NonNullable<Script['toClient']> {
  return (frame) => {
    if (frame.kind === 'notice' && frame.notice.name === 'entries') {
      const { body } = frame.notice
      return [{ ...frame, notice: { name: 'entries', body: { ...body, entries: change(body.entries, body.room) } } }]
    }
    if (frame.kind === 'answer' && frame.answer.ok && frame.name === 'read') {
      const value = frame.answer.value as { readonly entries: readonly WireEntry[] }
      return [{ ...frame, answer: { ok: true, value: { ...value, entries: change(value.entries, null) } as never } }]
    }
    return [frame]
  }
}
