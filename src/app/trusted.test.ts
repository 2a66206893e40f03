import { expect, test } from 'vitest'
import { trustedScripts } from './trusted.ts'

const location = { origin: 'https://notes.example' }

test('[G01] only the service worker and files of this build may run', () => {
  const script = trustedScripts({ location })
  expect(script('/sw.js')).toBe('/sw.js')
  expect(script('/assets/stretch-worker.js')).toBe('/assets/stretch-worker.js')
  for (const other of ['/api/script.js', 'https://elsewhere.example/sw.js', '//elsewhere.example/assets/a.js', 'data:text/javascript,1', 'javascript:1', '/assets/../api/x.js']) {
    expect(() => script(other), other).toThrow()
  }
})

test('[G01] where the browser has Trusted Types, one policy stands for all', () => {
  const made: string[] = []
  const script = trustedScripts({
    location,
    trustedTypes: {
      createPolicy: (name, rules) => {
        made.push(name)
        return { createScriptURL: (url) => rules.createScriptURL(url) }
      },
    },
  })
  expect(script('/sw.js')).toBe('/sw.js')
  expect(() => script('/other.js')).toThrow()
  expect(made).toEqual(['hf'])
})
