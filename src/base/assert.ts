/** Stops the program on a mistake of our own; never used on what a peer or a user sent. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${message}`)
}
