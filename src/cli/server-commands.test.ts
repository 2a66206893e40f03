/** serve, door, backup and restore as processes, as a person runs them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runHoldfast, startHost } from '../../e2e/host.ts'
import { fromBase64Url } from '../base/bytes.ts'
import { newRoom, says, someone } from '../testing/room-kit.ts'
import { hello, post, tokenFor } from '../testing/server-kit.ts'
import { doorProof } from '../log/door.ts'

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-commands-'))

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function keyIn(lines: readonly string[]): string {
  return lines.map((line) => /#start=([\w-]+)/.exec(line)?.[1]).find((key) => key !== undefined) ?? ''
}

test('the first start prints a link that starts circles here, later starts the address alone; a stop is clean', async () => {
  const data = join(scratch, 'first')
  const host = await startHost({ data, args: ['--no-app'] })
  expect(fromBase64Url(keyIn(host.lines))).toHaveLength(16)
  expect(await host.stop()).toBe(0)
  const printed = host.lines.length
  await host.start()
  expect(host.lines.slice(printed).join('\n')).toMatch(/Holdfast listens at http:\/\/localhost:\d+/)
  expect(keyIn(host.lines.slice(printed))).toBe('')
  expect(statSync(data).mode & 0o777).toBe(0o700)
  expect(await host.stop()).toBe(0)
  expect(readdirSync(data).toSorted()).toEqual(['holdfast.sqlite', 'in-use'])
}, 60_000)

test('what the first start says to type shows the link again, and the help of npm start names what it uses', async () => {
  const host = await startHost({ data: join(scratch, 'typed'), args: ['--no-app'] })
  const line = host.lines.find((text) => text.startsWith('node ')) ?? ''
  const [, ...words] = line.split(' ')
  const shown = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(shown.stdout).toBe(`${host.lines.find((text) => text.includes('#start='))}\n`)
  await host.end()
  const help = spawnSync(process.execPath, ['scripts/run.js', 'scripts/start.ts', '--help'], { encoding: 'utf8' }).stdout
  expect(help).toMatch(/--port N .*default 4747/)
  expect(help).toMatch(/--data FOLDER .*default \.\/data\)/)
}, 60_000)

test('the door key is shown again, and a running server takes a new one', async () => {
  const data = join(scratch, 'door')
  expect((await runHoldfast(['door', '--data', data])).stderr).toMatch(/no server data .* Start the server once/)
  const host = await startHost({ data, args: ['--no-app'] })
  const shown = await runHoldfast(['door', '--data', data, '--origin', 'https://notes.example'])
  expect(shown.stdout).toBe(`https://notes.example/#start=${keyIn(host.lines)}\n`)
  const changed = keyIn([(await runHoldfast(['door', '--new', '--data', data])).stdout])
  expect(changed).not.toBe(keyIn(host.lines))
  const ana = await someone()
  const make = async (key: string) => {
    const room = await newRoom(ana)
    const door = await doorProof(fromBase64Url(key)!, { name: 'append', subject: room.bytes, content: room.genesis.header })
    const answer = await post({ url: host.origin }, 'append', { room: room.bytes, entries: [room.genesis], door })
    return answer.ok ? 'ok' : answer.reason
  }
  await expect.poll(() => make(changed), { timeout: 15_000 }).toBe('ok')
  expect(await make(keyIn(host.lines))).toBe('wrong-door-key')
  await host.end()
}, 60_000)

test('a copy taken while the server runs goes back into a stopped one, which then waits for what the copy lacks', async () => {
  const data = join(scratch, 'copied')
  const host = await startHost({ data, args: ['--no-app'] })
  const server = { url: host.origin }
  const ana = await someone()
  const room = await newRoom(ana)
  const door = await doorProof(fromBase64Url(keyIn(host.lines))!, { name: 'append', subject: room.bytes, content: room.genesis.header })
  expect(await post(server, 'append', { room: room.bytes, entries: [room.genesis], door })).toMatchObject({ ok: true })
  const copy = join(scratch, 'copy.sqlite')
  expect(await runHoldfast(['backup', copy, '--data', data])).toMatchObject({ exitCode: 0 })
  // It holds the server's own keys.
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(await post(server, 'append', { room: room.bytes, entries: [await says(room, ana)] })).toMatchObject({ ok: true })
  expect((await runHoldfast(['restore', copy, '--replace', '--data', data])).stderr).toMatch(/in use by another Holdfast. Stop that one first/)
  await host.stop()
  expect((await runHoldfast(['restore', copy, '--data', data])).stderr).toMatch(/--replace/)
  expect((await runHoldfast(['restore', copy, '--replace', '--data', data])).stdout).toMatch(/Restored 1 rooms, under life \d+.*\n.*kept in .*before-restore/)
  await host.start()
  expect(await hello(server)).toMatchObject({ restored: true })
  expect(await tokenFor(server, room, ana)).not.toBeNull()
  const lost = room.entries.at(-1)!
  expect(await post(server, 'append', { room: room.bytes, entries: [lost] })).toMatchObject({ ok: false, reason: 'hand-back-first' })
  expect(await post(server, 'hand-back', { room: room.bytes, entries: [{ ...lost, boxHashes: null, boxesOf: null }] })).toMatchObject({
    ok: true,
    value: { taken: 1 },
  })
  await host.end()
}, 90_000)

test('what cannot start says what to do, and mistyped words say what there is', async () => {
  const data = join(scratch, 'busy')
  const host = await startHost({ data, args: ['--no-app'] })
  const port = new URL(host.origin).port
  expect((await runHoldfast(['serve', '--port', '0', '--data', data])).stderr).toMatch(/in use by another Holdfast/)
  expect((await runHoldfast(['serve', '--port', port, '--data', join(scratch, 'another')])).stderr).toMatch(/Port \d+ on 127.0.0.1 is taken.*--port/)
  expect((await runHoldfast(['serve', '--port', '0', '--address', '192.0.2.1', '--data', join(scratch, 'another')])).stderr).toMatch(/no address 192.0.2.1/)
  for (const [args, text] of [
    [['serve', '--port', 'many'], /--port is a whole number/],
    [['serve', '--quota', 'much'], /--quota is a size such as/],
    [['serve', '--origin', 'notes.example'], /https:\/\/circle.example/],
    [['serve', '--database', 'mysql://x'], /postgres:\/\//],
    [['serve', '--prot', '1'], /Unknown option '--prot'/],
    [['backup'], /Name one new file/],
    [['fly'], /no command "fly"/],
  ] as const) {
    const result = await runHoldfast([...args])
    expect(result.stderr).toMatch(text)
    expect(result.exitCode).toBe(2)
  }
  await host.end()
}, 90_000)
