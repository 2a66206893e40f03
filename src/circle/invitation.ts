import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import type { Result } from '../base/result.ts'
import { idBytes } from '../log/ids.ts'
import type { RoomId } from '../log/types.ts'
import { hostShape } from './reference.ts'
import { generationKeysShape, type GenerationKey } from './share.ts'
import { decodeAs, fixed, refused, roomIdShape, text, type Body, type Refused } from './shapes.ts'

export const ASK_BYTES = 1_000
/** Keys of at most 16 generations travel in one letter, the present one always among them. */
export const INVITATION_KEYS = 16

/**
 * A named invitation as it reaches the invitee's mailbox. The invitee takes their own first unused j, so the reference comes without one.
 *
 * `secret` yields ik (`invitationKeys`). `ask` is in words, no story. Source: PROTOCOL.md section 4.
 */
export interface NamedInvitation {
  readonly host: string
  readonly roomId: RoomId
  readonly n: Bytes
  readonly secret: Bytes
  readonly keys: readonly GenerationKey[]
  readonly ask: string
}

const shape = v.strictObject({
  host: hostShape,
  roomId: roomIdShape,
  n: fixed(32),
  secret: fixed(16),
  keys: v.pipe(generationKeysShape(INVITATION_KEYS), v.minLength(1)),
  ask: text(ASK_BYTES),
})

export const NAMED_INVITATION = 'circle.invitation'

/** The body of the letter; it always fits a mailbox item. */
export function namedInvitationBody(invitation: NamedInvitation): Body {
  const { host, roomId, n, secret, keys, ask } = invitation
  return { type: NAMED_INVITATION, shape: 1, data: { host, roomId: idBytes(roomId), n, secret, keys: keys.map(({ g, key }) => [g, key]), ask } }
}

export function readNamedInvitation(body: Body): Result<NamedInvitation, Refused> {
  if (body.type !== NAMED_INVITATION) return refused('unknown-type', 'type')
  return body.shape === 1 ? decodeAs(shape, body.data) : refused('newer-shape', 'shape')
}
