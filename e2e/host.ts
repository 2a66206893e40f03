/** A real server process for a journey: started by the command line, in a folder of its own, on a port of its own. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assert } from '../src/base/assert.ts'
import { fromBase64Url, type Bytes } from '../src/base/bytes.ts'

export interface HostOptions {
  /** `postgres://...`; SQLite in the data folder without it. */
  readonly database?: string
  /** A folder to go on with; a new one without it. */
  readonly data?: string
  /** Further arguments of `holdfast serve`. */
  readonly args?: readonly string[]
}

export interface Host {
  /** Where it listens, without a slash at the end. */
  readonly origin: string
  /** Every line it printed so far. */
  readonly lines: readonly string[]
  readonly data: string
  /** What it printed for whoever starts a circle: it holds the door key. */
  startLink(): string
  /** The door key alone, as it stands in that link. */
  startKey(): string
  /** Of the process that runs now. */
  pid(): number
  /** Ends it as a power cut would, and starts it again on the same port and data. */
  killAndRestart(): Promise<void>
  kill(): Promise<void>
  start(): Promise<void>
  /** Asks it to stop and waits; returns its exit code. */
  stop(): Promise<number | null>
  /** Stops it and removes its folder. */
  end(): Promise<void>
}

const program = fileURLToPath(new URL('../bin/holdfast.js', import.meta.url))

/** Runs one command of the command line to its end. */
export function runHoldfast(
  args: readonly string[],
  input = '',
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' })
  child.stdin.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr })))
}

/** The door key of the link a server prints at its first start, as it is signed with. */
export function doorKeyOf(host: Pick<Host, 'startKey'>): Bytes {
  const key = fromBase64Url(host.startKey())
  assert(key !== null, 'the start link holds a door key')
  return key
}

export async function startHost({ database, data, args = [] }: HostOptions = {}): Promise<Host> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'holdfast-host-')))
  const lines: string[] = []
  const where = database === undefined ? [] : ['--database', database]
  let running: ChildProcess
  let port = '0'

  async function start(): Promise<void> {
    // Under the Node of the tests, which fits: the launcher becomes the server, so that a kill meets the server itself.
    const child = spawn(process.execPath, [program, 'serve', '--data', folder, '--port', port, ...where, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    running = child
    const from = lines.length
    port = await addressOf(child, lines, from)
  }

  async function kill(): Promise<void> {
    const gone = ended(running)
    running.kill('SIGKILL')
    await gone
  }

  async function stop(): Promise<number | null> {
    const gone = ended(running)
    running.kill('SIGTERM')
    return gone
  }

  function startLink(): string {
    const found = lines.map((line) => /^http\S+#start=[\w-]+$/.exec(line)?.[0]).find((link) => link !== undefined)
    if (found === undefined) throw new Error(`The server printed no start link:\n${lines.join('\n')}`)
    return found
  }

  await start()
  return {
    get origin() {
      return `http://localhost:${port}`
    },
    lines,
    data: folder,
    startLink,
    startKey: () => startLink().slice(startLink().indexOf('=') + 1),
    pid: () => running.pid ?? 0,
    start,
    kill,
    stop,
    killAndRestart: async () => {
      await kill()
      await start()
    },
    end: async () => {
      await stop()
      if (data === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.on('exit', (exitCode) => resolve(exitCode)))
}

/** Resolves with the port once the server said where it listens. */
function addressOf(child: ChildProcess, lines: string[], from: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let rest = ''
    const hear = (text: string): void => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
      const found = parts.map((line) => /https?:\/\/[^\s/:]+:(\d+)/.exec(line)?.[1]).find((port) => port !== undefined)
      if (found !== undefined) resolve(found)
    }
    child.stdout?.setEncoding('utf8').on('data', hear)
    child.stderr?.setEncoding('utf8').on('data', hear)
    child.on('exit', (exitCode) => reject(new Error(`The server ended with ${exitCode} before it listened:\n${[...lines.slice(from), rest].join('\n')}`)))
  })
}
