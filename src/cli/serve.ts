import { homedir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toBase64Url } from '../base/bytes.ts'
import { startServer, type RunningServer } from '../server/server.ts'
import { readArgs, readBytes, readDatabase, readNumber, readOrigin } from './usage.ts'

/** What was given before `--help` is what counts without it: `npm start` gives its own folder and port. */
const helpWith = (port: string, data: string): string => `holdfast serve [options], or in the project folder: npm start -- [options]

  --port N             where to listen (default ${port}; 0 for any free port)
  --address A          on which address (default 127.0.0.1; 0.0.0.0 for all)
  --origin URL         how people reach it, such as https://circle.example; may be given several times
  --data FOLDER        the data folder (default ${data})
  --database URL       postgres://... instead of the data folder (or DATABASE_URL)
  --no-app             answer apps, but do not serve the app itself
  --app FOLDER         serve the app from another folder
  --trust-proxy        take the asker's address from X-Forwarded-For also when the proxy runs on another machine
  --quota SIZE         how much everybody together may store, such as 20G; kept in the database
  --room-quota SIZE    how much one room may store; kept in the database
`
const help = helpWith('4747', '~/.holdfast')

/** Where data lies unless said otherwise. */
export function usualFolder(): string {
  return process.env['HOLDFAST_DATA'] ?? join(homedir(), '.holdfast')
}

export async function serve(args: readonly string[]): Promise<number> {
  const { values } = readArgs(
    args,
    {
      port: { type: 'string' },
      address: { type: 'string' },
      origin: { type: 'string', multiple: true },
      data: { type: 'string' },
      database: { type: 'string' },
      'no-app': { type: 'boolean' },
      app: { type: 'string' },
      'trust-proxy': { type: 'boolean' },
      quota: { type: 'string' },
      'room-quota': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    help,
  )
  if (values.help === true) {
    process.stdout.write(helpWith(values.port ?? '4747', values.data === undefined ? '~/.holdfast' : fromHere(values.data)))
    return 0
  }
  const appFolder = values['no-app'] === true ? null : (values.app ?? fileURLToPath(new URL('../../dist/app', import.meta.url)))
  const quota = {
    ...(values.quota === undefined ? {} : { totalBytes: readBytes('quota', values.quota) }),
    ...(values['room-quota'] === undefined ? {} : { roomBytes: readBytes('room-quota', values['room-quota']) }),
  }
  const server = await startServer({
    port: readNumber('port', values.port ?? process.env['PORT'] ?? '4747', 0, 65_535),
    address: values.address ?? '127.0.0.1',
    dataFolder: values.data ?? usualFolder(),
    database: readDatabase(values.database),
    appFolder,
    trustProxy: values['trust-proxy'] === true,
    ...(values.origin === undefined ? {} : { origins: values.origin.map((text) => readOrigin('origin', text)) }),
    ...(Object.keys(quota).length === 0 ? {} : { quota }),
  })
  // Before anything is printed: who reads that it listens may ask it to stop the next moment.
  const stopping = asked()
  greet(server, appFolder, doorCommand(server.origin, values))
  await stopping
  process.stdout.write('Stopping; what was acknowledged is on disk.\n')
  await server.stop()
  return 0
}

function greet(server: RunningServer, appFolder: string | null, door: string): void {
  const lines = [`Holdfast listens at ${server.origin}`]
  if (appFolder !== null && !server.servesApp) lines.push(`There is no built app in ${appFolder}: run "npm run build" once, or start with --no-app.`)
  if (server.isFirstStart) {
    lines.push(
      '',
      'To start a circle, open this link once. It holds the door key of this server: who has it may start circles here.',
      startLink(server.origin, server.doorKey),
      '',
      'This shows it again, and with --new at its end changes it:',
      door,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** What to type, from where the server was started, for the same data: `node bin/holdfast.js door --data ./data`. */
function doorCommand(origin: string, given: { readonly data?: string | undefined; readonly database?: string | undefined }): string {
  const words = ['node', fromHere(fileURLToPath(new URL('../../bin/holdfast.js', import.meta.url))).replace(/^\.\//, ''), 'door']
  // The address of a database holds its password: it is not printed.
  if (given.database !== undefined) words.push('--database', 'postgres://...')
  else if (given.data !== undefined) words.push('--data', fromHere(given.data))
  if (origin !== 'http://localhost:4747') words.push('--origin', origin)
  return words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
}

/** A path as somebody in the current folder would type it. */
function fromHere(path: string): string {
  const short = relative(process.cwd(), resolve(path))
  return short === '' || short.startsWith('..') ? resolve(path) : `./${short}`
}

export function startLink(origin: string, doorKey: Uint8Array): string {
  return `${origin}/#start=${toBase64Url(doorKey)}`
}

/** Resolves when somebody asks the server to stop. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
