/** Draws one page of the app, named behind `#`, so that a browser can look at every state without a server. Never part of a build of the app. */
import { render } from 'preact'
import '../../app/styles.ts'
import { languageTag } from '../../texts/words.ts'
import { setLanguage } from '../../texts/language.ts'
import { appPages, loadSurfaces } from '../app-pages.tsx'
import { concernPages } from '../concern-pages.tsx'
import { goldenPages } from '../golden-pages.tsx'

const surfaces = await loadSurfaces()
const pages = [...appPages(surfaces), ...(await concernPages(surfaces)), ...goldenPages(surfaces)]
const root = document.getElementById('app')
if (root === null) throw new Error('no place to draw')

function draw(): void {
  const [name, language] = location.hash.slice(1).split('.')
  const page = pages.find((each) => each.name === name)
  if (page === undefined || root === null) return
  const node = page.draw()
  const tag = languageTag(language === 'es' ? 'es' : 'en')
  setLanguage(tag)
  document.documentElement.lang = tag
  root.replaceChildren()
  const place = root.appendChild(document.createElement('div'))
  render(node, place)
  place.dataset['drawn'] = location.hash.slice(1)
}

addEventListener('hashchange', draw)
document.documentElement.dataset['pages'] = pages.map((page) => page.name).join(' ')
draw()
