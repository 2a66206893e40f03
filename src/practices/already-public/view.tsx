import { cardSurfaces } from '../card-view.tsx'
import type { Cards } from '../card-rules.ts'
import type { Surfaces } from '../practice.ts'
import { OpenRoom } from './begin.tsx'
import { declared } from './declared.ts'
import { extras } from './extras.tsx'

const ofCards = cardSurfaces(declared, extras)

/** The screens of its card, and above all the way to begin: somebody who was called out has no room yet. */
export const surfaces: Surfaces<Cards, Cards, Cards> = {
  ...ofCards,
  page: (view) => (
    <>
      {ofCards.page(view)}
      {view.page === '' && <OpenRoom view={view} />}
    </>
  ),
}
