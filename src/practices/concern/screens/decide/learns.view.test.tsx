// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { held, presses, stateOf, takesTheAsk, withHoldersRoom } from '../../../../testing/concern-story.ts'
import { openConcern } from '../../../../testing/live-concern.tsx'

test('[CN2] [P17] who may learn beside the holders she says in her own room, and the holders’ list holds nobody before that', async () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  const ho = withHoldersRoom(story)
  const list = async (): Promise<readonly string[]> => {
    const room = await openConcern(circle, ilse, `room/${ho}`)
    await room.choose('As', 'Learns beside the holders')
    return [...document.querySelectorAll('select')].flatMap((each) => (each.textContent?.includes('cleo') === true ? [...each.options].map((option) => option.text) : []))
  }
  expect(await list()).toEqual([])
  const hers = await openConcern(circle, ana, `at/${stateOf(ana, hh).begun!.concern}/holders`)
  expect(hers.text()).not.toContain('You said yes to')
  await hers.choose('Somebody may learn beside the holders', 'cleo')
  await hers.press('Yes, they may')
  expect((await openConcern(circle, ana, `at/${stateOf(ana, hh).begun!.concern}/holders`)).text()).toContain('You said yes to: cleo.')
  expect(await list()).toContain('cleo')
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'learner', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  expect(ravi.concern(ho)?.parts.get(cleo.id)?.part).toBe('learner')
  circle.daysPass(15)
  expect((await openConcern(circle, ana, `at/${stateOf(ana, hh).begun!.concern}/holders`)).text()).not.toContain('You said yes to')
})
