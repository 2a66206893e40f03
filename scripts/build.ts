/**
 * Builds the app into dist/app (or the folder given) and writes files.json beside it: `npm run build`.
 *
 * Fails when the first screen grew over its budget.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { appConfig, serviceWorkerConfig } from '../vite.config.ts'
import { hashOfFiles, hashesIn, writeManifest } from './manifest.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// Bytes after gzip that a phone loads before anything can be done; fonts come on top, and the text shows without them.
const budget = { script: 120 * 1024, style: 10 * 1024 }

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly isEntry?: boolean
}

export async function buildApp(outDir: string): Promise<void> {
  // Vite makes other bytes where this says otherwise, as it does under tests: whoever compares them would call an honest host changed.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await buildInto(outDir)
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

async function buildInto(outDir: string): Promise<void> {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { readonly version: string }
  await mkdir(outDir, { recursive: true })
  await build(appConfig(outDir, version))
  const chunks = JSON.parse(await readFile(`${outDir}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
  await rm(`${outDir}/.vite`, { recursive: true })
  if (existsSync(`${root}src/app/service-worker.ts`)) {
    const files = await hashesIn(outDir)
    const paths = ['/', ...Object.keys(files).filter((path) => path !== '/index.html')]
    await build(serviceWorkerConfig(outDir, version, hashOfFiles(files), paths))
  }
  await writeManifest(outDir, version)
  await printBudget(outDir, chunks)
}

async function printBudget(outDir: string, chunks: Readonly<Record<string, Chunk>>): Promise<void> {
  const first = firstScreen(chunks)
  const workers = Object.keys(await hashesIn(outDir)).filter((path) => /\/assets\/[^/]*worker[^/]*\.js$/.test(path))
  const script = await gzipSize(outDir, [...first.scripts, ...workers.map((path) => path.slice(1))])
  const style = await gzipSize(outDir, first.styles)
  console.log(`first screen, gzip: ${script} bytes of script (at most ${budget.script}, workers included), ${style} bytes of style (at most ${budget.style})`)
  if (script > budget.script || style > budget.style) throw new Error('The first screen is over its budget.')
}

/** What the page loads by itself: the entry with everything it imports statically. */
function firstScreen(chunks: Readonly<Record<string, Chunk>>): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const seen = new Set<string>()
  const waiting = Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    waiting.push(...(chunks[name]?.imports ?? []))
  }
  const loaded = [...seen].map((name) => chunks[name]).filter((chunk) => chunk !== undefined)
  return { scripts: loaded.map((chunk) => chunk.file), styles: [...new Set(loaded.flatMap((chunk) => chunk.css ?? []))] }
}

async function gzipSize(outDir: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(`${outDir}/${file}`), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

if (import.meta.main) await buildApp(process.argv[2] ?? `${root}dist/app`)
