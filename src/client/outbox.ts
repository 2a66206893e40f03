/**
 * What was written and does not yet stand on the chain. It survives a reload and a crash, is sent in the order it was written, and is sent once.
 *
 * An item keeps the plaintext, never a sealed entry: each sealing asks the rules again at the new head. The act id is what makes it exactly-once: whoever folds
 * the room ignores a second entry of the same member with the same act, so a crash between the host's yes and the clearing costs nothing.
 * Source: PROTOCOL.md section 2, outbox.
 */
import * as v from 'valibot'
import { fromHex, toHex, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId } from '../log/types.ts'
import { openForDevice, sealForDevice } from './device.ts'
import { encodeOrder, orderShape, type Order } from './orders.ts'
import { memberIdShape } from './shapes.ts'
import type { Store } from './store.ts'

export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'asks-readers'; readonly joined: readonly MemberId[] }
  | { readonly kind: 'not-possible-any-more'; readonly rule: string }
  | { readonly kind: 'too-large' }

export interface Item {
  /** 16 bytes as hex; of the entry too. */
  readonly act: string
  /** The act of the first item of one tap: what one tap wrote is sent in order, and nothing of it overtakes. */
  readonly group: string
  /** Ascending in the order of writing. */
  readonly number: number
  readonly time: number
  /** Empty for what the engine writes by itself: not shown. */
  readonly titleKey: string
  readonly order: Order
  /** Who could read it when its author wrote it. */
  readonly readers: readonly MemberId[]
  readonly state: ItemState
}

export type Delivered =
  | { readonly kind: 'done' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'later' }
  | { readonly kind: 'stuck'; readonly state: ItemState }

export interface Outbox {
  items(): readonly Item[]
  add(items: readonly Omit<Item, 'number' | 'state'>[]): Promise<void>
  /** Before everything that waits: what is written next may speak of it. */
  addFirst(item: Omit<Item, 'number' | 'state'>): Promise<void>
  /** Keeps items that are sent only after the person says so. */
  offer(items: readonly Omit<Item, 'number' | 'state'>[]): Promise<void>
  /** Takes an act out unsent: this item and all that is left of its group. Null when it is no longer here, or some of it is on its way. */
  take(act: string): Promise<Item | null>
  /** The person said yes to these readers. */
  release(act: string, readers: readonly MemberId[]): Promise<void>
  retry(act: string): void
  flush(): Promise<void>
  /** Nothing waits that could be sent. */
  isQuiet(): boolean
  /** From when it looks for what to send until it has tried. */
  isSending(): boolean
  stop(): void
}

export interface OutboxOrder {
  readonly store: Store
  readonly deviceKey: Bytes
  readonly random: Random
  /** Runs `work` while no other tab of this device sends; at once where the platform has no locks. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  readonly deliver: (item: Item) => Promise<Delivered>
  readonly changed: () => void
  /** Everything that could be sent was. */
  readonly rested: () => void
}

const PREFIX = 'outbox/'

export async function openOutbox(order: OutboxOrder): Promise<Outbox> {
  const byAct = new Map<string, Item>()
  // In memory alone: on their way to the store, or refused by it.
  const unkept = new Set<string>()
  // Acts that have their turn in the sending that goes on. What is added meanwhile has its own afterwards, but for what goes before all that waits.
  const turns = new Set<string>()
  let isFlushing = false
  let wantsAnother = false
  let isStopped = false

  async function load(): Promise<void> {
    for (const [, sealed] of await order.store.list(PREFIX)) {
      const item = decodeItem(await openForDevice(order.deviceKey, sealed))
      if (item !== null && !byAct.has(item.act)) byAct.set(item.act, item)
    }
  }

  const sorted = (): Item[] => [...byAct.values()].sort((a, b) => a.number - b.number)

  async function keep(items: readonly Item[]): Promise<void> {
    const pairs: (readonly [string, Bytes])[] = []
    for (const item of items) {
      unkept.add(item.act)
      byAct.set(item.act, item)
      pairs.push([keyOf(item), await sealForDevice(order.deviceKey, encodeItem(item), order.random)])
    }
    if (await order.store.put(pairs)) for (const item of items) unkept.delete(item.act)
    order.changed()
  }

  function numbered(items: readonly Omit<Item, 'number' | 'state'>[], state: ItemState): readonly Item[] {
    let number = Math.max(0, ...[...byAct.values()].map((item) => item.number))
    return items.map((item) => {
      number += 1
      return { ...item, number, state }
    })
  }

  async function drop(item: Item): Promise<void> {
    byAct.delete(item.act)
    await order.store.remove([keyOf(item)])
    order.changed()
  }

  function set(item: Item, state: ItemState): void {
    if (!byAct.has(item.act)) return
    byAct.set(item.act, { ...item, state })
    order.changed()
  }

  async function sendAll(): Promise<void> {
    // Another tab may have sent, added or taken out since: what the device keeps decides.
    const keptKeys = new Set((await order.store.list(PREFIX)).map(([key]) => key))
    for (const item of sorted()) if (!keptKeys.has(keyOf(item)) && !unkept.has(item.act)) byAct.delete(item.act)
    await load()
    const stuckGroups = new Set<string>()
    turns.clear()
    for (const act of byAct.keys()) turns.add(act)
    const next = (): Item | undefined => sorted().find(({ act }) => turns.has(act))
    // A mistake of ours with one item must not hold back the others; it is reported when they had their turn.
    const faults: unknown[] = []
    for (let item = next(); item !== undefined && !isStopped; item = next()) {
      turns.delete(item.act)
      if (isStuck(item.state)) stuckGroups.add(item.group)
      if (stuckGroups.has(item.group)) continue
      set(item, { kind: 'sending' })
      const delivered = await order.deliver(item).catch((fault: unknown): Delivered => {
        faults.push(fault)
        return { kind: 'later' }
      })
      if (isStopped) return
      if (delivered.kind === 'done') await drop(item)
      else if (delivered.kind === 'stuck') {
        set(item, delivered.state)
        stuckGroups.add(item.group)
      } else {
        set(item, { kind: 'waiting' })
        stuckGroups.add(item.group)
        if (delivered.kind === 'offline') return
      }
    }
    if (faults.length > 0) throw faults[0]
  }

  async function flush(): Promise<void> {
    wantsAnother = true
    if (isFlushing || isStopped) return
    isFlushing = true
    try {
      while (wantsAnother && !isStopped) {
        wantsAnother = false
        await order.alone(sendAll)
      }
    } finally {
      isFlushing = false
    }
    order.rested()
  }

  await load()
  return {
    items: sorted,
    add: async (added) => {
      await keep(numbered(added, { kind: 'waiting' }))
      void flush()
    },
    addFirst: async (item) => {
      const number = Math.min(1, ...[...byAct.values()].map((each) => each.number)) - 1
      await keep([{ ...item, number, state: { kind: 'waiting' } }])
      turns.add(item.act)
      void flush()
    },
    offer: async (offered) => {
      await keep(numbered(offered, { kind: 'not-possible-any-more', rule: 'left-behind' }))
    },
    take: async (act) => {
      const item = byAct.get(act)
      const group = sorted().filter((one) => one.group === item?.group)
      if (item === undefined || group.some((one) => one.state.kind === 'sending')) return null
      for (const one of group) await drop(one)
      return item
    },
    release: async (act, readers) => {
      const item = byAct.get(act)
      if (item === undefined) return
      await keep([{ ...item, readers, state: { kind: 'waiting' } }])
      void flush()
    },
    retry: (act) => {
      const item = byAct.get(act)
      if (item !== undefined) set(item, { kind: 'waiting' })
      void flush()
    },
    flush,
    isSending: () => isFlushing,
    isQuiet: () => !isFlushing && [...byAct.values()].every((item) => isStuck(item.state)),
    stop: () => {
      isStopped = true
    },
  }
}

function isStuck(state: ItemState): boolean {
  return state.kind === 'asks-readers' || state.kind === 'not-possible-any-more' || state.kind === 'too-large'
}

/** One lock per device where the platform has locks, so that two tabs do not send at once; where it has none, the act id alone keeps it to one copy. */
export function aloneOnThisDevice(locks: LockManager | undefined, name: string): OutboxOrder['alone'] {
  if (locks === undefined) return (work) => work()
  return async (work) => {
    await locks.request(name, work)
  }
}

function keyOf(item: Item): string {
  return `${PREFIX}${item.number.toString().padStart(12, '0')}/${item.act}`
}

const itemShape = v.strictObject({
  act: v.string(),
  group: v.string(),
  number: v.number(),
  time: v.number(),
  titleKey: v.string(),
  order: orderShape,
  readers: v.array(memberIdShape),
})

function encodeItem({ act, group, number, time, titleKey, order, readers }: Item): Cbor {
  return { act, group, number, time, titleKey, order: encodeOrder(order), readers }
}

function decodeItem(value: Cbor): Item | null {
  const read = v.safeParse(itemShape, value)
  // Room ids are only ever written by `encodeItem`.
  return read.success ? { ...read.output, order: read.output.order as Order, state: { kind: 'waiting' } } : null
}

/** 16 fresh bytes that name one act. */
export function newAct(random: Random): string {
  return toHex(random.bytes(16))
}

export function actBytes(act: string): Bytes {
  const bytes = fromHex(act)
  if (bytes?.length !== 16) throw new Error('Broken assumption: an act is 16 bytes')
  return bytes
}
