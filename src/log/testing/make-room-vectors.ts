/** Rooms as files: whole logs with what they come to, and entries that each break one rule at one place. */
import { toHex } from '../../base/bytes.ts'
import type { Result } from '../../base/result.ts'
import { assert } from '../../base/assert.ts'
import { sealTo } from '../../crypto/kem.ts'
import type { Sealed } from '../seal.ts'
import { memberIdFor, linkIn, startRoom, everyoneReadsAll, confidential, owned, type TestRoom } from './room.ts'
import { people, type Person } from './people.ts'
import { seeded } from './seeded.ts'
import type { Policy, RoomKey, RoomState, Stop, WireEntry } from '../types.ts'

export interface EntryVector {
  readonly header: string
  readonly signature: string
  readonly body: string | null
  readonly boxes: readonly string[] | null
}

/** An entry offered after the first `after` entries of the room, and the rule that refuses it. */
export interface RefusedVector {
  readonly name: string
  readonly after: number
  readonly entry: EntryVector
  readonly rule: string
}

export interface RoomVector {
  readonly name: string
  readonly roomId: string
  readonly log: readonly EntryVector[]
  readonly links: readonly string[]
  /** K_g by g. */
  readonly keys: { readonly [g: string]: string }
  /** Seeds of the sealing keys of everyone who was in the room, by rk: with them the boxes open. */
  readonly kemSeeds: { readonly [rk: string]: string }
  readonly after: StateVector
  readonly refused: readonly RefusedVector[]
}

export interface StateVector {
  readonly head: string
  readonly g: number
  readonly due: boolean
  readonly closed: boolean
  readonly members: readonly { readonly id: string; readonly rk: string; readonly role: string }[]
  readonly former: readonly { readonly rk: string; readonly endedSeq: number; readonly endedBy: string }[]
  readonly invitations: readonly { readonly ik: string; readonly state: string; readonly used: number }[]
  readonly proposals: readonly { readonly link: string; readonly state: string; readonly confirmedBy: readonly string[] }[]
}

const everyone = ['ana', 'ana2', 'ben', 'ben2', 'cleo', 'dora', 'eve', 'link1', 'link2', 'link3', 'link4', 'named1', 'named2', 'named3'] as const
type Everyone = { readonly [Name in (typeof everyone)[number]]: Person }

interface Recorder {
  readonly room: TestRoom
  readonly refused: RefusedVector[]
  refuses(name: string, attempt: Promise<Result<unknown, Stop>>): Promise<void>
}

export async function makeRooms(): Promise<readonly RoomVector[]> {
  const all = await people(...everyone)
  return [await supper(all), await confidentialRoom(all), await ownedRoom(all), await openDoor(all)]
}

export function entryVector(wire: WireEntry): EntryVector {
  return {
    header: toHex(wire.header),
    signature: toHex(wire.signature),
    body: wire.body && toHex(wire.body),
    boxes: wire.boxes && wire.boxes.map((box) => toHex(box)),
  }
}

export function stateVector(state: RoomState): StateVector {
  return {
    head: state.head.link,
    g: state.generation.g,
    due: state.due,
    closed: state.closed,
    members: [...state.members.values()].map(({ id, rk, role }) => ({ id, rk, role })),
    former: [...state.former.values()].map(({ rk, endedSeq, endedBy }) => ({ rk, endedSeq, endedBy })),
    invitations: [...state.invitations.values()].map(({ ik, state: now, used }) => ({ ik, state: now, used })),
    proposals: [...state.proposals.values()].map(({ link, state: now, confirmedBy }) => ({ link, state: now, confirmedBy: [...confirmedBy] })),
  }
}

async function begin(founder: Person, policy: Policy, seed: number): Promise<Recorder> {
  const boxRandom = seeded(seed + 1_000)
  const room = await startRoom(founder, { policy, seed, sealTo: (key, info, plaintext) => sealTo(key, info, plaintext, boxRandom) })
  const refused: RefusedVector[] = []
  return {
    room,
    refused,
    async refuses(name, attempt) {
      const result = await attempt
      assert(!result.ok && room.lastOffered, `"${name}" is refused`)
      const { rule } = result.error
      // The rules of header and reducer are judged before the parts, which are left away to keep the files small.
      const parts = rule.startsWith('X') || rule.startsWith('B') ? room.lastOffered : { ...room.lastOffered, body: null, boxes: null }
      refused.push({ name, after: room.log.length, entry: entryVector(parts), rule })
    },
  }
}

async function finished(name: string, { room, refused }: Recorder): Promise<RoomVector> {
  const all = Object.values(await people(...everyone))
  const wereHere = all.filter(({ rk }) => room.state().everyKey.has(rk))
  return {
    name,
    roomId: room.roomId,
    log: room.log.map((wire) => entryVector(wire)),
    links: room.sealed.map(({ link }) => link),
    keys: Object.fromEntries([...room.keys].map(([g, key]) => [g, toHex(key)])),
    kemSeeds: Object.fromEntries(wereHere.map(({ rk, kemSeed }) => [rk, toHex(kemSeed)])),
    after: stateVector(room.state()),
    refused,
  }
}

// A circle of four: history for all, everything by two.
async function supper({ ana, ana2, ben, ben2, cleo, dora, eve, link1, link2, link3, named1, named2 }: Everyone): Promise<RoomVector> {
  const recorder = await begin(ana, everyoneReadsAll, 11)
  const { room, refuses } = recorder
  await refuses('a stranger writes', room.says(ben, 'hello'))
  await refuses('an entry for another room', room.writes(ana, { op: 'content' }, { roomId: 'ab'.repeat(32) as RoomState['roomId'] }))
  await refuses('a number too far', room.writes(ana, { op: 'content' }, { seq: 2 }))
  await refuses('another predecessor', room.writes(ana, { op: 'content' }, { prev: 'ab'.repeat(32) as RoomState['head']['link'] }))
  await refuses('content under a generation to come', room.writes(ana, { op: 'content' }, { g: 2 }))
  await refuses('content without a body', room.writes(ana, { op: 'content' }, { body: null }))
  await refuses('the only member leaves', room.leaves(ana))
  await refuses('an invitation of no use', room.invites(ana, link1, 'link', 0))
  await refuses('an invitation of 65 uses', room.invites(ana, link1, 'link', 65))
  await refuses('a named invitation of two uses', room.invites(ana, named1, 'named', 2))
  await refuses(
    'an invitation key of small order',
    room.writes(ana, { op: 'invite', ik: `01${'00'.repeat(31)}` as RoomKey, kind: 'link', uses: 1, expiryDay: 1 }),
  )
  linkIn(await room.invites(ana, link1, 'link', 3))
  await refuses('an invitation key a second time', room.invites(ana, link1))
  await refuses('a policy of words made words', room.writes(ana, { op: 'policy' }))
  linkIn(await room.admits(ana, ben, link1))
  await refuses('a member admitted twice', room.admits(ana, ben, link1))
  await refuses('a newcomer with the kem of a member', room.admits(ana, { ...cleo, kem: ben.kem }, link1))
  await refuses('an admit by a member', room.admits(ben, cleo, link1))
  await refuses('a knock that the invitation did not sign', room.admits(ana, cleo, { ...link2, rk: link1.rk }))
  await refuses('a knock that the newcomer did not sign', room.admits(ana, { ...cleo, key: { ...cleo.key, sign: ben.key.sign } }, link1))
  linkIn(await room.admits(ana, cleo, link1))
  linkIn(await room.admits(ana, dora, link1))
  await refuses('a spent invitation', room.admits(ana, eve, link1))
  linkIn(await room.says(ben, 'hello'))
  await refuses('words taken back by another', room.takesBack(ana, 5))
  await refuses('what was never written taken back', room.takesBack(ben, 90))
  await refuses('what carries a key taken back', room.takesBack(ana, 0))
  linkIn(await room.takesBack(ben, 5))
  await refuses('a steward removes alone among four', room.removes(ana, ben))
  await refuses('a member makes themselves a steward', room.givesRole(ben, ben, 'steward'))
  await refuses('the last steward steps down', room.givesRole(ana, ana, 'member'))
  await refuses('the last steward leaves the others behind', room.leaves(ana))
  await refuses('a steward closes alone', room.writes(ana, { op: 'close' }))
  await refuses('a member proposes to close', room.proposes(ben, 'close', null))
  await refuses('a proposal about somebody who is not here', room.proposes(ben, 'remove', eve))
  await refuses('a proposal about oneself', room.proposes(ben, 'make', ben))
  await refuses('a steward proposed as steward', room.proposes(ben, 'make', ana))
  await refuses('a successor who is the target', room.proposes(ben, 'remove', ana, ana))
  const ousting = linkIn(await room.proposes(ben, 'remove', ana))
  await refuses('a second open proposal', room.proposes(ben, 'remove', cleo))
  await refuses('the author confirms', room.confirms(ben, ousting))
  await refuses('the target confirms', room.confirms(ana, ousting))
  linkIn(await room.confirms(cleo, ousting))
  await refuses('the same yes twice', room.confirms(cleo, ousting))
  await refuses('the only steward removed without a successor', room.confirms(dora, ousting))
  await refuses('a yes taken back that was never given', room.withdraws(dora, ousting))
  linkIn(await room.withdraws(cleo, ousting))
  linkIn(await room.withdraws(ben, ousting))
  await refuses('a withdrawn proposal confirmed', room.confirms(dora, ousting))
  const parting = linkIn(await room.proposes(ben, 'remove', dora))
  linkIn(await room.invites(ana, named1, 'named'))
  await refuses('a named invitation used as a link', room.admits(ana, eve, named1))
  await refuses('somebody else signs an enter', room.enters({ ...eve, key: ana.key }, named1))
  linkIn(await room.enters(eve, named1))
  await refuses('a named invitation spent twice', room.enters(ben2, named1))
  await refuses('who came later confirms', room.confirms(eve, parting))
  const noKey = { op: 'confirm', proposal: parting, generation: null } as const
  await refuses('a removal completed without a new key', room.writes(ana, noKey))
  const made = await room.makes({ op: 'rotate' })
  await refuses('a removal that still boxes to the removed', room.writes(ana, { ...noKey, generation: made.generation }, { boxes: made.boxes }))
  linkIn(await room.confirms(ana, parting))
  await refuses('the removed writes', room.says(dora, 'still here'))
  linkIn(await room.rekeys(ben, ben2))
  await refuses('a replaced key writes', room.says(ben, 'old key'))
  await refuses('a replaced key takes back', room.takesBack(ben, 5))
  await refuses('a rekey to a key that was here', room.rekeys(ben2, dora))
  await refuses('a rekey the new key did not sign', room.rekeys(ben2, { ...ana2, key: { ...ana2.key, sign: ben.key.sign } }))
  linkIn(await room.invites(ana, named2, 'named'))
  await refuses('a link used to enter', enterByLink(room, ana, ben, link2))
  linkIn(await room.revokes(ana, named2))
  await refuses('an entry by a revoked invitation', room.enters(dora, named2))
  await refuses('content while a rotation is due', room.says(ana, 'soon'))
  await refuses('an invitation while a rotation is due', room.invites(ana, link3))
  await refuses('a plain admit while a rotation is due', room.admits(ana, ana2, link2))
  const far = await room.makes({ op: 'rotate' }, room.state().generation.g + 2)
  await refuses(
    'a rotation that skips a generation',
    room.writes(ana, { op: 'rotate', generation: far.generation }, { g: room.state().generation.g + 2, boxes: far.boxes }),
  )
  const rotation = await room.makes({ op: 'rotate' })
  const rotate = { op: 'rotate', generation: rotation.generation } as const
  await refuses('a box left out', room.writes(ana, rotate, { boxes: rotation.boxes.slice(1) }))
  await refuses('boxes in another order', room.writes(ana, rotate, { boxes: rotation.boxes.toReversed() }))
  await refuses('no boxes at all', room.writes(ana, rotate))
  const signed = await room.seals(ana, rotate, { boxes: rotation.boxes })
  await refuses('no body where the header names one', room.offers({ ...signed.wire, body: null }))
  await refuses('a body of another size', room.offers({ ...signed.wire, body: new Uint8Array(300) }))
  await refuses('a body with another hash', room.offers({ ...signed.wire, body: new Uint8Array(272) }))
  await refuses('a signature of zeros', room.offers({ ...signed.wire, signature: new Uint8Array(64) }))
  await refuses('a signature cut short', room.offers({ ...signed.wire, signature: signed.wire.signature.slice(0, 63) }))
  linkIn(await room.rotates(ana))
  linkIn(await room.says(ben2, 'good night'))
  return finished('a circle', recorder)
}

async function enterByLink(room: TestRoom, steward: Person, newcomer: Person, link: Person): Promise<Result<Sealed, Stop>> {
  linkIn(await room.invites(steward, link))
  return room.enters({ ...newcomer, ...(await people('finn')).finn }, link)
}

async function confidentialRoom({ ana, ben, cleo, dora, link1, link2, named1 }: Everyone): Promise<RoomVector> {
  const recorder = await begin(ana, confidential, 12)
  const { room, refuses } = recorder
  linkIn(await room.invites(ana, link1, 'link', 2))
  linkIn(await room.admits(ana, ben, link1))
  linkIn(await room.admits(ana, cleo, link1))
  linkIn(await room.givesRole(ana, ben, 'steward'))
  await refuses('one of two stewards makes a third', room.givesRole(ana, cleo, 'steward'))
  await refuses('one of two stewards unmakes the other', room.givesRole(ana, ben, 'member'))
  linkIn(await room.invites(ben, named1, 'named'))
  linkIn(await room.givesRole(ben, ben, 'member'))
  await refuses('a named invitation whose maker stepped down', room.enters(dora, named1))
  linkIn(await room.leaves(cleo))
  linkIn(await room.rotates(ben))
  linkIn(await room.removes(ana, ben))
  linkIn(await room.invites(ana, link2))
  await refuses('somebody let in again with their old keys', room.admits(ana, ben, link2))
  linkIn(await room.admits(ana, dora, link2))
  linkIn(await room.leaves(dora))
  linkIn(await room.writes(ana, { op: 'close' }))
  await refuses('content after closing', room.says(ana, 'more'))
  return finished('a confidential room', recorder)
}

async function ownedRoom({ ana, ben, cleo, link1 }: Everyone): Promise<RoomVector> {
  const recorder = await begin(ana, owned, 13)
  const { room, refuses } = recorder
  linkIn(await room.invites(ana, link1, 'link', 2))
  linkIn(await room.admits(ana, ben, link1))
  linkIn(await room.admits(ana, cleo, link1))
  await refuses('a role in an owned room', room.givesRole(ana, ben, 'steward'))
  await refuses('a proposal in an owned room', room.proposes(ben, 'remove', cleo))
  await refuses('an owner removes themselves', room.removes(ana, ana))
  linkIn(await room.removes(ana, ben))
  linkIn(await room.says(cleo, 'thank you'))
  linkIn(await room.leaves(ana))
  await refuses('who is left writes', room.says(cleo, 'hello?'))
  linkIn(await room.takesBack(cleo, room.log.length - 2))
  return finished('an owned room', recorder)
}

async function openDoor({ ana, ben, cleo, dora, link1 }: Everyone): Promise<RoomVector> {
  const recorder = await begin(ana, { history: 'all', admit: 'link', owned: false }, 14)
  const { room, refuses } = recorder
  linkIn(await room.invites(ana, link1, 'link', 5))
  linkIn(await room.admits(ana, ben, link1))
  linkIn(await room.admits(ben, cleo, link1))
  await refuses('a member writes the host record', room.writes(ben, { op: 'host' }))
  linkIn(await room.writes(ana, { op: 'policy' }))
  await refuses('a member admits after the policy was tightened', room.admits(ben, dora, link1))
  const closing = linkIn(await room.proposes(ana, 'close', null))
  linkIn(await room.confirms(ben, closing))
  linkIn(await room.confirms(cleo, closing))
  assert(memberIdFor(room.state(), ana) === ana.id && room.state().closed, 'all three closed it')
  return finished('a room with an open door', recorder)
}
