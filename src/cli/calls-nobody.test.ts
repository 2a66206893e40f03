import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { startHost } from '../../e2e/host.ts'
import { connectWebSocket } from '../client/socket.ts'
import { good, idOf, joinOn, makeDevice, until } from '../testing/world.ts'

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-calls-'))

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Loaded into the server before anything else: whatever opens a connection or asks for a name is written down. */
const listener = (file: string): string => `
import net from 'node:net'
import dns from 'node:dns'
import dgram from 'node:dgram'
import { appendFileSync } from 'node:fs'
const note = (what) => appendFileSync(${JSON.stringify(file)}, what + '\\n')
note('listening')
for (const [of, name] of [[net.Socket.prototype, 'connect'], [dns, 'lookup'], [dns, 'resolve'], [dgram, 'createSocket']]) {
  const before = of[name]
  of[name] = function (...order) { note(name + ' ' + JSON.stringify(order[0])); return before.apply(this, order) }
}
`

test('[E09] a server with an evening in it calls nobody: no push service, no mail, no other machine', async () => {
  const calls = join(scratch, 'calls.txt')
  const preload = join(scratch, 'listen.mjs')
  writeFileSync(preload, listener(calls))
  const before = process.env['NODE_OPTIONS']
  process.env['NODE_OPTIONS'] = `--import=${pathToFileURL(preload).href}`
  const host = await startHost({ args: ['--no-app'] }).finally(() => {
    if (before === undefined) delete process.env['NODE_OPTIONS']
    else process.env['NODE_OPTIONS'] = before
  })
  const doorKey = Buffer.from(host.startKey(), 'base64url').toString('hex')
  const [ana, ben, cleo] = [makeDevice({ connect: connectWebSocket }), makeDevice({ connect: connectWebSocket }), makeDevice({ connect: connectWebSocket })]
  ana.opened(good(await ana.engine.startCircle({ host: host.origin, doorKey, circleName: 'Kitchen', myName: 'Ana', keep: 'memory' })))
  await until(ana, (now) => now.connection === 'live')
  await joinOn(ben, ana, 'Ben', 'memory')
  await until(ben, (now) => now.circle.people.some(({ name }) => name === 'Ana'))
  // What other apps would send a notice of: words, a thank-you by letter, an invitation into a room, a knock.
  good(await ben.session().setAbout({ languages: '', brings: 'bread' }))
  good(await ben.session().act('appreciation', { kind: 'thank', to: idOf(ben, 'Ana'), saw: 'You stayed.', changed: '', shows: [], leadNext: '', offered: false }))
  good(await ben.session().openRoom({ purpose: 'quiet', history: 'none', owned: false, invited: [idOf(ben, 'Ana')] }))
  await until(ana, (now) => now.roomInvitations.length === 1)
  const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
  const knocking = good(await cleo.engine.knock(good(await cleo.engine.readInvitation(link)), 'Cleo', 'memory'))
  await until(ana, (now) => now.circle.knocks[0])
  knocking.stop()
  for (const device of [ana, ben]) device.session().lock()
  await host.stop()
  // It asks for the address it listens at, and for no other.
  const noted = readFileSync(calls, 'utf8').trim().split('\n')
  expect(noted).toContain('listening')
  expect(noted.filter((line) => line !== 'listening' && line !== 'lookup "127.0.0.1"')).toEqual([])
  await host.end()
}, 60_000)
