/** A server put back from an old copy: people's apps bring back what it lacks. Source: PROTOCOL.md section 7. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fill } from './store.suite.ts'
import { sha256 } from '../crypto/hash.ts'
import { idBytes } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { begin, step } from '../log/reduce.ts'
import { verifyReceipt } from '../log/receipt.ts'
import type { HandedBack, Receipt } from '../log/wire.ts'
import { confidential, enters, invitesByName, letIn, newRoom, present, rotates, says, sealAt, someone, take, takesBack, type Someone, type TestRoom } from '../testing/room-kit.ts'
import { hello, makeRoomOn, opens, post, socketIn, testServer, tokenFor, type TestServer } from '../testing/server-kit.ts'
import { backupFolder, restoreFolder } from './copies.ts'
import { nextLife } from './life.ts'
import { DATABASE_FILE } from './store-sqlite.ts'

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-copies-'))
const files = { made: 0 }

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function newFile(): string {
  return join(scratch, `copy-${++files.made}.sqlite`)
}

const clock = { time: 1_800_000_000_000, now: () => clock.time as never }

/** As an app that holds everything, or everything but others' boxes, hands it back. */
async function handed(room: TestRoom, from: number, boxOf?: Someone): Promise<readonly HandedBack[]> {
  return Promise.all(
    room.entries.slice(from).map(async (entry) => {
      if (entry.boxes === null || entry.boxes.length < 2) return { ...entry, boxHashes: null, boxesOf: null }
      const boxHashes = await Promise.all(entry.boxes.map((box) => sha256(box)))
      if (boxOf === undefined) return { ...entry, boxHashes, boxesOf: null }
      const place = present(room).indexOf(boxOf.rk)
      return { ...entry, boxes: [entry.boxes[place]!], boxHashes, boxesOf: [place] }
    }),
  )
}

async function putAll(server: TestServer, room: TestRoom, from: number): Promise<Receipt> {
  const answers = []
  for (const entry of room.entries.slice(from)) answers.push(await post(server, 'append', { room: room.bytes, entries: [entry] }))
  const last = answers.at(-1)
  if (last === undefined || !last.ok) throw new Error('An append was refused')
  return last.value.receipt
}

/** A server with a room of Ana and Ben, stopped and put back to before the last entries, two of them rotations. */
async function restored(): Promise<{
  readonly server: TestServer
  readonly room: TestRoom
  readonly ana: Someone
  readonly ben: Someone
  readonly copied: number
  readonly receipt: Receipt
}> {
  const server = await testServer({ clock })
  const [ana, ben] = [await someone(), await someone()]
  const room = await newRoom(ana)
  await makeRoomOn(server, room)
  await letIn(room, ana, ben)
  await says(room, ana)
  await putAll(server, room, 1)
  const copied = room.state.head.seq
  const copy = newFile()
  expect(backupFolder(server.folder, copy)).toBeGreaterThan(10_000)
  await rotates(room, ana)
  await says(room, ana)
  await rotates(room, ana)
  await says(room, ana)
  const receipt = await putAll(server, room, copied + 1)
  await server.running.stop()
  restoreFolder(copy, server.folder, { replace: true, clock })
  await server.start()
  return { server, room, ana, ben, copied, receipt }
}

describe('a restore', () => {
  test('[A26] a copy that lacks the last entries: members read on, nobody writes, the entries come back, writing resumes', async () => {
    const { server, room, ana, ben, copied } = await restored()
    const greeting = await hello(server)
    expect(greeting).toMatchObject({ restored: true, life: 1_800_000_000 })
    const opened = await post(server, 'open', { rooms: [await opens(greeting, room, ben, room.state.head.seq)] }, { nonce: greeting.nonce })
    if (!opened.ok) throw new Error('open is always answered')
    const [about] = opened.value
    expect(about).toMatchObject({ as: 'member', head: { seq: copied }, restoredHead: { life: 1_800_000_000, seq: copied } })
    expect(await verifyReceipt(greeting.receiptKey, room.id, about!.restoredHead!)).toBe(true)
    const next = (await sealAt(room, ana, { delta: { op: 'content' } })).wire
    expect(await post(server, 'append', { room: room.bytes, entries: [next] })).toMatchObject({ ok: false, reason: 'lost-the-race' })
    const listening = await socketIn(server, room, ana, copied)
    const back = await post(server, 'hand-back', { room: room.bytes, entries: await handed(room, copied + 1, ben) })
    expect(back).toEqual({ ok: true, value: { taken: 4, head: { seq: room.state.head.seq, link: idBytes(room.state.head.link) } } })
    await listening.until('entries')
    expect(await post(server, 'append', { room: room.bytes, entries: [next] })).toMatchObject({ ok: false, reason: 'hand-back-first' })
    // Ben had only his own boxes; Ana adds hers.
    const token = (await tokenFor(server, room, ana))!
    const box = { room: room.bytes, g: 3, rk: ana.key.publicKey, token }
    expect(await post(server, 'box', box)).toEqual({ ok: true, value: { box: null } })
    expect(await post(server, 'hand-back', { room: room.bytes, entries: await handed(room, copied + 1, ana) })).toMatchObject({ ok: true, value: { taken: 0 } })
    const rotation = room.entries[copied + 3]!
    expect(await post(server, 'box', box)).toEqual({ ok: true, value: { box: rotation.boxes![present(room).indexOf(ana.rk)] } })
    clock.time += 599_999
    expect(await post(server, 'append', { room: room.bytes, entries: [next] })).toMatchObject({ ok: false, reason: 'hand-back-first' })
    clock.time += 2
    expect(await post(server, 'append', { room: room.bytes, entries: [next] })).toMatchObject({ ok: true })
    const read = await post(server, 'read', { room: room.bytes, from: 0, token: (await tokenFor(server, room, ana))! })
    expect(read.ok && read.value.entries.map(({ header }) => header)).toEqual([...room.entries, next].map(({ header }) => header))
    listening.end()
    await server.end()
  }, 30_000)

  test('[A27] [S-FORKED] [S-HANDED-BODY] [S-HANDED-HASHES] [S-HANDED-BOX] another history is not taken back, nor changed bodies, hashes or boxes', async () => {
    const { server, room, ana, copied } = await restored()
    const hand = async (entries: readonly HandedBack[]) => {
      const answer = await post(server, 'hand-back', { room: room.bytes, entries })
      return answer.ok ? 'ok' : answer.reason
    }
    const [rotation, word, ...rest] = await handed(room, copied + 1)
    expect(await hand([{ ...rotation!, body: fill(1, 272) }])).toBe('malformed')
    expect(await hand([{ ...rotation!, boxHashes: rotation!.boxHashes!.toReversed() }])).toBe('boxes-do-not-fit')
    expect(await hand([{ ...rotation!, boxes: rotation!.boxes!.slice(1), boxHashes: null }])).toBe('boxes-do-not-fit')
    expect(await hand([{ ...rotation!, boxes: [fill(1, 1168)], boxesOf: [0] }])).toBe('boxes-do-not-fit')
    expect(await hand([{ ...rotation!, boxesOf: [5, 6] }])).toBe('boxes-do-not-fit')
    expect(await hand([word!])).toBe('malformed')
    const elsewhere = await says({ ...room, state: await stateAt(room, copied - 1), entries: [] }, ana)
    expect(await hand([{ ...elsewhere, boxHashes: null, boxesOf: null }])).toBe('forked')
    expect(await hand([rotation!, word!, ...rest])).toBe('ok')
    await server.end()
  }, 30_000)

  test('what was taken back stays gone when its entry is handed back with its body', async () => {
    const { server, room, ana, copied } = await restored()
    const back = await handed(room, copied + 1)
    await post(server, 'hand-back', { room: room.bytes, entries: back })
    const taking = await takesBack(room, ana, copied + 2)
    await post(server, 'hand-back', { room: room.bytes, entries: [{ ...taking, boxHashes: null, boxesOf: null }] })
    await post(server, 'hand-back', { room: room.bytes, entries: back })
    const read = await post(server, 'read', { room: room.bytes, from: copied + 2, token: (await tokenFor(server, room, ana))! })
    expect(read.ok && read.value.entries[0]!.body).toBeNull()
    await server.end()
  }, 30_000)

  test('more changes of keys than a day allows come back, and whoever came in by an invitation whose last day is over', async () => {
    const server = await testServer({ clock })
    const [ana, ben, ik, late] = [await someone(), await someone(), await someone(), await someone()]
    const room = await newRoom(ana, confidential)
    await makeRoomOn(server, room)
    const copy = newFile()
    backupFolder(server.folder, copy)
    const today = Math.floor(clock.time / 86_400_000)
    for (const each of [ik, late]) await invitesByName(room, ana, each, today)
    for (let count = 0; count < 6; count++) await rotates(room, ana)
    await enters(room, ik, ben)
    await putAll(server, room, 1)
    clock.time += 86_400_000
    for (let count = 0; count < 2; count++) await rotates(room, ana)
    await putAll(server, room, room.entries.length - 2)
    // Its last day is over for everybody else.
    const state = room.state
    expect(await post(server, 'append', { room: room.bytes, entries: [await enters(room, late, await someone())] })).toMatchObject({ ok: false, reason: 'invitation-expired' })
    room.state = state
    room.entries.pop()
    await server.running.stop()
    restoreFolder(copy, server.folder, { replace: true, clock })
    await server.start()
    expect(await tokenFor(server, room, ana)).not.toBeNull()
    expect(await post(server, 'hand-back', { room: room.bytes, entries: await handed(room, 1) })).toMatchObject({ ok: true, value: { taken: 11 } })
    await server.end()
  }, 30_000)

  test('[S-LOST-ONCE] [S-HANDED-IN-TIME] once somebody wrote after the loss, an entry that was lost brings nobody what came since, and nothing more comes in by handing back', async () => {
    const { server, room, ana, copied } = await restored()
    await tokenFor(server, room, ana)
    clock.time += 600_001
    const gone = room.entries.slice(copied + 1)
    const on = { ...room, state: await stateAt(room, copied), entries: room.entries.slice(0, copied + 1) }
    // What is refused is nothing new.
    const early = await rotates(on, ana)
    expect(await post(server, 'append', { room: room.bytes, entries: [{ ...early, boxes: null }] })).toMatchObject({ ok: false, reason: 'boxes-do-not-fit' })
    expect(await post(server, 'hand-back', { room: room.bytes, entries: await handed(on, copied + 1) })).toMatchObject({ ok: true, value: { taken: 1 } })
    await says(on, ana)
    expect(await post(server, 'append', { room: room.bytes, entries: on.entries.slice(-1) })).toMatchObject({ ok: true })
    const about = { ok: false, reason: 'lost-the-race', details: { missing: [], hold: false } }
    expect(await post(server, 'append', { room: room.bytes, entries: gone.slice(0, 1) })).toMatchObject(about)
    const seventh = await rotates(on, ana)
    expect(await post(server, 'hand-back', { room: room.bytes, entries: (await handed(on, 0)).slice(-1) })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await post(server, 'append', { room: room.bytes, entries: [seventh] })).toMatchObject({ ok: true })
    await server.end()
  }, 30_000)

  test('[S-CLOSED-STAYS] what went when a room was closed does not come back by handing it back', async () => {
    const { server, room, ana, ben, copied } = await restored()
    await post(server, 'hand-back', { room: room.bytes, entries: await handed(room, copied + 1) })
    await tokenFor(server, room, ana)
    clock.time += 600_001
    const back = await handed(room, 0)
    await take(room, (await sealAt(room, ana, { delta: { op: 'propose', act: 'close', member: null, successor: null }, body: false })).wire)
    const proposal = room.state.head.link
    await take(room, (await sealAt(room, ben, { delta: { op: 'confirm', proposal, generation: null }, body: false })).wire)
    await putAll(server, room, room.entries.length - 2)
    expect(await post(server, 'hand-back', { room: room.bytes, entries: back })).toMatchObject({ ok: true, value: { taken: 0 } })
    const read = await post(server, 'read', { room: room.bytes, from: 0, token: (await tokenFor(server, room, ben))! })
    expect(read.ok && read.value.entries.filter(({ body, boxes }) => body !== null || boxes !== null)).toEqual([])
    await server.end()
  }, 30_000)

  test('[S-RESTORED] a running server and one that was never restored take nothing back', async () => {
    const server = await testServer({ clock })
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    await says(room, ana)
    expect(await post(server, 'hand-back', { room: room.bytes, entries: await handed(room, 1) })).toMatchObject({ ok: false, reason: 'not-entitled' })
    const copy = newFile()
    backupFolder(server.folder, copy)
    expect(() => restoreFolder(copy, server.folder, { replace: true, clock })).toThrow(/in use/)
    expect(() => backupFolder(server.folder, copy)).toThrow(/never replaces/)
    await server.running.stop()
    expect(() => restoreFolder(copy, server.folder, { replace: false, clock })).toThrow(/--replace/)
    await server.start()
    await server.end()
  }, 30_000)

  test('one old copy put back twice begins two different lives', () => {
    expect(nextLife(1, 1_800_000_000_000 as never)).toBe(1_800_000_000)
    expect(nextLife(1_800_000_000, 1_800_000_000_500 as never)).toBe(1_800_000_001)
    expect(nextLife(1_900_000_000, 1_800_000_000_000 as never)).toBe(1_900_000_001)
  })
})

describe('an old file copied back without a word', () => {
  test('[S-OWN-RECEIPT] [S-OWED] the first app that shows a receipt of ours for what is missing begins a new life, and whole rooms come back too', async () => {
    const server = await testServer({ clock })
    const [ana, eve] = [await someone(), await someone()]
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    const late = await newRoom(ana)
    await server.running.stop()
    const old = newFile()
    copyFileSync(join(server.folder, DATABASE_FILE), old)
    await server.start()
    await says(room, ana)
    const receipt = await putAll(server, room, 1)
    await makeRoomOn(server, late)
    await says(late, ana)
    const lateReceipt = await putAll(server, late, 1)
    await server.running.stop()
    copyFileSync(old, join(server.folder, DATABASE_FILE))
    await server.start()
    const socket = await socketIn(server, room, ana, 1)
    expect(socket.hello).toMatchObject({ life: 1, restored: false })
    const forged = { ...receipt, signature: await eve.key.sign('receipt', room.bytes) }
    expect(await socket.ask('show-receipt', { room: room.bytes, receipt: forged })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await post(server, 'hand-back', { room: late.bytes, entries: await handed(late, 0) })).toMatchObject({ ok: false, reason: 'not-entitled' })
    const life = Math.floor(clock.time / 1000)
    expect(await socket.ask('show-receipt', { room: room.bytes, receipt })).toMatchObject({ ok: true, value: { life, restoredHead: { life, seq: 0 } } })
    await socket.until('hello', (greeting) => greeting.life === life && greeting.restored)
    expect(await socket.ask('show-receipt', { room: late.bytes, receipt: lateReceipt })).toMatchObject({ ok: true, value: { life, restoredHead: null } })
    expect(await socket.ask('hand-back', { room: room.bytes, entries: await handed(room, 1) })).toMatchObject({ ok: true, value: { taken: 1 } })
    expect(await socket.ask('hand-back', { room: late.bytes, entries: await handed(late, 0) })).toMatchObject({ ok: true, value: { taken: 2 } })
    // A receipt of the life before is no news any more.
    expect(await socket.ask('show-receipt', { room: room.bytes, receipt: { ...receipt } })).toMatchObject({ ok: true, value: { life } })
    socket.end()
    await server.end()
  }, 30_000)
})

/** The room as it stood at `seq`. */
async function stateAt(room: TestRoom, seq: number): Promise<TestRoom['state']> {
  let state: TestRoom['state'] | null = null
  for (const entry of room.entries.slice(0, seq + 1)) {
    const inspected = await inspect(entry, { trust: true })
    if (!inspected.ok) throw new Error(inspected.error.text)
    const next: ReturnType<typeof begin> = state === null ? begin(inspected.value) : step(state, inspected.value)
    if (!next.ok) throw new Error(next.error.text)
    state = next.value
  }
  if (state === null) throw new Error('No entry')
  return state
}
