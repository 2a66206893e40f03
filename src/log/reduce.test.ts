import { describe, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import { roomIdOf } from './hashes.ts'
import { begin, MOST_IN_A_GENERATION, step } from './reduce.ts'
import { sealEntry, bodyKeyOf } from './seal.ts'
import { authorOf, generationAt, mayBeTakenBack, mustBoxTo, readerKind, recipientsAfter } from './state.ts'
import { needsUpdate, stop } from './stop.ts'
import { people, type Person } from './testing/people.ts'
import { confidential, everyoneReadsAll, headerIn, linkIn, owned, roomOf, startRoom } from './testing/room.ts'
import { refusedBy } from './testing/refused.ts'
import { seeded } from './testing/seeded.ts'
import type { Day } from '../base/clock.ts'
import type { Delta, Inspected, Policy, RoomId } from './types.ts'

interface Founding {
  readonly policy?: Policy
  readonly count?: number
  readonly g?: number
  readonly seq?: number
  readonly roomId?: RoomId
  readonly body?: boolean
}

async function foundedBy(founder: Person, how: Founding = {}): Promise<Inspected> {
  const random = seeded(9)
  const n = random.bytes(32)
  const kem = founder.kem.publicKey
  const policy = how.policy ?? everyoneReadsAll
  const roomId = how.roomId ?? (await roomIdOf({ n, rk: founder.rk, kem, policy }))
  const delta: Delta = { op: 'genesis', n, kem, policy, generation: { kcommit: n, count: how.count ?? 1, boxesHash: n } }
  const plaintext = how.body === false ? null : { type: 'log.began', shape: 1, act: new Uint8Array(16), claimedTime: 0, data: null }
  const sealed = await sealEntry({
    roomId,
    seq: how.seq ?? 0,
    prev: null,
    author: founder.key,
    hedge: founder.hedge,
    random,
    g: how.g ?? 1,
    delta,
    plaintext,
    bodyKey: plaintext && (await bodyKeyOf(n, roomId)),
    boxes: null,
  })
  const inspected = await inspect(sealed.wire, { trust: false })
  if (!inspected.ok) throw new Error(inspected.error.rule)
  return inspected.value
}

describe('beginning a room', () => {
  test('the founder is its only member and its steward', async () => {
    const { ana } = await people('ana')
    const begun = begin(await foundedBy(ana))
    expect(begun).toMatchObject({ ok: true, value: { due: false, closed: false, generation: { g: 1, seq: 0 } } })
    expect(begun.ok && [...begun.value.members.values()]).toMatchObject([{ id: ana.id, role: 'steward', by: null }])
  })

  test('[R-BEGIN] no other entry begins a room, and none begins it again', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const content = await inspect((await room.seals(ana, { op: 'content' }, { seq: 0, prev: null })).wire, { trust: false })
    expect(content.ok && begin(content.value)).toMatchObject(refusedBy('R-BEGIN'))
    expect(begin(await foundedBy(ana, { seq: 1 }))).toMatchObject(refusedBy('R-BEGIN'))
    const { generation } = await room.makes({ op: 'rotate' })
    const again: Delta = { op: 'genesis', n: new Uint8Array(32), kem: ana.kem.publicKey, policy: everyoneReadsAll, generation }
    expect(await room.writes(ana, again)).toMatchObject(refusedBy('R-BEGIN'))
  })

  test('[R-ROOMID] [A17] another genesis under a known room id is found out by making the id again', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const room = await startRoom(ana)
    expect(begin(await foundedBy(ben, { roomId: room.roomId }))).toMatchObject(refusedBy('R-ROOMID'))
  })

  test('[R-POLICY] a room where anyone lets in without words hides no history and has no owner', async () => {
    const { ana } = await people('ana')
    expect(begin(await foundedBy(ana, { policy: { history: 'none', admit: 'link', owned: false } }))).toMatchObject(refusedBy('R-POLICY'))
    expect(begin(await foundedBy(ana, { policy: { history: 'all', admit: 'link', owned: true } }))).toMatchObject(refusedBy('R-POLICY'))
    expect(begin(await foundedBy(ana, { policy: { history: 'all', admit: 'link', owned: false } }))).toMatchObject({ ok: true })
  })

  test('[R-G] [R-COUNT] [R-BODY] genesis is generation 1, boxed to one, and says what the room is for', async () => {
    const { ana } = await people('ana')
    expect(begin(await foundedBy(ana, { g: 2 }))).toMatchObject(refusedBy('R-G'))
    expect(begin(await foundedBy(ana, { count: 2 }))).toMatchObject(refusedBy('R-COUNT'))
    expect(begin(await foundedBy(ana, { body: false }))).toMatchObject(refusedBy('R-BODY'))
  })
})

describe('where an entry stands', () => {
  test('[R-ROOM] [R-SEQ] [R-PREV] an entry for another room, number or predecessor is refused', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const elsewhere = 'ab'.repeat(32)
    expect(await room.writes(ana, { op: 'content' }, { roomId: elsewhere as RoomId })).toMatchObject(refusedBy('R-ROOM'))
    expect(await room.writes(ana, { op: 'content' }, { seq: 2 })).toMatchObject(refusedBy('R-SEQ'))
    expect(await room.writes(ana, { op: 'content' }, { prev: elsewhere as never })).toMatchObject(refusedBy('R-PREV'))
    expect(room.state().head.seq).toBe(0)
  })

  test('[R-G] content stands under the newest generation, a rotation is newest and one', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    linkIn(await room.rotates(ana))
    expect(await room.writes(ana, { op: 'content' }, { g: 1 })).toMatchObject(refusedBy('R-G'))
    expect(await room.writes(ana, { op: 'content' }, { g: 3 })).toMatchObject(refusedBy('R-G'))
    const { generation, boxes } = await room.makes({ op: 'rotate' }, 4)
    expect(await room.writes(ana, { op: 'rotate', generation }, { g: 4, boxes })).toMatchObject(refusedBy('R-G'))
    linkIn(await room.says(ana, 'under two'))
  })

  test('[R-LIMIT] a generation takes 2^24 entries, then somebody rotates', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const old = { ...room.state(), generation: { ...room.state().generation, seq: 1 - MOST_IN_A_GENERATION } }
    const content = await inspect((await room.seals(ana, { op: 'content' })).wire, { trust: false })
    const { generation } = await room.makes({ op: 'rotate' })
    const rotation = await inspect((await room.seals(ana, { op: 'rotate', generation })).wire, { trust: false })
    expect(content.ok && step(old, content.value)).toMatchObject(refusedBy('R-LIMIT'))
    expect(rotation.ok && step(old, rotation.value)).toMatchObject({ ok: true })
  })

  test('[R-BODY] a body stands where it must, and nowhere else', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    expect(await room.writes(ana, { op: 'content' }, { body: null })).toMatchObject(refusedBy('R-BODY'))
    expect(await room.writes(ana, { op: 'rotate', generation }, { body: null, boxes })).toMatchObject(refusedBy('R-BODY'))
    expect(await room.writes(ana, { op: 'host' }, { body: null })).toMatchObject(refusedBy('R-BODY'))
    expect(await room.writes(ben, { op: 'leave' }, { body: true })).toMatchObject(refusedBy('R-BODY'))
    expect(await room.writes(ana, { op: 'propose', act: 'remove', member: ben.id, successor: null }, { body: null })).toMatchObject(refusedBy('R-BODY'))
    const said = headerIn(await room.says(ana, 'words')).seq
    expect(await room.writes(ana, { op: 'redaction', target: said }, { body: true })).toMatchObject(refusedBy('R-BODY'))
    linkIn(await room.writes(ana, { op: 'propose', act: 'make', member: ben.id, successor: null }, { body: null }))
  })

  test('[R-AUTHOR] [C01] someone admitted to no room writes nothing in it', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const room = await startRoom(ana)
    for (const delta of [{ op: 'content' }, { op: 'leave' }, { op: 'host' }, { op: 'close' }] as const) {
      expect(await room.writes(ben, delta)).toMatchObject(refusedBy('R-AUTHOR'))
    }
  })

  test('[R-COUNT] [C10] [C09] boxes for more or fewer than the members present are refused', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben], link)
    const more = await room.makes({ op: 'enter', rk: cleo.rk, kem: cleo.kem.publicKey })
    const fewer = await room.makes({ op: 'remove', member: ben.id })
    expect(await room.writes(ana, { op: 'rotate', generation: more.generation }, { boxes: more.boxes })).toMatchObject(refusedBy('R-COUNT'))
    expect(await room.writes(ana, { op: 'rotate', generation: fewer.generation }, { boxes: fewer.boxes })).toMatchObject(refusedBy('R-COUNT'))
  })
})

describe('while a rotation is due', () => {
  test('[R-DUE] [C50] content, an invitation and a plain admit wait, what has no body does not', async () => {
    const { ana, ben, cleo, dora, eve, link, link2, link3 } = await people('ana', 'ben', 'cleo', 'dora', 'eve', 'link', 'link2', 'link3')
    const room = await roomOf([ana, ben, cleo], link)
    linkIn(await room.invites(ana, link2))
    linkIn(await room.leaves(cleo))
    expect(room.state().due).toBe(true)
    expect(await room.says(ben, 'words')).toMatchObject(refusedBy('R-DUE'))
    expect(await room.invites(ana, link3)).toMatchObject(refusedBy('R-DUE'))
    expect(await room.admits(ana, dora, link2)).toMatchObject(refusedBy('R-DUE'))
    linkIn(await room.givesRole(ana, ben, 'steward'))
    linkIn(await room.rotates(ben))
    expect(room.state().due).toBe(false)
    linkIn(await room.admits(ana, eve, link2))
  })

  test('[C50] a member alone in a room rotates alone, with one box', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.leaves(ben))
    expect(await room.says(ana, 'words')).toMatchObject(refusedBy('R-DUE'))
    const rotation = headerIn(await room.rotates(ana))
    expect(rotation.delta).toMatchObject({ generation: { count: 1 } })
    linkIn(await room.says(ana, 'words'))
  })
})

describe('taking words back', () => {
  test('an author takes their words back, at once or much later', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const said = headerIn(await room.says(ana, 'words')).seq
    linkIn(await room.rotates(ana))
    linkIn(await room.takesBack(ana, said))
  })

  test('[R-WROTE] [C23] nobody takes back what another wrote, a steward neither', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const said = headerIn(await room.says(ben, 'words')).seq
    expect(await room.takesBack(ana, said)).toMatchObject(refusedBy('R-WROTE'))
    expect(await room.takesBack(link, said)).toMatchObject(refusedBy('R-WROTE'))
  })

  test('[R-WROTE] [C51] a replaced key takes nothing back, and a former member only their own', async () => {
    const { ana, ben, ben2, link } = await people('ana', 'ben', 'ben2', 'link')
    const room = await roomOf([ana, ben], link)
    const hers = headerIn(await room.says(ana, 'hers')).seq
    const his = headerIn(await room.says(ben, 'his')).seq
    linkIn(await room.rekeys(ben, ben2))
    expect(await room.takesBack(ben, his)).toMatchObject(refusedBy('R-WROTE'))
    linkIn(await room.removes(ana, ben2))
    expect(await room.takesBack(ben, his)).toMatchObject(refusedBy('R-WROTE'))
    expect(await room.takesBack(ben2, hers)).toMatchObject(refusedBy('R-WROTE'))
    linkIn(await room.takesBack(ben2, his))
  })

  test('[R-TAKEBACK] what carries keys or has no body stays, and so does what was never written', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const rotation = headerIn(await room.rotates(ana)).seq
    expect(await room.takesBack(ana, rotation)).toMatchObject(refusedBy('R-TAKEBACK'))
    expect(await room.takesBack(ana, 0)).toMatchObject(refusedBy('R-TAKEBACK'))
    const empty = headerIn(await room.givesRole(ana, ben, 'steward')).seq
    expect(await room.takesBack(ana, empty)).toMatchObject(refusedBy('R-TAKEBACK'))
    expect(await room.takesBack(ana, 99)).toMatchObject(refusedBy('R-WROTE'))
    expect(await room.takesBack(ana, room.log.length)).toMatchObject(refusedBy('R-WROTE'))
  })

  test('a former member who knows only an older generation still takes their words back', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    const said = headerIn(await room.says(ben, 'words')).seq
    linkIn(await room.leaves(ben))
    linkIn(await room.rotates(ana))
    expect(await room.writes(ben, { op: 'redaction', target: said }, { g: 0 })).toMatchObject(refusedBy('R-G'))
    expect(await room.writes(ben, { op: 'redaction', target: said }, { g: 9 })).toMatchObject(refusedBy('R-G'))
    linkIn(await room.writes(ben, { op: 'redaction', target: said }, { g: 1 }))
  })

  test('[R-CLOSED] after closing, words are taken back and nothing else is written', async () => {
    const { ana, link } = await people('ana', 'link')
    const room = await startRoom(ana)
    const said = headerIn(await room.says(ana, 'words')).seq
    linkIn(await room.invites(ana, link))
    linkIn(await room.writes(ana, { op: 'close' }))
    expect(await room.says(ana, 'more')).toMatchObject(refusedBy('R-CLOSED'))
    expect(await room.rotates(ana)).toMatchObject(refusedBy('R-CLOSED'))
    expect(readerKind(room.state(), link.rk)).toBe('nobody')
    linkIn(await room.takesBack(ana, said))
  })
})

describe('what can be asked of a state', () => {
  test('[B07] who reads: members all, an open invitation headers until it expires, a former key its time, a replaced key nothing', async () => {
    const { ana, ben, ben2, cleo, link, named } = await people('ana', 'ben', 'ben2', 'cleo', 'link', 'named')
    const room = await roomOf([ana, ben, cleo], link)
    linkIn(await room.invites(ana, named, 'named'))
    linkIn(await room.rekeys(ben, ben2))
    linkIn(await room.leaves(cleo))
    const kinds = [ana, ben, ben2, cleo, link, named].map((one) => readerKind(room.state(), one.rk))
    expect(kinds).toEqual(['member', 'nobody', 'member', 'former', 'nobody', 'invited'])
    expect(readerKind(room.state(), named.rk, 30_000 as Day)).toBe('invited')
    expect(readerKind(room.state(), named.rk, 30_001 as Day)).toBe('nobody')
  })

  test('who wrote what is known for every entry, also after a rekey', async () => {
    const { ana, ben, ben2, link } = await people('ana', 'ben', 'ben2', 'link')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.rekeys(ben, ben2))
    const said = headerIn(await room.says(ben2, 'words')).seq
    expect(authorOf(room.state(), said)).toBe(ben.id)
    expect(authorOf(room.state(), said - 1)).toBe(ben.id)
    expect(authorOf(room.state(), 0)).toBe(ana.id)
    expect(authorOf(room.state(), said + 1)).toBe(null)
    expect([0, said].map((seq) => mayBeTakenBack(room.state(), seq))).toEqual([false, true])
  })

  test('boxes go to everyone present after the entry, in ascending order of keys', async () => {
    const { ana, ben, cleo, dora, link } = await people('ana', 'ben', 'cleo', 'dora', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    const keys = (list: readonly { readonly rk: string }[]): readonly string[] => list.map(({ rk }) => rk)
    const sorted = (...who: readonly Person[]): readonly string[] => who.map(({ rk }) => rk as string).toSorted()
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    const fresh = { rk: dora.rk, kem: dora.kem.publicKey }
    expect(keys(mustBoxTo(room.state()))).toEqual(sorted(ana, ben, cleo))
    expect(keys(recipientsAfter(room.state(), { op: 'rotate' }))).toEqual(sorted(ana, ben, cleo))
    expect(keys(recipientsAfter(room.state(), { op: 'remove', member: ben.id }))).toEqual(sorted(ana, cleo))
    expect(keys(recipientsAfter(room.state(), { op: 'confirm', proposal }))).toEqual(sorted(ana, ben))
    expect(keys(recipientsAfter(room.state(), { op: 'enter', ...fresh }))).toEqual(sorted(ana, ben, cleo, dora))
    expect(keys(recipientsAfter(room.state(), { op: 'rekey', old: ben.rk, ...fresh }))).toEqual(sorted(ana, cleo, dora))
  })

  test('every generation stays known, and a state says the same whatever happens after it', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    const before = room.state()
    linkIn(await room.rotates(ben))
    expect(generationAt(before, 2)).toBe(null)
    expect(generationAt(room.state(), 1)).toEqual(before.generation)
    expect(generationAt(room.state(), 2)).toEqual(room.state().generation)
    // Another branch from the same state: neither sees the other's entries.
    const other = await inspect((await room.seals(ana, { op: 'content' }, { seq: before.head.seq + 1, prev: before.head.link, g: 1 })).wire, { trust: false })
    const branch = other.ok ? step(before, other.value) : other
    expect(branch.ok && authorOf(branch.value, before.head.seq + 1)).toBe(ana.id)
    expect(authorOf(room.state(), before.head.seq + 1)).toBe(ben.id)
  })

  test('what a newer version wrote asks for an update, what is wrong does not', () => {
    expect((['H-VERSION', 'H-SUITE', 'H-CLASS', 'H-OP'] as const).every((rule) => needsUpdate(stop(rule, 3)))).toBe(true)
    expect(needsUpdate(stop('R-PREV', 3))).toBe(false)
  })

  test('a hundred thousand entries are stepped through in the time a hundred would take a thousand times', async () => {
    const { ana } = await people('ana')
    const room = await startRoom(ana)
    const content = await inspect((await room.seals(ana, { op: 'content' })).wire, { trust: true })
    if (!content.ok) throw new Error(content.error.rule)
    const { header } = content.value
    const shown = { state: room.state() }
    for (let seq = 1; seq <= 100_000; seq++) {
      const next = step(shown.state, { ...content.value, header: { ...header, seq, prev: shown.state.head.link }, link: `${seq}` as typeof content.value.link })
      if (!next.ok) throw new Error(next.error.rule)
      shown.state = next.value
    }
    expect(shown.state.head.seq).toBe(100_000)
    expect(shown.state.members).toBe(room.state().members)
  })
})

describe('rooms of other kinds', () => {
  test('a room without history begins a generation with each who comes in', async () => {
    const { ana, ben, cleo, link, named } = await people('ana', 'ben', 'cleo', 'link', 'named')
    const room = await roomOf([ana, ben], link, { policy: confidential })
    expect(room.state().generation.g).toBe(2)
    linkIn(await room.invites(ana, named, 'named'))
    linkIn(await room.enters(cleo, named))
    expect(room.state().generation.g).toBe(3)
    expect(room.state().members.size).toBe(3)
  })

  test('an owner leaves and the room is closed to everything but taking back', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link, { policy: owned })
    const said = headerIn(await room.says(ben, 'words')).seq
    linkIn(await room.leaves(ana))
    expect(await room.says(ben, 'more')).toMatchObject(refusedBy('R-CLOSED'))
    linkIn(await room.takesBack(ben, said))
  })
})
