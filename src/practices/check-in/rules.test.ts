import { expect, test } from 'vitest'
import { millis } from '../../base/clock.ts'
import { circleDoing, kept, type PracticeCircle, type Someone } from '../../testing/practice-circle.ts'
import type { Answers } from './events.ts'
import { checkIn } from './index.ts'
import { openMeeting, strip, type Arrivals, type OwnLog } from './rules.ts'

const quiet: Answers = { stirred: null, capacity: null, zone: null, helps: [], about: null, line: '' }

type Person = Someone<OwnLog, Arrivals>

function circle(): PracticeCircle<OwnLog, Arrivals> & { readonly ana: Person; readonly ben: Person; readonly cleo: Person } {
  const doing = circleDoing(checkIn, 'Ana', 'Ben', 'Cleo')
  return { ...doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

function notes(person: Person, stirred: Answers['stirred'], share: 'no' | 'word' | 'slow-start' = 'no', line = ''): ReturnType<Person['does']> {
  const answer = person.does({ kind: 'note', answers: { ...quiet, stirred, line } })
  return share === 'no' ? answer : person.does({ kind: 'share', share })
}

function wordsOf(person: Person): readonly string[] {
  return person.commons().meeting?.words.map((word) => word.share) ?? []
}

test('[CI1] what somebody notes stands in their own room and nowhere else', () => {
  const { ana, ben, readable } = circle()
  notes(ana, 'stirred', 'no', 'The landlord called again.')
  expect(ana.own().notes).toMatchObject([{ answers: { stirred: 'stirred', line: 'The landlord called again.' } }])
  expect(ben.own().notes).toEqual([])
  expect(readable()).toEqual([])
})

test('[CI1] a note written into the commons changes nothing (PR-kind)', () => {
  const { ana, refused } = circle()
  const before = ana.commons()
  ana.writesPastTheApp('commons', 'check-in.noted', quiet)
  expect(ana.commons()).toEqual(before)
  expect(refused()).toMatchObject([{ author: ana.id, why: { rule: 'wrong-place' } }])
})

test('[C53][PR-newer] an entry of a version nobody knows holds the others only while whoever wrote it is there', () => {
  const { ana, ben, commonsId, today } = circle()
  ben.writesPastTheApp('commons', 'check-in.from-later', {})
  expect(ana.does({ kind: 'open-meeting' })).toMatchObject({ rule: 'newer-version' })
  const alone = new Set([ana.id])
  const around = { roomId: commonsId, present: alone, stewards: alone, concern: null }
  const answer = checkIn.propose({ kind: 'open-meeting' }, ana.states(), {
    me: ana.id,
    today: today(),
    now: millis(0),
    commons: commonsId,
    around: { personal: { ...around, place: 'personal' }, commons: { ...around, place: 'commons' }, rooms: new Map() },
    invitations: [],
    newId: () => 'a'.repeat(32),
  })
  expect(answer.ok).toBe(true)
})

test('[CI2] a second note on the same day takes the place of the first, and the first is taken out', () => {
  const { ana } = circle()
  notes(ana, 'flooded')
  notes(ana, 'a-little')
  expect(ana.own().notes.map((note) => note.answers.stirred)).toEqual(['a-little'])
  expect(ana.ownEntries()).toHaveLength(1)
})

test('[CI2] a note of yesterday stays as it is when somebody notes today', () => {
  const { ana, daysPass } = circle()
  notes(ana, 'flooded')
  daysPass(1)
  notes(ana, 'calm')
  expect(ana.own().notes.map((note) => note.answers.stirred)).toEqual(['flooded', 'calm'])
})

test('[CI2] two devices that noted the same day end with one note, and the other is taken out', () => {
  const { ana } = circle()
  ana.writesPastTheApp('personal', 'check-in.noted', { ...quiet, stirred: 'calm' })
  ana.writesPastTheApp('personal', 'check-in.noted', { ...quiet, stirred: 'stirred' })
  ana.opensTheApp()
  expect(ana.ownEntries().map((entry) => entry.data)).toEqual([{ ...quiet, stirred: 'stirred' }])
  expect(ana.own()).toMatchObject({ notes: [{ answers: { stirred: 'stirred' } }], replaced: [] })
})

test('[CI3] a note is gone after 30 days, and one of 30 days stays', () => {
  const { ana, daysPass, today } = circle()
  notes(ana, 'calm')
  daysPass(30)
  ana.opensTheApp()
  expect(strip(ana.own(), today(), kept)).toHaveLength(1)
  daysPass(1)
  expect(strip(ana.own(), today(), kept)).toHaveLength(0)
  ana.opensTheApp()
  expect(ana.ownEntries()).toEqual([])
})

test('[CI3] with the log off, today stays until it is over', () => {
  const { ana, daysPass, today } = circle()
  const off = { ...kept, checkInLog: false }
  notes(ana, 'calm')
  ana.opensTheApp(off)
  expect(strip(ana.own(), today(), off)).toHaveLength(1)
  daysPass(1)
  expect(strip(ana.own(), today(), off)).toHaveLength(0)
  ana.opensTheApp(off)
  expect(ana.ownEntries()).toEqual([])
})

test('[CI4] anyone opens a meeting, and no second one while it is open', () => {
  const { ana, ben, refused } = circle()
  expect(ben.does({ kind: 'open-meeting' })).toBeNull()
  expect(ana.does({ kind: 'open-meeting' })).toMatchObject({ rule: 'CI4' })
  ana.writesPastTheApp('commons', 'check-in.meeting-opened', {})
  expect(refused()).toMatchObject([{ author: ana.id, why: { rule: 'CI4' } }])
  expect(ana.commons().meeting).toMatchObject({ openedBy: ben.id })
})

test('[CI4] a meeting somebody left open gives way two days later, and its words with it', () => {
  const { ana, ben, daysPass, today, readable } = circle()
  ana.does({ kind: 'open-meeting' })
  notes(ben, 'calm', 'word')
  daysPass(1)
  expect(openMeeting(ana.commons(), today())).not.toBeNull()
  daysPass(1)
  expect(openMeeting(ana.commons(), today())).toBeNull()
  ben.opensTheApp()
  expect(readable().filter((entry) => entry.type === 'check-in.word-shared')).toEqual([])
  expect(ana.does({ kind: 'open-meeting' })).toBeNull()
  expect(wordsOf(ben)).toEqual([])
})

test('[CI5] a person shares one word under their own name while a meeting is open', () => {
  const { ana, ben } = circle()
  ana.does({ kind: 'open-meeting' })
  expect(notes(ben, 'stirred', 'word', 'Not for them.')).toBeNull()
  expect(ana.commons().meeting?.words).toMatchObject([{ author: ben.id, share: 'stirred' }])
  expect(JSON.stringify(ana.commons())).not.toContain('Not for them.')
})

test('[CI5] a second word takes the place of the first', () => {
  const { ana, ben, readable } = circle()
  ana.does({ kind: 'open-meeting' })
  notes(ben, 'flooded', 'word')
  expect(ben.does({ kind: 'share', share: 'slow-start' })).toBeNull()
  expect(wordsOf(ana)).toEqual(['slow-start'])
  expect(readable().filter((entry) => entry.type === 'check-in.word-shared')).toHaveLength(1)
})

test('[CI5] nobody shares a word they did not choose, or in a meeting that is not open', () => {
  const { ana, ben } = circle()
  expect(notes(ben, 'calm', 'word')).toMatchObject({ rule: 'CI5' })
  ana.does({ kind: 'open-meeting' })
  expect(notes(ben, 'rather-not-say', 'word')).toMatchObject({ rule: 'CI5' })
})

test('[CI5] a note that a changed app sends along with the word is refused whole', () => {
  const { ana, ben, refused } = circle()
  ana.does({ kind: 'open-meeting' })
  const meeting = ana.commons().meeting?.id ?? ''
  ben.writesPastTheApp('commons', 'check-in.word-shared', { meeting, share: 'calm', line: 'I slept badly.' })
  expect(wordsOf(ana)).toEqual([])
  expect(refused()).toMatchObject([{ author: ben.id, why: { rule: 'malformed' } }])
})

test('[CI6] when anyone closes the meeting, the words are gone from every screen and from the room', () => {
  const { ana, ben, cleo, readable } = circle()
  ana.does({ kind: 'open-meeting' })
  notes(ana, 'calm', 'word')
  notes(ben, 'flooded', 'word')
  expect(cleo.does({ kind: 'close-meeting' })).toBeNull()
  expect(JSON.stringify(cleo.commons())).not.toMatch(/calm|flooded/)
  ana.opensTheApp()
  ben.opensTheApp()
  expect(readable().map((entry) => entry.type)).toEqual(['check-in.meeting-opened', 'check-in.meeting-closed'])
  expect(ben.opensTheApp()).toEqual([])
})

test('[CI6] a word that arrives after the meeting closed is shown to nobody, and its writer takes it out', () => {
  const { ana, ben, readable } = circle()
  ana.does({ kind: 'open-meeting' })
  const meeting = ana.commons().meeting?.id ?? ''
  ana.does({ kind: 'close-meeting' })
  ben.writesPastTheApp('commons', 'check-in.word-shared', { meeting, share: 'calm' })
  expect(JSON.stringify(ana.commons())).not.toContain('calm')
  ben.opensTheApp()
  expect(readable().map((entry) => entry.type)).not.toContain('check-in.word-shared')
})

test('[CI6] a word for the meeting before does not show in the next one', () => {
  const { ana, ben } = circle()
  ana.does({ kind: 'open-meeting' })
  const before = ana.commons().meeting?.id ?? ''
  ana.does({ kind: 'close-meeting' })
  ana.does({ kind: 'open-meeting' })
  ben.writesPastTheApp('commons', 'check-in.word-shared', { meeting: before, share: 'calm' })
  expect(wordsOf(ana)).toEqual([])
})

test('[CI6] nobody closes a meeting that is not open', () => {
  const { ana, ben, refused } = circle()
  expect(ana.does({ kind: 'close-meeting' })).toMatchObject({ rule: 'CI5' })
  ben.writesPastTheApp('commons', 'check-in.meeting-closed', { meeting: '0'.repeat(32) })
  expect(refused()).toMatchObject([{ author: ben.id, why: { rule: 'CI5' } }])
})

test('[CI7] a person takes their own word back, and cannot take back anybody else’s', () => {
  const { ana, ben } = circle()
  ana.does({ kind: 'open-meeting' })
  notes(ana, 'calm', 'word')
  notes(ben, 'stirred', 'word')
  expect(ben.does({ kind: 'take-word-back' })).toBeNull()
  expect(wordsOf(ana)).toEqual(['calm'])
  expect(ben.wouldWrite({ kind: 'take-word-back' })).toEqual([])
})

test('[CI8] what everybody can read of a meeting holds no number of people, words or answers', () => {
  const { ana, ben, cleo } = circle()
  ana.does({ kind: 'open-meeting' })
  for (const person of [ana, ben, cleo]) notes(person, 'stirred', 'word')
  const { meeting } = ana.commons()
  expect(Object.keys(meeting ?? {}).toSorted()).toEqual(['day', 'id', 'openedBy', 'words'])
  expect(meeting?.words.map((word) => Object.keys(word).toSorted())).toEqual(Array.from({ length: 3 }, () => ['author', 'seq', 'share']))
})

test('[CI9] somebody who shares nothing writes nothing into the commons', () => {
  const { ana, ben } = circle()
  ana.does({ kind: 'open-meeting' })
  notes(ben, 'flooded')
  expect(wordsOf(ana)).toEqual([])
})
