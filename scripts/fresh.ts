/** Builds the app where it is missing or older than what it is made of. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildApp } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', 'vite.config.ts', 'scripts/build.ts', 'package-lock.json']

export async function buildIfStale(): Promise<void> {
  if (!(await isStale(`${root}dist/app/files.json`))) return
  console.log('Building the app ...')
  await buildApp(`${root}dist/app`)
}

async function isStale(built: string): Promise<boolean> {
  if (!existsSync(built)) return true
  const builtAt = (await stat(built)).mtimeMs
  const newest = await Promise.all(sources.map((path) => newestIn(root + path)))
  return Math.max(...newest) > builtAt
}

async function newestIn(path: string): Promise<number> {
  const about = await stat(path)
  if (!about.isDirectory()) return about.mtimeMs
  const inside = await readdir(path)
  const times = await Promise.all(inside.map((name) => newestIn(`${path}/${name}`)))
  return Math.max(0, ...times)
}
