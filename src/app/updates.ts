import { effect, type Signal } from '@preact/signals'

/**
 * Registers the service worker and tells when a newer build waits.
 *
 * A build that waits when the page opens takes over at once, since nothing was typed yet; later only a press does it. Either way the page reloads whole: no page runs the code of two builds.
 */
export async function watchUpdates(order: {
  readonly container: ServiceWorkerContainer
  readonly script: string
  readonly reload: () => void
  readonly update: Signal<(() => void) | null>
  /** Calls what it is given whenever the host may have another build than before: a page that is never loaded anew would be told by nobody. */
  readonly mayBeNewer: (look: () => void) => void
}): Promise<void> {
  const { container, update } = order
  const controlled = { before: container.controller !== null }
  container.addEventListener('controllerchange', () => {
    // The first worker of a first visit takes nothing over.
    if (controlled.before) order.reload()
    controlled.before = true
  })
  const registration = await container.register(order.script, { updateViaCache: 'none' })
  if (registration.waiting !== null && controlled.before) return takeOver(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller !== null) update.value = () => takeOver(worker)
    })
  })
  order.mayBeNewer(() => {
    // A host that cannot be reached has nothing newer to give.
    void registration.update().catch(() => undefined)
  })
}

function takeOver(worker: ServiceWorker): void {
  worker.postMessage('take-over')
}

/** Sets the language, direction and theme of the page whenever they change. */
export function dressPage(root: HTMLElement, chosen: () => { readonly language: string; readonly theme: 'system' | 'light' | 'dark' }): () => void {
  return effect(() => {
    const { language, theme } = chosen()
    root.lang = language
    root.dir = 'ltr'
    if (theme === 'system') root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', theme)
  })
}
