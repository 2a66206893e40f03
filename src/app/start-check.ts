/** Why the app does not start, or null. */
export type Missing = 'policy' | 'secure' | 'browser'

export interface Platform {
  readonly isSecureContext: boolean
  readonly crypto: { readonly subtle?: unknown } | undefined
  readonly indexedDB?: unknown
  readonly WebSocket?: unknown
  /** Tries to make code out of a text, as injected code would; throws where the server's policy holds. */
  makeCode(): void
}

/**
 * Looks at the ground before anything is opened.
 *
 * Without the Content-Security-Policy header foreign code could run beside the words, so the app refuses: attack G03, PROTOCOL.md section 9.
 */
export function whatIsMissing(platform: Platform): Missing | null {
  if (!platform.isSecureContext) return 'secure'
  if (platform.crypto?.subtle === undefined || platform.WebSocket === undefined || !('withResolvers' in Promise) || !('toSorted' in Array.prototype)) return 'browser'
  try {
    platform.makeCode()
  } catch {
    return null
  }
  return 'policy'
}
