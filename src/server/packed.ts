/**
 * Appends on their way to the database thread, packed into two buffers that are handed over and not copied.
 *
 * Only the plain ones, which are nearly all: entries without boxes that change nothing else.
 */
import type { Bytes } from '../base/bytes.ts'
import type { StoreAppend } from './store.ts'

export interface PlainAppend {
  readonly id: number
  readonly append: StoreAppend
}

export interface Packed {
  /** For each append: id, room, seq of the head expected, day, count of entries; then for each entry the lengths of header and body, -1 for none. */
  readonly numbers: Float64Array<ArrayBuffer>
  /** For each append: link expected, link of the new head; then for each entry header, signature, body. */
  readonly bytes: Bytes
}

/** One entry to be written, as views of what was packed. */
export interface PackedEntry {
  readonly header: Bytes
  readonly signature: Bytes
  readonly body: Bytes | null
}

export interface Unpacked {
  readonly id: number
  readonly room: number
  readonly expectSeq: number
  readonly expectLink: Bytes
  readonly link: Bytes
  readonly day: number
  readonly entries: readonly PackedEntry[]
}

export function isPlain(append: StoreAppend): boolean {
  return (
    !append.closes &&
    append.redacted.length === 0 &&
    append.answered.length === 0 &&
    append.ended.length === 0 &&
    append.entries.every(({ boxes }) => boxes === null)
  )
}

export function pack(appends: readonly PlainAppend[]): Packed {
  let count = 0
  let length = 0
  for (const { append } of appends) {
    count += 5 + append.entries.length * 2
    length += 64
    for (const { header, body } of append.entries) length += header.length + 64 + (body === null ? 0 : body.length)
  }
  const numbers = new Float64Array(count)
  const bytes = new Uint8Array(length)
  let at = 0
  let place = 0
  const put = (part: Bytes): void => {
    bytes.set(part, place)
    place += part.length
  }
  for (const { id, append } of appends) {
    for (const number of [id, append.room, append.expect.seq, append.day, append.entries.length]) numbers[at++] = number
    put(append.expect.link)
    put(append.head.link)
    for (const { header, signature, body } of append.entries) {
      numbers[at++] = header.length
      numbers[at++] = body === null ? -1 : body.length
      put(header)
      put(signature)
      if (body !== null) put(body)
    }
  }
  return { numbers, bytes }
}

export function unpack({ numbers, bytes }: Packed): readonly Unpacked[] {
  const appends: Unpacked[] = []
  let at = 0
  let place = 0
  const next = (): number => numbers[at++]!
  const take = (length: number): Bytes => bytes.subarray(place, (place += length))
  while (at < numbers.length) {
    const [id, room, expectSeq, day, count] = [next(), next(), next(), next(), next()]
    const [expectLink, link] = [take(32), take(32)]
    const entries: PackedEntry[] = []
    for (let index = 0; index < count; index++) {
      const [headerLength, bodyLength] = [next(), next()]
      entries.push({ header: take(headerLength), signature: take(64), body: bodyLength < 0 ? null : take(bodyLength) })
    }
    appends.push({ id, room, expectSeq, expectLink, link, day, entries })
  }
  return appends
}
