import { expect, test } from 'vitest'
import { fromUtf8 } from '../base/bytes.ts'
import { label, labels } from './labels.ts'

test('[PR1] no label is the beginning of another, so a message made for one purpose is never read as one for another', () => {
  for (const one of labels) {
    for (const other of labels) {
      if (one !== other) expect(`hf/1/${other}`.startsWith(`hf/1/${one}`), `${one} begins ${other}`).toBe(false)
    }
  }
})

test('[PR1] the labels are those of PROTOCOL.md section 2a, each once, in ASCII', () => {
  const listed =
    'aad allbox auth batch bind body box code consent door drop entry hedge hello inv kc kem knock leaf link loc mail mbox nonce pair pop receipt record rk room sender seven-words share text token vault words wrap'
  expect(labels.join(' ')).toBe(listed)
  expect(new Set(labels).size).toBe(labels.length)
  expect(fromUtf8(label('entry'))).toBe('hf/1/entry')
  for (const name of labels) expect(label(name).every((byte) => byte > 0x20 && byte < 0x7f)).toBe(true)
})

test('[PR1] the salt of the seven words is their label, and 16 bytes long', () => {
  expect(label('seven-words').length).toBe(16)
})
