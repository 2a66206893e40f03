import { concat, type Bytes } from '../base/bytes.ts'
import { millis } from '../base/clock.ts'
import type { BoxRow, NewEntry, RoomRow } from './store.ts'

/** Room numbers fill the upper half of a 63-bit key, and a PostgreSQL integer. */
export const ROOM_NUMBERS = 2 ** 31 - 1

/** From 1 to ROOM_NUMBERS - 1, drawn at random: the numbers tell neither order nor count of rooms. */
export function randomRoomNumber(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return 1 + (drawn % (ROOM_NUMBERS - 1))
}

const BOX_BYTES = 1168

/** One row for all boxes of an entry: three columns of equal places. A missing box is zeros, which no honest box is. */
export function packBoxes(row: BoxRow): { readonly rks: Bytes; readonly hashes: Bytes; readonly data: Bytes } {
  const data = new Uint8Array(row.boxes.length * BOX_BYTES)
  row.boxes.forEach((box, place) => {
    if (box !== null) data.set(box, place * BOX_BYTES)
  })
  return { rks: concat(...row.rks), hashes: concat(...row.hashes), data }
}

export function pick(data: Bytes, place: number): Bytes {
  return data.slice(place * BOX_BYTES, (place + 1) * BOX_BYTES)
}

export function isThere(box: Uint8Array): boolean {
  return box.length === BOX_BYTES && box.some((byte) => byte !== 0)
}

/** Where the first of `wanted` stands among `rks` (32 bytes each), or -1. */
export function placeOf(rks: Uint8Array, wanted: readonly Uint8Array[]): number {
  for (let place = 0; place * 32 < rks.length; place++) {
    for (const rk of wanted) {
      let same = true
      for (let index = 0; same && index < 32; index++) same = rks[place * 32 + index] === rk[index]
      if (same) return place
    }
  }
  return -1
}

export function handBackNumber(until: RoomRow['handBack']): number {
  return until === 'no' ? 0 : until === 'unopened' ? -1 : until
}

function handBackFrom(number: number): RoomRow['handBack'] {
  return number === 0 ? 'no' : number === -1 ? 'unopened' : millis(number)
}

/** What rows beside the rooms count for against the quota of all, with their indexes. */
export const SPACE = { record: 2_112, letter: 4_096, mailbox: 256, knock: 1_700, answeredKnock: 128 } as const

/** Bytes that count against a room's quota. */
export function spaceOf(entries: readonly NewEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.header.length + 64 + (entry.body?.length ?? 0) + (entry.boxes?.boxes.length ?? 0) * (BOX_BYTES + 64), 0)
}

/** 32 bytes each. */
export function splitHashes(hashes: Bytes): readonly Bytes[] {
  return Array.from({ length: hashes.length / 32 }, (_, index) => hashes.slice(index * 32, index * 32 + 32))
}

/** A row of table `room`, whose columns both stores name alike. */
export function roomRow(row: Readonly<Record<string, unknown>>): RoomRow {
  return {
    number: row['number'] as number,
    roomId: row['room_id'] as Bytes,
    head: { seq: row['head_seq'] as number, link: row['head_link'] as Bytes },
    bytes: row['bytes'] as number,
    restored:
      row['restored_life'] === null
        ? null
        : { life: row['restored_life'] as number, head: { seq: row['restored_seq'] as number, link: row['restored_link'] as Bytes } },
    handBack: handBackFrom(row['hand_back'] as number),
  }
}
