import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import type { Bytes } from '../base/bytes.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { idBytes } from '../log/ids.ts'
import { receiptParts } from '../log/receipt.ts'
import type { Hello } from '../log/wire.ts'
import { good, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'
import type { Core } from './core.ts'
import { knownHost } from './known-host.ts'
import type { Room } from './room.ts'
import { coreOf } from './session.ts'
import { judgeRestore } from './restore.ts'
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
  core.personal.verdict = { kind: 'other-receipt-key' }
  // What the server greets with from now on.
  const hello = core.transport.hello()!
  Object.assign(core, { transport: { ...core.transport, hello: () => ({ ...hello, receiptKey: fresh.publicKey }) } })
  expect(await ana.session().renewHost({ doorKey: 'not a key' })).toMatchObject({ ok: false, error: { reason: 'wrong-door-key' } })
  const door = systemRandom.bytes(16)
  good(await ana.session().renewHost({ doorKey: `https://notes.example/#start=${Buffer.from(door).toString('base64url')}` }))
  expect(ana.session().snapshot().circle.verdict).toEqual({ kind: 'fine' })
  // In her own room it needs no further word, and her device keeps it for the next opening.
  expect(ana.session().snapshot().troubles).toEqual([])
  expect(await knownHost(ana.store, core.personal.id)).toEqual(fresh.publicKey)
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

describe('the key of the host counts in rooms where no record of it stands', () => {
  async function closesAndOpens(device: Device): Promise<Device> {
    device.session().lock()
    const again = world.device({ store: device.store })
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live')
    return again
  }

  /** Signed by `key`, for the head this device holds. */
  async function signedBy(key: SigningKey, room: Room, life: number) {
    const { seq, link } = { seq: room.state!.head.seq, link: idBytes(room.state!.head.link) }
    return { life, seq, link, signature: await key.sign('receipt', ...receiptParts(room.id, life, seq, link)) }
  }

  /** The host greets with another key, as if it had always had it. */
  function greetsWith(core: Core, receiptKey: Bytes, life: number): Hello {
    const hello = { ...core.transport.hello()!, receiptKey, life }
    Object.assign(core, { transport: { ...core.transport, hello: () => hello } })
    return hello
  }

  test('[A29] a device that opens again treats another key with care in Ana’s own room too, whatever the host greets with', async () => {
    const ana = await closesAndOpens(await world.starts('Ana'))
    const { core, room } = { core: coreOf(ana.session()), room: coreOf(ana.session()).personal }
    const fresh = await signingKeyFromSeed(systemRandom.bytes(32))
    greetsWith(core, fresh.publicKey, room.receipt!.life)
    await takeReceipt(core, room, await signedBy(fresh, room, room.receipt!.life))
    expect(room.verdict).toEqual({ kind: 'other-receipt-key' })
  })

  test('[A27] [CL-RESTORED-KEY] after a restore what is lost of a room without the record is a loss, and never a fork', async () => {
    const ana = await closesAndOpens(await world.starts('Ana'))
    const { core, room } = { core: coreOf(ana.session()), room: coreOf(ana.session()).personal }
    const { receiptKey } = world.server.running.host
    const life = room.receipt!.life + 1
    const hello = greetsWith(core, receiptKey.publicKey, life)
    expect(await judgeRestore(core, room, hello, await signedBy(receiptKey, room, life))).toBe(true)
    expect(room.verdict).toMatchObject({ kind: 'restored-loss' })
  })

  test('[A29] the key that a link named is kept on the device, also for whoever has no circle to read it in', async () => {
    const ana = await world.starts('Ana')
    const ben = await world.joins(ana, 'Ben')
    const { personal } = coreOf(ben.session())
    const named = world.server.running.host.receiptKey.publicKey
    expect(await knownHost(ben.store, personal.id)).toEqual(named)
    const again = await closesAndOpens(ben)
    expect(coreOf(again.session()).receiptKey).toEqual(named)
  })
})
