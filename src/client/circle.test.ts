import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { quiet } from '../testing/attacked-world.ts'
import { good, idOf, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'
import { coreOf } from './session.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

const reason = { kindOfReason: 'shouting', decidedBy: 'the Tuesday meeting', until: '1 May', wayBack: 'talk to Ana' }

async function three(): Promise<{ readonly ana: Device; readonly ben: Device; readonly cleo: Device }> {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  const cleo = await world.joins(ana, 'Cleo')
  for (const device of [ana, ben, cleo]) await until(device, (now) => now.circle.people.filter(({ name }) => name !== '▯').length === 3)
  return { ana, ben, cleo }
}

describe('removal by two', () => {
  test('Cleo was away while she was put out and the others wrote on: she sees that she was removed, not that the server hides something', async () => {
    const { ana, ben, cleo } = await three()
    cleo.session().lock()
    good(await ben.session().propose({ act: 'remove', member: idOf(ben, 'Cleo'), successor: null, ...reason }))
    const proposal = await until(ana, (now) => now.circle.proposals.find((one) => one.mayConfirm))
    good(await ana.session().confirm(proposal.link))
    for (const brings of ['bread', 'soup', 'salt']) good(await ana.session().setAbout({ languages: 'en', brings }))
    const again = world.device({ store: cleo.store })
    await opensAgain(again)
    await until(again, (now) => now.circle.verdict.kind === 'removed')
    await until(again, (now) => now.connection === 'live')
    await quiet(again)
    expect(again.session().snapshot().circle.verdict).toEqual({ kind: 'removed' })
    expect(coreOf(again.session()).commons!.evidence).toEqual([])
  })

  test('Ben proposes, Ana confirms: Cleo is out, the key is new, and Cleo sees that she was removed', async () => {
    const { ana, ben, cleo } = await three()
    const before = coreOf(ana.session()).commons!.state!.generation.g
    good(await ben.session().propose({ act: 'remove', member: idOf(ben, 'Cleo'), successor: null, ...reason }))
    const proposal = await until(ana, (now) => now.circle.proposals.find((one) => one.mayConfirm))
    expect(proposal.reason).toEqual(reason)
    good(await ana.session().confirm(proposal.link))
    await until(ben, (now) => now.circle.people.some(({ name, present }) => name === 'Cleo' && !present))
    await until(cleo, (now) => now.circle.verdict.kind === 'removed')
    good(await ana.session().setAbout({ languages: 'en', brings: 'bread' }))
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'bread'))
    expect(coreOf(ana.session()).commons!.state!.generation.g).toBe(before + 1)
    expect(coreOf(cleo.session()).commons!.keys.has(before + 1)).toBe(false)
    expect(
      cleo
        .session()
        .snapshot()
        .circle.people.some(({ brings }) => brings === 'bread'),
    ).toBe(false)
  })

  test('nobody confirms their own proposal', async () => {
    const { ana } = await three()
    good(await ana.session().propose({ act: 'remove', member: idOf(ana, 'Cleo'), successor: null, ...reason }))
    const proposal = await until(ana, (now) => now.circle.proposals[0])
    expect(proposal.mayConfirm).toBe(false)
    expect(await ana.session().confirm(proposal.link)).toMatchObject({ ok: false, error: { kind: 'not-possible-any-more', rule: 'R-OWNACT' } })
    good(await ana.session().withdraw(proposal.link))
    await until(ana, (now) => now.circle.proposals.length === 0)
  })
})

describe('stewards and leaving', () => {
  test('the only steward names another before she leaves; then the next writer rotates', async () => {
    const { ana, ben, cleo } = await three()
    expect(await ana.session().leave({ takeWordsOut: false })).toEqual({ ok: false, error: { kind: 'needs-successor' } })
    good(await ana.session().makeSteward(idOf(ana, 'Ben')))
    await until(ben, (now) => now.circle.myRole === 'steward')
    good(await ana.session().leave({ takeWordsOut: true }))
    await until(cleo, (now) => now.circle.people.some(({ name, present }) => name === '▯' && !present))
    good(await cleo.session().setAbout({ languages: 'fr', brings: 'salt' }))
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'salt'))
    expect(coreOf(ben.session()).commons!.state!.due).toBe(false)
    expect(coreOf(ana.session()).commons!.keys.size).toBeLessThan(coreOf(ben.session()).commons!.state!.generation.g)
  })

  test('a circle that more than half agree to close is let go of by everybody’s app', async () => {
    const { ana, ben, cleo } = await three()
    good(await cleo.session().setAbout({ languages: '', brings: 'olives' }))
    good(await ana.session().propose({ act: 'close' }))
    for (const device of [ben, cleo]) {
      const proposal = await until(device, (now) => now.circle.proposals.find(({ mayConfirm }) => mayConfirm) ?? (now.circle.closed ? 'closed' : null))
      if (proposal !== 'closed') good(await device.session().confirm(proposal.link))
    }
    for (const device of [ana, ben, cleo]) {
      await until(device, (now) => now.circle.closed && now.circle.people.every(({ brings }) => brings === ''))
      expect(coreOf(device.session()).commons!.keys.size).toBe(0)
    }
    expect(await ben.session().setAbout({ languages: '', brings: 'late' })).toMatchObject({ ok: false })
  })

  test('a name that looks like another is shown with key words', async () => {
    const ana = await world.starts('Ana')
    const other = await world.joins(ana, 'Аna')
    const people = await until(other, (now) =>
      now.circle.people.length === 2 && now.circle.people.every(({ keyWords }) => keyWords?.length === 4) ? now.circle.people : null,
    )
    expect(people[0]!.keyWords).not.toEqual(people[1]!.keyWords)
  })
})

describe('coming back', () => {
  test('a recovery code opens everything on a new device; one wrong character is caught without asking the host', async () => {
    const ana = await world.starts('Ana')
    const code = good(await ana.session().makeRecoveryCode())
    ana.session().lock()
    const fresh = world.device()
    const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
    expect(await fresh.engine.openWithCode(world.origin, wrong, 'memory')).toMatchObject({ ok: false, error: { kind: 'code-mistyped' } })
    fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'memory')))
    await until(fresh, (now) => now.circle.people.some(({ name }) => name === 'Ana'))
  })

  test('a device that stays signed in opens again without words, also while the host is away', async () => {
    const ana = await world.starts('Ana')
    ana.session().lock()
    const again = world.device({ store: ana.store })
    const state = await again.engine.start()
    expect(state.kind).toBe('open')
    if (state.kind === 'open') again.opened(state.session)
    await until(again, (now) => now.connection === 'live')
    again.session().lock()
    const offline = world.device({
      store: ana.store,
      connect: (_, events) => {
        queueMicrotask(events.closed)
        return { send: () => {}, close: () => {} }
      },
    })
    const alone = await offline.engine.start()
    if (alone.kind === 'open') offline.opened(alone.session)
    expect(
      offline
        .session()
        .snapshot()
        .circle.people.map(({ name }) => name),
    ).toEqual(['Ana'])
  })

  test('a number covers the screen: wrong ones count, the right one opens, the fifth wrong one forgets', async () => {
    const ana = await world.starts('Ana')
    const covered = () => ana.session().snapshot().me.covered
    expect(covered()).toBe(false)
    await ana.session().setNumber('4711')
    expect(covered()).toBe(true)
    await ana.session().setNumber(null)
    expect(covered()).toBe(false)
    await ana.session().setNumber('4711')
    ana.session().lock()
    expect(await ana.engine.start()).toEqual({ kind: 'covered', triesLeft: 5 })
    expect(await ana.engine.uncover('1111')).toEqual({ ok: false, error: { kind: 'wrong-number', triesLeft: 4 } })
    ana.opened(good(await ana.engine.uncover('4711')))
    expect(covered()).toBe(true)
    await until(ana, (now) => now.connection === 'live')
    await ana.session().setNumber('4711')
    ana.session().lock()
    for (let left = 4; left >= 0; left--) expect(await ana.engine.uncover('2')).toMatchObject({ ok: false, error: { triesLeft: left } })
    expect(await ana.engine.start()).toEqual({ kind: 'nothing' })
  })

  test('[H04] once it is locked, no key of the person and none of any room is left in what the session held, and it hears and sends nothing more', async () => {
    const ana = await world.starts('Ana')
    good(await ana.session().openRoom({ purpose: 'quiet', history: 'none', owned: true, invited: [] }))
    good(await ana.session().showWords('en'))
    const core = coreOf(ana.session())
    const rooms = [core.personal, core.commons!, ...core.further.values()]
    const kept = (): number => core.roots.length + core.hedge.length + rooms.reduce((sum, { keys, made, bodyKeys, identities }) => sum + keys.size + made.size + bodyKeys.size + identities.length, 0)
    expect(rooms).toHaveLength(3)
    expect(kept()).toBeGreaterThan(rooms.length)
    expect(core.freshWords).not.toBeNull()
    ana.session().lock()
    expect(kept()).toBe(0)
    expect(core.freshWords).toBeNull()
    expect(core.transport.hello()).toBeNull()
  })

  test('wiping this device leaves nothing on it', async () => {
    const ana = await world.starts('Ana')
    await ana.session().wipe({ forget: true })
    expect(await ana.store.list('')).toEqual([])
    expect(await ana.engine.start()).toEqual({ kind: 'nothing' })
  })

  test('an export is made with a passphrase', async () => {
    const ana = await world.starts('Ana')
    expect(good(await ana.session().exportMine('seven small goats')).length).toBeGreaterThan(1_000)
  })

  test('settings, mutes and drafts are there on another device', async () => {
    const { ana } = await three()
    await ana.session().setSettings({ language: 'es', theme: 'dark' })
    await ana.session().mute(idOf(ana, 'Ben'), true)
    await until(ana, (now) => now.settings.theme === 'dark' && now.muted.length === 1)
    const words = good(await ana.session().showWords('en'))
    const other = world.device()
    other.opened(good(await other.engine.openWithWords(world.origin, words.join(' '), 'memory')))
    const { settings, muted } = await until(other, (now) => (now.connection === 'live' ? now : null))
    expect(settings).toMatchObject({ language: 'es', theme: 'dark', thanksHints: true })
    expect(muted).toEqual([idOf(other, 'Ben')])
  })
})

describe('new keys', () => {
  test('a rekey reaches further rooms with a new bind and a proof, and keeps the number on this device', async () => {
    const ana = await world.starts('Ana')
    const ben = await world.joins(ana, 'Ben')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    const room = good(await ana.session().openRoom({ purpose: 'quiet', history: 'none', owned: false, invited: [idOf(ana, 'Ben')] }))
    good(await ben.session().acceptRoom((await until(ben, (now) => now.roomInvitations[0])).id))
    await until(ana, (now) => now.furtherRooms[0]?.people.length === 2)
    await ana.session().setNumber('4711')
    good(await ana.session().rekey({ oldWords: null, language: 'en' }))
    await until(ben, (now) => now.furtherRooms[0]?.people.every(({ proven }) => proven === 'proven'))
    await until(ben, () => coreOf(ben.session()).folds.get(room)!.replacedAt.size === 2)
    ana.session().lock()
    expect(await ana.engine.start()).toMatchObject({ kind: 'covered' })
    ana.opened(good(await ana.engine.uncover('4711')))
    good(await ana.session().setAbout({ languages: '', brings: 'new keys' }))
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'new keys'))
  })

  test('after a rekey the new words open everything, the old ones open nothing that writes', async () => {
    const { ana, ben } = await three()
    const old = good(await ana.session().showWords('en'))
    const fresh = good(await ana.session().rekey({ oldWords: old.join(' '), language: 'en' }))
    expect(fresh).not.toEqual(old)
    good(await ana.session().setAbout({ languages: 'en', brings: 'new keys' }))
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'new keys'))
    const device = world.device()
    expect(await device.engine.openWithWords(world.origin, old.join(' '), 'memory')).toEqual({ ok: false, error: { kind: 'words-open-nothing' } })
    device.opened(good(await device.engine.openWithWords(world.origin, fresh.join(' '), 'memory')))
    await until(device, (now) => now.circle.people.some(({ brings }) => brings === 'new keys'))
    good(await device.session().setAbout({ languages: 'en', brings: 'from the new device' }))
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'from the new device'))
  })
})
