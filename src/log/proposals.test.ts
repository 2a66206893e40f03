import { describe, expect, test } from 'vitest'
import { openProposals, verdictOfYes } from './proposals.ts'
import { stewards } from './state.ts'
import { people, type Person } from './testing/people.ts'
import { refusedBy } from './testing/refused.ts'
import { headerIn, linkIn, owned, roomOf, type TestRoom } from './testing/room.ts'

const everyone = ['ana', 'ben', 'cleo', 'dora', 'eve', 'finn', 'link', 'link2', 'named'] as const

async function circleOf(names: readonly (typeof everyone)[number][], stewardNames: readonly (typeof everyone)[number][] = ['ana']) {
  const all = await people(...everyone)
  const room = await roomOf(
    names.map((name) => all[name]),
    all.link,
  )
  for (const name of stewardNames.slice(1))
    await makeSteward(
      room,
      all[name],
      all.ana,
      names.map((one) => all[one]),
    )
  return { ...all, room }
}

async function makeSteward(room: TestRoom, target: Person, author: Person, others: readonly Person[]): Promise<void> {
  if (stewards(room.state()).length === 1) {
    linkIn(await room.givesRole(author, target, 'steward'))
    return
  }
  const proposal = linkIn(await room.proposes(author, 'make', target))
  for (const other of others) if (openProposals(room.state()).length > 0 && other !== author && other !== target) linkIn(await room.confirms(other, proposal))
}

const stewardNames = (room: TestRoom, ...who: readonly Person[]): readonly string[] =>
  who.filter((one) => stewards(room.state()).some((steward) => steward.id === one.id)).map((one) => one.name)

describe('what a steward does alone', () => {
  test('the only steward makes a second, and either steps down while the other remains', async () => {
    const { room, ana, ben } = await circleOf(['ana', 'ben', 'cleo'])
    linkIn(await room.givesRole(ana, ben, 'steward'))
    expect(stewardNames(room, ana, ben)).toEqual(['ana', 'ben'])
    linkIn(await room.givesRole(ana, ana, 'member'))
    expect(stewardNames(room, ana, ben)).toEqual(['ben'])
  })

  test('[R-ROLE] [C02] a member does not make themselves a steward, nor anybody else', async () => {
    const { room, ben, cleo } = await circleOf(['ana', 'ben', 'cleo'])
    expect(await room.givesRole(ben, ben, 'steward')).toMatchObject(refusedBy('R-ROLE'))
    expect(await room.givesRole(ben, cleo, 'steward')).toMatchObject(refusedBy('R-ROLE'))
    expect(await room.givesRole(ben, ben, 'member')).toMatchObject(refusedBy('R-ROLE'))
  })

  test('[R-ROLE] [C47] one of two stewards makes no third alone, and unmakes or removes nobody alone', async () => {
    const { room, ana, ben, cleo } = await circleOf(['ana', 'ben', 'cleo'], ['ana', 'ben'])
    expect(await room.givesRole(ana, cleo, 'steward')).toMatchObject(refusedBy('R-ROLE'))
    expect(await room.givesRole(ana, ben, 'member')).toMatchObject(refusedBy('R-ROLE'))
    expect(await room.removes(ana, ben)).toMatchObject(refusedBy('R-ALONE'))
  })

  test('[R-REMAINS] [C31] the last steward does not step down', async () => {
    const { room, ana } = await circleOf(['ana', 'ben'])
    expect(await room.givesRole(ana, ana, 'member')).toMatchObject(refusedBy('R-REMAINS'))
  })

  test('[R-TARGET] a role is given to somebody who is here', async () => {
    const { room, ana, finn } = await circleOf(['ana', 'ben'])
    expect(await room.givesRole(ana, finn, 'steward')).toMatchObject(refusedBy('R-TARGET'))
  })

  test('[R-ROLE] making somebody a steward who is one already says nothing and is refused', async () => {
    const { room, ana } = await circleOf(['ana', 'ben'])
    expect(await room.givesRole(ana, ana, 'steward')).toMatchObject(refusedBy('R-ROLE'))
  })

  test('[R-OWNED] in an owned room there are no roles and no proposals', async () => {
    const { ana, ben, cleo, link } = await people('ana', 'ben', 'cleo', 'link')
    const room = await roomOf([ana, ben, cleo], link, { policy: owned })
    expect(await room.givesRole(ana, ben, 'steward')).toMatchObject(refusedBy('R-OWNED'))
    expect(await room.proposes(ben, 'remove', cleo)).toMatchObject(refusedBy('R-OWNED'))
  })
})

describe('proposing', () => {
  test('[R-STEWARD] a member proposes anything but closing', async () => {
    const { room, ana, ben } = await circleOf(['ana', 'ben', 'cleo'])
    expect(await room.proposes(ben, 'close', null)).toMatchObject(refusedBy('R-STEWARD'))
    linkIn(await room.proposes(ben, 'unmake', ana, ben))
    linkIn(await room.proposes(ana, 'close', null))
  })

  test('[R-TARGET] [R-NOTSELF] the one meant is present and is not the author', async () => {
    const { room, ben, finn } = await circleOf(['ana', 'ben', 'cleo'])
    expect(await room.proposes(ben, 'remove', finn)).toMatchObject(refusedBy('R-TARGET'))
    expect(await room.proposes(ben, 'make', ben)).toMatchObject(refusedBy('R-NOTSELF'))
  })

  test('[R-FITS] the act fits the role, and names a target and a successor only where it has use for them', async () => {
    const { room, ana, ben, cleo } = await circleOf(['ana', 'ben', 'cleo'])
    expect(await room.proposes(ben, 'make', ana)).toMatchObject(refusedBy('R-FITS'))
    expect(await room.proposes(ben, 'unmake', cleo)).toMatchObject(refusedBy('R-FITS'))
    expect(await room.proposes(ben, 'make', cleo, ben)).toMatchObject(refusedBy('R-FITS'))
    expect(await room.proposes(ben, 'remove', null)).toMatchObject(refusedBy('R-FITS'))
    expect(await room.proposes(ana, 'close', ben)).toMatchObject(refusedBy('R-FITS'))
    expect(await room.proposes(ana, 'close', null, ben)).toMatchObject(refusedBy('R-FITS'))
  })

  test('[R-SUCCESSOR] a successor is here and is not the one who goes', async () => {
    const { room, ana, ben, finn } = await circleOf(['ana', 'ben', 'cleo'])
    expect(await room.proposes(ben, 'remove', ana, finn)).toMatchObject(refusedBy('R-SUCCESSOR'))
    expect(await room.proposes(ben, 'remove', ana, ana)).toMatchObject(refusedBy('R-SUCCESSOR'))
  })

  test('[R-ONEOPEN] a second proposal waits until the first is withdrawn', async () => {
    const { room, ana, ben, cleo } = await circleOf(['ana', 'ben', 'cleo'])
    const first = linkIn(await room.proposes(ben, 'remove', cleo))
    expect(await room.proposes(ben, 'unmake', ana, ben)).toMatchObject(refusedBy('R-ONEOPEN'))
    linkIn(await room.withdraws(ben, first))
    linkIn(await room.proposes(ben, 'unmake', ana, ben))
  })
})

describe('confirming', () => {
  test('[C46] a steward and any second member remove a member; a steward alone does not', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'])
    expect(await room.removes(ana, cleo)).toMatchObject(refusedBy('R-ALONE'))
    const proposal = linkIn(await room.proposes(dora, 'remove', cleo))
    expect(verdictOfYes(room.state(), proposal, ben.id)).toBe('counts')
    expect(verdictOfYes(room.state(), proposal, ana.id)).toBe('completes')
    const done = headerIn(await room.confirms(ana, proposal))
    expect(done.delta).toMatchObject({ op: 'confirm', generation: { count: 4 } })
    expect(room.state().members.has(cleo.id)).toBe(false)
    expect(room.state().proposals.get(proposal)?.state).toBe('done')
  })

  test('more than half remove a member without a steward', async () => {
    const { room, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.confirms(dora, proposal))
    expect(room.state().members.has(cleo.id)).toBe(true)
    const { room: three, ben: b, cleo: c, dora: d, eve: e } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'])
    const other = linkIn(await three.proposes(b, 'remove', c))
    linkIn(await three.confirms(d, other))
    expect(three.state().members.has(c.id)).toBe(true)
    linkIn(await three.confirms(e, other))
    expect(three.state().members.has(c.id)).toBe(false)
  })

  test('[R-OWNACT] [C46] the author and the target do not confirm', async () => {
    const { room, ana, cleo } = await circleOf(['ana', 'ben', 'cleo'])
    const proposal = linkIn(await room.proposes(ana, 'remove', cleo))
    expect(await room.confirms(ana, proposal)).toMatchObject(refusedBy('R-OWNACT'))
    expect(await room.confirms(cleo, proposal)).toMatchObject(refusedBy('R-OWNACT'))
    expect(verdictOfYes(room.state(), proposal, cleo.id)).toBe('not-possible')
  })

  test('[R-VOTER] [C46] someone let in after the proposal has no say in it', async () => {
    const { room, ana, cleo, dora, link2 } = await circleOf(['ana', 'ben', 'cleo'])
    const proposal = linkIn(await room.proposes(ana, 'remove', cleo))
    linkIn(await room.invites(ana, link2))
    linkIn(await room.admits(ana, dora, link2))
    expect(await room.confirms(dora, proposal)).toMatchObject(refusedBy('R-VOTER'))
  })

  test('[R-TWICE] nobody counts twice', async () => {
    const { room, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.confirms(dora, proposal))
    expect(await room.confirms(dora, proposal)).toMatchObject(refusedBy('R-TWICE'))
  })

  test('[R-PROPOSAL] what is done, void or never was proposed is not confirmed, nor withdrawn', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.withdraws(ben, proposal))
    expect(await room.confirms(dora, proposal)).toMatchObject(refusedBy('R-PROPOSAL'))
    expect(await room.withdraws(ben, proposal)).toMatchObject(refusedBy('R-PROPOSAL'))
    expect(await room.confirms(ana, room.state().head.link)).toMatchObject(refusedBy('R-PROPOSAL'))
  })

  test('[R-COMPLETES] the yes that completes a removal carries the new key, no other yes does', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    expect(await room.writes(ana, { op: 'confirm', proposal, generation: null })).toMatchObject(refusedBy('R-COMPLETES'))
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    expect(await room.writes(dora, { op: 'confirm', proposal, generation }, { boxes })).toMatchObject(refusedBy('R-COMPLETES'))
  })

  test('[R-COUNT] the yes that completes a removal has no box for the one who goes', async () => {
    const { room, ana, ben, cleo } = await circleOf(['ana', 'ben', 'cleo'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    const { generation, boxes } = await room.makes({ op: 'rotate' })
    expect(await room.writes(ana, { op: 'confirm', proposal, generation }, { boxes })).toMatchObject(refusedBy('R-COUNT'))
  })

  test('[R-REMAINS] [C48] the others remove the only steward not without a successor, but with one', async () => {
    const { room, ana, ben, cleo } = await circleOf(['ana', 'ben', 'cleo'])
    const alone = linkIn(await room.proposes(ben, 'remove', ana))
    expect(verdictOfYes(room.state(), alone, cleo.id)).toBe('needs-successor')
    expect(await room.confirms(cleo, alone)).toMatchObject(refusedBy('R-REMAINS'))
    linkIn(await room.withdraws(ben, alone))
    const named = linkIn(await room.proposes(ben, 'remove', ana, ben))
    linkIn(await room.confirms(cleo, named))
    expect(room.state().members.has(ana.id)).toBe(false)
    expect(stewardNames(room, ben, cleo)).toEqual(['ben'])
  })

  test('a successor takes over only when no other steward remains', async () => {
    const { room, ana, ben, cleo, dora, eve } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'], ['ana', 'ben'])
    const proposal = linkIn(await room.proposes(cleo, 'unmake', ana, dora))
    linkIn(await room.confirms(ben, proposal))
    linkIn(await room.confirms(eve, proposal))
    expect(stewardNames(room, ana, ben, cleo, dora, eve)).toEqual(['ben'])
  })

  test('[C06] of two stewards who propose to remove each other the first that completes voids the other', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora'], ['ana', 'ben'])
    const hers = linkIn(await room.proposes(ana, 'remove', ben))
    const his = linkIn(await room.proposes(ben, 'remove', ana))
    linkIn(await room.confirms(cleo, hers))
    expect(room.state().members.has(ben.id)).toBe(true)
    linkIn(await room.confirms(dora, hers))
    expect(room.state().members.has(ben.id)).toBe(false)
    expect(room.state().proposals.get(his)?.state).toBe('void')
    expect(await room.confirms(cleo, his)).toMatchObject(refusedBy('R-PROPOSAL'))
  })

  test('[C47] two stewards make a third, and more than half do without them', async () => {
    const { room, ana, ben, cleo, dora, eve } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'], ['ana', 'ben'])
    const byStewards = linkIn(await room.proposes(ana, 'make', cleo))
    linkIn(await room.confirms(dora, byStewards))
    expect(stewardNames(room, cleo)).toEqual([])
    linkIn(await room.confirms(ben, byStewards))
    expect(stewardNames(room, cleo)).toEqual(['cleo'])
    const byMany = linkIn(await room.proposes(dora, 'make', eve))
    linkIn(await room.confirms(ana, byMany))
    expect(stewardNames(room, eve)).toEqual([])
    linkIn(await room.confirms(ben, byMany))
    expect(stewardNames(room, eve)).toEqual(['eve'])
  })

  test('[C49] a target who changes roles or lets friends in does not stop what was proposed', async () => {
    const { room, ana, ben, cleo, dora, eve, finn, link2 } = await circleOf(['ana', 'ben', 'cleo', 'dora'], ['ana', 'ben'])
    const proposal = linkIn(await room.proposes(cleo, 'remove', ana))
    linkIn(await room.invites(ana, link2, 'link', 2))
    linkIn(await room.admits(ana, eve, link2))
    linkIn(await room.admits(ana, finn, link2))
    linkIn(await room.givesRole(ana, ana, 'member'))
    linkIn(await room.confirms(ben, proposal))
    expect(room.state().members.has(ana.id)).toBe(false)
    expect(room.state().members.has(dora.id)).toBe(true)
  })

  test('[C49] roles are read at the completing yes: a steward who stepped down counts as a member', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'], ['ana', 'ben'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.givesRole(ben, ben, 'member'))
    expect(verdictOfYes(room.state(), proposal, dora.id)).toBe('counts')
    expect(verdictOfYes(room.state(), proposal, ana.id)).toBe('completes')
  })

  test('who has gone no longer counts, for the number or against it', async () => {
    const { room, ben, cleo, dora, eve } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve', 'finn'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.confirms(dora, proposal))
    expect(verdictOfYes(room.state(), proposal, eve.id)).toBe('counts')
    linkIn(await room.leaves((await people('finn')).finn))
    expect(verdictOfYes(room.state(), proposal, eve.id)).toBe('completes')
  })

  test('closing takes everyone in a room of four, and more than half in a larger one', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora'])
    const proposal = linkIn(await room.proposes(ana, 'close', null))
    linkIn(await room.confirms(ben, proposal))
    linkIn(await room.confirms(cleo, proposal))
    expect(room.state().closed).toBe(false)
    linkIn(await room.confirms(dora, proposal))
    expect(room.state().closed).toBe(true)
    const five = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve'])
    const other = linkIn(await five.room.proposes(five.ana, 'close', null))
    linkIn(await five.room.confirms(five.ben, other))
    expect(five.room.state().closed).toBe(false)
    linkIn(await five.room.confirms(five.cleo, other))
    expect(five.room.state().closed).toBe(true)
  })
})

describe('what ends a proposal', () => {
  test('[R-WITHDRAW] its author ends it, who confirmed takes a yes back, nobody else does either', async () => {
    const { room, ana, ben, cleo, dora } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve', 'finn'])
    const proposal = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.confirms(dora, proposal))
    expect(await room.withdraws(ana, proposal)).toMatchObject(refusedBy('R-WITHDRAW'))
    linkIn(await room.withdraws(dora, proposal))
    expect(room.state().proposals.get(proposal)).toMatchObject({ state: 'open', confirmedBy: new Set() })
    linkIn(await room.withdraws(ben, proposal))
    expect(room.state().proposals.get(proposal)?.state).toBe('void')
  })

  test('it ends when its target, its successor or its author goes, or the target has the role', async () => {
    const { room, ana, ben, cleo, dora, eve, finn } = await circleOf(['ana', 'ben', 'cleo', 'dora', 'eve', 'finn'])
    const aboutCleo = linkIn(await room.proposes(ben, 'remove', cleo))
    const withCleo = linkIn(await room.proposes(dora, 'unmake', ana, cleo))
    const ofCleo = linkIn(await room.proposes(cleo, 'remove', eve))
    const makesFinn = linkIn(await room.proposes(eve, 'make', finn))
    const states = (...links: readonly (typeof aboutCleo)[]): readonly unknown[] => links.map((link) => room.state().proposals.get(link)?.state)
    linkIn(await room.leaves(cleo))
    expect(states(aboutCleo, withCleo, ofCleo, makesFinn)).toEqual(['void', 'void', 'void', 'open'])
    linkIn(await room.givesRole(ana, finn, 'steward'))
    expect(states(makesFinn)).toEqual(['void'])
  })

  test('closing is asked again when somebody has come in since', async () => {
    const { room, ana, ben, cleo, dora, link2 } = await circleOf(['ana', 'ben', 'cleo'])
    const closing = linkIn(await room.proposes(ana, 'close', null))
    const removing = linkIn(await room.proposes(ben, 'remove', cleo))
    linkIn(await room.invites(ana, link2))
    linkIn(await room.admits(ana, dora, link2))
    expect(room.state().proposals.get(closing)?.state).toBe('void')
    expect(room.state().proposals.get(removing)?.state).toBe('open')
  })
})
