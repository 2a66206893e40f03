// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../../../base/clock.ts'
import type { RoomId } from '../../../log/types.ts'
import { concernScene, held } from '../../../testing/concern-scenes.ts'
import { openConcern, roomsSeen } from '../../../testing/live-concern.tsx'
import { dayInWords } from '../../../texts/words.ts'
import type { Waiting } from '../../practice.ts'
import { paybackDue, type Own } from '../own-state.ts'
import type { ConcernView } from './view.ts'
import { waits } from './waits.ts'

test('what Today says of a room waits on the page of its concern and on no other, and a question about how one is treated since waits there too', async () => {
  const scene = concernScene()
  held(scene)
  const row = (key: string, room?: RoomId): Waiting => ({ key, title: `What ${key}`, hint: 'Somebody asks you.', href: '#impact', ...(room === undefined ? {} : { room }) })
  const more = { waiting: [row('here', scene.room(scene.ngozi, 'HH')), row('elsewhere', 'ee'.repeat(32) as RoomId), row('nowhere')] }
  const page = (await openConcern(scene.circle, scene.ngozi, `at/${scene.ref(scene.ngozi)}`, { more })).text()
  expect(['What here', 'What elsewhere', 'What nowhere'].map((title) => page.includes(title))).toEqual([true, false, false])
  const hers = async (): Promise<string> => (await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}`)).text()
  scene.circle.daysPass(14)
  expect(await hers()).toContain('Has anyone treated you worse since?')
  const [due] = paybackDue(scene.soledad.states('concern').personal as Own, scene.circle.today())
  scene.does(scene.soledad, { kind: 'answer-payback', ...due!, answer: 'no', words: '' })
  expect(await hers()).not.toContain('Has anyone treated you worse since?')
})

test('[G3] words that the changed app of the person named has her asked about stand nowhere before her; those a holder asks about do', async () => {
  const scene = concernScene()
  held(scene)
  const { circle, soledad, ngozi, joran: named } = scene
  const asks = (from: typeof named, id: string): void => {
    const body = { id, author: null, target: scene.room(ngozi, 'HH'), targetCode: 'JO', card: 'telling', words: 'Come back to me.', purpose: 'tell', readers: [ngozi.id], recognised: [soledad.id], untilDay: circle.today() + 20 }
    from.writesPastTheApp({ mailTo: soledad.id }, 'concern.words-asked', body)
  }
  asks(named, '1'.repeat(32))
  const page = async (at: string): Promise<string> => (await openConcern(circle, soledad, at)).text()
  expect(await page(`words/${named.id}/${'1'.repeat(32)}`)).not.toContain('Come back')
  const today = (): readonly string[] =>
    waits({ states: soledad.states('concern'), me: soledad.id, today: circle.today(), people: circle.people(), muted: new Set(), rooms: roomsSeen(circle, soledad) } as unknown as ConcernView).map(({ href }) => href)
  expect(today().filter((href) => href.startsWith('#concern/words/'))).toEqual([])
  asks(ngozi, '2'.repeat(32))
  expect(today()).toContain(`#concern/words/${ngozi.id}/${'2'.repeat(32)}`)
  expect(await page(`words/${ngozi.id}/${'2'.repeat(32)}`)).toContain('Come back')
})

test('[CN20] whoever said yes by letter reads where their concerns are listed what to, and takes it back there', async () => {
  const scene = concernScene()
  held(scene)
  const { circle, soledad, ngozi } = scene
  const id = '2'.repeat(32)
  const body = { id, author: null, target: scene.room(ngozi, 'HH'), targetCode: 'JO', card: 'telling', words: 'Somebody saw it.', purpose: 'plan', readers: [ngozi.id], recognised: [soledad.id], untilDay: circle.today() + 20 }
  ngozi.writesPastTheApp({ mailTo: soledad.id }, 'concern.words-asked', body)
  const listed = async (): Promise<Awaited<ReturnType<typeof openConcern>>> => openConcern(circle, soledad, '')
  expect((await listed()).text()).not.toContain('Somebody saw it.')
  scene.does(soledad, { kind: 'answer-words', id, from: ngozi.id, yes: true })
  const view = await listed()
  expect(view.text()).toContain('You said yes by letter')
  expect(view.text()).toContain('Somebody saw it.')
  await view.press('Take these words back')
  expect((ngozi.states('concern').personal as Own).wordsAnswered.map(({ from, answer }) => [from, answer])).toEqual([
    [soledad.id, 'yes'],
    [soledad.id, 'taken-back'],
  ])
  expect((await listed()).text()).not.toContain('Somebody saw it.')
})

test('[CN24] thirty days before the shared words of a closed concern go, Today says so to whoever has some there, and no sooner', () => {
  const scene = concernScene()
  held(scene)
  const { circle, soledad, ngozi } = scene
  const going = (of: typeof soledad): readonly Waiting[] =>
    waits({ states: of.states('concern'), me: of.id, today: circle.today(), people: circle.people(), muted: new Set(), rooms: roomsSeen(circle, of) } as unknown as ConcernView).filter(({ key }) => key.startsWith('goes/'))
  scene.does(soledad, { kind: 'close', room: scene.room(soledad, 'HH'), how: 'done' })
  const closed = circle.today()
  circle.daysPass(149)
  expect([soledad, ngozi].map((of) => going(of).length)).toEqual([0, 0])
  circle.daysPass(1)
  expect(going(ngozi)).toMatchObject([{ href: `#concern/at/${scene.ref(ngozi)}` }])
  expect(going(soledad)).toMatchObject([{ title: 'Shared words go soon', hint: `On ${dayInWords((closed + 180) as Day)}. Keep your own before then.` }])
  // Once the rooms are closed there is nothing to keep.
  circle.daysPass(31)
  circle.everybodyOpensTheApp()
  expect(going(soledad)).toEqual([])
})
