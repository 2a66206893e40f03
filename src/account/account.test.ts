import { describe, expect, test } from 'vitest'
import { concat, toHex, u32, utf8, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { seal } from '../crypto/aead.ts'
import { encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { makeRecoveryCode, readRecoveryCode } from '../crypto/code.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { derive, hkdf } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'
import { sevenWords } from '../crypto/words.ts'
import { encodeReference, type RoomReference } from '../circle/reference.ts'
import { idBytes } from '../log/ids.ts'
import { bodyKeyOf, openBody, sealEntry } from '../log/seal.ts'
import { roomIdFrom } from '../log/ids.ts'
import { seeded } from '../circle/small-room.suite.ts'
import { MOST_ROOTS, openRecord, RECORD_BYTES, sealRecord, type SealedRecord, type VaultRecord } from './record.ts'
import { hedgeOf, mailboxKey, newRoot, personKeys, type Root } from './root.ts'
import { isSameWord } from './same-word.ts'
import { addressKeyOf, readWords, unlockWithCode, unlockWithWords } from './unlock.ts'

const random = seeded(91)
const personal: RoomReference = { host: 'https://circle.example', roomId: roomIdFrom(random.bytes(32)), n: random.bytes(32), j: 0 }
const anasUnlock = await unlockWithCode(random.bytes(16))
const bensUnlock = await unlockWithCode(random.bytes(16))

function record(...roots: readonly Root[]): VaultRecord {
  return { personal, roots: roots.length === 0 ? [newRoot(0, random)] : roots }
}

async function written(unlock: Bytes, one = record()): Promise<SealedRecord> {
  const sealed = await sealRecord(unlock, one, random)
  if (!sealed.ok) throw new Error(sealed.error)
  return sealed.value
}

/** What somebody who has the words may seal with another program. */
async function sealedByHand(unlock: Bytes, plain: Uint8Array): Promise<SealedRecord> {
  const key = await addressKeyOf(unlock)
  const salt = random.bytes(32)
  const wrap = await hkdf(unlock, concat(label('wrap'), key.publicKey), salt)
  const bytes = concat(salt, await seal(wrap, new Uint8Array(12), concat(label('vault'), key.publicKey), plain))
  return { address: key.publicKey, record: bytes, signature: await key.sign('record', bytes) }
}

function padded(data: Cbor, filler = 0, size = RECORD_BYTES - 48): Uint8Array {
  const content = encodeCbor(data)
  const plain = new Uint8Array(size).fill(filler)
  plain.set(concat(u32(content.length), content))
  return plain
}

describe('seven words', () => {
  test('on a new device seven words open what they sealed, typed in any way', async () => {
    const words = sevenWords(random)
    const unlock = await unlockWithWords(words)
    const one = record(newRoot(0, random), newRoot(1, random))
    const sealed = await written(unlock, one)
    const typed = readWords(`  ${words.map((word) => word.toUpperCase()).join('\n ')} `)
    if (!typed.ok) throw new Error('the words are in the list')
    const again = await unlockWithWords(typed.value)
    expect(toHex((await addressKeyOf(again)).publicKey)).toBe(toHex(sealed.address))
    expect(await openRecord(again, sealed.record, sealed.signature)).toEqual({ ok: true, value: one })
  })

  test('[D19] Spanish words open without their accents', async () => {
    const words = ['serie', 'río', 'promesa', 'sólido', 'zapato', 'arar', 'día']
    const typed = readWords('Serie rio promesa SOLIDO zapato arar dia')
    if (!typed.ok) throw new Error('the words are in the list')
    expect(toHex(await unlockWithWords(typed.value))).toBe(toHex(await unlockWithWords(words)))
  })

  test('[D19] a word that is in no list is named with its place and the nearest; a number that is wrong is said', () => {
    expect(readWords('abandon abandn about above absent absorb abstract')).toMatchObject({
      ok: false,
      error: { kind: 'word-not-in-list', position: 2, word: 'abandn', nearest: expect.arrayContaining(['abandon']) },
    })
    expect(readWords('abandon ability')).toEqual({ ok: false, error: { kind: 'wrong-number-of-words', count: 2 } })
    expect(readWords('')).toEqual({ ok: false, error: { kind: 'wrong-number-of-words', count: 0 } })
  })

  test('[D19] the same words in another order are other words', async () => {
    const words = sevenWords(random)
    expect(toHex(await unlockWithWords(words))).not.toBe(toHex(await unlockWithWords(words.toReversed())))
  })

  test('a word asked for again may be typed without its accent, but is the whole word', () => {
    expect(isSameWord(' SOLIDO', 'sólido')).toBe(true)
    expect(isSameWord('soli', 'sólido')).toBe(false)
  })
})

test('[D20] the recovery code opens a second record of the same roots; one wrong character is caught before', async () => {
  const code = makeRecoveryCode(random)
  const one = record()
  const sealed = await written(await unlockWithCode(code.bytes), one)
  const read = readRecoveryCode(code.text)
  if (!read.ok) throw new Error(read.error)
  expect(await openRecord(await unlockWithCode(read.value), sealed.record, sealed.signature)).toEqual({ ok: true, value: one })
  const first = code.text[0] === 'A' ? 'B' : 'A'
  expect(readRecoveryCode(first + code.text.slice(1))).toMatchObject({ ok: false })
})

describe('a vault record', () => {
  test('[E03] has the same size whatever it holds, and no bytes in common with another of the same person', async () => {
    const host = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(40)}.example`
    const full = { personal: { ...personal, host }, roots: Array.from({ length: MOST_ROOTS }, (_, epoch) => newRoot(epoch, random)) }
    expect((await written(anasUnlock)).record).toHaveLength(2_048)
    expect((await written(anasUnlock, full)).record).toHaveLength(2_048)
    expect(await sealRecord(anasUnlock, { ...full, roots: [...full.roots, newRoot(MOST_ROOTS, random)] }, random)).toEqual({
      ok: false,
      error: 'too-many-roots',
    })
    const [one, other] = [await written(anasUnlock), await written(bensUnlock)]
    const runs = new Set(Array.from({ length: one.record.length - 7 }, (_, at) => toHex(one.record.subarray(at, at + 8))))
    const shared = Array.from({ length: other.record.length - 7 }, (_, at) => toHex(other.record.subarray(at, at + 8))).filter((run) => runs.has(run))
    expect(shared).toEqual([])
  })

  test("[E03] holds no value in clear that stands in the person's rooms", async () => {
    const root = newRoot(0, random)
    const sealed = await written(anasUnlock, record(root))
    const { rk, kem } = await personKeys(root, personal.n, 0)
    const everything = toHex(concat(sealed.address, sealed.record, sealed.signature))
    for (const value of [idBytes(personal.roomId), personal.n, utf8(personal.host), root.bytes, rk.publicKey, kem.publicKey.subarray(0, 32)])
      expect(everything).not.toContain(toHex(value))
  })

  test("[B10] another person's record, signature and all, opens nothing", async () => {
    const bens = await written(bensUnlock)
    expect(await openRecord(anasUnlock, bens.record, bens.signature)).toEqual({ ok: false, error: 'wrong-signature' })
  })

  test("[B10] another's ciphertext under one's own signature does not open: the address is sealed in", async () => {
    const bens = await written(bensUnlock)
    const key = await addressKeyOf(anasUnlock)
    expect(await openRecord(anasUnlock, bens.record, await key.sign('record', bens.record))).toEqual({ ok: false, error: 'does-not-open' })
  })

  test('[B12] a record of the host’s making, or one changed byte, is refused', async () => {
    const sealed = await written(anasUnlock)
    expect(await openRecord(anasUnlock, random.bytes(RECORD_BYTES), sealed.signature)).toEqual({ ok: false, error: 'wrong-signature' })
    expect(await openRecord(anasUnlock, sealed.record, random.bytes(64))).toEqual({ ok: false, error: 'wrong-signature' })
    for (const at of [0, 31, 32, 1_000, RECORD_BYTES - 1]) {
      const changed = sealed.record.slice()
      changed[at]! ^= 1
      expect(await openRecord(anasUnlock, changed, sealed.signature)).toEqual({ ok: false, error: 'wrong-signature' })
    }
    expect(await openRecord(anasUnlock, sealed.record.slice(1), sealed.signature)).toEqual({ ok: false, error: 'wrong-size' })
    expect(await openRecord(anasUnlock, new Uint8Array(0), sealed.signature)).toEqual({ ok: false, error: 'wrong-size' })
  })

  test('[B12] even a record signed with the words is refused when it is not the one shape', async () => {
    const root = { epoch: 0, root: random.bytes(32) }
    const good = { personal: encodeReference(personal), roots: [root] }
    const opens = async (plain: Uint8Array): Promise<unknown> => {
      const { record: bytes, signature } = await sealedByHand(anasUnlock, plain)
      return openRecord(anasUnlock, bytes, signature)
    }
    expect(await opens(padded(good))).toMatchObject({ ok: true })
    expect(await opens(padded(good, 1))).toEqual({ ok: false, error: 'malformed' })
    expect(await opens(padded({ ...good, roots: [root, root] }))).toEqual({ ok: false, error: 'malformed' })
    expect(
      await opens(
        padded({
          ...good,
          roots: [
            { ...root, epoch: 2 },
            { ...root, epoch: 1 },
          ],
        }),
      ),
    ).toEqual({ ok: false, error: 'malformed' })
    expect(await opens(padded({ ...good, roots: [] }))).toEqual({ ok: false, error: 'malformed' })
    expect(await opens(new Uint8Array(RECORD_BYTES - 48).fill(255))).toEqual({ ok: false, error: 'malformed' })
    expect(await opens(padded(good, 0, RECORD_BYTES))).toEqual({ ok: false, error: 'wrong-size' })
  })

  test('[B13] no setting for stretching the words is read from a record: a field more and it is refused', async () => {
    const good = { personal: encodeReference(personal), roots: [{ epoch: 0, root: random.bytes(32) }] }
    for (const field of ['kdf', 'salt', 'iterations', 'memory', 'params']) {
      const { record: bytes, signature } = await sealedByHand(anasUnlock, padded({ ...good, [field]: 1 }))
      expect(await openRecord(anasUnlock, bytes, signature)).toEqual({ ok: false, error: 'malformed' })
    }
    // What comes from the host is the record and its signature: there is no third argument to take anything from.
    expect(openRecord).toHaveLength(3)
    expect(unlockWithWords).toHaveLength(1)
  })

  test('[D09] an old card after a rekey opens the old root alone, and its keys are not those in force', async () => {
    const [oldRoot, newer] = [newRoot(0, random), newRoot(1, random)]
    const oldCard = await written(anasUnlock, record(oldRoot))
    const newCard = await written(bensUnlock, record(oldRoot, newer))
    const opened = await openRecord(anasUnlock, oldCard.record, oldCard.signature)
    if (!opened.ok) throw new Error(opened.error)
    expect(opened.value.roots).toEqual([oldRoot])
    const inForce = await personKeys(newer, personal.n, 0)
    const fromOldCard = await personKeys(opened.value.roots[0]!, personal.n, 0)
    expect(toHex(fromOldCard.rk.publicKey)).not.toBe(toHex(inForce.rk.publicKey))
    expect(await openRecord(anasUnlock, newCard.record, newCard.signature)).toEqual({ ok: false, error: 'wrong-signature' })
  })

  test('[D25] a thief who has only the root cannot sign for the address of the record', async () => {
    const root = newRoot(0, random)
    const sealed = await written(anasUnlock, record(root))
    const challenge = random.bytes(80)
    const stolen = [await personKeys(root, personal.n, 0).then(({ rk }) => rk), await mailboxKey(root, personal.n, 0), await addressKeyOf(root.bytes)]
    for (const key of stolen) expect(await verifySignature(sealed.address, await key.sign('auth', challenge), 'auth', challenge)).toBe(false)
    const owner = await addressKeyOf(anasUnlock)
    expect(await verifySignature(sealed.address, await owner.sign('auth', challenge), 'auth', challenge)).toBe(true)
  })
})

describe('the keys of a person', () => {
  test('[D25] differ by root, room, joining and use, and come again the same', async () => {
    const [one, other] = [newRoot(0, random), newRoot(0, random)]
    const [n, m] = [random.bytes(32), random.bytes(32)]
    const all: Bytes[] = []
    for (const [root, nonce, j] of [
      [one, n, 0],
      [one, n, 1],
      [one, m, 0],
      [other, n, 0],
    ] as const) {
      const keys = await personKeys(root, nonce, j)
      all.push(keys.rk.publicKey, keys.kem.publicKey.slice(-32), keys.kem.publicKey.slice(0, 32))
    }
    for (const [root, nonce, counter] of [
      [one, n, 0],
      [one, n, 1],
      [one, m, 0],
      [other, n, 0],
    ] as const)
      all.push((await mailboxKey(root, nonce, counter)).publicKey)
    all.push(await hedgeOf(one), await hedgeOf(other), one.bytes, other.bytes)
    expect(new Set(all.map(toHex)).size).toBe(all.length)
    expect(toHex((await personKeys(one, n, 0)).rk.publicKey)).toBe(toHex(all[0]!))
  })

  test('are derived as PROTOCOL.md says, so that another program finds them', async () => {
    const root = { epoch: 0, bytes: new Uint8Array(32).fill(7) }
    const n = new Uint8Array(32).fill(9)
    expect(toHex(await hedgeOf(root))).toBe(toHex(await derive(root.bytes, 'hedge')))
    expect(toHex(await derive(root.bytes, 'hedge'))).toBe(toHex(await hkdf(root.bytes, utf8('hf/1/hedge'))))
    expect(toHex(await unlockWithCode(n.slice(0, 16)))).toBe(toHex(await hkdf(n.slice(0, 16), utf8('hf/1/code'))))
    expect(label('seven-words')).toHaveLength(16)
    const rkSeed = await hkdf(root.bytes, concat(utf8('hf/1/rk'), n, Uint8Array.of(3)))
    const { signingKeyFromSeed } = await import('../crypto/ed25519.ts')
    expect(toHex((await personKeys(root, n, 3)).rk.publicKey)).toBe(toHex((await signingKeyFromSeed(rkSeed)).publicKey))
    const boxSeed = await hkdf(root.bytes, concat(utf8('hf/1/mbox'), n, u32(258)))
    expect(toHex((await mailboxKey(root, n, 258)).publicKey)).toBe(toHex((await signingKeyFromSeed(boxSeed)).publicKey))
  })
})

test('[D15] with a broken random generator, different words still get different nonces, and two people never the same', async () => {
  const constant: Random = { bytes: (count) => new Uint8Array(count).fill(42) }
  const n = random.bytes(32)
  const roomId = personal.roomId
  const bodyKey = await bodyKeyOf(random.bytes(32), roomId)
  const nonces = new Set<string>()
  for (const root of [newRoot(0, random), newRoot(0, random)]) {
    const { rk } = await personKeys(root, n, 0)
    const hedge = await hedgeOf(root)
    for (const words of ['yes', 'no', 'maybe']) {
      const plaintext = { type: 'check-in.noted', shape: 1, act: constant.bytes(16), claimedTime: 0, data: words }
      const sealed = await sealEntry({
        roomId,
        seq: 5,
        prev: null,
        author: rk,
        hedge,
        random: constant,
        g: 1,
        delta: { op: 'content' },
        plaintext,
        bodyKey,
        boxes: null,
      })
      nonces.add(toHex(sealed.header.nonce))
      expect(await openBody(sealed.wire, sealed.header, bodyKey)).toMatchObject({ ok: true, value: { data: words } })
    }
  }
  expect(nonces.size).toBe(6)
})
