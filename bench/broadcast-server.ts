/** A bare broadcast, in a process of its own: what is posted goes to every socket at once, and nothing is checked or kept. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts)
    for (const client of sockets.clients) client.send(body)
    response.end()
  })
})
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
server.listen(0, () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The broadcast has no port')
  process.stdout.write(`${address.port}\n`)
})
