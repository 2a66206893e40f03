import { toHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { roomWords } from '../circle/room-words.ts'
import { verifyReceipt } from '../log/receipt.ts'
import type { MemberId } from '../log/types.ts'
import type { Hello, Receipt } from '../log/wire.ts'
import type { Core } from './core.ts'
import { newestSeq, type Room } from './room.ts'

/**
 * Whether a fork is the declared loss of a restored host: it signed, under a new life, a head that stands in our own log before the fork.
 *
 * Then the person is told what they had, what it would undo, and may go on by a separate step; without such a head it is a fork and stays one.
 * Source: PROTOCOL.md section 7.
 */
export async function judgeRestore(core: Core, room: Room, hello: Hello, signed: Receipt): Promise<boolean> {
  const key = core.folds.get(room.id)?.view.host?.receiptKey ?? core.receiptKey ?? null
  if (key === null || !check('CL-RESTORED-KEY', await verifyReceipt(key, room.id, signed))) return false
  const isNewLife = signed.life === hello.life && signed.life > (room.receipt?.life ?? 0)
  if (!check('CL-NEW-LIFE', isNewLife)) return false
  if (!check('CL-RESTORED-HEAD', room.entries[signed.seq]?.link === toHex(signed.link))) return false
  room.verdict = {
    kind: 'restored-loss',
    lastKeptSeq: signed.seq,
    leftBehind: newestSeq(room) - signed.seq,
    removalsUndone: removalsAfter(room, signed.seq),
    roomWords: await wordsAt(room, signed.seq),
  }
  return true
}

/** Members who were put out after `seq`: the loss would bring them back. */
export function removalsAfter(room: Room, seq: number): readonly MemberId[] {
  const before = room.entries[seq]?.here.present
  const now = room.state?.members
  if (before === undefined || now === undefined || room.state === null) return []
  const removed = new Set([...room.state.former.values()].filter((former) => former.endedBy === 'remove' && former.endedSeq > seq).map((former) => former.id))
  return [...before].filter((member) => removed.has(member))
}

/** Six words that stand for everything up to this entry, to compare aloud. */
export async function wordsAt(room: Room, seq: number): Promise<readonly string[]> {
  const link = room.entries[seq]?.link
  return link === undefined ? [] : roomWords(link, room.id)
}
