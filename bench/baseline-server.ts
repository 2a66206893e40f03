/**
 * The two handlers the server's appends are compared with, in a process of their own: `empty` answers the same bytes at once,
 * `signs` natively verifies one signature and signs one receipt for each request, and stores nothing.
 */
import { createServer } from 'node:http'
import { webcrypto } from 'node:crypto'

const kind = process.argv[2] === 'signs' ? 'signs' : 'empty'
const answerBytes = Number(process.argv[3] ?? '300')
const answer = Buffer.alloc(answerBytes, 7)

const keys = (await webcrypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
const message = Buffer.alloc(300, 1)
const signature = await webcrypto.subtle.sign('Ed25519', keys.privateKey, message)

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
