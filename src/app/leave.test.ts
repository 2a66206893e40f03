import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { leaveNow, watchForLeaving } from './leave.ts'

function page() {
  const window = new Window()
  window.document.body.innerHTML = '<p>Words of mine</p><dialog><a class="leave" href="/away/blank.html"><b>Leave now</b></a></dialog>'
  return window.document as unknown as Document
}

test('[H01] leaving empties the page before anything else, wipes, and takes the place of the page in the history', async () => {
  const document = page()
  const order: string[] = []
  await leaveNow({
    document,
    replace: (address) => order.push(`to ${address}`),
    remember: () => order.push('remember'),
    wipe: async () => void order.push(`wipe, page holds ${document.body.childNodes.length}`),
    target: () => '/away/recipe.html',
    after: () => new Promise(() => undefined),
  })
  expect(order).toEqual(['remember', 'wipe, page holds 0', 'to /away/recipe.html'])
  expect(document.documentElement.hasAttribute('data-left')).toBe(true)
})

test('[H01] leaving waits for no storage that hangs or fails', async () => {
  for (const wipe of [() => new Promise<void>(() => undefined), () => Promise.reject(new Error('storage is gone'))]) {
    const went: string[] = []
    await leaveNow({ document: page(), replace: (address) => went.push(address), remember: () => undefined, wipe, target: () => '/away/blank.html', after: async () => undefined })
    expect(went).toEqual(['/away/blank.html'])
  }
})

test('the way out works from inside a dialog', () => {
  const document = page()
  const left: string[] = []
  watchForLeaving(document, () => 0, () => left.push('left'))
  document.querySelector('.leave b')?.dispatchEvent(new (document.defaultView as unknown as Window).MouseEvent('click', { bubbles: true, cancelable: true }) as unknown as Event)
  expect(left).toEqual(['left'])
})

test('Escape three times leaves; twice, slowly, or held down does not', () => {
  const document = page()
  const clock = { now: 0 }
  const left: number[] = []
  watchForLeaving(document, () => clock.now, () => left.push(clock.now))
  const press = (key: string, at: number, repeat = false): void => {
    clock.now = at
    const { KeyboardEvent } = document.defaultView as unknown as Window
    document.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true }) as unknown as Event)
  }
  press('Escape', 0)
  press('Escape', 100)
  press('a', 150)
  press('Escape', 200)
  for (let at = 1000; at < 2000; at += 100) press('Escape', at, true)
  press('Escape', 5000)
  press('Escape', 8000)
  expect(left).toEqual([])
  press('Escape', 8100)
  press('Escape', 8200)
  expect(left).toEqual([8200])
})
