/**
 * Content entries of `circle`: what people say of themselves in a room. Type `circle.<what>`, shape 1.
 */
import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { bytesUpTo, decodeAs, fixed, refused, text, whole, type Body, type Refused } from './shapes.ts'
import { NAME_BYTES } from './names.ts'
import { shareShape, type Share } from './share.ts'

export const ABOUT_BYTES = 1_000

export type CircleEntry =
  /** The name its author goes by here. The newest counts. */
  | { readonly what: 'name'; readonly name: string }
  | { readonly what: 'about'; readonly languages: string; readonly brings: string }
  /** Its author's mailbox: address (32), drop secret (16), and the counter the address was made with. */
  | { readonly what: 'mailbox'; readonly address: Bytes; readonly secret: Bytes; readonly counter: number }
  /** A commons `rekey` entry, carried into a room where an old yes stands: header and signature as on the chain. */
  | { readonly what: 'rekey-proof'; readonly header: Bytes; readonly signature: Bytes }
  | { readonly what: 'share'; readonly share: Share }

const shapes = {
  'circle.name': v.pipe(
    v.strictObject({ name: text(NAME_BYTES, 1) }),
    v.transform((value): CircleEntry => ({ what: 'name', ...value })),
  ),
  'circle.about': v.pipe(
    v.strictObject({ languages: text(ABOUT_BYTES), brings: text(ABOUT_BYTES) }),
    v.transform((value): CircleEntry => ({ what: 'about', ...value })),
  ),
  'circle.mailbox': v.pipe(
    v.strictObject({ address: fixed(32), secret: fixed(16), counter: whole(0, 4_294_967_295) }),
    v.transform((value): CircleEntry => ({ what: 'mailbox', ...value })),
  ),
  'circle.rekey-proof': v.pipe(
    v.strictObject({ header: bytesUpTo(4_096, 1), signature: fixed(64) }),
    v.transform((value): CircleEntry => ({ what: 'rekey-proof', ...value })),
  ),
  share: v.pipe(
    shareShape,
    v.transform((share): CircleEntry => ({ what: 'share', share })),
  ),
} as const

/** The body to seal; a share is made by `makeShare`. */
export function circleBody(entry: Exclude<CircleEntry, { what: 'share' }>): Body {
  const { what, ...data } = entry
  return { type: `circle.${what}`, shape: 1, data }
}

/** Null when the entry belongs to a practice. */
export function readCircleEntry(body: Body): Result<CircleEntry | null, Refused> {
  if (!isOurs(body.type)) return body.type.startsWith('circle.') ? refused('unknown-type', 'type') : ok(null)
  return body.shape === 1 ? decodeAs(shapes[body.type], body.data) : refused('newer-shape', 'shape')
}

/** Of a type and a shape that this version reads. */
export function isCircleEntry({ type, shape }: Pick<Body, 'type' | 'shape'>): boolean {
  return isOurs(type) && shape === 1
}

function isOurs(type: string): type is keyof typeof shapes {
  return Object.hasOwn(shapes, type)
}
