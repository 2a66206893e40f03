/**
 * A store in a folder, for a client that is killed: every call is one file, written beside, synced and renamed, so that it is there whole or not at all.
 *
 * The files are the calls in their order; opening reads them all and begins with one that holds everything. For one process at a time.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import { memoryStore, type Store } from '../client/store.ts'
import { anyBytes } from '../client/shapes.ts'
import { assert } from '../base/assert.ts'
import { decodeCbor, encodeCbor, BODY_DEPTH } from '../crypto/cbor.ts'

interface Call {
  /** Nothing before this call counts. */
  readonly isWhole: boolean
  readonly put: readonly (readonly [key: string, value: Bytes])[]
  readonly removed: readonly string[]
}

const SUFFIX = '.call'

export async function fileStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const inner = memoryStore()
  const known = readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .toSorted()
  for (const name of known) await replayCall(inner, decodeCall(readFileSync(join(folder, name))))
  const counter = { next: known.length === 0 ? 0 : Number.parseInt(known.at(-1)!, 10) + 1 }

  function append(call: Call): void {
    keepFile(folder, `${String(counter.next).padStart(10, '0')}${SUFFIX}`, encodeCbor({ isWhole: call.isWhole, put: call.put.map((pair) => [...pair]), removed: call.removed }))
    counter.next += 1
  }

  append({ isWhole: true, put: await inner.list(''), removed: [] })
  for (const name of known) rmSync(join(folder, name))
  return {
    get: inner.get,
    list: inner.list,
    put: async (pairs) => {
      append({ isWhole: false, put: pairs, removed: [] })
      return inner.put(pairs)
    },
    remove: async (keys) => {
      append({ isWhole: false, put: [], removed: keys })
      return inner.remove(keys)
    },
    clear: async () => {
      append({ isWhole: true, put: [], removed: [] })
      return inner.clear()
    },
  }
}

async function replayCall(store: Store, call: Call): Promise<void> {
  if (call.isWhole) await store.clear()
  await store.put(call.put)
  await store.remove(call.removed)
}

/** The name stands only when the bytes do, and the folder is synced so that the name stays. */
function keepFile(folder: string, name: string, bytes: Uint8Array): void {
  const beside = join(folder, 'unfinished')
  const file = openSync(beside, 'w')
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  renameSync(beside, join(folder, name))
  const opened = openSync(folder, 'r')
  fsyncSync(opened)
  closeSync(opened)
}

const callShape = v.strictObject({ isWhole: v.boolean(), put: v.array(v.strictTuple([v.string(), anyBytes])), removed: v.array(v.string()) })

function decodeCall(bytes: Uint8Array): Call {
  const value = decodeCbor(new Uint8Array(bytes), BODY_DEPTH)
  assert(value.ok, 'a file that stands was written whole')
  return v.parse(callShape, value.value)
}
