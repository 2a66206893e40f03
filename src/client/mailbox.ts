/**
 * The mailbox in the commons: published once, collected on every socket, each letter kept in the personal room before the host may delete it.
 *
 * Source: PROTOCOL.md section 4, mailbox.
 */
import { toHex, type Bytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { mailboxKey } from '../account/root.ts'
import { circleBody } from '../circle/circle-entries.ts'
import { mayRead, openMail, type MailOpened } from '../circle/mail.ts'
import { personalBody } from '../circle/personal-entries.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import type { RoomKey } from '../log/types.ts'
import type { EngineError } from './api.ts'
import type { Core } from './core.ts'
import { write, type Build } from './room-write.ts'
import { myMemberId, type Room } from './room.ts'
import { isCaughtUp } from './folding.ts'

export interface NewMailbox {
  readonly address: Bytes
  readonly secret: Bytes
  readonly counter: number
}

/** Registers an address with the host; the entry that tells the circle of it is `mailboxEntry`. */
export async function registerMailbox(core: Core, commonsNonce: Uint8Array, counter: number): Promise<Result<NewMailbox, EngineError>> {
  const hello = core.transport.hello()
  if (hello === null) return { ok: false, error: { kind: 'offline' } }
  if (core.doorKey === null) return { ok: false, error: { kind: 'host-says-no', reason: 'wrong-door-key' } }
  const key = await mailboxKey(core.roots.at(-1)!, commonsNonce, counter)
  const secret = core.order.random.bytes(16)
  const dropHash = await hashLabelled('drop', secret)
  const signature = await key.sign('auth', publishParts(hello.origin, hello.nonce, key.publicKey, dropHash))
  const door = await doorProof(core.doorKey, { name: 'mail-publish', subject: key.publicKey, content: dropHash })
  const answer = await core.transport.request('mail-publish', { address: key.publicKey, dropHash, signature, door })
  if (!answer.ok) return { ok: false, error: answer.error.kind === 'offline' ? { kind: 'offline' } : { kind: 'host-says-no', reason: answer.error.reason } }
  return ok({ address: key.publicKey, secret, counter })
}

export function mailboxEntry(mailbox: NewMailbox): Build {
  return (writer) => writer.content(circleBody({ what: 'mailbox', ...mailbox }))
}

/** The key of the mailbox the circle knows as mine; null while there is none. */
async function publishedKey(core: Core, commons: Room): Promise<SigningKey | null> {
  const me = myMemberId(commons)
  const mailbox = me === null ? undefined : core.folds.get(commons.id)?.view.mailboxes.get(me)
  if (mailbox === undefined) return null
  for (const root of core.roots) {
    const key = await mailboxKey(root, commons.reference.n, mailbox.counter)
    if (toHex(key.publicKey) === toHex(mailbox.address)) return key
  }
  return null
}

/** Reads what waits and asks to be told of more on this socket. */
export async function collectMail(core: Core): Promise<void> {
  const commons = core.commons
  const hello = core.transport.hello()
  if (commons === null || hello === null) return
  const key = await publishedKey(core, commons)
  if (key === null) return
  const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, 'collect', key.publicKey))
  const answer = await core.transport.request('mail-collect', { address: key.publicKey, signature })
  if (answer.ok) await takeMail(core, key.publicKey, answer.value.items)
}

/** Sessions in which mail came that could not be taken yet. The host tells of it once. */
const waiting = new WeakSet<Core>()

/** Looks again for mail that came while this device was behind the circle, or could not write. */
export async function collectWhatWaited(core: Core): Promise<void> {
  if (core.commons === null || !isCaughtUp(core.commons) || core.transport.hello() === null || !waiting.delete(core)) return
  await collectMail(core)
}

/** Keeps what may be read and has the host delete everything up to there. */
export async function takeMail(core: Core, address: Bytes, items: readonly { readonly number: number; readonly item: Bytes }[]): Promise<void> {
  const commons = core.commons
  const hello = core.transport.hello()
  if (items.length === 0) return
  // Who has just come in may write before their admission is read here: such mail waits until the circle is read.
  if (commons === null || commons.state === null || hello === null || !isCaughtUp(commons)) return void waiting.add(core)
  const letters: Letter[] = []
  for (const { item } of items) {
    const letter = await openItem(core, commons, address, item)
    if (letter !== null) letters.push(letter)
  }
  if (letters.length > 0) {
    const written = await write(core, { room: core.personal, build: (writer) => keepAll(core, letters, writer) })
    if (!written.ok) return void waiting.add(core)
  }
  const key = await publishedKey(core, commons)
  if (key === null || toHex(key.publicKey) !== toHex(address)) return
  const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, 'collect', key.publicKey))
  await core.transport.request('mail-collected', { address, upTo: Math.max(...items.map(({ number }) => number)), signature })
}

/** A letter and the key of mine it was sent to. */
interface Letter extends MailOpened {
  readonly owner: RoomKey
}

async function keepAll(core: Core, letters: readonly Letter[], writer: Parameters<Build>[0]): Promise<void> {
  const kept = core.folds.get(core.personal.id)?.personal.letters
  for (const { owner, from, content, signature, act } of letters) {
    // Collected once more after a crash, or by another device of mine.
    if (kept?.has(`${from}:${toHex(act)}`) !== true) await writer.content(personalBody({ what: 'kept', owner, from, content, signature }))
  }
}

async function openItem(core: Core, commons: Room, address: Bytes, item: Bytes): Promise<Letter | null> {
  const muted = core.folds.get(core.personal.id)?.personal.muted ?? new Set()
  for (const identity of commons.identities) {
    const opened = await openMail({ circle: commons.id, owner: identity.rkHex, kem: identity.kem, address }, item)
    if (!opened.ok) continue
    if (commons.state === null || mayRead(opened.value, commons.state, muted) === null) return null
    return { ...opened.value, owner: identity.rkHex }
  }
  return null
}
