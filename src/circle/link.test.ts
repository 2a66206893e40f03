import { expect, test } from 'vitest'
import { fromBase64Url, toBase64Url, toHex } from '../base/bytes.ts'
import { roomIdFrom } from '../log/ids.ts'
import { invitationKeys, makeFragment, makeLink, readLink, type InvitationLink } from './link.ts'
import { readHost } from './reference.ts'
import { seeded } from './small-room.suite.ts'

function aLink(change: Partial<InvitationLink> = {}): InvitationLink {
  const random = seeded(7)
  return {
    kind: 'circle',
    secret: random.bytes(16),
    roomId: roomIdFrom(random.bytes(32)),
    head16: random.bytes(16),
    doorKey: random.bytes(16),
    receiptKey: random.bytes(32),
    host: 'https://circle.example',
    ...change,
  }
}

test('a link read from a message says what the steward put into it', () => {
  const link = aLink({ kind: 'guest' })
  const whole = makeLink('https://app.example', link)
  expect(readLink(whole)).toEqual({ ok: true, value: link })
  expect(readLink(makeFragment(link))).toEqual({ ok: true, value: link })
  expect(readLink(`  ${whole}).\n`)).toEqual({ ok: true, value: link })
  expect(readLink(`${whole.slice(0, 60)}\n${whole.slice(60)}`)).toEqual({ ok: true, value: link })
})

test('wherever a messenger cuts a link, the newcomer is told that it is cut off, and no other host is asked', () => {
  const fragment = makeFragment(aLink())
  for (let length = 0; length < fragment.length; length++) expect(readLink(fragment.slice(0, length))).toEqual({ ok: false, error: 'cut-off' })
})

test('a text that is no invitation is not taken for a broken one', () => {
  expect(readLink('hello, see you at eight')).toEqual({ ok: false, error: 'not-an-invitation' })
  expect(readLink('AAAAAAAA')).toEqual({ ok: false, error: 'not-an-invitation' })
  expect(readLink(`${makeFragment(aLink())}AAAA`)).toEqual({ ok: false, error: 'not-an-invitation' })
})

test('a link whose host is more than an origin is refused', () => {
  for (const host of [
    'https://circle.example/path',
    'https://user:word@circle.example',
    'javascript:alert(1)',
    'circle.example',
    'https://CIRCLE.example',
    'https://circle.example/#x',
  ]) {
    expect(readLink(makeFragment(aLink({ host })))).toEqual({ ok: false, error: 'not-an-invitation' })
  }
})

test('[D03] nothing of the secret stands where a browser would send it: only behind the hash sign', () => {
  const link = aLink()
  const address = new URL(makeLink('https://app.example', link))
  const sent = `${address.origin}${address.pathname}${address.search}`
  expect(sent).toBe('https://app.example/join')
  const secret = toHex(link.secret)
  expect(toHex(fromBase64Url(address.hash.slice(1))!)).toContain(secret)
  for (const hidden of [secret, toBase64Url(link.secret), toBase64Url(link.doorKey)]) expect(sent).not.toContain(hidden)
})

test('the key that knocks and the key that seals the name cannot be told from each other, and every secret has its own', async () => {
  const one = await invitationKeys(seeded(1).bytes(16))
  const other = await invitationKeys(seeded(2).bytes(16))
  const seen = [one.ik.publicKey, one.kk, other.ik.publicKey, other.kk].map(toHex)
  expect(new Set(seen).size).toBe(4)
})

test('an address typed by hand is read as the origin it means, or not at all', () => {
  expect(readHost('circle.example')).toBe('https://circle.example')
  expect(readHost(' https://circle.example:8443/ ')).toBe('https://circle.example:8443')
  expect(readHost('http://localhost:8080')).toBe('http://localhost:8080')
  for (const typed of ['', 'ftp://circle.example', 'https://circle.example/deep', 'https://a:b@circle.example', 'https://circle.example?x=1', 'not a host'])
    expect(readHost(typed)).toBe(null)
})
