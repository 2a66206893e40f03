/**
 * Where somebody is, kept in the state of the history and never in the address: every entry of a browser's history reads the same, `/` and `Notes` (attack H03).
 */
import type { Arrival } from './model.ts'

interface Place {
  readonly location: { readonly hash: string; readonly pathname: string }
  readonly history: { readonly state: unknown; replaceState(data: unknown, unused: string, url: string): void; pushState(data: unknown, unused: string, url: string): void }
}

const PATH = /^[a-z][a-z0-9/-]{0,60}$/

/** Reads what came in behind `#` once, and takes it out of the address bar and the history. */
export function readArrival(place: Place): { readonly arrival: Arrival; readonly path: string } {
  const behind = place.location.hash.replace(/^#/, '')
  const read = arrivalIn(place.location.pathname, behind, place.history.state)
  place.history.replaceState({ path: read.path }, '', '/')
  return read
}

function arrivalIn(pathname: string, behind: string, state: unknown): { readonly arrival: Arrival; readonly path: string } {
  if (behind.startsWith('start=')) return { arrival: { doorKey: behind.slice('start='.length), invitation: null }, path: 'new' }
  // Also when nothing is left of it: the page then says that the link was cut off.
  if (pathname === '/join') return { arrival: { doorKey: null, invitation: behind }, path: 'invited' }
  const none = { doorKey: null, invitation: null }
  if (PATH.test(behind)) return { arrival: none, path: behind }
  return { arrival: none, path: pathOf(state) }
}

/** The path in a state of the history; '' when there is none. */
export function pathOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('path' in state) || typeof state.path !== 'string') return ''
  return state.path
}

/** What a link inside the app leads to; null for a link that is none of ours. */
export function pathOfLink(href: string | null): string | null {
  if (href === null || !href.startsWith('#') || href === '#main') return null
  return href.slice(1)
}
