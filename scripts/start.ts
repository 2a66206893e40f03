/** `npm start`: builds the app if it is missing or older than its sources, then serves it. Arguments go to `holdfast serve`. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildApp } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', 'vite.config.ts', 'scripts/build.ts', 'package-lock.json']

if (await isStale(`${root}dist/app/files.json`)) {
  console.log('Building the app (once, about ten seconds) ...')
  await buildApp(`${root}dist/app`)
}
// What is given comes last and wins.
const args = [`${root}src/cli/main.ts`, 'serve', '--data', `${root}data`, '--port', '4747', ...process.argv.slice(2)]
if (typeof process.execve === 'function') process.execve(process.execPath, [process.execPath, ...args], process.env)
// Where a process cannot be replaced (Windows).
spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1))

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
