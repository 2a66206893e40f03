/** Attacks on the way in, and what a month of life leaves on the host's disk. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { utf8, toHex } from '../../base/bytes.ts'
import { systemRandom } from '../../base/clock.system.ts'
import { makeRecoveryCode } from '../../crypto/code.ts'
import { sevenWords } from '../../crypto/words.ts'
import { decodeRequest, decodeServerFrame } from '../../log/frames.ts'
import { quiet, says, startsWith } from '../../testing/attacked-world.ts'
import { good, idOf, makeWire, makeWorld, until, type World } from '../../testing/world.ts'
import type { Connect } from '../socket.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

describe('the way in', () => {
  test('[D01] a stolen link used first only knocks; the words differ, and the invitation is revoked', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const { link } = good(await ana!.session().invite({ uses: 1, days: 7, note: 'Ben' }))
    const fragment = link.slice(link.indexOf('#') + 1)
    const thief = world.device()
    const ben = world.device()
    const thiefKnocks = good(await thief.engine.knock(good(await thief.engine.readInvitation(fragment)), 'Ben', 'memory'))
    const benKnocks = good(await ben.engine.knock(good(await ben.engine.readInvitation(fragment)), 'Ben', 'memory'))
    const knocks = await until(ana!, (now) => now.circle.knocks.length === 2 && now.circle.knocks)
    // Ben reads his words aloud: only one of the two knocks shows them.
    expect(knocks.filter(({ words }) => words.join(' ') === benKnocks.words.join(' '))).toHaveLength(1)
    const strange = knocks.find(({ words }) => words.join(' ') !== benKnocks.words.join(' '))!
    expect(strange.words).toEqual(thiefKnocks.words)
    good(await ana!.session().refuseKnock(strange.id))
    expect(await thiefKnocks.result).toMatchObject({ ok: false, error: { kind: expect.stringMatching(/^link-/) } })
    await benKnocks.result
    expect(
      ana!
        .session()
        .snapshot()
        .circle.people.map(({ name }) => name),
    ).toEqual(['Ana'])
    expect(await world.device().engine.readInvitation(fragment)).toMatchObject({ ok: false, error: { kind: expect.stringMatching(/^link-/) } })
  })
})

describe('a seized database', () => {
  test('[E01] after a month of life no name, no title and no word of anybody stands in any file of the server', async () => {
    const [ana, benito] = await startsWith(world, 'Anastasia', 'Benito')
    const secrets = [
      'Anastasia',
      'Benito',
      'Tuesday kitchen',
      'lentilsoup',
      'VanDriver',
      'cellardoor',
      'potwashing',
      'streetsweeping',
      'flooded',
      'draftwords',
      'sidehouse',
      'worn out',
      'untilMonday',
      'Three of us',
    ]
    await says(ana!, 'lentilsoup')
    await says(benito!, 'VanDriver')
    for (let day = 0; day < 30; day += 5) {
      ana!.clock.move(5 * 86_400_000)
      benito!.clock.move(5 * 86_400_000)
      good(
        await ana!
          .session()
          .act('check-in', { kind: 'note', answers: { stirred: 'flooded', helps: [], about: null, line: 'cellardoor', capacity: null, zone: null } }),
      )
      good(
        await ana!.session().act('appreciation', {
          kind: 'thank',
          to: idOf(ana!, 'Benito'),
          saw: `potwashing ${day}`,
          changed: 'streetsweeping',
          shows: [],
          leadNext: '',
          offered: false,
        }),
      )
      ana!.session().saveDraft('appreciation', 'draftwords')
    }
    good(await ana!.session().openRoom({ purpose: 'sidehouse', history: 'none', owned: true, invited: [idOf(ana!, 'Benito')] }))
    good(await benito!.session().acceptRoom((await until(benito!, (now) => now.roomInvitations[0])).id))
    // What she wrote to him has gone before he goes.
    await until(ana!, (now) => now.outbox.length === 0)
    const words = good(await ana!.session().showWords('en'))
    good(
      await ana!.session().propose({
        act: 'remove',
        member: idOf(ana!, 'Benito'),
        successor: null,
        kindOfReason: 'worn out',
        decidedBy: 'Three of us',
        until: 'untilMonday',
        wayBack: 'cellardoor',
      }),
    )
    await until(ana!, (now) => now.outbox.length === 0)
    await quiet(ana!, benito!)
    const files = filesIn(world.server.folder)
    expect(files.length).toBeGreaterThan(0)
    const dump = files.map((file) => readFileSync(file))
    expect(dump.reduce((sum, file) => sum + file.length, 0)).toBeGreaterThan(100_000)
    const found = [...secrets, words.join(' ')].filter((secret) => dump.some((file) => holds(file, secret)))
    expect(found).toEqual([])
    // A search that finds nothing must be one that could: the address of the commons does stand there.
    expect(dump.some((file) => file.includes(Buffer.from(ana!.session().snapshot().circle.roomId, 'hex')))).toBe(true)
  }, 180_000)
})

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
}

/** As text in either case, as UTF-16, and as hex. */
function holds(file: Buffer, secret: string): boolean {
  const lower = file.toString('latin1').toLowerCase()
  return [Buffer.from(utf8(secret)).toString('latin1'), Buffer.from(secret, 'utf16le').toString('latin1'), toHex(utf8(secret))].some((form) =>
    lower.includes(form.toLowerCase()),
  )
}

describe('guessing', () => {
  test('[H06] a thousand wrong words on this phone lock nobody out, and the server hears of none', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const words = good(await ana!.session().showWords('en'))
    await quiet(ana!)
    const connections = { count: 0 }
    const wire = makeWire()
    const phone = world.device({ connect: (...order) => ((connections.count += 1), wire.connect(...order)) })
    for (let guess = 0; guess < 1_000; guess++) {
      const wrong = words.with(guess % 7, `${words[guess % 7]}qx`)
      expect(await phone.engine.openWithWords(world.origin, wrong.join(' '), 'memory')).toMatchObject({
        ok: false,
        error: { kind: 'word-not-in-list', position: (guess % 7) + 1 },
      })
    }
    expect(connections.count).toBe(0)
    phone.opened(good(await phone.engine.openWithWords(world.origin, words.join(' '), 'memory')))
    await until(phone, (now) => now.connection === 'live')
  }, 120_000)

  test('[H06] well-formed wrong words and codes cost the host one question each, all of one length, leave nothing on its disk, and lock nobody out', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const words = good(await ana!.session().showWords('en'))
    const code = good(await ana!.session().makeRecoveryCode())
    await quiet(ana!)
    ana!.session().lock()
    const sent: { name: string; length: number }[] = []
    const heard: number[] = []
    const wire = makeWire()
    const connect: Connect = (origin, events) => {
      const socket = wire.connect(origin, {
        ...events,
        received: (message) => {
          const frame = decodeServerFrame(message)
          if (frame.ok && frame.value.kind === 'answer') heard.push(message.length)
          events.received(message)
        },
      })
      const send: typeof socket.send = (message) => {
        const request = decodeRequest(message)
        sent.push({ name: request.ok ? request.value.name : '?', length: message.length })
        socket.send(message)
      }
      return { send, close: () => socket.close() }
    }
    const before = rowsIn(world.server.folder)
    const tries = [
      ...Array.from({ length: 4 }, () => ({ words: sevenWords(systemRandom).join(' ') })),
      ...Array.from({ length: 40 }, () => ({ code: makeRecoveryCode(systemRandom).text })),
    ]
    for (const typed of tries) {
      const { engine } = world.device({ connect })
      const opened = 'words' in typed ? await engine.openWithWords(world.origin, typed.words, 'memory') : await engine.openWithCode(world.origin, typed.code, 'memory')
      expect(opened).toEqual({ ok: false, error: { kind: 'words-open-nothing' } })
    }
    expect(sent.map(({ name }) => name)).toEqual(tries.map(() => 'vault-read'))
    expect(new Set(sent.map(({ length }) => length)).size).toBe(1)
    expect(new Set(heard).size).toBe(1)
    expect(rowsIn(world.server.folder)).toEqual(before)
    const question = sent[0]!.length
    sent.length = 0
    for (const right of ['words', 'code'] as const) {
      const phone = world.device({ connect })
      phone.opened(good(right === 'words' ? await phone.engine.openWithWords(world.origin, words.join(' '), 'memory') : await phone.engine.openWithCode(world.origin, code, 'memory')))
      await until(phone, (now) => now.connection === 'live')
      // Who watches the line tells a right try by no question.
      expect(sent.find(({ name }) => name === 'vault-read')!.length).toBe(question)
    }
  }, 120_000)
})

/** Everything the server keeps, row by row. */
function rowsIn(folder: string): readonly unknown[] {
  const database = new DatabaseSync(join(folder, 'holdfast.sqlite'), { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as { name: string }[]
    return tables.map(({ name }) => {
      const every = database.prepare(`SELECT * FROM "${name}" ORDER BY 1`)
      every.setReadBigInts(true)
      return [name, every.all()]
    })
  } finally {
    database.close()
  }
}
