import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { err, ok } from '../base/result.ts'
import { setLanguage } from '../texts/language.ts'
import { bareLiterals, pagesOf, screensOf, wordsOfPeople } from '../testing/screens.tsx'
import {
  eventsRoundTrip,
  goldensFold,
  goldensOf,
  malformedRefused,
  namedAsItsFolder,
  neverThrows,
  newerIsKept,
  onlyTheEntriesCount,
  registered,
  rulesTold,
  splitsEqual,
  stepTakesWhatIsProposed,
  textsEqual,
  type Folder,
} from './conformance.suite.ts'
import { practices } from './index.ts'
import type { EventShape, Fold, Practice, Surfaces } from './practice.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const folders = new Map(names.map((name) => [name, readFolder(name)]))

function readFolder(name: string): Folder {
  const paths = readdirSync(join(here, name), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return { name, files: Object.fromEntries(paths.map((path) => [path.slice(join(here, name).length + 1), readFileSync(path, 'utf8')])) }
}

afterEach(() => setLanguage('en'))

test('every folder of a practice is in the list, and every practice of the list has its folder', () => {
  expect(registered(practices, names)).toEqual([])
})

describe.each(practices.map((practice) => [practice.name, practice] as const))('%s', (name, practice) => {
  const folder = folders.get(name) ?? { name, files: {} }

  test('is called as its folder, and so are its events and texts', () => expect(namedAsItsFolder(practice, folder)).toEqual([]))
  test('reads back every event it writes', () => expect(eventsRoundTrip(practice)).toEqual([]))
  test('refuses every malformed body and says where it is wrong', () => expect(malformedRefused(practice)).toEqual([]))
  test('folds its golden logs to their states', () => expect(goldensFold(practice, folder)).toEqual([]))
  test('has a test for every rule of its README', () => expect(rulesTold(practice, folder)).toEqual([]))
  test('folds to the same, at once or in any two parts', () => expect(splitsEqual(practice, folder)).toEqual([]))
  test('never throws at random or broken entries', () => expect(neverThrows(practice, folder)).toEqual([]))
  test('writes nothing that its own step refuses', () => expect(stepTakesWhatIsProposed(practice, folder)).toEqual([]))
  test('folds without a clock and without dice', () => expect(onlyTheEntriesCount(practice, folder)).toEqual([]))
  test('keeps and shows what a newer app wrote, and does not act past it (PR-newer)', () => expect(newerIsKept(practice, folder)).toEqual([]))
  test('has the same texts in all languages, and none that nothing uses', () => expect(textsEqual(practice, folder)).toEqual([]))
  test('tells on its page that a newer app wrote something', async () => expect(await silentAboutNewer(practice, folder)).toEqual([]))
  test('shows every golden state without a word that cannot be translated', async () => expect(await literalsOn(practice, folder)).toEqual([]))
})

async function literalsOn(practice: Practice, folder: Folder): Promise<readonly string[]> {
  setLanguage('pseudo')
  const pages = goldensOf(folder).flatMap((golden) => pagesOf(practice, golden).map((page) => ({ golden, page })))
  const screens = await Promise.all(pages.map(async ({ golden, page }) => ({ golden, screens: await screensOf(practice, golden, page) })))
  return screens.flatMap(({ golden, screens: shown }) =>
    shown.flatMap(({ html }) => (html.includes('[[') ? bareLiterals(html, wordsOfPeople(golden)) : [`${golden.file} shows nothing`])),
  )
}

/** Rooms, and the mail of the own room, in which an entry of a newer app is not told of. */
async function silentAboutNewer(practice: Practice, folder: Folder): Promise<readonly string[]> {
  setLanguage('pseudo')
  const places = goldensOf(folder).flatMap((golden) =>
    golden.rooms.flatMap((room) => {
      const newer = {
        seq: 5000,
        author: golden.me,
        type: `${practice.name}.from-later`,
        shape: 1,
        act: 'e'.repeat(32),
        day: golden.today,
        data: null,
        consents: [],
      }
      const told = [
        { place: room.place, key: 'shared.refused.newer' } as const,
        ...(room.place === 'personal' ? [{ place: 'mail', key: 'shared.newerMail' } as const] : []),
      ]
      return told.map(({ place, key }) => ({
        key,
        where: `${golden.file} ${place}`,
        golden: { ...golden, rooms: golden.rooms.map((each) => (each === room ? { ...room, entries: [...room.entries, { ...newer, place }] } : each)) },
      }))
    }),
  )
  const silent = await Promise.all(
    places.map(async ({ where, key, golden }) => ((await screensOf(practice, golden))[0]?.html.includes(`[[${key}]]`) === true ? [] : [where])),
  )
  return silent.flat()
}

/** A check that never caught anything proves nothing: each is given one fault and must see it. */
describe('each check sees a planted fault:', () => {
  const practice = practices.find((each) => each.name === 'check-in')!
  const folder = folders.get('check-in')!

  const withFile = (path: string, change: (text: string) => string): Folder => ({
    ...folder,
    files: { ...folder.files, [path]: change(folder.files[path] ?? '') },
  })
  const withKind = (change: (kind: EventShape) => EventShape): Practice => ({
    ...practice,
    events: { ...practice.events, 'check-in.noted': change(practice.events['check-in.noted']!) },
  })
  const withCommons = (step: (fold: Fold<unknown>) => Fold<unknown>['step']): Practice => {
    const commons = practice.commons!
    return { ...practice, commons: { start: commons.start, step: step(commons) } }
  }

  test('a practice under another name', () => {
    expect(namedAsItsFolder({ ...practice, name: 'arrival' }, folder)).toHaveLength(1)
    expect(namedAsItsFolder(practice, { ...folder, name: 'arrival' }).length).toBeGreaterThan(1)
  })

  test('a folder that is not in the list, and a practice that stands there twice', () => {
    expect(registered(practices.slice(1), names)).toHaveLength(1)
    expect(registered([...practices, practice], names)).toHaveLength(1)
  })

  test('a decoder that loses a word', () => {
    expect(
      eventsRoundTrip(
        withKind((kind) => ({
          ...kind,
          decode: (shape, data) => {
            const read = kind.decode(shape, data)
            return read.ok ? ok({ ...(read.value as object), line: '' }) : read
          },
        })),
      ),
    ).toHaveLength(1)
    expect(eventsRoundTrip(withKind((kind) => ({ ...kind, examples: [] })))).toHaveLength(1)
  })

  test('a decoder that takes anything, and one that does not say where', () => {
    expect(malformedRefused(withKind((kind) => ({ ...kind, decode: (_shape, data) => ok(data) }))).length).toBeGreaterThan(1)
    expect(malformedRefused(withKind((kind) => ({ ...kind, decode: () => err({ path: '' }) }))).length).toBeGreaterThan(1)
  })

  test('a rule that changed while the golden log did not, and a golden log that is gone', () => {
    const allowsASecondMeeting = withCommons(
      (fold) => (state, event, around) => fold.step(event.type === 'check-in.meeting-opened' ? { ...(state as object), meeting: null } : state, event, around),
    )
    expect(goldensFold(allowsASecondMeeting, folder).length).toBeGreaterThan(0)
    expect(goldensFold(practice, { ...folder, files: {} })).toEqual(['no golden log of personal', 'no golden log of commons'])
  })

  test('a rule nobody tests, and a test of a rule nobody wrote', () => {
    expect(
      rulesTold(
        practice,
        withFile('README.md', () => 'A practice.'),
      ),
    ).toContain('README.md names no rule')
    expect(
      rulesTold(
        practice,
        withFile('README.md', (text) => `${text}\n- **CI99** Nobody sleeps.`),
      ),
    ).toEqual(['no test is titled [CI99]'])
    expect(
      rulesTold(
        practice,
        withFile('rules.test.ts', (text) => `${text}\ntest('[CI98] somebody sleeps', () => {})`),
      ),
    ).toEqual(['README.md does not name CI98'])
    expect(
      rulesTold(
        practice,
        withFile('rules.test.ts', (text) => text.replaceAll(/\btest\('\[CI7\]/g, "test.skip('[CI7]")),
      ),
    ).toEqual(['no test is titled [CI7]'])
  })

  test('a fold that remembers something outside its state, and one that changes what it was handed', () => {
    const counted = { entries: 0 }
    const remembers = withCommons((fold) => (state, event, around) => {
      counted.entries += 1
      const next = fold.step(state, event, around)
      return next.ok ? ok({ ...(next.value as object), counted: counted.entries }) : next
    })
    expect(splitsEqual(remembers, folder).length).toBeGreaterThan(0)
    const changes = withCommons((fold) => (state, event, around) => {
      const next = fold.step(state, event, around)
      Object.assign(state as object, { touched: event.seq })
      return next
    })
    expect(splitsEqual({ ...changes, commons: { ...changes.commons!, start: { ...(practice.commons!.start as object) } } }, folder).length).toBeGreaterThan(0)
  })

  test('a fold that throws at what it did not expect', () => {
    const trusting = withCommons((fold) => (state, event, around) => {
      if (event.type === 'check-in.word-shared') (event.data as { meeting: string }).meeting.slice(0, 4)
      return fold.step(state, event, around)
    })
    expect(neverThrows(trusting, folder)).toHaveLength(1)
  })

  test('a button that writes what the fold refuses, and one that answers otherwise than before', () => {
    const careless: Practice = { ...practice, propose: () => ok([{ to: 'commons', type: 'check-in.meeting-opened', shape: 1, data: {} }]) }
    expect(stepTakesWhatIsProposed(careless, folder).some((problem) => problem.includes('CI4'))).toBe(true)
    expect(stepTakesWhatIsProposed({ ...practice, propose: () => err({ rule: 'no', textKey: 'no' }) }, folder).length).toBeGreaterThan(0)
  })

  test('a fold that asks the clock or the dice', () => {
    for (const ask of [() => Date.now(), () => new Date().getTime(), () => Math.random(), () => performance.now()]) {
      const asking = withCommons((fold) => (state, event, around) => {
        const next = fold.step(state, event, around)
        return next.ok ? ok({ ...(next.value as object), asked: ask() }) : next
      })
      expect(onlyTheEntriesCount(asking, folder).length).toBeGreaterThan(0)
    }
  })

  test('a fold that skips what a newer app wrote, one that hides it, and a button that acts past it', () => {
    const known = (event: { readonly type: string; readonly shape: number }): boolean => Object.hasOwn(practice.events, event.type) && event.shape === 1
    expect(
      newerIsKept(
        withCommons((fold) => (state, event, around) => (known(event) ? fold.step(state, event, around) : err({ rule: 'newer', textKey: '' }))),
        folder,
      ).length,
    ).toBeGreaterThan(0)
    expect(
      newerIsKept(
        withCommons((fold) => (state, event, around) => (known(event) ? fold.step(state, event, around) : ok(state))),
        folder,
      ).length,
    ).toBeGreaterThan(0)
    expect(
      newerIsKept({ ...practice, propose: () => ok([{ to: 'commons', type: 'check-in.meeting-opened', shape: 1, data: {} }]) }, folder).some((problem) =>
        problem.includes('is done past'),
      ),
    ).toBe(true)
  })

  test('[PR-room] an event of another room is not taken, even of a kind this room knows', () => {
    const { start } = practice.commons!
    const stray = {
      place: 'further' as const,
      seq: 0,
      author: folder.name as never,
      type: 'check-in.meeting-opened',
      shape: 1,
      act: 'a'.repeat(32),
      day: 1 as never,
      data: {},
      consents: [],
    }
    const commons = { roomId: 'c0' as never, place: 'commons' as const, present: new Set<never>(), stewards: new Set<never>(), concern: null }
    expect(practice.commons!.step(start, stray, commons)).toMatchObject({ ok: false, error: { rule: 'wrong-place' } })
    expect(practice.commons!.step(start, { ...stray, place: 'commons' }, commons)).toMatchObject({ ok: true })
  })

  test('a text that one language lacks, one without a note, one that names another value, and one nothing uses', () => {
    const { en, es } = practice.texts
    const { 'check-in.title': _title, ...less } = es
    const changed = (texts: Partial<Practice['texts']>): Practice => ({ ...practice, texts: { ...practice.texts, ...texts } })
    expect(textsEqual(changed({ es: less }), folder)).toEqual(['es lacks check-in.title'])
    const { 'check-in.outbox': _enTitle, ...enUntitled } = en
    const { 'check-in.outbox': _esTitle, ...esUntitled } = es
    expect(textsEqual(changed({ en: enUntitled, es: esUntitled }), folder)).toEqual(['there is no check-in.outbox'])
    expect(textsEqual(changed({ en: { ...en, 'check-in.title': { text: 'How?', note: ' ' } } }), folder)).toEqual(['check-in.title has no note'])
    expect(textsEqual(changed({ es: { ...es, 'check-in.meeting.opened': '{nombre} abrió.' } }), folder)).toEqual([
      'check-in.meeting.opened names other values in es',
    ])
    expect(textsEqual(changed({ en: { ...en, 'check-in.extra': { text: 'More', note: 'x' } }, es: { ...es, 'check-in.extra': 'Más' } }), folder)).toEqual([
      'check-in.extra is not used',
    ])
  })

  test('a page that is silent about what a newer app wrote', async () => {
    expect((await silentAboutNewer({ ...practice, surfaces: async () => ({ page: () => <p>[[check-in.title]]</p> }) }, folder)).length).toBeGreaterThan(0)
  })

  test('a word on the screen that stands in no file of texts', async () => {
    const bare: Surfaces<unknown, unknown, unknown> = { page: () => <p aria-label="Also bare">[[check-in.title]] Hello</p> }
    expect(await literalsOn({ ...practice, surfaces: async () => bare }, folder)).toContain('[[check-in.title]] Hello')
    expect(await literalsOn({ ...practice, surfaces: async () => bare }, folder)).toContain('Also bare')
  })
})
