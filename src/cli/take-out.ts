/** `holdfast export`: a person's own words, with nothing but their seven words or recovery code. The same engine as the app, on a machine of theirs. */
import { systemClock, systemRandom } from '../base/clock.system.ts'
import type { EngineError, Session, Snapshot } from '../client/api.ts'
import { createEngine } from '../client/engine.ts'
import { connectWebSocket } from '../client/socket.ts'
import { memoryStore } from '../client/store.ts'
import { practices } from '../practices/index.ts'
import { err, ok, type Result } from '../base/result.ts'

export interface TakeOutOrder {
  readonly host: string
  /** Seven words, or with `with: 'code'` the recovery code, as typed. */
  readonly secret: string
  readonly with: 'words' | 'code'
  readonly passphrase: string
  /** How long the host may take to show everything. */
  readonly waitMillis: number
}

/** Four words at least, as the app asks for: the file holds the account, and whoever has it can try forever. */
export function isLongEnough(passphrase: string): boolean {
  return passphrase.trim().split(/\s+/).length >= 4
}

/** They say whose words stand in an entry. What would be due by itself is left to the person's own app. */
const whoseWords = practices.map((practice) => ({ ...practice, tidy: () => [] }))

/** Opens the account in memory, waits until every room is here, and makes the file. Nothing is left on this machine but what is returned. */
export async function takeOut(order: TakeOutOrder): Promise<Result<Uint8Array, EngineError>> {
  const engine = createEngine({ connect: connectWebSocket, store: memoryStore(), clock: systemClock, random: systemRandom, practices: whoseWords })
  const opened =
    order.with === 'words' ? await engine.openWithWords(order.host, order.secret, 'memory') : await engine.openWithCode(order.host, order.secret, 'memory')
  if (!opened.ok) return opened
  const session = opened.value
  try {
    if (!(await sees(session, ({ connection }) => connection === 'live', order.waitMillis))) return err({ kind: 'offline' })
    const file = await session.exportMine(order.passphrase.trim())
    return file.ok ? ok(file.value) : file
  } finally {
    session.lock()
  }
}

function sees(session: Session, holds: (now: Snapshot) => boolean, millis: number): Promise<boolean> {
  if (holds(session.snapshot())) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      clearTimeout(timer)
      stop()
      resolve(answer)
    }
    const timer = setTimeout(() => end(false), millis)
    const stop = session.subscribe(() => {
      if (holds(session.snapshot())) end(true)
    })
  })
}

/** One sentence and what to do. */
export function sayWhy(error: EngineError): string {
  switch (error.kind) {
    case 'offline':
      return 'The host does not answer. Nothing was written. Try again when it does.'
    case 'word-not-in-list':
      return `Word ${error.position}, "${error.word}", is not in the list.${error.nearest.length > 0 ? ` Did you mean ${error.nearest.join(', ')}?` : ''}`
    case 'wrong-number-of-words':
      return `There are seven words; these are ${error.count}.`
    case 'words-open-nothing':
      return 'This host has nothing these words or this code open. Look at their order, and at the address of the host.'
    case 'code-mistyped':
      return 'The recovery code is mistyped: it has 26 signs, the last of which checks the others.'
    case 'host-says-no':
      return error.reason === 'not-an-address'
        ? 'The address of the host looks like https://circle.example, without a path.'
        : `The host refused: ${error.reason}.`
    default:
      return `It did not work: ${error.kind}.`
  }
}
