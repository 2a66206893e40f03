/** From a decoded request to the bytes of its answer, for sockets and HTTP alike. */
import { check } from '../base/check.ts'
import { millis } from '../base/clock.ts'
import { encodeAnswer, encodeAnswerBody, type Answer, type RequestFrame, type RequestName } from '../log/frames.ts'
import type { Answers, Refusal } from '../log/wire.ts'
import { writeAppended } from './append-frames.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Caller, Host } from './host.ts'
import type { No } from './no.ts'
import { answer } from './requests.ts'
import { StoreAway } from './store.ts'

export interface Answered {
  readonly bytes: Bytes
  readonly status: number
}

export interface Answering {
  /** Never rejects. `id` null: over HTTP. */
  answer(caller: Caller, request: RequestFrame, id: number | null): Promise<Answered>
  /** From now on every request is told to come back. */
  shutDown(): void
  /** Resolves when nothing is being answered, or after `within` ms. */
  idle(within: number): Promise<void>
}

/** Said of somebody without the right: too many of them are guesses. */
const guesses: ReadonlySet<Refusal> = new Set(['not-entitled', 'wrong-door-key', 'no-such-invitation', 'no-such-mailbox', 'no-such-record'])

const statusByRefusal: { readonly [Reason in Refusal]: number } = {
  malformed: 400,
  'unknown-request': 400,
  'unknown-version': 400,
  'refused-by-reducer': 400,
  'boxes-do-not-fit': 400,
  'not-entitled': 403,
  'wrong-door-key': 403,
  'no-such-invitation': 403,
  'no-such-mailbox': 403,
  'no-such-record': 403,
  'invitation-expired': 403,
  'lost-the-race': 409,
  'invitation-full': 409,
  'record-exists': 409,
  'hand-back-first': 409,
  forked: 409,
  'too-large': 413,
  'too-often': 429,
  busy: 503,
  'shutting-down': 503,
  'host-full': 507,
  'room-full': 507,
  'mailbox-full': 507,
}

/** No honest app sends what its author did not sign. */
function isGuess({ reason, details }: No): boolean {
  return guesses.has(reason) || (reason === 'refused-by-reducer' && isNamed(details, 'I-SIGNATURE'))
}

function isNamed(details: No['details'], rule: string): boolean {
  return typeof details === 'object' && details !== null && 'rule' in details && details.rule === rule
}

export function statusOf(reason: Refusal): number {
  return statusByRefusal[reason]
}

function encoded(name: RequestName, answered: Answer<RequestName>, id: number | null): Bytes {
  if (answered.ok && name === 'append') return writeAppended(id, answered.value as Answers['append'])
  return id === null ? encodeAnswerBody(name, answered) : encodeAnswer(id, name, answered)
}

export function makeAnswering(host: Host, complain: (text: string) => void): Answering {
  const inside = { busy: 0, isStopping: false, whenIdle: [] as (() => void)[] }

  async function decide(caller: Caller, request: RequestFrame): Promise<Answer<RequestName>> {
    if (inside.isStopping) return { ok: false, reason: 'shutting-down', details: null }
    const { address } = caller
    if (address !== null && !check('S-REQUESTS', host.limits.requests.take(address))) return { ok: false, reason: 'too-often', details: null }
    if (address !== null && !check('S-GUESSES', host.limits.guesses.allows(address))) return { ok: false, reason: 'too-often', details: null }
    try {
      const verdict = await answer(host, caller, request)
      if (verdict.ok) return { ok: true, value: verdict.value }
      if (address !== null && isGuess(verdict.error)) host.limits.guesses.take(address)
      return { ok: false, reason: verdict.error.reason, details: verdict.error.details }
    } catch (error) {
      // A database that went away is told to the asker; anything else is a mistake of ours, which costs this answer and not the server.
      if (!(error instanceof StoreAway))
        complain(`A ${request.name} could not be answered: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return { ok: false, reason: 'busy', details: null }
    }
  }

  return {
    async answer(caller, request, id) {
      inside.busy += 1
      try {
        const answered = await decide(caller, request)
        return { bytes: encoded(request.name, answered, id), status: answered.ok ? 200 : statusOf(answered.reason) }
      } finally {
        inside.busy -= 1
        if (inside.busy === 0) for (const go of inside.whenIdle.splice(0)) go()
      }
    },
    shutDown() {
      inside.isStopping = true
    },
    idle(within) {
      if (inside.busy === 0) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, millis(within))
        inside.whenIdle.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    },
  }
}
