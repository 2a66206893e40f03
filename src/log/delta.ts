import { err, ok, type Result } from '../base/result.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { idBytes, linkFrom, memberIdFrom, roomKeyFrom } from './ids.ts'
import type { Delta, NewGeneration, Policy } from './types.ts'

/** Sizes in bytes. `KEM` is an X-Wing public key, `BOX` one HPKE box of a 32-byte key. */
export const SIZES = { id: 32, nonce: 12, hash: 32, signature: 64, kem: 1_216, box: 1_168, act: 16 } as const

const LAST_NUMBER = 4_294_967_295

export function encodeDelta(delta: Delta): Cbor {
  switch (delta.op) {
    case 'content':
      return null
    case 'redaction':
      return [delta.target]
    case 'genesis':
      return ['genesis', delta.n, delta.kem, encodePolicy(delta.policy), encodeGeneration(delta.generation)]
    case 'invite':
      return ['invite', idBytes(delta.ik), delta.kind, delta.uses, delta.expiryDay]
    case 'revoke':
      return ['revoke', idBytes(delta.ik)]
    case 'admit': {
      const last = delta.generation === null ? delta.boxHash : encodeGeneration(delta.generation)
      return ['admit', idBytes(delta.ik), idBytes(delta.rk), delta.kem, delta.nameHash, delta.ikSignature, delta.rkSignature, last]
    }
    case 'enter':
      return ['enter', idBytes(delta.ik), idBytes(delta.rk), delta.kem, delta.ikSignature, encodeGeneration(delta.generation)]
    case 'remove':
      return ['remove', idBytes(delta.member), encodeGeneration(delta.generation)]
    case 'rotate':
      return ['rotate', encodeGeneration(delta.generation)]
    case 'rekey':
      return ['rekey', idBytes(delta.rk), delta.kem, delta.pop, encodeGeneration(delta.generation)]
    case 'role':
      return ['role', idBytes(delta.member), delta.role]
    case 'propose':
      return ['propose', delta.act, delta.member && idBytes(delta.member), delta.successor && idBytes(delta.successor)]
    case 'confirm':
      return delta.generation === null ? ['confirm', idBytes(delta.proposal)] : ['confirm', idBytes(delta.proposal), encodeGeneration(delta.generation)]
    case 'withdraw':
      return ['withdraw', idBytes(delta.proposal)]
    case 'policy':
      return ['policy', 'words']
    case 'leave':
    case 'host':
    case 'close':
      return [delta.op]
  }
}

export function encodePolicy(policy: Policy): Cbor {
  return [policy.history, policy.admit, policy.owned]
}

/** Why a delta is none: an operation of another version, or fields that do not fit. */
export type DeltaFailure = 'unknown-op' | 'malformed'

/** Reads the delta of a header of class 1, 2 or 3. */
export function decodeDelta(kind: 'membership' | 'content' | 'redaction', raw: Cbor): Result<Delta, DeltaFailure> {
  if (kind === 'content') return raw === null ? ok({ op: 'content' }) : err('malformed')
  if (!isList(raw)) return err('malformed')
  if (kind === 'redaction') {
    const [target] = raw
    return raw.length === 1 && isNumberUpTo(target, LAST_NUMBER) ? ok({ op: 'redaction', target }) : err('malformed')
  }
  const [op, ...fields] = raw
  if (typeof op !== 'string') return err('malformed')
  if (!isOperation(op)) return err('unknown-op')
  const delta = op === 'genesis' ? decodeGenesis(fields) : decodeOperation(op, fields)
  return delta === null ? err('malformed') : ok(delta)
}

const operations = [
  'genesis',
  'invite',
  'revoke',
  'admit',
  'enter',
  'remove',
  'leave',
  'rotate',
  'rekey',
  'role',
  'propose',
  'confirm',
  'withdraw',
  'policy',
  'host',
  'close',
] as const
type Operation = (typeof operations)[number]

function isOperation(op: string): op is Operation {
  return (operations as readonly string[]).includes(op)
}

function decodeGenesis(fields: readonly Cbor[]): Delta | null {
  const [n, kem, rawPolicy, rawGeneration] = fields
  const policy = decodePolicy(rawPolicy)
  const generation = decodeGeneration(rawGeneration)
  if (fields.length !== 4 || !isBytes(n, SIZES.id) || !isBytes(kem, SIZES.kem) || policy === null || generation === null) return null
  return { op: 'genesis', n, kem, policy, generation }
}

/** A policy as it stands in a genesis header. */
function decodePolicy(raw: Cbor | undefined): Policy | null {
  if (!isList(raw) || raw.length !== 3) return null
  const [history, admit, owned] = raw
  if ((history !== 'all' && history !== 'none') || (admit !== 'words' && admit !== 'link') || typeof owned !== 'boolean') return null
  return { history, admit, owned }
}

function encodeGeneration(generation: NewGeneration): Cbor {
  return [generation.kcommit, generation.count, generation.boxesHash]
}

function decodeGeneration(raw: Cbor | undefined): NewGeneration | null {
  if (!isList(raw) || raw.length !== 3) return null
  const [kcommit, count, boxesHash] = raw
  if (!isBytes(kcommit, SIZES.hash) || !isNumberUpTo(count, LAST_NUMBER) || !isBytes(boxesHash, SIZES.hash)) return null
  return { kcommit, count, boxesHash }
}

function decodeOperation(op: Exclude<Operation, 'genesis'>, fields: readonly Cbor[]): Delta | null {
  const [first, second, third, fourth, fifth] = fields
  const count = fields.length
  switch (op) {
    case 'leave':
    case 'host':
    case 'close':
      return count === 0 ? { op } : null
    case 'policy':
      return count === 1 && first === 'words' ? { op } : null
    case 'revoke':
      return count === 1 && isBytes(first, SIZES.id) ? { op, ik: roomKeyFrom(first) } : null
    case 'withdraw':
      return count === 1 && isBytes(first, SIZES.id) ? { op, proposal: linkFrom(first) } : null
    case 'rotate': {
      const generation = decodeGeneration(first)
      return count === 1 && generation !== null ? { op, generation } : null
    }
    case 'remove': {
      const generation = decodeGeneration(second)
      return count === 2 && isBytes(first, SIZES.id) && generation !== null ? { op, member: memberIdFrom(first), generation } : null
    }
    case 'role':
      return count === 2 && isBytes(first, SIZES.id) && (second === 'steward' || second === 'member') ? { op, member: memberIdFrom(first), role: second } : null
    case 'confirm': {
      const generation = count === 2 ? decodeGeneration(second) : null
      if (!isBytes(first, SIZES.id) || count > 2 || (count === 2 && generation === null)) return null
      return { op, proposal: linkFrom(first), generation }
    }
    case 'propose': {
      if (count !== 3 || !isProposedAct(first) || !isBytesOrNull(second) || !isBytesOrNull(third)) return null
      return { op, act: first, member: second && memberIdFrom(second), successor: third && memberIdFrom(third) }
    }
    case 'invite': {
      if (count !== 4 || !isBytes(first, SIZES.id) || (second !== 'link' && second !== 'named')) return null
      if (!isNumberUpTo(third, LAST_NUMBER) || !isNumberUpTo(fourth, LAST_NUMBER)) return null
      return { op, ik: roomKeyFrom(first), kind: second, uses: third, expiryDay: fourth }
    }
    case 'rekey': {
      const generation = decodeGeneration(fourth)
      if (count !== 4 || !isBytes(first, SIZES.id) || !isBytes(second, SIZES.kem) || !isBytes(third, SIZES.signature)) return null
      return generation && { op, rk: roomKeyFrom(first), kem: second, pop: third, generation }
    }
    case 'enter': {
      const generation = decodeGeneration(fifth)
      if (count !== 5 || !isBytes(first, SIZES.id) || !isBytes(second, SIZES.id) || !isBytes(third, SIZES.kem)) return null
      if (!isBytes(fourth, SIZES.signature) || generation === null) return null
      return { op, ik: roomKeyFrom(first), rk: roomKeyFrom(second), kem: third, ikSignature: fourth, generation }
    }
    case 'admit':
      return decodeAdmit(fields)
  }
}

function decodeAdmit(fields: readonly Cbor[]): Delta | null {
  const [ik, rk, kem, nameHash, ikSignature, rkSignature, last] = fields
  const boxHash = isBytes(last, SIZES.hash) ? last : null
  const generation = boxHash === null ? decodeGeneration(last) : null
  if (fields.length !== 7 || !isBytes(ik, SIZES.id) || !isBytes(rk, SIZES.id) || !isBytes(kem, SIZES.kem)) return null
  if (!isBytes(nameHash, SIZES.hash) || !isBytes(ikSignature, SIZES.signature) || !isBytes(rkSignature, SIZES.signature)) return null
  if (boxHash === null && generation === null) return null
  return { op: 'admit', ik: roomKeyFrom(ik), rk: roomKeyFrom(rk), kem, nameHash, ikSignature, rkSignature, boxHash, generation }
}

export function isList(raw: Cbor | undefined): raw is readonly Cbor[] {
  return Array.isArray(raw)
}

export function isBytes(raw: Cbor | undefined, length: number): raw is Bytes {
  return raw instanceof Uint8Array && raw.length === length
}

export function isNumberUpTo(raw: Cbor | undefined, most: number): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= most
}

function isBytesOrNull(raw: Cbor | undefined): raw is Bytes | null {
  return raw === null || isBytes(raw, SIZES.id)
}

function isProposedAct(raw: Cbor | undefined): raw is 'make' | 'unmake' | 'remove' | 'close' {
  return raw === 'make' || raw === 'unmake' || raw === 'remove' || raw === 'close'
}
