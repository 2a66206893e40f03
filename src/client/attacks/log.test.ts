/** Attacks A: a host that tampers with the log, between real clients. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toHex, type Bytes } from '../../base/bytes.ts'
import { provesTwoHistories, receiptParts } from '../../log/receipt.ts'
import { decodeHeader, encodeHeader } from '../../log/header.ts'
import { idBytes } from '../../log/ids.ts'
import type { WireEntry } from '../../log/types.ts'
import type { RoomOpened } from '../../log/wire.ts'
import { codeOf, commonsOf, coreOn, hears, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../../testing/attacked-world.ts'
import { withEntries } from '../../testing/malicious-server.ts'
import { good, idOf, opensAgain, until } from '../../testing/world.ts'
import { emptyRoom } from '../room.ts'
import { ingest } from '../room-ingest.ts'
import { openWhatCanBeOpened } from '../room-keys.ts'
import { startSealing } from '../room-write.ts'

let world: AttackedWorld

beforeEach(async () => {
  world = await makeAttackedWorld()
})

afterEach(async () => {
  await world.end()
})

function flipped(bytes: Bytes, bit: number): Bytes {
  const changed = new Uint8Array(bytes)
  changed[bit >> 3]! ^= 1 << (bit & 7)
  return changed
}

function isOf(room: Bytes | null, entries: readonly WireEntry[], id: string): boolean {
  const header = entries[0] === undefined ? null : decodeHeader(entries[0].header)
  return room === null ? header?.ok === true && header.value.roomId === id : toHex(room) === id
}

describe('bits and order', () => {
  test('[A01] no bit of a header, a signature, a body or a box can be flipped unseen', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const real = commonsOf(ana!)
    const wires = real.entries.map(({ wire }) => wire)
    const at = wires.findLastIndex(({ body }) => body !== null)
    const target = wires[at]!
    const fresh = (): typeof real => emptyRoom(real.reference, 'commons', real.identities)
    for (let bit = 0; bit < target.header.length * 8; bit++) {
      const room = fresh()
      await ingest(room, wires.slice(0, at))
      await ingest(room, [{ ...target, header: flipped(target.header, bit) }])
      // A changed seq may name a place further on: then nothing is taken at all.
      expect(room.entries).toHaveLength(at)
    }
    for (let bit = 0; bit < target.signature.length * 8; bit++) {
      const room = fresh()
      await ingest(room, wires.slice(0, at))
      await ingest(room, [{ ...target, signature: flipped(target.signature, bit) }])
      expect(room.entries).toHaveLength(at)
      expect(room.verdict.kind).toBe('stopped')
    }
    for (let bit = 0; bit < target.body!.length * 8; bit += 7) {
      const room = fresh()
      await ingest(room, [...wires.slice(0, at), { ...target, body: flipped(target.body!, bit) }])
      await openWhatCanBeOpened(room)
      expect(room.entries[at]!.body).toEqual({ kind: 'kept', rule: 'hash' })
    }
    const genesis = wires[0]!
    const box = real.entries[0]!.wire.boxes![0]!
    for (let bit = 0; bit < box.length * 8; bit += 97) {
      const room = fresh()
      await ingest(room, [{ ...genesis, boxes: [flipped(box, bit)] }])
      await openWhatCanBeOpened(room)
      expect(room.keys.size).toBe(0)
    }
  }, 120_000)

  test('[A02] two neighbouring entries swapped: nothing of it is taken', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const code = await codeOf(ana!)
    const { id } = commonsOf(ana!)
    world.host.script = {
      toClient: withEntries((entries, room) => {
        if (!isOf(room, entries, id) || entries.length < 2) return entries
        return [entries[1]!, entries[0]!, ...entries.slice(2)]
      }),
    }
    const fresh = await world.freshDevice(code)
    await until(fresh, (now) => now.circle.verdict.kind !== 'fine')
    expect(commonsOf(fresh).entries).toEqual([])
    expect(hears(fresh, 'soup')).toBe(false)
  })

  test('[A03] a middle entry dropped and the rest renumbered: the signed number tells', async () => {
    const [ana] = await startsWith(world, 'Ana')
    for (const dish of ['soup', 'bread', 'salt']) await says(ana!, dish)
    const real = commonsOf(ana!)
    const room = emptyRoom(real.reference, 'commons', real.identities)
    const wires = real.entries.map(({ wire }) => wire)
    const middle = 3
    const renumbered = wires.slice(middle + 1).map((wire) => {
      const header = decodeHeader(wire.header)
      if (!header.ok) throw new Error('ours')
      return { ...wire, header: encodeHeader({ ...header.value, seq: header.value.seq - 1 }) }
    })
    await ingest(room, [...wires.slice(0, middle), ...renumbered])
    expect(room.verdict).toEqual({ kind: 'stopped', seq: middle, rule: 'I-SIGNATURE' })
    expect(room.evidence).toHaveLength(1)
  })

  test('[A08] an old valid entry at a new place is refused', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const room = commonsOf(ana!)
    const before = room.entries.length
    const third = room.entries[2]!
    world.host.sockets.at(-1)!.tell({
      kind: 'notice',
      notice: { name: 'entries', body: { room: idBytes(room.id), entries: [{ ...room.entries[2]!.wire, body: room.entries[4]!.wire.body }], receipt: null } },
    })
    await says(ana!, 'bread')
    expect(room.entries.length).toBeGreaterThan(before)
    expect(room.entries[2]).toBe(third)
    expect(room.entries[2]!.wire.body).toBe(third.wire.body)
    expect(room.verdict.kind).toBe('fine')
  })

  test('[A09] an entry delivered twice is there once', async () => {
    world.host.script = { toClient: (frame) => (frame.kind === 'notice' && frame.notice.name === 'entries' ? [frame, frame] : [frame]) }
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    await says(ana!, 'soup')
    await until(ben!, () => hears(ben!, 'soup'))
    const seqs = commonsOf(ben!).entries.map(({ header }) => header.seq)
    expect(seqs).toEqual(seqs.map((_, index) => index))
    expect(commonsOf(ben!).verdict).toEqual({ kind: 'fine' })
  })
})

describe('what is kept back', () => {
  test('[A04] a shorter log for a device that knows more: writing waits, both heads are kept', async () => {
    const [ana] = await startsWith(world, 'Ana')
    for (const dish of ['soup', 'bread']) await says(ana!, dish)
    const room = commonsOf(ana!)
    const shorter = room.entries.length - 3
    const head = { seq: shorter, link: idBytes(room.entries[shorter]!.link) }
    world.host.script = {
      toClient: (frame) => {
        if (frame.kind !== 'answer' || !frame.answer.ok || frame.name !== 'open') return [frame]
        const opened = (frame.answer.value as readonly { readonly room: Bytes }[]).map((one) =>
          toHex(one.room) === room.id ? { ...one, head, receipt: null } : one,
        )
        return [{ ...frame, answer: { ok: true, value: opened as never } }]
      },
    }
    world.host.closeAll()
    await until(ana!, (now) => now.circle.verdict.kind === 'behind')
    expect(room.evidence.at(-1)).toMatchObject({ rule: 'CL-BEHIND', ours: room.state!.head.link, theirs: { seq: shorter } })
    expect(await ana!.session().setAbout({ languages: '', brings: 'nothing' })).toMatchObject({ ok: false })
    expect(hears(ana!, 'bread')).toBe(true)
  })

  test('[A05] last month’s state for a fresh device opens, and shows the day of each person’s newest entry and words to compare', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const code = await codeOf(ana!)
    await quiet(ana!)
    const rooms = [coreOn(ana!).personal, commonsOf(ana!)]
    const heads = new Map(rooms.map((room) => [room.id as string, room.entries.length - 1]))
    const links = new Map(rooms.map((room) => [room.id as string, room.state!.head.link]))
    const then = ana!.session().snapshot()
    const oldWords = await until(ana!, (now) => now.roomWords)
    ana!.clock.move(31 * 86_400_000)
    good(await ana!.session().act('check-in', { kind: 'open-meeting' }))
    await until(ana!, (now) => now.outbox.length === 0)
    const newWords = await until(ana!, (now) => (now.roomWords?.join() === oldWords.join() ? null : now.roomWords))
    world.host.script = {
      toClient: (frame, socket) => {
        if (frame.kind === 'answer' && frame.answer.ok && frame.name === 'open') {
          const opened = (frame.answer.value as readonly { readonly room: Bytes }[]).map((one) => ({
            ...one,
            head: { seq: heads.get(toHex(one.room))!, link: idBytes(links.get(toHex(one.room))!) },
            receipt: null,
          }))
          return [{ ...frame, answer: { ok: true, value: opened as never } }]
        }
        return withEntries((entries) =>
          entries.filter(({ header }) => {
            const read = decodeHeader(header)
            return read.ok && read.value.seq <= heads.get(read.value.roomId)!
          }),
        )(frame, socket)
      },
    }
    const fresh = world.device()
    fresh.clock.move(31 * 86_400_000)
    fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'this-device')))
    await until(fresh, (now) => now.connection === 'live' && hears(fresh, 'soup'))
    const { circle, today } = fresh.session().snapshot()
    // It looks whole; what tells is the day, a month back, and words that are not those on the other device.
    expect(circle.verdict).toEqual({ kind: 'fine' })
    expect(today).toBe(then.today + 31)
    expect(circle.people[0]!.newestEntryDay).toBe(then.today)
    expect(ana!.session().snapshot().circle.people[0]!.newestEntryDay).toBe(then.today + 31)
    expect(commonsOf(fresh).entries.length).toBeLessThan(commonsOf(ana!).entries.length)
    const shown = await until(fresh, (now) => now.roomWords)
    expect(shown).toHaveLength(6)
    expect(shown).toEqual(oldWords)
    expect(shown).not.toEqual(newWords)
  })

  test('[A12] “no news” for ever to one member: the day of the last news stays where it was', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const heard = ben!.session().snapshot().lastHeard!
    const bens = world.host.sockets.at(-1)!.number
    world.host.script = { toClient: (frame, socket) => (socket.number === bens ? [] : [frame]) }
    ben!.clock.move(3 * 86_400_000)
    await says(ana!, 'soup')
    expect(ben!.session().snapshot().lastHeard).toBe(heard)
    expect(ben!.clock.now() - heard).toBeGreaterThan(2 * 86_400_000)
  })

  test('[A12] a host that answers each time that there is nothing new, while others write, brings no news, also to a device that is opened again', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    await quiet(ana!, ben!)
    const { lastNews } = ben!.session().snapshot()
    const head = { ...commonsOf(ben!).state!.head }
    ben!.session().lock()
    await says(ana!, 'soup')
    // To Ben the log ends where it did; to what he says of himself the host says yes.
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'answer' && frame.name === 'open' && frame.answer.ok
          ? [
              {
                ...frame,
                answer: {
                  ok: true,
                  value: (frame.answer.value as readonly RoomOpened[]).map((one) =>
                    toHex(one.room) === commonsOf(ana!).id && one.as === 'member' ? { ...one, head: { seq: head.seq, link: idBytes(head.link) }, receipt: null } : one,
                  ) as never,
                },
              },
            ]
          : frame.kind === 'notice' && frame.notice.name === 'entries' && toHex(frame.notice.body.room) === commonsOf(ana!).id
            ? []
            : [frame],
    }
    const again = world.device({ store: ben!.store })
    again.clock.move(9 * 86_400_000)
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live')
    const now = again.session().snapshot()
    expect(now.circle.verdict).toEqual({ kind: 'fine' })
    expect(hears(again, 'soup')).toBe(false)
    expect(now.lastHeard! - lastNews!).toBeGreaterThan(8 * 86_400_000)
    expect(Math.abs(now.lastNews! - lastNews!)).toBeLessThan(2_000)
    world.host.script = null
    world.host.closeAll()
    await until(again, () => hears(again, 'soup'))
    expect(again.session().snapshot().lastNews! - lastNews!).toBeGreaterThan(8 * 86_400_000)
  })

  test('[A19] an append that is acknowledged and never shown stays “not sent” until it is seen on the chain, and stands once', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await quiet(ana!)
    const { id } = commonsOf(ana!)
    const taken = { appends: 0 }
    const hides = withEntries((entries, room) => (isOf(room, entries, id) ? [] : entries))
    world.host.script = {
      toClient: (frame, socket) => {
        if (frame.kind === 'answer' && frame.name === 'append' && frame.answer.ok) taken.appends += 1
        return hides(frame, socket)
      },
    }
    expect(await ana!.session().setAbout({ languages: '', brings: 'soup' })).toEqual({
      ok: false,
      error: { kind: 'host-says-no', reason: 'not-seen-on-the-chain' },
    })
    expect(taken.appends).toBe(1)
    good(await ana!.session().act('check-in', { kind: 'open-meeting' }))
    await until(ana!, (now) => now.outbox.some(({ state }) => state === 'waits-for-connection'))
    expect(hears(ana!, 'soup')).toBe(false)
    expect(ana!.session().snapshot().outbox).toHaveLength(1)
    // The host gives in: what it took is seen, and what waited goes out, each once.
    world.host.script = null
    world.host.closeAll()
    await until(ana!, (now) => now.outbox.length === 0 && hears(ana!, 'soup'))
    const types = commonsOf(ana!).entries.map(({ body }) => (body.kind === 'open' ? body.plaintext.type : ''))
    expect(types.filter((type) => type === 'circle.about')).toHaveLength(1)
    expect(types.filter((type) => type === 'check-in.meeting-opened')).toHaveLength(1)
  })

  test('[A13] a removal that the host takes and hides: whoever removes is told, and sees the person as still there until the chain shows it', async () => {
    const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    await quiet(ana!, ben!, cleo!)
    good(await ben!.session().propose({ act: 'remove', member: idOf(ben!, 'Cleo'), successor: null, kindOfReason: 'x', decidedBy: 'us', until: 'May', wayBack: 'ask' }))
    const proposal = await until(ana!, (now) => now.circle.proposals.find(({ mayConfirm }) => mayConfirm))
    const { id } = commonsOf(ana!)
    world.host.script = { toClient: withEntries((entries, room) => (isOf(room, entries, id) ? [] : entries)) }
    expect(await ana!.session().confirm(proposal.link)).toEqual({ ok: false, error: { kind: 'host-says-no', reason: 'not-seen-on-the-chain' } })
    const present = (): readonly string[] => ana!.session().snapshot().circle.people.filter((one) => one.present).map(({ name }) => name)
    expect(present()).toContain('Cleo')
    expect(ana!.session().snapshot().circle.proposals.some(({ mayConfirm, link }) => mayConfirm && link === proposal.link)).toBe(true)
    world.host.script = null
    world.host.closeAll()
    await until(ana!, () => !present().includes('Cleo'))
    expect(commonsOf(ana!).entries.filter(({ header }) => header.delta.op === 'confirm')).toHaveLength(1)
    await until(cleo!, (now) => now.circle.verdict.kind === 'removed')
  })

  test('[A15] a head at 900 with a few entries: the host is incomplete, nothing is skipped', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const code = await codeOf(ana!)
    const { id } = commonsOf(ana!)
    const head = { seq: 900, link: new Uint8Array(32).fill(7) }
    world.host.script = {
      toClient: (frame) => {
        if (frame.kind !== 'answer' || !frame.answer.ok) return [frame]
        if (frame.name === 'read') return [{ ...frame, answer: { ok: true, value: { ...frame.answer.value, head } as never } }]
        if (frame.name !== 'open') return [frame]
        const opened = (frame.answer.value as readonly { readonly room: Bytes }[]).map((one) => (toHex(one.room) === id ? { ...one, head } : one))
        return [{ ...frame, answer: { ok: true, value: opened as never } }]
      },
    }
    const fresh = await world.freshDevice(code)
    const verdict = await until(fresh, (now) => (now.circle.verdict.kind === 'incomplete' ? now.circle.verdict : null))
    expect(verdict.missing).toBeGreaterThan(800)
  })

  test('[A20] a body deleted without a redaction shows as withheld by the host, not as deleted', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'first')
    await says(ana!, 'second')
    const room = commonsOf(ana!)
    const code = await codeOf(ana!)
    const last = room.entries.findLastIndex(({ body }) => body.kind === 'open')
    const taken = room.entries.findIndex(({ body }) => body.kind === 'deleted')
    world.host.script = {
      toClient: withEntries((entries, id) => {
        if (!isOf(id, entries, room.id)) return entries
        return entries.map((entry) => {
          const header = decodeHeader(entry.header)
          return header.ok && header.value.seq === last ? { ...entry, body: null } : entry
        })
      }),
    }
    const fresh = await world.freshDevice(code)
    await until(fresh, (now) => now.connection === 'live')
    expect(commonsOf(fresh).entries[last]!.body).toEqual({ kind: 'withheld' })
    expect(commonsOf(fresh).entries[taken]!.body).toEqual({ kind: 'deleted' })
  })
})

describe('two histories', () => {
  test('[A14] another entry for a number one knows: alarm, with both links kept', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    const code = await codeOf(ana!)
    const twin = await world.freshDevice(code)
    await until(twin, (now) => now.connection === 'live')
    // Two valid entries by one author on one prev: sealed on two devices of Ana's, one kept from the host.
    const sealing = startSealing(coreOn(twin), commonsOf(twin), commonsOf(twin).identities[0]!, commonsOf(twin).state!)
    await sealing.writer.content({ type: 'circle.about', shape: 1, data: { languages: '', brings: 'the other tail' } })
    await says(ana!, 'soup')
    for (const socket of world.host.sockets)
      socket.tell({ kind: 'notice', notice: { name: 'entries', body: { room: idBytes(room.id), entries: [...sealing.entries], receipt: null } } })
    await until(ana!, (now) => now.circle.verdict.kind === 'forked')
    expect(room.evidence.at(-1)).toMatchObject({ rule: 'CL-FORK', served: sealing.entries[0] })
    expect(await ana!.session().setAbout({ languages: '', brings: 'x' })).toMatchObject({ ok: false })
  })

  test('[A18] two receipts of one life for one number: the proof verifies offline', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const room = commonsOf(ana!)
    const { receiptKey } = world.server.running.host
    const honest = room.receipt!
    const link = new Uint8Array(32).fill(9)
    const signature = await receiptKey.sign('receipt', ...receiptParts(room.id, honest.life, honest.seq, link))
    for (const socket of world.host.sockets)
      socket.tell({ kind: 'notice', notice: { name: 'entries', body: { room: idBytes(room.id), entries: [], receipt: { ...honest, link, signature } } } })
    await until(ana!, (now) => now.circle.verdict.kind === 'forked')
    const [one, other] = room.evidence.at(-1)!.receipts
    expect(await provesTwoHistories(receiptKey.publicKey, room.id, one!, other!)).toBe(true)
  })

  test('[A29] an answer under another receipt key is a warning until a steward writes a new host record', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const room = commonsOf(ana!)
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'notice' && frame.notice.name === 'entries' && frame.notice.body.receipt !== null
          ? [
              {
                ...frame,
                notice: { name: 'entries', body: { ...frame.notice.body, receipt: { ...frame.notice.body.receipt, signature: new Uint8Array(64).fill(3) } } },
              },
            ]
          : [frame],
    }
    await ana!.session().setAbout({ languages: '', brings: 'soup' })
    await until(ana!, (now) => now.circle.verdict.kind === 'other-receipt-key')
    expect(hears(ana!, 'soup')).toBe(true)
    expect(room.entries.length).toBeGreaterThan(4)
  })
})
