/**
 * Writes the test vectors of `account` and `circle`: src/account/vectors/account.json and src/circle/vectors/circle.json.
 *
 * Run once for a version of the format, under the Node of the launcher: `node scripts/run.js scripts/make-circle-vectors.ts`. The files are never edited afterwards.
 * HPKE draws its own randomness, so sealed items differ at every run; what they open to does not.
 */
import { writeFileSync } from 'node:fs'
import { assert } from '../src/base/assert.ts'
import { concat, toHex, u32, type Bytes } from '../src/base/bytes.ts'
import { millis, type Day, type Random } from '../src/base/clock.ts'
import type { Result } from '../src/base/result.ts'
import { sealRecord, type SealedRecord } from '../src/account/record.ts'
import { hedgeOf, mailboxKey, personKeys } from '../src/account/root.ts'
import { addressKeyOf, unlockWithCode, unlockWithWords } from '../src/account/unlock.ts'
import { makeBind } from '../src/circle/bind.ts'
import { giveConsent } from '../src/circle/consent.ts'
import { knockTranscriptHash, knockWords, makeKnock } from '../src/circle/knock.ts'
import { invitationKeys, makeFragment, type InvitationLink } from '../src/circle/link.ts'
import { sealMail } from '../src/circle/mail.ts'
import { keyWords } from '../src/circle/names.ts'
import { roomWords } from '../src/circle/room-words.ts'
import { seal } from '../src/crypto/aead.ts'
import { encodeCbor, type Cbor } from '../src/crypto/cbor.ts'
import { signingKeyFromSeed } from '../src/crypto/ed25519.ts'
import { hkdf, sha256 } from '../src/crypto/hash.ts'
import { kemKeyFromSeed } from '../src/crypto/kem.ts'
import { label } from '../src/crypto/labels.ts'
import { idBytes, linkFrom, memberIdFrom, roomIdFrom, roomKeyFrom } from '../src/log/ids.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const random = counting('holdfast test vectors 1')

/** Bytes that a second program can make too: SHA-256(text ‖ counter). */
function counting(text: string): Random & { next(count: number): Promise<Bytes> } {
  const pool: number[] = []
  return {
    bytes(count) {
      assert(pool.length >= count, 'the pool is filled before')
      return Uint8Array.from(pool.splice(0, count))
    },
    async next(count) {
      if (pool.length < 65_536) for (let at = 0; at < 4_096; at++) pool.push(...(await sha256(new TextEncoder().encode(text), u32(pool.length + at))))
      return Uint8Array.from(pool.splice(0, count))
    },
  }
}

function good<Value>(result: Result<Value, unknown>): Value {
  assert(result.ok, 'what is made here is well formed')
  return result.value
}

function changed(bytes: Uint8Array, at: number): Bytes {
  const other = new Uint8Array(bytes)
  other[at]! ^= 1
  return other
}

async function account(): Promise<Json> {
  const n = await random.next(32)
  const keys = await Promise.all(
    [0, 1, 255].map(async (j) => {
      const root = { epoch: 0, bytes: new Uint8Array(32).fill(j) }
      const { rk, kem } = await personKeys(root, n, j)
      const mailbox = await mailboxKey(root, n, 256 + j)
      return {
        root: toHex(root.bytes),
        n: toHex(n),
        j,
        rk: toHex(rk.publicKey),
        kem: toHex(kem.publicKey),
        counter: 256 + j,
        mailbox: toHex(mailbox.publicKey),
        hedge: toHex(await hedgeOf(root)),
      }
    }),
  )
  const english = ['abandon', 'ability', 'zoo', 'river', 'bread', 'soup', 'wolf']
  const spanish = ['ábaco', 'serie', 'río', 'promesa', 'sólido', 'zapato', 'día']
  const unlocks: Json[] = []
  for (const words of [english, spanish]) unlocks.push(await unlocked({ words }, await unlockWithWords(words)))
  const code = await random.next(16)
  unlocks.push(await unlocked({ code: toHex(code) }, await unlockWithCode(code)))
  return { keys, unlocks, records: await records(await unlockWithCode(code)) }
}

async function unlocked(from: { readonly [key: string]: Json }, unlock: Uint8Array): Promise<Json> {
  return { ...from, unlock: toHex(unlock), address: toHex((await addressKeyOf(unlock)).publicKey) }
}

async function records(unlock: Bytes): Promise<Json> {
  const personal = { host: 'https://circle.example', roomId: roomIdFrom(await random.next(32)), n: await random.next(32), j: 0 }
  const roots = [
    { epoch: 0, bytes: await random.next(32) },
    { epoch: 3, bytes: await random.next(32) },
  ]
  const sealed = good(await sealRecord(unlock, { personal, roots }, random))
  const other = good(await sealRecord(await random.next(32), { personal, roots }, random))
  const key = await addressKeyOf(unlock)
  const reference = { host: personal.host, roomId: idBytes(personal.roomId), n: personal.n, j: 0 }
  const root = { epoch: 0, root: roots[0]!.bytes }
  const opens = {
    host: personal.host,
    roomId: personal.roomId,
    n: toHex(personal.n),
    j: 0,
    roots: roots.map(({ epoch, bytes }) => ({ epoch, root: toHex(bytes) })),
  }
  const one = (note: string, { record, signature }: Omit<SealedRecord, 'address'>, expected: Json): Json => ({
    note,
    unlock: toHex(unlock),
    record: toHex(record),
    signature: toHex(signature),
    ...(typeof expected === 'string' ? { fault: expected } : { opens: expected }),
  })
  const byHand = async (note: string, content: Cbor, filler = 0): Promise<Json> => one(note, await sealedByHand(unlock, content, filler), 'malformed')
  return [
    one('two roots', sealed, opens),
    one('a byte of the salt changed', { ...sealed, record: changed(sealed.record, 3) }, 'wrong-signature'),
    one('a byte of the seal changed', { ...sealed, record: changed(sealed.record, 2_000) }, 'wrong-signature'),
    one('a byte of the signature changed', { ...sealed, signature: changed(sealed.signature, 10) }, 'wrong-signature'),
    one('of somebody else', other, 'wrong-signature'),
    one('of somebody else, signed by me', { record: other.record, signature: await key.sign('record', other.record) }, 'does-not-open'),
    one('one byte short', { ...sealed, record: sealed.record.slice(1) }, 'wrong-size'),
    await byHand('an unknown field', { personal: reference, roots: [root], kdf: 1 }),
    await byHand('no root', { personal: reference, roots: [] }),
    await byHand('the same epoch twice', { personal: reference, roots: [root, root] }),
    await byHand('a host with a path', { personal: { ...reference, host: 'https://circle.example/x' }, roots: [root] }),
    await byHand('padding that is not zeros', { personal: reference, roots: [root] }, 1),
  ]
}

async function sealedByHand(unlock: Bytes, content: Cbor, filler: number): Promise<Omit<SealedRecord, 'address'>> {
  const key = await addressKeyOf(unlock)
  const salt = await random.next(32)
  const bytes = encodeCbor(content)
  const plain = new Uint8Array(2_000).fill(filler)
  plain.set(concat(u32(bytes.length), bytes))
  const wrap = await hkdf(unlock, concat(label('wrap'), key.publicKey), salt)
  const record = concat(salt, await seal(wrap, new Uint8Array(12), concat(label('vault'), key.publicKey), plain))
  return { record, signature: await key.sign('record', record) }
}

async function circle(): Promise<Json> {
  const circleId = roomIdFrom(await random.next(32))
  const roomId = roomIdFrom(await random.next(32))
  const secret = await random.next(16)
  const link: InvitationLink = {
    kind: 'circle',
    secret,
    roomId,
    head16: await random.next(16),
    doorKey: await random.next(16),
    receiptKey: await random.next(32),
    host: 'https://circle.example:8443',
  }
  const ana = { rk: await signingKeyFromSeed(await random.next(32)), kemSeed: await random.next(32) }
  const kem = await kemKeyFromSeed(ana.kemSeed)
  return {
    links: links(link),
    knocks: await knocks(secret, roomId, ana.rk, kem),
    binds: await binds(circleId, roomId, ana.rk, kem.publicKey),
    consents: await consents(roomId, ana.rk),
    mail: await mail(circleId, ana.rk, ana.kemSeed),
    spoken: [
      {
        note: 'six room words',
        link: toHex(idBytes(linkFrom(new Uint8Array(32).fill(1)))),
        roomId,
        words: await roomWords(linkFrom(new Uint8Array(32).fill(1)), roomId),
      },
      { note: 'four key words', link: toHex(new Uint8Array(32).fill(2)), roomId, words: await keyWords(memberIdFrom(new Uint8Array(32).fill(2)), roomId) },
    ],
  }
}

function links(link: InvitationLink): Json {
  const fields = {
    kind: link.kind,
    secret: toHex(link.secret),
    roomId: link.roomId,
    head16: toHex(link.head16),
    doorKey: toHex(link.doorKey),
    receiptKey: toHex(link.receiptKey),
    host: link.host,
  }
  const fragment = makeFragment(link)
  return [
    { note: 'into a circle', fragment, reads: fields },
    { note: 'a guest', fragment: makeFragment({ ...link, kind: 'guest' }), reads: { ...fields, kind: 'guest' } },
    { note: 'cut in the host', fragment: fragment.slice(0, -3), fault: 'cut-off' },
    { note: 'cut in the secret', fragment: fragment.slice(0, 9), fault: 'cut-off' },
    { note: 'empty', fragment: '', fault: 'cut-off' },
    { note: 'longer than it says', fragment: `${fragment}AAAA`, fault: 'not-an-invitation' },
    { note: 'a host with a path', fragment: makeFragment({ ...link, host: 'https://circle.example/x' }), fault: 'not-an-invitation' },
    { note: 'an unknown kind', fragment: `B${fragment.slice(1)}`, fault: 'not-an-invitation' },
    { note: 'words', fragment: 'hello, see you at eight', fault: 'not-an-invitation' },
  ]
}

type Signing = Awaited<ReturnType<typeof signingKeyFromSeed>>
type Kem = Awaited<ReturnType<typeof kemKeyFromSeed>>

async function knocks(secret: Bytes, roomId: InvitationLink['roomId'], rk: Signing, kem: Kem): Promise<Json> {
  const { ik, kk } = await invitationKeys(secret)
  const knock = good(await makeKnock({ roomId, ik, kk, rk, kem, name: 'Ana María', random }))
  const hash = await knockTranscriptHash(knock)
  const one = (note: string, change: Partial<typeof knock>, expected: { readonly [key: string]: Json }): Json => {
    const it = { ...knock, ...change }
    const parts = { room: it.room, ik: it.ik, rk: it.rk, kem: it.kem, name: it.name, ikSignature: it.ikSignature, rkSignature: it.rkSignature }
    return {
      note,
      secret: toHex(secret),
      kk: toHex(kk),
      roomId,
      ...Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, toHex(value)])),
      ...expected,
    }
  }
  const other = await signingKeyFromSeed(await random.next(32))
  return [
    one('honest', {}, { reads: 'Ana María', transcriptHash: toHex(hash), words: await knockWords(hash, roomId) }),
    one('another rk', { rk: other.publicKey }, { fault: 'bad-invitation-signature' }),
    one('another name', { name: changed(knock.name, 200) }, { fault: 'bad-invitation-signature' }),
    one("the newcomer's signature changed", { rkSignature: changed(knock.rkSignature, 0) }, { fault: 'bad-newcomer-signature' }),
    one('an rk of small order', { rk: new Uint8Array(32) }, { fault: 'bad-key' }),
    one('for another room', { room: await random.next(32) }, { fault: 'other-room' }),
  ]
}

async function binds(circleId: InvitationLink['roomId'], roomId: InvitationLink['roomId'], commonsKey: Signing, kem: Bytes): Promise<Json> {
  const rk = roomKeyFrom(await random.next(32))
  const bind = await makeBind({ circle: circleId, commonsKey, pseudonym: { roomId, rk, kem } })
  const one = (note: string, change: { readonly [key: string]: Json }, holds: boolean): Json => ({
    note,
    circle: circleId,
    key: bind.key,
    roomId,
    rk,
    kem: toHex(kem),
    signature: toHex(bind.signature),
    ...change,
    holds,
  })
  return [
    one('honest', {}, true),
    one('in another room', { roomId: toHex(await random.next(32)) }, false),
    one('for another rk', { rk: toHex(await random.next(32)) }, false),
    one('for another kem', { kem: toHex(changed(kem, 9)) }, false),
    one('of another circle', { circle: toHex(await random.next(32)) }, false),
  ]
}

async function consents(target: InvitationLink['roomId'], key: Signing): Promise<Json> {
  const terms = {
    text: 'Thank you for staying late. ¿Te parece? 🌻',
    target,
    readers: null,
    purpose: 'thanks',
    untilDay: 20_500 as Day,
    mayPassOn: false,
    nameMayStand: true,
    recognised: [memberIdFrom(await random.next(32))],
    ask: await random.next(16),
  }
  const { carried } = await giveConsent(terms, key, random)
  const text = new TextEncoder().encode('late')
  const at = carried.findIndex((_, start) => text.every((byte, index) => carried[start + index] === byte))
  return [
    { note: 'honest', carried: toHex(carried), reads: { text: terms.text, target, purpose: 'thanks', untilDay: 20_500, key: toHex(key.publicKey) } },
    { note: 'one letter of the text changed', carried: toHex(changed(carried, at)), fault: 'other-text' },
    { note: 'cut off', carried: toHex(carried.slice(0, -1)), fault: 'malformed' },
    { note: 'empty', carried: '', fault: 'malformed' },
  ]
}

async function mail(circleId: InvitationLink['roomId'], owner: Signing, kemSeed: Bytes): Promise<Json> {
  const kem = await kemKeyFromSeed(kemSeed)
  const sender = await signingKeyFromSeed(await random.next(32))
  const address = await random.next(32)
  const act = await random.next(16)
  const item = good(
    await sealMail(
      { circle: circleId, owner: roomKeyFrom(owner.publicKey), kem: kem.publicKey, address },
      { type: 'appreciation.sent', shape: 1, data: 'Thank you', act, claimedTime: millis(1_700_000_000_000) },
      sender,
    ),
  )
  const one = (note: string, change: { readonly [key: string]: Json }): Json => ({
    note,
    circle: circleId,
    owner: toHex(owner.publicKey),
    kemSeed: toHex(kemSeed),
    address: toHex(address),
    item: toHex(item),
    ...change,
  })
  return [
    one('honest', { reads: { from: toHex(sender.publicKey), type: 'appreciation.sent', data: 'Thank you', act: toHex(act) } }),
    one('for another address', { address: toHex(await random.next(32)), fault: 'does-not-open' }),
    one('of another circle', { circle: toHex(await random.next(32)), fault: 'does-not-open' }),
    one('to another owner key', { owner: toHex(sender.publicKey), fault: 'bad-sender-signature' }),
    one('one byte changed', { item: toHex(changed(item, 3_000)), fault: 'does-not-open' }),
    one('one byte short', { item: toHex(item.slice(1)), fault: 'wrong-size' }),
  ]
}

function write(path: string, content: Json): void {
  writeFileSync(new URL(`../${path}`, import.meta.url), `${JSON.stringify(content, null, 1)}\n`)
}

write('src/account/vectors/account.json', await account())
write('src/circle/vectors/circle.json', await circle())
