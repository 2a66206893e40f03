import { expect, test } from 'vitest'
import { concat, toHex, u32 } from '../base/bytes.ts'
import { millis } from '../base/clock.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { sealTo } from '../crypto/kem.ts'
import { label } from '../crypto/labels.ts'
import { sha256 } from '../crypto/hash.ts'
import { idBytes, roomIdFrom } from '../log/ids.ts'
import { namedInvitationBody, readNamedInvitation } from './invitation.ts'
import { MAIL_CONTENT_BYTES, MAIL_ITEM_BYTES, mayRead, openMail, readSigned, sealMail, type Letter } from './mail.ts'
import { commonsPolicy, seeded, smallRoom, someone } from './small-room.suite.ts'

const random = seeded(51)
const [ana, ben, cleo] = [await someone(random), await someone(random), await someone(random)]
const commons = await smallRoom(ana, commonsPolicy, random)
await commons.admits(ana, ben, 'Ben')
await commons.admits(ana, cleo, 'Cleo')
const address = random.bytes(32)
const circle = commons.roomId
const toBen = { circle, owner: ben.key, kem: ben.kem.publicKey, address }
const bensBox = { circle, owner: ben.key, kem: ben.kem, address }

function letter(data: Letter['data'] = 'Thank you'): Letter {
  return { type: 'appreciation.sent', shape: 1, data, act: random.bytes(16), claimedTime: millis(1_700_000_000_000) }
}

async function sent(one = letter(), by = ana): Promise<Uint8Array<ArrayBuffer>> {
  const item = await sealMail(toBen, one, by.rk)
  if (!item.ok) throw new Error('it fits')
  return item.value
}

/** What a changed app may put into a box. */
async function sealedBy(inside: { readonly from: Uint8Array; readonly content: Uint8Array; readonly signature: Uint8Array }, filler = 0): Promise<Uint8Array> {
  const plain = encodeCbor({ ...inside })
  const padded = new Uint8Array(MAIL_ITEM_BYTES - 1_136).fill(filler)
  padded.set(concat(u32(plain.length), plain))
  return sealTo(toBen.kem, concat(label('mail'), idBytes(circle), address), padded)
}

test('a letter reaches its owner with its sender proven', async () => {
  const one = letter({ text: 'Thank you', list: [1, 2] })
  const opened = await openMail(bensBox, await sent(one))
  expect(opened).toMatchObject({ ok: true, value: { ...one, from: ana.key } })
  if (!opened.ok) return
  expect(mayRead(opened.value, commons.state(), new Set())).toBe(ana.id)
  expect(await readSigned(bensBox, opened.value)).toEqual(opened)
})

test('[E03] every letter has the same size, and what is too large is said before it is sent', async () => {
  for (const data of ['', 'x', 'x'.repeat(2_000)]) expect(await sent(letter(data))).toHaveLength(4_096)
  const room = MAIL_CONTENT_BYTES - encodeCbor(['appreciation.sent', 1, random.bytes(16), 1_700_000_000_000, '']).length - 2
  expect(await sent(letter('x'.repeat(room)))).toHaveLength(4_096)
  expect(await sealMail(toBen, letter('x'.repeat(room + 1)), ana.rk)).toEqual({ ok: false, error: 'too-large' })
})

test('[B26] a letter that claims another sender is not opened', async () => {
  const content = encodeCbor(['appreciation.sent', 1, random.bytes(16), 0, 'I did this'])
  const signature = await cleo.rk.sign('sender', idBytes(circle), idBytes(ben.key), await sha256(content))
  expect(await openMail(bensBox, await sealedBy({ from: ana.rk.publicKey, content, signature }))).toEqual({ ok: false, error: 'bad-sender-signature' })
  expect(await openMail(bensBox, await sealedBy({ from: cleo.rk.publicKey, content, signature }))).toMatchObject({ ok: true })
})

test('[B26] a letter passed on to somebody else, or into another circle, is not opened as sent to them', async () => {
  const opened = await openMail(bensBox, await sent())
  if (!opened.ok) throw new Error('it opens')
  const toCleo = { circle, owner: cleo.key }
  expect(await readSigned(toCleo, opened.value)).toEqual({ ok: false, error: 'bad-sender-signature' })
  expect(await readSigned({ circle: roomIdFrom(random.bytes(32)), owner: ben.key }, opened.value)).toEqual({ ok: false, error: 'bad-sender-signature' })
})

test('[B26] what a stranger or a former member signed, and what muted people write, is dropped unseen', async () => {
  const stranger = await someone(random)
  const opened = await openMail(bensBox, await sent(letter(), stranger))
  if (!opened.ok) throw new Error('it opens')
  expect(mayRead(opened.value, commons.state(), new Set())).toBe(null)
  const fromAna = await openMail(bensBox, await sent())
  if (!fromAna.ok) throw new Error('it opens')
  expect(mayRead(fromAna.value, commons.state(), new Set([ana.id]))).toBe(null)
})

test('a letter for another box, a changed byte, or another size is not opened', async () => {
  const item = await sent()
  expect(await openMail({ ...bensBox, kem: cleo.kem }, item)).toEqual({ ok: false, error: 'does-not-open' })
  expect(await openMail({ ...bensBox, address: random.bytes(32) }, item)).toEqual({ ok: false, error: 'does-not-open' })
  const changed = item.slice()
  changed[2_000]! ^= 1
  expect(await openMail(bensBox, changed)).toEqual({ ok: false, error: 'does-not-open' })
  expect(await openMail(bensBox, item.slice(1))).toEqual({ ok: false, error: 'wrong-size' })
})

test('a letter of another size is refused even when it would open', async () => {
  const short = await sealTo(toBen.kem, concat(label('mail'), idBytes(circle), address), concat(u32(0), new Uint8Array(20)))
  expect(await openMail(bensBox, short)).toEqual({ ok: false, error: 'wrong-size' })
})

test('a letter whose padding hides something, or whose content has another shape, is a value', async () => {
  const content = encodeCbor(['appreciation.sent', 1, random.bytes(16), 0, null])
  const signature = await ana.rk.sign('sender', idBytes(circle), idBytes(ben.key), await sha256(content))
  expect(await openMail(bensBox, await sealedBy({ from: ana.rk.publicKey, content, signature }, 7))).toEqual({ ok: false, error: 'malformed' })
  const wrongContent = encodeCbor(['x', 0, random.bytes(16), 0, null])
  const itsSignature = await ana.rk.sign('sender', idBytes(circle), idBytes(ben.key), await sha256(wrongContent))
  expect(await openMail(bensBox, await sealedBy({ from: ana.rk.publicKey, content: wrongContent, signature: itsSignature }))).toEqual({
    ok: false,
    error: 'malformed',
  })
})

test('the longest named invitation fits one letter', async () => {
  const invitation = {
    host: `https://${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example`,
    roomId: roomIdFrom(random.bytes(32)),
    n: random.bytes(32),
    secret: random.bytes(16),
    keys: Array.from({ length: 16 }, (_, at) => ({ g: 4_000_000_000 + at, key: random.bytes(32) })),
    ask: 'é'.repeat(500),
  }
  const opened = await openMail(bensBox, await sent({ ...letter(), ...namedInvitationBody(invitation) }))
  if (!opened.ok) throw new Error(opened.error)
  expect(readNamedInvitation(opened.value)).toEqual({ ok: true, value: invitation })
  expect(readNamedInvitation(letter())).toMatchObject({ ok: false, error: { rule: 'unknown-type' } })
  expect(readNamedInvitation({ ...namedInvitationBody(invitation), shape: 2 })).toMatchObject({ ok: false, error: { rule: 'newer-shape' } })
  expect(readNamedInvitation(namedInvitationBody({ ...invitation, keys: [] }))).toMatchObject({ ok: false, error: { rule: 'malformed', path: 'keys' } })
})

test('equal letters never make equal items', async () => {
  const one = letter()
  expect(toHex(await sent(one))).not.toBe(toHex(await sent(one)))
})
