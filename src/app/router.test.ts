import { expect, test } from 'vitest'
import { pathOfLink, readArrival } from './router.ts'

function placeAt(pathname: string, hash: string, state: unknown = null) {
  const written: { readonly state: unknown; readonly url: string }[] = []
  const write = (data: unknown, _unused: string, url: string): void => void written.push({ state: data, url })
  return { written, location: { pathname, hash }, history: { state, replaceState: write, pushState: write } }
}

test('[H03] a link is read once and stands neither in the address nor in the history after', () => {
  const place = placeAt('/join', '#SECRET')
  expect(readArrival(place)).toEqual({ arrival: { doorKey: null, invitation: 'SECRET' }, path: 'invited' })
  expect(place.written).toEqual([{ state: { path: 'invited' }, url: '/' }])
})

test('[H03] the start link gives its key and leaves the address', () => {
  const place = placeAt('/', '#start=KEY')
  expect(readArrival(place)).toEqual({ arrival: { doorKey: 'KEY', invitation: null }, path: 'new' })
  expect(place.written).toEqual([{ state: { path: 'new' }, url: '/' }])
})

test('a link that lost everything behind # is told to be cut off, not taken for no link', () => {
  expect(readArrival(placeAt('/join', '')).arrival.invitation).toBe('')
})

test('a reload comes back to the same page', () => {
  expect(readArrival(placeAt('/', '', { path: 'people' })).path).toBe('people')
  expect(readArrival(placeAt('/', '', { path: 7 })).path).toBe('')
})

test('[G06] a link leads to a page of the app or stays an ordinary link', () => {
  expect(pathOfLink('#people/invite')).toBe('people/invite')
  expect(pathOfLink('#')).toBe('')
  expect(pathOfLink('javascript:alert(1)')).toBeNull()
  expect(pathOfLink('https://elsewhere.example/#people')).toBeNull()
  expect(pathOfLink(null)).toBeNull()
})
