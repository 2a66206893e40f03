/**
 * The reducer: headers in; members, roles, generations, invitations, proposals and stops out. Shared by server, app and verifier.
 *
 * No clock, no randomness, no key, no "me": equal prefixes give equal states. Source: PROTOCOL.md sections 2a and 3.
 */
import { assert } from '../base/assert.ts'
import { err, ok, type Result } from '../base/result.ts'
import { newGenerationIn, type Act, type After } from './act.ts'
import { grow, grownFrom } from './grown.ts'
import { memberIdOf } from './ids.ts'
import { admit, enter, invite, mustBeSteward, rekey, revoke } from './joining.ts'
import { close, leave, remove, tighten } from './parting.ts'
import { confirm, propose, role, withdraw } from './proposals.ts'
import { authorCode, authorOf, mayBeTakenBack, memberOf, takesBackAs } from './state.ts'
import { stopUnless } from './stop.ts'
import type { Delta, Header, Inspected, Member, RoomState, Stop } from './types.ts'

/** Entries under one key stay far below what AES-GCM bears. */
export const MOST_IN_A_GENERATION = 16_777_216

/** The state after genesis. */
export function begin(genesis: Inspected): Result<RoomState, Stop> {
  const { header, kemHash } = genesis
  const delta = header.delta
  const beginning = stopUnless('R-BEGIN', header.seq, delta.op === 'genesis' && header.seq === 0 && header.prev === null)
  if (beginning) return err(beginning)
  assert(delta.op === 'genesis' && kemHash !== null, 'R-BEGIN has looked')
  const refused =
    stopUnless('R-ROOMID', 0, genesis.genesisRoomId === header.roomId) ??
    stopUnless('R-POLICY', 0, delta.policy.admit === 'words' || (delta.policy.history === 'all' && !delta.policy.owned)) ??
    stopUnless('R-G', 0, header.g === 1) ??
    stopUnless('R-BODY', 0, hasBody(header)) ??
    stopUnless('R-COUNT', 0, delta.generation.count === 1)
  if (refused) return err(refused)
  const id = memberIdOf(header.author)
  const founder: Member = { id, rk: header.author, kem: delta.kem, role: 'steward', joinedSeq: 0, by: null, ordinal: 0 }
  const generation = { g: 1, seq: 0, kcommit: delta.generation.kcommit, boxesHash: delta.generation.boxesHash }
  return ok({
    roomId: header.roomId,
    n: delta.n,
    policy: delta.policy,
    founder: id,
    head: { seq: 0, link: genesis.link },
    generation,
    generations: grownFrom([generation]),
    due: false,
    closed: false,
    members: new Map([[id, founder]]),
    byKey: new Map([[header.author, id]]),
    former: new Map(),
    everyKey: new Map([[header.author, id]]),
    seen: new Set([header.author as string, kemHash]),
    invitations: new Map(),
    proposals: new Map(),
    ids: grownFrom([id]),
    authors: grownFrom([authorCode(0, false)]),
  })
}

/**
 * The state after the entry that follows the head, or why it is not taken and the log is read no further.
 *
 * A content entry costs the same in a log of ten and of a hundred thousand.
 */
export function step(state: RoomState, entry: Inspected): Result<RoomState, Stop> {
  const { header } = entry
  const misplaced =
    stopUnless('R-ROOM', header.seq, header.roomId === state.roomId) ??
    stopUnless('R-SEQ', header.seq, header.seq === state.head.seq + 1) ??
    stopUnless('R-PREV', header.seq, header.prev === state.head.link) ??
    stopUnless('R-BEGIN', header.seq, header.delta.op !== 'genesis') ??
    stopUnless('R-CLOSED', header.seq, !state.closed || header.class === 'redaction')
  if (misplaced) return err(misplaced)
  const generation = newGenerationIn(header.delta)
  const unfit =
    stopUnless('R-G', header.seq, standsUnder(header, state.generation.g)) ??
    stopUnless('R-LIMIT', header.seq, generation !== null || header.seq - state.generation.seq < MOST_IN_A_GENERATION) ??
    stopUnless('R-BODY', header.seq, bodyIsRight(header)) ??
    stopUnless('R-DUE', header.seq, !state.due || generation !== null || (!hasBody(header) && header.delta.op !== 'admit'))
  if (unfit) return err(unfit)
  return header.delta.op === 'redaction' ? takeBack(state, entry, header.delta.target) : act(state, entry)
}

function act(state: RoomState, entry: Inspected): After {
  const { header } = entry
  const author = memberOf(state, header.author)
  const entitled = stopUnless('R-AUTHOR', header.seq, author !== null || header.delta.op === 'enter')
  if (entitled) return err(entitled)
  if (header.delta.op === 'content') {
    assert(author, 'R-AUTHOR has looked')
    return ok(advanced(state, entry, author.ordinal))
  }
  // Whoever enters becomes a member by this very entry; `enter` looks at nobody else.
  const after = operate({ state, entry, author: author ?? nobody(header) }, header.delta)
  if (!after.ok) return after
  const generation = newGenerationIn(header.delta)
  const miscounted = stopUnless('R-COUNT', header.seq, generation === null || generation.count === after.value.members.size)
  if (miscounted) return err(miscounted)
  return ok(advanced(after.value, entry, (author ?? after.value.members.get(memberIdOf(header.author)))!.ordinal))
}

function operate(base: Pick<Act<'leave'>, 'state' | 'entry' | 'author'>, delta: Delta): After {
  switch (delta.op) {
    case 'invite':
      return invite({ ...base, delta })
    case 'revoke':
      return revoke({ ...base, delta })
    case 'admit':
      return admit({ ...base, delta })
    case 'enter':
      return enter({ ...base, delta })
    case 'remove':
      return remove({ ...base, delta })
    case 'leave':
      return leave({ ...base, delta })
    case 'rotate':
      return ok(base.state)
    case 'rekey':
      return rekey({ ...base, delta })
    case 'role':
      return role({ ...base, delta })
    case 'propose':
      return propose({ ...base, delta })
    case 'confirm':
      return confirm({ ...base, delta })
    case 'withdraw':
      return withdraw({ ...base, delta })
    case 'policy':
      return tighten({ ...base, delta })
    case 'host': {
      const refused = mustBeSteward(base.author, base.entry)
      return refused ? err(refused) : ok(base.state)
    }
    case 'close':
      return close({ ...base, delta })
    case 'genesis':
    case 'content':
    case 'redaction':
      throw new Error('Broken assumption: step has dealt with these')
  }
}

// A redaction needs no membership: only whose words they are.
function takeBack(state: RoomState, entry: Inspected, target: number): After {
  const { header } = entry
  const as = takesBackAs(state, header.author)
  const refused =
    stopUnless('R-WROTE', header.seq, as !== null && authorOf(state, target) === as) ?? stopUnless('R-TAKEBACK', header.seq, mayBeTakenBack(state, target))
  if (refused) return err(refused)
  return ok(advanced(state, entry, state.ids.shared.indexOf(as!)))
}

function advanced(state: RoomState, entry: Inspected, ordinal: number): RoomState {
  const { header, link } = entry
  const introduced = newGenerationIn(header.delta)
  const next = {
    ...state,
    head: { seq: header.seq, link },
    authors: grow(state.authors, authorCode(ordinal, hasBody(header) && introduced === null)),
  }
  if (introduced === null) return next
  const generation = { g: header.g, seq: header.seq, kcommit: introduced.kcommit, boxesHash: introduced.boxesHash }
  return { ...next, generation, generations: grow(state.generations, generation), due: false }
}

// A redaction has no body to lie under a key, and a former member who takes words back may know only an older generation.
function standsUnder(header: Header, newest: number): boolean {
  if (header.class === 'redaction') return header.g >= 1 && header.g <= newest
  return header.g === newest + (newGenerationIn(header.delta) === null ? 0 : 1)
}

function bodyIsRight(header: Header): boolean {
  const wanted = bodyOf(header.delta)
  return wanted === 'may' || hasBody(header) === (wanted === 'must')
}

/** Whether an operation's entry carries a sealed body. Source: PROTOCOL.md section 2a, the operations table. */
export function bodyOf(delta: Delta): 'must' | 'may' | 'none' {
  if (newGenerationIn(delta) !== null) return 'must'
  switch (delta.op) {
    case 'content':
    case 'invite':
    case 'host':
      return 'must'
    case 'propose':
      return delta.act === 'remove' ? 'must' : 'may'
    case 'redaction':
    case 'revoke':
    case 'leave':
    case 'withdraw':
    case 'close':
      return 'none'
    default:
      return 'may'
  }
}

function hasBody(header: Header): boolean {
  return header.bodyHash.length > 0
}

function nobody(header: Header): Member {
  return { id: memberIdOf(header.author), rk: header.author, kem: new Uint8Array(0), role: 'member', joinedSeq: header.seq, by: null, ordinal: -1 }
}
