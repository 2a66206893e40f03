/**
 * What the pages stand on: which stage the person is in, the newest snapshot, and where they are.
 *
 * Everything the platform does (history, storage, clock) comes in as an argument, so that a test drives the same code without a browser.
 */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Clock } from '../base/clock.ts'
import type { Engine, InvitationSeen, Keep, Knocking, Session, Snapshot, StartState } from '../client/api.ts'
import { language, setLanguage } from '../texts/language.ts'
import { languageTag } from '../texts/words.ts'
import type { Drafts } from '../ui/draft.ts'
import type { AnyError } from './problems.ts'

export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'outside' }
  /** Keys left memory; one press or the number opens again. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'covered'; readonly triesLeft: number }
  | { readonly kind: 'knocking'; readonly knocking: Knocking; readonly keep: Keep }
  | { readonly kind: 'open'; readonly session: Session }

/** What came in behind `#` when the page was opened; read once, then gone from the address. */
export interface Arrival {
  readonly doorKey: string | null
  readonly invitation: string | null
}

export interface Model {
  readonly engine: Engine
  readonly clock: Clock
  readonly host: string
  /** False where the browser keeps nothing: then nobody is offered to stay open here. */
  readonly canKeep: boolean
  readonly stage: ReadonlySignal<Stage>
  readonly snapshot: ReadonlySignal<Snapshot | null>
  readonly path: ReadonlySignal<string>
  readonly arrival: Signal<Arrival>
  /** What failed and stands above the page; turned into words where it is shown, in the language of the moment. */
  readonly problem: Signal<AnyError | null>
  /** A newer version waits; set by the service worker's part. */
  readonly update: Signal<(() => void) | null>
  /** The link of the meeting that was just opened, until the circle shows it itself. */
  readonly meetingLink: Signal<string | null>
  /** Boxes before there is a session: kept as long as the page is open, and nowhere else. */
  readonly beforeSession: Drafts
  go(path: string): void
  /** Reads the snapshot anew: a new day may have begun while nobody looked. */
  refresh(): void
  /** The browser's own back and forward. */
  cameBack(path: string): void
  /** Asks the engine what this device remembers. */
  begin(): Promise<void>
  enter(session: Session, path: string): void
  knock(invitation: InvitationSeen, name: string, keep: Keep): Promise<AnyError | null>
  giveUpKnock(): void
  lock(): void
  /** To the first page, without a session. */
  outside(path: string): void
  report(error: AnyError): void
}

const outsidePaths = ['new', 'invited', 'open']

export function createModel(order: {
  readonly engine: Engine
  readonly clock: Clock
  readonly host: string
  readonly arrival: Arrival
  readonly path: string
  readonly locked: boolean
  readonly canKeep: boolean
  readonly went: (path: string) => void
}): Model {
  const stage = signal<Stage>(order.locked ? { kind: 'locked' } : { kind: 'starting' })
  const snapshot = signal<Snapshot | null>(null)
  const path = signal(order.path)
  const problem = signal<AnyError | null>(null)
  const stopListening: (() => void)[] = []
  const kept = new Map<string, string>()
  const meetingLink = signal<string | null>(null)
  const arrival = signal(order.arrival)

  function go(next: string): void {
    problem.value = null
    path.value = next
    order.went(next)
  }

  /** Whoever is in finds Today where the pages before the door were. */
  function pathInside(to: string): string {
    return outsidePaths.includes(to) ? '' : to
  }

  function release(): void {
    for (const stop of stopListening.splice(0)) stop()
    snapshot.value = null
    meetingLink.value = null
  }

  function enter(session: Session, next: string): void {
    release()
    // The next hand on this phone finds the boxes before the door empty, whatever locked it.
    kept.clear()
    arrival.value = { ...arrival.value, doorKey: null }
    // Whoever comes in for the first time brings the language chosen at the door.
    const chosen = languageTag(language.value)
    if (next === 'welcome' && session.snapshot().settings.language !== chosen) void session.setSettings({ language: chosen })
    const look = (): void => {
      const seen = session.snapshot()
      snapshot.value = seen
      setLanguage(seen.settings.language)
    }
    stopListening.push(session.subscribe(look))
    look()
    stage.value = { kind: 'open', session }
    go(next)
  }

  function wait(knocking: Knocking, keep: Keep): void {
    stage.value = { kind: 'knocking', knocking, keep }
    void knocking.result.then((result) => {
      const now = stage.value
      if (now.kind !== 'knocking' || now.knocking !== knocking) return
      if (result.ok) return enter(result.value, 'welcome')
      stage.value = { kind: 'outside' }
      go('invited')
      problem.value = result.error
    })
  }

  function arrive(state: StartState): void {
    switch (state.kind) {
      case 'nothing':
        stage.value = { kind: 'outside' }
        return
      case 'covered':
        stage.value = state
        return
      case 'open':
        return enter(state.session, pathInside(path.value))
      case 'knocking':
        return wait(state.knocking, 'this-device')
    }
  }

  return {
    engine: order.engine,
    clock: order.clock,
    host: order.host,
    canKeep: order.canKeep,
    stage,
    snapshot,
    path,
    arrival,
    problem,
    update: signal(null),
    meetingLink,
    beforeSession: { draft: (key) => kept.get(key) ?? '', saveDraft: (key, text) => void kept.set(key, text) },
    go,
    refresh() {
      if (stage.value.kind === 'open') snapshot.value = stage.value.session.snapshot()
    },
    cameBack(to) {
      problem.value = null
      path.value = stage.value.kind === 'open' ? pathInside(to) : to
    },
    async begin() {
      const wasLocked = stage.value.kind === 'locked'
      const state = await order.engine.start()
      arrive(state)
      // On a device that forgets, only the words open again.
      if (wasLocked && state.kind === 'nothing') go('open')
    },
    enter,
    async knock(invitation, name, keep) {
      const result = await order.engine.knock(invitation, name, keep)
      if (!result.ok) return result.error
      wait(result.value, keep)
      return null
    },
    giveUpKnock() {
      if (stage.value.kind !== 'knocking') return
      stage.value.knocking.stop()
      stage.value = { kind: 'outside' }
      go('')
    },
    lock() {
      if (stage.value.kind !== 'open') return
      const { session } = stage.value
      release()
      stage.value = { kind: 'locked' }
      session.lock()
    },
    outside(next) {
      release()
      stage.value = { kind: 'outside' }
      go(next)
    },
    report(error) {
      problem.value = error
    },
  }
}
