import './styles.ts'
import { systemClock, systemRandom } from '../base/clock.system.ts'
import { createEngine } from '../client/engine.ts'
import { openIndexedDb } from '../client/indexeddb-store.ts'
import { connectWebSocket } from '../client/socket.ts'
import { memoryStore, type Store } from '../client/store.ts'
import { verifyElsewhere } from '../crypto/ed25519.ts'
import { stretchBy } from '../crypto/stretch.ts'
import { setLanguage } from '../texts/language.ts'
import { begin } from './begin.tsx'
import { refuseToStart } from './refuse.tsx'
import { whatIsMissing } from './start-check.ts'
import { stretcherInWorker } from './stretching.ts'
import { trustedScripts } from './trusted.ts'
import { verifierInWorkers } from './verifying.ts'

await start()

async function start(): Promise<void> {
  const root = document.getElementById('app')
  if (root === null) return
  const missing = whatIsMissing({
    isSecureContext: globalThis.isSecureContext,
    crypto: globalThis.crypto,
    WebSocket: globalThis.WebSocket,
    makeCode: () => void new Function(''),
  })
  if (missing !== null) {
    if (navigator.language.startsWith('es')) setLanguage('es')
    return refuseToStart(root, missing)
  }
  const script = trustedScripts(globalThis)
  stretchBy(stretcherInWorker(script))
  verifyElsewhere(verifierInWorkers(script))
  const onDevice = await storeThatKeeps()
  const practices = async () => (await import('../practices/index.ts')).practices
  const engine = createEngine({
    connect: connectWebSocket,
    store: onDevice ?? memoryStore(),
    clock: systemClock,
    random: systemRandom,
    practices,
    appAddress: location.origin,
    locks: navigator.locks,
  })
  begin({ window, root, engine, clock: systemClock, practices, canKeep: onDevice !== null, serviceWorker: __HOLDFAST_VERSION__ === 'dev' ? null : script('/sw.js') })
}

/** Null in windows that open a store and then keep nothing in it. */
async function storeThatKeeps(): Promise<Store | null> {
  const store = await openIndexedDb('notes')
  if (store === null || !(await store.put([['probe', new Uint8Array(1)]]))) return null
  await store.remove(['probe'])
  return store
}
