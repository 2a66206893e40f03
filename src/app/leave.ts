/**
 * Leave now: the page is blank at once, then keys and caches are wiped, then a plain page takes its place in the history.
 *
 * What it cannot do is said under Me: it clears neither the list of pages in the browser nor what somebody saw before. Source: PROTOCOL.md section 10, attack H01.
 */
export interface Leaving {
  readonly document: Document
  readonly replace: (address: string) => void
  readonly remember: () => void
  readonly wipe: () => Promise<void>
  readonly target: () => string
  /** Resolves after that many milliseconds. */
  readonly after: (milliseconds: number) => Promise<void>
}

/** Longer than a browser needs to drop its caches, shorter than a glance. */
const WIPE_MILLIS = 400
const THREE_WITHIN_MILLIS = 2000

export async function leaveNow(leaving: Leaving): Promise<void> {
  const target = leaving.target()
  leaving.document.documentElement.setAttribute('data-left', '')
  leaving.document.body.replaceChildren()
  leaving.remember()
  await Promise.race([leaving.wipe().catch(() => undefined), leaving.after(WIPE_MILLIS)])
  leaving.replace(target)
}

/** Every link of the class `leave`, on any page and in any dialog, and Escape three times within two seconds. */
export function watchForLeaving(document: Document, now: () => number, leave: () => void): void {
  document.addEventListener(
    'click',
    (event) => {
      const Elements = document.defaultView?.Element
      if (Elements === undefined || !(event.target instanceof Elements) || event.target.closest('a.leave') === null) return
      event.preventDefault()
      event.stopPropagation()
      leave()
    },
    true,
  )
  const presses: number[] = []
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return void presses.splice(0)
      if (event.repeat) return
      presses.push(now())
      const third = presses.at(-3)
      if (third !== undefined && now() - third <= THREE_WITHIN_MILLIS) leave()
    },
    true,
  )
}
