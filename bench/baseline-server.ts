/**
 * The handlers the server's appends are compared with, in a process of their own: `empty` answers the same bytes at once,
 * `signs` natively verifies one signature and signs one receipt for each request, and stores nothing. It hands both to the platform's other threads;
 * `signs-here` does both on its one thread.
 */
import { createServer } from 'node:http'
import { KeyObject, sign, verify, webcrypto } from 'node:crypto'

type Kind = 'empty' | 'signs' | 'signs-here'

const kinds: readonly string[] = ['empty', 'signs', 'signs-here'] satisfies readonly Kind[]
const kind = process.argv[2] as Kind
if (!kinds.includes(kind)) throw new Error(`No such handler: ${kind}`)
const answerBytes = Number(process.argv[3] ?? '300')
const answer = Buffer.alloc(answerBytes, 7)

const keys = (await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
const here = { publicKey: KeyObject.from(keys.publicKey), privateKey: KeyObject.from(keys.privateKey) }
const message = Buffer.alloc(300, 1)
const signature = Buffer.from(await webcrypto.subtle.sign('Ed25519', keys.privateKey, message))

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts)
    if (body.length === 0) response.statusCode = 400
    const finish = (): void => {
      response.setHeader('Content-Type', 'application/cbor')
      response.setHeader('Content-Length', answer.length)
      response.end(answer)
    }
    if (kind === 'empty') return finish()
    if (kind === 'signs-here') {
      if (!verify(null, message, here.publicKey, signature)) throw new Error('A good signature was refused')
      sign(null, message, here.privateKey)
      return finish()
    }
    void webcrypto.subtle
      .verify('Ed25519', keys.publicKey, signature, message)
      .then(() => webcrypto.subtle.sign('Ed25519', keys.privateKey, message))
      .then(finish)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The baseline has no port')
  process.stdout.write(`${address.port}\n`)
})
