import { expect, test } from 'vitest'
import { people } from './testing/people.ts'
import { confidential, headerIn, linkIn, owned, roomOf, startRoom } from './testing/room.ts'
import { stewards } from './state.ts'

test('a founder begins a room, invites, admits, and both write', async () => {
  const { ana, ben, link } = await people('ana', 'ben', 'link')
  const room = await roomOf([ana, ben], link)
  expect((await room.says(ben, 'hello')).ok).toBe(true)
  expect([...room.state().members.keys()]).toEqual([ana.id, ben.id])
  expect(room.state().generation.g).toBe(1)
})

test('a room without history begins a generation with each who comes in', async () => {
  const { ana, ben, cleo, link, named } = await people('ana', 'ben', 'cleo', 'link', 'named')
  const room = await roomOf([ana, ben], link, { policy: confidential })
  expect(room.state().generation.g).toBe(2)
  linkIn(await room.invites(ana, named, 'named'))
  linkIn(await room.enters(cleo, named))
  expect(room.state().generation.g).toBe(3)
  expect(room.state().members.size).toBe(3)
})

test('the others remove the only steward when they name a successor', async () => {
  const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
  const room = await roomOf([ana, ben, cleo], link)
  const proposal = linkIn(await room.proposes(ben, 'remove', ana, cleo))
  linkIn(await room.confirms(cleo, proposal))
  expect(stewards(room.state()).map((one) => one.id)).toEqual([cleo.id])
  expect(room.state().former.get(ana.rk)?.endedBy).toBe('remove')
})

test('after a leave a rotation is due, and who writes next makes it', async () => {
  const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
  const room = await roomOf([ana, ben, cleo], link)
  linkIn(await room.leaves(ben))
  expect(await room.says(ana, 'gone')).toMatchObject({ ok: false, error: { rule: 'R-DUE' } })
  linkIn(await room.rotates(cleo))
  expect(headerIn(await room.says(ana, 'gone')).g).toBe(2)
})

test('an owner leaves and the room is closed to everything but taking back', async () => {
  const { ana, ben, link } = await people('ana', 'ben', 'link')
  const room = await roomOf([ana, ben], link, { policy: owned })
  const said = headerIn(await room.says(ben, 'words')).seq
  linkIn(await room.leaves(ana))
  expect(await room.says(ben, 'more')).toMatchObject({ ok: false, error: { rule: 'R-CLOSED' } })
  linkIn(await room.takesBack(ben, said))
})

test('a person who rekeys stays the same member under new keys', async () => {
  const { ana, ana2 } = await people('ana', 'ana2')
  const room = await startRoom(ana)
  linkIn(await room.rekeys(ana, ana2))
  expect(await room.says(ana, 'old key')).toMatchObject({ ok: false, error: { rule: 'R-AUTHOR' } })
  linkIn(await room.says(ana2, 'new key'))
  expect(room.state().byKey.get(ana2.rk)).toBe(ana.id)
})
