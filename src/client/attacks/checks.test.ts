/** Each check of the engine alone: what happens when a host or a member does just this. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toHex, type Bytes } from '../../base/bytes.ts'
import { systemRandom } from '../../base/clock.system.ts'
import { idBytes, linkFrom, memberIdOf, roomIdFrom } from '../../log/ids.ts'
import { receiptParts } from '../../log/receipt.ts'
import type { RoomId } from '../../log/types.ts'
import { LIMITS, type Receipt } from '../../log/wire.ts'
import { commonsOf, coreOn, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../../testing/attacked-world.ts'
import type { HostFrame } from '../../testing/malicious-server.ts'
import { good, until, type Device } from '../../testing/world.ts'
import { auditBoxes } from '../box-audit.ts'
import { moveIn } from '../founding.ts'
import { prepareKnock, seeInvitation, waitToBeLetIn } from '../join.ts'
import { judgeRestore } from '../restore.ts'
import { ingest } from '../room-ingest.ts'
import { startSealing, write } from '../room-write.ts'
import { emptyRoom } from '../room.ts'
import { connectWebSocket } from '../socket.ts'
import { settle } from '../settle.ts'
import { takeReceipt } from '../sync.ts'

let world: AttackedWorld

beforeEach(async () => {
  world = await makeAttackedWorld()
})

afterEach(async () => {
  await world.end()
})

/** The wires of Ana's commons with another last entry than the real one, both signed by her. */
async function twoTails(
  ana: Device,
): Promise<{ readonly real: readonly Parameters<typeof ingest>[1][number][]; readonly other: Parameters<typeof ingest>[1][number] }> {
  const room = commonsOf(ana)
  const sealing = startSealing(coreOn(ana), room, room.identities[0]!, room.state!)
  await sealing.writer.content({ type: 'circle.about', shape: 1, data: { languages: '', brings: 'other' } })
  await says(ana, 'real')
  return { real: room.entries.map(({ wire }) => wire), other: sealing.entries[0]! }
}

describe('the log', () => {
  test('[CL-GENESIS] another room under the id that was asked for', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const real = commonsOf(ana!)
    const room = emptyRoom({ ...real.reference, roomId: roomIdFrom(systemRandom.bytes(32)) }, 'commons', real.identities)
    await ingest(
      room,
      real.entries.map(({ wire }) => wire),
    )
    expect(room.entries).toEqual([])
    expect(room.verdict).toMatchObject({ kind: 'stopped', rule: 'CL-GENESIS' })
  })

  test('[CL-SAME-LINK] another entry for a number that is held', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const { other } = await twoTails(ana!)
    await ingest(commonsOf(ana!), [other])
    expect(commonsOf(ana!).verdict.kind).toBe('forked')
  })

  test('[CL-PREV] an entry that follows another history than ours', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const { real, other } = await twoTails(ana!)
    const place = commonsOf(ana!).entries.findIndex(({ body }) => body.kind === 'open' && body.plaintext.type === 'circle.about')
    const room = emptyRoom(commonsOf(ana!).reference, 'commons', commonsOf(ana!).identities)
    await ingest(room, [...real.slice(0, place), other])
    expect(room.verdict).toEqual({ kind: 'fine' })
    await says(ana!, 'after real')
    await ingest(
      room,
      commonsOf(ana!)
        .entries.slice(place + 1)
        .map(({ wire }) => wire),
    )
    expect(room.verdict).toEqual({ kind: 'forked', seq: place })
  })

  test('[CL-PIN] a log that does not pass through the head that was verified before', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const { real } = await twoTails(ana!)
    const room = emptyRoom(commonsOf(ana!).reference, 'commons', commonsOf(ana!).identities)
    room.pin = { seq: 2, link: linkFrom(systemRandom.bytes(32)) }
    room.hostHead = { seq: real.length - 1, link: linkFrom(systemRandom.bytes(32)) }
    await ingest(room, real)
    expect(room.verdict).toEqual({ kind: 'forked', seq: 2 })
    expect(room.entries).toHaveLength(2)
  })

  test('[CL-PIN-REACHED] a fresh device is shown less than was verified before', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const room = emptyRoom(commonsOf(ana!).reference, 'commons', commonsOf(ana!).identities)
    const real = commonsOf(ana!).entries.map(({ wire }) => wire)
    room.pin = { seq: real.length - 1, link: commonsOf(ana!).state!.head.link }
    room.hostHead = { seq: 2, link: commonsOf(ana!).entries[2]!.link }
    await ingest(room, real.slice(0, 3))
    settle(room)
    expect(room.verdict).toEqual({ kind: 'incomplete', lastKeptSeq: 2, missing: real.length - 3 })
  })

  test('[CL-HEAD] the host names another link for a number we know', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await quiet(ana!)
    const { id, entries } = commonsOf(ana!)
    world.host.script = {
      toClient: (frame) => changedOpen(frame, id, (one) => ({ ...one, head: { seq: entries.length - 1, link: new Uint8Array(32).fill(5) }, receipt: null })),
    }
    world.host.closeAll()
    await until(ana!, (now) => now.circle.verdict.kind === 'forked')
  })
})

function changedOpen(frame: HostFrame, room: RoomId, change: (one: { readonly room: Bytes }) => object): readonly HostFrame[] {
  if (frame.kind !== 'answer' || !frame.answer.ok || frame.name !== 'open') return [frame]
  const opened = (frame.answer.value as readonly { readonly room: Bytes }[]).map((one) => (toHex(one.room) === room ? change(one) : one))
  return [{ ...frame, answer: { ok: true, value: opened as never } }]
}

describe('receipts and restores', () => {
  async function signed(device: Device, given: { readonly life: number; readonly seq: number; readonly link: Bytes }): Promise<Receipt> {
    return {
      ...given,
      signature: await world.server.running.host.receiptKey.sign('receipt', ...receiptParts(commonsOf(device).id, given.life, given.seq, given.link)),
    }
  }

  test('[CL-RECEIPT] a receipt by another key', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    await takeReceipt(coreOn(ana!), room, { ...room.receipt!, signature: new Uint8Array(64).fill(1) })
    expect(room.verdict).toEqual({ kind: 'other-receipt-key' })
  })

  test('[CL-TWO-RECEIPTS] two of one life for one number', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    await takeReceipt(coreOn(ana!), room, await signed(ana!, { ...room.receipt!, link: new Uint8Array(32).fill(2) }))
    expect(room.evidence.at(-1)).toMatchObject({ rule: 'CL-TWO-RECEIPTS', receipts: [{}, {}] })
  })

  test('[CL-RECEIPT-CHAIN] one for an earlier number that is not in our log', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    await takeReceipt(coreOn(ana!), room, await signed(ana!, { life: room.receipt!.life, seq: 1, link: new Uint8Array(32).fill(2) }))
    expect(room.verdict).toEqual({ kind: 'forked', seq: 1 })
  })

  test('[CL-RESTORED-KEY][CL-NEW-LIFE][CL-RESTORED-HEAD] a declared loss counts only when it is signed, of a new life, and about our own log', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    const core = coreOn(ana!)
    const life = room.receipt!.life + 7
    const hello = { ...core.transport.hello()!, life }
    const link = idBytes(room.entries[2]!.link)
    const declared = await signed(ana!, { life, seq: 2, link })
    expect(await judgeRestore(core, room, hello, { ...declared, signature: new Uint8Array(64) })).toBe(false)
    expect(await judgeRestore(core, room, { ...hello, life: room.receipt!.life }, await signed(ana!, { life: room.receipt!.life, seq: 2, link }))).toBe(false)
    expect(await judgeRestore(core, room, hello, await signed(ana!, { life, seq: 2, link: new Uint8Array(32) }))).toBe(false)
    expect(room.verdict).toEqual({ kind: 'fine' })
    expect(await judgeRestore(core, room, hello, declared)).toBe(true)
    expect(room.verdict).toMatchObject({ kind: 'restored-loss', lastKeptSeq: 2 })
  })
})

describe('writing', () => {
  test('[CL-AUDIT] the host’s list of boxes is not the signed one: a new generation goes before anything is written', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await quiet(ana!)
    const room = commonsOf(ana!)
    room.boxHashes.clear()
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'answer' && frame.answer.ok && frame.name === 'box-hashes'
          ? [{ ...frame, answer: { ok: true, value: { hashes: [new Uint8Array(32)], later: [] } as never } }]
          : [frame],
    }
    expect(await auditBoxes(coreOn(ana!), room)).toBe('rotate')
    const before = room.state!.generation.g
    await says(ana!, 'soup')
    expect(room.state!.generation.g).toBe(before + 1)
  })

  test('[CL-INTRUDER] nobody writes while somebody is there who was not invited', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    room.intruder = memberIdOf(room.identities[0]!.rkHex)
    expect(await write(coreOn(ana!), { room, build: (writer) => writer.content({ type: 'circle.name', shape: 1, data: { name: 'x' } }) })).toEqual({
      ok: false,
      error: { kind: 'not-possible-any-more', rule: 'room-intruder' },
    })
  })

  test('[B05][CL-LINK] who was let in is shown a history that does not pass through the invitation they came by', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const ben = world.device()
    const engine = { connect: connectWebSocket, store: ben.store, clock: ben.clock, random: systemRandom, practices: [] }
    const pending = good(await prepareKnock(engine, good(await seeInvitation(engine, link)), 'Ben'))
    const letIn = waitToBeLetIn(engine, pending, () => false)
    good(await ana.session().admit((await until(ana, (now) => now.circle.knocks[0])).id))
    // As it looks to the newcomer: the room they read is not the one their link named.
    const elsewhere = { ...pending, link: { ...pending.link, head16: systemRandom.bytes(16) } }
    expect(await moveIn(engine, { link: good(await letIn), pending: elsewhere, keep: 'memory', changed: () => {} })).toMatchObject({
      ok: false,
      error: { kind: 'host-lies', rule: 'CL-LINK' },
    })
  })

  test('[D22][CL-KNOCKS] a host passes on a fourth knock for one use', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const engine = { connect: connectWebSocket, store: ana.store, clock: ana.clock, random: systemRandom, practices: [] }
    const seen = good(await seeInvitation(engine, link))
    for (let index = 0; index <= LIMITS.knocksPerUse; index++) {
      const pending = good(await prepareKnock(engine, seen, `N${index}`))
      world.host.sockets[0]!.tell({ kind: 'notice', notice: { name: 'knock', body: { knock: pending.knock } } })
    }
    await until(ana, (now) => now.circle.knocks.length >= LIMITS.knocksPerUse)
    await quiet(ana)
    expect(ana.session().snapshot().circle.knocks).toHaveLength(LIMITS.knocksPerUse)
  })
})
