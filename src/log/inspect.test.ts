import { describe, expect, test } from 'vitest'
import { sha256 } from '../crypto/hash.ts'
import { inspect, inspectMany } from './inspect.ts'
import { helloTranscript, popTranscript } from './transcript.ts'
import { people, type Person } from './testing/people.ts'
import { refusedBy } from './testing/refused.ts'
import { linkIn, roomOf, startRoom, type TestRoom } from './testing/room.ts'
import type { Delta, Header, RoomKey } from './types.ts'

const smallOrder = `01${'00'.repeat(31)}` as RoomKey
/** Of small order, in another spelling, of mixed order, and no point at all. */
const oddKeys: readonly RoomKey[] = [
  smallOrder,
  ...([`ee${'ff'.repeat(30)}7f`, 'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d', `02${'00'.repeat(31)}`] as string[] as RoomKey[]),
]
const generation = { kcommit: new Uint8Array(32), count: 1, boxesHash: new Uint8Array(32) }

async function knock(room: TestRoom, ik: Person, newcomer: Person): Promise<Extract<Delta, { op: 'admit' }>> {
  const nameHash = await sha256(new Uint8Array(1))
  const { rk } = newcomer
  const kem = newcomer.kem.publicKey
  const transcript = helloTranscript({ roomId: room.roomId, ik: ik.rk, rk, kem, nameHash })
  const ikSignature = await ik.key.sign('hello', transcript)
  const rkSignature = await newcomer.key.sign('hello', transcript)
  return { op: 'admit', ik: ik.rk, rk, kem, nameHash, ikSignature, rkSignature, boxHash: new Uint8Array(32), generation: null }
}

describe('what an entry says by itself', () => {
  test('the link and the kem of a genesis are read, and its room id is made again', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const seen = await inspect(room.log[0]!, { trust: false })
    expect(seen).toMatchObject({ ok: true, value: { link: room.state().head.link, genesisRoomId: room.roomId, signature: 'verified' } })
  })

  test('below a verified head only the chain of hashes is looked at', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const forged = { ...room.log[0]!, signature: new Uint8Array(64) }
    expect(await inspect(forged, { trust: true })).toMatchObject({ ok: true, value: { signature: 'trusted' } })
    const seen = await inspect(forged, { trust: true })
    expect(seen.ok && seen.value.link).not.toBe(room.state().head.link)
  })

  test('[I-SIGNATURE] [C04] an empty, zero, cut or foreign signature is refused', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const room = await startRoom(ana)
    const { header, signature } = room.log[0]!
    const foreign = await ben.key.sign('entry', header)
    const otherPurpose = await ana.key.sign('bind', header)
    for (const forged of [new Uint8Array(64), foreign, otherPurpose]) {
      expect(await inspect({ header, signature: forged }, { trust: false })).toMatchObject(refusedBy('I-SIGNATURE'))
    }
    for (const cut of [new Uint8Array(0), signature.slice(0, 63), new Uint8Array(65)]) {
      expect(await inspect({ header, signature: cut }, { trust: false })).toMatchObject({ ok: false })
    }
  })

  test('many entries say together what each says by itself, those above a verified head and those below', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    for (let turn = 0; turn < 20; turn++) linkIn(await room.writes(turn % 2 === 0 ? ana : ben, { op: 'content' }))
    const some = [...room.log]
    some[2] = { ...some[2]!, signature: some[1]!.signature }
    some[7] = { ...some[7]!, signature: new Uint8Array(64) }
    some[8] = { ...some[8]!, signature: new Uint8Array(63) }
    some[9] = { ...some[9]!, header: some[9]!.header.slice(1) }
    for (const trust of [true, false, ({ seq }: Header) => seq < 5]) {
      const together = await inspectMany(some, { trust })
      expect(together).toEqual(await Promise.all(some.map((entry) => inspect(entry, { trust }))))
      expect(together[7]!.ok).toBe(trust === true)
      expect(together[2]!.ok).toBe(trust !== false)
      expect([together[8]!.ok, together[9]!.ok, together[10]!.ok]).toEqual([false, false, true])
    }
    expect(await inspectMany([], { trust: false })).toEqual([])
  })

  test('[I-LENGTH] a signature of another length is refused also where it is not verified', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    expect(await inspect({ header: room.log[0]!.header, signature: new Uint8Array(65) }, { trust: true })).toMatchObject(refusedBy('I-LENGTH'))
  })

  test('[I-KEY] [C13] a key of small or mixed order, or in another spelling, is refused as invitation, newcomer and rekey', async () => {
    const { ana, link } = await people('ana', 'link')
    const room = await startRoom(ana)
    for (const ik of oddKeys) {
      expect(await room.writes(ana, { op: 'invite', ik, kind: 'link', uses: 1, expiryDay: 1 })).toMatchObject(refusedBy('I-KEY'))
    }
    const rekey: Delta = { op: 'rekey', rk: smallOrder, kem: ana.kem.publicKey, pop: new Uint8Array(64), generation }
    expect(await room.writes(ana, rekey)).toMatchObject(refusedBy('I-KEY'))
    expect(await room.writes(ana, { ...(await knock(room, link, ana)), rk: smallOrder })).toMatchObject(refusedBy('I-KEY'))
  })

  test('[I-KEM] [C13] a sealing key with a coefficient past the modulus is refused', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana], link)
    linkIn(await room.invites(ana, link))
    const bad = { ...ben, kem: { ...ben.kem, publicKey: new Uint8Array(1_216).fill(255) } }
    expect(await room.writes(ana, await knock(room, link, bad))).toMatchObject(refusedBy('I-KEM'))
  })

  test('[I-IK] [B06] a host that puts other keys into a knock is found out by the invitation’s signature', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana], link)
    linkIn(await room.invites(ana, link))
    const honest = await knock(room, link, ben)
    const swapped = await knock(room, link, cleo)
    expect(await room.writes(ana, { ...swapped, ikSignature: honest.ikSignature })).toMatchObject(refusedBy('I-IK'))
    expect(await room.writes(ana, { ...honest, nameHash: new Uint8Array(32) })).toMatchObject(refusedBy('I-IK'))
  })

  test('[I-IK] [C19] a steward cannot let in by an invitation whose secret they do not have', async () => {
    const { ana, ben, cleo, link, link2 } = await people('ana', 'ben', 'cleo', 'link', 'link2')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.givesRole(ana, ben, 'steward'))
    linkIn(await room.invites(ana, link2))
    const guessed = await knock(room, ben, cleo)
    expect(await room.writes(ben, { ...guessed, ik: link2.rk })).toMatchObject(refusedBy('I-IK'))
  })

  test('[I-RK] [C21] a key copied from another room does not sign for this one', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana], link, { seed: 5 })
    const elsewhere = await roomOf([ana], link, { seed: 6 })
    linkIn(await room.invites(ana, link))
    const here = await knock(room, link, ben)
    const there = await knock(elsewhere, link, ben)
    expect(await room.writes(ana, { ...here, rkSignature: there.rkSignature })).toMatchObject(refusedBy('I-RK'))
  })

  test('[I-POP] a rekey to a key one does not hold is refused, and a proof made for another place too', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await startRoom(ana)
    const early = await popTranscript({ roomId: room.roomId, prev: room.state().head.link, oldRk: ana.rk, newRk: ben.rk, kem: ben.kem.publicKey })
    linkIn(await room.invites(ana, link))
    const delta = { op: 'rekey', rk: ben.rk, kem: ben.kem.publicKey, generation } as const
    expect(await room.writes(ana, { ...delta, pop: await ana.key.sign('pop', early) })).toMatchObject(refusedBy('I-POP'))
    expect(await room.writes(ana, { ...delta, pop: await ben.key.sign('pop', early) })).toMatchObject(refusedBy('I-POP'))
  })
})
