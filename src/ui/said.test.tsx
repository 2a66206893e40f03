// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorNote } from './said.tsx'

afterEach(() => vi.restoreAllMocks())

async function broughtIntoSight(top: number): Promise<number> {
  const brought = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue(undefined)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 300, 60))
  await act(() => render(<ErrorNote title="This is locked." />, document.createElement('div')))
  return brought.mock.calls.length
}

test('whoever pressed far below is brought to why nothing happened, and nothing moves where it can be read', async () => {
  expect(await broughtIntoSight(-700)).toBe(1)
  vi.restoreAllMocks()
  expect(await broughtIntoSight(window.innerHeight + 10)).toBe(1)
  vi.restoreAllMocks()
  expect(await broughtIntoSight(300)).toBe(0)
})
