/** Serves a made-up circle with the page that opens as its people: what `npm run demo` ends with. */
import { copyFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { startServer, type RunningServer } from '../src/server/server.ts'
import { appConfig } from '../vite.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `place` holds `data` of a server and `people.json`, who can be opened; the page goes into `app` beside them. */
export async function serveDemo(order: { readonly place: string; readonly port: number; readonly version: string }): Promise<RunningServer> {
  const { place, port, version } = order
  const config = appConfig(`${place}/app`, version)
  await build({ ...config, root: `${root}demo/app` })
  await copyFile(`${place}/people.json`, `${place}/app/people.json`)
  return startServer({ port, dataFolder: `${place}/data`, appFolder: `${place}/app` })
}
