import { expect, test } from 'vitest'
import { held, isRefused, presses, stateOf, takesTheAsk, withTheirRoom } from '../../testing/concern-story.ts'
import { standingOf } from './standing.ts'

test('[CN38] each party sets the word for themself alone, in a room of theirs, and takes it back', () => {
  const story = held()
  const { ana, ben, ilse, hh } = story
  presses(ana, { kind: 'call-me', room: hh, word: 'the survivor' })
  expect(stateOf(ilse, hh).called.get(ana.id)?.word).toBe('the survivor')
  expect(isRefused(ilse, { kind: 'call-me', room: hh, word: 'the judge' })).toBe('CN6')
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.called', { word: 'the judge' })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN6' }])
  expect([...stateOf(ana, hh).called.keys()]).toEqual([ana.id])
  const nh = withTheirRoom(story)
  presses(ben, { kind: 'call-me', room: nh, word: 'the other one' })
  // What Ben is called in his room is in no room of hers, nor the other way round.
  expect([stateOf(ilse, nh).called.get(ben.id)?.word, stateOf(ilse, nh).called.has(ana.id), stateOf(ilse, hh).called.has(ben.id)]).toEqual(['the other one', false, false])
  presses(ana, { kind: 'call-me', room: hh, word: '' })
  expect(stateOf(ilse, hh).called.has(ana.id)).toBe(false)
  ana.opensTheApp()
  expect(ilse.canOpen().filter((entry) => entry.type === 'concern.called').map((entry) => JSON.stringify(entry.data))).not.toContain('{"word":"the survivor"}')
})

test('[CN38] a word is one line, and whoever comes in later is told it', () => {
  const { ana, ilse, cleo, hh, circle } = held()
  expect(isRefused(ana, { kind: 'call-me', room: hh, word: 'the one\nwho was shouted at' })).toBe('malformed')
  // Nor does it hold a sign that turns the sentence round it, or one that nobody sees.
  for (const sign of ['\u202E', '\u2066', '\u200B']) expect(isRefused(ana, { kind: 'call-me', room: hh, word: `the ${sign}survivor` })).toBe('malformed')
  presses(ana, { kind: 'call-me', room: hh, word: 'the one it happened to' })
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(stateOf(cleo, hh).called.get(ana.id)?.word).toBe('the one it happened to')
  expect(standingOf(stateOf(cleo, hh)).called).toEqual(standingOf(stateOf(ilse, hh)).called)
  // It goes with her other words.
  presses(ana, { kind: 'take-back', room: hh })
  expect(ilse.canOpen().some((entry) => JSON.stringify(entry.data).includes('the one it happened to') && entry.type === 'concern.called')).toBe(false)
})
