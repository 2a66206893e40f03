import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { verifySignature, verifyUnremembered } from '../crypto/ed25519.ts'
import { authParts } from '../log/auth.ts'
import { isDoorProof } from '../log/door.ts'
import type { Answers, Requests } from '../log/wire.ts'
import { keeping } from './append.ts'
import { today, type Caller, type Host } from './host.ts'
import { no, type No } from './no.ts'
import { SPACE } from './rows.ts'

/** Written once and never changed. Source: PROTOCOL.md section 5. */
export async function vaultWrite(host: Host, asked: Requests['vault-write']): Promise<Result<Answers['vault-write'], No>> {
  const isOurs = await isDoorProof(host.row().doorKey, asked.door, { name: 'vault-write', subject: asked.address, content: asked.record })
  if (!check('S-DOOR', isOurs)) return err(no('wrong-door-key'))
  const signed = await verifySignature(asked.address, asked.signature, 'record', asked.record)
  if (!check('S-RECORD', signed)) return err(no('not-entitled'))
  if (!check('S-QUOTA', host.space.used() + SPACE.record <= host.row().quota.totalBytes)) return err(no('host-full'))
  const written = await keeping(() => host.store.vaultWrite(asked.address, { record: asked.record, signature: asked.signature }, today(host)))
  if (!written.ok) return written
  if (written.value === 'exists') return err(no('record-exists'))
  if (written.value === 'written') host.space.add(SPACE.record)
  return ok(null)
}

/** An address that holds nothing and a wrong signature: the same steps, the same look-up, the same answer. */
export async function vaultRead(host: Host, caller: Caller, asked: Requests['vault-read']): Promise<Result<Answers['vault-read'], No>> {
  const entitled = check('S-VAULT-READ', await isAddressKey(caller, asked, 'read'))
  const row = await host.store.vaultRead(asked.address, entitled)
  return row === null ? err(no('no-such-record')) : ok(row)
}

export async function vaultDelete(host: Host, caller: Caller, asked: Requests['vault-delete']): Promise<Result<Answers['vault-delete'], No>> {
  const entitled = check('S-VAULT-DELETE', await isAddressKey(caller, asked, 'delete'))
  return (await host.store.vaultDelete(asked.address, entitled)) ? ok(null) : err(no('no-such-record'))
}

async function isAddressKey(caller: Caller, asked: Requests['vault-read'], what: 'read' | 'delete'): Promise<boolean> {
  // Without a nonce the signature is still looked at, so that time says nothing.
  const nonce = caller.nonce ?? new Uint8Array(32)
  // An address whose key was seen lately would else be answered a little sooner.
  const signed = await verifyUnremembered(asked.address, asked.signature, 'auth', authParts(caller.origin, nonce, what, asked.address))
  return signed && caller.nonce !== null
}
