/** Moves through a page as somebody does who has only a keyboard. */
import type { Page } from 'playwright-core'

export interface Focused {
  readonly role: string
  readonly name: string
  /** False when nothing on the screen shows where the focus is. */
  readonly visible: boolean
}

/** What has the focus, as a screen reader would say it. */
export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { role: 'page', name: '', visible: true }
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent) : []
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
    const text =
      element.getAttribute('aria-label') ??
      [...labelledBy, ...labels, element.textContent].find((candidate) => candidate !== null && candidate.trim() !== '') ??
      ''
    const outlined = [element, ...document.querySelectorAll(':focus-within')].some((candidate) => {
      const style = getComputedStyle(candidate)
      return style.outlineStyle === 'auto' || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2)
    })
    const box = element.getBoundingClientRect()
    const onScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    return { role: element.getAttribute('role') ?? element.tagName.toLowerCase(), name: text.replaceAll(/\s+/g, ' ').trim(), visible: outlined && onScreen }
  })
}

/**
 * Presses Tab until what has the focus is called `name`, going through the page at most once.
 *
 * Throws with everything it came past when it does not find it, or when the focus could not be seen on the way.
 */
export async function tabTo(page: Page, name: string | RegExp, most = 120): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const now = await settled(page)
    passed.push(`${now.role} "${now.name}"`)
    if (!now.visible) throw new Error(`The focus cannot be seen on ${now.role} "${now.name}" after ${passed.length} presses of Tab.`)
    if (typeof name === 'string' ? now.name.startsWith(name) : name.test(now.name)) return
  }
  throw new Error(`Tab never reached ${String(name)}. It came past: ${[...new Set(passed)].join(', ')}`)
}

/** Something that arrives in this very moment may push the page; the browser brings the focus back with its next frames. */
async function settled(page: Page): Promise<Focused> {
  for (let frames = 0; frames < 30; frames += 1) {
    const now = await focused(page)
    if (now.visible) return now
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  return focused(page)
}

/** Goes to a button or link and uses it. */
export async function pressByKeyboard(page: Page, name: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await tabTo(page, name)
    // News may have drawn the page anew between the two presses; whoever looks sees that nothing has the focus any more.
    const now = await focused(page)
    if (typeof name === 'string' ? now.name.startsWith(name) : name.test(now.name)) break
  }
  await page.keyboard.press('Enter')
}

/** Goes to a field and writes into it, in place of what was there. */
export async function writeByKeyboard(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Goes to a radio button or a box to tick, in the group of radios by the arrow keys, and chooses it. */
export async function chooseByKeyboard(page: Page, group: string | RegExp, name: string | RegExp, most = 20): Promise<void> {
  await tabTo(page, group)
  for (let presses = 0; presses < most; presses += 1) {
    const now = await focused(page)
    if (typeof name === 'string' ? now.name.startsWith(name) : name.test(now.name)) {
      await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrow keys never reached ${String(name)}.`)
}
