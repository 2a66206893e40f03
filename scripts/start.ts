/** `npm start`: builds the app if it is missing or older than its sources, then serves it. Arguments go to `holdfast serve`. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './fresh.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const given = process.argv.slice(2)
if (!given.includes('--help') && !given.includes('-h')) await buildIfStale()
// What is given comes last and wins.
const args = [`${root}src/cli/main.ts`, 'serve', '--data', `${root}data`, '--port', '4747', ...given]
if (typeof process.execve === 'function') process.execve(process.execPath, [process.execPath, ...args], process.env)
// Where a process cannot be replaced (Windows).
spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1))
