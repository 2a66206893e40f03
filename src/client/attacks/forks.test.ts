/** Attacks A: forks, and a host that was restored, or says so. */
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { restoreFolder, backupFolder } from '../../server/copies.ts'
import { millis } from '../../base/clock.ts'
import { idBytes } from '../../log/ids.ts'
import { LIMITS } from '../../log/wire.ts'
import { DATABASE_FILE } from '../../server/store-sqlite.ts'
import { startServer, type RunningServer } from '../../server/server.ts'
import { commonsOf, hears, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../../testing/attacked-world.ts'
import { post } from '../../testing/server-kit.ts'
import { good, idOf, opensAgain, until, type Device } from '../../testing/world.ts'

let world: AttackedWorld
let others: RunningServer[] = []
// How far the clocks of the servers made here are ahead.
const ahead = { millis: 0 }

beforeEach(async () => {
  world = await makeAttackedWorld()
  others = []
  ahead.millis = 0
})

afterEach(async () => {
  await world.end()
  for (const other of others) await other.stop()
})

function copyNow(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-twin-'))
  backupFolder(world.server.folder, join(folder, 'copy.sqlite'))
  return folder
}

/** A second server with the same keys, from a copy of the data as it stood then. */
async function twinFrom(folder: string, options: { readonly restored: boolean }): Promise<RunningServer> {
  const data = join(folder, 'data')
  if (options.restored) restoreFolder(join(folder, 'copy.sqlite'), data, { replace: false, clock: { now: () => millis(Date.now()) } })
  else {
    mkdirSync(data, { recursive: true })
    cpSync(join(folder, 'copy.sqlite'), join(data, DATABASE_FILE))
  }
  const server = await startServer({
    port: 0,
    dataFolder: data,
    appFolder: null,
    origins: [world.host.origin],
    clock: { now: () => millis(Date.now() + ahead.millis) },
  })
  others.push(server)
  return server
}

const at = (server: RunningServer): string => `http://127.0.0.1:${server.port}`

const reason = { kindOfReason: 'shouting', decidedBy: 'Tuesday', until: '1 May', wayBack: 'talk to Ana' }

async function removeCleo(ana: Device, ben: Device): Promise<void> {
  good(await ben.session().propose({ act: 'remove', member: idOf(ben, 'Cleo'), successor: null, ...reason }))
  const proposal = await until(ana, (now) => now.circle.proposals.find((one) => one.mayConfirm))
  good(await ana.session().confirm(proposal.link))
  await until(ben, (now) => now.circle.people.some(({ name, present }) => name === 'Cleo' && !present))
}

describe('two histories', () => {
  test('[A06] Ana and Ben are shown different tails; at the first entry that crosses, Ben stops for good', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    await quiet(ana!, ben!)
    const twin = await twinFrom(copyNow(), { restored: false })
    const seen = world.host.sockets.length
    world.host.leadTo = () => at(twin)
    world.host.sockets.at(-1)!.close()
    await until(ben!, (now) => now.connection === 'live' && world.host.sockets.length > seen)
    await says(ana!, 'Ana’s tail')
    await says(ben!, 'Ben’s tail')
    expect(hears(ben!, 'Ana’s tail')).toBe(false)
    world.host.leadTo = () => world.server.url
    world.host.sockets.at(-1)!.close()
    await until(ben!, (now) => now.circle.verdict.kind === 'forked')
    const { evidence } = commonsOf(ben!)
    expect(evidence.at(-1)?.ours).not.toBe(null)
    expect(await ben!.session().setAbout({ languages: '', brings: 'x' })).toMatchObject({ ok: false, error: { rule: 'room-forked' } })
    expect(hears(ben!, 'Ben’s tail')).toBe(true)
  })
})

describe('a restored host', () => {
  test('[A27] somebody wrote before a late device returned: it is told what was left behind, goes on by a step of its own, and is offered its own words again', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    await quiet(ana!, ben!)
    const copy = copyNow()
    const kept = commonsOf(ana!).entries.length - 1
    good(await ben!.session().act('check-in', { kind: 'open-meeting' }))
    await until(ben!, (now) => now.outbox.length === 0)
    await says(ben!, 'left behind')
    await quiet(ana!, ben!)
    ben!.session().lock()
    ana!.session().lock()
    const twin = await twinFrom(copy, { restored: true })
    world.host.leadTo = () => at(twin)
    // Ana's device lost everything, so that nobody hands back; she writes first.
    await ana!.store.remove((await ana!.store.list('room/')).map(([key]) => key))
    const early = world.device({ store: ana!.store })
    await opensAgain(early)
    await until(early, (now) => now.connection === 'live')
    ahead.millis += LIMITS.handBackMillis + 1_000
    await says(early, 'after the restore')
    const late = world.device({ store: ben!.store })
    await opensAgain(late)
    const verdict = await until(late, (now) => (now.circle.verdict.kind === 'restored-loss' ? now.circle.verdict : null))
    expect(verdict).toMatchObject({ lastKeptSeq: kept, removalsUndone: [] })
    expect(verdict.roomWords).toHaveLength(6)
    expect(hears(late, 'after the restore')).toBe(false)
    good(await late.session().acceptLoss(commonsOf(late).id))
    await until(late, () => hears(late, 'after the restore'))
    await until(late, (now) => now.outbox.some(({ state: one }) => one === 'not-possible-any-more'))
    expect(commonsOf(early).entries.some(({ by, header }) => header.seq > kept && by === late.session().snapshot().me.id)).toBe(false)
  })

  test('[A27] what was lost of somebody’s own room between two of their devices is told by name, and gone on from by the same step', async () => {
    const [ana] = await startsWith(world, 'Ana', 'Ben')
    await quiet(ana!)
    const copy = copyNow()
    ana!.session().mute(idOf(ana!, 'Ben'), true)
    await until(ana!, (now) => now.muted.length === 1 && now.outbox.length === 0)
    await quiet(ana!)
    const asItWas = new Map(await ana!.store.list(''))
    ana!.session().lock()
    const twin = await twinFrom(copy, { restored: true })
    world.host.leadTo = () => at(twin)
    // Another device of hers, which kept nothing of it, writes there first.
    const other = world.device()
    await other.store.put([...asItWas].filter(([key]) => !key.startsWith('room/')))
    await opensAgain(other)
    await until(other, (now) => now.connection === 'live')
    ahead.millis += LIMITS.handBackMillis + 1_000
    other.session().setSettings({ theme: 'dark' })
    await until(other, (now) => now.settings.theme === 'dark' && now.outbox.length === 0)
    await quiet(other)
    const late = world.device({ store: ana!.store })
    await opensAgain(late)
    const trouble = await until(late, (now) => now.troubles.find(({ isOwn }) => isOwn))
    expect(trouble.verdict).toMatchObject({ kind: 'restored-loss' })
    expect(late.session().snapshot().settings.theme).toBe('system')
    good(await late.session().acceptLoss(trouble.roomId))
    await until(late, (now) => now.settings.theme === 'dark' && now.troubles.length === 0)
  })

  test('[A28] a claimed restore that would undo a removal names who would come back; without a head signed under a new life it is a fork', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    await quiet(ana!, ben!)
    const copy = copyNow()
    await removeCleo(ana!, ben!)
    const cleo = ben!
      .session()
      .snapshot()
      .circle.people.find(({ name }) => name === 'Cleo')!.id
    await quiet(ana!, ben!)
    ben!.session().lock()
    ana!.session().lock()
    const twin = await twinFrom(copy, { restored: true })
    await ana!.store.remove((await ana!.store.list('room/')).map(([key]) => key))
    world.host.leadTo = () => at(twin)
    const early = world.device({ store: ana!.store })
    await opensAgain(early)
    await until(early, (now) => now.connection === 'live')
    ahead.millis += LIMITS.handBackMillis + 1_000
    await says(early, 'after the restore')
    // Without the signed head: forked.
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'answer' && frame.answer.ok && frame.name === 'open'
          ? [{ ...frame, answer: { ok: true, value: (frame.answer.value as readonly object[]).map((one) => ({ ...one, restoredHead: null })) as never } }]
          : [frame],
    }
    const copyOfBen = new Map(await ben!.store.list(''))
    const cheated = world.device({ store: ben!.store })
    await opensAgain(cheated)
    await until(cheated, (now) => now.circle.verdict.kind === 'forked')
    cheated.session().lock()
    world.host.script = null
    await ben!.store.clear()
    await ben!.store.put([...copyOfBen])
    const late = world.device({ store: ben!.store })
    await opensAgain(late)
    const verdict = await until(late, (now) => (now.circle.verdict.kind === 'restored-loss' ? now.circle.verdict : null))
    expect(verdict.removalsUndone).toEqual([cleo])
    good(await late.session().acceptLoss(commonsOf(late).id))
    await until(late, (now) => now.circle.proposals.some(({ act, member }) => act === 'remove' && member === cleo))
  })

  test('[A27] [A28] somebody whose removal was lost writes a lost entry as if it were new, so that nothing is handed back any more: Ben is told who would come back, and goes on', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
    await quiet(ana!, ben!)
    const copy = copyNow()
    const kept = commonsOf(ben!).entries.length - 1
    await removeCleo(ana!, ben!)
    const cleo = idOf(ben!, 'Cleo')
    await quiet(ana!, ben!)
    const { id, entries } = commonsOf(ben!)
    const lost = entries[kept + 1]!.wire
    ben!.session().lock()
    ana!.session().lock()
    const twin = await twinFrom(copy, { restored: true })
    await ana!.store.remove((await ana!.store.list('room/')).map(([key]) => key))
    world.host.leadTo = () => at(twin)
    const early = world.device({ store: ana!.store })
    await opensAgain(early)
    await until(early, (now) => now.connection === 'live')
    early.session().lock()
    ahead.millis += LIMITS.handBackMillis + 1_000
    expect(await post({ url: at(twin) }, 'append', { room: idBytes(id), entries: [lost] })).toMatchObject({ ok: true })
    const late = world.device({ store: ben!.store })
    await opensAgain(late)
    const verdict = await until(late, (now) => (now.circle.verdict.kind === 'restored-loss' ? now.circle.verdict : null))
    expect(verdict).toMatchObject({ lastKeptSeq: kept, removalsUndone: [cleo] })
    good(await late.session().acceptLoss(id))
    await until(late, (now) => now.circle.verdict.kind === 'fine' && now.circle.proposals.some(({ act, member }) => act === 'remove' && member === cleo))
  })
})
