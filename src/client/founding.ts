/** The two ways in which a person's rooms begin: starting a circle, and having been let into one. */
import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { newRoot } from '../account/root.ts'
import { circleBody } from '../circle/circle-entries.ts'
import { personalBody, type MyRoom } from '../circle/personal-entries.ts'
import type { Policy } from '../log/types.ts'
import type { EngineError, Keep } from './api.ts'
import { beginRoom, newReference, openAndRead } from './begin-room.ts'
import { identitiesOf } from './identities.ts'
import type { Core, EngineOrder } from './core.ts'
import type { KeptSession } from './device.ts'
import type { HostLink } from './host-link.ts'
import type { Pending } from './join.ts'
import { collectMail, mailboxEntry, registerMailbox } from './mailbox.ts'
import { adopt } from './adopt.ts'
import { listenOn, makeCore, noteMe, stopCore } from './open-session.ts'
import { write } from './room-write.ts'
import { emptyRoom, newestSeq, type Room } from './room.ts'

const personalPolicy: Policy = { history: 'none', admit: 'words', owned: true }
const commonsPolicy: Policy = { history: 'all', admit: 'words', owned: false }

/** A session of somebody who has no room yet; their personal room has its name and is not founded. */
async function newCore(
  engine: EngineOrder,
  order: {
    readonly keep: Keep
    readonly link: HostLink
    readonly root: KeptSession['roots'][number]
    readonly doorKey: Bytes
    readonly receiptKey: Bytes | null
    readonly changed: () => void
  },
): Promise<{ readonly core: Core; readonly kept: KeptSession }> {
  const personal = await newReference({ roots: [order.root], order: engine }, order.link.transport.origin, personalPolicy)
  const kept = { personal, roots: [order.root], deviceKey: engine.random.bytes(32) }
  const core = await makeCore({
    engine,
    kept,
    keep: order.keep,
    link: order.link,
    receiptKey: order.receiptKey,
    doorKey: order.doorKey,
    changed: order.changed,
  })
  listenOn(core, order.link)
  return { core, kept }
}

function foundPersonal(core: Core, rooms: readonly MyRoom[]): Promise<Result<null, EngineError>> {
  return beginRoom(core, {
    room: core.personal,
    policy: personalPolicy,
    purpose: '',
    founder: async () => ({ bind: null, words: '', name: null }),
    build: (writer) => writer.content(personalBody({ what: 'rooms', rooms })),
  })
}

/** A circle of one: its commons with the host's record, the founder's name and mailbox, and the founder's personal room. */
export async function foundCircle(
  engine: EngineOrder,
  order: {
    readonly link: HostLink
    readonly doorKey: Bytes
    readonly circleName: string
    readonly myName: string
    readonly keep: Keep
    readonly changed: () => void
  },
): Promise<Result<{ readonly core: Core; readonly kept: KeptSession }, EngineError>> {
  const { transport } = order.link
  const hello = transport.hello()
  if (hello === null) return { ok: false, error: { kind: 'offline' } }
  const { core, kept } = await newCore(engine, { ...order, root: newRoot(0, engine.random), receiptKey: hello.receiptKey })
  const reference = await newReference(core, transport.origin, commonsPolicy)
  const commons = emptyRoom(reference, 'commons', await identitiesOf(core.roots, reference.n, 0))
  const mailbox = await registerMailbox(core, reference.n, 0)
  if (!mailbox.ok) return mailbox
  const founded = await beginRoom(core, {
    room: commons,
    policy: commonsPolicy,
    purpose: order.circleName,
    founder: async () => ({ bind: null, words: '', name: null }),
    build: async (writer) => {
      await writer.membership({ op: 'host' }, { op: 'host', host: { origin: transport.origin, receiptKey: hello.receiptKey, doorKey: order.doorKey } })
      await writer.content(circleBody({ what: 'name', name: order.myName }))
      await mailboxEntry(mailbox.value)(writer)
    },
  })
  if (!founded.ok) return founded
  const personal = await foundPersonal(core, [{ ...reference, kind: 'commons', circle: reference.roomId, state: 'in' }])
  if (!personal.ok) return personal
  adopt(core, commons)
  await settleIn(core, commons)
  return ok({ core, kept })
}

/** After a steward let them in: their personal room, their own name, which is the one that counts, and in a circle their mailbox. */
export async function moveIn(
  engine: EngineOrder,
  order: { readonly link: HostLink; readonly pending: Pending; readonly keep: Keep; readonly changed: () => void },
): Promise<Result<{ readonly core: Core; readonly kept: KeptSession }, EngineError>> {
  const { pending } = order
  const { doorKey, receiptKey, roomId, host } = pending.link
  const { core, kept } = await newCore(engine, { ...order, root: pending.root, doorKey, receiptKey })
  const isGuest = pending.link.kind === 'guest'
  const mine: MyRoom = { host, roomId, n: pending.n, j: 0, kind: isGuest ? 'further' : 'commons', circle: isGuest ? null : roomId, state: 'in' }
  const personal = await foundPersonal(core, [mine])
  if (!personal.ok) return personal
  const room = emptyRoom({ host, roomId, n: pending.n, j: 0 }, mine.kind, await identitiesOf(core.roots, pending.n, 0))
  adopt(core, room)
  await settleIn(core, room)
  // The link named an entry, and with it everything before: what is read as a member must pass through it too.
  if (
    !check(
      'CL-LINK',
      room.entries.some(({ link }) => link.startsWith(toHex(pending.link.head16))),
    )
  ) {
    stopCore(core)
    return err({ kind: 'host-lies', rule: 'CL-LINK', seq: newestSeq(room) })
  }
  const mailbox = isGuest ? null : await registerMailbox(core, pending.n, 0)
  if (mailbox !== null && !mailbox.ok) return mailbox
  const written = await write(core, {
    room,
    build: async (writer) => {
      await writer.content(circleBody({ what: 'name', name: pending.name }))
      if (mailbox !== null) await mailboxEntry(mailbox.value)(writer)
    },
  })
  if (!written.ok) return written
  await collectMail(core)
  return ok({ core, kept })
}

async function settleIn(core: Core, room: Room): Promise<void> {
  await openAndRead(core, [core.personal])
  await openAndRead(core, [room])
  await noteMe(core)
}
