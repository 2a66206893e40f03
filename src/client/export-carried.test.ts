import { afterAll, expect, test } from 'vitest'
import { packExport, unpackExport } from '../circle/export.ts'
import { wrap } from '../circle/envelope.ts'
import { encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { replay } from '../log/replay.ts'
import { practices } from '../practices/index.ts'
import { good, makeWorld, until, type Device } from '../testing/world.ts'
import { toTakeAlong } from './export.ts'
import { newAct } from './outbox.ts'
import { write } from './room-write.ts'
import { coreOf } from './session.ts'

const world = await makeWorld()
afterAll(() => world.end())

/** Everything that whoever opens the file can read in it, in clear and sealed. */
async function allWordsIn(device: Device): Promise<string> {
  const exported = good(unpackExport(await packExport(await toTakeAlong(coreOf(device.session())))))
  const sealed = await Promise.all(exported.rooms.map((room) => replay(room.entries, room)))
  const bodies = sealed.flatMap(({ entries }) => entries.flatMap(({ body }) => (body.kind === 'opened' ? [Buffer.from(encodeCbor(body.plaintext.data)).toString('latin1')] : [])))
  return [exported.text, exported.csv, ...bodies].join('\n')
}

function example(type: string): Readonly<Record<string, Cbor>> {
  return practices.find(({ name }) => type.startsWith(`${name}.`))!.events[type]!.examples[0] as Readonly<Record<string, Cbor>>
}

async function writes(device: Device, room: string, type: string, data: Cbor): Promise<void> {
  const core = coreOf(device.session())
  const at = [...core.further.values()].find(({ id }) => id === room)!
  good(await write(core, { room: at, build: (writer) => writer.content({ type, shape: 1, data: wrap({ data, consents: [] }) }) }))
}

test('[EX-CARRIED] a holder takes along what they wrote, and none of the words they asked about, moved on or were sent for a yes', async () => {
  const ilse = await world.starts('Ilse')
  const mei = await world.joins(ilse, 'Mei')
  const [her, me] = [mei.session().snapshot().me.id, ilse.session().snapshot().me.id]
  const room = good(await ilse.session().openRoom({ purpose: 'quiet', history: 'none', owned: true, invited: [] }))
  await writes(ilse, room, 'concern.move-asked', { ...example('concern.move-asked'), author: her, words: 'hers-asked' })
  await writes(ilse, room, 'concern.moved', { ...example('concern.moved'), author: her, words: 'hers-moved' })
  await writes(ilse, room, 'concern.moved', { ...example('concern.moved'), author: null, words: 'hers-vouched' })
  await writes(ilse, room, 'concern.moved', { ...example('concern.moved'), author: me, words: 'mine-moved' })
  await writes(ilse, room, 'concern.carried', { ...example('concern.carried'), author: her, words: 'hers-carried' })
  await writes(ilse, room, 'concern.planned', { ...example('concern.planned'), words: 'mine-planned' })
  const core = coreOf(mei.session())
  const act = newAct(core.order.random)
  const letter = { to: 'mail', recipient: me, type: 'concern.words-asked', shape: 1, data: { ...example('concern.words-asked'), words: 'hers-sent' }, carried: [] } as const
  await core.outbox.add([{ act, group: act, time: core.order.clock.now(), titleKey: 'x', order: letter, readers: [] }])
  await until(ilse, () => [...(coreOf(ilse.session()).folds.get(coreOf(ilse.session()).personal.id)?.personal.letters.values() ?? [])].some(({ type }) => type === 'concern.words-asked'))

  const words = await allWordsIn(ilse)
  for (const mine of ['mine-moved', 'mine-planned']) expect(words).toContain(mine)
  for (const hers of ['hers-asked', 'hers-moved', 'hers-carried', 'hers-vouched', 'hers-sent']) expect(words).not.toContain(hers)
}, 60_000)

test('[EX-CARRIED] whose words stand in an entry is told by each practice that carries some', () => {
  const told = practices.flatMap(({ events }) =>
    Object.entries(events).flatMap(([type, kind]) => kind.examples.flatMap((body) => (kind.isOfAnother?.(kind.shape, body, 'ff'.repeat(32) as never) === true ? [type] : []))),
  )
  expect([...new Set(told)].toSorted()).toEqual([
    'concern.carried',
    'concern.move-asked',
    'concern.move-yes',
    'concern.moved',
    'concern.words-asked',
    'hearing.wrote',
    'letter.given',
    'listening.said',
    'talk.began',
  ])
})
