/** What it costs to let somebody in, to put somebody out and to rotate, in circles of 10, 100 and 1,000: making the entry on the member's side, its bytes, and the server's answer. */
import { concat } from '../src/base/bytes.ts'
import { assert } from '../src/base/assert.ts'
import { encodeRequestBody, encodeWire, decodeAnswerBody } from '../src/log/frames.ts'
import { idBytes } from '../src/log/ids.ts'
import { doorProof } from '../src/log/door.ts'
import { person, type Person } from '../src/log/testing/people.ts'
import { startRoom, type TestRoom } from '../src/log/testing/room.ts'
import { doorKeyOf, startHost, type Host } from '../e2e/host.ts'

interface Row {
  readonly people: number
  readonly act: string
  readonly makeMillis: number
  /** All threads of the member's side. */
  readonly makeCpuMillis: number
  readonly bytes: number
  readonly serverMillis: number
}

export async function benchMembership(sizes: readonly number[]): Promise<void> {
  const host = await startHost({ args: ['--no-app'] })
  console.log('membership: people | act | making it (ms) | its CPU (ms) | bytes of the append | the server (ms)')
  for (const size of sizes) for (const row of await measure(host, size)) console.log(`  ${row.people} | ${row.act} | ${row.makeMillis.toFixed(1)} | ${row.makeCpuMillis.toFixed(1)} | ${row.bytes} | ${row.serverMillis.toFixed(1)}`)
  await host.end()
}

async function measure(host: Host, size: number): Promise<readonly Row[]> {
  const { room, everybody } = await circleOf(size)
  await upload(host, room, 0, room.log.length)
  const rows: Row[] = []
  const founder = everybody[0]!
  const timed = async (act: string, make: () => Promise<{ readonly ok: boolean }>): Promise<void> => {
    const from = room.log.length
    const [begun, cpu] = [performance.now(), process.cpuUsage()]
    const made = await make()
    const makeMillis = performance.now() - begun
    const { user, system } = process.cpuUsage(cpu)
    assert(made.ok, `${act} is taken`)
    const sent = performance.now()
    const bytes = await upload(host, room, from, room.log.length)
    rows.push({ people: size, act, makeMillis, makeCpuMillis: (user + system) / 1_000, bytes, serverMillis: performance.now() - sent })
  }
  const ik = await person(`bench late ik ${size}`)
  await room.invites(founder, ik, 'link', 1)
  await upload(host, room, room.log.length - 1, room.log.length)
  const late = await person(`bench late ${size}`)
  await timed('admit', () => room.admits(founder, late, ik))
  await timed('rotate', () => room.rotates(founder))
  const proposal = await room.proposes(founder, 'remove', late)
  assert(proposal.ok, 'a removal is proposed')
  await upload(host, room, room.log.length - 1, room.log.length)
  await timed('remove (the second yes)', () => room.confirms(everybody[1]!, proposal.value.link))
  return rows
}

/** One founder and size - 1 people let in by link, 64 to an invitation. */
async function circleOf(size: number): Promise<{ readonly room: TestRoom; readonly everybody: readonly Person[] }> {
  const founder = await person('bench founder')
  const room = await startRoom(founder, { seed: size })
  const everybody = [founder]
  for (let index = 1; index < size; index++) {
    const ik = await person(`bench ik ${size} ${Math.floor((index - 1) / 64)}`)
    if ((index - 1) % 64 === 0) await room.invites(founder, ik, 'link', 64)
    const newcomer = await person(`bench member ${index}`)
    const admitted = await room.admits(founder, newcomer, ik)
    assert(admitted.ok, 'a newcomer is let in')
    everybody.push(newcomer)
  }
  return { room, everybody }
}

/** Sends entries [from, to) in appends of one author each; returns their bytes. */
async function upload(host: Host, room: TestRoom, from: number, to: number): Promise<number> {
  let bytes = 0
  for (let at = from; at < to; ) {
    const author = room.sealed[at]!.header.author
    let end = at + 1
    while (end < to && end - at < 64 && room.sealed[end]!.header.author === author) end++
    const entries = room.log.slice(at, end)
    const door = at === 0 ? await doorProof(doorKeyOf(host), { name: 'append', subject: idBytes(room.roomId), content: entries[0]!.header }) : null
    const body = encodeRequestBody('append', { room: idBytes(room.roomId), entries, ...(door !== null && { door }) })
    const response = await fetch(`${host.origin}/v1/append`, { method: 'POST', body })
    const answer = decodeAnswerBody('append', new Uint8Array(await response.arrayBuffer()))
    assert(answer.ok && answer.value.ok, `the server takes it: ${JSON.stringify(answer)}`)
    bytes += concat(...entries.map(encodeWire)).length
    at = end
  }
  return bytes
}
