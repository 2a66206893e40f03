import { renderToString } from 'preact-render-to-string'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { story } from './concern-scenes.ts'
import { concernPages, peoplesWords } from './concern-pages.tsx'
import { loadSurfaces, type AppPage } from './app-pages.tsx'
import { bareLiterals } from './screens.tsx'
import { setLanguage } from '../texts/language.ts'

let pages: readonly AppPage[] = []
beforeAll(async () => {
  pages = await concernPages(await loadSurfaces())
})
afterEach(() => setLanguage('en'))

function drawIn(tongue: 'en' | 'es' | 'pseudo', page: AppPage): string {
  const node = page.draw()
  // The made-up circle's language stands in its settings, so it is set after the page was made.
  setLanguage(tongue)
  return renderToString(node)
}

test('whoever reads another language finds no word of a concern that was left in English', () => {
  const words = [...peoplesWords, story.happened, story.reach]
  expect(pages.flatMap((page) => bareLiterals(drawIn('pseudo', page), words).map((word) => `${page.name}: ${word}`))).toEqual([])
})

test('no page of a concern calls anybody a name, counts, ranks, hurries or shouts', () => {
  const loud = /!|%|streak|overdue|escalat|\b(victim|offender|accuser|abuser|case|report|ticket|resolve|user|violation|v[ií]ctima|agresor|denunci)/i
  const shown = (page: AppPage, tongue: 'en' | 'es'): string => (drawIn(tongue, page).split('<main')[1] ?? '').replaceAll(/<[^>]*>/g, ' ')
  expect(pages.flatMap((page) => (['en', 'es'] as const).flatMap((tongue) => (loud.test(shown(page, tongue)) ? [`${page.name} ${tongue}: ${loud.exec(shown(page, tongue))?.[0]}`] : [])))).toEqual([])
})

test('[look 8] a sign of state or of readers never stands without a word', () => {
  for (const page of pages) {
    const html = drawIn('en', page)
    expect([...html.matchAll(/<svg class="node" aria-hidden="true"><use href="#[^"]+"[^>]*><\/use><\/svg>\s*<\/span>/g)].map((found) => `${page.name} ${found[0]}`)).toEqual([])
  }
})
