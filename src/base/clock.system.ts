import { millis, type Clock, type Random } from './clock.ts'

/** The machine's clock; only entry points (app, server, cli) hand it on. */
export const systemClock: Clock = { now: () => millis(Date.now()), zone: () => millis(-new Date().getTimezoneOffset() * 60_000) }

/** The platform's random generator; only entry points hand it on. */
export const systemRandom: Random = { bytes: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)) }
