import { expect, test } from 'vitest'
import { toldApart } from './names.ts'

test('[C20] two people whose names look alike are told apart wherever a name stands, and nobody else is given words', () => {
  expect(toldApart({ name: 'Ana', keyWords: null })).toBe('Ana')
  expect(toldApart({ name: 'Ana', keyWords: ['river', 'stone'] })).toBe('Ana (river stone)')
  // The words are still on their way.
  expect(toldApart({ name: 'Ana', keyWords: [] })).toBe('Ana')
})
