/** Set by the build; see vite.config.ts. */
declare const __HOLDFAST_VERSION__: string
/** In the service worker only: SHA-256 over all other files, as hex. */
declare const __HOLDFAST_BUILD__: string
/** In the service worker only: every other path of the build, `/` among them. */
declare const __HOLDFAST_FILES__: readonly string[]
