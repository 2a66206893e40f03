import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { launchBrowser } from '../src/testing/browser.ts'
import { speccheck } from '../src/crypto/vectors/ed25519.ts'
import { probe, type Answers } from './crypto-probe.ts'

// PROTOCOL.md section 9: what the app's own pages may do.
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types hf"

async function probeScript(platform: 'browser' | 'node', ending: string): Promise<string> {
  const entry = '\0probe'
  const file = fileURLToPath(new URL('crypto-probe.ts', import.meta.url))
  const build = await rolldown({
    input: entry,
    platform,
    logLevel: 'silent',
    external: ['crypto'],
    plugins: [
      {
        name: 'probe',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? `import { probe } from ${JSON.stringify(file)}\n${ending}` : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  await build.close()
  return output[0].code
}

async function answersInChromium(): Promise<Answers> {
  const script = await probeScript(
    'browser',
    'probe().then((answers) => { document.title = JSON.stringify(answers) }, (error) => { document.title = String(error) })',
  )
  const server = createServer((request, response) => {
    const isScript = request.url === '/probe.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html', 'content-security-policy': policy })
    response.end(isScript ? script : '<!doctype html><html lang="en"><title></title><script type="module" src="/probe.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  try {
    const { page, problems } = await browser.newProfile()
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => document.title !== '')
    expect(problems).toEqual([])
    return JSON.parse(await page.title()) as Answers
  } finally {
    await browser.close()
    server.close()
  }
}

/** In the Node that is on the path, whichever it is: servers of others run on it. */
async function answersInOtherNode(): Promise<Answers> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-probe-'))
  try {
    await writeFile(join(folder, 'probe.mjs'), await probeScript('node', 'probe().then((answers) => console.log(JSON.stringify(answers)))'))
    const { stdout } = await promisify(execFile)('node', [join(folder, 'probe.mjs')])
    return JSON.parse(stdout) as Answers
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('[C12] [C39] [C42] Chromium under our policy, this Node, the Node on the path and the fallback answer alike', async () => {
  const { verifier, ...here } = await probe()
  expect(verifier).toBe('native')
  expect(here.fallbackSignatures).toEqual(here.signatures)
  expect(here.signatures.slice(4, 16)).toEqual(speccheck.map((vector) => vector.accepted))
  const { verifier: chromiums, ...inChromium } = await answersInChromium()
  expect(inChromium).toEqual(here)
  expect(chromiums).toBe('native')
  const { verifier: others, ...inOtherNode } = await answersInOtherNode()
  expect(inOtherNode).toEqual(here)
  expect(['native', 'fallback']).toContain(others)
})
