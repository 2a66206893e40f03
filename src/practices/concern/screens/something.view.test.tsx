// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../../../base/clock.ts'
import { concernScene } from '../../../testing/concern-scenes.ts'
import { openConcern } from '../../../testing/live-concern.tsx'
import type { Own } from '../own-state.ts'
import { readDraft, saveDraft } from './something/draft.ts'
import { holdsName } from './title.ts'

function asked(hints: readonly string[]) {
  const scene = concernScene()
  const drafts: Record<string, string> = {}
  const open = async (page: string, more = {}) => {
    const view = await openConcern(scene.circle, scene.soledad, page, { drafts, more })
    return { ...view, keep: () => Object.assign(drafts, Object.fromEntries(view.drafts)) }
  }
  void hints
  return { scene, drafts, open }
}

test('[P15] from the first page to sending: words are kept as they are typed, and nothing goes before the last press', async () => {
  const { scene, open } = asked([])
  const answer = async (page: string, press: (view: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> => {
    const view = await open(`something/${page}`)
    await press(view)
    view.keep()
  }
  await answer('who', (view) => view.press('It happened to me'))
  await answer('not-see', async (view) => {
    await view.press('Hana')
  })
  await answer('what', async (view) => {
    expect(view.text()).toContain('Only you.')
    await view.type('Your words', 'I was spoken over four times.')
  })
  await answer('reach', (view) => view.type('Your words', 'By text, after six.'))
  await answer('holders', async (view) => {
    expect(view.text()).not.toContain('HanaThey')
    await view.press('Ngozi')
    await view.press('Tomás')
  })
  expect(scene.circle.rooms()).toEqual([])
  const last = await open('something/send')
  expect(last.text()).toContain('You and the holders (3)')
  await last.press('Send to Ngozi and Tomás')
  expect(last.wentTo).toEqual(['concern/'])
  const room = scene.room(scene.soledad, 'HH')
  expect(scene.state(scene.soledad, 'HH').raised?.answers.happened).toBe('I was spoken over four times.')
  expect(scene.circle.room(room).present.size).toBe(1)
  expect(last.drafts.get('something.happened')).toBe('')
})

test('[P15] what is still needed to send is said, and the way to it is one tap', async () => {
  const { open } = asked([])
  const view = await open('something/send')
  expect(view.text()).toContain('To send it, say first:Who are you in this?Not yetHow and when can we reach you safely?Not yet')
  expect([...document.querySelectorAll('button')].find((each) => each.textContent === 'Keep it here, only me')?.disabled).toBe(true)
})

test('[P15] a private dated note can stay one for good, be gone on with, or go', async () => {
  const { scene, drafts, open } = asked([])
  drafts['something.happened'] = 'Just for me.'
  const last = await open('something/send')
  await last.press('Keep it here, only me')
  expect(last.text()).toContain('Kept. Only you can read it')
  // Nothing is asked for any more, and one way leads to where it is kept.
  expect(last.text()).not.toContain('To send it, say first')
  expect([...document.querySelectorAll('a')].map((each) => each.textContent)).toEqual(['Kept by you'])
  const [note] = (scene.soledad.states('concern').personal as Own).notes
  expect(note?.answers.happened).toBe('Just for me.')
  expect(scene.circle.rooms()).toEqual([])
  for (const key of Object.keys(drafts)) delete drafts[key]
  const page = await open(`note/${note?.id}`)
  expect(page.text()).toContain('Just for me.')
  await page.press('Go on with it')
  expect(readDraft({ draft: (key) => page.drafts.get(key) ?? '', saveDraft: () => undefined }).answers.happened).toBe('Just for me.')
  await page.press('Let these words go')
  await page.press('Yes, empty it')
  expect((scene.soledad.states('concern').personal as Own).notes).toEqual([])
})

test('[G4] whoever it is about, or should not see it, is not among those who could hold, and no tie is shown', async () => {
  const { scene, open } = asked([])
  const people = await open('something/not-see')
  await people.press('Hana')
  await people.press('Joran')
  people.keep()
  const view = await open('something/holders')
  const offered = [...document.querySelectorAll('label.choice')].map((each) => each.textContent)
  expect(offered).toEqual(['Ilse', 'Ngozi', 'Tomás', 'Yusuf', 'Linh'])
  expect(view.text()).toContain('Not in this list:')
  expect(scene.circle.rooms()).toEqual([])
})

test('[P15] every name is asked once, until somebody says that it is about one of them', async () => {
  const { open } = asked([])
  const names = (): number => [...document.querySelectorAll('label.choice')].filter((each) => each.textContent === 'Joran').length
  const view = await open('something/not-see')
  expect(names()).toBe(1)
  await view.press('It is about somebody in this circle')
  expect(names()).toBe(2)
  const about = [...document.querySelectorAll('fieldset')].find((each) => each.querySelector('legend')?.textContent === 'Who is it about?')
  about!.querySelector<HTMLInputElement>('input')!.click()
  await view.again()
  expect(JSON.parse(view.drafts.get('something') ?? '{}')).toMatchObject({ about: [expect.any(String)], notSee: [] })
  view.keep()
  const again = await open('something/not-see')
  expect(names()).toBe(2)
  await again.press('It is about somebody in this circle')
  expect(JSON.parse(again.drafts.get('something') ?? '{}')).toMatchObject({ about: [] })
})

test('[P31] those who said they could hold stand first, with what they must pass on; a no is not shown', async () => {
  const { scene, open } = asked([])
  const beforehand = {
    call: [],
    couldHold: [
      { member: scene.ngozi.id, beside: false, passesOn: 'Danger to a child.' },
      { member: scene.tomas.id, beside: true, passesOn: '' },
    ],
    room: [
      { member: scene.ngozi.id, word: 'small' as const, until: null },
      { member: scene.yusuf.id, word: 'resting' as const, until: 20_600 as Day },
    ],
  }
  const view = await open('something/holders', { beforehand })
  expect([...document.querySelectorAll('label.choice b')].slice(0, 2).map((each) => each.textContent)).toEqual(['Ngozi', 'Tomás'])
  expect(view.text()).toContain('Could hold. Has a little room. Their work obliges them to pass on: Danger to a child.')
  expect(view.text()).toContain('Could hold, with somebody beside them. Nothing they must pass on.')
  expect(view.text()).toContain('YusufRests until')
  expect(view.text()).not.toContain('Nobody has said they would hold.')
})

test('[G1] danger leads to local numbers and blocks nothing', async () => {
  const { open } = asked([])
  const view = await open('something', { beforehand: { call: ['Mara: 555 0178'], couldHold: [], room: [] } })
  await view.press('Yes')
  expect(view.text()).toContain('Mara: 555 0178')
  expect(view.text()).toContain('Begin to write')
})

test('[G12] the tide moves only after a press, and the pause can be skipped', async () => {
  const { open } = asked([])
  const view = await open('something')
  expect(document.querySelector('.tide')).toBeNull()
  await view.press('Two quiet minutes')
  expect(document.querySelector('.tide')).not.toBeNull()
  await view.press('Skip the pause')
  expect(document.querySelector('.tide')).toBeNull()
})

test('[P14] the way to thinking a public word through stands only where its page does', async () => {
  const { open } = asked([])
  expect((await open('something')).text()).not.toContain('in public')
  expect((await open('something', { hasPractice: (name: string) => name === 'going-public' })).text()).toContain('I am about to tell it in public')
})

test('[G10] what this is not is said before the first words', async () => {
  const { open } = asked([])
  const view = await open('something/what')
  expect(view.text().indexOf('This is not a court')).toBeGreaterThan(0)
  expect(view.text().indexOf('This is not a court')).toBeLessThan(view.text().indexOf('Your words'))
})

test('a draft of 60,000 letters is kept to the last letter, and a tick elsewhere does not write it again', () => {
  const kept = new Map<string, string>()
  const written: string[] = []
  const drafts = {
    draft: (key: string) => kept.get(key) ?? '',
    saveDraft: (key: string, text: string) => {
      kept.set(key, text)
      written.push(text)
    },
  }
  const long = `a${'😀ñ'.repeat(20_000)}`
  const empty = readDraft(drafts)
  saveDraft(drafts, { ...empty, answers: { ...empty.answers, happened: long } })
  expect(readDraft(drafts).answers.happened).toBe(long)
  saveDraft(drafts, { ...empty, answers: { ...empty.answers, happened: long, going: 'yes' } })
  expect(readDraft(drafts).answers).toMatchObject({ happened: long, going: 'yes' })
  expect(written.filter((text) => text === long)).toHaveLength(1)
  saveDraft(drafts, { ...empty, answers: { ...empty.answers, happened: 'Short now.' } })
  expect(readDraft(drafts).answers.happened).toBe('Short now.')
})

test('[R6] a title with the name of a member is seen, whatever its case or accents', () => {
  const people = [{ id: 'x' as never, name: 'Tomás Ríos', present: true }]
  expect(holdsName('what TOMAS said', people)).toBe(true)
  expect(holdsName('Tuesday meetings', people)).toBe(false)
  expect(holdsName('The rios', people)).toBe(true)
})
