import { check } from '../base/check.ts'
import { checks, type LogCheck } from './checks.ts'
import type { Stop } from './types.ts'

const sentences: ReadonlyMap<LogCheck, string> = new Map(checks.map(({ id, text }) => [id, text]))

export function stop(rule: LogCheck, seq: number): Stop {
  return { rule, seq, text: sentences.get(rule)! }
}

/** Null when the check `rule` holds for the entry at `seq`, else why the log is read no further. */
export function stopUnless(rule: LogCheck, seq: number, holds: boolean): Stop | null {
  return check(rule, holds) ? null : stop(rule, seq)
}

/** What a newer version may have meant: the app says "update needed" instead of "this host is lying". */
export function needsUpdate(refused: { readonly rule: string }): boolean {
  return ['H-VERSION', 'H-SUITE', 'H-CLASS', 'H-OP'].includes(refused.rule)
}
