import { describe, expect, test } from 'vitest'
import { concat, toHex, u32, utf8 } from '../base/bytes.ts'
import { seal } from '../crypto/aead.ts'
import { label } from '../crypto/labels.ts'
import { spokenBits, wordsFromBits } from '../crypto/words.ts'
import { sha256 } from '../crypto/hash.ts'
import { idBytes, roomIdFrom, roomKeyFrom } from '../log/ids.ts'
import { helloTranscript } from '../log/transcript.ts'
import type { Knock } from '../log/wire.ts'
import { invitationKeys } from './link.ts'
import { knockTranscriptHash, knockWords, makeKnock, NAME_SEALED_BYTES, readKnock } from './knock.ts'
import { seeded, someone } from './small-room.suite.ts'

const random = seeded(11)
const roomId = roomIdFrom(random.bytes(32))
const { ik, kk } = await invitationKeys(random.bytes(16))
const ana = await someone(random)
const mallory = await someone(random)

async function anaKnocks(name = 'Ana'): Promise<Knock> {
  const knock = await makeKnock({ roomId, ik, kk, rk: ana.rk, kem: ana.kem, name, random })
  if (!knock.ok) throw new Error('the name is one')
  return knock.value
}

test('a steward reads the name of an honest knock and sees the same four words as the newcomer', async () => {
  const knock = await anaKnocks()
  const read = await readKnock(knock, roomId, kk)
  expect(read).toMatchObject({ ok: true, value: { name: 'Ana', rk: ana.key } })
  if (!read.ok) return
  const here = await knockWords(await knockTranscriptHash(knock), roomId)
  expect(await knockWords(read.value.transcriptHash, roomId)).toEqual(here)
  expect(here).toHaveLength(4)
})

describe("[B06] a host that replaces a newcomer's keys in the knock is found out", () => {
  test('by the signature of the invitation, whichever part it changes', async () => {
    const knock = await anaKnocks()
    const other = await anaKnocks('Someone else')
    for (const change of [{ rk: mallory.rk.publicKey }, { kem: mallory.kem.publicKey }, { name: other.name }]) {
      expect(await readKnock({ ...knock, ...change }, roomId, kk)).toEqual({ ok: false, error: 'bad-invitation-signature' })
    }
  })

  test("by the newcomer's own signature, even if it holds the invitation", async () => {
    const knock = await anaKnocks()
    const transcript = helloTranscript({ roomId, ik: roomKeyFrom(ik.publicKey), rk: ana.key, kem: mallory.kem.publicKey, nameHash: await sha256(knock.name) })
    const forged = { ...knock, kem: mallory.kem.publicKey, ikSignature: await ik.sign('hello', transcript) }
    expect(await readKnock(forged, roomId, kk)).toEqual({ ok: false, error: 'bad-newcomer-signature' })
  })

  test('by the room the knock is for', async () => {
    const knock = await anaKnocks()
    const elsewhere = roomIdFrom(random.bytes(32))
    expect(await readKnock(knock, elsewhere, kk)).toEqual({ ok: false, error: 'other-room' })
    expect(await readKnock({ ...knock, room: idBytes(elsewhere) }, elsewhere, kk)).toEqual({ ok: false, error: 'bad-invitation-signature' })
  })
})

test('[B05] the words a newcomer reads out are of the room whose chain the link named: in a false room they differ', async () => {
  const falseRoom = roomIdFrom(random.bytes(32))
  const knock = await makeKnock({ roomId: falseRoom, ik, kk, rk: ana.rk, kem: ana.kem, name: 'Ana', random })
  const honest = await anaKnocks()
  if (!knock.ok) throw new Error('the name is one')
  expect(await knockWords(await knockTranscriptHash(knock.value), falseRoom)).not.toEqual(await knockWords(await knockTranscriptHash(honest), roomId))
})

test('[C13] a knock with a key of small order is refused before anything is made of it', async () => {
  const knock = await anaKnocks()
  expect(await readKnock({ ...knock, rk: new Uint8Array(32) }, roomId, kk)).toEqual({ ok: false, error: 'bad-key' })
  expect(await readKnock({ ...knock, kem: knock.kem.slice(1) }, roomId, kk)).toEqual({ ok: false, error: 'bad-key' })
})

test('[E03] a knock has the same size whatever the name, and the host cannot open it', async () => {
  for (const name of ['A', 'Ana-María de los Ángeles Fernández', '🌻'.repeat(50)]) expect((await anaKnocks(name)).name).toHaveLength(NAME_SEALED_BYTES)
  expect(NAME_SEALED_BYTES).toBe(12 + 256 + 16)
  expect(await readKnock(await anaKnocks(), roomId, random.bytes(32))).toEqual({ ok: false, error: 'name-does-not-open' })
})

test('[D15] with a broken random generator, two names and two newcomers still never share a nonce', async () => {
  const constant = { bytes: (count: number) => new Uint8Array(count).fill(42) }
  const nonces = new Set<string>()
  for (const who of [ana, mallory]) {
    for (const name of ['Ana', 'Ann']) {
      const knock = await makeKnock({ roomId, ik, kk, rk: who.rk, kem: who.kem, name, random: constant })
      if (!knock.ok) throw new Error('the name is one')
      nonces.add(toHex(knock.value.name.subarray(0, 12)))
    }
  }
  expect(nonces.size).toBe(4)
})

/** A knock by a changed app: 256 bytes of its own making where the name is sealed. */
async function knockNaming(padded: Uint8Array<ArrayBuffer>): Promise<Knock> {
  const nonce = random.bytes(12)
  const name = concat(nonce, await seal(kk, nonce, concat(label('knock'), idBytes(roomId)), padded))
  const transcript = helloTranscript({ roomId, ik: roomKeyFrom(ik.publicKey), rk: ana.key, kem: ana.kem.publicKey, nameHash: await sha256(name) })
  return { ...(await anaKnocks()), name, ikSignature: await ik.sign('hello', transcript), rkSignature: await ana.rk.sign('hello', transcript) }
}

test('a name whose padding hides something is not opened', async () => {
  const content = utf8('Ana')
  const padded = new Uint8Array(256).fill(1)
  padded.set(concat(u32(content.length), content))
  expect(await readKnock(await knockNaming(padded), roomId, kk)).toEqual({ ok: false, error: 'name-does-not-open' })
})

test('[KN-NAME] a name that is longer than a name may be comes in with nobody: no roll could hold it', async () => {
  const padded = new Uint8Array(256)
  padded.set(concat(u32(201), utf8('a'.repeat(201))))
  expect(await readKnock(await knockNaming(padded), roomId, kk)).toEqual({ ok: false, error: 'name-does-not-open' })
  padded.set(concat(u32(200), utf8(`${'a'.repeat(200)}\0`)))
  expect(await readKnock(await knockNaming(padded), roomId, kk)).toMatchObject({ ok: true, value: { name: 'a'.repeat(200) } })
})

test('[D21] the four words come through Argon2id, not from the hash itself, so keys cannot be ground for them', async () => {
  const hash = await knockTranscriptHash(await anaKnocks())
  const words = await knockWords(hash, roomId)
  expect(words).toEqual(wordsFromBits(await spokenBits(hash, idBytes(roomId)), 4))
  expect(words).not.toEqual(wordsFromBits(hash, 4))
  expect(words).not.toEqual(wordsFromBits(await sha256(label('words'), hash), 4))
})

test('a knock without a fit name is not made, and its newcomer is told why', async () => {
  expect(await makeKnock({ roomId, ik, kk, rk: ana.rk, kem: ana.kem, name: ' ', random })).toEqual({ ok: false, error: 'empty' })
})
