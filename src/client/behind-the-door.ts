/** What only an open session needs: loaded when there is one, so that the first page comes sooner on a slow phone. */
export { fetchRecord, unlockTyped } from './account-actions.ts'
export { accountInFile } from './export.ts'
export { openDrafts } from './drafts.ts'
export { foundCircle, moveIn } from './founding.ts'
export { goLive, loadRooms, makeCore } from './open-session.ts'
export { makeSession } from './session.ts'
