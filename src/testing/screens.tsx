/** Screens of a practice on a golden state, as a page a browser could show. */
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { millis } from '../base/clock.ts'
import type { Cards } from '../practices/card-rules.ts'
import type { Practice, ViewProps } from '../practices/practice.ts'
import { Sprite } from '../ui/glyphs.tsx'
import { roomSeenOf } from './card-rooms.ts'
import { concernRoomOf } from './concern-room-fixture.ts'
import { aroundOf, refusedIn, statesOf, type Golden } from './golden.ts'

export interface Screen {
  readonly name: string
  readonly html: string
}

/** `at`: which of the practice's pages. */
export async function screensOf(practice: Practice, golden: Golden, at = ''): Promise<readonly Screen[]> {
  const surfaces = await practice.surfaces()
  const props = { ...viewOf(practice, golden), page: at }
  const page = { name: 'page', html: shown(<surfaces.page {...props} />) }
  const { today: Today } = surfaces
  return Today === undefined
    ? [page]
    : [
        page,
        {
          name: 'today',
          html: shown(
            <>
              <h1>[[today]]</h1>
              <Today {...props} />
            </>,
          ),
        },
      ]
}

/** Every page of a practice made of cards: each card, each form and each empty one for paper. Of others the front page alone. */
export function pagesOf(practice: Practice, golden: Golden): readonly string[] {
  const told = golden.pages ?? []
  if (practice.sharedRules !== 'card') return ['', ...told]
  const states = statesOf(practice, golden)
  const cards = [states.personal, ...states.rooms.values()].flatMap((state) => (state as Cards | undefined)?.cards ?? [])
  const written = practice.events[`${practice.name}.wrote`]?.examples ?? []
  const leaves = [...new Set(written.map((example) => String((example as { readonly leaf: string }).leaf)))]
  const rooms = golden.rooms.map((room) => (room.place === 'personal' ? 'own' : room.roomId))
  const refs = golden.rooms.flatMap((room) => (room.concern === undefined ? [] : [concernRoomOf(room.concern).begun?.concern ?? room.roomId]))
  return [
    '',
    ...told,
    ...[...new Set(refs)].map((ref) => `at/${ref}`),
    ...cards.flatMap((card) => [`card/${card.id}`, `write/${card.id}`]),
    ...leaves.flatMap((leaf) => [`empty/${leaf}`, ...rooms.flatMap((room) => [`begin/${leaf}/${room}`, `offer/${leaf}/${room}`])]),
  ]
}

export function viewOf(practice: Practice, golden: Golden): ViewProps<unknown, unknown, unknown> {
  return {
    states: statesOf(practice, golden),
    me: golden.me,
    people: golden.people,
    today: golden.today,
    now: millis(golden.today * 86_400_000),
    settings: { checkInLog: true, thanksHints: true },
    changeSettings: () => undefined,
    muted: new Set(),
    refused: golden.rooms.flatMap((room) => refusedIn(practice, room)),
    act: async () => null,
    actFor: async () => null,
    rooms: new Map(golden.rooms.filter((room) => room.place === 'further').map((room) => [room.roomId, roomSeenOf(golden.people, aroundOf(room))])),
    invitations: [],
    cards: [],
    waiting: [],
    hasPractice: () => false,
    beforehand: null,
    draft: () => '',
    saveDraft: () => undefined,
    saveDraftFor: () => undefined,
    page: '',
    go: () => undefined,
  }
}

function shown(content: JSX.Element): string {
  return renderToString(
    <>
      <Sprite />
      <main id="main" class="page wide">
        {content}
      </main>
    </>,
  )
}

/** Words on a screen that come neither from the texts nor from people: there should be none. */
export function bareLiterals(html: string, ofPeople: readonly string[]): readonly string[] {
  const read = [...html.matchAll(/>([^<]+)</g), ...html.matchAll(/\s(?:aria-label|aria-valuetext|title|alt|placeholder)="([^"]*)"/g)].map((found) =>
    unescaped(found[1]!),
  )
  const longestFirst = ofPeople.filter((text) => text !== '').toSorted((a, b) => b.length - a.length)
  return read.flatMap((text) => {
    const rest = longestFirst.reduce((left, words) => left.replaceAll(words, ''), text.replaceAll(/\[\[[^\]]*\]\]/g, ''))
    return /\p{L}/u.test(rest) ? [text] : []
  })
}

/** Every name and every word somebody wrote, in a golden log. */
export function wordsOfPeople(golden: Golden): readonly string[] {
  const words = golden.people.map((person) => person.name)
  JSON.stringify(
    golden.rooms.map((room) => [room.entries.map((entry) => entry.data), room.state, room.concern === undefined ? null : concernRoomOf(room.concern)]),
    (_key, value: unknown) => {
      if (typeof value === 'string') words.push(value, ...value.split('\n\n'))
      return value
    },
  )
  return words
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
