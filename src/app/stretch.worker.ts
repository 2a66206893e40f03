/** Stretches once, for the page that started it, and is ended by it. */
import type { Bytes } from '../base/bytes.ts'
import { stretchHere } from '../crypto/stretch.ts'
import type { Stretching } from './stretching.ts'

interface Scope {
  addEventListener(name: 'message', listener: (event: { readonly data: Stretching }) => void): void
  postMessage(stretched: Bytes): void
}

// The types of a page and of a worker cannot stand in one compilation.
const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data: { secret, salt } }) => {
  // What goes wrong here shows on the page as an error of the worker, which then stretches by itself.
  void stretchHere(secret, salt).then(
    (stretched) => scope.postMessage(stretched),
    (error: unknown) => reportError(error),
  )
})
