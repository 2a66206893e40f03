import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const server = new URL('./server.ts', import.meta.url).href
const worker = new URL('./sqlite-worker.ts', import.meta.url).href

test('a server has no code in its process that could open, seal or stretch anything', () => {
  const program = `
    import { registerHooks } from 'node:module'
    const seen = new Set()
    registerHooks({ resolve(specifier, context, next) { const found = next(specifier, context); seen.add(found.url); return found } })
    await import(${JSON.stringify(server)})
    await import(${JSON.stringify(worker)}).catch(() => {})
    console.log(JSON.stringify([...seen]))
    process.exit(0)`
  const loaded = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })) as string[]
  expect(loaded.some((url) => url.endsWith('/src/log/reduce.ts'))).toBe(true)
  const opening = loaded.filter((url) =>
    /\/src\/(account|circle|client|practices|app|ui|texts|testing)\/|crypto\/(aead|kem|x25519|argon2|stretch|age-file|words|code)\.ts|log\/(seal|boxes)\.ts|@hpke|hash-wasm|age-encryption/.test(
      url,
    ),
  )
  expect(opening).toEqual([])
})
