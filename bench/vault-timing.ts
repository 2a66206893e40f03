/**
 * Whether time tells that an address holds a vault record (D08): pairs of a known and an unknown address, a wrong key for both, one after the other and in turns.
 *
 * Prints both medians and how far they are apart; the bar is 5 %. That the answers are the same bytes is a test of the server.
 */
import { systemRandom } from '../src/base/clock.system.ts'
import { assert } from '../src/base/assert.ts'
import type { Bytes } from '../src/base/bytes.ts'
import { authParts } from '../src/log/auth.ts'
import { decodeNoticeBody, encodeRequestBody } from '../src/log/frames.ts'
import { doorProof } from '../src/log/door.ts'
import { someone, type Someone } from '../src/testing/room-kit.ts'
import { doorKeyOf, startHost, type Host } from '../e2e/host.ts'

export async function benchVaultTiming(pairs: number): Promise<void> {
  const host = await startHost({ args: ['--no-app'] })
  const [owner, stranger] = [await someone(), await someone()]
  await keepRecord(host, owner)
  // Other records too, as on a real host.
  for (let count = 0; count < 200; count++) await keepRecord(host, await someone())
  const known = await reading(host, owner.key.publicKey, stranger)
  const unknown = await reading(host, (await someone()).key.publicKey, stranger)
  for (let count = 0; count < 200; count++) for (const ask of [known, unknown]) await ask()
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let count = 0; count < pairs; count++) {
    // Who comes first changes with every pair, so that what is left from the one before falls on both.
    const order = count % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const which of order) {
      const begun = performance.now()
      await (which === 'known' ? known : unknown)()
      times[which].push(performance.now() - begun)
    }
  }
  await host.end()
  const [a, b] = [median(times.known), median(times.unknown)]
  console.log(
    `vault timing: ${pairs} pairs, median ${a.toFixed(3)} ms at a known address, ${b.toFixed(3)} ms at an unknown one: ${((Math.abs(a - b) / Math.max(a, b)) * 100).toFixed(1)} % apart (bar 5)`,
  )
}

async function keepRecord(host: Host, owner: Someone): Promise<void> {
  const address = owner.key.publicKey
  const record = systemRandom.bytes(2048)
  const door = await doorProof(doorKeyOf(host), { name: 'vault-write', subject: address, content: record })
  const body = encodeRequestBody('vault-write', { address, record, signature: await owner.key.sign('record', record), door })
  const response = await fetch(`${host.origin}/v1/vault-write`, { method: 'POST', body })
  assert(response.status === 200, 'a record is kept')
  await response.arrayBuffer()
}

/** A request for a record by somebody who has not its key. */
async function reading(host: Host, address: Bytes, who: Someone): Promise<() => Promise<void>> {
  const hello = decodeNoticeBody('hello', new Uint8Array(await (await fetch(`${host.origin}/v1/hello`)).arrayBuffer()))
  assert(hello.ok, 'the server greets')
  const { origin, nonce } = hello.value
  const body = encodeRequestBody('vault-read', { address, signature: await who.key.sign('auth', authParts(origin, nonce, 'read', address)) })
  const url = `${host.origin}/v1/vault-read?nonce=${Buffer.from(nonce).toString('base64url')}`
  return async () => {
    await (await fetch(url, { method: 'POST', body })).arrayBuffer()
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
