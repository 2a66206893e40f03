import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex, type Bytes } from '../base/bytes.ts'
import { openRecord } from './record.ts'
import { hedgeOf, mailboxKey, personKeys } from './root.ts'
import { addressKeyOf, unlockWithCode, unlockWithWords } from './unlock.ts'

interface Vectors {
  readonly keys: readonly {
    readonly root: string
    readonly n: string
    readonly j: number
    readonly rk: string
    readonly kem: string
    readonly counter: number
    readonly mailbox: string
    readonly hedge: string
  }[]
  readonly unlocks: readonly { readonly words?: readonly string[]; readonly code?: string; readonly unlock: string; readonly address: string }[]
  readonly records: readonly {
    readonly note: string
    readonly unlock: string
    readonly record: string
    readonly signature: string
    readonly fault?: string
    readonly opens?: {
      readonly host: string
      readonly roomId: string
      readonly n: string
      readonly j: number
      readonly roots: readonly { readonly epoch: number; readonly root: string }[]
    }
  }[]
}

const vectors = JSON.parse(readFileSync(new URL('./vectors/account.json', import.meta.url), 'utf8')) as Vectors

function hex(text: string): Bytes {
  return fromHex(text)!
}

describe('another program finds the same', () => {
  test.each(vectors.keys)('keys of a person at joining $j', async ({ root, n, j, rk, kem, counter, mailbox, hedge }) => {
    const from = { epoch: 0, bytes: hex(root) }
    const keys = await personKeys(from, hex(n), j)
    expect(toHex(keys.rk.publicKey)).toBe(rk)
    expect(toHex(keys.kem.publicKey)).toBe(kem)
    expect(toHex((await mailboxKey(from, hex(n), counter)).publicKey)).toBe(mailbox)
    expect(toHex(await hedgeOf(from))).toBe(hedge)
  })

  test.each(vectors.unlocks)('address from words or a code ($words $code)', async ({ words, code, unlock, address }) => {
    const found = words === undefined ? await unlockWithCode(hex(code!)) : await unlockWithWords(words)
    expect(toHex(found)).toBe(unlock)
    expect(toHex((await addressKeyOf(found)).publicKey)).toBe(address)
  })

  test.each(vectors.records)('verdict on a vault record: $note', async ({ unlock, record, signature, fault, opens }) => {
    const found = await openRecord(hex(unlock), hex(record), hex(signature))
    if (opens === undefined) return expect(found).toEqual({ ok: false, error: fault })
    const { host, roomId, n, j, roots } = opens
    expect(found).toEqual({
      ok: true,
      value: { personal: { host, roomId, n: hex(n), j }, roots: roots.map(({ epoch, root }) => ({ epoch, bytes: hex(root) })) },
    })
  })
})
