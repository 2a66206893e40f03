import { err, ok, type Result } from '../base/result.ts'
import type { EngineError } from './api.ts'
import { theCommons } from './circle-actions.ts'
import type { Core } from './core.ts'
import { readDoorKey } from './door-key.ts'
import { knowHost } from './known-host.ts'
import { write } from './room-write.ts'

/**
 * A new `host` record: every app believes the receipts of the key it names, and founds rooms with its door key.
 *
 * The receipt key is the one this server says it has. A host that changes it without anybody's word is shown to everyone; a steward's record is that word.
 */
export async function renewHost(core: Core, typed: string | null): Promise<Result<null, EngineError>> {
  const commons = theCommons(core)
  if (!commons.ok) return commons
  const hello = core.transport.hello()
  if (hello === null) return err({ kind: 'offline' })
  // As the server prints it, or the link it stands in.
  const door = typed === null ? core.doorKey : readDoorKey(typed.slice(typed.lastIndexOf('=') + 1))
  if (door === null) return err({ kind: 'host-says-no', reason: 'wrong-door-key' })
  const room = commons.value
  const written = await write(core, {
    room,
    build: (writer) => writer.membership({ op: 'host' }, { op: 'host', host: { origin: core.transport.origin, receiptKey: hello.receiptKey, doorKey: door } }),
  })
  if (!written.ok) return written
  core.doorKey = door
  await knowHost(core, hello.receiptKey)
  if (room.verdict.kind === 'other-receipt-key') room.verdict = { kind: 'fine' }
  core.changed()
  return ok(null)
}
