/** The list of what a build consists of: files.json, with a SHA-256 of every other file. `holdfast verify URL` compares an origin with it (PROTOCOL.md section 9). */
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface BuildManifest {
  readonly version: string
  /** SHA-256 over all paths and hashes below: one value to read aloud. */
  readonly build: string
  /** Path on the origin, with `/` in front, to the SHA-256 of the file as hex. */
  readonly files: Readonly<Record<string, string>>
}

export async function writeManifest(folder: string, version: string): Promise<BuildManifest> {
  const files = await hashesIn(folder)
  const manifest = { version, build: hashOfFiles(files), files }
  await writeFile(`${folder}/files.json`, `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** Every file below `folder` but files.json itself, in the order of its path. */
export async function hashesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length).replaceAll('\\', '/'))
  // Not by locale: two machines must list alike.
  const listed = paths.filter((path) => path !== '/files.json').toSorted((one, other) => (one < other ? -1 : 1))
  const hashes = await Promise.all(listed.map(async (path) => [path, sha256(await readFile(folder + path))] as const))
  return Object.fromEntries(hashes)
}

export function hashOfFiles(files: Readonly<Record<string, string>>): string {
  const lines = Object.entries(files).map(([path, hash]) => `${hash}  ${path}\n`)
  return sha256(lines.join(''))
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

if (import.meta.main) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/app', import.meta.url))
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }
  const { build } = await writeManifest(folder, version)
  console.log(build)
}
