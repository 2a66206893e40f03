import type { Bytes } from '../base/bytes.ts'

/**
 * A file that opens with a passphrase in any `age` program: what a person takes away with them.
 *
 * The library is loaded when it is first needed. Source: PROTOCOL.md section 8; age-encryption.org/v1.
 */
export async function sealFile(plaintext: Uint8Array, passphrase: string): Promise<Bytes> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase.normalize('NFC'))
  return new Uint8Array(await encrypter.encrypt(plaintext))
}

/** Null when the passphrase is another one, or the file was changed or is no `age` file. */
export async function openFile(file: Uint8Array, passphrase: string): Promise<Bytes | null> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase.normalize('NFC'))
  try {
    return new Uint8Array(await decrypter.decrypt(file))
  } catch {
    return null
  }
}
