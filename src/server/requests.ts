/** Every request by name. What arrives here has its shape; everything else about it is doubted. Source: PROTOCOL.md section 6. */
import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { millis } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { authParts } from '../log/auth.ts'
import type { RequestFrame } from '../log/frames.ts'
import { roomIdFrom, roomKeyFrom } from '../log/ids.ts'
import { verifyReceipt } from '../log/receipt.ts'
import { LIMITS, type Answers, type OpenRoom, type Receipt, type Requests, type RoomOpened } from '../log/wire.ts'
import { boxKeysOf, readerOf } from './access.ts'
import { append } from './append.ts'
import { handBack } from './hand-back.ts'
import { today, type Caller, type Host } from './host.ts'
import { knock, knocks } from './knocks.ts'
import { mailCollect, mailCollected, mailDrop, mailPublish } from './mailboxes.ts'
import { no, type No } from './no.ts'
import { readEntries } from './reading.ts'
import { signReceipt } from './receipts.ts'
import { headOf, type HotRoom } from './rooms.ts'
import { nextLife } from './life.ts'
import { provenFor } from './proven.ts'
import { makeToken } from './tokens.ts'
import { vaultDelete, vaultRead, vaultWrite } from './vault.ts'

export type Verdict<Name extends keyof Answers> = Promise<Result<Answers[Name], No>>

export function answer(host: Host, caller: Caller, request: RequestFrame): Promise<Result<Answers[RequestFrame['name']], No>> {
  switch (request.name) {
    case 'open':
      return open(host, caller, request.body)
    case 'read':
      return read(host, caller, request.body, false)
    case 'read-whole':
      return read(host, caller, request.body, true)
    case 'append':
      return append(host, caller, request.body)
    case 'box-hashes':
      return boxHashes(host, caller, request.body)
    case 'box':
      return box(host, caller, request.body)
    case 'hand-back':
      return handBack(host, request.body)
    case 'show-receipt':
      return showReceipt(host, request.body)
    case 'knock':
      return knock(host, request.body)
    case 'knocks':
      return knocks(host, caller, request.body)
    case 'mail-publish':
      return mailPublish(host, caller, request.body)
    case 'mail-drop':
      return mailDrop(host, request.body)
    case 'mail-collect':
      return mailCollect(host, caller, request.body)
    case 'mail-collected':
      return mailCollected(host, caller, request.body)
    case 'vault-write':
      return vaultWrite(host, request.body)
    case 'vault-read':
      return vaultRead(host, caller, request.body)
    case 'vault-delete':
      return vaultDelete(host, caller, request.body)
  }
}

/** A room that is not there and a key that may not read it get one answer. */
async function open(host: Host, caller: Caller, { rooms }: Requests['open']): Verdict<'open'> {
  const { nonce } = caller
  if (nonce === null) return err(no('not-entitled'))
  const opened: RoomOpened[] = []
  // A few at a time: a phone opens some, and nobody holds the server with thousands.
  for (let at = 0; at < rooms.length; at += 16) {
    // Each signature that is none is a guess: one request may hold thousands.
    if (caller.address !== null && !host.limits.guesses.allows(caller.address)) return err(no('too-often'))
    opened.push(...(await Promise.all(rooms.slice(at, at + 16).map((asked) => openOne(host, caller, nonce, asked)))))
  }
  return ok(opened)
}

async function openOne(host: Host, caller: Caller, nonce: Bytes, asked: OpenRoom): Promise<RoomOpened> {
  const nobody: RoomOpened = { room: asked.room, as: 'nobody', head: null, receipt: null, token: null, restoredHead: null }
  const signed = await verifySignature(asked.rk, asked.signature, 'auth', authParts(caller.origin, nonce, asked.room, asked.rk))
  if (!check('S-OPEN', signed)) {
    if (caller.address !== null) host.limits.guesses.take(caller.address)
    return nobody
  }
  const room = await host.rooms.get(asked.room)
  if (room === null) return nobody
  if (await host.rooms.freshen(room)) host.live.moved(room)
  const key = roomKeyFrom(asked.rk)
  const { as } = readerOf(room.state, [key], today(host))
  if (as === 'nobody') return nobody
  if (as === 'member') await beginHandBack(host, room)
  const head = headOf(room.state)
  const receipt = as === 'invited' ? null : await receiptFor(host, room)
  caller.socket?.open(room, key, asked.have)
  return {
    room: asked.room,
    as,
    head,
    receipt,
    token: caller.socket === null ? await makeToken(host.row().tokenKey, asked.room, asked.rk, host.clock) : null,
    restoredHead: room.restored === null ? null : await signReceipt(host.receiptKey, room.id, room.restored.life, room.restored.head),
  }
}

/** After a restore, ten minutes from the first opening by a member. */
async function beginHandBack(host: Host, room: HotRoom): Promise<void> {
  if (room.handBack !== 'unopened') return
  room.handBack = millis(host.clock.now() + LIMITS.handBackMillis)
  await host.store.setHandBack(room.number, room.handBack)
}

async function receiptFor(host: Host, room: HotRoom): Promise<Receipt> {
  const { state } = room
  room.receipt ??= await signReceipt(host.receiptKey, room.id, host.row().life, headOf(state))
  return room.receipt.seq === state.head.seq ? room.receipt : signReceipt(host.receiptKey, room.id, host.row().life, headOf(room.state))
}

async function read(host: Host, caller: Caller, asked: Requests['read'], whole: boolean): Verdict<'read'> {
  const proven = await provenFor(host, caller, asked)
  if (proven === null) return err(no('not-entitled'))
  const { room, keys } = proven
  const { as } = readerOf(room.state, keys, today(host))
  if (!check('S-READER', as !== 'nobody' && (as === 'member' || !whole))) return err(no('not-entitled'))
  return ok({ entries: await readEntries(host, room, { keys, from: asked.from, whole }), head: headOf(room.state) })
}

async function boxHashes(host: Host, caller: Caller, asked: Requests['box-hashes']): Verdict<'box-hashes'> {
  const proven = await provenFor(host, caller, asked)
  if (proven === null || !check('S-HASHES', readerOf(proven.room.state, proven.keys, today(host)).as === 'member')) return err(no('not-entitled'))
  const rows = await host.store.boxHashes(proven.room.number, asked.g)
  const [first, ...later] = rows
  return ok({
    hashes: first?.hashes ?? [],
    later: later.flatMap(({ seq, rks, hashes }) => rks.map((rk, place) => ({ seq, rk, hash: hashes[place]! }))),
  })
}

async function box(host: Host, caller: Caller, asked: Requests['box']): Verdict<'box'> {
  const proven = await provenFor(host, caller, asked)
  if (proven === null || readerOf(proven.room.state, proven.keys, today(host)).as !== 'member') return err(no('not-entitled'))
  const isOwn = boxKeysOf(proven.room.state, proven.keys).some((key) => toHex(key) === toHex(asked.rk))
  if (!check('S-BOX', isOwn)) return err(no('not-entitled'))
  return ok({ box: await host.store.box(proven.room.number, asked.g, asked.rk) })
}

/**
 * A receipt of ours, of the life we live, for an entry we lack: an old file was copied back without `restore`. A new life begins.
 *
 * A receipt of an earlier life is no news: what it stands for was lost in a restore that everybody was told of.
 */
async function showReceipt(host: Host, { room: roomId, receipt }: Requests['show-receipt']): Verdict<'show-receipt'> {
  const isOurs = await verifyReceipt(host.receiptKey.publicKey, roomIdFrom(roomId), receipt)
  if (!check('S-OWN-RECEIPT', isOurs)) return err(no('not-entitled'))
  const room = await host.rooms.get(roomId)
  if (room !== null) await host.rooms.freshen(room)
  const isMissing = room === null || receipt.seq > room.state.head.seq
  if (room === null && host.owed.size < 10_000) host.owed.add(roomIdFrom(roomId))
  if (isMissing && receipt.life === host.row().life) {
    await host.store.raiseLife(receipt.life, nextLife(receipt.life, host.clock.now()))
    host.store.tell([{ kind: 'server' }])
    await host.refreshRow()
  }
  const again = await host.rooms.get(roomId)
  const restored = again?.restored ?? null
  return ok({
    life: host.row().life,
    restoredHead: restored === null ? null : await signReceipt(host.receiptKey, roomIdFrom(roomId), restored.life, restored.head),
  })
}
