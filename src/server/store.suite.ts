/** What every store must do. Run by `store-sqlite.test.ts` and `store-postgres.test.ts`. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Bytes } from '../base/bytes.ts'
import { millis, type Day } from '../base/clock.ts'
import type { BoxRow, NewEntry, NewRoom, ReadRange, ServerRow, Store, StoreAppend } from './store.ts'

const today = 20_000 as Day
const quota = { totalBytes: 1_000_000, roomEntries: 100, roomBytes: 10_000 }
const fresh: ServerRow = { receiptSeed: fill(1, 32), tokenKey: fill(2, 32), doorKey: fill(3, 16), life: 1, quota }

export function fill(byte: number, count: number): Bytes {
  return new Uint8Array(count).fill(byte)
}

export function someEntry(byte: number, boxes: BoxRow | null = null, body: Bytes | null = fill(byte, 300)): NewEntry {
  return { header: fill(byte, 200), signature: fill(byte, 64), body, boxes }
}

/** A room of one entry. */
export function someRoom(over: Partial<NewRoom> = {}): NewRoom {
  return { roomId: fill(7, 32), head: { seq: 0, link: fill(50, 32) }, entries: [someEntry(1)], redacted: [], day: today, ...over }
}

/** What comes next in it. */
export function someAppend(room: number, over: Partial<StoreAppend> = {}): StoreAppend {
  return {
    room,
    expect: { seq: 0, link: fill(50, 32) },
    head: { seq: 1, link: fill(51, 32) },
    entries: [someEntry(2)],
    redacted: [],
    closes: false,
    answered: [],
    ended: [],
    day: today,
    ...over,
  }
}

function boxesFor(g: number, ...people: readonly number[]): BoxRow {
  return { g, rks: people.map((p) => fill(p, 32)), hashes: people.map((p) => fill(p + 100, 32)), boxes: people.map((p) => fill(p, 1168)) }
}

function everything(room: number): ReadRange {
  return { room, from: 0, to: 2 ** 32 - 1, entries: 512, bytes: 1e9, bodies: true, boxesFor: 'everybody' }
}

export function storeSuite(name: string, kit: { readonly open: () => Promise<Store>; readonly again: () => Promise<Store> }): void {
  describe(name, () => {
    let store: Store

    beforeEach(async () => {
      store = await kit.open()
      await store.server(fresh)
    })

    afterEach(async () => {
      await store.close()
    })

    async function room(byte = 7): Promise<number> {
      const { number } = await store.createRoom(someRoom({ roomId: fill(byte, 32), entries: [someEntry(1, boxesFor(1, 4))] }))
      return number
    }

    test('the server keeps its own row from its first start', async () => {
      const again = await store.server({ ...fresh, doorKey: fill(9, 16) })
      expect(again).toEqual({ row: fresh, first: false })
      await store.setDoorKey(fill(9, 16))
      await store.setQuota({ ...quota, roomEntries: 5 })
      expect((await store.server(fresh)).row).toEqual({ ...fresh, doorKey: fill(9, 16), quota: { ...quota, roomEntries: 5 } })
    })

    test('a room that was made is found again, once', async () => {
      const number = await room()
      expect(await store.createRoom(someRoom({ head: { seq: 0, link: fill(51, 32) }, entries: [someEntry(2)] }))).toEqual({ made: false, number })
      expect(await store.findRoom(fill(7, 32))).toMatchObject({
        number,
        roomId: fill(7, 32),
        head: { seq: 0, link: fill(50, 32) },
        restored: null,
        handBack: 'no',
      })
      expect(await store.findRoom(fill(8, 32))).toBeNull()
      expect(await store.read(everything(number))).toEqual([
        { seq: 0, header: fill(1, 200), signature: fill(1, 64), body: fill(1, 300), boxes: [fill(4, 1168)] },
      ])
    })

    test('of two appends after one head, one is taken', async () => {
      const number = await room()
      const outcomes = await Promise.all([
        store.append(someAppend(number)),
        store.append(someAppend(number, { entries: [someEntry(3)], head: { seq: 1, link: fill(52, 32) } })),
      ])
      expect(outcomes.toSorted()).toEqual([false, true])
      expect(await store.read(everything(number))).toHaveLength(2)
      const [head] = await store.heads([number, number + 1])
      expect(head).toMatchObject({ room: number, head: { seq: 1 } })
    })

    test('an append of several entries is all or nothing', async () => {
      const number = await room()
      const three = [someEntry(2), someEntry(3, boxesFor(2, 4, 5)), someEntry(4, null, null)]
      expect(await store.append(someAppend(number, { entries: three, head: { seq: 3, link: fill(53, 32) } }))).toBe(true)
      expect(await store.append(someAppend(number, { entries: three, head: { seq: 3, link: fill(53, 32) } }))).toBe(false)
      const read = await store.read(everything(number))
      expect(read.map(({ seq }) => seq)).toEqual([0, 1, 2, 3])
      expect(read[3]!.body).toBeNull()
    })

    test('a reader gets own boxes, another none, an export all', async () => {
      const number = await room()
      await store.append(someAppend(number, { entries: [someEntry(2, boxesFor(2, 4, 5, 6))] }))
      const boxesOf = async (boxesFor: ReadRange['boxesFor']) => (await store.read({ ...everything(number), boxesFor })).map((entry) => entry.boxes)
      expect(await boxesOf([fill(5, 32)])).toEqual([null, [fill(5, 1168)]])
      expect(await boxesOf('nobody')).toEqual([null, null])
      expect((await boxesOf('everybody'))[1]).toHaveLength(3)
      expect(await store.box(number, 2, fill(6, 32))).toEqual(fill(6, 1168))
      expect(await store.box(number, 2, fill(9, 32))).toBeNull()
      expect(await store.box(number, 3, fill(6, 32))).toBeNull()
      expect(await store.boxHashes(number, 2)).toEqual([
        { seq: 1, rks: [fill(4, 32), fill(5, 32), fill(6, 32)], hashes: [fill(104, 32), fill(105, 32), fill(106, 32)] },
      ])
    })

    test('a reader without bodies gets headers only', async () => {
      const number = await room()
      const [entry] = await store.read({ ...everything(number), bodies: false, boxesFor: 'nobody' })
      expect(entry).toEqual({ seq: 0, header: fill(1, 200), signature: fill(1, 64), body: null, boxes: null })
    })

    test('a long read comes in pieces', async () => {
      const number = await room()
      await store.append(someAppend(number, { entries: Array.from({ length: 40 }, (_, index) => someEntry(index + 2)), head: { seq: 40, link: fill(53, 32) } }))
      expect((await store.read({ ...everything(number), from: 10, entries: 5 })).map(({ seq }) => seq)).toEqual([10, 11, 12, 13, 14])
      expect((await store.read({ ...everything(number), from: 10, to: 12 })).map(({ seq }) => seq)).toEqual([10, 11, 12])
      expect(await store.read({ ...everything(number), from: 10, bytes: 1200 })).toHaveLength(2)
      expect(await store.read({ ...everything(number), from: 10, bytes: 1 })).toHaveLength(1)
    })

    test('a redacted body is gone, and one redacted in its own append is never kept', async () => {
      const number = await room()
      await store.append(someAppend(number, { entries: [someEntry(2), someEntry(3)], head: { seq: 2, link: fill(53, 32) }, redacted: [0, 1] }))
      expect((await store.read(everything(number))).map(({ body }) => body)).toEqual([null, null, fill(3, 300)])
      await store.fillHandedBack({ room: number, seq: 0, body: fill(1, 300), boxes: [] })
      expect((await store.read(everything(number)))[0]!.body).toBeNull()
    })

    test('a closed room keeps headers, no body, no box, no knock', async () => {
      const number = await room()
      const other = await room(8)
      await store.knock({ room: number, ik: fill(20, 32), rk: fill(21, 32), data: fill(22, 100) }, 3)
      await store.append(someAppend(number, { closes: true }))
      expect((await store.read(everything(number))).map(({ body, boxes }) => ({ body, boxes }))).toEqual([
        { body: null, boxes: null },
        { body: null, boxes: null },
      ])
      expect(await store.knocks(number)).toEqual([])
      expect((await store.read(everything(other)))[0]!.boxes).toHaveLength(1)
    })

    test('[D22] an invitation takes its knocks and no more, answered ones counted', async () => {
      const number = await room()
      const knock = (byte: number) => store.knock({ room: number, ik: fill(20, 32), rk: fill(byte, 32), data: fill(byte, 100) }, 3)
      expect([await knock(1), await knock(1), await knock(2)]).toEqual(['taken', 'same', 'taken'])
      await store.append(someAppend(number, { answered: [fill(1, 32)] }))
      expect(await store.knocks(number)).toEqual([fill(2, 100)])
      expect([await knock(3), await knock(4)]).toEqual(['taken', 'full'])
      await store.append(someAppend(number, { expect: { seq: 1, link: fill(51, 32) }, head: { seq: 2, link: fill(53, 32) }, ended: [fill(20, 32)] }))
      expect(await store.knocks(number)).toEqual([])
    })

    test('a mailbox takes items up to its limit, in order, and forgets what was collected', async () => {
      const address = fill(30, 32)
      const drop = (secret: number) => store.dropMail(address, fill(secret, 32), fill(secret, 4096), 2)
      expect(await drop(1)).toEqual({ outcome: 'none' })
      await store.publishMailbox(address, fill(1, 32))
      expect([await drop(1), await drop(2), await drop(1), await drop(1)]).toEqual([
        { outcome: 'taken', number: 1 },
        { outcome: 'none' },
        { outcome: 'taken', number: 2 },
        { outcome: 'full' },
      ])
      expect((await store.mail(address)).map(({ number }) => number)).toEqual([1, 2])
      await store.mailCollected(address, 1)
      expect(await store.mail(address)).toEqual([{ number: 2, item: fill(1, 4096) }])
      expect(await drop(1)).toEqual({ outcome: 'taken', number: 3 })
      await store.publishMailbox(address, fill(5, 32))
      expect(await drop(1)).toEqual({ outcome: 'none' })
      expect(await store.mail(fill(31, 32))).toEqual([])
    })

    test('[D25] a vault record is written once, read and deleted only by who is entitled', async () => {
      const row = { record: fill(1, 2048), signature: fill(2, 64) }
      const address = fill(40, 32)
      expect(await store.vaultWrite(address, row, today)).toBe('written')
      expect(await store.vaultWrite(address, row, today)).toBe('same')
      expect(await store.vaultWrite(address, { ...row, record: fill(3, 2048) }, today)).toBe('exists')
      expect(await store.vaultRead(address, true)).toEqual(row)
      expect(await store.vaultRead(address, false)).toBeNull()
      expect(await store.vaultRead(fill(41, 32), true)).toBeNull()
      expect(await store.vaultDelete(address, false)).toBe(false)
      expect(await store.vaultDelete(address, true)).toBe(true)
      expect(await store.vaultRead(address, true)).toBeNull()
    })

    test('after a restore each room remembers the head found then, and waits', async () => {
      const number = await room()
      expect(await store.raiseLife(1, 7)).toBe(7)
      expect(await store.raiseLife(1, 8)).toBe(7)
      await store.append(someAppend(number))
      expect(await store.findRoom(fill(7, 32))).toMatchObject({
        head: { seq: 1 },
        restored: { life: 7, head: { seq: 0, link: fill(50, 32) } },
        handBack: 'unopened',
      })
      expect(await store.waitingRooms(millis(1_000))).toBe(1)
      await store.setHandBack(number, millis(5_000))
      expect(await store.findRoom(fill(7, 32))).toMatchObject({ handBack: 5_000 })
      expect([await store.waitingRooms(millis(1_000)), await store.waitingRooms(millis(9_000))]).toEqual([1, 0])
    })

    test('boxes that come back later fill only the empty places', async () => {
      const number = await room()
      const partial: BoxRow = { ...boxesFor(2, 4, 5, 6), boxes: [null, fill(5, 1168), null] }
      await store.append(someAppend(number, { entries: [someEntry(2, partial)] }))
      expect(await store.box(number, 2, fill(4, 32))).toBeNull()
      await store.fillHandedBack({
        room: number,
        seq: 1,
        body: null,
        boxes: [
          { place: 0, box: fill(44, 1168) },
          { place: 1, box: fill(55, 1168) },
        ],
      })
      expect(await store.box(number, 2, fill(4, 32))).toEqual(fill(44, 1168))
      expect(await store.box(number, 2, fill(5, 32))).toEqual(fill(5, 1168))
      expect(await store.box(number, 2, fill(6, 32))).toBeNull()
    })

    test('what is used is counted, and stands after a restart', async () => {
      const before = await store.usage()
      await room()
      const after = await store.usage()
      expect(after.rooms - before.rooms).toBe(1)
      expect(after.bytes).toBeGreaterThan(before.bytes + 200 + 64 + 300 + 1168)
      await store.close()
      store = await kit.again()
      expect(await store.usage()).toEqual(after)
      expect(await store.findRoom(fill(7, 32))).toMatchObject({ head: { seq: 0 } })
      expect((await store.server({ ...fresh, life: 9 })).row).toEqual(fresh)
    })
  })
}
