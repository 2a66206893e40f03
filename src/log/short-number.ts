/** Where a quick reader stands in its bytes. */
export interface Position {
  value: number
}

/** The number at the beginning of a CBOR item whose kind this is, 0x00 for a number itself; -1 for another kind, for any but the shortest spelling and where the bytes end. */
export function readShortest(bytes: Uint8Array, at: Position, kind: number): number {
  const minor = (bytes[at.value] ?? 0) - kind
  const width = minor === 24 ? 1 : minor === 25 ? 2 : minor === 26 ? 4 : 0
  if (minor < 0 || (minor > 23 && width === 0) || at.value + width >= bytes.length) return -1
  let number = width === 0 ? minor : 0
  for (let index = 1; index <= width; index++) number = number * 256 + bytes[at.value + index]!
  at.value += 1 + width
  const least = width === 0 ? 0 : width === 1 ? 24 : width === 2 ? 256 : 65_536
  return number < least ? -1 : number
}
