import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'

// No container engine is needed to run the tests, so these are the checks that can be made without one.

const root = fileURLToPath(new URL('..', import.meta.url))
const dockerfile = readFileSync(`${root}Dockerfile`, 'utf8')
const compose = readFileSync(`${root}compose.yaml`, 'utf8')

interface Service {
  readonly image?: string
  readonly ports?: readonly string[]
  readonly networks?: readonly string[]
  readonly volumes?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: unknown
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>
  readonly volumes: Readonly<Record<string, null>>
}

// Keys of the Compose specification that we use; a misspelt one would be an error there, and is one here.
const serviceKeys =
  /^(build|image|restart|depends_on|environment|volumes|networks|read_only|tmpfs|cap_drop|cap_add|security_opt|stop_grace_period|healthcheck|command|ports)$/

function readCompose(text: string): Compose {
  const document = parseDocument(text, { strict: true, uniqueKeys: true })
  expect([...document.errors, ...document.warnings]).toEqual([])
  return document.toJS() as Compose
}

function lint(text: string): readonly string[] {
  return validate(text, { deprecatedMaintainer: 2, directiveCasing: 2, emptyContinuationLine: 2, instructionCasing: 2, instructionJSONInSingleQuotes: 2 }).map(
    ({ message }) => String(message),
  )
}

test('the Dockerfile passes its linter, which notices a faulty one', () => {
  expect(lint(dockerfile)).toEqual([])
  expect(lint(dockerfile.replace('HEALTHCHECK --interval=30s', 'HEALTHCHECK --intervall=30s'))).toEqual(['Unknown flag: intervall'])
  expect(lint(dockerfile.replace('EXPOSE 4747', 'EXPOSED 4747'))).toEqual(['Unknown instruction: EXPOSED'])
})

test('everything that the Dockerfile copies is there, and let through by .dockerignore', () => {
  const letThrough = readFileSync(`${root}.dockerignore`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '))
  expect(copied.filter((path) => !existsSync(root + path))).toEqual([])
  expect(copied.filter((path) => !letThrough.includes(`!${path.replace('./', '')}`))).toEqual([])
})

test('the server in the container is not root, and no secret is in the image', () => {
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('FROM '))
  expect(lastStage).toMatch(/^USER node$/m)
  expect(dockerfile).not.toMatch(/password|secret|token/i)
})

test('the compose file has only keys that exist, and names only networks, volumes and services that it declares', () => {
  const { services, networks, volumes } = readCompose(compose)
  for (const [name, service] of Object.entries(services)) {
    expect(
      Object.keys(service).filter((key) => !serviceKeys.test(key)),
      name,
    ).toEqual([])
    expect(
      (service.networks ?? []).filter((network) => !(network in networks)),
      name,
    ).toEqual([])
    const named = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '').filter((volume) => !/^[./]/.test(volume))
    expect(
      named.filter((volume) => !(volume in volumes)),
      name,
    ).toEqual([])
    const needed = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {})
    expect(
      needed.filter((other: string) => !(other in services)),
      name,
    ).toEqual([])
  }
})

test('only Caddy can be reached from outside; PostgreSQL has no way out', () => {
  const { services, networks } = readCompose(compose)
  expect(Object.keys(services).filter((name) => services[name]?.ports !== undefined)).toEqual(['caddy'])
  expect(services['postgres']?.networks).toEqual(['back'])
  expect(networks['back']).toEqual({ internal: true })
  expect(services['postgres']?.healthcheck).toBeDefined()
})

test('no password stands in the compose file', () => {
  const values = Object.values(readCompose(compose).services).flatMap(({ environment = {} }) => Object.entries(environment))
  const secret = values.filter(([name]) => /PASSWORD|URL/.test(name))
  expect(secret.length).toBeGreaterThan(0)
  expect(secret.filter(([, value]) => !value.includes('${POSTGRES_PASSWORD:?'))).toEqual([])
})
