/**
 * The engine: what an app asks for first. The same code in Node and in the browser; sockets, storage, clock and randomness are arguments.
 */
import type { Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { readHost } from '../circle/reference.ts'
import { cleanName } from '../circle/names.ts'
import { startVerifying } from '../crypto/ed25519.ts'
import type { Engine, EngineError, InvitationSeen, Keep, Knocking, Session } from './api.ts'
import { until, type EngineOrder } from './core.ts'
import { remember, remembered, uncover, type KeptSession } from './device.ts'
import { readDoorKey } from './door-key.ts'
import { connectHost, reachHost, type HostLink } from './host-link.ts'
import { decodePending, encodePending, prepareKnock, seeInvitation, waitToBeLetIn, wordsOf, type Pending, type SeenLink } from './join.ts'
import type { SessionParts } from './session.ts'

export type { EngineOrder } from './core.ts'

const KNOCK_KEY = 'knock'
const OPENING_MILLIS = 20_000

const behindTheDoor = (): Promise<typeof import('./behind-the-door.ts')> => import('./behind-the-door.ts')

interface Listening extends Pick<SessionParts, 'listeners' | 'version'> {
  readonly changed: () => void
}

export function createEngine(engine: EngineOrder): Engine {
  const seenLinks = new WeakMap<InvitationSeen, SeenLink>()

  function listening(): Listening {
    const listeners = new Set<() => void>()
    const version = { count: 0 }
    let isTold = true
    const tell = (): void => {
      isTold = true
      for (const listener of [...listeners]) listener()
    }
    const changed = (): void => {
      version.count += 1
      if (!isTold) return
      isTold = false
      // Many entries of one frame are one change for a screen.
      queueMicrotask(tell)
    }
    return { listeners, changed, version }
  }

  async function sessionOf(parts: Omit<SessionParts, 'drafts' | 'number'>, number: string | null = null): Promise<Session> {
    const { makeSession, openDrafts } = await behindTheDoor()
    return makeSession({ ...parts, number, drafts: await openDrafts(parts.core) })
  }

  async function openKept(kept: KeptSession, keep: Keep, link: HostLink): Promise<SessionParts['core'] & object> {
    const { changed, ...heard } = listening()
    const { goLive, loadRooms, makeCore } = await behindTheDoor()
    const core = await makeCore({ engine, kept, keep, link, changed })
    opened.set(core, heard)
    await loadRooms(core)
    goLive(core, link)
    return core
  }
  const opened = new WeakMap<object, Pick<SessionParts, 'listeners' | 'version'>>()

  async function openWith(host: string, typed: { readonly words: string } | { readonly code: string }, keep: Keep): Promise<Result<Session, EngineError>> {
    const { fetchRecord, unlockTyped } = await behindTheDoor()
    const unlock = await unlockTyped(typed)
    if (!unlock.ok) return unlock
    const origin = readHost(host)
    if (origin === null) return err({ kind: 'host-says-no', reason: 'not-an-address' })
    const reached = await reachHost(engine, origin)
    if (!reached.ok) return reached
    const kept = await fetchRecord(engine, reached.value.transport, unlock.value)
    if (!kept.ok) {
      reached.value.transport.stop()
      return kept
    }
    return comeBack(kept.value, keep, reached.value)
  }

  async function openWithFile(file: Uint8Array, passphrase: string, keep: Keep): Promise<Result<Session, EngineError>> {
    const { accountInFile } = await behindTheDoor()
    const account = await accountInFile(file, passphrase)
    if (!account.ok) return account
    const reached = await reachHost(engine, account.value.personal.host)
    return reached.ok ? comeBack({ ...account.value, deviceKey: engine.random.bytes(32) }, keep, reached.value) : reached
  }

  async function comeBack(kept: KeptSession, keep: Keep, link: HostLink): Promise<Result<Session, EngineError>> {
    // A device that was never here reads its rooms in full: what helps with that gets ready while the host is asked for them.
    void startVerifying()
    const core = await openKept(kept, keep, link)
    await until(core, () => core.connection === 'live' || core.connection === 'offline', OPENING_MILLIS)
    if (keep === 'this-device' && !(await remember(core.store, kept, null, engine.random))) return err({ kind: 'storage-refused' })
    return ok(await sessionOf({ core, kept, ...opened.get(core)! }))
  }

  async function resume(kept: KeptSession, number: string | null = null): Promise<Session> {
    const core = await openKept(kept, 'this-device', connectHost(engine, kept.personal.host))
    // With nothing kept of the circle there is nothing to show before the host answers.
    if (core.commons?.state == null) await until(core, () => core.connection === 'live', OPENING_MILLIS)
    return sessionOf({ core, kept, ...opened.get(core)! }, number)
  }

  function knockAndWait(pending: Pending, words: readonly string[], keep: Keep): Knocking {
    let isGivenUp = false
    const finish = async (): Promise<Result<Session, EngineError>> => {
      const letIn = await waitToBeLetIn(engine, pending, () => isGivenUp)
      if (!letIn.ok) {
        if (letIn.error.kind !== 'offline') await engine.store.remove([KNOCK_KEY])
        return letIn
      }
      const { goLive, moveIn } = await behindTheDoor()
      const { changed, ...heard } = listening()
      const moved = await moveIn(engine, { link: letIn.value, pending, keep, changed })
      if (!moved.ok) {
        letIn.value.transport.stop()
        return moved
      }
      if (keep === 'this-device' && !(await remember(moved.value.core.store, moved.value.kept, null, engine.random))) return err({ kind: 'storage-refused' })
      await engine.store.remove([KNOCK_KEY])
      goLive(moved.value.core, letIn.value)
      return ok(await sessionOf({ ...moved.value, ...heard }))
    }
    return {
      words,
      result: finish(),
      stop: () => {
        isGivenUp = true
        void engine.store.remove([KNOCK_KEY])
      },
    }
  }

  return {
    start: async () => {
      const found = await remembered(engine.store)
      if (found.kind === 'covered') return found
      if (found.kind === 'open') return { kind: 'open', session: await resume(found.session) }
      const knock = await engine.store.get(KNOCK_KEY)
      const pending = knock === null ? null : decodePending(knock)
      if (pending === null) return { kind: 'nothing' }
      return { kind: 'knocking', knocking: knockAndWait(pending, await wordsOf(pending), 'this-device') }
    },

    startCircle: async ({ host, doorKey, circleName, myName, keep }) => {
      const origin = readHost(host)
      const door: Bytes | null = readDoorKey(doorKey)
      const name = cleanName(myName)
      if (origin === null) return err({ kind: 'host-says-no', reason: 'not-an-address' })
      if (door === null) return err({ kind: 'host-says-no', reason: 'wrong-door-key' })
      if (!name.ok) return err({ kind: 'not-possible-any-more', rule: `name-${name.error}` })
      const reached = await reachHost(engine, origin)
      if (!reached.ok) return reached
      const { foundCircle, goLive } = await behindTheDoor()
      const { changed, ...heard } = listening()
      const founded = await foundCircle(engine, { link: reached.value, doorKey: door, circleName, myName: name.value, keep, changed })
      if (!founded.ok) {
        reached.value.transport.stop()
        return founded
      }
      if (keep === 'this-device' && !(await remember(founded.value.core.store, founded.value.kept, null, engine.random)))
        return err({ kind: 'storage-refused' })
      goLive(founded.value.core, reached.value)
      return ok(await sessionOf({ ...founded.value, ...heard }))
    },

    readInvitation: async (fragment) => {
      const seen = await seeInvitation(engine, fragment)
      if (!seen.ok) return seen
      seenLinks.set(seen.value.seen, seen.value)
      return ok(seen.value.seen)
    },

    knock: async (invitation, myName, keep) => {
      const seen = seenLinks.get(invitation)
      if (seen === undefined) return err({ kind: 'link-not-for-this-circle' })
      const pending = await prepareKnock(engine, seen, myName)
      if (!pending.ok) return pending
      if (keep === 'this-device') await engine.store.put([[KNOCK_KEY, encodePending(pending.value)]])
      return ok(knockAndWait(pending.value, await wordsOf(pending.value), keep))
    },

    openWithWords: (host, words, keep) => openWith(host, { words }, keep),
    openWithCode: (host, code, keep) => openWith(host, { code }, keep),
    openWithFile,

    uncover: async (number) => {
      const kept = await uncover(engine.store, number)
      return kept.ok ? ok(await resume(kept.value, number)) : err({ kind: 'wrong-number', triesLeft: kept.error.triesLeft })
    },
  }
}
