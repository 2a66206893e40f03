import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readArgs } from './usage.ts'
import { runVerify } from './verify-origin.ts'
import type { BuildManifest } from './verify-origin.ts'

const help = `holdfast verify URL [options]

  Compares every file that URL serves, and the policy it comes with, with the app built here: run "npm ci && npm run build" on the same version first.

  --app FOLDER         compare with the build in another folder
`

/** Exit code 0: the same; 1: it differs, with one line for each file; 2: asked in a way that cannot be answered. */
export async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { app: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, help)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const folder = values.app ?? fileURLToPath(new URL('../../dist/app', import.meta.url))
  return runVerify({
    url: positionals.length === 1 ? positionals[0] : undefined,
    manifest: await readManifest(`${folder}/files.json`),
    // A file that is somewhere else is not at this origin.
    fetcher: (url) => fetch(url, { redirect: 'error', cache: 'no-store' }),
    say: (line) => process.stdout.write(`${line}\n`),
  })
}

async function readManifest(path: string): Promise<BuildManifest | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  // Written by our own build, on this machine.
  return text === null ? null : (JSON.parse(text) as BuildManifest)
}
