import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { toHex } from '../base/bytes.ts'
import { millis } from '../base/clock.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { linkFrom, roomIdFrom, roomKeyFrom } from '../log/ids.ts'
import type { Delta } from '../log/types.ts'
import { membershipBody, readMembershipBody, type MembershipBody } from './bodies.ts'
import { circleBody, readCircleEntry } from './circle-entries.ts'
import { emptyHalf, foldSealedHalf, viewOf, type Opened } from './circle-state.ts'
import { unwrap, wrap } from './envelope.ts'
import { openMail, sealMail } from './mail.ts'
import { personalBody, readPersonalEntry, type PersonalEntry } from './personal-entries.ts'
import { emptyPersonal, foldPersonal, nextPins, personalViewOf } from './personal-state.ts'
import { seeded, someone } from './small-room.suite.ts'
import type { Body } from './shapes.ts'

const random = seeded(81)
const [ana, ben] = [await someone(random), await someone(random)]
const content: Delta = { op: 'content' }
const room = roomIdFrom(random.bytes(32))
const link = linkFrom(random.bytes(32))

/** Entries of one author, one after the other. */
function log(...said: readonly (Body | { readonly delta: Delta; readonly body: Body | null })[]): readonly Opened[] {
  return said.map((one, seq) => ({
    seq,
    link: linkFrom(new Uint8Array(32).fill(seq)),
    rk: ana.key,
    author: ana.id,
    ...('delta' in one ? one : { delta: content, body: one }),
  }))
}

function takenOut(target: number): { readonly delta: Delta; readonly body: null } {
  return { delta: { op: 'redaction', target }, body: null }
}

describe('what people say of themselves in a room', () => {
  test('the newest name, the newest lines and the newest mailbox count', () => {
    const view = viewOf(
      foldSealedHalf(
        emptyHalf,
        log(
          circleBody({ what: 'name', name: 'Ana' }),
          circleBody({ what: 'about', languages: 'es', brings: 'soup' }),
          circleBody({ what: 'mailbox', address: random.bytes(32), secret: random.bytes(16), counter: 0 }),
          circleBody({ what: 'name', name: 'Ana María' }),
          circleBody({ what: 'mailbox', address: random.bytes(32), secret: random.bytes(16), counter: 1 }),
        ),
      ),
    )
    expect(view.names.get(ana.id)).toBe('Ana María')
    expect(view.about.get(ana.id)).toEqual({ languages: 'es', brings: 'soup' })
    expect(view.mailboxes.get(ana.id)).toMatchObject({ counter: 1 })
  })

  test('a name that was taken out gives way to the one before, for those who were there and for those who read later', () => {
    const entries = log(circleBody({ what: 'name', name: 'Ana' }), circleBody({ what: 'name', name: 'Oops' }), takenOut(1))
    const whole = foldSealedHalf(emptyHalf, entries)
    const later = foldSealedHalf(
      emptyHalf,
      entries.map((one) => (one.seq === 1 ? { ...one, body: null } : one)),
    )
    expect(viewOf(whole).names.get(ana.id)).toBe('Ana')
    expect(later).toEqual(whole)
  })

  test('folding at once or in any split is the same', () => {
    const entries = log(
      circleBody({ what: 'name', name: 'A' }),
      { type: 'circle.nonsense', shape: 1, data: 1 },
      circleBody({ what: 'name', name: 'B' }),
      takenOut(1),
      takenOut(0),
      circleBody({ what: 'about', languages: '', brings: '' }),
    )
    const whole = foldSealedHalf(emptyHalf, entries)
    for (let at = 0; at <= entries.length; at++) expect(foldSealedHalf(foldSealedHalf(emptyHalf, entries.slice(0, at)), entries.slice(at))).toEqual(whole)
  })

  test('a malformed body, an unknown type and a newer shape are kept as who and which rule, and change nothing', () => {
    const half = foldSealedHalf(
      emptyHalf,
      log(
        { type: 'circle.name', shape: 1, data: { name: 'x'.repeat(201) } },
        { type: 'circle.name', shape: 1, data: null },
        { type: 'circle.flag', shape: 1, data: null },
        { type: 'circle.name', shape: 2, data: { name: 'Ana' } },
        { type: 'check-in.noted', shape: 9, data: 'a practice' },
      ),
    )
    expect(half.refused.map(({ author, refused }) => [author, refused.rule, refused.path])).toEqual([
      [ana.id, 'malformed', 'name'],
      [ana.id, 'malformed', ''],
      [ana.id, 'unknown-type', 'type'],
      [ana.id, 'newer-shape', 'shape'],
    ])
    expect(viewOf(half).names.size).toBe(0)
    expect(JSON.stringify(half.refused)).not.toContain('xxx')
  })

  test('the seal says of an invitation only what its header can bear out', () => {
    const ik = roomKeyFrom(random.bytes(32))
    const body = membershipBody({ op: 'invite', invite: { kind: 'named', invitee: ben.id, firstG: 1 } })
    const as = (kind: 'link' | 'named'): Opened[] => [...log({ delta: { op: 'invite', ik, kind, uses: 1, expiryDay: 1 }, body })]
    expect(viewOf(foldSealedHalf(emptyHalf, as('named'))).invitations.get(ik)).toMatchObject({ invitee: ben.id })
    expect(viewOf(foldSealedHalf(emptyHalf, as('link'))).invitations.size).toBe(0)
  })

  const genesisOf = (history: 'all' | 'none'): Delta => ({
    op: 'genesis',
    n: random.bytes(32),
    kem: random.bytes(1_216),
    policy: { history, admit: 'words', owned: false },
    generation,
  })
  const generation = { kcommit: random.bytes(32), count: 1, boxesHash: random.bytes(32) }
  const rollBy = (who: typeof ana, purpose: string): Body =>
    membershipBody({ op: 'rotate', missing: [], hist: null, roll: { purpose, decides: [who.id], people: [] } })

  test('[CS-ROLL] a member gives the circle no other name by a rotation', () => {
    const entries = log(
      { delta: genesisOf('all'), body: membershipBody({ op: 'genesis', purpose: 'Kitchen', hist: [], roll: null }) },
      { delta: { op: 'rotate', generation }, body: rollBy(ben, 'Ben’s') },
    )
    expect(viewOf(foldSealedHalf(emptyHalf, entries))).toMatchObject({ purpose: 'Kitchen', decides: [] })
    // Nor where the genesis was read by its header alone.
    expect(viewOf(foldSealedHalf(emptyHalf, [{ ...entries[0]!, body: null }, entries[1]!]))).toMatchObject({ purpose: '', decides: [] })
  })

  test('[CS-ROLL] who enters writes no roll', () => {
    const bind = { circle: room, key: ben.key, signature: random.bytes(64) }
    const body = membershipBody({ op: 'enter', bind, invite: link, hist: null, roll: { purpose: 'Ben’s', decides: [ben.id], people: [] } })
    const delta: Delta = { op: 'enter', ik: ana.key, rk: ben.key, kem: random.bytes(1_216), ikSignature: random.bytes(64), generation }
    expect(viewOf(foldSealedHalf(emptyHalf, log({ delta, body })))).toMatchObject({ purpose: '', decides: [] })
  })

  test('[CS-DECIDES] a member’s rotation leaves to those who decide what the room is for and who decides', () => {
    const founded = membershipBody({ op: 'genesis', purpose: 'a talk', hist: null, roll: { purpose: 'a talk', decides: [ana.id], people: [] } })
    const rotated = (who: typeof ana): readonly Opened[] => [
      ...log({ delta: genesisOf('none'), body: founded }),
      { ...log({ delta: { op: 'rotate', generation }, body: rollBy(ben, 'another talk') })[0]!, seq: 1, rk: who.key, author: who.id },
    ]
    expect(viewOf(foldSealedHalf(emptyHalf, rotated(ben)))).toMatchObject({ purpose: 'a talk', decides: [ana.id] })
    expect(viewOf(foldSealedHalf(emptyHalf, rotated(ana)))).toMatchObject({ purpose: 'another talk', decides: [ben.id] })
  })

  test('[SH-RANGE] a share that says it covers four thousand million generations, or counts down, is nobody’s to count', () => {
    const share = (from: number, upTo: number): Body => ({
      type: 'share',
      shape: 1,
      data: { to: random.bytes(32), from, upTo, box: new Uint8Array(1_136), consents: [] },
    })
    expect(readCircleEntry(share(1, 512)).ok).toBe(true)
    expect(readCircleEntry(share(1, 513)).ok).toBe(false)
    expect(readCircleEntry(share(1, 4_294_967_295)).ok).toBe(false)
    expect(readCircleEntry(share(2, 1)).ok).toBe(false)
  })

  test('why somebody is to be removed stands with the proposal, and the host record with its writer', () => {
    const reason = { kindOfReason: 'safety', decidedBy: 'the meeting of 3 May', until: '1 August', wayBack: 'a talk with two of us' }
    const host = { origin: 'https://circle.example', receiptKey: random.bytes(32), doorKey: random.bytes(16) }
    const entries = log(
      { delta: { op: 'propose', act: 'remove', member: ben.id, successor: null }, body: membershipBody({ op: 'propose', reason }) },
      { delta: { op: 'host' }, body: membershipBody({ op: 'host', host }) },
    )
    const view = viewOf(foldSealedHalf(emptyHalf, entries))
    expect(view.reasons.get(entries[0]!.link)).toEqual(reason)
    expect(view.host).toEqual({ ...host, seq: 1, by: ana.id })
  })
})

describe('what a person keeps in the personal room', () => {
  const ref = { host: 'https://circle.example', roomId: room, n: random.bytes(32) }

  test('a room is replaced by what is newer of it, and never by an earlier joining', () => {
    const view = personalViewOf(
      foldPersonal(
        emptyPersonal,
        log(
          personalBody({ what: 'rooms', rooms: [{ ...ref, j: 1, kind: 'further', circle: null, state: 'in' }] }),
          personalBody({ what: 'rooms', rooms: [{ ...ref, j: 0, kind: 'further', circle: null, state: 'left' }] }),
        ),
      ),
    )
    expect(view.rooms.get(room)).toMatchObject({ j: 1, state: 'in' })
  })

  test('pins only grow, whatever an old device writes', () => {
    const head = (seq: number): PersonalEntry => ({ what: 'pins', heads: [{ room, seq, link }] })
    const view = personalViewOf(foldPersonal(emptyPersonal, log(personalBody(head(90)), personalBody(head(40)))))
    expect(view.pins.get(room)?.seq).toBe(90)
    expect(view.pinsAt).toEqual([0, 1])
  })

  test('the next pins keep what was pinned of a room that is out of reach, or that a host shows shorter', () => {
    const other = roomIdFrom(new Uint8Array(32))
    const pinned = new Map([
      [room, { room, seq: 90, link }],
      [other, { room: other, seq: 7, link }],
    ])
    const newer = linkFrom(new Uint8Array(32))
    expect(nextPins(pinned, [{ room, seq: 40, link: newer }])).toEqual([...pinned.values()])
    expect(nextPins(pinned, [{ room, seq: 91, link: newer }])).toEqual([{ room, seq: 91, link: newer }, pinned.get(other)])
    expect(nextPins(new Map(), [{ room, seq: 0, link }])).toEqual([{ room, seq: 0, link }])
  })

  test('of a draft only the newest stands, and what it replaced is named to be redacted', () => {
    const draft = (key: string, text: string): Body => personalBody({ what: 'draft', key, text })
    const view = personalViewOf(foldPersonal(emptyPersonal, log(draft('a', 'one'), draft('b', 'x'), draft('a', 'two'), draft('b', ''))))
    expect(view.drafts.get('a')).toEqual({ seq: 2, value: 'two' })
    expect(view.drafts.has('b')).toBe(false)
    expect(view.outdated).toEqual([0, 1, 3])
  })

  test('the two words to check are there until they were given, and never more than two', () => {
    const asked = personalBody({
      what: 'words',
      check: [
        { position: 2, word: 'soup' },
        { position: 6, word: 'river' },
      ],
    })
    const view = personalViewOf(foldPersonal(emptyPersonal, log(asked)))
    expect(view).toMatchObject({ words: 'not-checked', wordsToCheck: { seq: 0 } })
    const done = personalViewOf(foldPersonal(emptyPersonal, log(asked, personalBody({ what: 'words', check: null }), takenOut(0))))
    expect(done).toMatchObject({ words: 'done', wordsToCheck: null, outdated: [] })
    expect(personalViewOf(emptyPersonal).words).toBe('not-made')
    const seven = { type: 'personal.words', shape: 1, data: { check: Array.from({ length: 7 }, (_, at) => ({ position: at + 1, word: 'x' })) } }
    expect(readPersonalEntry(seven)).toMatchObject({ ok: false, error: { rule: 'malformed' } })
  })

  test('folding at once or in any split is the same', () => {
    const draft = (text: string): Body => personalBody({ what: 'draft', key: 'a', text })
    const entries = log(draft('one'), draft('two'), takenOut(0), { type: 'personal.nonsense', shape: 1, data: 1 }, draft('three'), takenOut(1), takenOut(4))
    const whole = foldPersonal(emptyPersonal, entries)
    for (let at = 0; at <= entries.length; at++) expect(foldPersonal(foldPersonal(emptyPersonal, entries.slice(0, at)), entries.slice(at))).toEqual(whole)
    expect(personalViewOf(whole).drafts.size).toBe(0)
  })

  test('settings change one by one; muting is undone by unmuting; a record that is gone is not handed back', () => {
    const address = random.bytes(32)
    const view = personalViewOf(
      foldPersonal(
        emptyPersonal,
        log(
          personalBody({ what: 'settings', change: { language: 'es', theme: 'dark' } }),
          personalBody({ what: 'settings', change: { theme: 'light' } }),
          personalBody({ what: 'mute', member: ben.id, muted: true }),
          personalBody({ what: 'mute', member: ana.id, muted: true }),
          personalBody({ what: 'mute', member: ben.id, muted: false }),
          personalBody({ what: 'record', by: 'words', address, record: random.bytes(2_048), signature: random.bytes(64) }),
          personalBody({ what: 'record', by: 'code', address: random.bytes(32), record: random.bytes(2_048), signature: random.bytes(64) }),
          personalBody({ what: 'record-gone', address }),
        ),
      ),
    )
    expect(view.settings).toEqual({ language: 'es', theme: 'light' })
    expect([...view.muted]).toEqual([ana.id])
    expect(view.records.map(({ by }) => by)).toEqual(['code'])
  })

  test('a rekey is under way until each of its rooms is done', () => {
    const generation = { kcommit: random.bytes(32), count: 1, boxesHash: random.bytes(32) }
    const rekey = {
      delta: { op: 'rekey', rk: ben.key, kem: ben.kem.publicKey, pop: random.bytes(64), generation } as const,
      body: membershipBody({ op: 'rekey', bind: null, toDo: [room, roomIdFrom(new Uint8Array(32))], hist: null, roll: null }),
    }
    const begun = foldPersonal(emptyPersonal, log(rekey, personalBody({ what: 'rekeyed', epoch: 1, rooms: [room] })))
    expect(personalViewOf(begun).rekey).toEqual({ seq: 0, toDo: [roomIdFrom(new Uint8Array(32))] })
    const done = log(rekey, personalBody({ what: 'rekeyed', epoch: 1, rooms: [room, roomIdFrom(new Uint8Array(32))] }))
    expect(personalViewOf(foldPersonal(emptyPersonal, done)).rekey).toBe(null)
  })

  test('a letter is kept once, however often it was dropped, and can be put aside or taken out', async () => {
    const box = { circle: room, owner: ben.key, kem: ben.kem, address: random.bytes(32) }
    const item = await sealMail(
      { ...box, kem: ben.kem.publicKey },
      { type: 'appreciation.sent', shape: 1, data: 'Thank you', act: random.bytes(16), claimedTime: millis(1) },
      ana.rk,
    )
    const mail = item.ok ? await openMail(box, item.value) : item
    if (!mail.ok) throw new Error('it opens')
    const { from, content: signed, signature, act } = mail.value
    const kept = personalBody({ what: 'kept', owner: ben.key, from, content: signed, signature })
    const key = `${ana.key}:${toHex(act)}`
    const view = personalViewOf(foldPersonal(emptyPersonal, log(kept, kept)))
    expect([...view.letters.keys()]).toEqual([key])
    expect(view.letters.get(key)).toMatchObject({ seq: 0, data: 'Thank you', done: false })
    expect(personalViewOf(foldPersonal(emptyPersonal, log(kept, personalBody({ what: 'done', act })))).letters.get(key)).toMatchObject({ done: true })
    expect(personalViewOf(foldPersonal(emptyPersonal, log(kept, takenOut(0)))).letters.size).toBe(0)
  })
})

test('every body is read as it was written', () => {
  const carried = { hist: [{ g: 1, key: random.bytes(32) }], roll: null }
  const bind = { circle: room, key: ana.key, signature: random.bytes(64) }
  const roll = { purpose: 'p', decides: [ana.id], people: [{ rk: ana.key, bind, words: 'w', name: null }] }
  const bodies: readonly MembershipBody[] = [
    { op: 'genesis', purpose: 'A circle', hist: null, roll },
    { op: 'invite', invite: { kind: 'link', kk: random.bytes(32), note: 'Tuesday', guest: true } },
    { op: 'invite', invite: { kind: 'named', invitee: ben.id, firstG: 3 } },
    { op: 'admit', ...carried },
    { op: 'enter', bind, invite: link, ...carried },
    { op: 'remove', reason: 'why', hist: null, roll },
    { op: 'rotate', missing: [2], ...carried },
    { op: 'rekey', bind: null, toDo: [room], ...carried },
    { op: 'propose', reason: null },
    { op: 'confirm', ...carried },
    { op: 'host', host: { origin: 'https://circle.example', receiptKey: random.bytes(32), doorKey: random.bytes(16) } },
  ]
  for (const body of bodies) expect(readMembershipBody(body.op, membershipBody(body))).toEqual({ ok: true, value: body })
  expect(readMembershipBody('leave', { type: 'room.leave', shape: 1, data: 'anything' })).toEqual({ ok: true, value: null })
  expect(readMembershipBody('rotate', membershipBody({ op: 'confirm', ...carried }))).toMatchObject({ ok: false })
  const entries: readonly PersonalEntry[] = [
    { what: 'invitation', room, ik: ana.key, secret: random.bytes(16), head16: random.bytes(16) },
    { what: 'loss', room, life: 2, lastKept: 7, link },
  ]
  for (const entry of entries) expect(readPersonalEntry(personalBody(entry))).toEqual({ ok: true, value: entry })
  expect(unwrap(wrap({ data: { words: 'x' }, consents: [random.bytes(9)] }))).toMatchObject({ ok: true, value: { data: { words: 'x' } } })
  expect(unwrap({ data: 1 })).toMatchObject({ ok: false })
})

test('whatever a changed app writes, reading it never throws', () => {
  const anything: fc.Arbitrary<Cbor> = fc.letrec<{ tree: Cbor }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.string(),
      fc.uint8Array({ maxLength: 40 }),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('name', 'roll', 'hist', 'invite', 'kind', 'rooms', 'change', '__proto__', 'purpose'), tie('tree'), { maxKeys: 4 }),
    ),
  })).tree
  const types = [
    'circle.name',
    'circle.about',
    'circle.mailbox',
    'circle.rekey-proof',
    'share',
    'personal.rooms',
    'personal.settings',
    'personal.words',
    'mail.kept',
    'room.genesis',
    'room.invite',
    '__proto__',
    'toString',
  ]
  const ops = ['genesis', 'invite', 'admit', 'enter', 'remove', 'rotate', 'rekey', 'propose', 'confirm', 'host', 'leave'] as const
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.constantFrom(1, 1, 1, 2), anything, fc.constantFrom(...ops), (type, shape, data, op) => {
      readCircleEntry({ type, shape, data })
      readPersonalEntry({ type, shape, data })
      readMembershipBody(op, { type: `room.${op}`, shape, data })
      foldPersonal(emptyPersonal, log({ type, shape, data }))
    }),
    { numRuns: 2_000 },
  )
})
