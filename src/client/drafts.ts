/** Unsent words: kept on this device at once, and in the personal room within half a minute, where every device of mine finds them. */
import * as v from 'valibot'
import { personalBody } from '../circle/personal-entries.ts'
import type { Standing } from '../circle/personal-state.ts'
import type { Core } from './core.ts'
import { openForDevice, placeOnDevice, sealForDevice } from './device.ts'
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

/** An entry of a draft holds 49,152 bytes; a letter takes three at most. */
const PIECE_LETTERS = 15_000
/** With what they replace still well below what one append may hold. */
const PIECES_AT_ONCE = 16

const keptShape = v.strictObject({ key: v.string(), text: v.string() })

export async function openDrafts(core: Core): Promise<Drafts> {
  // Newer than what the room has.
  const unsaved = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  for (const [, sealed] of await core.store.list(PREFIX)) {
    const read = v.safeParse(keptShape, await openForDevice(core.deviceKey, sealed))
    if (read.success) unsaved.set(read.output.key, read.output.text)
  }

  // The name of a box tells what somebody began, also where a number covers the account.
  const placeOf = async (key: string): Promise<string> => PREFIX + (await placeOnDevice(core.deviceKey, key))

  const standing = (name: string): Standing<string> | undefined => core.folds.get(core.personal.id)?.personal.drafts.get(name)

  function inRoom(key: string): string {
    const pieces: string[] = []
    for (;;) {
      const piece = standing(pieceName(key, pieces.length))?.value ?? ''
      if (piece === '') return pieces.join('')
      pieces.push(piece)
    }
  }

  /** Every piece that differs from what stands, the emptied ones too. */
  function differing(key: string, text: string): readonly Piece[] {
    const pieces = piecesOf(text)
    const found: Piece[] = []
    for (let part = 0; part < pieces.length || standing(pieceName(key, part)) !== undefined; part += 1) {
      const name = pieceName(key, part)
      const piece = pieces[part] ?? ''
      if ((standing(name)?.value ?? '') !== piece) found.push({ name, piece })
    }
    return found
  }

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const waiting = [...unsaved]
    const pieces = waiting.flatMap(([key, text]) => differing(key, text))
    if (core.transport.hello() === null) return
    for (let from = 0; from < pieces.length; from += PIECES_AT_ONCE) {
      if (!(await writePieces(pieces.slice(from, from + PIECES_AT_ONCE)))) return
    }
    for (const [key, text] of waiting) {
      if (unsaved.get(key) !== text) continue
      unsaved.delete(key)
      await core.store.remove([await placeOf(key)])
    }
  }

  async function writePieces(pieces: readonly Piece[]): Promise<boolean> {
    const written = await write(core, {
      room: core.personal,
      build: async (writer) => {
        const replaced: number[] = []
        for (const { name, piece } of pieces) {
          const before = standing(name)
          // Written meanwhile by this device's other save.
          if ((before?.value ?? '') === piece) continue
          if (before !== undefined) replaced.push(before.seq)
          // An emptied box needs no entry once its older save is out.
          if (piece !== '') await writer.content(personalBody({ what: 'draft', key: name, text: piece }))
        }
        for (const seq of new Set(replaced)) if (!core.personal.redacted.has(seq)) await writer.redact(seq)
      },
    })
    return written.ok
  }

  return {
    get: (key) => unsaved.get(key) ?? inRoom(key),
    save: (key, text) => {
      unsaved.set(key, text)
      void Promise.all([placeOf(key), sealForDevice(core.deviceKey, { key, text }, core.order.random)]).then(([place, sealed]) =>
        unsaved.get(key) === text ? core.store.put([[place, sealed]]) : true,
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

interface Piece {
  readonly name: string
  readonly piece: string
}

/** Words of any length, in as many entries as they need. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + PIECE_LETTERS
    // A letter made of two halves stays whole: half of one cannot be written down.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
    pieces.push(text.slice(from, cut))
    from = cut
  }
  return pieces
}

function pieceName(key: string, part: number): string {
  return part === 0 ? key : `${key}#${part}`
}
