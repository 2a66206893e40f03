/** Runs in the browser that is measured: opens a room of many entries with the app's own code, or does the bare loop it is compared with. */
import { decode } from 'cborg'
import { fromHex, type Bytes } from '../../src/base/bytes.ts'
import { verifierInWorkers } from '../../src/app/verifying.ts'
import { emptyRoom, type Identity, type Room } from '../../src/client/room.ts'
import { putIntoInbox, takeFromInbox } from '../../src/client/inbox.ts'
import { ingest } from '../../src/client/room-ingest.ts'
import { openWhatCanBeOpened } from '../../src/client/room-keys.ts'
import { signingKeyFromSeed, startVerifying, verifyElsewhere } from '../../src/crypto/ed25519.ts'
import { startHashing } from '../../src/crypto/hash.ts'
import { kemKeyFromSeed } from '../../src/crypto/kem.ts'
import { decodeServerFrame } from '../../src/log/frames.ts'
import { roomKeyFrom } from '../../src/log/ids.ts'
import { bodyKeyOf } from '../../src/log/seal.ts'
import type { Link, RoomId } from '../../src/log/types.ts'

/** What the measuring side made: hex of seeds and keys, and how the frames lie in the file, each after its length (u32). */
export interface Made {
  readonly roomId: string
  readonly n: string
  readonly seed: string
  readonly kemSeed: string
  readonly key: string
  readonly head: { readonly seq: number; readonly link: string }
}

export type Way = 'bare' | 'pinned' | 'verified'

interface Figures {
  readonly millis: number
  readonly entries: number
  readonly kept: unknown
}

declare global {
  // oxlint-disable-next-line no-var
  var prepare: (made: Made, file: string) => Promise<(way: Way) => Promise<Figures>>
}

const CONCURRENCY = 64

// What stands ready in the app before any room is opened: the frames on their way, its hashing, its helpers, the person's keys.
globalThis.prepare = async (made, file) => {
  const frames = framesIn(new Uint8Array(await (await fetch(file)).arrayBuffer()))
  await startHashing()
  verifyElsewhere(verifierInWorkers((url) => url))
  await startVerifying()
  const rk = await signingKeyFromSeed(bytes(made.seed))
  const identity = { epoch: 0, rk, rkHex: roomKeyFrom(rk.publicKey), kem: await kemKeyFromSeed(bytes(made.kemSeed)) }
  return async (way) => {
    const begun = performance.now()
    const entries = way === 'bare' ? await bareLoop(frames, made) : await openRoom(frames, made, identity, way === 'pinned')
    return { millis: performance.now() - begun, entries: entries.count, kept: entries.kept }
  }
}

async function openRoom(frames: readonly Bytes[], made: Made, identity: Identity, isPinned: boolean): Promise<{ readonly count: number; readonly kept: unknown }> {
  const roomId = made.roomId as RoomId
  const room: Room = emptyRoom({ host: 'http://localhost', roomId, n: bytes(made.n), j: 0 }, 'commons', [identity])
  room.hostHead = { seq: made.head.seq, link: made.head.link as Link }
  if (isPinned) room.pin = room.hostHead
  const sent = frames[Symbol.iterator]()
  // As from a socket: some frames have come while one is taken in.
  const receive = (): void => {
    for (let frame = sent.next(); !frame.done; frame = sent.next()) {
      const decoded = decodeServerFrame(frame.value)
      if (!decoded.ok || decoded.value.kind !== 'notice' || decoded.value.notice.name !== 'entries') throw new Error('Not a frame of entries')
      putIntoInbox(room, decoded.value.notice.body.entries, null)
      if (room.inbox.length > 3) return
    }
  }
  receive()
  for (let next = takeFromInbox(room); next !== null; next = takeFromInbox(room)) {
    receive()
    await ingest(room, next.entries, next.inspecting)
    await openWhatCanBeOpened(room)
  }
  const opened = room.entries.filter(({ body }) => body.kind === 'open').length
  if (opened !== made.head.seq + 1) throw new Error(`Opened ${opened} of ${made.head.seq + 1}: ${JSON.stringify(room.verdict)}`)
  return { count: opened, kept: room }
}

/** The same bytes in the same frames, one AES-GCM and one SHA-256 an entry, as many in flight. */
async function bareLoop(frames: readonly Bytes[], made: Made): Promise<{ readonly count: number; readonly kept: unknown }> {
  const key = await crypto.subtle.importKey('raw', await bodyKeyOf(bytes(made.key), made.roomId as RoomId), 'AES-GCM', false, ['decrypt', 'encrypt'])
  const kept: Uint8Array[] = []
  for (const frame of frames) {
    const [, , { entries }] = decode(frame) as [number, string, { entries: [Bytes, Bytes, Bytes, null][] }]
    for (let at = 0; at < entries.length; at += CONCURRENCY) {
      const opened = await Promise.all(
        entries.slice(at, at + CONCURRENCY).map(async ([header, , body]) => {
          await crypto.subtle.digest('SHA-256', header as Bytes)
          // Encrypting costs what decrypting does, and needs no rebuilt header for its additional data.
          return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: (header as Bytes).slice(0, 12), additionalData: header as Bytes }, key, body as Bytes))
        }),
      )
      kept.push(...opened)
    }
  }
  return { count: kept.length, kept }
}

function framesIn(file: Bytes): readonly Bytes[] {
  const view = new DataView(file.buffer)
  const frames: Bytes[] = []
  for (let at = 0; at < file.length; ) {
    const length = view.getUint32(at)
    frames.push(file.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return frames
}

function bytes(hex: string): Bytes {
  const read = fromHex(hex)
  if (read === null) throw new Error('Not hex')
  return read
}
