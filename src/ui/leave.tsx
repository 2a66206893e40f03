import { createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'

/** Word and address of the way out; the app sets both. What a press does is the app's (`src/app/leave.ts`), for every link of this class. */
export const Leaving = createContext<{ readonly word: string; readonly href: string }>({ word: '', href: '/away/blank.html' })

export function LeaveLink(): JSX.Element {
  const leaving = useContext(Leaving)
  return (
    <a class="leave" href={leaving.href} rel="noreferrer">
      {leaving.word}
    </a>
  )
}
