/** Waits until `look` finds something; what it found, or null after `seconds`. Looks by the clock, since not all that is waited for is told of. */
export async function eventually<Value>(look: () => Value | null | undefined | false, seconds: number): Promise<Value | null> {
  const until = performance.now() + seconds * 1_000
  for (;;) {
    const found = look()
    if (found !== null && found !== undefined && found !== false) return found
    if (performance.now() > until) return null
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
