import { stretchHere, type Stretcher } from '../crypto/stretch.ts'
import workerAddress from './stretch.worker.ts?worker&url'

/** What a worker is sent; it answers with the 32 bytes alone. */
export interface Stretching {
  readonly secret: Uint8Array
  readonly salt: Uint8Array
}

/**
 * Stretches words in a worker of its own, so that the page goes on answering for the second it takes; where no worker starts, on this thread after all.
 *
 * The worker is ended each time: its 64 MiB and what it saw of the words go with it. `script` is what `trustedScripts` gives.
 */
export function stretcherInWorker(script: (url: string) => string): Stretcher {
  return async (secret, salt) => (await inWorker(script, { secret, salt })) ?? stretchHere(secret, salt)
}

/** Null when no worker could be had. */
function inWorker(script: (url: string) => string, order: Stretching): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve) => {
    const worker = start(script)
    if (worker === null) return resolve(null)
    const end = (stretched: Uint8Array<ArrayBuffer> | null): void => {
      worker.terminate()
      resolve(stretched)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => end(data instanceof Uint8Array && data.length === 32 ? new Uint8Array(data) : null))
    worker.addEventListener('error', () => end(null))
    worker.postMessage(order)
  })
}

function start(script: (url: string) => string): Worker | null {
  try {
    return new Worker(script(workerAddress), { type: 'module' })
  } catch {
    return null
  }
}
