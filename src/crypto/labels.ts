import { utf8, type Bytes } from '../base/bytes.ts'

/**
 * Every purpose a key, a hash or a signature is used for. None is the beginning of another, so no message of one purpose can be read as one of another.
 *
 * Source: PROTOCOL.md section 2a.
 */
export const labels = [
  'aad',
  'allbox',
  'auth',
  'batch',
  'bind',
  'body',
  'box',
  'code',
  'consent',
  'door',
  'drop',
  'entry',
  'hedge',
  'hello',
  'inv',
  'kc',
  'kem',
  'knock',
  'leaf',
  'link',
  'loc',
  'mail',
  'mbox',
  'nonce',
  'pair',
  'pop',
  'receipt',
  'record',
  'rk',
  'room',
  'sender',
  'seven-words',
  'share',
  'text',
  'token',
  'vault',
  'words',
  'wrap',
] as const

export type Label = (typeof labels)[number]

const bytesByLabel: ReadonlyMap<Label, Bytes> = new Map(labels.map((name) => [name, utf8(`hf/1/${name}`)]))

/** ASCII `hf/1/` and the name; the same bytes each time, not to be written to. */
export function label(name: Label): Bytes {
  const bytes = bytesByLabel.get(name)
  if (bytes === undefined) throw new Error(`Broken assumption: no label ${name}`)
  return bytes
}
