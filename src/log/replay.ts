import { err, ok, type Result } from '../base/result.ts'
import { importAeadKey, type AeadKey } from '../crypto/aead.ts'
import type { Kept, Plaintext } from './body.ts'
import { checkParts } from './box-set.ts'
import { isCommittedKey } from './boxes.ts'
import { inspect } from './inspect.ts'
import { begin, step } from './reduce.ts'
import { bodyKeyOf, openBody } from './seal.ts'
import { generationAt } from './state.ts'
import type { Header, Link, RoomState, Stop, WireEntry } from './types.ts'

/** What can be said of a body offline. `sealed`: no key of its generation is at hand; `absent`: its author or somebody else's host dropped it. */
export type BodySeen =
  | { readonly kind: 'none' | 'sealed' | 'taken-back' | 'absent' }
  | { readonly kind: 'opened'; readonly plaintext: Plaintext }
  | { readonly kind: 'kept'; readonly kept: Kept }

export interface Replayed {
  readonly header: Header
  readonly link: Link
  readonly body: BodySeen
}

export interface Replay {
  /** After the last entry that holds; null when not even genesis does. */
  readonly state: RoomState | null
  readonly entries: readonly Replayed[]
  /** Why the rest was not read, with the place in the list as its seq; null when all of it holds. */
  readonly stop: Stop | null
  /** Generations for which a key was given that is not the one committed to. */
  readonly wrongKeys: readonly number[]
}

export interface ReplayOptions {
  /** K_g by g, as far as one has them. */
  readonly keys?: ReadonlyMap<number, Uint8Array>
  /** `all`: every box of every entry is there, as in an export; `own`: as a member is served, with their own box or none. */
  readonly boxes: 'all' | 'own'
}

/**
 * Verifies a log offline from genesis on: every signature, key, proof, link and rule, every body that is there, and with `all` every list of boxes.
 *
 * `entries` is straight from a file or a host. Source: PROTOCOL.md section 12.
 */
export async function replay(entries: readonly WireEntry[], options: ReplayOptions): Promise<Replay> {
  const replayed: Replayed[] = []
  const bodyKeys = new Map<number, AeadKey | null>()
  const room: { state: RoomState | null } = { state: null }
  for (const [place, wire] of entries.entries()) {
    const next = await replayOne(room.state, wire, options)
    if (!next.ok) return finished(room.state, replayed, { ...next.error, seq: place }, bodyKeys)
    room.state = next.value.state
    const { header, link } = next.value
    replayed.push({ header, link, body: await bodySeen(wire, header, await bodyKey(header.g, next.value.state, options, bodyKeys)) })
  }
  return finished(room.state, replayed, null, bodyKeys)
}

async function replayOne(
  state: RoomState | null,
  wire: WireEntry,
  options: ReplayOptions,
): Promise<Result<{ readonly state: RoomState; readonly header: Header; readonly link: Link }, Stop>> {
  const inspected = await inspect(wire, { trust: false })
  if (!inspected.ok) return inspected
  const { header, link } = inspected.value
  const after = state === null ? begin(inspected.value) : step(state, inspected.value)
  if (!after.ok) return after
  const parts = await checkParts(wire, header, after.value, { bodyMayBeGone: true, boxesMayBeOwn: options.boxes === 'own' })
  return parts.ok ? ok({ state: after.value, header, link }) : err(parts.error)
}

async function bodyKey(g: number, state: RoomState, options: ReplayOptions, known: Map<number, AeadKey | null>): Promise<AeadKey | null> {
  const before = known.get(g)
  if (before !== undefined) return before
  const key = options.keys?.get(g)
  if (key === undefined) return null
  const committed = generationAt(state, g)
  const fits = committed !== null && (await isCommittedKey(state.roomId, g, committed.kcommit, key))
  const usable = fits ? await importAeadKey(await bodyKeyOf(key, state.roomId)) : null
  known.set(g, usable)
  return usable
}

async function bodySeen(wire: WireEntry, header: Header, key: AeadKey | null): Promise<BodySeen> {
  if (header.bodyHash.length === 0) return { kind: 'none' }
  if (wire.body === null) return { kind: 'absent' }
  if (key === null) return { kind: 'sealed' }
  const opened = await openBody(wire, header, key)
  return opened.ok ? { kind: 'opened', plaintext: opened.value } : { kind: 'kept', kept: opened.error }
}

function finished(state: RoomState | null, replayed: readonly Replayed[], stop: Stop | null, bodyKeys: ReadonlyMap<number, AeadKey | null>): Replay {
  const takenBack = new Set(replayed.flatMap(({ header: { delta } }) => (delta.op === 'redaction' ? [delta.target] : [])))
  const entries = replayed.map((one) => (takenBack.has(one.header.seq) && one.body.kind !== 'none' ? { ...one, body: { kind: 'taken-back' as const } } : one))
  return { state, entries, stop, wrongKeys: [...bodyKeys].filter(([, key]) => key === null).map(([g]) => g) }
}
