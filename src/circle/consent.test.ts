import { expect, test } from 'vitest'
import type { Day } from '../base/clock.ts'
import { decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import type { WireEntry } from '../log/types.ts'
import { decodeHeader, encodeHeader } from '../log/header.ts'
import { circleBody } from './circle-entries.ts'
import { emptyHalf, foldSealedHalf, viewOf } from './circle-state.ts'
import { fits, giveConsent, readConsent, whoseYes, type ConsentTerms } from './consent.ts'
import { readRekeyProof, replacedKeys } from './proofs.ts'
import { commonsPolicy, quietPolicy, seeded, smallRoom, someone, type SmallRoom } from './small-room.suite.ts'

const random = seeded(41)
const ana = await someone(random)
const ben = await someone(random)

async function aCommons(): Promise<SmallRoom> {
  const commons = await smallRoom(ana, commonsPolicy, random)
  await commons.admits(ana, ben, 'Ben')
  return commons
}

const commons = await aCommons()

function terms(change: Partial<ConsentTerms> = {}): ConsentTerms {
  return {
    text: 'Thank you for staying late on Tuesday.',
    target: commons.roomId,
    readers: null,
    purpose: 'thanks',
    untilDay: 20_500 as Day,
    mayPassOn: false,
    nameMayStand: true,
    recognised: [],
    ask: null,
    ...change,
  }
}

function rewritten(carried: Uint8Array, change: { readonly [key: string]: Cbor }): Uint8Array {
  const outer = decodeCbor(carried, 16)
  if (!outer.ok) throw new Error('a carried consent is CBOR')
  return encodeCbor({ ...(outer.value as { readonly [key: string]: Cbor }), ...change })
}

function rewrittenRecord(carried: Uint8Array, change: { readonly [key: string]: Cbor }): Uint8Array {
  const outer = decodeCbor(carried, 16)
  if (!outer.ok) throw new Error('a carried consent is CBOR')
  const { record } = outer.value as { readonly record: Uint8Array }
  return rewritten(carried, { record: rewritten(record, change) })
}

test('a yes is read as it was given, and by whom', async () => {
  const given = await giveConsent(terms({ recognised: [ana.id], readers: [ana.id, ben.id], ask: random.bytes(16) }), ben.rk, random)
  const read = await readConsent(given.carried)
  expect(read).toEqual({ ok: true, value: given })
  if (!read.ok) return
  expect(whoseYes(read.value, { room: commons.state(), commons: commons.state(), seq: 9, replacedAt: new Map() })).toEqual({ ok: true, value: ben.id })
  expect(fits(read.value, { text: given.text, target: commons.roomId })).toBe(true)
})

test('[F21] one character changed after the yes voids it, everywhere', async () => {
  const given = await giveConsent(terms(), ben.rk, random)
  for (const text of [
    'Thank you for staying late on Tuesday!',
    'Thank you for staying late on Tuesday. ',
    'thank you for staying late on Tuesday.',
    'Thank you for staying late on Tuеsday.',
    '',
  ]) {
    expect(await readConsent(rewritten(given.carried, { text }))).toEqual({ ok: false, error: 'other-text' })
    expect(fits(given, { text, target: commons.roomId })).toBe(false)
  }
})

test('[F21] composed and decomposed letters are not the same words', async () => {
  const given = await giveConsent(terms({ text: 'José' }), ben.rk, random)
  expect(await readConsent(rewritten(given.carried, { text: 'José'.normalize('NFD') }))).toEqual({ ok: false, error: 'other-text' })
})

test('no part of what was agreed to can be changed: not the room, the purpose, the readers, the day, or whose yes it is', async () => {
  const given = await giveConsent(terms(), ben.rk, random)
  const changes: readonly { readonly [key: string]: Cbor }[] = [
    { target: random.bytes(32) },
    { purpose: 'plan' },
    { readers: [random.bytes(32)] },
    { until: 30_000 },
    { mayPassOn: true },
    { nameMayStand: false },
    { recognised: [random.bytes(32)] },
    { ask: random.bytes(16) },
    { giver: ana.rk.publicKey },
  ]
  for (const change of changes) expect(await readConsent(rewrittenRecord(given.carried, change))).toEqual({ ok: false, error: 'bad-signature' })
})

test('a consent in any other shape is a value, not a fall', async () => {
  const given = await giveConsent(terms(), ben.rk, random)
  const broken = [
    new Uint8Array(0),
    random.bytes(40),
    encodeCbor(null),
    rewritten(given.carried, { record: random.bytes(9) }),
    rewritten(given.carried, { more: 1 }),
    rewrittenRecord(given.carried, { salt: random.bytes(31) }),
  ]
  for (const carried of broken) expect(await readConsent(carried)).toEqual({ ok: false, error: 'malformed' })
})

test('a yes for one room is none for another', async () => {
  const given = await giveConsent(terms(), ben.rk, random)
  const quiet = await smallRoom(ana, quietPolicy, random)
  expect(whoseYes(given, { room: quiet.state(), commons: commons.state(), seq: 3, replacedAt: new Map() })).toEqual({ ok: false, error: 'other-room' })
  expect(fits(given, { text: given.text, target: quiet.roomId })).toBe(false)
})

test("a guest's yes counts by their key in the room, a stranger's not at all", async () => {
  const quiet = await smallRoom(ana, quietPolicy, random)
  const guest = await someone(random)
  await quiet.admits(ana, guest, 'Guest')
  const where = { room: quiet.state(), commons: commons.state(), seq: 3, replacedAt: new Map() }
  expect(whoseYes(await giveConsent(terms({ target: quiet.roomId }), guest.rk, random), where)).toEqual({ ok: true, value: guest.id })
  expect(whoseYes(await giveConsent(terms({ target: quiet.roomId }), (await someone(random)).rk, random), where)).toEqual({ ok: false, error: 'unknown-giver' })
})

test('[C52] in the commons a yes by an old key counts before the rekey and not after', async () => {
  const circle = await aCommons()
  const given = await giveConsent(terms({ target: circle.roomId }), ben.rk, random)
  await circle.rekeys(ben)
  const rekeySeq = circle.state().head.seq
  const replacedAt = await replacedKeys(viewOf(foldSealedHalf(emptyHalf, circle.opened)), circle.roomId, circle.roomId)
  const where = { room: circle.state(), commons: circle.state(), replacedAt }
  expect(whoseYes(given, { ...where, seq: rekeySeq - 1 })).toEqual({ ok: true, value: ben.id })
  expect(whoseYes(given, { ...where, seq: rekeySeq + 1 })).toEqual({ ok: false, error: 'key-was-replaced' })
})

test('[C52] in another room it counts until the proof of the rekey is carried in', async () => {
  const circle = await aCommons()
  const quiet = await smallRoom(ana, quietPolicy, random)
  const given = await giveConsent(terms({ target: quiet.roomId }), ben.rk, random)
  await circle.rekeys(ben)
  const proof = circle.wire.at(-1)!
  const before = viewOf(foldSealedHalf(emptyHalf, quiet.opened))
  expect((await replacedKeys(before, circle.roomId, quiet.roomId)).size).toBe(0)
  const carried = await quiet.says(ana, circleBody({ what: 'rekey-proof', header: proof.header, signature: proof.signature }))
  const replacedAt = await replacedKeys(viewOf(foldSealedHalf(emptyHalf, quiet.opened)), circle.roomId, quiet.roomId)
  const where = { room: quiet.state(), commons: circle.state(), replacedAt }
  expect(whoseYes(given, { ...where, seq: carried.seq - 1 })).toEqual({ ok: true, value: ben.id })
  expect(whoseYes(given, { ...where, seq: carried.seq })).toEqual({ ok: false, error: 'key-was-replaced' })
})

test("nobody voids another's yes with a proof of their own making", async () => {
  const circle = await aCommons()
  await circle.rekeys(ben)
  const proof = circle.wire.at(-1)!
  const other = await aCommons()
  const forgeries: readonly Pick<WireEntry, 'header' | 'signature'>[] = [
    { ...proof, signature: random.bytes(64) },
    { ...proof, header: circle.wire[0]!.header },
    { ...proof, header: random.bytes(80) },
  ]
  for (const forged of forgeries) expect(await readRekeyProof(circle.roomId, forged)).toBe(null)
  expect(await readRekeyProof(other.roomId, proof)).toBe(null)
  expect(await readRekeyProof(circle.roomId, proof)).toMatchObject({ oldKey: ben.key })
})

test('a rekey that the new key never agreed to proves nothing: nobody gives their old key away to a key they do not hold', async () => {
  const circle = await aCommons()
  await circle.rekeys(ben)
  const header = decodeHeader(circle.wire.at(-1)!.header)
  if (!header.ok || header.value.delta.op !== 'rekey') throw new Error('the last entry is the rekey')
  const bytes = encodeHeader({ ...header.value, delta: { ...header.value.delta, pop: random.bytes(64) } })
  expect(await readRekeyProof(circle.roomId, { header: bytes, signature: await ben.rk.sign('entry', bytes) })).toBe(null)
})
