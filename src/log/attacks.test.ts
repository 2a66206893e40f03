/** Attacks that the log alone decides: what a lying host or a member with a changed app tries, told from outside. */
import { describe, expect, test } from 'vitest'
import { sha256 } from '../crypto/hash.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { roomIdOf } from './hashes.ts'
import { inspect } from './inspect.ts'
import { begin } from './reduce.ts'
import { replay } from './replay.ts'
import { bodyKeyOf, openBody, sealEntry } from './seal.ts'
import { generationAt } from './state.ts'
import { people, type Person } from './testing/people.ts'
import { refusedBy } from './testing/refused.ts'
import { confidential, everyoneReadsAll, headerIn, linkIn, memberIdFor, owned, roomOf, startRoom, type TestRoom } from './testing/room.ts'
import { helloTranscript } from './transcript.ts'
import type { Delta, WireEntry } from './types.ts'

function flipped(bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(bytes)
  changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7))
  return changed
}

function* everyFlipOf(wire: WireEntry): Generator<WireEntry> {
  for (let bit = 0; bit < wire.header.length * 8; bit++) yield { ...wire, header: flipped(wire.header, bit) }
  for (let bit = 0; bit < wire.signature.length * 8; bit++) yield { ...wire, signature: flipped(wire.signature, bit) }
  for (let bit = 0; bit < (wire.body?.length ?? 0) * 8; bit++) yield { ...wire, body: flipped(wire.body!, bit) }
  for (const [place, box] of (wire.boxes ?? []).entries()) {
    for (let bit = 0; bit < box.length * 8; bit++) yield { ...wire, boxes: wire.boxes!.with(place, flipped(box, bit)) }
  }
}

describe('a host that changes the log', () => {
  test('[A01] one flipped bit of header, signature, body or box is refused, and nothing changes', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    const { wire } = await room.seals(ana, { op: 'rotate', generation }, { boxes })
    const before = room.state()
    const tries = { count: 0, taken: 0 }
    for (const changed of everyFlipOf(wire)) {
      tries.count += 1
      if ((await room.offers(changed)).ok) tries.taken += 1
    }
    expect(tries).toEqual({ count: (wire.header.length + 64 + wire.body!.length + 1_168) * 8, taken: 0 })
    expect(room.state()).toBe(before)
    expect((await room.offers(wire)).ok).toBe(true)
  }, 120_000)

  test('[A02] [A08] [A09] an entry swapped, replayed later or delivered twice is refused by its signed place', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    linkIn(await room.says(ana, 'one'))
    const one = room.log[1]!
    expect(await room.offers(one)).toMatchObject(refusedBy('R-SEQ'))
    linkIn(await room.says(ana, 'two'))
    linkIn(await room.says(ana, 'three'))
    expect(await room.offers(one)).toMatchObject(refusedBy('R-SEQ'))
    const [genesis, first, second, third] = room.log as readonly [WireEntry, WireEntry, WireEntry, WireEntry]
    expect(await replay([genesis, second, first, third], { boxes: 'all' })).toMatchObject({ stop: { rule: 'R-SEQ', seq: 1 } })
  })

  test('[A03] an entry left out cannot be covered up by another number', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    linkIn(await room.says(ana, 'one'))
    linkIn(await room.says(ana, 'two'))
    const [genesis, , second] = room.log as readonly [WireEntry, WireEntry, WireEntry]
    expect(await replay([genesis, second], { boxes: 'all' })).toMatchObject({ stop: { rule: 'R-SEQ', seq: 1 } })
    const moved = { ...second, header: second.header.with(second.header.indexOf(2, 36), 1) }
    expect((await replay([genesis, moved], { boxes: 'all' })).stop).not.toBe(null)
  })

  test('[A06] who was shown another tail stops at the first entry that crosses', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const common = room.log.slice()
    const toAna = await room.seals(ana, { op: 'content' }, { body: 'for ana' })
    const toBen = await room.seals(ben, { op: 'content' }, { body: 'for ben' })
    linkIn(await room.offers(toAna.wire).then((taken) => (taken.ok ? { ok: true, value: toAna } : taken)))
    linkIn(await room.says(ana, 'the next'))
    const crossing = room.log.at(-1)!
    expect(await replay([...common, toBen.wire, crossing], { boxes: 'all' })).toMatchObject({ stop: { rule: 'R-PREV', seq: common.length + 1 } })
  })

  test('[A10] a body from another room does not open here, though author and words are the same', async () => {
    const { ana } = await people('ana')
    const here = await startRoom(ana, { seed: 1 })
    const there = await startRoom(ana, { seed: 2 })
    const mine = headerIn(await here.says(ana, 'hello'))
    linkIn(await there.says(ana, 'hello'))
    expect(await here.offers({ ...here.log[1]!, body: there.log[1]!.body })).toMatchObject({ ok: false })
    const stolen = there.log[1]!.body!
    const key = await bodyKeyOf(there.keys.get(1)!, here.roomId)
    expect(await openBody({ body: stolen }, { ...mine, bodyHash: await sha256(stolen) }, key)).toEqual({ ok: false, error: { rule: 'decrypt' } })
  })

  test('[A11] two bodies of one author, room and generation do not change places', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const one = await room.seals(ana, { op: 'content' }, { body: 'yes' })
    const other = await room.seals(ana, { op: 'content' }, { body: 'no' })
    expect(await room.offers({ ...one.wire, body: other.wire.body })).toMatchObject(refusedBy('B-HASH'))
  })

  test('[A17] a second genesis for one room id, which only its founder can make, does not fit the chain', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    linkIn(await room.says(ana, 'hello'))
    const { delta } = room.sealed[0]!.header
    const again = await room.seals(ana, delta, { seq: 0, prev: null, g: 1, key: room.keys.get(1)!, boxes: room.log[0]!.boxes })
    const second = await inspect(again.wire, { trust: false })
    expect(second.ok && begin(second.value).ok).toBe(true)
    expect(again.link).not.toBe(room.sealed[0]!.link)
    expect(await replay([again.wire, room.log[1]!], { boxes: 'all' })).toMatchObject({ stop: { rule: 'R-PREV', seq: 1 } })
  })

  test('[A17] a genesis with another nonce, founder, kem or policy makes another room id', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const base = { n: new Uint8Array(32), rk: ana.rk, kem: ana.kem.publicKey, policy: everyoneReadsAll }
    const others = [
      base,
      { ...base, n: new Uint8Array(32).fill(1) },
      { ...base, rk: ben.rk },
      { ...base, kem: ben.kem.publicKey },
      { ...base, policy: confidential },
      { ...base, policy: owned },
    ]
    expect(new Set(await Promise.all(others.map((one) => roomIdOf(one)))).size).toBe(6)
  })

  test('[A21] a host that says "taken back" cannot sign for it', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const room = await startRoom(ana)
    const said = headerIn(await room.says(ana, 'hello')).seq
    const { wire } = await room.seals({ ...ana, key: { ...ana.key, sign: ben.key.sign } }, { op: 'redaction', target: said })
    expect(await room.offers(wire)).toMatchObject(refusedBy('I-SIGNATURE'))
    expect(await room.takesBack(ben, said)).toMatchObject(refusedBy('R-WROTE'))
  })

  test('[A24] [C03] an entry planted under another’s name has no valid signature', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const asAna = { ...ana, key: { ...ana.key, sign: ben.key.sign } }
    expect(await room.says(asAna, 'I, Ana')).toMatchObject(refusedBy('I-SIGNATURE'))
  })

  test('[B01] [B02] a host that joins with a key of its own has no entry to show for it', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, link))
    expect(await room.admits(ben, ben, link)).toMatchObject(refusedBy('R-AUTHOR'))
    expect(await room.enters(ben, link)).toMatchObject(refusedBy('R-KIND'))
    expect(await room.rotates(ben)).toMatchObject(refusedBy('R-AUTHOR'))
    expect([...room.state().members.keys()]).toEqual([ana.id])
  })

  test('[B16] [C53] an operation, class or version nobody knows stops at the server, and the others go on', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const before = room.state()
    for (const [field, value, rule] of [
      [0, 2, 'H-VERSION'],
      [1, 9, 'H-SUITE'],
      [5, 7, 'H-CLASS'],
      [10, ['recovery', ben.key.publicKey], 'H-OP'],
    ] as const) {
      expect(await room.offers(await strange(room, ben, field, value))).toMatchObject(refusedBy(rule))
    }
    expect(room.state()).toBe(before)
    linkIn(await room.says(ana, 'still here'))
  })
})

async function strange(room: TestRoom, author: Person, field: number, value: number | readonly [string, Uint8Array]): Promise<WireEntry> {
  const head = room.state().head
  const empty = new Uint8Array(0)
  const fields = [1, 1, bytesOf(room.roomId), head.seq + 1, bytesOf(head.link), 1, 1, author.key.publicKey, empty, empty, ['leave']] as const
  const header = encodeCbor(fields.map((one, at) => (at === field ? value : one)))
  return { header, signature: await author.key.sign('entry', header), body: null, boxes: null }
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

describe('a member with a changed app', () => {
  test('[C05] a removed member writes no more, and at the head takes back only their own words', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    const hers = headerIn(await room.says(ana, 'hers')).seq
    const his = headerIn(await room.says(ben, 'his')).seq
    const prev = room.state().head
    const proposal = linkIn(await room.proposes(cleo, 'remove', ben))
    linkIn(await room.confirms(ana, proposal))
    expect(await room.writes(ben, { op: 'content' }, { seq: prev.seq + 1, prev: prev.link, g: 1 })).toMatchObject(refusedBy('R-SEQ'))
    expect(await room.writes(ben, { op: 'content' }, { prev: prev.link, g: 1 })).toMatchObject(refusedBy('R-PREV'))
    expect(await room.says(ben, 'still me')).toMatchObject(refusedBy('R-AUTHOR'))
    expect(await room.takesBack(ben, hers)).toMatchObject(refusedBy('R-WROTE'))
    linkIn(await room.takesBack(ben, his))
  })

  test('[C11] a rotation by an outsider, by a former member, or to another number is refused', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.removes(ana, ben))
    expect(await room.rotates(cleo)).toMatchObject(refusedBy('R-AUTHOR'))
    expect(await room.rotates(ben)).toMatchObject(refusedBy('R-AUTHOR'))
    for (const g of [1, 2, 4]) {
      const { generation, boxes } = await room.makes({ op: 'rotate' }, g)
      expect(await room.writes(ana, { op: 'rotate', generation }, { g, boxes })).toMatchObject(refusedBy('R-G'))
    }
  })

  test('[C17] a newcomer to a room without history holds no key of what came before', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await startRoom(ana, { policy: confidential })
    linkIn(await room.says(ana, 'before'))
    linkIn(await room.invites(ana, link))
    linkIn(await room.admits(ana, ben, link))
    const seen = await replay(room.log, { keys: new Map([[2, room.keys.get(2)!]]), boxes: 'all' })
    expect(seen.entries[1]?.body).toEqual({ kind: 'sealed' })
    expect(generationAt(room.state(), 2)?.seq).toBe(3)
  })

  test('[C18] who leaves and is let in again is a new member with new keys', async () => {
    const { ana, ben, ben2, link, link2 } = await people('ana', 'ben', 'ben2', 'link', 'link2')
    const room = await roomOf([ana, ben], link, { policy: confidential })
    linkIn(await room.leaves(ben))
    linkIn(await room.rotates(ana))
    linkIn(await room.invites(ana, link2))
    expect(await room.admits(ana, ben, link2)).toMatchObject(refusedBy('R-SEEN'))
    linkIn(await room.admits(ana, ben2, link2))
    expect(memberIdFor(room.state(), ben2)).toBe(ben2.id)
    expect(await room.says(ben, 'old key')).toMatchObject(refusedBy('R-AUTHOR'))
  })

  test('[C43] a named invitation made for an older generation is refused, and taken when built for the new one', async () => {
    const { ana, ben, cleo, link, named } = await people('ana', 'ben', 'cleo', 'link', 'named')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.invites(ana, named, 'named'))
    const early = await room.makes({ op: 'enter', rk: cleo.rk, kem: cleo.kem.publicKey })
    linkIn(await room.rotates(ben))
    linkIn(await room.says(ben, 'in between'))
    const delta = await enterOf(room, named, cleo)
    expect(await room.writes(cleo, { ...delta, generation: early.generation }, { g: 2, boxes: early.boxes })).toMatchObject(refusedBy('R-G'))
    expect(headerIn(await room.enters(cleo, named)).g).toBe(3)
  })

  test('[C44] `enter` with a box too few, by a link, by a revoked invitation, or by one whose maker is no steward any more', async () => {
    const { ana, ben, cleo, link, link2, named, named2 } = await people('ana', 'ben', 'cleo', 'link', 'link2', 'named', 'named2')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.invites(ana, link2))
    linkIn(await room.invites(ana, named, 'named'))
    const few = await room.makes({ op: 'rotate' })
    expect(await room.writes(cleo, { ...(await enterOf(room, named, cleo)), generation: few.generation }, { boxes: few.boxes })).toMatchObject(
      refusedBy('R-COUNT'),
    )
    const lying = { ...few.generation, count: 3 }
    expect(await room.writes(cleo, { ...(await enterOf(room, named, cleo)), generation: lying }, { boxes: few.boxes })).toMatchObject(refusedBy('X-COUNT'))
    expect(await room.enters(cleo, link2)).toMatchObject(refusedBy('R-KIND'))
    linkIn(await room.revokes(ana, named))
    expect(await room.enters(cleo, named)).toMatchObject(refusedBy('R-OPEN'))
    linkIn(await room.rotates(ana))
    linkIn(await room.invites(ana, named2, 'named'))
    linkIn(await room.givesRole(ana, ben, 'steward'))
    linkIn(await room.givesRole(ana, ana, 'member'))
    expect(await room.enters(cleo, named2)).toMatchObject(refusedBy('R-OPEN'))
  })

  test('[C08] one ciphertext that opens under two keys is tried only under the committed one', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const other = new Uint8Array(32).fill(9)
    const { wire } = await sealEntry({
      roomId: room.roomId,
      seq: 1,
      prev: room.state().head.link,
      author: ana.key,
      hedge: ana.hedge,
      random: room.random,
      g: 1,
      delta: { op: 'content' },
      plaintext: { type: 'test.said', shape: 1, act: new Uint8Array(16), claimedTime: 0, data: 'for some' },
      bodyKey: await bodyKeyOf(other, room.roomId),
      boxes: null,
    })
    expect((await room.offers(wire)).ok).toBe(true)
    const honest = await replay(room.log, { keys: room.keys, boxes: 'all' })
    expect(honest.entries[1]?.body).toEqual({ kind: 'kept', kept: { rule: 'decrypt' } })
    const lured = await replay(room.log, { keys: new Map([[1, other]]), boxes: 'all' })
    expect(lured.wrongKeys).toEqual([1])
  })
})

async function enterOf(room: TestRoom, ik: Person, newcomer: Person): Promise<Omit<Extract<Delta, { op: 'enter' }>, 'generation'>> {
  const { rk } = newcomer
  const kem = newcomer.kem.publicKey
  const transcript = helloTranscript({ roomId: room.roomId, ik: ik.rk, rk, kem, nameHash: new Uint8Array(0) })
  return { op: 'enter', ik: ik.rk, rk, kem, ikSignature: await ik.key.sign('hello', transcript) }
}
