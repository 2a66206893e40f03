import { fromBase64Url, fromHex, type Bytes } from '../base/bytes.ts'

/** A door key as the start link and the command line write it: 16 bytes in base64url or hex; null when it is none. */
export function readDoorKey(text: string): Bytes | null {
  const trimmed = text.trim()
  const bytes = /^[0-9a-fA-F]{32}$/.test(trimmed) ? fromHex(trimmed.toLowerCase()) : fromBase64Url(trimmed)
  return bytes?.length === 16 ? bytes : null
}
