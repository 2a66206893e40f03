/** Pages of practices on golden states, in the frame of the app: for the gallery. */
import { Shell } from '../app/shell.tsx'
import type { LoadedSurfaces } from '../app/practice-view.tsx'
import { practices } from '../practices/index.ts'
import type { AppPage } from './app-pages.tsx'
import { goldenFromText, type Golden } from './golden.ts'
import { viewOf } from './screens.tsx'

const texts = import.meta.glob<string>('../practices/*/golden/*.json', { eager: true, query: '?raw', import: 'default' })

/** Of these practices every page that a golden log names is drawn. */
const drawn: readonly string[] = ['before', 'going-public', 'listening', 'already-public', 'talk', 'letter']

export function goldenPages(loaded: LoadedSurfaces): readonly AppPage[] {
  return Object.entries(texts).flatMap(([path, text]): readonly AppPage[] => {
    const [, name = '', file = ''] = /practices\/([^/]+)\/golden\/(.+)\.json$/.exec(path) ?? []
    const practice = practices.find((each) => each.name === name)
    const surfaces = loaded.get(name)
    if (practice === undefined || surfaces === undefined || !drawn.includes(name)) return []
    const golden: Golden = goldenFromText(text)
    return ['', ...(golden.pages ?? [])].map((page, index) => ({
      name: `${name}-${file}-${index}`,
      draw: () => (
        <Shell place="today" circle="Tidewater" something repair={false}>
          <surfaces.page {...viewOf(practice, golden)} hasPractice={() => true} page={page} />
        </Shell>
      ),
    }))
  })
}
