/**
 * Words, code and new keys: how a person comes back, and how they shut a lost device out.
 *
 * Source: PROTOCOL.md section 5.
 */
import type { Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { openRecord, sealRecord, type SealedRecord } from '../account/record.ts'
import type { Root } from '../account/root.ts'
import { isSameWord } from '../account/same-word.ts'
import { addressKeyOf, readWords, unlockWithCode, unlockWithWords } from '../account/unlock.ts'
import { personalBody } from '../circle/personal-entries.ts'
import { makeRecoveryCode, readRecoveryCode } from '../crypto/code.ts'
import { sevenWords } from '../crypto/words.ts'
import { authParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import type { EngineError } from './api.ts'
import { writePersonal } from './circle-actions.ts'
import { noteAnswer, type Core, type EngineOrder } from './core.ts'
import type { KeptSession } from './device.ts'
import { forgetWords } from './kept-words.ts'
import type { Transport } from './transport.ts'
import { write } from './room-write.ts'

/** Writes a record for these 32 bytes; the host has it before this resolves. */
export async function writeRecord(core: Core, unlock: Uint8Array, roots: readonly Root[]): Promise<Result<SealedRecord, EngineError>> {
  if (core.doorKey === null) return err({ kind: 'host-says-no', reason: 'wrong-door-key' })
  const sealed = await sealRecord(unlock, { personal: core.personal.reference, roots }, core.order.random)
  if (!sealed.ok) return err({ kind: 'not-possible-any-more', rule: sealed.error })
  const { address, record, signature } = sealed.value
  const door = await doorProof(core.doorKey, { name: 'vault-write', subject: address, content: record })
  const answer = await core.transport.request('vault-write', { address, record, signature, door })
  if (answer.ok) return ok(sealed.value)
  if (answer.error.kind === 'offline') return err({ kind: 'offline' })
  noteAnswer(core, answer.error.reason)
  return err({ kind: 'host-says-no', reason: answer.error.reason })
}

/** Makes the seven words, once; two of them are kept to be asked for at the next opening. */
export async function makeWords(core: Core, language: 'en' | 'es'): Promise<Result<readonly string[], EngineError>> {
  const personal = core.folds.get(core.personal.id)?.personal
  if (core.hasUnseenWords) await forgetWords(core)
  if (personal?.words !== 'not-made') return core.freshWords === null ? err({ kind: 'not-possible-any-more', rule: 'words-were-shown' }) : ok(core.freshWords)
  const words = sevenWords(core.order.random, language)
  const record = await writeRecord(core, await unlockWithWords(words), core.roots)
  if (!record.ok) return record
  const noted = await noteWords(core, words, record.value)
  if (!noted.ok) return noted
  core.freshWords = words
  return ok(words)
}

/** `checked`: the person has shown already that they have them on paper. */
export async function noteWords(core: Core, words: readonly string[], record: SealedRecord, checked = false): Promise<Result<null, EngineError>> {
  const [first, second] = twoPositions(core)
  const written = await write(core, {
    room: core.personal,
    build: async (writer) => {
      await writer.content(personalBody({ what: 'record', by: 'words', ...record }))
      await writer.content(
        personalBody({
          what: 'words',
          check: checked
            ? null
            : [
                { position: first, word: words[first - 1]! },
                { position: second, word: words[second - 1]! },
              ],
        }),
      )
    },
  })
  return written.ok ? ok(null) : written
}

/** Two of the seven, ascending, to be asked for. */
export function twoPositions(core: Pick<Core, 'order'>): readonly [number, number] {
  const [a, b] = core.order.random.bytes(2)
  const first = (a! % 7) + 1
  const second = ((first - 1 + 1 + (b! % 6)) % 7) + 1
  return first < second ? [first, second] : [second, first]
}

export async function checkWords(core: Core, first: string, second: string): Promise<boolean> {
  const asked = core.folds.get(core.personal.id)?.personal.wordsToCheck
  if (!asked) return true
  const [one, two] = asked.value
  if (!isSameWord(first, one.word) || !isSameWord(second, two.word)) return false
  await write(core, {
    room: core.personal,
    build: async (writer) => {
      await writer.content(personalBody({ what: 'words', check: null }))
      await writer.redact(asked.seq)
    },
  })
  return true
}

export async function makeCode(core: Core): Promise<Result<string, EngineError>> {
  const code = makeRecoveryCode(core.order.random)
  const record = await writeRecord(core, await unlockWithCode(code.bytes), core.roots)
  if (!record.ok) return record
  const noted = await writePersonal(core, { what: 'record', by: 'code', ...record.value })
  return noted.ok ? ok(code.text) : noted
}

/** The 32 bytes of what a person typed, or what is wrong with it; nothing leaves the device for this. */
export async function unlockTyped(typed: { readonly words: string } | { readonly code: string }): Promise<Result<Bytes, EngineError>> {
  if ('words' in typed) {
    const words = readWords(typed.words)
    return words.ok ? ok(await unlockWithWords(words.value)) : err(words.error)
  }
  const code = readRecoveryCode(typed.code)
  return code.ok ? ok(await unlockWithCode(code.value)) : err({ kind: 'code-mistyped', why: code.error })
}

/** Reads the record these bytes open; an unknown address and a wrong key get the same answer. */
export async function fetchRecord(engine: EngineOrder, transport: Transport, unlock: Uint8Array): Promise<Result<KeptSession, EngineError>> {
  const hello = transport.hello()
  if (hello === null) return err({ kind: 'offline' })
  const key = await addressKeyOf(unlock)
  const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, 'read', key.publicKey))
  const answer = await transport.request('vault-read', { address: key.publicKey, signature })
  if (!answer.ok) return err(answer.error.kind === 'offline' ? { kind: 'offline' } : { kind: 'words-open-nothing' })
  const opened = await openRecord(unlock, answer.value.record, answer.value.signature)
  // Not what these words wrote: the host made it up, or served another's.
  if (!opened.ok) return err({ kind: 'host-lies', rule: `record-${opened.error}`, seq: -1 })
  return ok({ personal: opened.value.personal, roots: opened.value.roots, deviceKey: engine.random.bytes(32) })
}

/** Deletes the record that the old words open; true when it is gone. */
export async function deleteRecord(core: Core, unlock: Uint8Array): Promise<boolean> {
  const hello = core.transport.hello()
  if (hello === null) return false
  const key = await addressKeyOf(unlock)
  const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, 'delete', key.publicKey))
  const answer = await core.transport.request('vault-delete', { address: key.publicKey, signature })
  if (!answer.ok) return false
  await writePersonal(core, { what: 'record-gone', address: key.publicKey })
  return true
}
