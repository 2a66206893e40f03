/** `holdfast verify URL`: is what an origin serves what this source builds? Source: PROTOCOL.md section 9. */
import { toHex } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { sha256 } from '../crypto/hash.ts'
import { contentSecurityPolicy } from '../server/static.ts'

/** files.json of a build: what scripts/manifest.ts writes. */
export interface BuildManifest {
  readonly version: string
  readonly build: string
  readonly files: Readonly<Record<string, string>>
}

export interface Difference {
  /** Path on the origin. */
  readonly path: string
  readonly why: 'changed' | 'missing' | 'not-reached' | 'no-policy' | 'weak-policy'
}

export type Fetch = (url: string) => Promise<Response>

// The app starts only under this policy; an origin that sends less could add code of its own to a page that is byte for byte ours.
const required = ['default-src', 'script-src', 'base-uri', 'frame-ancestors', 'require-trusted-types-for']
const ours = directivesOf(contentSecurityPolicy([]))

/**
 * Asks `origin` for every file of `manifest` and compares the bytes; empty is good.
 *
 * It says what one request from here got at this moment. An origin can serve others something else, or something else tomorrow.
 */
export async function verifyOrigin(origin: string, manifest: BuildManifest, fetcher: Fetch): Promise<readonly Difference[]> {
  const found: Difference[] = []
  for (const [path, hash] of Object.entries(manifest.files)) {
    // A start page may answer under both names; a browser asks for the short one.
    const asked = path === '/index.html' ? '/' : path
    found.push(...(await compare(origin, asked, hash, fetcher)))
  }
  return found
}

async function compare(origin: string, path: string, hash: string, fetcher: Fetch): Promise<readonly Difference[]> {
  try {
    const response = await fetcher(origin + path)
    if (response.status !== 200) return [{ path, why: 'missing' }]
    const served = toHex(await sha256(new Uint8Array(await response.arrayBuffer())))
    const changed: readonly Difference[] = served === hash ? [] : [{ path, why: 'changed' }]
    return path === '/' ? [...changed, ...policyProblem(response.headers.get('content-security-policy'))] : changed
  } catch {
    return [{ path, why: 'not-reached' }]
  }
}

function policyProblem(policy: string | null): readonly Difference[] {
  if (policy === null) return [{ path: '/', why: 'no-policy' }]
  // Of several policies each holds: one that is ours is enough.
  return policy.split(',').some(allowsNoMore) ? [] : [{ path: '/', why: 'weak-policy' }]
}

/** A directive that is ours says what ours says; one that is not, such as `script-src-elem`, could take back what another shuts. */
function allowsNoMore(policy: string): boolean {
  const directives = directivesOf(policy)
  return (
    required.every((name) => directives.has(name)) &&
    [...directives].every(([name, value]) => (name === 'connect-src' ? value.split(' ').every(isSource) : ours.get(name) === value))
  )
}

/** Which other origins it may speak to is said by whoever runs it; all of them is too many. */
function isSource(text: string): boolean {
  return text === "'self'" || text === "'none'" || /^(https?|wss?):\/\/[^*]+$/.test(text)
}

/** Of a directive that stands twice a browser takes the first. */
function directivesOf(policy: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>()
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/)
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values.join(' '))
  }
  return directives
}

/** The origin of what a person typed; a path, a question mark or a name inside it would be asked for by mistake. */
export function readOrigin(text: string): Result<string, 'not-an-address'> {
  const url = URL.parse(text)
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === ''
  return isPlain ? ok(url.origin) : err('not-an-address')
}

const sentences: Readonly<Record<Difference['why'], string>> = {
  changed: 'is not what this source builds',
  missing: 'is not there',
  'not-reached': 'could not be read',
  'no-policy': 'comes without a Content-Security-Policy',
  'weak-policy': 'comes with a Content-Security-Policy that allows more than ours',
}

export interface VerifyOrder {
  readonly url: string | undefined
  /** Null when the app was never built here. */
  readonly manifest: BuildManifest | null
  readonly fetcher: Fetch
  say(line: string): void
}

/** What the command line does. Returns the exit code: 0 the same, 1 different, 2 not asked rightly. */
export async function runVerify({ url, manifest, fetcher, say }: VerifyOrder): Promise<0 | 1 | 2> {
  const origin = readOrigin(url ?? '')
  if (!origin.ok) {
    say('Usage: holdfast verify https://notes.example.org (the address alone, nothing after it)')
    return 2
  }
  if (manifest === null) {
    say('There is no build here to compare with. Run "npm ci && npm run build" on the version that the origin should serve, then again.')
    return 2
  }
  const differences = await verifyOrigin(origin.value, manifest, fetcher)
  for (const { path, why } of differences) say(`${path} ${sentences[why]}`)
  const count = Object.keys(manifest.files).length
  say(
    differences.length === 0
      ? `The ${count} files of ${origin.value} are those of version ${manifest.version}, build ${manifest.build}.`
      : `${origin.value} differs from version ${manifest.version}, build ${manifest.build}.`,
  )
  return differences.length === 0 ? 0 : 1
}
