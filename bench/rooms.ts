/** Rooms made ahead of a measurement: real keys, signatures and hashes; the bodies are random bytes, since no host can tell. */
import { systemRandom } from '../src/base/clock.system.ts'
import type { Bytes } from '../src/base/bytes.ts'
import { signingKeyFromSeed, type SigningKey } from '../src/crypto/ed25519.ts'
import { sha256 } from '../src/crypto/hash.ts'
import { kemKeyFromSeed } from '../src/crypto/kem.ts'
import { makeGeneration } from '../src/log/boxes.ts'
import { linkOf, roomIdOf } from '../src/log/hashes.ts'
import { encodeHeader } from '../src/log/header.ts'
import { idBytes, linkFrom, roomKeyFrom } from '../src/log/ids.ts'
import { bodyKeyOf, sealEntry } from '../src/log/seal.ts'
import type { Header, Link, Policy, RoomId, WireEntry } from '../src/log/types.ts'

const policy: Policy = { history: 'all', admit: 'words', owned: false }

export interface BenchRoom {
  readonly roomId: RoomId
  readonly room: Bytes
  readonly author: SigningKey
  readonly genesis: WireEntry
  /** Where the next entry stands. */
  readonly head: { readonly seq: number; readonly link: Link }
}

export async function makeRoom(): Promise<BenchRoom> {
  const [seed, kemSeed, n, hedge] = [systemRandom.bytes(32), systemRandom.bytes(32), systemRandom.bytes(32), systemRandom.bytes(32)]
  const author = await signingKeyFromSeed(seed)
  const kem = (await kemKeyFromSeed(kemSeed)).publicKey
  const rk = roomKeyFrom(author.publicKey)
  const roomId = await roomIdOf({ n, rk, kem, policy })
  const made = await makeGeneration({ roomId, g: 1, members: [{ rk, kem }], random: systemRandom })
  const { wire, link } = await sealEntry({
    roomId, seq: 0, prev: null, author, hedge, random: systemRandom, g: 1,
    delta: { op: 'genesis', n, kem, policy, generation: made.generation },
    plaintext: { type: 'circle.purpose', shape: 1, act: systemRandom.bytes(16), claimedTime: 0, data: { purpose: 'bench' } },
    bodyKey: await bodyKeyOf(made.key, roomId),
    boxes: made.boxes,
  })
  return { roomId, room: idBytes(roomId), author, genesis: wire, head: { seq: 0, link } }
}

/** `count` content entries that follow the head, with sealed bodies of `bodyBytes`, which is one of the nine sizes the log allows. */
export async function makeEntries(room: BenchRoom, count: number, bodyBytes: number): Promise<{ readonly entries: readonly WireEntry[]; readonly room: BenchRoom }> {
  const entries: WireEntry[] = []
  let head = room.head
  for (let index = 0; index < count; index++) {
    const blank: Header = {
      version: 1, suite: 1, roomId: room.roomId, seq: head.seq + 1, prev: head.link, class: 'content', g: 1,
      author: roomKeyFrom(room.author.publicKey), nonce: systemRandom.bytes(12), bodyHash: new Uint8Array(32), delta: { op: 'content' },
    }
    const body = systemRandom.bytes(bodyBytes)
    const header = encodeHeader({ ...blank, bodyHash: await sha256(body) })
    const signature = await room.author.sign('entry', header)
    head = { seq: blank.seq, link: linkFrom(idBytes(await linkOf(header, signature))) }
    entries.push({ header, signature, body, boxes: null })
  }
  return { entries, room: { ...room, head } }
}
