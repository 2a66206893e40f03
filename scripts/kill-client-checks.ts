/**
 * After a kill: what a device that knows nothing but a recovery code or words finds on the host, beside what the killed client said was acknowledged.
 *
 * Three faults: something acknowledged is not there (`lost`), something is there twice (`twice`), something is half done and stays so (`torn`).
 */
import { toHex } from '../src/base/bytes.ts'
import { auditBoxes } from '../src/client/box-audit.ts'
import { allRooms, type Core } from '../src/client/core.ts'
import type { Engine, Knocking, Session } from '../src/client/api.ts'
import type { Room } from '../src/client/room.ts'
import { coreOf } from '../src/client/session.ts'
import { replay } from '../src/log/replay.ts'
import type { AppreciationStates } from '../src/practices/appreciation/rules.ts'
import { good } from '../src/testing/world.ts'
import { eventually } from './eventually.ts'
import type { Client } from './kill-client-process.ts'
import type { Act, Settled } from './kill-client-words.ts'

export interface Fault {
  readonly kind: 'lost' | 'twice' | 'torn'
  readonly what: string
}

/** What was acknowledged in a circle so far. */
export interface Ledger {
  /** The link of each entry that was seen on the chain, by room and seq. */
  readonly entries: Map<string, string>
  /** Thanks by their words. `kept`: the outbox had them, so they may not get lost. */
  readonly lines: Map<string, 'asked for' | 'kept'>
  words: string
  code: string
  epoch: number
}

export interface Newcomer {
  readonly name: string
  readonly words: string
  readonly knocking: Knocking
}

export interface Scene {
  readonly client: Client
  readonly ben: Session
  readonly newEngine: () => Engine
  readonly origin: string
  readonly ledger: Ledger
  readonly act: Act
  /** The client was told that it is done. */
  readonly isOver: boolean
  readonly newcomer: Newcomer | null
}

export async function checkEverything(scene: Scene): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  const fault = (kind: Fault['kind'], what: string): void => void faults.push({ kind, what: `${scene.act.kind}: ${what}` })
  await resumed(scene, fault)
  const settled = (await scene.client.ask({ do: 'settle' })).settled!
  await accountIsWhole(scene, settled, fault)
  const witness = await openElsewhere(scene, fault)
  if (witness === null) return faults
  const core = coreOf(witness)
  const hasAll = await eventually(() => settled.rooms.every(({ room, links }) => (roomIn(core, room)?.entries.length ?? 0) >= links.length), 60)
  if (hasAll === null) fault('lost', `another device does not find all that this one has: ${JSON.stringify(settled.rooms.map(({ room, links }) => [links.length, roomIn(core, room)?.entries.length]))}`)
  for (const room of allRooms(core)) await roomIsWhole(core, room, fault)
  for (const { room, links, verdict } of settled.rooms) {
    const found = roomIn(core, room)
    if (verdict !== 'fine') fault('torn', `the room is ${verdict}`)
    if (found === null) fault('torn', 'another device does not know the room')
    else if (links.some((link, seq) => found.entries[seq]?.link !== link)) fault('lost', 'two devices hold two chains')
  }
  for (const [at, link] of scene.ledger.entries) {
    const [room, seq] = at.split(' ')
    if (roomIn(core, room!)?.entries[Number(seq)]?.link !== link) fault('lost', `entry ${seq}`)
  }
  await thanksAreThereOnce(scene, witness, fault)
  await othersSeeTheSame(scene, core, fault)
  witness.lock()
  return faults
}

type Report = (kind: Fault['kind'], what: string) => void

function roomIn(core: Core, id: string): Room | null {
  return allRooms(core).find((room) => room.id === id) ?? null
}

/** What was begun and does not stand can be done again from what is shown; what stands is not done again. */
async function resumed({ client, ben, act, isOver, newcomer }: Scene, fault: Report): Promise<void> {
  const before = (await client.ask({ do: 'settle' })).settled!
  if (act.kind === 'admit' && newcomer !== null) {
    const isInCircle = ben.snapshot().circle.people.filter(({ name }) => name === newcomer.name).length
    if (isOver && isInCircle !== 1) fault(isInCircle === 0 ? 'lost' : 'twice', 'somebody who was let in')
    if (isInCircle === 0 && before.knocks.length === 0) fault('torn', 'neither the knock nor the newcomer is there')
    if (isInCircle === 0) await client.ask({ do: 'act', kind: 'admit', words: newcomer.words, stallAt: Number.MAX_SAFE_INTEGER })
    const session = good(await newcomer.knocking.result)
    const isHome = await eventually(() => session.snapshot().connection === 'live' && session.snapshot().circle.people.some(({ name }) => name === newcomer.name), 60)
    if (isHome === null) fault('torn', 'who was let in does not find themselves in the circle')
    session.lock()
  }
  if (act.kind === 'enter') {
    if (isOver && before.invitations.length > 0) fault('torn', 'an invitation stays open after the entry')
    if (before.invitations.length > 0)
      await client.ask({ do: 'act', kind: 'enter', stallAt: Number.MAX_SAFE_INTEGER }).catch((error: unknown) => fault('torn', `an entry cannot be finished: ${String(error)}`))
  }
}

/** New keys are taken everywhere or nowhere, and the words that a person knows open what is newest. */
async function accountIsWhole({ client, ledger, act, isOver }: Scene, settled: Settled, fault: Report): Promise<void> {
  if (act.kind !== 'rekey') {
    if (settled.epoch !== ledger.epoch) fault('torn', 'new keys that nobody asked for')
    return
  }
  if (isOver && settled.epoch !== ledger.epoch + 1) fault('lost', 'new keys that were made')
  if (settled.epoch > ledger.epoch + 1) fault('twice', 'new keys')
  if (!isOver && settled.epoch > ledger.epoch) {
    // Finished at the next start: the words were never shown, so they are shown now.
    await client.ask({ do: 'words' }).then(
      ({ words }) => void (ledger.words = words!.join(' ')),
      (error: unknown) => fault('torn', `new keys without words: ${String(error)}`),
    )
  }
  ledger.epoch = settled.epoch
}

/** Somebody at another machine with what Ana has on paper: her words after new keys, else her recovery code. */
async function openElsewhere({ client, newEngine, origin, ledger, act }: Scene, fault: Report): Promise<Session | null> {
  const opened = act.kind === 'rekey' ? await newEngine().openWithWords(origin, ledger.words, 'memory') : await newEngine().openWithCode(origin, ledger.code, 'memory')
  if (!opened.ok) {
    fault('torn', `what Ana has on paper opens nothing: ${JSON.stringify(opened.error)}`)
    return null
  }
  const session = opened.value
  if ((await eventually(() => coreOf(session).connection === 'live', 60)) === null) fault('torn', 'another device does not get live')
  if (act.kind === 'rekey') {
    const newest = coreOf(session).roots.at(-1)?.epoch
    if (newest !== ledger.epoch) fault('torn', `the words open keys of epoch ${newest}, in force are those of ${ledger.epoch}`)
    ledger.code = (await client.ask({ do: 'code' })).code!
  }
  return session
}

async function roomIsWhole(core: Core, room: Room, fault: Report): Promise<void> {
  const { state } = room
  if (state === null) return fault('torn', `a ${room.place} room has no state`)
  if (room.verdict.kind !== 'fine') fault('torn', `a ${room.place} room is ${room.verdict.kind}`)
  if (room.entries.some(({ header }, at) => header.seq !== at)) fault('torn', 'a chain has a hole')
  if (!room.keys.has(state.generation.g)) fault('torn', `the newest key of a ${room.place} room does not open`)
  if (state.due) fault('torn', `a rotation of a ${room.place} room is due and not made`)
  if ((await auditBoxes(core, room)) !== 'good') fault('torn', `the boxes of a ${room.place} room are not its members’`)
  const mine = room.identities.filter(({ rkHex }) => state.byKey.has(rkHex))
  if (mine.length !== 1) fault(mine.length === 0 ? 'torn' : 'twice', `${mine.length} keys of one person in a ${room.place} room`)
  if (mine.some(({ epoch }) => epoch !== core.roots.at(-1)!.epoch)) fault('torn', `an old key stands in a ${room.place} room`)
  const acts = room.entries.flatMap(({ by, body }) => (body.kind === 'open' ? [`${by} ${toHex(body.plaintext.act)}`] : []))
  if (new Set(acts).size !== acts.length) fault('twice', `an act in a ${room.place} room`)
  const replayed = await replay(
    room.entries.map(({ wire }) => wire),
    { boxes: 'own', keys: room.keys },
  )
  if (replayed.stop !== null) fault('torn', `a replay stops at ${replayed.stop.seq} by ${replayed.stop.rule}`)
  if (replayed.wrongKeys.length > 0) fault('torn', 'a replay finds keys that are not the committed ones')
}

/** Each thanks once with Ana and once with Ben, to whom it went by mail. */
async function thanksAreThereOnce({ ben, ledger }: Scene, witness: Session, fault: Report): Promise<void> {
  const count = (session: Session, pick: (states: AppreciationStates) => readonly { readonly saw: string }[], line: string): number =>
    pick(session.snapshot().practices['appreciation'] as AppreciationStates).filter(({ saw }) => saw === line).length
  const sent = (line: string): number => count(witness, ({ personal }) => personal.sent, line)
  const received = (line: string): number => count(ben, ({ personal }) => personal.received, line)
  await eventually(() => [...ledger.lines.keys()].every((line) => received(line) >= Math.min(1, sent(line))), 60)
  for (const [line, known] of ledger.lines) {
    if (sent(line) > 1 || received(line) > 1) fault('twice', `thanks: ${line}`)
    if (known === 'kept' && (sent(line) === 0 || received(line) === 0)) fault('lost', `thanks: ${line}`)
    if (sent(line) !== received(line)) fault('torn', `thanks: ${line} is with one of two`)
  }
}

/** Ben, who was there all the time, holds the same chain and can read it; nobody stands in it twice. */
async function othersSeeTheSame({ ben }: Scene, core: Core, fault: Report): Promise<void> {
  const his = coreOf(ben)
  for (const room of [his.commons!, ...his.further.values()]) {
    const hers = roomIn(core, room.id)
    if (hers === null) {
      // She did not enter: then no key of hers is in it.
      if (room.state!.members.size > 1) fault('torn', 'Ana is in a room that her devices do not know')
      continue
    }
    if ((await eventually(() => room.entries.length >= hers.entries.length, 30)) === null) fault('lost', 'Ben does not get what Ana wrote')
    const common = Math.min(room.entries.length, hers.entries.length)
    if (room.entries[common - 1]?.link !== hers.entries[common - 1]?.link) fault('torn', 'Ben and Ana hold two chains')
    if (room.entries.some(({ body }) => body.kind === 'no-key' || body.kind === 'withheld')) fault('torn', 'Ben cannot read an entry')
    if (room.verdict.kind !== 'fine') fault('torn', `for Ben the room is ${room.verdict.kind}`)
    if (room.place === 'further' && room.state!.members.size !== 2) fault('twice', 'somebody entered a room twice')
  }
  const names = ben.snapshot().circle.people.map(({ name }) => name)
  if (new Set(names).size !== names.length) fault('twice', 'a person in the circle')
}
