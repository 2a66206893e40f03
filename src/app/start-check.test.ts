import { expect, test } from 'vitest'
import { whatIsMissing, type Platform } from './start-check.ts'

const refuses = (): never => {
  throw new EvalError('refused by the policy')
}
const good: Platform = { isSecureContext: true, crypto: { subtle: {} }, WebSocket: class {}, makeCode: refuses }

test('[G03] where the policy keeps code from being made of text, the app starts', () => {
  expect(whatIsMissing(good)).toBeNull()
})

test('[G03] a server that left the policy out gets no app', () => {
  expect(whatIsMissing({ ...good, makeCode: () => undefined })).toBe('policy')
})

test('over plain http nothing is opened, whatever else the browser can', () => {
  expect(whatIsMissing({ ...good, isSecureContext: false, crypto: undefined })).toBe('secure')
})

test('a browser without what locks words is told so', () => {
  expect(whatIsMissing({ ...good, crypto: {} })).toBe('browser')
  expect(whatIsMissing({ ...good, WebSocket: undefined })).toBe('browser')
})
