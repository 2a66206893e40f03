import { assert } from '../base/assert.ts'
import { concat, fromUtf8, utf8, type Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'

/** One file of an archive. `name` is ASCII, at most 100 letters, with `/` between folders. */
export interface TarFile {
  readonly name: string
  readonly bytes: Bytes
}

const BLOCK = 512

/** Files as a `tar` archive (POSIX ustar), which every system opens; without owner or time. */
export function writeTar(files: readonly TarFile[]): Bytes {
  const parts = files.flatMap(({ name, bytes }) => [headerOf(name, bytes.length), bytes, new Uint8Array(-bytes.length & (BLOCK - 1))])
  return concat(...parts, new Uint8Array(2 * BLOCK))
}

/** Reads what `writeTar` wrote; anything else is refused. */
export function readTar(archive: Uint8Array): Result<readonly TarFile[], 'malformed'> {
  const files: TarFile[] = []
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK)
    if (header.every((byte) => byte === 0)) return ok(files)
    const name = textAt(header, 0, 100)
    const size = /^[0-7]{11}$/.test(textAt(header, 124, 12) ?? '') ? Number.parseInt(textAt(header, 124, 12)!, 8) : -1
    if (name === null || size < 0 || at + BLOCK + size > archive.length || !isSame(header, headerOf(name, size))) return err('malformed')
    files.push({ name, bytes: archive.slice(at + BLOCK, at + BLOCK + size) })
    at += BLOCK + size + (-size & (BLOCK - 1))
  }
  return err('malformed')
}

function headerOf(name: string, size: number): Bytes {
  assert(/^[\x21-\x7E]{1,100}$/.test(name), 'names in an archive are short and plain')
  const header = new Uint8Array(BLOCK)
  const put = (at: number, text: string): void => header.set(utf8(text), at)
  put(0, name)
  put(100, '0000600\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${size.toString(8).padStart(11, '0')}\0`)
  put(136, '00000000000\0')
  put(148, '        ')
  put(156, '0')
  put(257, 'ustar\u000000')
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return header
}

function textAt(header: Uint8Array, at: number, length: number): string | null {
  const field = header.subarray(at, at + length)
  const end = field.indexOf(0)
  const text = fromUtf8(end === -1 ? field : field.subarray(0, end))
  return text !== null && /^[\x21-\x7E]+$/.test(text) ? text : null
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, at) => byte === b[at])
}
