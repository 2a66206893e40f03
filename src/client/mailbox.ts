/**
 * The mailbox in the commons: published once, collected on every socket, each letter kept in the personal room before the host may delete it.
 *
 * Source: PROTOCOL.md section 4, mailbox.
 */
import { toHex, type Bytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { mailboxKey, type Root } from '../account/root.ts'
import { circleBody } from '../circle/circle-entries.ts'
import { mayRead, openMail, type MailOpened } from '../circle/mail.ts'
import { personalBody } from '../circle/personal-entries.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import type { MemberId, RoomKey } from '../log/types.ts'
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
  const key = await mailboxKey(core.roots.at(-1)!, commonsNonce, counter)
  const secret = core.order.random.bytes(16)
  const registered = await register(core, key, secret)
  return registered.ok ? ok({ address: key.publicKey, secret, counter }) : registered
}

async function register(core: Core, key: SigningKey, secret: Bytes): Promise<Result<null, EngineError>> {
  const hello = core.transport.hello()
  if (hello === null) return { ok: false, error: { kind: 'offline' } }
  if (core.doorKey === null) return { ok: false, error: { kind: 'host-says-no', reason: 'wrong-door-key' } }
  const dropHash = await hashLabelled('drop', secret)
  const signature = await key.sign('auth', publishParts(hello.origin, hello.nonce, key.publicKey, dropHash))
  const door = await doorProof(core.doorKey, { name: 'mail-publish', subject: key.publicKey, content: dropHash })
  const answer = await core.transport.request('mail-publish', { address: key.publicKey, dropHash, signature, door })
  if (!answer.ok) return { ok: false, error: answer.error.kind === 'offline' ? { kind: 'offline' } : { kind: 'host-says-no', reason: answer.error.reason } }
  return ok(null)
}

export function mailboxEntry(mailbox: NewMailbox): Build {
  return (writer) => writer.content(circleBody({ what: 'mailbox', ...mailbox }))
}

interface MyMailbox {
  readonly counter: number
  readonly secret: Bytes
  /** Of the root it was made from. */
  readonly root: Root
  readonly key: SigningKey
}

/** The mailbox the circle knows as mine; null while there is none. */
async function publishedMailbox(core: Core, commons: Room): Promise<MyMailbox | null> {
  const me = myMemberId(commons)
  const mailbox = me === null ? undefined : core.folds.get(commons.id)?.view.mailboxes.get(me)
  if (mailbox === undefined) return null
  for (const root of core.roots) {
    const key = await mailboxKey(root, commons.reference.n, mailbox.counter)
    if (toHex(key.publicKey) === toHex(mailbox.address)) return { ...mailbox, root, key }
  }
  return null
}

/** Of it and of the one before: who has not heard of the new one yet still writes there. */
async function collectedKeys(core: Core, commons: Room): Promise<readonly SigningKey[]> {
  const mine = await publishedMailbox(core, commons)
  if (mine === null) return []
  return mine.counter === 0 ? [mine.key] : [mine.key, await mailboxKey(mine.root, commons.reference.n, mine.counter - 1)]
}

/** Reads what waits and asks to be told of more on this socket. */
export async function collectMail(core: Core): Promise<void> {
  const commons = core.commons
  const hello = core.transport.hello()
  if (commons === null || hello === null) return
  const mine = await publishedMailbox(core, commons)
  // It was told of before it was registered: a device may have died between the two.
  if (mine !== null && mine.counter > 0) await register(core, mine.key, mine.secret)
  for (const key of await collectedKeys(core, commons)) {
    const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, 'collect', key.publicKey))
    const answer = await core.transport.request('mail-collect', { address: key.publicKey, signature })
    if (answer.ok) await takeMail(core, key.publicKey, answer.value.items)
  }
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
  let signed = 0
  for (const { item } of items) {
    const letter = await openItem(commons, address, item)
    if (letter === null || commons.state === null || !commons.state.byKey.has(letter.from)) continue
    signed += 1
    if (mayRead(letter, commons.state, mutedBy(core)) !== null) letters.push(letter)
  }
  if (letters.length > 0) {
    const written = await write(core, { room: core.personal, build: (writer) => keepAll(core, letters, writer) })
    if (!written.ok) return void waiting.add(core)
  }
  const key = (await collectedKeys(core, commons)).find(({ publicKey }) => toHex(publicKey) === toHex(address))
  if (key === undefined) return
  const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, 'collect', key.publicKey))
  await core.transport.request('mail-collected', { address, upTo: Math.max(...items.map(({ number }) => number)), signature })
  // Who is muted is not told, so what they send moves nothing that they could see.
  const strange = (junk.get(core) ?? 0) + items.length - signed
  junk.set(core, strange)
  if (strange >= FLOOD) await moveMailbox(core, commons)
}

const MAILBOX = 'circle.mailbox'
// Half of what a mailbox holds.
const FLOOD = 32
const MOVES_EVERY_MILLIS = 86_400_000

/** How much came in a session that nobody here had signed. */
const junk = new WeakMap<Core, number>()

/**
 * A new address and secret, told to whoever is in the circle now: somebody who was put out knows the old ones, and could keep every letter away by filling it.
 *
 * Once a day at most, since whoever is here reads of the new one too. It is told before it is registered, so that of two devices one moves.
 */
async function moveMailbox(core: Core, commons: Room): Promise<void> {
  const before = await publishedMailbox(core, commons)
  if (before === null || isYoung(core, commons)) return
  const counter = before.counter + 1
  const key = await mailboxKey(core.roots.at(-1)!, commons.reference.n, counter)
  const moved = { address: key.publicKey, secret: core.order.random.bytes(16), counter }
  const written = await write(core, {
    room: commons,
    build: async (writer) => {
      if ((await publishedMailbox(core, commons))?.counter === before.counter) await mailboxEntry(moved)(writer)
    },
  })
  if (!written.ok) return
  junk.delete(core)
  await collectMail(core)
}

function isYoung(core: Core, commons: Room): boolean {
  const me = myMemberId(commons)
  const told = commons.entries.findLast(({ by, body }) => by === me && body.kind === 'open' && body.plaintext.type === MAILBOX)
  return told?.body.kind === 'open' && told.body.plaintext.claimedTime > core.order.clock.now() - MOVES_EVERY_MILLIS
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

function mutedBy(core: Core): ReadonlySet<MemberId> {
  return core.folds.get(core.personal.id)?.personal.muted ?? new Set()
}

async function openItem(commons: Room, address: Bytes, item: Bytes): Promise<Letter | null> {
  for (const identity of commons.identities) {
    const opened = await openMail({ circle: commons.id, owner: identity.rkHex, kem: identity.kem, address }, item)
    if (opened.ok) return { ...opened.value, owner: identity.rkHex }
  }
  return null
}
