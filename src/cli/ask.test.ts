import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { asker } from './ask.ts'

test('a script answers one line for each question, also when all came at once, and an end is an empty answer', async () => {
  const input = new PassThrough()
  const prompt = new PassThrough()
  const { ask, stop } = asker(input, prompt)
  input.write('first answer\nsecond')
  expect(await ask('One? ')).toBe('first answer')
  const second = ask('Two? ')
  input.end(' answer\n')
  expect(await second).toBe('second answer')
  expect(await ask('Three? ')).toBe('')
  stop()
  expect(String(prompt.read())).toBe('One? Two? Three? ')
})

test('what is typed is never shown', async () => {
  const input = new PassThrough()
  const prompt = new PassThrough()
  const { ask, stop } = asker(input, prompt)
  input.write('a passphrase\n')
  await ask('Passphrase: ')
  stop()
  expect(String(prompt.read())).not.toContain('a passphrase')
})
