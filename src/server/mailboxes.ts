import { toHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { isDoorProof } from '../log/door.ts'
import { LIMITS, type Answers, type Requests } from '../log/wire.ts'
import { keeping } from './append.ts'
import type { Caller, Host } from './host.ts'
import { no, type No } from './no.ts'
import { SPACE } from './rows.ts'

/** Source: PROTOCOL.md section 4, Mailbox. */
export async function mailPublish(host: Host, caller: Caller, asked: Requests['mail-publish']): Promise<Result<Answers['mail-publish'], No>> {
  const isOurs = await isDoorProof(host.row().doorKey, asked.door, { name: 'mail-publish', subject: asked.address, content: asked.dropHash })
  if (!check('S-DOOR', isOurs)) return err(no('wrong-door-key'))
  if (caller.nonce === null) return err(no('not-entitled'))
  const signed = await verifySignature(asked.address, asked.signature, 'auth', publishParts(caller.origin, caller.nonce, asked.address, asked.dropHash))
  if (!check('S-PUBLISH', signed)) return err(no('not-entitled'))
  if (!check('S-QUOTA', host.space.used() + SPACE.mailbox <= host.row().quota.totalBytes)) return err(no('host-full'))
  const published = await keeping(() => host.store.publishMailbox(asked.address, asked.dropHash))
  if (!published.ok) return published
  if (published.value) host.space.add(SPACE.mailbox)
  return ok(null)
}

/** No token: the server does not learn who writes to whom. An unknown mailbox and a wrong secret get one answer. */
export async function mailDrop(host: Host, asked: Requests['mail-drop']): Promise<Result<Answers['mail-drop'], No>> {
  const address = toHex(asked.address)
  // Only what is taken is counted: else a stranger who knows the address could keep everybody else from it.
  if (!host.limits.drops.allows(address)) return err(no('too-often'))
  if (!check('S-QUOTA', host.space.used() + LIMITS.mailItemBytes <= host.row().quota.totalBytes)) return err(no('host-full'))
  const dropHash = await hashLabelled('drop', asked.secret)
  const dropped = await keeping(() => host.store.dropMail(asked.address, dropHash, asked.item, LIMITS.mailboxItems))
  if (!dropped.ok) return dropped
  switch (dropped.value.outcome) {
    case 'none':
      return err(no('no-such-mailbox'))
    case 'full':
      return err(no('mailbox-full'))
    case 'taken':
      host.limits.drops.take(address)
      host.space.add(LIMITS.mailItemBytes)
      host.store.tell([{ kind: 'mail', address }])
      host.live.mailed(asked.address)
      return ok(null)
  }
}

export async function mailCollect(host: Host, caller: Caller, asked: Requests['mail-collect']): Promise<Result<Answers['mail-collect'], No>> {
  if (!check('S-COLLECT', await mayCollect(caller, asked))) return err(no('not-entitled'))
  caller.socket?.collect(asked.address)
  return ok({ items: await host.store.mail(asked.address) })
}

export async function mailCollected(host: Host, caller: Caller, asked: Requests['mail-collected']): Promise<Result<Answers['mail-collected'], No>> {
  if (!check('S-COLLECT', await mayCollect(caller, asked))) return err(no('not-entitled'))
  await host.store.mailCollected(asked.address, Math.min(asked.upTo, 4_294_967_295))
  return ok(null)
}

async function mayCollect(caller: Caller, asked: Requests['mail-collect']): Promise<boolean> {
  return caller.nonce !== null && verifySignature(asked.address, asked.signature, 'auth', authParts(caller.origin, caller.nonce, 'collect', asked.address))
}
