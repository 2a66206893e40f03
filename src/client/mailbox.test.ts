import { expect, test } from 'vitest'
import { sealMail } from '../circle/mail.ts'
import { decodeServerFrame } from '../log/frames.ts'
import { atRest } from '../testing/attacked-world.ts'
import { post } from '../testing/server-kit.ts'
import { idOf, good, makeWorld, until, type Device } from '../testing/world.ts'
import { presentIdentity } from './room.ts'
import { coreOf } from './session.ts'
import { connectWebSocket } from './socket.ts'

test('a letter that comes while the circle is still being read is taken once it is', async () => {
  const { promise: isTold, resolve: tells } = Promise.withResolvers<void>()
  const world = await makeWorld({}, (origin, events) =>
    connectWebSocket(origin, {
      ...events,
      received: (message) => {
        events.received(message)
        const frame = decodeServerFrame(message)
        if (frame.ok && frame.value.kind === 'notice' && frame.value.notice.name === 'mail') tells()
      },
    }),
  )
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  const core = coreOf(ben.session())
  const commons = core.commons!
  const head = commons.hostHead!
  // The host named an entry that has not come yet.
  commons.hostHead = { ...head, seq: head.seq + 1 }
  const waits = new Promise<void>((resolve) => {
    const request = core.transport.request
    core.transport.request = (name, body) => {
      if (name === 'mail-collected') resolve()
      return request(name, body)
    }
  })
  good(await ana.session().act('appreciation', { kind: 'thank', to: idOf(ana, 'Ben'), saw: 'You stayed.', changed: '', shows: [], leadNext: '', offered: false }))
  await until(ana, (now) => now.outbox.length === 0)
  const received = (): number => (ben.session().snapshot().practices['appreciation'] as { readonly personal: { readonly received: readonly unknown[] } }).personal.received.length
  await isTold
  await atRest(ben)
  expect(received()).toBe(0)
  commons.hostHead = head
  core.followUp()
  await until(ben, () => received() === 1)
  await waits
  await world.end()
})

test('somebody who was put out fills Ben’s mailbox: he has a new one that they do not know, and a letter of Ana’s reaches him', async () => {
  const world = await makeWorld()
  const ana = await world.starts('Ana')
  const [ben, cleo] = [await world.joins(ana, 'Ben'), await world.joins(ana, 'Cleo')]
  await until(ana, (now) => now.circle.people.filter(({ name }) => name !== '▯').length === 3)
  const mailboxOf = (device: Device) => coreOf(device.session()).folds.get(coreOf(ana.session()).commons!.id)!.view.mailboxes.get(idOf(ana, 'Ben'))!
  const known = mailboxOf(cleo)
  const reason = { kindOfReason: 'shouting', decidedBy: 'Tuesday', until: '1 May', wayBack: 'talk to Ana' }
  good(await ana.session().propose({ act: 'remove', member: idOf(ana, 'Cleo'), successor: null, ...reason }))
  const proposal = await until(ben, (now) => now.circle.proposals.find((one) => one.mayConfirm))
  good(await ben.session().confirm(proposal.link))
  await until(cleo, (now) => now.circle.verdict.kind === 'removed')
  const fill = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++)
      expect(await post(world.server, 'mail-drop', { address: known.address, secret: known.secret, item: new Uint8Array(4_096).fill(index) })).toMatchObject({ ok: true })
  }
  // On the day it was made it stays.
  await fill(33)
  await expect.poll(async () => (await world.server.running.host.store.mail(known.address)).length).toBe(0)
  await atRest(ben)
  expect(mailboxOf(ben)).toEqual(known)
  for (const device of [ana, ben]) device.clock.move(2 * 86_400_000)
  await fill(31)
  await until(ana, () => mailboxOf(ana).counter === 1)
  await atRest(ben)
  good(await ana.session().act('appreciation', { kind: 'thank', to: idOf(ana, 'Ben'), saw: 'You stayed.', changed: '', shows: [], leadNext: '', offered: false }))
  await until(ben, (now) => (now.practices['appreciation'] as { readonly personal: { readonly received: readonly unknown[] } }).personal.received.length === 1)
  expect(mailboxOf(cleo)).toEqual(known)
  await world.end()
})

test('who is muted is not told: however many letters they send, the mailbox stays where it was', async () => {
  const world = await makeWorld()
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
  const commons = coreOf(ana.session()).commons!
  const mailboxOf = (device: Device) => coreOf(device.session()).folds.get(commons.id)!.view.mailboxes.get(idOf(ana, 'Ana'))!
  const { address, secret, counter } = mailboxOf(ben)
  ana.session().mute(idOf(ana, 'Ben'), true)
  await until(ana, (now) => now.muted.length === 1 && now.outbox.length === 0)
  for (const device of [ana, ben]) device.clock.move(2 * 86_400_000)
  const { rkHex: owner, kem } = presentIdentity(commons)!
  const bens = presentIdentity(coreOf(ben.session()).commons!)!.rk
  for (let index = 0; index < 40; index++) {
    const letter = { type: 'appreciation.thanks', shape: 1, act: new Uint8Array(16).fill(index), claimedTime: ben.clock.now(), data: null }
    const item = good(await sealMail({ circle: commons.id, owner, kem: kem.publicKey, address }, letter, bens))
    expect(await post(world.server, 'mail-drop', { address, secret, item })).toMatchObject({ ok: true })
  }
  await expect.poll(async () => (await world.server.running.host.store.mail(address)).length).toBe(0)
  await atRest(ana)
  expect(mailboxOf(ana).counter).toBe(counter)
  await world.end()
})
