/** The costly step of verifying signatures, for the page that started it, until it is ended. */
import type { Bytes } from '../base/bytes.ts'
import { equationsOf } from '../crypto/ed25519-many.ts'
import { nativeEquation } from '../crypto/ed25519-native.ts'
import type { Verified, Verifying } from './verifying.ts'

interface Scope {
  addEventListener(name: 'message', listener: (event: { readonly data: Verifying }) => void): void
  postMessage(verified: Verified, handed: readonly Bytes['buffer'][]): void
}

// The types of a page and of a worker cannot stand in one compilation.
const scope = globalThis as unknown as Scope
const equation = nativeEquation(globalThis.crypto.subtle)

scope.addEventListener('message', ({ data: { number, packed } }) => {
  void equationsOf(packed, equation).then(
    (answers) => scope.postMessage({ number, answers }, [answers.buffer]),
    (error: unknown) => reportError(error),
  )
})
