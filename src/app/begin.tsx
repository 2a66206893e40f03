/** Ties the model to a browser's window: address, history, leaving, locking, updates. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Clock } from '../base/clock.ts'
import type { Engine, Settings, Snapshot } from '../client/api.ts'
import { language, setLanguage } from '../texts/language.ts'
import { languageTag } from '../texts/words.ts'
import { mayLock, watchIdle } from './idle.ts'
import { leaveNow, watchForLeaving } from './leave.ts'
import { createModel, type Model } from './model.ts'
import { Root, type LatePractices } from './root.tsx'
import { pathOf, pathOfLink, readArrival } from './router.ts'
import { dressPage, watchUpdates } from './updates.ts'

export interface Ground {
  readonly window: Window
  readonly root: HTMLElement
  readonly engine: Engine
  readonly clock: Clock
  readonly practices: LatePractices
  readonly canKeep: boolean
  /** Null while developing: no service worker stands between. */
  readonly serviceWorker: string | null
}

/** Often enough that a minute means a minute. */
const LOOK_MILLIS = 5000
/** Says that the last thing done here was leaving: the next opening asks for one press. Holds nothing else. */
const LEFT = 'left'

export function begin(ground: Ground): void {
  const { window, root, engine, clock, practices } = ground
  const { document, history, location } = window
  if (window.navigator.languages.find((tag) => /^(en|es)\b/i.test(tag))?.toLowerCase().startsWith('es') === true) setLanguage('es')
  const { arrival, path } = readArrival({ location, history })
  const left = window.sessionStorage.getItem(LEFT) !== null
  window.sessionStorage.removeItem(LEFT)
  const model = createModel({
    engine,
    clock,
    host: location.origin,
    arrival,
    path,
    canKeep: ground.canKeep,
    locked: left && arrival.invitation === null && arrival.doorKey === null,
    went(next) {
      if (pathOf(history.state) !== next) history.pushState({ path: next }, '', '/')
      showFromTop(window)
    },
  })

  dressPage(document.documentElement, () => ({ language: languageTag(language.value), theme: model.snapshot.value?.settings.theme ?? 'system' }))
  watchLinks(window, model)
  watchLocking(window, model, clock)
  const watch = { leaving: false }
  watchForLeaving(document, () => clock.now(), () => {
    if (watch.leaving) return
    watch.leaving = true
    void leave(window, model, root)
  })
  window.addEventListener('beforeunload', (event) => {
    const snapshot = model.snapshot.value
    if (!watch.leaving && snapshot !== null && snapshot.me.keep === 'memory' && snapshot.outbox.length > 0) event.preventDefault()
  })
  if (ground.serviceWorker !== null && 'serviceWorker' in window.navigator) {
    void watchUpdates({
      container: window.navigator.serviceWorker,
      script: ground.serviceWorker,
      reload: () => location.reload(),
      update: model.update,
      mayBeNewer: (look) => whenHostIsBack(model, look),
    }).catch(() => {
      // Without a service worker the app needs a connection to open, and nothing else is missing.
    })
  }
  root.replaceChildren()
  render(<Root model={model} practices={practices} loaded={null} />, root)
  if (model.stage.value.kind === 'starting') void model.begin()
}

/** Whoever runs the host stops it to give it another build. */
function whenHostIsBack(model: Model, call: () => void): void {
  const seen = { gone: false }
  effect(() => {
    const connection = model.snapshot.value?.connection
    if (connection === 'offline') seen.gone = true
    if (connection !== 'live' || !seen.gone) return
    seen.gone = false
    call()
  })
}

async function leave(window: Window, model: Model, root: HTMLElement): Promise<void> {
  const stage = model.stage.value
  const snapshot = model.snapshot.value
  await leaveNow({
    document: window.document,
    replace: (address) => window.location.replace(address),
    remember: () => window.sessionStorage.setItem(LEFT, ''),
    async wipe() {
      render(null, root)
      if (stage.kind === 'knocking') stage.knocking.stop()
      if (stage.kind === 'open') await stage.session.wipe({ forget: false })
    },
    target: () => awayPage(snapshot?.settings ?? null, languageTag(language.value)),
    after: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
  })
}

function awayPage(settings: Settings | null, tongue: 'en' | 'es'): string {
  const page = settings?.leaveTo ?? 'weather'
  return page === 'blank' || tongue === 'en' ? `/away/${page}.html` : `/away/${page}-es.html`
}

function watchLinks(window: Window, model: Model): void {
  window.document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
    const href = event.target.closest('a')?.getAttribute('href') ?? null
    if (href === '#main') {
      // The address stays neutral here too.
      event.preventDefault()
      focusOn(window.document.getElementById('main'))
      return
    }
    const path = pathOfLink(href)
    if (path === null) return
    event.preventDefault()
    model.go(path)
  })
  window.addEventListener('popstate', (event) => {
    model.cameBack(pathOf(event.state))
    showFromTop(window)
  })
  // A link pasted into the address bar of an open page loads nothing by itself, and its secret would stay there to be read.
  window.addEventListener('hashchange', () => window.location.reload())
  // A page put away whole by the browser would come back with what it showed.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload()
  })
}

function watchLocking(window: Window, model: Model, clock: Clock): void {
  const { document } = window
  const idle = watchIdle(clock)
  const look = (): void => {
    const snapshot = model.snapshot.value
    if (snapshot !== null && idle.isTime(snapshot, model.path.value)) model.lock()
  }
  for (const sign of ['pointerdown', 'keydown', 'scroll', 'input']) document.addEventListener(sign, () => idle.touched(), { capture: true, passive: true })
  // Coming in counts as a hand on it.
  effect(() => {
    if (model.stage.value.kind === 'open') idle.touched()
  })
  window.setInterval(look, LOOK_MILLIS)
  document.addEventListener('visibilitychange', () => {
    const away = document.visibilityState === 'hidden'
    // Before the system takes its picture for the app switcher.
    document.documentElement.toggleAttribute('data-away', away)
    if (away) return lockWhenLeft(model, model.snapshot.value)
    look()
    model.refresh()
  })
  // Some systems take the picture on losing focus alone; the page stays as it is for people with two windows.
  window.addEventListener('pagehide', () => document.documentElement.toggleAttribute('data-away', true))
  window.addEventListener('pageshow', (event) => {
    // One that comes back whole is read anew: until then it stays covered.
    if (!event.persisted) document.documentElement.toggleAttribute('data-away', false)
  })
}

function lockWhenLeft(model: Model, snapshot: Snapshot | null): void {
  if (snapshot !== null && snapshot.settings.lockWhenLeft && mayLock(snapshot)) model.lock()
}

function showFromTop(window: Window): void {
  window.requestAnimationFrame(() => {
    window.scrollTo(0, 0)
    focusOn(window.document.querySelector('h1'))
  })
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return
  element.tabIndex = -1
  element.focus({ preventScroll: true })
}
