// @vitest-environment happy-dom
import { render, type JSX } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorNote, useInSight } from './said.tsx'

afterEach(() => vi.restoreAllMocks())

function Why(props: { readonly refused: object | null }): JSX.Element | null {
  const at = useInSight(props.refused)
  return props.refused === null ? null : <ErrorNote title="This is locked." at={at} />
}

/** How often the page moved while these stood in it one after the other, with the note at this height. */
async function moves(top: number, ...refused: readonly (object | null)[]): Promise<number> {
  const brought = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue(undefined)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 300, 60))
  const place = document.createElement('div')
  for (const each of refused) await act(() => render(<Why refused={each} />, place))
  const count = brought.mock.calls.length
  vi.restoreAllMocks()
  return count
}

test('whoever pressed far from it is brought to why nothing happened, each time, and nothing moves where it can be read', async () => {
  expect(await moves(-700, null, {})).toBe(1)
  expect(await moves(window.innerHeight + 10, null, {}, {})).toBe(2)
  expect(await moves(300, null, {})).toBe(0)
})

test('what stood on the page from the start moves nothing', async () => {
  expect(await moves(-700, {})).toBe(0)
})
