declare const __HOLDFAST_TAKE_OUT__: string | undefined

/**
 * A safety check with an id: true when `holds`.
 *
 * Each id stands in the `checks.ts` of its folder, and the runner `scripts/mutate-checks.ts` takes out each in turn, in a test build only, to see that a test notices.
 * The constant below exists in no other build: the server and the app are started without it, and a test searches the built files for its name.
 */
export function check(id: string, holds: boolean): boolean {
  if (typeof __HOLDFAST_TAKE_OUT__ === 'string' && __HOLDFAST_TAKE_OUT__ === id) return true
  return holds
}
