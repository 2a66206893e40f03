/**
 * `npm run demo`: a made-up circle of fourteen to look around in, and a page that opens as six of them.
 *
 * The circle is made by driving the engine through half a year, which takes a minute or two, and kept in .cache/demo: `npm run demo -- --new` makes it anew.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeDemo } from '../demo/make.ts'
import { serveDemo } from './demo-page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = `${root}.cache/demo`

const { values } = parseArgs({ options: { new: { type: 'boolean' }, port: { type: 'string' } } })
const port = Number(values.port ?? '4848')
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { readonly version: string }

if (values.new === true || !existsSync(`${place}/people.json`)) {
  await rm(place, { recursive: true, force: true })
  await mkdir(`${place}/data`, { recursive: true })
  console.log('Making a circle of fourteen and half a year of it. This takes a minute or two, once.')
  const opens = await makeDemo({ folder: `${place}/data`, port, say: (text) => console.log(text) })
  await writeFile(`${place}/people.json`, JSON.stringify(opens))
}
const server = await serveDemo({ place, port, version })
console.log(`\nOpen ${server.origin} and choose who to be. Ctrl+C ends it.`)
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)))
