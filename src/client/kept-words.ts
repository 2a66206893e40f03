/** Seven words that were made and not shown yet, on this device alone and sealed under its key: they outlive a crash, and go when somebody saw them. */
import * as v from 'valibot'
import type { SealedRecord } from '../account/record.ts'
import type { Core } from './core.ts'
import { openForDevice, sealForDevice } from './device.ts'
import { anyBytes } from './shapes.ts'

const KEY = 'words-not-shown'

export interface KeptWords {
  /** Of the root whose record these words open. */
  readonly epoch: number
  readonly words: readonly string[]
  readonly record: SealedRecord
}

const shape = v.strictObject({
  epoch: v.number(),
  words: v.array(v.string()),
  record: v.strictObject({ address: anyBytes, record: anyBytes, signature: anyBytes }),
})

/** False when the device refuses. */
export async function keepWords(core: Core, epoch: number, words: readonly string[], { address, record, signature }: SealedRecord): Promise<boolean> {
  return core.store.put([[KEY, await sealForDevice(core.deviceKey, { epoch, words, record: { address, record, signature } }, core.order.random)]])
}

export async function keptWords(core: Core): Promise<KeptWords | null> {
  const sealed = await core.store.get(KEY)
  const read = sealed === null ? null : v.safeParse(shape, await openForDevice(core.deviceKey, sealed))
  return read?.success ? read.output : null
}

export async function forgetWords(core: Core): Promise<void> {
  await core.store.remove([KEY])
  core.hasUnseenWords = false
  core.changed()
}
