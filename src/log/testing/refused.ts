import type { LogCheck } from '../checks.ts'

/** What a result looks like that this check refused. */
export function refusedBy(rule: LogCheck): { readonly ok: false; readonly error: { readonly rule: LogCheck } } {
  return { ok: false, error: { rule } }
}
