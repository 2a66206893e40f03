import { expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { sha256 } from '../crypto/hash.ts'
import { contentSecurityPolicy } from '../server/static.ts'
import { readOrigin, runVerify, verifyOrigin } from './verify-origin.ts'
import type { BuildManifest, Fetch } from './verify-origin.ts'

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types hf"

const built: Readonly<Record<string, string>> = {
  '/index.html': '<!doctype html><title>Notes</title><script type="module" src="/assets/app-1.js"></script>',
  '/assets/app-1.js': 'start()',
  '/sw.js': 'listen()',
}

async function manifestOf(files: Readonly<Record<string, string>>): Promise<BuildManifest> {
  const hashes = await Promise.all(Object.entries(files).map(async ([path, text]) => [path, toHex(await sha256(new TextEncoder().encode(text)))] as const))
  return { version: '0.1.0', build: 'b'.repeat(64), files: Object.fromEntries(hashes) }
}

function hostOf(files: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = { 'content-security-policy': policy }): Fetch {
  return async (url) => {
    const { pathname } = new URL(url)
    const text = files[pathname === '/' ? '/index.html' : pathname]
    return new Response(text ?? 'nothing here', { status: text === undefined ? 404 : 200, headers })
  }
}

test('a host that serves the build as it is has no differences', async () => {
  expect(await verifyOrigin('https://notes.example', await manifestOf(built), hostOf(built))).toEqual([])
})

test.each(Object.keys(built))('[G02] one changed byte of %s is named', async (path) => {
  const text = built[path] ?? ''
  const changed = { ...built, [path]: `${text.slice(0, -1)}!` }
  const differences = await verifyOrigin('https://notes.example', await manifestOf(built), hostOf(changed))
  expect(differences).toEqual([{ path: path === '/index.html' ? '/' : path, why: 'changed' }])
})

test('[G02] a file that is not there and a host that does not answer are named', async () => {
  const { '/sw.js': _, ...without } = built
  expect(await verifyOrigin('https://notes.example', await manifestOf(built), hostOf(without))).toEqual([{ path: '/sw.js', why: 'missing' }])
  const silent: Fetch = () => Promise.reject(new TypeError('fetch failed'))
  expect((await verifyOrigin('https://notes.example', await manifestOf(built), silent)).map(({ why }) => why)).toEqual([
    'not-reached',
    'not-reached',
    'not-reached',
  ])
})

test('[G03] the right files without their policy, or with a softer one, are a difference', async () => {
  const manifest = await manifestOf(built)
  expect(await verifyOrigin('https://notes.example', manifest, hostOf(built, {}))).toEqual([{ path: '/', why: 'no-policy' }])
  const softer = policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
  const soft = [
    softer,
    // A browser takes the first of two, and a narrower directive before a wider one.
    `script-src *; ${policy}`,
    `${policy}; script-src-elem 'self' https://elsewhere.example`,
    `${policy}; report-uri https://elsewhere.example/told`,
    `${policy}; style-src-attr 'unsafe-inline'`,
    policy.replace("connect-src 'self'", 'connect-src *'),
    policy.replace("connect-src 'self'", 'connect-src https:'),
    policy.replace("base-uri 'none'; ", ''),
  ]
  for (const one of soft) {
    const found = await verifyOrigin('https://notes.example', manifest, hostOf(built, { 'content-security-policy': one }))
    expect(found, one).toEqual([{ path: '/', why: 'weak-policy' }])
  }
  for (const one of [contentSecurityPolicy(['https://data.example:8443']), `${softer}, ${policy}`])
    expect(await verifyOrigin('https://notes.example', manifest, hostOf(built, { 'content-security-policy': one }))).toEqual([])
})

test('only an address alone is taken, so that nobody compares a page they did not mean', () => {
  expect(readOrigin('https://notes.example')).toMatchObject({ ok: true, value: 'https://notes.example' })
  for (const text of ['', 'notes.example', 'ftp://notes.example', 'https://notes.example/app', 'https://ana@notes.example', 'https://notes.example/?a=1']) {
    expect(readOrigin(text)).toMatchObject({ ok: false })
  }
})

test('the command says in words what it found, and tells by its exit code', async () => {
  const lines: string[] = []
  const say = (line: string): void => void lines.push(line)
  const manifest = await manifestOf(built)
  expect(await runVerify({ url: 'https://notes.example', manifest, fetcher: hostOf(built), say })).toBe(0)
  expect(lines.at(-1)).toContain('The 3 files of https://notes.example are those of version 0.1.0')
  expect(await runVerify({ url: 'https://notes.example', manifest, fetcher: hostOf({ ...built, '/sw.js': 'steal()' }), say })).toBe(1)
  expect(lines).toContain('/sw.js is not what this source builds')
  expect(await runVerify({ url: 'https://notes.example', manifest: null, fetcher: hostOf(built), say })).toBe(2)
  expect(await runVerify({ url: undefined, manifest, fetcher: hostOf(built), say })).toBe(2)
})
