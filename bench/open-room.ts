/**
 * Opening a room of many entries in Chromium with the app's own code, beside a bare loop over the same frames.
 *
 * Wall time is the page's own clock; CPU seconds are the renderer process's, all its threads, from /proc. The throttle slows the main thread alone.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { CDPSession, Page } from 'playwright-core'
import { concat, toHex, u32, type Bytes } from '../src/base/bytes.ts'
import { systemRandom } from '../src/base/clock.system.ts'
import { importAeadKey } from '../src/crypto/aead.ts'
import { signingKeyFromSeed } from '../src/crypto/ed25519.ts'
import { kemKeyFromSeed } from '../src/crypto/kem.ts'
import { makeGeneration } from '../src/log/boxes.ts'
import { encodeNotice } from '../src/log/frames.ts'
import { roomIdOf } from '../src/log/hashes.ts'
import { idBytes, roomKeyFrom } from '../src/log/ids.ts'
import { bodyKeyOf, sealEntry } from '../src/log/seal.ts'
import type { Delta, Link, Policy, WireEntry } from '../src/log/types.ts'
import { launchBrowser } from '../src/testing/browser.ts'
import type { Made, Way } from './page/open-room.ts'

const IN_A_FRAME = 512

export async function benchOpenRoom(order: { readonly sizes: readonly number[]; readonly throttled: readonly number[]; readonly runs: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'))
  await build({ configFile: false, root: fileURLToPath(new URL('page', import.meta.url)), base: './', define: { __HOLDFAST_TAKE_OUT__: 'undefined' }, build: { outDir: folder, emptyOutDir: true, target: 'es2022' }, logLevel: 'warn' })
  const files = new Map<string, Bytes>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const made = files.get(path)
    if (made !== undefined) return response.end(made)
    readFile(join(folder, path === '/' ? 'index.html' : path)).then(
      (bytes) => response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The bench page has no port')

  for (const size of order.sizes) {
    const { made, frames } = await makeLog(size)
    files.set(`/${size}.frames`, frames)
    for (const throttle of order.throttled) await compare({ size, throttle, made, runs: order.runs, origin: `http://127.0.0.1:${address.port}` })
  }
  server.close()
  await rm(folder, { recursive: true })
}

interface Measured {
  readonly millis: number
  readonly cpuSeconds: number
  /** Bytes of objects and their buffers that came with opening; the frames, which are kept as they came, were there before. */
  readonly heap: number
}

async function compare(order: { readonly size: number; readonly throttle: number; readonly made: Made; readonly runs: number; readonly origin: string }): Promise<void> {
  const ways: readonly Way[] = ['bare', 'pinned', 'verified']
  const byWay = new Map<Way, Measured[]>(ways.map((way) => [way, []]))
  const browser = await launchBrowser()
  const system = await browser.browser.newBrowserCDPSession()
  for (let run = 0; run < order.runs; run++) {
    for (const way of ways) {
      const { page, context } = await browser.newProfile()
      await page.goto(order.origin)
      await page.waitForFunction(() => typeof globalThis.prepare === 'function')
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: order.throttle })
      byWay.get(way)!.push(await once(page, system, way, order.made, `/${order.size}.frames`))
      await context.close()
    }
  }
  await browser.close()
  const median = (way: Way, of: (measured: Measured) => number): number => byWay.get(way)!.map(of).toSorted((a, b) => a - b)[Math.floor(order.runs / 2)]!
  const [bareMillis, bareCpu] = [median('bare', (m) => m.millis), median('bare', (m) => m.cpuSeconds)]
  console.log(`open a room: ${order.size} entries, throttle ${order.throttle}x, medians of ${order.runs}`)
  console.log(`  bare loop:                     ${bareMillis.toFixed(0)} ms, ${bareCpu.toFixed(2)} CPU s`)
  for (const [way, name, bars] of [['pinned', 'fresh, with a verified head', 'bars 1.6 and 1.6'], ['verified', 'every signature verified', 'bars 3.5 and 5.0']] as const) {
    const [millis, cpu] = [median(way, (m) => m.millis), median(way, (m) => m.cpuSeconds)]
    const heap = median(way, (m) => m.heap) / order.size
    console.log(`  ${`${name}:`.padEnd(30)} ${millis.toFixed(0)} ms, ${cpu.toFixed(2)} CPU s; ratio wall ${(millis / bareMillis).toFixed(2)}, CPU ${(cpu / bareCpu).toFixed(2)} (${bars}); heap ${heap.toFixed(0)} bytes an entry besides its frame`)
  }
}

async function once(page: Page, system: CDPSession, way: Way, made: Made, file: string): Promise<Measured> {
  const pid = await rendererOf(system)
  const session = await page.context().newCDPSession(page)
  const opening = await page.evaluateHandle(async ([log, path]) => ({ open: await globalThis.prepare(log, path) }), [made, file] as const)
  const heapBefore = await heapOf(session)
  const before = cpuSeconds(pid)
  const { millis } = await opening.evaluate(async ({ open }, which) => {
    const { kept, ...figures } = await open(which)
    Object.assign(globalThis, { kept })
    return figures
  }, way)
  const took = cpuSeconds(pid) - before
  const after = await heapOf(session)
  return { millis, heap: after - heapBefore, cpuSeconds: took }
}

/** Bytes in use after a collection. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number }
  return usedSize + (backingStorageSize ?? 0)
}

/** The busiest renderer: the page's own, since each run has a fresh context and the last one is gone. */
async function rendererOf(system: CDPSession): Promise<number> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer').toSorted((a, b) => b.cpuTime - a.cpuTime)
  return renderers[0]?.id ?? 0
}

function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** A room of one with `size` entries of about 300 bytes of words, as frames. */
async function makeLog(size: number): Promise<{ readonly made: Made; readonly frames: Bytes }> {
  const policy: Policy = { history: 'all', admit: 'words', owned: false }
  const [seed, kemSeed, n, hedge] = [systemRandom.bytes(32), systemRandom.bytes(32), systemRandom.bytes(32), systemRandom.bytes(32)]
  const author = await signingKeyFromSeed(seed)
  const kem = (await kemKeyFromSeed(kemSeed)).publicKey
  const rk = roomKeyFrom(author.publicKey)
  const roomId = await roomIdOf({ n, rk, kem, policy })
  const generation = await makeGeneration({ roomId, g: 1, members: [{ rk, kem }], random: systemRandom })
  const bodyKey = await importAeadKey(await bodyKeyOf(generation.key, roomId))
  const wires: WireEntry[] = []
  let prev: Link | null = null
  for (let seq = 0; seq < size; seq++) {
    const delta: Delta = seq === 0 ? { op: 'genesis', n, kem, policy, generation: generation.generation } : { op: 'content' }
    const plaintext = { type: 'check-in.shared', shape: 1, act: systemRandom.bytes(16), claimedTime: 0, data: { words: 'x'.repeat(150) } }
    const { wire, link } = await sealEntry({ roomId, seq, prev, author, hedge, random: systemRandom, g: 1, delta, plaintext, bodyKey, boxes: seq === 0 ? generation.boxes : null })
    wires.push(wire)
    prev = link
  }
  const frames: Bytes[] = []
  for (let at = 0; at < size; at += IN_A_FRAME) {
    const frame = encodeNotice('entries', { room: idBytes(roomId), entries: wires.slice(at, at + IN_A_FRAME), receipt: null })
    frames.push(u32(frame.length), frame)
  }
  const made = { roomId, n: toHex(n), seed: toHex(seed), kemSeed: toHex(kemSeed), key: toHex(generation.key), head: { seq: size - 1, link: prev ?? '' } }
  return { made, frames: concat(...frames) }
}
