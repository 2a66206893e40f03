import { expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import type { MemberId } from '../log/types.ts'
import { openOutbox, type Item, type Outbox } from './outbox.ts'
import { memoryStore } from './store.ts'

function letterTo(recipient: string, act: string, group: string): Omit<Item, 'number' | 'state'> {
  return { act, group, time: 0, titleKey: 'x', order: { to: 'mail', recipient: recipient as MemberId, type: 'mail.kept', shape: 1, data: new Uint8Array(), carried: [] }, readers: [] }
}

/** An outbox on a real store, and what it sent, in order. While `inviting` is sent, the invitation it makes is added before all else. */
async function sending(): Promise<{ readonly outbox: Outbox; readonly sent: readonly string[]; readonly rests: () => Promise<void> }> {
  const sent: string[] = []
  const rested = { now: (): void => undefined }
  const outbox: Outbox = await openOutbox({
    store: memoryStore(),
    deviceKey: systemRandom.bytes(32),
    random: systemRandom,
    alone: (work) => work(),
    async deliver({ act }) {
      sent.push(act)
      if (act === 'inviting') await outbox.addFirst(letterTo('her', 'invitation', 'invitation'))
      if (act === 'telling') await outbox.add([letterTo('her', 'later', 'later')])
      return { kind: 'done' }
    },
    changed: () => undefined,
    rested: () => rested.now(),
  })
  return { outbox, sent, rests: () => new Promise((resolve) => void (rested.now = resolve)) }
}

test('the way into a room is on its way before the letter that tells of it, and before what waits behind', async () => {
  const { outbox, sent, rests } = await sending()
  const done = rests()
  await outbox.add([letterTo('her', 'telling', 'one'), letterTo('her', 'inviting', 'one'), letterTo('her', 'the letter', 'one'), letterTo('him', 'another', 'two')])
  await done
  expect(sent).toEqual(['telling', 'inviting', 'invitation', 'the letter', 'another', 'later'])
  expect(outbox.items()).toEqual([])
})
