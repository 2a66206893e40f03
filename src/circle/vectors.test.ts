import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex, type Bytes } from '../base/bytes.ts'
import { sha256 } from '../crypto/hash.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { kemKeyFromSeed } from '../crypto/kem.ts'
import type { MemberId, Link, RoomId, RoomKey } from '../log/types.ts'
import { readConsent } from './consent.ts'
import { knockWords, readKnock } from './knock.ts'
import { invitationKeys, readLink } from './link.ts'
import { openMail } from './mail.ts'
import { keyWords } from './names.ts'
import { roomWords } from './room-words.ts'

type Texts = Readonly<Record<string, string>>

interface Vectors {
  readonly links: readonly { readonly note: string; readonly fragment: string; readonly fault?: string; readonly reads?: Texts }[]
  readonly knocks: readonly (Texts & { readonly words?: unknown })[]
  readonly binds: readonly {
    readonly note: string
    readonly circle: string
    readonly key: string
    readonly roomId: string
    readonly rk: string
    readonly kem: string
    readonly signature: string
    readonly holds: boolean
  }[]
  readonly consents: readonly { readonly note: string; readonly carried: string; readonly fault?: string; readonly reads?: object }[]
  readonly mail: readonly {
    readonly note: string
    readonly circle: string
    readonly owner: string
    readonly kemSeed: string
    readonly address: string
    readonly item: string
    readonly fault?: string
    readonly reads?: { readonly from: string; readonly type: string; readonly data: string; readonly act: string }
  }[]
  readonly spoken: readonly { readonly link: string; readonly roomId: string; readonly words: readonly string[] }[]
}

const vectors = JSON.parse(readFileSync(new URL('./vectors/circle.json', import.meta.url), 'utf8')) as Vectors

function hex(text: string | undefined): Bytes {
  return fromHex(text ?? '')!
}

describe('another program comes to the same verdict', () => {
  test.each(vectors.links)('on a link: $note', ({ fragment, fault, reads }) => {
    const read = readLink(fragment)
    if (reads === undefined) return expect(read).toEqual({ ok: false, error: fault })
    expect(
      read.ok && {
        ...read.value,
        secret: toHex(read.value.secret),
        head16: toHex(read.value.head16),
        doorKey: toHex(read.value.doorKey),
        receiptKey: toHex(read.value.receiptKey),
      },
    ).toEqual(reads)
  })

  test.each(vectors.knocks)('on a knock: $note', async (knock) => {
    const { roomId, secret, fault, reads } = knock
    const bytes = {
      room: hex(knock['room']),
      ik: hex(knock['ik']),
      rk: hex(knock['rk']),
      kem: hex(knock['kem']),
      name: hex(knock['name']),
      ikSignature: hex(knock['ikSignature']),
      rkSignature: hex(knock['rkSignature']),
    }
    const { ik, kk } = await invitationKeys(hex(secret))
    expect([toHex(kk), toHex(ik.publicKey)]).toEqual([knock['kk'], knock['ik']])
    const read = await readKnock(bytes, roomId as RoomId, kk)
    if (fault !== undefined) return expect(read).toEqual({ ok: false, error: fault })
    expect(read.ok && [read.value.name, toHex(read.value.transcriptHash)]).toEqual([reads, knock['transcriptHash']])
    expect(await knockWords(hex(knock['transcriptHash']), roomId as RoomId)).toEqual(knock.words)
  })

  test.each(vectors.binds)('on a bind: $note', async ({ circle, key, roomId, rk, kem, signature, holds }) => {
    expect(await verifySignature(hex(key), hex(signature), 'bind', hex(circle), hex(roomId), hex(rk), await sha256(hex(kem)))).toBe(holds)
  })

  test.each(vectors.consents)('on a consent: $note', async ({ carried, fault, reads }) => {
    const read = await readConsent(hex(carried))
    expect(read).toMatchObject(reads === undefined ? { ok: false, error: fault } : { ok: true, value: reads })
  })

  test.each(vectors.mail)('on a letter: $note', async ({ circle, owner, kemSeed, address, item, fault, reads }) => {
    const kem = await kemKeyFromSeed(hex(kemSeed))
    const opened = await openMail({ circle: circle as RoomId, owner: owner as RoomKey, kem, address: hex(address) }, hex(item))
    expect(opened).toMatchObject(reads === undefined ? { ok: false, error: fault } : { ok: true, value: { ...reads, act: hex(reads.act) } })
  })

  test('on the words to say aloud', async () => {
    const [room, key] = vectors.spoken
    expect(await roomWords(room!.link as Link, room!.roomId as RoomId)).toEqual(room!.words)
    expect(await keyWords(key!.link as MemberId, key!.roomId as RoomId)).toEqual(key!.words)
  })
})
