/**
 * New keys after a device was lost unlocked: new records first, then the personal room, the commons with a new mailbox, and every other room.
 *
 * Each step leaves a state from which the next start goes on: the records hold both roots, and the personal room says which rooms are still to do.
 * Source: PROTOCOL.md section 5, rekey.
 */
import { sameBytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { hedgeOf, newRoot, type Root } from '../account/root.ts'
import { makeBind } from '../circle/bind.ts'
import { circleBody } from '../circle/circle-entries.ts'
import { personalBody } from '../circle/personal-entries.ts'
import type { KeptRecord } from '../circle/personal-state.ts'
import { sevenWords } from '../crypto/words.ts'
import { readWords, unlockWithWords } from '../account/unlock.ts'
import { popTranscript } from '../log/transcript.ts'
import type { RoomId } from '../log/types.ts'
import type { EngineError, NewWords, RekeyOrder } from './api.ts'
import { deleteRecord, noteWords, twoPositions, unlockTyped, writeRecord } from './account-actions.ts'
import { forgetWords, keepWords, keptWords } from './kept-words.ts'
import { openAndRead } from './begin-room.ts'
import { identitiesOf } from './identities.ts'
import { allRooms, roomOf, type Core } from './core.ts'
import { collectMail, mailboxEntry, registerMailbox } from './mailbox.ts'
import { write } from './room-write.ts'
import { presentIdentity, type Held, type Room } from './room.ts'

/** Words for new keys, before anything is done with them. */
export async function newWords(core: Core, order: { readonly oldWords: string | null; readonly language: 'en' | 'es' }): Promise<Result<NewWords, EngineError>> {
  const old = order.oldWords === null ? null : readWords(order.oldWords)
  if (old !== null && !old.ok) return old
  return ok({ words: sevenWords(core.order.random, order.language), ask: twoPositions(core) })
}

/**
 * The new words. `keep` writes the new roots to this device, before any room knows them; false when the device refuses, and then nothing is changed.
 *
 * The words stay on this device until they are handed over: a device that dies before would leave new keys that no words open.
 */
export async function rekey(
  core: Core,
  order: RekeyOrder & { readonly keep: (roots: readonly Root[]) => Promise<boolean> },
): Promise<Result<readonly string[], EngineError>> {
  const old = order.oldWords === null ? null : await unlockTyped({ words: order.oldWords })
  if (old !== null && !old.ok) return old
  const root = newRoot(core.roots.at(-1)!.epoch + 1, core.order.random)
  const roots = [...core.roots, root]
  const before = core.folds.get(core.personal.id)?.personal.records ?? []
  const isOnPaper = 'words' in order
  const words = isOnPaper ? order.words : sevenWords(core.order.random, order.language)
  const record = await writeRecord(core, await unlockWithWords(words), roots)
  if (!record.ok) return record
  if (!(isOnPaper || (await keepWords(core, root.epoch, words, record.value))) || !(await order.keep(roots))) return err({ kind: 'storage-refused' })
  core.freshWords = isOnPaper ? null : words
  await takeRoots(core, roots)
  const finished = await finishRekey(core)
  const noted = finished.ok ? await noteWords(core, words, record.value, isOnPaper) : finished
  if (!noted.ok) {
    // The rest is done when there is a connection again, and the words are offered then.
    core.freshWords = null
    return noted
  }
  if (old !== null) await deleteRecord(core, old.value)
  await forgetRecords(core, before)
  await forgetWords(core)
  return ok(words)
}

/** What opens an old root alone is not handed back to a host that lost it. */
async function forgetRecords(core: Core, records: readonly KeptRecord[]): Promise<void> {
  const kept = core.folds.get(core.personal.id)?.personal.records ?? []
  const old = records.filter(({ seq }) => kept.some((record) => record.seq === seq))
  if (old.length === 0) return
  await write(core, {
    room: core.personal,
    build: async (writer) => {
      for (const { address } of old) await writer.content(personalBody({ what: 'record-gone', address }))
    },
  })
}

/** Every room learns the keys of all roots: old ones open old boxes, the newest sign. */
export async function takeRoots(core: Core, roots: readonly Root[]): Promise<void> {
  core.roots = roots
  core.hedge = await hedgeOf(roots.at(-1)!)
  for (const room of allRooms(core)) room.identities = await identitiesOf(roots, room.reference.n, room.reference.j)
}

/** Whether a rekey was begun that some room has not seen yet. */
export function rekeyIsUnfinished(core: Core): boolean {
  return needsRekey(core, core.personal) || core.folds.get(core.personal.id)?.personal.rekey != null
}

function needsRekey(core: Core, room: Room): boolean {
  const present = presentIdentity(room)
  // Nobody writes in a room that was closed, and nobody could do anything there with an old key.
  return present !== null && room.state?.closed !== true && present.epoch < core.roots.at(-1)!.epoch
}

/** Words of new keys that nobody was shown, because the device died before: from now on they can be asked for. */
export async function recoverWords(core: Core): Promise<Result<null, EngineError>> {
  // Of a rekey that goes on in this session the words come as its answer.
  const kept = core.freshWords === null && !rekeyIsUnfinished(core) ? await keptWords(core) : null
  // The session may have ended meanwhile; the words wait on the device for the next.
  if (kept === null || core.isStopped || kept.epoch !== core.roots.at(-1)!.epoch) return ok(null)
  const records = core.folds.get(core.personal.id)?.personal.records ?? []
  const isNoted = records.some(({ address }) => sameBytes(address, kept.record.address))
  const noted = isNoted ? ok(null) : await noteWords(core, kept.words, kept.record)
  if (!noted.ok) return noted
  core.freshWords = kept.words
  core.hasUnseenWords = true
  core.changed()
  return ok(null)
}

export async function finishRekey(core: Core): Promise<Result<null, EngineError>> {
  if (needsRekey(core, core.personal)) {
    const others = allRooms(core).filter((room) => room !== core.personal && presentIdentity(room) !== null)
    const done = await rekeyRoom(
      core,
      core.personal,
      others.map(({ id }) => id),
    )
    if (!done.ok) return done
  }
  const toDo = core.folds.get(core.personal.id)?.personal.rekey?.toDo ?? []
  // The commons first: binds elsewhere are signed by its new key.
  const inOrder = toDo.toSorted((a, b) => Number(b === core.commons?.id) - Number(a === core.commons?.id))
  for (const id of inOrder) {
    const done = await rekeyOther(core, id)
    if (!done.ok) return done
  }
  return ok(null)
}

async function rekeyOther(core: Core, id: RoomId): Promise<Result<null, EngineError>> {
  const room = roomOf(core, id)
  if (room !== null && needsRekey(core, room)) {
    const done = await rekeyRoom(core, room, [])
    if (!done.ok) return done
  }
  if (room !== null && room.place === 'further' && presentIdentity(room) !== null && room.state?.closed !== true) {
    const proven = await carryProof(core, room)
    if (!proven.ok) return proven
  }
  if (room !== null && room === core.commons && presentIdentity(room) !== null) {
    const mailbox = await registerMailbox(core, room.reference.n, 0)
    if (!mailbox.ok) return mailbox
    const told = await write(core, { room, build: mailboxEntry(mailbox.value) })
    if (!told.ok) return told
    await collectMail(core)
  }
  const noted = await write(core, {
    room: core.personal,
    build: (writer) => writer.content(personalBody({ what: 'rekeyed', epoch: core.roots.at(-1)!.epoch, rooms: [id] })),
  })
  return noted.ok ? ok(null) : noted
}

/** Where an old yes of mine may stand, the commons entry that replaced its key is carried: the yes counts before it, never after. */
async function carryProof(core: Core, room: Room): Promise<Result<null, EngineError>> {
  const key = core.commons === null ? null : presentIdentity(core.commons)
  const proof = core.commons?.entries.find(({ header }) => header.delta.op === 'rekey' && header.delta.rk === key?.rkHex)
  return proof === undefined ? ok(null) : carry(core, room, proof)
}

/** The same for others whose yes stands here and who may not be in the room to do it. Nobody holding an old key says anything more in their name. */
export async function carryProofsOfOthers(core: Core, room: Room): Promise<void> {
  const commons = core.commons?.state
  const fold = core.folds.get(room.id)
  if (!commons || fold === undefined) return
  const signers = new Set([...fold.consents.values()].flat().map(({ key }) => key))
  for (const key of signers) {
    const wasReplaced = commons.everyKey.has(key) && !commons.byKey.has(key) && !commons.former.has(key)
    if (!wasReplaced || fold.replacedAt.has(key)) continue
    const proof = core.commons?.entries.find(({ header }) => header.delta.op === 'rekey' && header.author === key)
    if (proof !== undefined) await carry(core, room, proof)
  }
}

async function carry(core: Core, room: Room, proof: Held): Promise<Result<null, EngineError>> {
  const { header, signature } = proof.wire
  const written = await write(core, {
    room,
    build: async (writer) => {
      const isThere = core.folds.get(room.id)?.view.rekeyProofs.some((one) => sameBytes(one.header, header)) === true
      if (!isThere) await writer.content(circleBody({ what: 'rekey-proof', header, signature }))
    },
  })
  return written.ok ? ok(null) : written
}

async function rekeyRoom(core: Core, room: Room, toDo: readonly RoomId[]): Promise<Result<null, EngineError>> {
  const next = room.identities[0]!
  const written = await write(core, {
    room,
    build: async (writer) => {
      const { identity, state } = writer
      if (identity.rkHex === next.rkHex) return
      const kem = next.kem.publicKey
      const pop = await next.rk.sign('pop', await popTranscript({ roomId: room.id, prev: state.head.link, oldRk: identity.rkHex, newRk: next.rkHex, kem }))
      const commonsKey = core.commons === null ? null : presentIdentity(core.commons)
      const bind =
        room.place === 'further' && core.commons !== null && commonsKey !== null
          ? await makeBind({ circle: core.commons.id, commonsKey: commonsKey.rk, pseudonym: { roomId: room.id, rk: next.rkHex, kem } })
          : null
      await writer.introduce(
        { op: 'rekey', old: identity.rkHex, rk: next.rkHex, kem },
        (generation) => ({ op: 'rekey', rk: next.rkHex, kem, pop, generation }),
        (carried) => ({ op: 'rekey', bind, toDo, ...carried }),
      )
    },
  })
  if (!written.ok) return written
  await openAndRead(core, [room])
  return ok(null)
}
