import type { Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import type { Delta, Link, MemberId, RoomId, RoomKey } from '../log/types.ts'
import type { Bind } from './bind.ts'
import { readMembershipBody, type HostRecord, type InviteBody, type MembershipBody, type RemovalReason } from './bodies.ts'
import { readCircleEntry, type CircleEntry } from './circle-entries.ts'
import type { Roll, RollPerson } from './roll.ts'
import type { Body, Refused } from './shapes.ts'

/**
 * One entry that the reducer accepted, with what its seal held. `body` is null when there is none, it was redacted, is withheld or did not open.
 *
 * Content whose act its author has used before is left out by the engine (exactly once, PROTOCOL.md section 2).
 */
export interface Opened {
  readonly seq: number
  readonly link: Link
  /** The rk that signed. */
  readonly rk: RoomKey
  /** Whose that is in this room; of `enter` and `genesis` the id that begins with it. */
  readonly author: MemberId
  readonly delta: Delta
  readonly body: Body | null
}

interface Fact {
  readonly seq: number
  readonly link: Link
  readonly rk: RoomKey
  readonly author: MemberId
  readonly delta: Delta
  readonly said: MembershipBody | CircleEntry | null
}

/** An entry of ours that changed nothing: who, where, and which rule. */
export interface RefusedEntry {
  readonly seq: number
  readonly author: MemberId
  readonly refused: Refused
}

/**
 * The sealed half of a room, folded: kept as what each entry said, so that a redaction takes exactly its own words out and any split of the log gives the same state.
 */
export interface SealedHalf {
  readonly facts: readonly Fact[]
  readonly refused: readonly RefusedEntry[]
}

export const emptyHalf: SealedHalf = { facts: [], refused: [] }

/**
 * Takes the next entries in: of the commons or of a further room, in their order, all at once or in any split.
 *
 * Entries of practices are passed over. A malformed body, an unknown `circle.*` type or a newer shape goes to `refused` and changes nothing else.
 */
export function foldSealedHalf(state: SealedHalf, opened: readonly Opened[]): SealedHalf {
  const redactedNow = new Set(opened.flatMap(({ delta }) => (delta.op === 'redaction' ? [delta.target] : [])))
  const heard = opened.map(hear)
  const facts = [...state.facts, ...heard.flatMap((one) => ('seq' in one ? [one] : []))]
  const refused = [...state.refused, ...heard.flatMap((one) => ('refusal' in one ? [one.refusal] : []))]
  const stands = ({ seq }: { readonly seq: number }): boolean => !redactedNow.has(seq)
  return redactedNow.size === 0 ? { facts, refused } : { facts: facts.filter(stands), refused: refused.filter(stands) }
}

type Heard = Fact | { readonly refusal: RefusedEntry } | { readonly nothing: true }

function hear(entry: Opened): Heard {
  const { seq, link, rk, author, delta, body } = entry
  if (body === null) return ['genesis', 'rekey', 'remove'].includes(delta.op) ? { seq, link, rk, author, delta, said: null } : { nothing: true }
  const said = delta.op === 'content' ? readCircleEntry(body) : readMembershipBody(delta.op, body)
  if (!said.ok) return { refusal: { seq, author, refused: said.error } }
  return said.value === null ? { nothing: true } : { seq, link, rk, author, delta, said: said.value }
}

/** What a room's sealed half says, ready to look things up in. */
export interface SealedView {
  /** Genesis, or the newest roll. Of a commons: the circle's name. */
  readonly purpose: string
  /** What each member calls themself here. A name that was taken out is gone. */
  readonly names: ReadonlyMap<MemberId, string>
  readonly about: ReadonlyMap<MemberId, { readonly languages: string; readonly brings: string }>
  readonly mailboxes: ReadonlyMap<MemberId, { readonly address: Bytes; readonly secret: Bytes; readonly counter: number }>
  readonly host: (HostRecord & { readonly seq: number; readonly by: MemberId }) | null
  readonly invitations: ReadonlyMap<RoomKey, InviteBody>
  /** By the link of the proposal. */
  readonly reasons: ReadonlyMap<Link, RemovalReason>
  /** Removals by one person alone (owner, room of two): the target, and the reason in words. */
  readonly removals: ReadonlyMap<MemberId, { readonly by: MemberId; readonly reason: string; readonly seq: number }>
  /** Present and earlier keys that were introduced, with the newest of what was said of each. */
  readonly known: ReadonlyMap<RoomKey, Omit<RollPerson, 'rk'>>
  /** Who decides over the room's history, from the newest roll. */
  readonly decides: readonly MemberId[]
  /** Who came in by a named invitation: the bind they brought and the ik they used. */
  readonly entered: ReadonlyMap<MemberId, { readonly seq: number; readonly ik: RoomKey; readonly rk: RoomKey; readonly bind: Bind; readonly invite: Link }>
  readonly shares: readonly { readonly seq: number; readonly author: MemberId; readonly share: Extract<CircleEntry, { what: 'share' }>['share'] }[]
  /** Rekeys of this room itself: where each old key ended. */
  readonly rekeyedAt: ReadonlyMap<RoomKey, number>
  /** Proofs of rekeys elsewhere, not verified yet: `replacedKeys` does. */
  readonly rekeyProofs: readonly { readonly seq: number; readonly header: Bytes; readonly signature: Bytes }[]
  /** From a `rekey` in the personal room: rooms to do, with where it stands. */
  readonly rekeys: readonly { readonly seq: number; readonly toDo: readonly RoomId[] }[]
}

/** Looks through the facts once, oldest first; what stands later counts. */
export function viewOf(state: SealedHalf): SealedView {
  const view = {
    purpose: '',
    names: new Map<MemberId, string>(),
    about: new Map<MemberId, { languages: string; brings: string }>(),
    mailboxes: new Map<MemberId, { address: Bytes; secret: Bytes; counter: number }>(),
    host: null as SealedView['host'],
    invitations: new Map<RoomKey, InviteBody>(),
    reasons: new Map<Link, RemovalReason>(),
    removals: new Map<MemberId, { by: MemberId; reason: string; seq: number }>(),
    known: new Map<RoomKey, Omit<RollPerson, 'rk'>>(),
    brought: new Set<RoomKey>(),
    carriesRolls: true,
    decides: [] as readonly MemberId[],
    entered: new Map<MemberId, { seq: number; ik: RoomKey; rk: RoomKey; bind: Bind; invite: Link }>(),
    shares: [] as SealedView['shares'][number][],
    rekeyedAt: new Map<RoomKey, number>(),
    rekeyProofs: [] as SealedView['rekeyProofs'][number][],
    rekeys: [] as SealedView['rekeys'][number][],
  }
  for (const fact of state.facts) {
    const { seq, author, rk, delta, said } = fact
    if (delta.op === 'rekey') view.rekeyedAt.set(rk, seq)
    if (delta.op === 'genesis') view.carriesRolls = delta.policy.history === 'none'
    if (said === null) continue
    if ('what' in said) {
      switch (said.what) {
        case 'name':
          view.names.set(author, said.name)
          break
        case 'about':
          view.about.set(author, { languages: said.languages, brings: said.brings })
          break
        case 'mailbox':
          view.mailboxes.set(author, { address: said.address, secret: said.secret, counter: said.counter })
          break
        case 'rekey-proof':
          view.rekeyProofs.push({ seq, header: said.header, signature: said.signature })
          break
        case 'share':
          view.shares.push({ seq, author, share: said.share })
          break
      }
      continue
    }
    // Only where the history asks for one, and the founder's own: else anybody could give the circle another name by a rotation.
    if ('roll' in said && said.roll !== null && check('CS-ROLL', (view.carriesRolls || delta.op === 'genesis') && delta.op !== 'enter')) takeRoll(view, said.roll, { rk, id: author })
    switch (said.op) {
      case 'genesis':
        view.purpose = said.purpose
        break
      case 'invite':
        if (delta.op === 'invite' && check('CS-KIND', delta.kind === said.invite.kind)) view.invitations.set(delta.ik, said.invite)
        break
      case 'propose':
        if (said.reason !== null) view.reasons.set(fact.link, said.reason)
        break
      case 'remove':
        if (delta.op === 'remove') view.removals.set(delta.member, { by: author, reason: said.reason, seq })
        break
      case 'enter':
        if (delta.op === 'enter') {
          view.entered.set(author, { seq, ik: delta.ik, rk: delta.rk, bind: said.bind, invite: said.invite })
          view.brought.add(delta.rk)
          view.known.set(delta.rk, { bind: said.bind, words: view.known.get(delta.rk)?.words ?? '', name: null })
        }
        break
      case 'rekey':
        view.rekeys.push({ seq, toDo: said.toDo })
        if (delta.op === 'rekey') {
          const before = view.known.get(rk)
          view.brought.add(delta.rk)
          // A guest's rekey brings no bind; their name stays what it was.
          view.known.set(delta.rk, { bind: said.bind, words: before?.words ?? '', name: before?.name ?? null })
        }
        break
      case 'host':
        view.host = { ...said.host, seq, by: author }
        break
      case 'admit':
      case 'rotate':
      case 'confirm':
        break
    }
  }
  return view
}

/** `brought`: keys whose bind stands in an entry of their own. */
interface Introductions {
  purpose: string
  decides: readonly MemberId[]
  readonly known: Map<RoomKey, Omit<RollPerson, 'rk'>>
  readonly brought: Set<RoomKey>
}

// A bind that somebody brought themself is never replaced by what another writes into a roll, and no bind is ever taken away by one:
// else a roll could turn a proven person into a guest with any name.
function takeRoll(view: Introductions, roll: Roll, { rk: writtenBy, id }: { readonly rk: RoomKey; readonly id: MemberId }): void {
  // Any member may rotate, and so write a roll: what the room is for and who decides stays with those who decide.
  if (check('CS-DECIDES', view.decides.length === 0 || view.decides.includes(id))) {
    view.purpose = roll.purpose
    view.decides = roll.decides
  }
  for (const { rk, ...person } of roll.people) {
    const before = view.known.get(rk)
    const keeps = before !== undefined && rk !== writtenBy && (view.brought.has(rk) || person.bind === null)
    if (rk === writtenBy && person.bind !== null) view.brought.add(rk)
    view.known.set(rk, check('CS-BIND', !keeps) ? person : { ...person, bind: before?.bind ?? null })
  }
}
