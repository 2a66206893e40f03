import { expect, test } from 'vitest'
import { membershipBody } from './bodies.ts'
import { makeBind, type Bind } from './bind.ts'
import { emptyHalf, foldSealedHalf, viewOf } from './circle-state.ts'
import { introduce, makeRoll, type RollPerson } from './roll.ts'
import { makeShare, openShare } from './share.ts'
import { readCircleEntry } from './circle-entries.ts'
import { commonsPolicy, quietPolicy, seeded, smallRoom, someone, type SmallRoom, type Someone } from './small-room.suite.ts'
import { toHex } from '../base/bytes.ts'
import { MOST_CBOR, plaintextLength } from '../log/body.ts'
import { memberIdOf } from '../log/ids.ts'
import type { RoomKey } from '../log/types.ts'

const random = seeded(71)
const [ana, ben] = [await someone(random), await someone(random)]
const commons = await smallRoom(ana, commonsPolicy, random)
await commons.admits(ana, ben, 'Ben')

function bindIn(room: SmallRoom, commonsKey: Someone, there: Someone): Promise<Bind> {
  return makeBind({ circle: commons.roomId, commonsKey: commonsKey.rk, pseudonym: { roomId: room.roomId, rk: there.key, kem: there.kem.publicKey } })
}

function known(room: SmallRoom): ReadonlyMap<RoomKey, Omit<RollPerson, 'rk'>> {
  return viewOf(foldSealedHalf(emptyHalf, room.opened)).known
}

async function rotates(room: SmallRoom, author: Someone, people: readonly RollPerson[]): Promise<void> {
  const roll = { purpose: 'To hold this', decides: [], people }
  await room.turns(author, { op: 'rotate' }, (generation) => ({ op: 'rotate', generation }), membershipBody({ op: 'rotate', missing: [], hist: null, roll }))
}

async function withAGuest(): Promise<{
  readonly room: SmallRoom
  readonly ana2: Someone
  readonly guest: Someone
  readonly ofAna: RollPerson
  readonly ofGuest: RollPerson
}> {
  const [ana2, guest] = [await someone(random), await someone(random)]
  const room = await smallRoom(ana2, quietPolicy, random)
  await room.admits(ana2, guest, 'Noor')
  const ofAna = { rk: ana2.key, bind: await bindIn(room, ana, ana2), words: 'affected', name: 'Ana' }
  const ofGuest = { rk: guest.key, bind: null, words: '', name: 'Noor' }
  return { room, ana2, guest, ofAna, ofGuest }
}

test('a newcomer to a confidential room learns from the roll who is there, and who is not introduced', async () => {
  const { room, ana2, guest, ofAna } = await withAGuest()
  await rotates(room, ana2, [ofAna])
  const people = await introduce(room.state(), known(room), commons.state())
  expect(people.find(({ rk }) => rk === ana2.key)).toMatchObject({ who: { kind: 'proven', member: ana.id }, words: 'affected' })
  expect(people.find(({ rk }) => rk === guest.key)).toMatchObject({ who: { kind: 'not-introduced' }, name: null })
})

test('where a guest is present the roll holds the name everyone goes by, and the guest can check none of them', async () => {
  const { room, ana2, ofAna, ofGuest } = await withAGuest()
  const roll = makeRoll(room.state(), {
    purpose: 'To hold this',
    decides: [ana2.id, ben.id],
    known: new Map([
      [ofAna.rk, ofAna],
      [ofGuest.rk, ofGuest],
    ]),
  })
  expect(roll.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Noor'])
  expect(roll.decides).toEqual([ana2.id])
  await rotates(room, ana2, roll.people)
  expect((await introduce(room.state(), known(room), null)).map(({ who }) => who.kind)).toEqual(['guest', 'guest'])
  const alone = await smallRoom(ana2, quietPolicy, random)
  expect(makeRoll(alone.state(), { purpose: '', decides: [], known: new Map([[ofAna.rk, ofAna]]) }).people).toMatchObject([{ name: null }])
})

test('whoever writes a roll cannot invent who somebody is', async () => {
  const { room, ana2, guest, ofAna, ofGuest } = await withAGuest()
  const invented = await makeBind({ circle: commons.roomId, commonsKey: guest.rk, pseudonym: { roomId: room.roomId, rk: guest.key, kem: guest.kem.publicKey } })
  await rotates(room, guest, [ofAna, { ...ofGuest, bind: { ...invented, key: ben.key } }])
  const people = await introduce(room.state(), known(room), commons.state())
  expect(people.find(({ rk }) => rk === guest.key)).toMatchObject({ who: { kind: 'not-proven' } })
  expect(people.find(({ rk }) => rk === ana2.key)).toMatchObject({ who: { kind: 'proven', member: ana.id } })
})

test('a roll by another neither takes away nor replaces a bind somebody brought themself', async () => {
  const { room, ana2, guest, ofAna, ofGuest } = await withAGuest()
  await rotates(room, ana2, [ofAna, ofGuest])
  await rotates(room, guest, [{ ...ofAna, bind: null, name: 'Mallory' }, ofGuest])
  await rotates(room, guest, [{ ...ofAna, bind: { ...ofAna.bind!, signature: random.bytes(64) } }, ofGuest])
  const people = await introduce(room.state(), known(room), commons.state())
  expect(people.find(({ rk }) => rk === ana2.key)).toMatchObject({ who: { kind: 'proven', member: ana.id } })
})

test('[RL-FITS] words and names that somebody filled for two hundred people never keep a room from new keys', async () => {
  const { room, ofAna, guest } = await withAGuest()
  const keys = Array.from({ length: 200 }, () => toHex(random.bytes(32)) as RoomKey)
  const member = room.state().members.get(guest.id)!
  const state = { ...room.state(), members: new Map(keys.map((rk) => [memberIdOf(rk), { ...member, id: memberIdOf(rk), rk }])) }
  const filled = { words: 'w'.repeat(100), name: 'n'.repeat(200) }
  const asGuests = new Map(keys.map((rk) => [rk, { bind: null, ...filled }]))
  const asBound = new Map(keys.map((rk, at) => [rk, { bind: at === 0 ? null : ofAna.bind, ...filled }]))
  for (const known of [asGuests, asBound]) {
    const roll = makeRoll(state, { purpose: 'p'.repeat(1_000), decides: [memberIdOf(keys[0]!)], known })
    const body = membershipBody({ op: 'rotate', missing: [], hist: null, roll })
    expect(plaintextLength({ ...body, act: new Uint8Array(16), claimedTime: Number.MAX_SAFE_INTEGER })).toBeLessThanOrEqual(MOST_CBOR)
    expect(roll.people.map(({ rk }) => rk)).toHaveLength(200)
    expect(roll.people.find(({ bind }) => bind === null)).toMatchObject({ name: 'n'.repeat(200), words: '' })
  }
})

test('what came before is shared with exactly one newcomer, key by key checked', async () => {
  const { room, ana2, guest, ofAna, ofGuest } = await withAGuest()
  await rotates(room, ana2, [ofAna, ofGuest])
  const keys = [1, 2].map((g) => ({ g, key: room.keys.get(g)! }))
  const body = await makeShare({ roomId: room.roomId, to: guest.key, kem: guest.kem.publicKey, keys, consents: [] })
  await room.says(ana2, body)
  const entry = readCircleEntry(body)
  if (!entry.ok || entry.value?.what !== 'share') throw new Error('a share reads as one')
  const { share } = entry.value
  const mine = { roomId: room.roomId, rk: guest.key, kem: guest.kem }
  expect(await openShare(share, mine, room.commitments)).toEqual({ ok: true, value: keys })
  expect(await openShare(share, { ...mine, rk: ana2.key }, room.commitments)).toEqual({ ok: false, error: 'not-for-me' })
  expect(await openShare({ ...share, to: ana2.key }, { roomId: room.roomId, rk: ana2.key, kem: ana2.kem }, room.commitments)).toEqual({
    ok: false,
    error: 'does-not-open',
  })
  expect(await openShare({ ...share, upTo: 1 }, mine, room.commitments)).toEqual({ ok: false, error: 'wrong-key' })
  expect(viewOf(foldSealedHalf(emptyHalf, room.opened)).shares).toMatchObject([{ author: ana2.id, share: { to: guest.key, from: 1, upTo: 2 } }])
})

test('a share with a key that is not the room’s is refused as a whole', async () => {
  const { room, guest } = await withAGuest()
  const keys = [
    { g: 1, key: room.keys.get(1)! },
    { g: 2, key: random.bytes(32) },
  ]
  const entry = readCircleEntry(await makeShare({ roomId: room.roomId, to: guest.key, kem: guest.kem.publicKey, keys, consents: [] }))
  if (!entry.ok || entry.value?.what !== 'share') throw new Error('a share reads as one')
  expect(await openShare(entry.value.share, { roomId: room.roomId, rk: guest.key, kem: guest.kem }, room.commitments)).toEqual({
    ok: false,
    error: 'wrong-key',
  })
})
