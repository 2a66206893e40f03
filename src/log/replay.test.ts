import { expect, test } from 'vitest'
import { replay } from './replay.ts'
import { people } from './testing/people.ts'
import { headerIn, linkIn, roomOf } from './testing/room.ts'

async function anEvening() {
  const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
  const room = await roomOf([ana, ben, cleo], link)
  const said = headerIn(await room.says(ben, 'hello')).seq
  const regretted = headerIn(await room.says(cleo, 'oh no')).seq
  linkIn(await room.takesBack(cleo, regretted))
  linkIn(await room.leaves(cleo))
  linkIn(await room.rotates(ana))
  linkIn(await room.says(ana, 'good night'))
  return { room, said, regretted }
}

test('a whole log is verified offline, and opened as far as keys are at hand', async () => {
  const { room, said, regretted } = await anEvening()
  const seen = await replay(room.log, { keys: room.keys, boxes: 'all' })
  expect(seen.stop).toBe(null)
  expect(seen.state?.head).toEqual(room.state().head)
  expect(seen.entries[said]?.body).toMatchObject({ kind: 'opened', plaintext: { data: 'hello' } })
  expect(seen.entries[regretted]?.body).toEqual({ kind: 'taken-back' })
  const fewer = await replay(room.log, { keys: new Map([[2, room.keys.get(2)!]]), boxes: 'all' })
  expect(fewer.entries[said]?.body).toEqual({ kind: 'sealed' })
  expect(fewer.entries.at(-1)?.body).toMatchObject({ kind: 'opened', plaintext: { data: 'good night' } })
})

test('[A20] a body that nobody took back is said to be absent', async () => {
  const { room, said } = await anEvening()
  const withheld = room.log.map((wire, seq) => (seq === said ? { ...wire, body: null } : wire))
  const seen = await replay(withheld, { keys: room.keys, boxes: 'all' })
  expect(seen.stop).toBe(null)
  expect(seen.entries[said]?.body).toEqual({ kind: 'absent' })
})

test('a key that was not committed to opens nothing and is named', async () => {
  const { room } = await anEvening()
  const seen = await replay(room.log, { keys: new Map([[1, new Uint8Array(32)]]), boxes: 'all' })
  expect(seen.wrongKeys).toEqual([1])
  expect(seen.entries[0]?.body).toEqual({ kind: 'sealed' })
})

test('[A02] [A03] swapped neighbours and a dropped entry stop the replay where they stand', async () => {
  const { room, said } = await anEvening()
  const swapped = room.log.with(said, room.log[said + 1]!).with(said + 1, room.log[said]!)
  expect(await replay(swapped, { boxes: 'all' })).toMatchObject({ stop: { seq: said }, entries: { length: said } })
  const dropped = room.log.toSpliced(said, 1)
  expect(await replay(dropped, { boxes: 'all' })).toMatchObject({ stop: { rule: 'R-SEQ', seq: said } })
})

test('a log without boxes is verified as one member is served it, and refused as a whole one', async () => {
  const { room } = await anEvening()
  const served = room.log.map((wire) => ({ ...wire, boxes: null }))
  expect((await replay(served, { boxes: 'own' })).stop).toBe(null)
  expect(await replay(served, { boxes: 'all' })).toMatchObject({ stop: { rule: 'X-NONE', seq: 0 } })
})

test('an empty file is no room', async () => {
  expect(await replay([], { boxes: 'all' })).toEqual({ state: null, entries: [], stop: null, wrongKeys: [] })
})
