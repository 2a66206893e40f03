import { idBytes, linkFrom } from '../log/ids.ts'
import { sha256 } from '../crypto/hash.ts'
import { toHex } from '../base/bytes.ts'
import type { HandedBack, Hello } from '../log/wire.ts'
import type { Core } from './core.ts'
import { forked } from './room-ingest.ts'
import { newestSeq, type Held, type Room } from './room.ts'
import { settle } from './settle.ts'

const AT_ONCE = 32

/**
 * Gives a host back what it lost, unchanged, with the boxes at hand; then writing resumes.
 *
 * `keptSeq` is the last entry it still has, -1 when it has none of the room. What somebody else handed back meanwhile is no harm: the same bytes.
 * False when the host takes nothing back here any more, since something was written after its loss.
 * Source: PROTOCOL.md section 7, behind.
 */
export async function handBack(core: Core, room: Room, keptSeq: number, hello: Hello): Promise<boolean> {
  // An honest host that copied an old file back does not know it yet: its own receipt tells it. A room made after the copy comes back for its receipt alone.
  if ((!hello.restored || keptSeq === -1) && room.receipt !== null && room.receipt.seq > keptSeq) {
    await core.transport.request('show-receipt', { room: idBytes(room.id), receipt: room.receipt })
  }
  let taken = 0
  for (let from = keptSeq + 1; from <= newestSeq(room); from += AT_ONCE) {
    const entries = await Promise.all(room.entries.slice(from, from + AT_ONCE).map((held) => handed(room, held)))
    const answer = await core.transport.request('hand-back', { room: idBytes(room.id), entries })
    if (!answer.ok) {
      const reason = answer.error.kind === 'no' ? answer.error.reason : null
      if (reason === 'forked') forked(room, keptSeq + 1, null)
      return reason !== 'not-entitled'
    }
    taken += answer.value.taken
    room.hostHead = { seq: answer.value.head.seq, link: linkFrom(answer.value.head.link) }
    room.verdict = { kind: 'behind', handedBack: taken }
  }
  const { seq, link } = room.hostHead ?? { seq: -1, link: null }
  const ours = room.entries[seq]?.link
  if (ours !== undefined && ours !== link) forked(room, seq, null)
  else if (seq >= newestSeq(room)) settle(room)
  core.changed()
  return true
}

/**
 * The boxes at hand of entries that somebody else handed back, who may not have had them: without its box a new device of mine reads nothing of that time.
 *
 * False when the connection went on the way.
 */
export async function handBackBoxes(core: Core, room: Room): Promise<boolean> {
  const { restoredSeq } = room
  if (restoredSeq === null || room.openedAs !== 'member') return true
  const boxed = room.entries.filter(({ header, wire }) => header.seq > restoredSeq && (wire.boxes?.length ?? 0) > 0)
  for (let from = 0; from < boxed.length; from += AT_ONCE) {
    const entries = await Promise.all(boxed.slice(from, from + AT_ONCE).map((held) => handed(room, held)))
    const answer = await core.transport.request('hand-back', { room: idBytes(room.id), entries })
    if (!answer.ok && answer.error.kind === 'offline') return false
  }
  return true
}

async function handed(room: Room, held: Held): Promise<HandedBack> {
  const { wire, header, boxedTo } = held
  const boxHashes = boxedTo === null ? null : (room.boxHashes.get(header.g) ?? null)
  const boxes = wire.boxes ?? []
  if (boxedTo === null) return { ...wire, boxHashes: null, boxesOf: boxes.length === 0 ? null : [0] }
  if (boxHashes === null) return { ...wire, boxes: null, boxHashes: null, boxesOf: null }
  const hashes = boxHashes.map(toHex)
  const places = await Promise.all(boxes.map(async (box) => hashes.indexOf(toHex(await sha256(box)))))
  const atHand = boxes.filter((_, index) => places[index]! >= 0)
  return { ...wire, boxes: atHand.length === 0 ? null : atHand, boxHashes, boxesOf: atHand.length === 0 ? null : places.filter((place) => place >= 0) }
}
