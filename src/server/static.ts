/** The app's files, read once and held ready; pages carry the policy that the app refuses to start without. Source: PROTOCOL.md section 9. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { toBase64Url } from '../base/bytes.ts'
import { sha256 } from '../crypto/hash.ts'

export interface StaticApp {
  answer(request: IncomingMessage, response: ServerResponse, path: string): void
}

interface File {
  readonly type: string
  readonly plain: Buffer
  readonly zipped: Buffer | null
  readonly tag: string
  readonly isPage: boolean
  /** Its name holds a hash of its content. */
  readonly isFrozen: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** `hosts`: origins besides its own that the app may speak to. */
export function contentSecurityPolicy(hosts: readonly string[]): string {
  const sockets = hosts.map((host) => host.replace(/^http/, 'ws'))
  const connect = ["'self'", ...new Set([...hosts, ...sockets])].join(' ')
  return (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; " +
    `connect-src ${connect}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types hf`
  )
}

/** Null when the folder holds no app. */
export async function openStaticApp(folder: string, hosts: readonly string[]): Promise<StaticApp | null> {
  if (!existsSync(join(folder, 'index.html'))) return null
  const files = await readFiles(folder)
  const pageHeaders = {
    'Content-Security-Policy': contentSecurityPolicy(hosts),
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }

  return {
    answer(request, response, path) {
      // A path without a dot is a place inside the app, which it finds itself.
      const file = files.get(path) ?? (extname(path) === '' ? files.get('/index.html') : undefined)
      if (file === undefined) {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', 'Content-Length': 10 })
        response.end('Not found\n')
        return
      }
      const headers = {
        'Content-Type': file.type,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': file.isFrozen ? 'public, max-age=31536000, immutable' : 'no-cache',
        ETag: file.tag,
        Vary: 'Accept-Encoding',
        // Workers take their policy from their own answer.
        ...(file.isPage || file.type.startsWith('text/javascript') ? pageHeaders : {}),
      }
      if (request.headers['if-none-match'] === file.tag) {
        response.writeHead(304, headers)
        response.end()
        return
      }
      const zipped = file.zipped !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? file.zipped : null
      const body = zipped ?? file.plain
      response.writeHead(200, { ...headers, 'Content-Length': body.length, ...(zipped === null ? {} : { 'Content-Encoding': 'gzip' }) })
      response.end(request.method === 'HEAD' ? undefined : body)
    },
  }
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, File>> {
  const files = new Map<string, File>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const type = types[extname(name)] ?? 'application/octet-stream'
    const plain = readFileSync(path)
    const isText = /^text|json|svg|wasm/.test(type)
    files.set(name, {
      type,
      plain,
      zipped: isText ? gzipSync(plain, { level: 9 }) : null,
      tag: `"${toBase64Url(await sha256(plain)).slice(0, 22)}"`,
      isPage: extname(name) === '.html',
      isFrozen: /[.-][A-Za-z0-9_-]{8,}\.\w+$/.test(name) && name.startsWith('/assets/'),
    })
  }
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}
