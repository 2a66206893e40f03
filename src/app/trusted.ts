interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

/**
 * The one policy `hf` of the Content-Security-Policy: it lets through the service worker and this build's own workers, nothing else.
 *
 * Browsers without Trusted Types take the plain string. Called once. Source: PROTOCOL.md section 9.
 */
export function trustedScripts(platform: { readonly trustedTypes?: PolicyFactory; readonly location: { readonly origin: string } }): (url: string) => string {
  const allow = (url: string): string => {
    const whole = new URL(url, platform.location.origin)
    if (whole.origin !== platform.location.origin || !(whole.pathname === '/sw.js' || whole.pathname.startsWith('/assets/'))) throw new TypeError('Not a script of this build.')
    return url
  }
  if (platform.trustedTypes === undefined) return allow
  const policy = platform.trustedTypes.createPolicy('hf', { createScriptURL: allow })
  // The type of the platform says string; it takes what the policy made.
  return (url) => policy.createScriptURL(url) as string
}
