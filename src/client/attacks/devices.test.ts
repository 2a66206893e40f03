/** Attacks D and E: devices that lose, race and die, and a seized database. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toHex } from '../../base/bytes.ts'
import { atRest, commonsOf, coreOn, hears, quiet, says, startsWith } from '../../testing/attacked-world.ts'
import { good, idOf, makeWire, makeWorld, opensAgain, until, type Device, type World } from '../../testing/world.ts'
import { rotate } from '../room-write.ts'
import { memoryStore, type Store } from '../store.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

async function startsOn(device: Device, name: string, keep: 'this-device' | 'memory' = 'this-device'): Promise<Device> {
  device.opened(
    good(await device.engine.startCircle({ host: world.origin, doorKey: toHex(world.server.running.doorKey), circleName: 'Kitchen', myName: name, keep })),
  )
  await until(device, (now) => now.connection === 'live')
  return device
}

async function resumes(device: Device): Promise<Device> {
  await opensAgain(device)
  await until(device, (now) => now.connection === 'live')
  return device
}

describe('storage', () => {
  test('[D11] storage evicted: with the words everything is there again, and the pins are restored', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const words = good(await ana!.session().showWords('en'))
    await quiet(ana!)
    ana!.session().lock()
    await ana!.store.clear()
    expect(await ana!.engine.start()).toEqual({ kind: 'nothing' })
    ana!.opened(good(await ana!.engine.openWithWords(world.origin, words.join(' '), 'this-device')))
    await until(ana!, (now) => now.connection === 'live' && hears(ana!, 'soup'))
    expect(commonsOf(ana!).pin).not.toBe(null)
  })

  test('[D12] without any storage, reading and writing work fully in memory', async () => {
    const refusing: Store = { get: async () => null, put: async () => false, remove: async () => false, list: async () => [], clear: async () => false }
    const ana = await startsOn(world.device({ store: refusing }), 'Ana', 'memory')
    await says(ana, 'soup')
    good(await ana.session().act('check-in', { kind: 'open-meeting' }))
    await until(ana, (now) => now.outbox.length === 0 && hears(ana, 'soup'))
    expect(await refusing.list('')).toEqual([])
  })

  test('[D12] a device that refuses to keep anything says so instead of pretending', async () => {
    const refusing: Store = { get: async () => null, put: async () => false, remove: async () => false, list: async () => [], clear: async () => false }
    const device = world.device({ store: refusing })
    expect(
      await device.engine.startCircle({
        host: world.origin,
        doorKey: toHex(world.server.running.doorKey),
        circleName: 'Kitchen',
        myName: 'Ana',
        keep: 'this-device',
      }),
    ).toEqual({ ok: false, error: { kind: 'storage-refused' } })
  })
})

describe('clocks', () => {
  test('[D16] a clock that is wrong by a year: everything works, only an invitation looks over', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const { link } = good(await ana!.session().invite({ uses: 1, days: 7, note: '' }))
    const late = world.device()
    late.clock.move(366 * 86_400_000)
    expect(await late.engine.readInvitation(link)).toEqual({ ok: false, error: { kind: 'link-expired' } })
    ana!.clock.move(-366 * 86_400_000)
    await says(ana!, 'a year ago')
    good(await ana!.session().act('check-in', { kind: 'open-meeting' }))
    await until(ana!, (now) => now.outbox.length === 0 && hears(ana!, 'a year ago'))
  })
})

describe('two devices of one person', () => {
  test('[D17] both make new keys at once: one wins; the other is told, shows no words that open nothing, and goes on with those of the winner', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const words = good(await ana!.session().showWords('en'))
    const other = world.device()
    other.opened(good(await other.engine.openWithWords(world.origin, words.join(' '), 'this-device')))
    await until(other, (now) => now.connection === 'live')
    await quiet(ana!, ben!, other)
    const [one, two] = await Promise.all([ana!.session().rekey({ oldWords: null, language: 'en' }), other.session().rekey({ oldWords: null, language: 'en' })])
    const results = [one, two]
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const [winner, loser] = one.ok ? [ana!, other] : [other, ana!]
    const newWords = good(one.ok ? one : two)
    await says(winner, 'with new keys')
    for (const room of [coreOn(winner).personal, commonsOf(winner)]) expect(room.entries.filter(({ header }) => header.delta.op === 'rekey')).toHaveLength(1)
    // The other wrote nothing, and was told so.
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { kind: 'not-possible-any-more' } })
    expect(await loser.session().setAbout({ languages: '', brings: 'with lost keys' })).toMatchObject({ ok: false })
    loser.session().lock()
    const again = world.device({ store: loser.store })
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live')
    await atRest(again)
    expect(await again.session().showWords('en')).toMatchObject({ ok: false })
    // It reads again with the words that count, and goes on.
    again.session().lock()
    await again.store.clear()
    again.opened(good(await again.engine.openWithWords(world.origin, newWords.join(' '), 'this-device')))
    await until(again, () => hears(again, 'with new keys'))
    await says(again, 'on both again')
    await until(ben!, () => hears(ben!, 'on both again'))
    expect(hears(ben!, 'with lost keys')).toBe(false)
  })

  test('[D18] the old keys of a lost device are refused at once after a rekey', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const words = good(await ana!.session().showWords('en'))
    const lost = world.device()
    lost.opened(good(await lost.engine.openWithWords(world.origin, words.join(' '), 'memory')))
    await until(lost, (now) => now.connection === 'live')
    good(await ana!.session().rekey({ oldWords: words.join(' '), language: 'en' }))
    await says(ana!, 'after the rekey')
    await until(ben!, () => hears(ben!, 'after the rekey'))
    expect(await lost.session().setAbout({ languages: '', brings: 'the thief' })).toMatchObject({ ok: false })
    expect(hears(lost, 'after the rekey')).toBe(false)
  })
})

describe('killed in the middle', () => {
  test('[D14] a rekey killed at any frame it sends: the next start completes it or has not begun it', async () => {
    for (const killAt of [1, 2, 3, 5, 7, 9, 12]) {
      const inner = memoryStore()
      const wire = makeWire()
      let sent = -1
      const device = world.device({
        store: inner,
        connect: (origin, events) => {
          const socket = wire.connect(origin, events)
          return {
            send: (message) => {
              if (sent >= 0) sent += 1
              if (sent >= 0 && sent >= killAt) {
                wire.cut()
                return
              }
              socket.send(message)
            },
            close: () => socket.close(),
          }
        },
      })
      await startsOn(device, `Ana ${killAt}`)
      await says(device, 'before')
      await quiet(device)
      sent = 0
      void device.session().rekey({ oldWords: null, language: 'en' })
      await until(device, (now) => now.connection === 'offline', 30)
      device.session().lock()
      const again = world.device({ store: inner })
      await resumes(again)
      const newest = coreOn(again).roots.at(-1)!.epoch
      await until(again, () => commonsOf(again).identities.find(({ rkHex }) => commonsOf(again).state!.byKey.has(rkHex))?.epoch === newest)
      await says(again, `after ${killAt}`)
      expect(commonsOf(again).verdict).toEqual({ kind: 'fine' })
      expect(commonsOf(again).entries.filter(({ header }) => header.delta.op === 'rekey').length).toBe(newest)
    }
  }, 180_000)

  /** A device whose store and socket end after so many more writes to the store, once armed. */
  function mortalOn(inner: Store): { readonly device: Device; arm(writes: number): void; isDead(): boolean } {
    const wire = makeWire()
    let left = Number.POSITIVE_INFINITY
    const mayWrite = (): boolean => {
      left -= 1
      if (left === 0) wire.cut()
      return left > 0
    }
    const device = world.device({
      store: { ...inner, put: async (pairs) => (mayWrite() ? inner.put(pairs) : false), remove: async (keys) => (mayWrite() ? inner.remove(keys) : false) },
      connect: wire.connect,
    })
    return { device, arm: (writes) => void (left = writes), isDead: () => left <= 0 }
  }

  for (const what of ['lets somebody in', 'makes a new key'] as const) {
    test(`[D14] a device that dies at any of its own notes while it ${what} leaves no half of it`, async () => {
      const died: boolean[] = []
      for (const writes of [1, 2, 3, 5]) {
        const inner = memoryStore()
        const { device: ana, arm, isDead } = mortalOn(inner)
        await startsOn(ana, `Ana ${writes}`)
        const newcomer = world.device()
        const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
        const knocking = good(await newcomer.engine.knock(good(await newcomer.engine.readInvitation(link)), 'Ben', 'memory'))
        const shown = await until(ana, (now) => now.circle.knocks[0])
        await quiet(ana)
        const before = commonsOf(ana).state!.generation.g
        arm(writes)
        const going = what === 'lets somebody in' ? ana.session().admit(shown.id) : rotate(coreOn(ana), commonsOf(ana))
        await Promise.race([going, until(ana, (now) => now.connection === 'offline')])
        await atRest(ana)
        died.push(isDead())
        ana.session().lock()
        const again = await resumes(world.device({ store: inner }))
        await says(again, 'still whole')
        const { entries, verdict, state, keys } = commonsOf(again)
        expect(verdict).toEqual({ kind: 'fine' })
        expect(entries.map(({ header }) => header.seq)).toEqual(entries.map((_, index) => index))
        expect(keys.has(state!.generation.g)).toBe(true)
        if (what === 'makes a new key') {
          // Not at all, or whole: one new key, boxed to all who are there.
          expect(state!.generation.g - before).toBeLessThanOrEqual(1)
          expect(entries[state!.generation.seq]!.boxedTo).toHaveLength(1)
          knocking.stop()
          continue
        }
        // Who knocked is in with everything, or still before the door and can be let in now.
        if (state!.members.size === 1) good(await again.session().admit((await until(again, (now) => now.circle.knocks[0])).id))
        newcomer.opened(good(await knocking.result))
        await until(newcomer, () => hears(newcomer, 'still whole'))
        await says(newcomer, 'in')
        await until(again, () => hears(again, 'in'))
        expect(commonsOf(again).entries.filter(({ header }) => header.delta.op === 'admit')).toHaveLength(1)
      }
      expect(died).toContain(true)
    }, 120_000)
  }
})

describe('a seized database', () => {
  test('[E01] after an evening no name, no title and no word stands in it, in no spelling', async () => {
    const [ana, ben] = await startsWith(world, 'Anabella', 'Benedict')
    good(await ana!.session().openRoom({ purpose: 'rehearsal-quarrel', history: 'none', owned: true, invited: [idOf(ana!, 'Benedict')] }))
    await says(ana!, 'lentilsoup')
    good(
      await ana!
        .session()
        .act('appreciation', { kind: 'thank', to: idOf(ana!, 'Benedict'), saw: 'You carried chairs.', changed: '', shows: [], leadNext: '', offered: false }),
    )
    good(await ana!.session().invite({ uses: 1, days: 1, note: 'forgrandma' }))
    const words = good(await ana!.session().showWords('en'))
    await quiet(ana!, ben!)
    const bytes = dumpOf(join(world.server.folder, 'holdfast.sqlite'))
    const secrets = ['Anabella', 'Benedict', 'rehearsal-quarrel', 'lentilsoup', 'carried chairs', 'forgrandma', 'Tuesday kitchen', words.join(' ')]
    for (const secret of secrets) {
      for (const spelling of [
        secret,
        secret.toLowerCase(),
        Buffer.from(secret).toString('base64').replaceAll('=', ''),
        Buffer.from(secret).toString('hex'),
        Buffer.from(secret, 'utf16le').toString('latin1'),
      ]) {
        expect(bytes.includes(spelling)).toBe(false)
      }
    }
    expect(bytes.length).toBeGreaterThan(20_000)
  })

  test('[E14] no value of eight bytes or more stands in two rooms', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    good(await ana!.session().openRoom({ purpose: 'her side', history: 'none', owned: true, invited: [idOf(ana!, 'Ben')] }))
    good(await ben!.session().acceptRoom((await until(ben!, (now) => now.roomInvitations[0])).id))
    good(await ana!.session().openRoom({ purpose: 'all of us', history: 'all', owned: false, invited: [] }))
    good(await ana!.session().showWords('en'))
    await says(ana!, 'soup')
    await quiet(ana!, ben!)
    const { shared, values } = sharedIn(join(world.server.folder, 'holdfast.sqlite'), roomOfRow)
    expect(values).toBeGreaterThan(10_000)
    expect(shared).toEqual([])
  })

  test('[E03] nothing of a mailbox, of a letter that waits or of an account stands in a room, or in another of the three', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    good(await ana!.session().showWords('en'))
    good(await ana!.session().makeRecoveryCode())
    const to = idOf(ana!, 'Ben')
    await quiet(ana!, ben!)
    ben!.session().lock()
    good(await ana!.session().act('appreciation', { kind: 'thank', to, saw: 'You carried chairs.', changed: '', shows: [], leadNext: '', offered: false }))
    await quiet(ana!)
    const file = join(world.server.folder, 'holdfast.sqlite')
    const outside = ['mailbox', 'mail', 'vault']
    const { shared, groups } = sharedIn(file, (table, row) => (outside.includes(table) ? table : roomOfRow(table, row)))
    expect(groups).toEqual(expect.arrayContaining(outside))
    expect(shared).toEqual([])
  })
})

/** Runs of bytes that stand in rows of two groups, and which groups there are. */
function sharedIn(
  file: string,
  groupOf: (table: string, row: Readonly<Record<string, unknown>>) => bigint | string | null,
): { readonly shared: readonly string[]; readonly values: number; readonly groups: readonly string[] } {
  const db = new DatabaseSync(file, { readOnly: true, readBigInts: true })
  const tables = (db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all() as { name: string }[]).map(({ name }) => name)
  const seenIn = new Map<string, string>()
  const shared: string[] = []
  const groups = new Set<string>()
  let values = 0
  for (const table of tables) {
    for (const row of db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
      const group = groupOf(table, row)
      if (group === null) continue
      groups.add(String(group))
      for (const [column, value] of Object.entries(row)) {
        if (!(value instanceof Uint8Array)) continue
        for (const window of windows(value)) {
          values += 1
          const before = seenIn.get(window)
          if (before !== undefined && before !== String(group)) shared.push(`${table}.${column} ${window}`)
          seenIn.set(window, String(group))
        }
      }
    }
  }
  db.close()
  return { shared, values, groups: [...groups] }
}

/** Every value of every table, one after the other, and the file itself with its free pages. */
function dumpOf(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true, readBigInts: true })
  const tables = (db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all() as { name: string }[]).map(
    ({ name }) => name,
  )
  const values = tables.flatMap((table) => (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).flatMap((row) => Object.values(row)))
  db.close()
  const texts = values.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
  const files = [file, `${file}-wal`].filter((one) => existsSync(one)).map((one) => readFileSync(one).toString('latin1'))
  return [...texts, ...files].join('\n')
}

/** Rows of a room carry its number in front of everything else. */
function roomOfRow(table: string, row: Readonly<Record<string, unknown>>): bigint | null {
  const key = table === 'room' ? row['number'] : table === 'knock' ? row['room'] : table === 'entry' || table === 'boxes' ? row['id'] : null
  if (typeof key !== 'bigint') return null
  return table === 'entry' || table === 'boxes' ? key >> 32n : key
}

/** Every run of 8 bytes, but what a form alone makes alike: runs of fewer than five different bytes, and the words of the header. */
function windows(bytes: Uint8Array): readonly string[] {
  const found: string[] = []
  const text = Buffer.from(bytes).toString('latin1')
  for (let at = 0; at + 8 <= bytes.length; at++) {
    const window = text.slice(at, at + 8)
    if (
      new Set(window).size < 5 ||
      /genesis|admit|rotate|invite|steward|member|named|enter|words|link|none|host|role|remove|rekey|propose|confirm|leave|all/.test(
        text.slice(Math.max(0, at - 8), at + 16),
      )
    )
      continue
    found.push(Buffer.from(window, 'latin1').toString('hex'))
  }
  return found
}
