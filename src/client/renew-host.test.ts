import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import { signingKeyFromSeed } from '../crypto/ed25519.ts'
import { receiptParts } from '../log/receipt.ts'
import { good, makeWorld, until, type World } from '../testing/world.ts'
import { coreOf } from './session.ts'
import { takeReceipt } from './sync.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

test('[A29] a server that signs with another key is treated with care until a steward says so; from then on its old key is the strange one', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  const core = coreOf(ana.session())
  const room = core.commons!
  const [old, fresh] = [world.server.running.host.receiptKey, await signingKeyFromSeed(systemRandom.bytes(32))]
  const receiptBy = async (key: typeof old) => {
    const { seq, link } = { seq: room.state!.head.seq, link: Uint8Array.from(Buffer.from(room.state!.head.link, 'hex')) }
    return { life: room.receipt!.life, seq, link, signature: await key.sign('receipt', ...receiptParts(room.id, room.receipt!.life, seq, link)) }
  }
  await takeReceipt(core, room, await receiptBy(fresh))
  expect(ana.session().snapshot().circle.verdict).toEqual({ kind: 'other-receipt-key' })
  // What the server greets with from now on.
  const hello = core.transport.hello()!
  Object.assign(core, { transport: { ...core.transport, hello: () => ({ ...hello, receiptKey: fresh.publicKey }) } })
  expect(await ana.session().renewHost({ doorKey: 'not a key' })).toMatchObject({ ok: false, error: { reason: 'wrong-door-key' } })
  const door = systemRandom.bytes(16)
  good(await ana.session().renewHost({ doorKey: `https://notes.example/#start=${Buffer.from(door).toString('base64url')}` }))
  expect(ana.session().snapshot().circle.verdict).toEqual({ kind: 'fine' })
  await takeReceipt(core, room, await receiptBy(fresh))
  expect(room.verdict).toEqual({ kind: 'fine' })
  await takeReceipt(core, room, await receiptBy(old))
  expect(room.verdict).toEqual({ kind: 'other-receipt-key' })
  // Everybody goes by it.
  await until(ben, () => Buffer.from(coreOf(ben.session()).doorKey ?? []).equals(Buffer.from(door)))
  const { host } = coreOf(ben.session()).folds.get(room.id)!.view
  expect(Buffer.from(host!.receiptKey)).toEqual(Buffer.from(fresh.publicKey))
})

test('only a steward says so', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  expect(await ben.session().renewHost({ doorKey: null })).toMatchObject({ ok: false, error: { kind: 'not-possible-any-more' } })
})
