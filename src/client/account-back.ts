/**
 * After a restore: the vault records, the mailbox and the boxes that are newer than the copy go back to the host.
 *
 * Without this, whose words were made after the copy would find on the next device that they open nothing. Source: PROTOCOL.md sections 5 and 7.
 */
import { fromUtf8, utf8 } from '../base/bytes.ts'
import { mailboxKey } from '../account/root.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import { allRooms, type Core } from './core.ts'
import { handBackBoxes } from './hand-back.ts'
import { myMemberId } from './room.ts'

/** What a server begins with; each restore gives a higher one. */
const FIRST_LIFE = 1

/** Once for each life and device. The host takes the same bytes again as written, so several devices may do it. */
export async function handBackAccount(core: Core): Promise<void> {
  const hello = core.transport.hello()
  if (hello === null || core.doorKey === null) return
  const key = `life ${hello.origin}`
  const known = await core.store.get(key)
  if (known !== null && fromUtf8(known) === String(hello.life)) return
  if (hello.life > FIRST_LIFE && !((await recordsWentBack(core)) && (await mailboxWentBack(core)) && (await boxesWentBack(core)))) return
  await core.store.put([[key, utf8(String(hello.life))]])
}

async function recordsWentBack(core: Core): Promise<boolean> {
  for (const { address, record, signature } of core.folds.get(core.personal.id)?.personal.records ?? []) {
    const door = await doorProof(core.doorKey!, { name: 'vault-write', subject: address, content: record })
    const answer = await core.transport.request('vault-write', { address, record, signature, door })
    if (!answer.ok && answer.error.kind === 'offline') return false
  }
  return true
}

async function boxesWentBack(core: Core): Promise<boolean> {
  for (const room of allRooms(core)) if (!(await handBackBoxes(core, room))) return false
  return true
}

async function mailboxWentBack(core: Core): Promise<boolean> {
  const commons = core.commons
  const me = commons === null ? null : myMemberId(commons)
  const mailbox = commons === null || me === null ? undefined : core.folds.get(commons.id)?.view.mailboxes.get(me)
  if (commons === null || mailbox === undefined) return true
  const keys = await Promise.all(core.roots.map((root) => mailboxKey(root, commons.reference.n, mailbox.counter)))
  const own = keys.find(({ publicKey }) => publicKey.every((byte, at) => byte === mailbox.address[at]))
  const hello = core.transport.hello()
  if (hello === null) return false
  if (own === undefined) return true
  const dropHash = await hashLabelled('drop', mailbox.secret)
  const signature = await own.sign('auth', publishParts(hello.origin, hello.nonce, own.publicKey, dropHash))
  const door = await doorProof(core.doorKey!, { name: 'mail-publish', subject: own.publicKey, content: dropHash })
  const answer = await core.transport.request('mail-publish', { address: own.publicKey, dropHash, signature, door })
  return answer.ok || answer.error.kind !== 'offline'
}
