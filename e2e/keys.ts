/** What somebody does on a page with a keyboard alone: everything is reached by Tab and the arrow keys, and the focus is seen on the way. */
import { expect } from 'vitest'
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { focused, pressByKeyboard, tabTo, writeByKeyboard } from '../src/testing/keyboard.ts'
import { app } from '../src/texts/app.ts'
import { cards } from '../src/texts/cards.ts'
import { shared } from '../src/texts/shared.ts'
import type { Raised } from './concern-acts.ts'
import { say } from './card-acts.ts'
import { comes, doesNotRead, reads, sees } from './hands.ts'
import type { Someone } from './person.ts'

const { t } = screens

/** A button, a link or a line that opens, by its whole name. */
export async function keys(who: Someone, name: string): Promise<void> {
  const { page } = who
  const there = page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
  await comes(who, there.or(page.locator('summary', { hasText: name })).first())
  await pressByKeyboard(page, whole(name))
}

export async function types(who: Someone, label: string, text: string): Promise<void> {
  await comes(who, who.page.getByLabel(label, { exact: true }).first())
  await writeByKeyboard(who.page, label, text)
}

/** A box to tick, or the first answer of a group that has none yet; in the group of that question where there are several. */
export async function marks(who: Someone, title: string, legend = ''): Promise<void> {
  const { page } = who
  await comes(who, page.locator('main label', { hasText: title }).first())
  for (let tries = 0; tries < 12; tries += 1) {
    await tabTo(page, title)
    if (legend === '' || (await question(who)).startsWith(legend)) break
  }
  expect(await question(who)).toContain(legend)
  await page.keyboard.press('Space')
  await expect.poll(() => page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.checked)).toBe(true)
}

/** One of several answers of which none was given: Tab comes to the first, the arrow keys to the others. */
export async function chooses(who: Someone, first: string, title: string): Promise<void> {
  const { page } = who
  await comes(who, page.locator('main label', { hasText: first }).first())
  await tabTo(page, first)
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await focused(page)).name.startsWith(title)) {
      await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrow keys never reached ${title}.`)
}

function question(who: Someone): Promise<string> {
  return who.page.evaluate(() => document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent ?? '')
}

function whole(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
}

/** From the quiet line at the top of any page, over the question whether anyone is in danger, to a draft that is sent. */
export async function raisesByKeys(who: Someone, raised: Raised): Promise<void> {
  await keys(who, app.t('app.something'))
  await sees(who, t('concern.something.title'))
  await keys(who, t('concern.q.still.yes'))
  await reads(who, t('concern.something.danger.first'))
  await reads(who, t('concern.something.danger.noCall'))
  // The answer to the first question is a beginning: what comes next is one key away all the same.
  const begin = who.page.getByRole('link', { name: t('concern.something.begin'), exact: true })
  if (await begin.isVisible()) await keys(who, t('concern.something.begin'))
  else {
    await keys(who, t('concern.something.goOn'))
    await sees(who, t('concern.q.all'))
    await keys(who, t('concern.q.who'))
  }
  await sees(who, t('concern.q.who'))
  await marks(who, t(`concern.q.who.${raised.who}`))
  await next(who, 'concern.q.notSee')
  await marks(who, t('concern.q.about.yes'))
  await marks(who, raised.about.name, t('concern.q.about.who'))
  await next(who, 'concern.q.what')
  await types(who, t('concern.words'), raised.words)
  await next(who, 'concern.q.still')
  await next(who, 'concern.q.closest')
  await chooses(who, t('concern.kind.unsure'), t(`concern.kind.${raised.closest}`))
  await next(who, 'concern.q.want')
  await marks(who, t('concern.q.want.safe'))
  await next(who, 'concern.q.away')
  await next(who, 'concern.q.locks')
  await next(who, 'concern.q.reach')
  await types(who, t('concern.words'), 'By text, after six.')
  await next(who, 'concern.q.holders')
  for (const holder of raised.holders) await marks(who, holder.name)
  await keys(who, t('concern.q.next'))
  await sees(who, t('concern.send.title'))
  await types(who, t('concern.q.title'), raised.title)
  await pressByKeyboard(who.page, new RegExp(`^${t('concern.send.send', { names: '' }).trim()}`))
  await sees(who, t('concern.repair'))
  await reads(who, raised.title)
}

async function next(who: Someone, page: Parameters<typeof t>[0]): Promise<void> {
  await keys(who, t('concern.q.next'))
  await sees(who, (t as (key: string) => string)(page))
}

/** Somebody who was asked to hold: ties first, then ready. */
export async function saysReadyByKeys(who: Someone, ask: string): Promise<void> {
  await keys(who, app.t('app.today'))
  await keys(who, t('concern.wait.holder'))
  await reads(who, t('concern.answer.ties'))
  await doesNotRead(who, ask)
  await answersReadyByKeys(who)
  await sees(who, t('concern.repair'))
}

/** No ties, what one will not do, no duty to tell: then ready. */
export async function answersReadyByKeys(who: Someone): Promise<void> {
  await marks(who, t('concern.answer.none'))
  await types(who, t('concern.answer.willNot'), 'Carry messages.')
  await marks(who, t('concern.answer.dutyNo'), t('concern.answer.duty'))
  await keys(who, t('concern.answer.ready'))
}

export async function opensConcernByKeys(who: Someone, title: string): Promise<void> {
  await keys(who, app.t('app.repair'))
  await sees(who, t('concern.repair'))
  await keys(who, title)
  await sees(who, title)
}

export async function receivesByKeys(who: Someone, title: string): Promise<void> {
  await opensConcernByKeys(who, title)
  await keys(who, t('concern.wait.received'))
  await keys(who, t('concern.room.receive'))
}

/** A page of cards, from the page of the concern. */
export async function opensCardsByKeys(who: Someone, title: string, practice: 'known' | 'support' | 'limits' | 'map'): Promise<void> {
  await opensConcernByKeys(who, title)
  await keys(who, t(`concern.card.${practice}`))
  await sees(who, say(`${practice}.title`))
}

/** A card that stands there to be begun: everything it asks is answered on the way from its first field to its button. */
export async function beginsByKeys(who: Someone, leaf: string): Promise<void> {
  const { page } = who
  await keys(who, say(leaf))
  await sees(who, say(leaf))
  const all = page.getByRole('button', { name: cards.t('cards.all'), exact: true })
  if (await all.isVisible()) {
    await keys(who, cards.t('cards.all'))
    // The page leads back to the first question: Tab goes on from there.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('tabindex'))).toBe('-1')
  }
  let days = 0
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await onFocus(who)
    if (at.kind === 'empty') await page.keyboard.type('In plain words.')
    if (at.kind === 'no day') {
      await page.keyboard.type(twinDay(days))
      days += 1
    }
    if (at.kind === 'unanswered') await page.keyboard.press('Space')
    // What was answered stands there before the next question is gone to.
    if (at.kind === 'empty' || at.kind === 'no day' || at.kind === 'unanswered') await expect.poll(async () => (await onFocus(who)).kind, { timeout: 10_000, message: `${leaf}: ${at.name}` }).toBe('filled')
    if (at.kind !== 'button' || (at.name !== shared.t('shared.send') && at.name !== shared.t('shared.keep'))) continue
    await page.keyboard.press('Enter')
    await page.locator('main .room').waitFor({ state: 'detached', timeout: 15_000 }).catch(async () => {
      throw new Error(`${who.name} could keep it, and reads: ${(await page.locator('main').innerText()).replaceAll(/\s+/g, ' ').slice(0, 2500)}`)
    })
    return
  }
  throw new Error(`${who.name} never came to the button of ${leaf}.`)
}

function onFocus(who: Someone): Promise<{ readonly kind: string; readonly name: string }> {
  return who.page.evaluate(() => {
    const at = document.activeElement
    const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? (at.labels?.[0]?.textContent ?? '') : ''
    if (at instanceof HTMLTextAreaElement) return { kind: at.value === '' ? 'empty' : 'filled', name: label }
    if (at instanceof HTMLInputElement && at.type === 'text') return { kind: at.value === '' ? 'empty' : 'filled', name: label }
    if (at instanceof HTMLInputElement && at.type === 'date') return { kind: at.value === '' ? 'no day' : 'filled', name: label }
    if (at instanceof HTMLInputElement && (at.type === 'radio' || at.type === 'checkbox'))
      return { kind: at.closest('fieldset')?.querySelector('input:checked') === null ? 'unanswered' : 'filled', name: label }
    return { kind: at instanceof HTMLButtonElement ? 'button' : 'other', name: at?.textContent?.trim() ?? '' }
  })
}

/** The next day, or one of those after it, whose number is that of its month, so that it is typed the same whichever stands first. */
function twinDay(after: number): string {
  const now = new Date()
  const months = now.getFullYear() * 12 + now.getMonth() + (now.getDate() < now.getMonth() + 1 ? 0 : 1) + after
  const twice = String((months % 12) + 1).padStart(2, '0')
  return `${twice}${twice}${Math.floor(months / 12)}`
}
