import { describe, expect, test } from 'vitest'
import { readerKind, stewards } from './state.ts'
import { people } from './testing/people.ts'
import { refusedBy } from './testing/refused.ts'
import { confidential, headerIn, linkIn, owned, roomOf, startRoom } from './testing/room.ts'

describe('removing without a second person', () => {
  test('an owner removes alone, in one entry with the new key', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link, { policy: owned })
    const removal = headerIn(await room.removes(ana, ben))
    expect(removal.delta).toMatchObject({ op: 'remove', generation: { count: 2 } })
    expect(room.state().former.get(ben.rk)).toMatchObject({ endedSeq: removal.seq, endedBy: 'remove' })
  })

  test('in a room of two its only steward removes the other, and nobody else does', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    expect(await room.removes(ben, ana)).toMatchObject(refusedBy('R-ALONE'))
    linkIn(await room.removes(ana, ben))
  })

  test('[R-ALONE] [C46] in a room of three a steward removes nobody alone', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    expect(await room.removes(ana, ben)).toMatchObject(refusedBy('R-ALONE'))
  })

  test('two stewards in a room of two do not remove each other, either may leave', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.givesRole(ana, ben, 'steward'))
    expect(await room.removes(ana, ben)).toMatchObject(refusedBy('R-ALONE'))
    const proposal = linkIn(await room.proposes(ana, 'remove', ben))
    expect(await room.confirms(ben, proposal)).toMatchObject(refusedBy('R-OWNACT'))
    linkIn(await room.leaves(ben))
  })

  test('[R-TARGET] [R-NOTSELF] who is removed is here, and is not the one who writes', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben], link, { policy: owned })
    expect(await room.removes(ana, cleo)).toMatchObject(refusedBy('R-TARGET'))
    expect(await room.removes(ana, ana)).toMatchObject(refusedBy('R-NOTSELF'))
  })
})

describe('leaving and closing', () => {
  test('after a leave a rotation is due, and who writes next makes it', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link)
    linkIn(await room.leaves(ben))
    expect(await room.says(ana, 'gone')).toMatchObject(refusedBy('R-DUE'))
    linkIn(await room.rotates(cleo))
    expect(headerIn(await room.says(ana, 'gone')).g).toBe(2)
  })

  test('[R-LAST] [C31] the last steward names another before leaving others behind', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link)
    expect(await room.leaves(ana)).toMatchObject(refusedBy('R-LAST'))
    linkIn(await room.givesRole(ana, ben, 'steward'))
    linkIn(await room.leaves(ana))
    expect(stewards(room.state()).map((one) => one.id)).toEqual([ben.id])
  })

  test('[C31] an owner just goes, and the room is closed for those who stay', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const room = await roomOf([ana, ben], link, { policy: owned })
    linkIn(await room.leaves(ana))
    expect(room.state().closed).toBe(true)
    expect(readerKind(room.state(), ben.rk)).toBe('member')
    expect(readerKind(room.state(), ana.rk)).toBe('former')
  })

  test('what was proposed and who was invited end with the room', async () => {
    const { ana, ben, cleo, link, link2 } = await people('ana', 'ben', 'cleo', 'link', 'link2')
    const room = await roomOf([ana, ben, cleo], link)
    linkIn(await room.invites(ana, link2))
    const removal = linkIn(await room.proposes(ben, 'remove', cleo))
    const closing = linkIn(await room.proposes(ana, 'close', null))
    linkIn(await room.confirms(ben, closing))
    linkIn(await room.confirms(cleo, closing))
    expect(room.state()).toMatchObject({ closed: true })
    expect([removal, closing].map((one) => room.state().proposals.get(one)?.state)).toEqual(['void', 'done'])
    expect(room.state().invitations.get(link2.rk)?.state).toBe('void')
  })

  test('[R-ONLY] who is alone closes the room instead of leaving it', async () => {
    const { ana } = await people('ana')
    for (const policy of [owned, confidential]) {
      const room = await startRoom(ana, { policy })
      expect(await room.leaves(ana)).toMatchObject(refusedBy('R-ONLY'))
      linkIn(await room.writes(ana, { op: 'close' }))
      expect(room.state().closed).toBe(true)
    }
  })

  test('[R-MAYCLOSE] a steward among others closes no room alone, an owner does', async () => {
    const { ana, ben, link } = await people('ana', 'ben', 'link')
    const circle = await roomOf([ana, ben], link)
    expect(await circle.writes(ana, { op: 'close' })).toMatchObject(refusedBy('R-MAYCLOSE'))
    const hers = await roomOf([ana, ben], link, { policy: owned })
    expect(await hers.writes(ben, { op: 'close' })).toMatchObject(refusedBy('R-MAYCLOSE'))
    linkIn(await hers.writes(ana, { op: 'close' }))
  })
})

describe('new keys', () => {
  test('a person who rekeys stays the same member, and the old key is refused', async () => {
    const { ana, ana2 } = await people('ana', 'ana2')
    const room = await startRoom(ana)
    linkIn(await room.rekeys(ana, ana2))
    expect(await room.says(ana, 'old key')).toMatchObject(refusedBy('R-AUTHOR'))
    linkIn(await room.says(ana2, 'new key'))
    expect(room.state().byKey.get(ana2.rk)).toBe(ana.id)
  })

  test('[R-SEEN] [C15] nobody rekeys to a key that was ever here, and nobody but oneself', async () => {
    const { ana, ben, ben2, link } = await people('ana', 'ben', 'ben2', 'link')
    const room = await roomOf([ana, ben], link)
    linkIn(await room.rekeys(ben, ben2))
    expect(await room.rekeys(ana, ben)).toMatchObject(refusedBy('R-SEEN'))
    expect(await room.rekeys(ana, { ...(await people('cleo')).cleo, kem: ben.kem })).toMatchObject(refusedBy('R-SEEN'))
    expect(room.state().members.get(ben.id)?.rk).toBe(ben2.rk)
  })

  test('the invitations a steward made end with their old key', async () => {
    const { ana, ana2, link, named } = await people('ana', 'ana2', 'link', 'named')
    const room = await startRoom(ana)
    linkIn(await room.invites(ana, link, 'link', 3))
    linkIn(await room.invites(ana, named, 'named'))
    linkIn(await room.rekeys(ana, ana2))
    expect([link, named].map((one) => room.state().invitations.get(one.rk)?.state)).toEqual(['void', 'void'])
    expect(room.state().due).toBe(false)
  })
})
