import { check } from '../base/check.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { Replay, Replayed } from '../log/replay.ts'
import { authorOf } from '../log/state.ts'
import type { MemberId, RoomKey } from '../log/types.ts'
import { emptyHalf, foldSealedHalf, viewOf, type Opened } from './circle-state.ts'
import { unwrap } from './envelope.ts'
import { readLetter } from './mail.ts'
import { shownName } from './names.ts'
import { readPersonalEntry } from './personal-entries.ts'

/** A room as the readable copy tells it. */
export interface ReadableRoom {
  readonly kind: 'personal' | 'commons' | 'further'
  readonly replay: Replay
  /** Every key I ever had there. */
  readonly mine: ReadonlySet<RoomKey>
}

/** One piece of text somebody wrote. */
export interface Line {
  readonly room: string
  readonly day: string
  readonly by: string
  /** What it is, such as `check-in.noted`. */
  readonly what: string
  /** Which part of it; empty when it is one text. */
  readonly part: string
  readonly words: string
}

/**
 * Everything written in these rooms as lines, in the order of the log: of a further room my own words alone, of the everyday rooms everybody's.
 *
 * Made from verified entries alone, so that whoever replays the export finds the same lines. Keys, pins and addresses are left out.
 */
export function readableLines(rooms: readonly ReadableRoom[]): readonly Line[] {
  return rooms.flatMap(linesOf)
}

/** For a person to read: a paragraph for each text. */
export function asText(lines: readonly Line[]): string {
  return lines
    .map(({ room, day, by, what, part, words }) => `${room} · ${day} · ${by}\n${part === '' ? what : `${what}, ${part}`}\n\n${words}\n`)
    .join('\n---\n\n')
}

/**
 * For a table program. Every cell is quoted, and one that a table program would take for a formula gets an apostrophe in front.
 *
 * Words are anybody's: `=HYPERLINK(...)` written by a member must not run on the machine of whoever opens this. Source: OWASP, CSV Injection.
 */
export function asCsv(lines: readonly Line[]): string {
  const rows = [['room', 'day', 'by', 'what', 'part', 'words'], ...lines.map(({ room, day, by, what, part, words }) => [room, day, by, what, part, words])]
  // A byte order mark, or Excel takes the letters for another alphabet.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const formula = /^[\s\uFEFF\u200B]*[=+\-@|%\t\r＝＋－＠]/

function cell(text: string): string {
  const harmless = check('EX-FORMULA', !formula.test(text)) ? text : `'${text}`
  return `"${harmless.replaceAll('"', '""')}"`
}

function linesOf({ kind, replay, mine }: ReadableRoom): readonly Line[] {
  const { state } = replay
  if (state === null) return []
  const opened = replay.entries.flatMap((entry) => asOpened(entry, authorOf(state, entry.header.seq)))
  const view = viewOf(
    foldSealedHalf(
      emptyHalf,
      opened.map(({ entry }) => entry),
    ),
  )
  // The purpose of a further room may be another's words, which stay behind.
  const room = kind === 'personal' ? '(only me)' : view.purpose === '' ? `room ${state.roomId.slice(0, 8)}` : oneLine(view.purpose)
  const said = new Set<string>()
  return opened.flatMap(({ entry, day, act }) => {
    const once = `${entry.author}:${act}`
    if (entry.delta.op !== 'content' || entry.body === null || said.has(once)) return []
    said.add(once)
    if (kind === 'further' && !mine.has(entry.rk)) return []
    const by = shownName(view.names.get(entry.author) ?? `${entry.author.slice(0, 8)}`)
    return textsOf(entry.body.type, entry.body.data).map(([part, words]) => ({
      room,
      day,
      by,
      what: oneLine(entry.body?.type ?? ''),
      part: oneLine(part),
      words,
    }))
  })
}

function asOpened(
  { header, link, body }: Replayed,
  author: MemberId | null,
): readonly { readonly entry: Opened; readonly day: string; readonly act: string }[] {
  if (author === null) return []
  const plaintext = body.kind === 'opened' ? body.plaintext : null
  const entry = { seq: header.seq, link, rk: header.author, author, delta: header.delta, body: plaintext }
  return [{ entry, day: dayText(plaintext?.claimedTime ?? 0), act: plaintext === null ? String(header.seq) : plaintext.act.toString() }]
}

function textsOf(type: string, data: Cbor): readonly (readonly [part: string, words: string])[] {
  if (/^(personal|mail)\./.test(type)) return ofPersonal(type, data)
  if (type === 'share' || type === 'circle.mailbox' || type === 'circle.rekey-proof') return []
  if (type.startsWith('circle.')) return texts(data, '')
  const envelope = unwrap(data)
  return texts(envelope.ok ? envelope.value.data : data, '')
}

// Of what a person's devices share, the drafts and the letters that were kept are words; the rest is keys and places.
function ofPersonal(type: string, data: Cbor): readonly (readonly [string, string])[] {
  const said = readPersonalEntry({ type, shape: 1, data })
  if (!said.ok) return []
  if (said.value?.what === 'draft') return said.value.text === '' ? [] : [[said.value.key, said.value.text]]
  if (said.value?.what !== 'kept') return []
  const letter = readLetter(said.value.content)
  return letter.ok && !letter.value.type.startsWith('circle.')
    ? textsOf(letter.value.type, letter.value.data).map(([part, words]) => [part === '' ? letter.value.type : `${letter.value.type}, ${part}`, words])
    : []
}

function texts(data: Cbor, part: string): readonly (readonly [string, string])[] {
  if (data === null || data instanceof Uint8Array || data === '') return []
  if (typeof data !== 'object') return [[part, String(data)]]
  const below = (key: string): string => (part === '' ? key : `${part}.${key}`)
  return Array.isArray(data)
    ? data.flatMap((item, at) => texts(item as Cbor, below(String(at + 1))))
    : Object.entries(data).flatMap(([key, item]) => texts(item as Cbor, below(key)))
}

function oneLine(text: string): string {
  return shownName(text)
}

// A claimed time may be any number; beyond what a date can hold it is told as no day.
function dayText(claimed: number): string {
  return Math.abs(claimed) <= 8_640_000_000_000_000 ? new Date(claimed).toISOString().slice(0, 10) : '?'
}
