/**
 * Keeps one whole build on the device, so that the app opens without a connection and never mixes two versions (attack G10).
 *
 * A new build waits until the last page of the old one is closed, or until somebody presses Reload. What the server answers is never kept here: only the files of the build.
 */

interface Waiting {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface Scope {
  readonly location: { readonly origin: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(name: 'message', listener: (event: { readonly data: unknown }) => void): void
}

// The types of a page and of a service worker cannot stand in one compilation.
const scope = globalThis as unknown as Scope
const PREFIX = 'notes-'
const here = PREFIX + __HOLDFAST_BUILD__
const files = new Set(__HOLDFAST_FILES__)

scope.addEventListener('install', (event) => {
  event.waitUntil(keepBuild())
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers())
})

scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') void scope.skipWaiting()
})

scope.addEventListener('fetch', (event) => {
  const path = pathInBuild(event.request)
  if (path !== null) event.respondWith(fromBuild(path, event.request))
})

async function keepBuild(): Promise<void> {
  const cache = await caches.open(here)
  // Past the browser's own cache, so that no file of another build slips in.
  await cache.addAll([...files].map((path) => new Request(path, { cache: 'reload' })))
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== here).map((name) => caches.delete(name)))
  await scope.clients.claim()
}

function pathInBuild(request: Request): string | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return null
  if (files.has(url.pathname)) return url.pathname
  return request.mode === 'navigate' && url.pathname === '/join' ? '/' : null
}

async function fromBuild(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(here)
  return (await cache.match(path)) ?? fetch(request)
}
