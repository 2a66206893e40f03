/**
 * What this device remembers between two openings: one session, open or covered with a number.
 *
 * The number keeps curious hands out, nothing more: whoever copies the storage can try every number. The app says so.
 */
import { concat, toHex, utf8, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import * as v from 'valibot'
import type { Root } from '../account/root.ts'
import type { RoomReference } from '../circle/reference.ts'
import { open, seal } from '../crypto/aead.ts'
import { decodeCbor, encodeCbor, BODY_DEPTH, type Cbor } from '../crypto/cbor.ts'
import { hkdf } from '../crypto/hash.ts'
import { stretch } from '../crypto/stretch.ts'
import type { RoomId } from '../log/types.ts'
import { bytesShape } from './shapes.ts'
import type { Store } from './store.ts'

/** Everything that opens this person's rooms from this device. */
export interface KeptSession {
  readonly personal: RoomReference
  readonly roots: readonly Root[]
  /** 32 random bytes that seal what this device keeps of its own: the outbox and unsent drafts. */
  readonly deviceKey: Bytes
}

export type Remembered =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'covered'; readonly triesLeft: number }
  | { readonly kind: 'open'; readonly session: KeptSession }

const KEY = 'session'
const TRIES = 'session-tries'
const ALLOWED_TRIES = 5
const AAD = utf8('holdfast device 1')

export async function remembered(store: Store): Promise<Remembered> {
  const bytes = await store.get(KEY)
  if (bytes === null) return { kind: 'nothing' }
  if (bytes[0] === 1) return { kind: 'covered', triesLeft: ALLOWED_TRIES - (await triesMade(store)) }
  const session = decodeSession(bytes.subarray(1))
  return session === null ? { kind: 'nothing' } : { kind: 'open', session }
}

/** False when the device refuses to keep it. `number` null: open at the next start without asking. */
export async function remember(store: Store, session: KeptSession, number: string | null, random: Random): Promise<boolean> {
  const plain = encodeSession(session)
  await store.remove([TRIES])
  if (number === null) return store.put([[KEY, concat(new Uint8Array([0]), plain)]])
  const salt = random.bytes(16)
  const nonce = random.bytes(12)
  const sealed = await seal(await stretch(utf8(number), salt), nonce, AAD, plain)
  return store.put([[KEY, concat(new Uint8Array([1]), salt, nonce, sealed)]])
}

/** Counts a wrong number before it is tried, so that closing the page saves no try; the fifth wrong one removes the session. */
export async function uncover(store: Store, number: string): Promise<Result<KeptSession, { readonly triesLeft: number }>> {
  const bytes = await store.get(KEY)
  if (bytes === null || bytes[0] !== 1) return err({ triesLeft: 0 })
  const tries = (await triesMade(store)) + 1
  await store.put([[TRIES, new Uint8Array([tries])]])
  const plain = await open(await stretch(utf8(number), bytes.slice(1, 17)), bytes.slice(17, 29), AAD, bytes.slice(29))
  const session = plain === null ? null : decodeSession(plain)
  if (session !== null) {
    await store.remove([TRIES])
    return ok(session)
  }
  if (tries >= ALLOWED_TRIES) await store.remove([KEY, TRIES])
  return err({ triesLeft: Math.max(0, ALLOWED_TRIES - tries) })
}

async function triesMade(store: Store): Promise<number> {
  return (await store.get(TRIES))?.[0] ?? 0
}

/** Something of this device's own, sealed under its key: nonce in front. */
export async function sealForDevice(deviceKey: Bytes, plain: Cbor, random: Random): Promise<Bytes> {
  const nonce = random.bytes(12)
  return concat(nonce, await seal(deviceKey, nonce, AAD, encodeCbor(plain)))
}

/** Null when it was sealed by another session of this device, or changed. */
export async function openForDevice(deviceKey: Bytes, sealed: Bytes): Promise<Cbor | null> {
  const plain = await open(deviceKey, sealed.slice(0, 12), AAD, sealed.slice(12))
  if (plain === null) return null
  const value = decodeCbor(plain, BODY_DEPTH)
  return value.ok ? value.value : null
}

/** Where something of this device's own lies in the store: the same each time, and telling nobody without its key what it is. */
export async function placeOnDevice(deviceKey: Bytes, what: string): Promise<string> {
  return toHex((await hkdf(deviceKey, concat(AAD, utf8(` place ${what}`)))).subarray(0, 16))
}

const sessionShape = v.strictObject({
  host: v.string(),
  room: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  n: bytesShape(32),
  j: v.number(),
  roots: v.array(v.strictTuple([v.number(), bytesShape(32)])),
  deviceKey: bytesShape(32),
})

function encodeSession(session: KeptSession): Bytes {
  const { host, roomId, n, j } = session.personal
  return encodeCbor({ host, room: roomId, n, j, roots: session.roots.map((root) => [root.epoch, root.bytes]), deviceKey: session.deviceKey })
}

function decodeSession(bytes: Uint8Array): KeptSession | null {
  const value = decodeCbor(bytes, BODY_DEPTH)
  if (!value.ok) return null
  const read = v.safeParse(sessionShape, value.value)
  if (!read.success) return null
  const { host, room, n, j, roots, deviceKey } = read.output
  return { personal: { host, roomId: room as RoomId, n, j }, roots: roots.map(([epoch, root]) => ({ epoch, bytes: root })), deviceKey }
}
