/** The session as the app drives it: each call does one thing and answers with a value. */
import { err, type Result } from '../base/result.ts'
import { personalBody } from '../circle/personal-entries.ts'
import { fromHex } from '../base/bytes.ts'
import { roomKeyFrom } from '../log/ids.ts'
import type { RoomKey } from '../log/types.ts'
import type { EngineError, Session, Snapshot } from './api.ts'
import { checkWords, makeCode, makeWords } from './account-actions.ts'
import { confirm, inviteByLink, leave, makeSteward, propose, say, setMyName, stepDown, theCommons, withdraw } from './circle-actions.ts'
import { roomOf, type Core } from './core.ts'
import { act } from './deliver.ts'
import { remember, type KeptSession } from './device.ts'
import type { Drafts } from './drafts.ts'
import { exportMine } from './export.ts'
import { acceptRoom, declineRoom, inviteNamed, newAsked, openRoom } from './further-rooms.ts'
import { admit, refuseKnock, revoke } from './knocks.ts'
import { acceptLoss } from './loss.ts'
import { stopCore } from './open-session.ts'
import { newAct } from './outbox.ts'
import { newWords, rekey } from './rekey.ts'
import { renewHost } from './renew-host.ts'
import type { Room } from './room.ts'
import { newSlow, takeSnapshot, textOf } from './snapshot.ts'
import { yesNow } from './yeses.ts'

export interface SessionParts {
  readonly core: Core
  readonly kept: KeptSession
  /** The number that covers this session on the device, while there is one. */
  readonly number: string | null
  readonly drafts: Drafts
  readonly listeners: Set<() => void>
  /** Grows with every change, before listeners hear of it. */
  readonly version: { readonly count: number }
}

const coreBySession = new WeakMap<Session, Core>()

/** What lies under a session: for tests that look at keys and evidence, never for the app. */
export function coreOf(session: Session): Core {
  const core = coreBySession.get(session)
  if (core === undefined) throw new Error('Broken assumption: every session was made here')
  return core
}

export function makeSession(parts: SessionParts): Session {
  const session = sessionOver(parts)
  coreBySession.set(session, parts.core)
  return session
}

function sessionOver({ core, kept, number: coveredBy, drafts, listeners, version }: SessionParts): Session {
  let number = coveredBy
  const slow = newSlow()
  let cached: { readonly of: number; readonly snapshot: Snapshot } | null = null

  async function withCommons<Value>(work: (room: Room) => Promise<Result<Value, EngineError>>): Promise<Result<Value, EngineError>> {
    const commons = theCommons(core)
    return commons.ok ? work(commons.value) : commons
  }

  /** Something of the engine's own for the personal room, that waits in the outbox while there is no connection. */
  async function note(entry: Parameters<typeof personalBody>[0]): Promise<void> {
    const { type, shape, data } = personalBody(entry)
    const id = newAct(core.order.random)
    await core.outbox.add([
      {
        act: id,
        group: id,
        time: core.order.clock.now(),
        titleKey: '',
        order: { to: 'entry', room: core.personal.id, type, shape, data, carried: [], redacts: [] },
        readers: [],
      },
    ])
  }

  return {
    snapshot: () => {
      if (cached?.of !== version.count) cached = { of: version.count, snapshot: takeSnapshot(core, slow, number !== null) }
      return cached.snapshot
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    act: (practice, order) => act(core, practice, order),
    retryOutbox: (actId) => core.outbox.retry(actId),
    takeBack: async (actId) => {
      const item = await core.outbox.take(actId)
      if (item !== null) drafts.save(`${item.titleKey.split('.')[0]}.taken-back`, textOf(item))
    },
    confirmReaders: (actId) => {
      const item = core.outbox.items().find((one) => one.act === actId)
      // Only who was named: whoever came in after the question is asked about anew.
      if (item?.state.kind === 'asks-readers') void core.outbox.release(actId, [...item.readers, ...item.state.joined])
    },

    draft: (key) => drafts.get(key),
    saveDraft: (key, text) => drafts.save(key, text),
    yesNow: (yes) => yesNow(core, yes),

    invite: async ({ guestOf, ...order }) => {
      const room = guestOf === undefined ? core.commons : roomOf(core, guestOf)
      return room === null ? err({ kind: 'not-possible-any-more', rule: 'room-gone' }) : inviteByLink(core, room, { ...order, guest: guestOf !== undefined })
    },
    revokeInvitation: (ik) => {
      const bytes = fromHex(ik)
      const key = bytes?.length === 32 ? roomKeyFrom(bytes) : null
      return key === null ? Promise.resolve(err({ kind: 'not-possible-any-more', rule: 'R-OPEN' })) : withCommons((room) => revoke(core, room, key))
    },
    admit: (knockId) => admit(core, knockId as RoomKey),
    refuseKnock: (knockId) => refuseKnock(core, knockId as RoomKey),
    makeSteward: (member) => makeSteward(core, member),
    stepDown: () => stepDown(core),
    propose: (order) => withCommons((room) => propose(core, room, order)),
    confirm: (proposal) => withCommons((room) => confirm(core, room, proposal)),
    withdraw: (proposal) => withCommons((room) => withdraw(core, room, proposal)),
    leave: async (order) => (core.commons === null ? err({ kind: 'not-possible-any-more', rule: 'no-circle' }) : leave(core, core.commons, order.takeWordsOut)),
    setMyName: (name) => setMyName(core, name),
    setAbout: (about) => say(core, { what: 'about', ...about }),

    showWords: (language) => makeWords(core, language),
    wordsToCheck: () => {
      const asked = core.folds.get(core.personal.id)?.personal.wordsToCheck
      // Not in the session that showed them: they are asked for at the next opening.
      return asked && core.freshWords === null ? [asked.value[0].position, asked.value[1].position] : null
    },
    checkWords: (first, second) => checkWords(core, first, second),
    makeRecoveryCode: () => makeCode(core),
    newWords: (order) => newWords(core, order),
    renewHost: (order) => renewHost(core, order.doorKey),
    rekey: (order) =>
      rekey(core, {
        ...order,
        keep: async (roots) => core.keep !== 'this-device' || remember(core.store, { ...kept, roots }, number, core.order.random),
      }),

    openRoom: (order) => openRoom(core, order),
    acceptRoom: (id) => acceptRoom(core, id),
    inviteToRoom: async ({ room: id, member, ask, mayReadNow }) => {
      const room = roomOf(core, id)
      return room === null ? err({ kind: 'not-possible-any-more', rule: 'room-gone' }) : inviteNamed(core, room, newAsked(core, member, ask), mayReadNow)
    },
    declineRoom: (id) => declineRoom(core, id),

    setNumber: async (chosen) => {
      if (core.keep !== 'this-device' || core.isStopped) return
      if (!(await remember(core.store, { ...kept, roots: core.roots }, chosen, core.order.random))) return
      number = chosen
      core.changed()
    },
    setSettings: (change) => note({ what: 'settings', change }),
    mute: (member, muted) => note({ what: 'mute', member, muted }),
    exportMine: (passphrase) => exportMine(core, passphrase),
    acceptLoss: async (id) => {
      const room = roomOf(core, id)
      return room === null ? err({ kind: 'not-possible-any-more', rule: 'room-gone' }) : acceptLoss(core, room)
    },

    lock: () => {
      drafts.stop()
      stopCore(core)
    },
    wipe: async ({ forget }) => {
      core.isForgotten = forget
      drafts.stop()
      stopCore(core)
      if (forget) await core.store.clear()
      else await core.store.remove((await core.store.list('room/')).map(([key]) => key))
    },
  }
}
