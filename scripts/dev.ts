/** `npm run dev`: the app from its sources at one address, with a server behind it whose data lies in data/dev. Changes show at once. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { contentSecurityPolicy } from '../src/server/static.ts'
import config from '../vite.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const [appPort, hostPort] = [4746, 4747]

const host = spawn(process.execPath, ['--watch', 'src/cli/main.ts', 'serve', '--no-app', '--port', String(hostPort), '--data', 'data/dev'], {
  cwd: root,
  stdio: 'inherit',
})
// Styles come inline while developing, and changes come over a socket; for scripts the policy is the real one, without which the app does not start.
const policy = contentSecurityPolicy([`http://localhost:${hostPort}`, `http://localhost:${appPort}`]).replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
)
const headers = { 'Content-Security-Policy': policy }
const app = await createServer({ ...config, server: { port: appPort, strictPort: true, host: '127.0.0.1', headers } })
await app.listen()
console.log(`The app from its sources: http://localhost:${appPort} (host: http://localhost:${hostPort}).`)

async function end(): Promise<void> {
  host.kill('SIGTERM')
  await app.close()
}

process.once('SIGINT', end)
process.once('SIGTERM', end)
