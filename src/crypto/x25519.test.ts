import { x25519 } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { systemRandom } from '../base/clock.system.ts'
import { chooseCurve, type Curve } from './x25519.ts'

const { subtle } = globalThis.crypto
const byLibrary: Curve = async (...both) => x25519.getSharedSecret(...both)

const points: readonly (readonly [string, () => Uint8Array])[] = [
  ['honest', () => x25519.getPublicKey(systemRandom.bytes(32))],
  ['any', () => systemRandom.bytes(32)],
  ['with its top bit set', () => systemRandom.bytes(32).map((byte, at) => (at === 31 ? byte | 128 : byte))],
  ['not below p', () => new Uint8Array(32).fill(255).map((byte, at) => (at === 31 ? 127 : at === 0 ? 237 + (systemRandom.bytes(1)[0]! % 19) : byte))],
  ['0', () => new Uint8Array(32)],
  ['1', () => new Uint8Array(32).fill(1, 0, 1)],
]

test.each(points)('[PR5] the platform and a library agree on the product of a point that is %s, or that there is none', async (_what, point) => {
  const curve = await chooseCurve(subtle, byLibrary)
  expect(curve).not.toBe(byLibrary)
  for (let times = 0; times < 20; times++) {
    const [scalar, at] = [systemRandom.bytes(32), point()]
    expect(await outcome(curve, scalar, at)).toBe(await outcome(byLibrary, scalar, at))
  }
})

const others: readonly (readonly [string, Partial<SubtleCrypto>])[] = [
  ['has none', { importKey: () => Promise.reject(new DOMException('unknown', 'NotSupportedError')) }],
  ['answers something else', { deriveBits: async () => new ArrayBuffer(32) }],
  ['lets a point of small order through', { deriveBits: (...given) => subtle.deriveBits(...given).catch(() => new ArrayBuffer(32)) }],
]

test.each(others)('[PR5] a platform that %s is not asked', async (_what, other) => {
  const own: Pick<SubtleCrypto, 'importKey' | 'deriveBits'> = { importKey: subtle.importKey.bind(subtle), deriveBits: subtle.deriveBits.bind(subtle) }
  expect(await chooseCurve(own as SubtleCrypto, byLibrary)).not.toBe(byLibrary)
  expect(await chooseCurve({ ...own, ...other } as SubtleCrypto, byLibrary)).toBe(byLibrary)
})

async function outcome(curve: Curve, scalar: Uint8Array, point: Uint8Array): Promise<string> {
  return curve(scalar, point).then(toHex, () => 'refused')
}
