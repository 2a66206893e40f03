import type { Bytes } from '../base/bytes.ts'
import type { Elsewhere } from '../crypto/ed25519-many.ts'
import workerAddress from './verify.worker.ts?worker&url'

/** What a worker is sent. */
export interface Verifying {
  readonly number: number
  readonly packed: Bytes
}

/** What it answers: one byte for each signature, 1 for good. */
export interface Verified {
  readonly number: number
  readonly answers: Bytes
}

interface Helper {
  readonly worker: Worker
  readonly asked: Map<number, (answers: Bytes | null) => void>
}

// Two fill the processors of a small phone, and a room of ten thousand entries is verified in a second.
const HELPERS = 2
const IDLE_MILLIS = 10_000

/**
 * Verifies signatures in two workers that start when many are asked for and are ended when nothing comes for ten seconds.
 *
 * Where no worker starts or one breaks, the answer is null, and the page verifies by itself from then on. `script` is what `trustedScripts` gives.
 */
export function verifierInWorkers(script: (url: string) => string): Elsewhere {
  const state: { helpers: readonly Helper[]; isBroken: boolean; count: number; idle: ReturnType<typeof setTimeout> | undefined } = { helpers: [], isBroken: false, count: 0, idle: undefined }

  function end(): void {
    for (const { worker, asked } of state.helpers) {
      worker.terminate()
      for (const answer of asked.values()) answer(null)
    }
    state.helpers = []
  }

  function giveUp(): void {
    state.isBroken = true
    end()
  }

  function startAll(): void {
    try {
      state.helpers = Array.from({ length: HELPERS }, () => startOne(script, giveUp))
    } catch {
      giveUp()
    }
  }

  return async (packed) => {
    if (state.helpers.length === 0 && !state.isBroken) startAll()
    if (state.isBroken) return null
    clearTimeout(state.idle)
    state.idle = setTimeout(end, IDLE_MILLIS)
    state.count += 1
    const { worker, asked } = state.helpers[state.count % state.helpers.length]!
    const number = state.count
    return new Promise((answer) => {
      asked.set(number, answer)
      worker.postMessage({ number, packed } satisfies Verifying, [packed.buffer])
    })
  }
}

function startOne(script: (url: string) => string, giveUp: () => void): Helper {
  const worker = new Worker(script(workerAddress), { type: 'module' })
  const asked: Helper['asked'] = new Map()
  worker.addEventListener('message', ({ data }: MessageEvent<Verified>) => {
    asked.get(data.number)?.(data.answers)
    asked.delete(data.number)
  })
  worker.addEventListener('error', giveUp)
  return { worker, asked }
}
