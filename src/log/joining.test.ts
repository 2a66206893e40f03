import { describe, expect, test } from 'vitest'
import { sha256 } from '../crypto/hash.ts'
import { inspect } from './inspect.ts'
import { step } from './reduce.ts'
import { people, type Person } from './testing/people.ts'
import { refusedBy } from './testing/refused.ts'
import { confidential, everyoneReadsAll, headerIn, linkIn, owned, roomOf, startRoom, type TestRoom } from './testing/room.ts'
import { helloTranscript } from './transcript.ts'
import type { Delta, MemberId } from './types.ts'

type Admit = Extract<Delta, { readonly op: 'admit' }>

async function knockOf(room: TestRoom, ik: Person, newcomer: Person): Promise<Omit<Admit, 'boxHash' | 'generation'>> {
  const { rk } = newcomer
  const kem = newcomer.kem.publicKey
  const nameHash = await sha256(new Uint8Array(1))
  const transcript = helloTranscript({ roomId: room.roomId, ik: ik.rk, rk, kem, nameHash })
  return {
    op: 'admit',
    ik: ik.rk,
    rk,
    kem,
    nameHash,
    ikSignature: await ik.key.sign('hello', transcript),
    rkSignature: await newcomer.key.sign('hello', transcript),
  }
}

async function admitOf(room: TestRoom, ik: Person, newcomer: Person): Promise<Admit> {
  const proofs = await knockOf(room, ik, newcomer)
  if (room.state().policy.history === 'all') return { ...proofs, boxHash: new Uint8Array(32), generation: null }
  const { generation } = await room.makes({ op: 'admit', rk: newcomer.rk, kem: newcomer.kem.publicKey })
  return { ...proofs, boxHash: null, generation: { ...generation, count: 201 } }
}

describe('inviting', () => {
  test('[R-STEWARD] only a steward invites, takes an invitation back, tightens the policy and keeps the host record', async () => {
    const { ana, ben, cleo, link, link2, link3 } = await people('ana', 'ben', 'cleo', 'link', 'link2', 'link3')
    const room = await roomOf([ana, ben], link, { policy: { ...everyoneReadsAll, admit: 'link' } })
    linkIn(await room.invites(ana, link2))
    expect(await room.invites(ben, link3)).toMatchObject(refusedBy('R-STEWARD'))
    expect(await room.revokes(ben, link2)).toMatchObject(refusedBy('R-STEWARD'))
    expect(await room.writes(ben, { op: 'host' })).toMatchObject(refusedBy('R-STEWARD'))
    expect(await room.writes(ben, { op: 'policy' })).toMatchObject(refusedBy('R-STEWARD'))
    linkIn(await room.writes(ana, { op: 'host' }))
    linkIn(await room.writes(ana, { op: 'policy' }))
    expect(await room.admits(ben, cleo, link2)).toMatchObject(refusedBy('R-STEWARD'))
  })

  test('[R-USES] a link has 1 to 64 uses, a named invitation one', async () => {
    const { ana, link, link2 } = await people('ana', 'link', 'link2')
    const room = await startRoom(ana)
    expect(await room.invites(ana, link, 'link', 0)).toMatchObject(refusedBy('R-USES'))
    expect(await room.invites(ana, link, 'link', 65)).toMatchObject(refusedBy('R-USES'))
    expect(await room.invites(ana, link, 'named', 2)).toMatchObject(refusedBy('R-USES'))
    linkIn(await room.invites(ana, link, 'link', 64))
    linkIn(await room.invites(ana, link2, 'named', 1))
  })

  test('[R-SEEN] an invitation key is never used twice, and is no key of a member', async () => {
    const { ana, link } = await people('ana', 'link')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, link))
    linkIn(await room.revokes(ana, link))
    expect(await room.invites(ana, link)).toMatchObject(refusedBy('R-SEEN'))
    expect(await room.invites(ana, ana)).toMatchObject(refusedBy('R-SEEN'))
  })

  test('[C33] someone removed before cannot have invited: the invitation is invalid by its place', async () => {
    const { ana, ben, cleo, link, link2 } = await people('ana', 'ben', 'cleo', 'link', 'link2')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.removes(ana, ben))
    expect(await room.invites(ben, link2)).toMatchObject(refusedBy('R-AUTHOR'))
    expect(await room.admits(ana, cleo, link2)).toMatchObject(refusedBy('R-OPEN'))
  })
})

describe('coming in by link', () => {
  test('[R-OPEN] [B07] a spent, a revoked and a void invitation let nobody in', async () => {
    const { ana, ben, cleo, dora, link, link2, link3 } = await people('ana', 'ben', 'cleo', 'dora', 'link', 'link2', 'link3')
    const room = await roomOf([ana, ben], link)
    expect(await room.admits(ana, cleo, link)).toMatchObject(refusedBy('R-OPEN'))
    linkIn(await room.invites(ana, link2))
    linkIn(await room.revokes(ana, link2))
    expect(await room.admits(ana, cleo, link2)).toMatchObject(refusedBy('R-OPEN'))
    expect(await room.revokes(ana, link2)).toMatchObject(refusedBy('R-OPEN'))
    linkIn(await room.invites(ana, link3, 'link', 5))
    linkIn(await room.givesRole(ana, ben, 'steward'))
    linkIn(await room.givesRole(ana, ana, 'member'))
    expect(room.state().invitations.get(link3.rk)?.state).toBe('void')
    expect(await room.admits(ben, dora, link3)).toMatchObject(refusedBy('R-OPEN'))
  })

  test('[R-KIND] a named invitation admits nobody by link and a link lets nobody enter', async () => {
    const { ana, ben, link, named } = await people('ana', 'ben', 'link', 'named')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, link))
    linkIn(await room.invites(ana, named, 'named'))
    expect(await room.admits(ana, ben, named)).toMatchObject(refusedBy('R-KIND'))
    expect(await room.enters(ben, link)).toMatchObject(refusedBy('R-KIND'))
  })

  test('[R-HISTORY] where history is for all an admit has one box, elsewhere it introduces a generation', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    for (const policy of [everyoneReadsAll, confidential]) {
      const room = await startRoom(ana, { policy })
      linkIn(await room.invites(ana, link))
      const { generation, boxes } = await room.makes({ op: 'admit', rk: ben.rk, kem: ben.kem.publicKey })
      const proofs = await knockOf(room, link, ben)
      const fitting = { boxHash: await sha256(boxes[0]!), generation: null }
      const wrongWay: Delta = policy.history === 'all' ? { ...proofs, boxHash: null, generation } : { ...proofs, ...fitting }
      expect(await room.writes(ana, wrongWay, { boxes })).toMatchObject(refusedBy('R-HISTORY'))
    }
  })

  test('[R-SEEN] [C21] keys that were ever in the room are not admitted again, each by itself', async () => {
    const { ana, ben, cleo, dora, link, link2 } = await people('ana', 'ben', 'cleo', 'dora', 'link', 'link2')
    const room = await roomOf([ana, ben, cleo], link)
    linkIn(await room.leaves(ben))
    linkIn(await room.rotates(ana))
    linkIn(await room.invites(ana, link2, 'link', 9))
    expect(await room.admits(ana, ben, link2)).toMatchObject(refusedBy('R-SEEN'))
    expect(await room.admits(ana, { ...ben, rk: dora.rk, key: dora.key }, link2)).toMatchObject(refusedBy('R-SEEN'))
    expect(await room.admits(ana, { ...dora, rk: link2.rk, key: link2.key }, link2)).toMatchObject(refusedBy('R-SEEN'))
    linkIn(await room.admits(ana, dora, link2))
  })

  test('a room where any member lets in does so until its policy is tightened', async () => {
    const { ana, ben, cleo, link, link2 } = await people('ana', 'ben', 'cleo', 'link', 'link2')
    const room = await roomOf([ana, ben], link, { policy: { ...everyoneReadsAll, admit: 'link' } })
    linkIn(await room.invites(ana, link2, 'link', 2))
    linkIn(await room.admits(ben, cleo, link2))
  })

  test('[R-LOOSER] [C30] a policy of words stays one of words', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    expect(await room.writes(ana, { op: 'policy' })).toMatchObject(refusedBy('R-LOOSER'))
  })

  test('[R-FULL] a room without history holds two hundred, one with history more', async () => {
    const { ana, ben, link, link2 } = await people('ana', 'ben', 'link', 'link2')
    for (const policy of [confidential, everyoneReadsAll]) {
      const room = await roomOf([ana], link, { policy })
      linkIn(await room.invites(ana, link2))
      const before = room.state()
      const admitted = await inspect((await room.seals(ana, await admitOf(room, link2, ben))).wire, { trust: false })
      if (!admitted.ok) throw new Error(admitted.error.rule)
      // 199 more that nobody has to make keys for: the rule only counts.
      const founder = before.members.get(ana.id)!
      const crowd = new Map(Array.from({ length: 199 }, (_, index) => [`${index}` as MemberId, { ...founder, role: 'member' as const }]))
      const full = step({ ...before, members: new Map([...before.members, ...crowd]) }, admitted.value)
      if (policy.history === 'none') expect(full).toMatchObject(refusedBy('R-FULL'))
      else expect(full).toMatchObject({ ok: true })
    }
  })
})

describe('coming in by a named invitation', () => {
  test('the invited comes in while everyone else is away, with a key boxed to all', async () => {
    const { ana, ben, cleo, link, named } = await people('ana', 'ben', 'cleo', 'link', 'named')
    const room = await roomOf([ana, ben], link, { policy: owned })
    linkIn(await room.invites(ana, named, 'named'))
    expect(headerIn(await room.enters(cleo, named)).delta).toMatchObject({ generation: { count: 3 } })
    expect(room.state().members.get(cleo.id)).toMatchObject({ role: 'member', by: named.rk })
    expect(room.state().invitations.get(named.rk)?.state).toBe('spent')
  })

  test('[R-OPEN] [C38] a named invitation is spent once', async () => {
    const { ana, ben, cleo, named } = await people('ana', 'ben', 'cleo', 'named')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, named, 'named'))
    linkIn(await room.enters(ben, named))
    expect(await room.enters(cleo, named)).toMatchObject(refusedBy('R-OPEN'))
  })

  test('[I-IK] [C38] a key that the invitation did not sign for does not enter', async () => {
    const { ana, ben, cleo, named } = await people('ana', 'ben', 'cleo', 'named')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, named, 'named'))
    expect(await room.enters(cleo, { ...ben, rk: named.rk })).toMatchObject(refusedBy('I-IK'))
  })

  test('[R-SELF] a member does not enter a newcomer in their place', async () => {
    const { ana, ben, named } = await people('ana', 'ben', 'named')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, named, 'named'))
    expect(await room.enters({ ...ben, key: ana.key }, named)).toMatchObject(refusedBy('R-SELF'))
  })

  test('taking a named invitation back makes a rotation due, since its bearer holds the newest key', async () => {
    const { ana, link, named } = await people('ana', 'link', 'named')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, link))
    linkIn(await room.invites(ana, named, 'named'))
    linkIn(await room.revokes(ana, link))
    expect(room.state().due).toBe(false)
    linkIn(await room.revokes(ana, named))
    expect(room.state().due).toBe(true)
  })

  test('a steward who steps down leaves a rotation due when a named invitation of theirs ends with it', async () => {
    const { ana, ben, link, link2, named } = await people('ana', 'ben', 'link', 'link2', 'named')
    for (const kind of ['link', 'named'] as const) {
      const room = await roomOf([ana, ben], link)
      linkIn(await room.givesRole(ana, ben, 'steward'))
      linkIn(await room.invites(ben, kind === 'link' ? link2 : named, kind))
      linkIn(await room.givesRole(ben, ben, 'member'))
      expect(room.state().due).toBe(kind === 'named')
    }
  })
})
