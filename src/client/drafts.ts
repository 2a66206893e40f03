/** Unsent words: kept on this device at once, and in the personal room within half a minute, where every device of mine finds them. */
import { utf8 } from '../base/bytes.ts'
import * as v from 'valibot'
import { personalBody } from '../circle/personal-entries.ts'
import type { Core } from './core.ts'
import { openForDevice, sealForDevice } from './device.ts'
import { write } from './room-write.ts'

export interface Drafts {
  get(key: string): string
  save(key: string, text: string): void
  /** Writes what waits into the room now; for closing. */
  flush(): Promise<void>
  stop(): void
}

const PREFIX = 'draft/'
const IN_ROOM_AFTER_MILLIS = 20_000
const LONGEST_BYTES = 49_152

const keptShape = v.strictObject({ key: v.string(), text: v.string() })

export async function openDrafts(core: Core): Promise<Drafts> {
  // Newer than what the room has.
  const unsaved = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  for (const [, sealed] of await core.store.list(PREFIX)) {
    const read = v.safeParse(keptShape, await openForDevice(core.deviceKey, sealed))
    if (read.success) unsaved.set(read.output.key, read.output.text)
  }

  const inRoom = (key: string): string => core.folds.get(core.personal.id)?.personal.drafts.get(key)?.value ?? ''

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const waiting = [...unsaved].filter(([key, text]) => inRoom(key) !== text)
    if (waiting.length === 0 || core.transport.hello() === null) return
    const written = await write(core, {
      room: core.personal,
      build: async (writer) => {
        const replaced: number[] = []
        for (const [key, text] of waiting) {
          const standing = core.folds.get(core.personal.id)?.personal.drafts.get(key)
          if (standing !== undefined) replaced.push(standing.seq)
          // An emptied box needs no entry once its older save is out.
          if (text !== '') await writer.content(personalBody({ what: 'draft', key, text }))
        }
        for (const seq of new Set(replaced)) if (!core.personal.redacted.has(seq)) await writer.redact(seq)
      },
    })
    if (!written.ok) return
    for (const [key, text] of waiting) {
      if (unsaved.get(key) !== text) continue
      unsaved.delete(key)
      await core.store.remove([PREFIX + key])
    }
  }

  return {
    get: (key) => unsaved.get(key) ?? inRoom(key),
    save: (key, text) => {
      if (utf8(text).length > LONGEST_BYTES) return
      unsaved.set(key, text)
      void sealForDevice(core.deviceKey, { key, text }, core.order.random).then((sealed) =>
        unsaved.get(key) === text ? core.store.put([[PREFIX + key, sealed]]) : true,
      )
      timer ??= setTimeout(() => void flush(), IN_ROOM_AFTER_MILLIS)
      if (typeof timer === 'object') timer.unref()
    },
    flush,
    stop: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
