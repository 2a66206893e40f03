import type { JSX } from 'preact'
import { app } from '../texts/app.ts'

/** The way out. What a press does is the app's (`src/app/leave.ts`), for every link of this class; the address here is for a page whose code did not load. */
export function LeaveLink(): JSX.Element {
  return (
    <a class="leave" href="/away/blank.html" rel="noreferrer">
      {app.t('app.leaveNow')}
    </a>
  )
}
