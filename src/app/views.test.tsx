import { renderToString } from 'preact-render-to-string'
import { Window } from 'happy-dom'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setLanguage } from '../texts/language.ts'
import { practices } from '../practices/index.ts'
import { appPages, loadSurfaces, openAt, type AppPage } from '../testing/app-pages.tsx'
import { snapshotOf, tidewater } from '../testing/fixture-circle.ts'
import { ModelContext } from './here.ts'
import type { LoadedSurfaces } from './practice-view.tsx'
import { TodayPage } from './today.tsx'

type Page = InstanceType<typeof Window>['document']
type Tongue = 'en' | 'es' | 'pseudo'

let pages: readonly AppPage[] = []
const drawn = new Map<string, Page>()
beforeAll(async () => {
  pages = appPages(await loadSurfaces())
  // The made-up circle's language stands in its settings, so it is set after the page was made. Each is drawn once and only looked at.
  for (const page of pages) {
    for (const tongue of ['en', 'es', 'pseudo'] as const) {
      const node = page.draw()
      setLanguage(tongue)
      drawn.set(`${page.name} ${tongue}`, parse(renderToString(node)))
    }
  }
})
afterEach(() => setLanguage('en'))

function drawIn(tongue: Tongue, page: AppPage): Page {
  const found = drawn.get(`${page.name} ${tongue}`)
  if (found === undefined) throw new Error(`${page.name} was not drawn`)
  return found
}

function parse(html: string): Page {
  const window = new Window()
  window.document.body.innerHTML = html
  return window.document
}

/** Runs the rule over every page and names those where it does not hold. */
function brokenOn(rule: (document: Page) => boolean): readonly string[] {
  return pages.filter((page) => !rule(drawIn('en', page))).map((page) => page.name)
}

describe('every page', () => {
  test('[look 8] whoever types sees who can read it: every box lies in a room that describes it', () => {
    const free = 'textarea, [contenteditable], input[type="text"], input[type="search"], input:not([type])'
    expect(
      brokenOn((document) =>
        [...document.querySelectorAll(free)].every((box) => {
          if (box.closest('.seven') !== null) return true
          const room = box.closest('.room')
          const who = room?.querySelector('.who')
          return who !== null && who !== undefined && who.id !== '' && (box.getAttribute('aria-describedby') ?? '').split(' ').includes(who.id)
        }),
      ),
    ).toEqual([])
  })

  test('[look 8] the way out stands on every page and first in every dialog', () => {
    expect(
      brokenOn(
        (document) =>
          document.querySelector('header .leave') !== null &&
          [...document.querySelectorAll('dialog')].every((dialog) => dialog.querySelector('a, button, input, h2')?.classList.contains('leave') === true),
      ),
    ).toEqual([])
  })

  test('[look 8] no sign stands without a word beside it', () => {
    expect(brokenOn((document) => [...document.querySelectorAll('.node, .who .g')].every((sign) => (sign.parentElement?.textContent ?? '').trim() !== ''))).toEqual([])
  })

  test('[look 8] a page has one name, and every question has its label', () => {
    expect(
      brokenOn(
        (document) =>
          document.querySelectorAll('h1').length <= 1 &&
          [...document.querySelectorAll('input, textarea, select')].every(
            (box) => box.closest('label') !== null || box.hasAttribute('aria-label') || (box.id !== '' && document.querySelector(`label[for="${box.id}"]`) !== null),
          ),
      ),
    ).toEqual([])
  })

  test('[H05] what is typed goes to no spell checker of a cloud, is offered by no browser, and lies in no form', () => {
    expect(
      brokenOn(
        (document) =>
          document.querySelector('form') === null &&
          [...document.querySelectorAll('textarea, input:not([type="radio"], [type="checkbox"], [type="range"])')].every(
            (box) => box.getAttribute('autocomplete') === 'off' && box.getAttribute('spellcheck') === 'false',
          ),
      ),
    ).toEqual([])
  })

  test('whoever reads another language finds no word that was left in English', () => {
    // In the pseudo-language every text of ours is a key in brackets; what is left is what people, servers and word lists say.
    expect(pages.flatMap((page) => bareWords(drawIn('pseudo', page)).map((word) => `${page.name}: ${word}`))).toEqual([])
  })

  test('no page promises what is not so: no sums, no answers without a name', () => {
    const promised = /anonym|nobody can tell|sums|suma|anónim/i
    expect(pages.filter((page) => (['en', 'es'] as const).some((language) => promised.test(drawIn(language, page).body.textContent ?? ''))).map((page) => page.name)).toEqual([])
  })

  test('[P31] on Today, what waits for somebody stands before the three small things', () => {
    const [waits, small] = ['Waits for you', 'Three small things'].map((title) =>
      (drawIn('en', pages.find((page) => page.name === 'today-waits')!).querySelector('main')?.textContent ?? '').indexOf(title),
    )
    expect(waits).toBeGreaterThan(-1)
    expect(small).toBeGreaterThan(waits!)
  })

  test('whoever is alone in a new circle is led to inviting, and to thanking once somebody is there', async () => {
    const surfaces = await loadSurfaces()
    const small = (people: typeof tidewater): readonly (string | undefined)[] => {
      const snapshot = snapshotOf({ circle: { people, founded: snapshotOf().today } })
      const page = parse(
        renderToString(
          <ModelContext.Provider value={openAt('today', snapshot)}>
            <TodayPage practices={practices} surfaces={surfaces} />
          </ModelContext.Provider>,
        ),
      )
      const part = [...page.querySelectorAll('section')].find((each) => each.querySelector('h2')?.textContent === 'Three small things')
      return [...(part?.querySelectorAll('li a') ?? [])].map((each) => each.textContent ?? '')
    }
    expect(small(tidewater.slice(0, 1))).toEqual(['Invite the others', 'Say what people call you and which languages you speak', 'Before anything happens'])
    expect(small(tidewater)[0]).toBe('Thank somebody for one thing')
  })

  test('what somebody asks of me stands on Today before how I arrive, and what else waits after it', async () => {
    const surfaces = await loadSurfaces()
    const asked = new Map([...surfaces, ['concern', { ...surfaces.get('concern')!, waits: () => [{ key: 'ask', title: 'Can you hold this?', hint: 'Ngozi asks.', href: '#concern' }] }]])
    const order = (given: LoadedSurfaces): readonly string[] => {
      const page = parse(
        renderToString(
          <ModelContext.Provider value={openAt('today', snapshotOf({}))}>
            <TodayPage practices={practices} surfaces={given} />
          </ModelContext.Provider>,
        ),
      )
      return [...page.querySelectorAll('h2')].map((heading) => heading.textContent ?? '').filter((title) => title === 'Waits for you' || title === 'How do you arrive today?')
    }
    expect(order(asked)).toEqual(['Waits for you', 'How do you arrive today?'])
    expect(order(surfaces)).toEqual(['How do you arrive today?', 'Waits for you'])
  })

  test('[P31] Today says that nothing waits only once it knows what waits', async () => {
    const today = async (surfaces: LoadedSurfaces | null): Promise<string> =>
      renderToString(
        <ModelContext.Provider value={openAt('today', snapshotOf({ circle: { people: tidewater.slice(0, 1) } }))}>
          <TodayPage practices={practices} surfaces={surfaces} />
        </ModelContext.Provider>,
      )
    expect(await today(await loadSurfaces())).toContain('Nothing waits for you.')
    expect(await today(null)).not.toContain('Nothing waits for you.')
  })

  test('whoever set a number sees that it is set, and can take off only one that is', () => {
    const seen = (name: string): string => drawIn('en', pages.find((page) => page.name === name)!).querySelector('main')?.textContent ?? ''
    expect(seen('me')).toContain('No number is set')
    expect(seen('me')).not.toContain('Take the number off')
    expect(seen('me-covered')).toContain('A number covers it now')
    expect(seen('me-covered')).toContain('Take the number off')
    expect(seen('me-covered')).toContain('Stays open here, behind your number.')
  })

  test('no page counts, ranks or hurries, and none shouts', () => {
    const loud = /!|%|streak|overdue|escalat|victim|offender|accuser/i
    expect(pages.filter((page) => loud.test((drawIn('en', page).querySelector('main')?.textContent ?? '').replaceAll('CSP', ''))).map((page) => page.name)).toEqual([])
  })
})

const saidByPeople = [
  'Tidewater Kitchen', 'Ngozi', 'Linh', 'Kofi', 'Soledad', 'Hana', 'Tevita', 'Pilar', 'English', 'Español', 'Cooks, holds, leads meetings.', 'Drives the van.', 'Kofi (amber field)',
  'The kitchen keys', 'Sit with me and Kofi on Thursday?', 'You stayed to wash the big pots.', 'Thank you all.', 'A very long one.', 'On its way.',
  'The kitchen evening', 'The till', 'The kitchen', 'Tuesday at six', 'Noor', 'Joran', 'Ilse', 'Mira', 'I do not sleep.', 'His sister', 'I borrowed it.', 'Sleep',
  'harbor', 'lentil', 'seven', 'window', 'amused', 'tunnel', 'copper', 'meadow', 'ladder', 'swift',
]

function bareWords(document: Page): readonly string[] {
  const found: string[] = []
  const walk = (node: { readonly nodeType: number; readonly textContent: string | null; readonly childNodes: Iterable<unknown> }): void => {
    if (node.nodeType === 3) {
      const words = (node.textContent ?? '').replaceAll(/\[\[[^\]]*\]\]/g, '').trim()
      if (/\p{L}/u.test(words) && !saidByPeople.includes(words) && !words.startsWith('https://')) found.push(words)
    }
    for (const child of node.childNodes) walk(child as typeof node)
  }
  walk(document.body as unknown as Parameters<typeof walk>[0])
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const words = (element.getAttribute(name) ?? '').replaceAll(/\[\[[^\]]*\]\]/g, '').trim()
      if (/\p{L}/u.test(words)) found.push(`${name}="${words}"`)
    }
  }
  return found
}
