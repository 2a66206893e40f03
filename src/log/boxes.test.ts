import { describe, expect, test } from 'vitest'
import { sha256 } from '../crypto/hash.ts'
import { makeBox, makeGeneration, openBox } from './boxes.ts'
import { hashesFit } from './box-set.ts'
import { kcommitOf } from './hashes.ts'
import { generationAt, mustBoxTo } from './state.ts'
import { people } from './testing/people.ts'
import { refusedBy } from './testing/refused.ts'
import { linkIn, roomOf, startRoom } from './testing/room.ts'
import { helloTranscript } from './transcript.ts'
import type { Delta } from './types.ts'

describe('a new generation', () => {
  test('each member opens their own box, and nobody another’s', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    linkIn(await room.rotates(ana))
    const { g, kcommit } = room.state().generation
    const boxes = room.log.at(-1)!.boxes!
    const members = mustBoxTo(room.state())
    for (const one of [ana, ben, cleo]) {
      const mine = members.findIndex((member) => member.rk === one.rk)
      for (const [place, box] of boxes.entries()) {
        const key = await openBox({ roomId: room.roomId, g, rk: one.rk, kcommit, kem: one.kem, box })
        expect(key).toEqual(place === mine ? room.keys.get(g) : null)
      }
    }
  })

  test('a newcomer to a room with history for all gets the present key in one box', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const [box] = room.log.at(-1)!.boxes!
    const { kcommit } = generationAt(room.state(), 1)!
    expect(await openBox({ roomId: room.roomId, g: 1, rk: ben.rk, kcommit, kem: ben.kem, box: box! })).toEqual(room.keys.get(1))
  })

  test('[X-KCOMMIT] [C07] a steward who boxes one key to half and another to half is found out by the commitment', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const room = await startRoom(ana)
    const key = room.random.bytes(32)
    const other = room.random.bytes(32)
    const kcommit = await kcommitOf(room.roomId, 2, key)
    const recipient = { rk: ben.rk, kem: ben.kem.publicKey }
    const fitting = await makeBox({ roomId: room.roomId, g: 2, recipient, kcommit, key })
    const false_ = await makeBox({ roomId: room.roomId, g: 2, recipient, kcommit, key: other })
    const opens = (box: typeof fitting): Promise<unknown> => openBox({ roomId: room.roomId, g: 2, rk: ben.rk, kcommit, kem: ben.kem, box })
    expect(await opens(fitting)).toEqual(key)
    expect(await opens(false_)).toBe(null)
  })

  test('[B08] [B18] a box the host made, one for another generation, room or key, and one with a byte changed do not open', async () => {
    const { ana, ben, cleo } = await people('ana', 'ben', 'cleo')
    const room = await startRoom(ana)
    const { boxes, generation } = await makeGeneration({ roomId: room.roomId, g: 2, members: [{ rk: ben.rk, kem: ben.kem.publicKey }], random: room.random })
    const box = boxes[0]!
    const honest = { roomId: room.roomId, g: 2, rk: ben.rk, kcommit: generation.kcommit, kem: ben.kem, box }
    const swappedHalves = new Uint8Array([...box.slice(1_088, 1_120), ...box.slice(0, 1_088), ...box.slice(1_120)])
    expect(await openBox(honest)).not.toBe(null)
    expect(await openBox({ ...honest, g: 3 })).toBe(null)
    expect(await openBox({ ...honest, roomId: 'cd'.repeat(32) as typeof room.roomId })).toBe(null)
    expect(await openBox({ ...honest, rk: cleo.rk })).toBe(null)
    expect(await openBox({ ...honest, kcommit: new Uint8Array(32) })).toBe(null)
    expect(await openBox({ ...honest, kem: cleo.kem })).toBe(null)
    expect(await openBox({ ...honest, box: swappedHalves })).toBe(null)
    expect(await openBox({ ...honest, box: box.slice(0, 100) })).toBe(null)
    for (const at of [0, 1_087, 1_088, 1_119, 1_120, 1_167]) {
      const changed = new Uint8Array(box)
      changed[at] = changed[at]! ^ 1
      expect(await openBox({ ...honest, box: changed })).toBe(null)
    }
  })
})

describe('what a server checks of the parts', () => {
  test('[X-HASH] [C41] boxes in another order, one twice, or for other keys are refused', async () => {
    const { ana, ben, cleo, dora, link } = await people('ana', 'ben', 'cleo', 'dora', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    const [first, second, third] = boxes
    const rotate: Delta = { op: 'rotate', generation }
    expect(await room.writes(ana, rotate, { boxes: [second!, first!, third!] })).toMatchObject(refusedBy('X-HASH'))
    expect(await room.writes(ana, rotate, { boxes: [first!, first!, third!] })).toMatchObject(refusedBy('X-HASH'))
    const forOthers = await makeGeneration({
      roomId: room.roomId,
      g: 2,
      members: [ana, ben, dora].map(({ rk, kem }) => ({ rk, kem: kem.publicKey })),
      random: room.random,
    })
    expect(await room.writes(ana, { op: 'rotate', generation: forOthers.generation }, { boxes: forOthers.boxes })).toMatchObject(refusedBy('X-HASH'))
    linkIn(await room.writes(ana, rotate, { boxes }))
    expect(await hashesFit(await Promise.all(boxes.map((box) => sha256(box))), mustBoxTo(room.state()), generation)).toBe(true)
  })

  test('[X-COUNT] [C09] [C10] a box too few, too many, or of another size is refused', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    const rotate: Delta = { op: 'rotate', generation }
    expect(await room.writes(ana, rotate, { boxes: boxes.slice(1) })).toMatchObject(refusedBy('X-COUNT'))
    expect(await room.writes(ana, rotate, { boxes: [...boxes, boxes[0]!] })).toMatchObject(refusedBy('X-COUNT'))
    expect(await room.writes(ana, rotate, { boxes: [boxes[0]!, boxes[1]!.slice(1)] })).toMatchObject(refusedBy('X-COUNT'))
  })

  test('[X-HASH] [X-COUNT] the one box of an admit is the one its author signed', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, link))
    const nameHash = await sha256(new Uint8Array(1))
    const { rk } = ben
    const kem = ben.kem.publicKey
    const transcript = helloTranscript({ roomId: room.roomId, ik: link.rk, rk, kem, nameHash })
    const proofs = { ikSignature: await link.key.sign('hello', transcript), rkSignature: await ben.key.sign('hello', transcript) }
    const { kcommit } = room.state().generation
    const box = await makeBox({ roomId: room.roomId, g: 1, recipient: { rk, kem }, kcommit, key: room.keys.get(1)! })
    const delta: Delta = { op: 'admit', ik: link.rk, rk, kem, nameHash, ...proofs, boxHash: await sha256(box), generation: null }
    expect(await room.writes(ana, delta, { boxes: [new Uint8Array(1_168)] })).toMatchObject(refusedBy('X-HASH'))
    expect(await room.writes(ana, delta, { boxes: [box, box] })).toMatchObject(refusedBy('X-COUNT'))
    expect(await room.writes(ana, delta)).toMatchObject(refusedBy('X-NONE'))
    linkIn(await room.writes(ana, delta, { boxes: [box] }))
  })

  test('[X-NONE] boxes come with what needs them and with nothing else', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    expect(await room.writes(ana, { op: 'content' }, { boxes })).toMatchObject(refusedBy('X-NONE'))
    expect(await room.writes(ana, { op: 'rotate', generation })).toMatchObject(refusedBy('X-NONE'))
  })

  test('[X-BODY] [B-SIZE] [B-HASH] a body comes exactly when the header names one, in one of nine sizes, with its hash', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const { wire } = await room.seals(ana, { op: 'content' })
    expect(await room.offers({ ...wire, body: null })).toMatchObject(refusedBy('X-BODY'))
    expect(await room.offers({ ...wire, body: wire.body!.map((byte) => byte ^ 1) })).toMatchObject(refusedBy('B-HASH'))
    expect(await room.offers({ ...wire, body: new Uint8Array(300) })).toMatchObject(refusedBy('B-SIZE'))
    const policy = await room.seals(ana, { op: 'close' })
    expect(await room.offers({ ...policy.wire, body: wire.body })).toMatchObject(refusedBy('X-BODY'))
    expect((await room.offers(wire)).ok).toBe(true)
  })

  test('the list of box hashes alone tells who left a box out', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    const hashes = await Promise.all(boxes.map((box) => sha256(box)))
    expect(await hashesFit(hashes, mustBoxTo(room.state()), generation)).toBe(true)
    expect(await hashesFit(hashes.toReversed(), mustBoxTo(room.state()), generation)).toBe(false)
    expect(await hashesFit(hashes.slice(1), mustBoxTo(room.state()), generation)).toBe(false)
  })
})
