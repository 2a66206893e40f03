import { gzipSync } from 'node:zlib'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { OutputChunk } from 'rolldown'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const BUDGET = 60 * 1024

async function ownFiles(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
}

/** Every file of this folder as a browser would load it, the way the app is built. */
async function bundleOf(files: readonly string[]): Promise<readonly OutputChunk[]> {
  const entry = '\0every-file'
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    logLevel: 'silent',
    // The libraries ask for this one only where there is no WebCrypto.
    external: ['crypto'],
    transform: { define: { __HOLDFAST_TAKE_OUT__: 'undefined' }, target: 'es2022' },
    plugins: [
      {
        name: 'every-file',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? files.map((name) => `export * from ${JSON.stringify(folder + name)}`).join('\n') : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  return output.filter((chunk) => chunk.type === 'chunk')
}

/** What is imported from the beginning, by the entry or by what it imports; the rest comes when it is asked for. */
function atOnce(chunks: readonly OutputChunk[]): readonly OutputChunk[] {
  const found = new Set(chunks.filter((chunk) => chunk.isEntry))
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk)
  return [...found]
}

function gzipped(chunks: readonly OutputChunk[]): number {
  return chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0)
}

test('[PR9] what a browser loads of this folder stays under 60 KB after gzip, and stretching, files, quick hashes and points come only when needed', async () => {
  const files = (await ownFiles()).filter((name) => !['argon2.ts', 'ed25519-points.ts', 'sha256-wasm.ts', 'checks.ts'].includes(name))
  const chunks = await bundleOf(files)
  const core = atOnce(chunks)
  const later = chunks.filter((chunk) => !core.includes(chunk))
  const withoutLists = atOnce(await bundleOf(files.filter((name) => name !== 'words.ts')))
  console.log(
    `crypto, gzip: ${gzipped(core)} bytes (at most ${BUDGET}), ${gzipped(core) - gzipped(withoutLists)} of them the two word lists; later ${later.map((chunk) => `${chunk.name} ${gzipped([chunk])}`).join(', ')}`,
  )
  expect(gzipped(core)).toBeLessThan(BUDGET)
  expect(later.map((chunk) => chunk.name).toSorted()).toEqual(['argon2', 'dist', 'ed25519', 'ed25519-points', 'sha256-wasm'])
})

test('[B15] the switch that takes a check out is not in what a browser loads, nor anything that makes code of text', async () => {
  for (const chunk of await bundleOf((await ownFiles()).filter((name) => name !== 'checks.ts'))) {
    expect(chunk.code).not.toContain('TAKE_OUT')
    expect(chunk.code).not.toMatch(/\beval\(|new Function\b|[^.\w]Function\(/)
  }
})

test('[PR9] every file here runs in a browser as in Node: what only Node has is asked for where it may be missing', async () => {
  for (const name of await ownFiles()) {
    const text = await readFile(folder + name, 'utf8')
    expect(text, name).not.toMatch(/from 'node:|require\(|import\('node:/)
    if (/\bBuffer\b|process\./.test(text)) expect(text, name).toContain("process?.getBuiltinModule?.('node:crypto')")
  }
})
