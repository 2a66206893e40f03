/** What the writer of a letter, its reader and two holders do with it. */
import { expect } from 'vitest'
import { texts as letters } from '../src/practices/letter/texts/letter.ts'
import { app } from '../src/texts/app.ts'
import { decides, opensConcern, saysReady, t } from './concern-acts.ts'
import { comes, doesNotRead, goes, looksAround, presses, pressesIn, reads, sees, ticks, writes } from './hands.ts'
import type { Someone } from './person.ts'

const { t: l } = letters

async function toLetters(who: Someone, at: string): Promise<void> {
  await opensConcern(who, at)
  await presses(who, t('concern.card.letter'))
  await sees(who, l('letter.title'))
}

/** Kept for oneself alone. */
export async function writesLetter(who: Someone, at: string, form: 'letter' | 'two-way', parts: readonly (readonly [label: Parameters<typeof l>[0], words: string])[]): Promise<void> {
  await toLetters(who, at)
  await presses(who, l('letter.write'))
  await sees(who, l('letter.write'))
  await ticks(who, l(`letter.form.${form}`), l('letter.form'))
  for (const [label, words] of parts) await writes(who, (l as (key: string) => string)(label), words)
  if (form === 'letter') for (const each of ['reply', 'forgiveness', 'meeting', 'silence'] as const) await ticks(who, l(`letter.notAsking.${each}`), l('letter.notAsking'))
  await presses(who, l('letter.keep'))
  await sees(who, l('letter.title'))
}

/** Somebody beside the writer reads the draft, and says what they would say. */
export async function showsDraft(who: Someone, at: string, reader: Someone, room: string, words: string): Promise<void> {
  await toLetters(who, at)
  await presses(who, l('letter.form.letter'))
  await presses(who, l('letter.show', { title: '' }))
  await goes(reader, app.t('app.repair'))
  await presses(reader, room)
  await presses(reader, t('concern.card.letter'))
  await reads(reader, words)
  await writes(reader, l('letter.remark'), 'Say what you will do, by when.')
  await presses(reader, l('letter.remark.say'))
  await toLetters(who, at)
  await reads(who, 'Say what you will do, by when.')
}

/** To the room with the holders: they read it before it counts as held. */
export async function isReady(who: Someone, at: string, form: 'letter' | 'two-way'): Promise<void> {
  await toLetters(who, at)
  await presses(who, l(`letter.form.${form}`))
  await presses(who, l('letter.ready', { title: at }))
  await toLetters(who, at)
  await reads(who, l('letter.state.ready'))
}

/** All that wait to be read. */
export async function readsLetters(holder: Someone, at: string, words: readonly string[]): Promise<void> {
  await toLetters(holder, at)
  for (const each of words) await reads(holder, each)
  const read = holder.page.getByRole('button', { name: l('letter.read'), exact: true })
  for (let left = words.length; left > 0; left -= 1) {
    await expect.poll(() => read.count(), { timeout: 20_000 }).toBe(left)
    await read.first().click()
  }
  await expect.poll(() => read.count(), { timeout: 20_000 }).toBe(0)
}

/** She says that she wants to know of one; nothing of it stood before her until then. */
export async function wantsToKnow(who: Someone, at: string): Promise<void> {
  await decides(who, at, 'concern.decide.hear')
  await sees(who, t('concern.hear.title'))
  await ticks(who, t('concern.hear.letter.yes'), t('concern.hear.letter'))
}

/** A holder tells her that there is one; she asks for it, and it is given in a small room of hers. */
export async function isGiven(she: Someone, holder: Someone, at: string, letter: { readonly words: string; readonly ask: string; readonly from: string }): Promise<void> {
  await toLetters(holder, at)
  await presses(holder, l('letter.tellThere', { name: she.name }))
  await toLetters(she, at)
  await reads(she, l('letter.there'))
  await doesNotRead(she, letter.words)
  await ticks(she, l('letter.way.alone'), l('letter.way'))
  await ticks(she, holder.name, l('letter.holder'))
  await presses(she, l('letter.want'))
  await reads(she, l('letter.notWant'))
  await looksAround(she)
  await saysReady(holder, 'holder', letter.ask)
  await toLetters(holder, at)
  await ticks(holder, l('letter.courtAsk.no'))
  await presses(holder, l('letter.give', { name: she.name }))
  await reads(she, l('letter.given.nothing'))
  await reads(she, letter.words)
  await pressesIn(she, l('letter.letKnow', { name: letter.from }), l('letter.letKnow.yes'))
  await presses(holder, l('letter.tellKnown', { name: letter.from }))
}

export async function knowsItWasRead(who: Someone, at: string): Promise<void> {
  await toLetters(who, at)
  await reads(who, l('letter.state.known'))
}

/** As if the device had lain there for so many days. */
export async function daysLater(who: Someone, days: number): Promise<void> {
  await who.profile.context.addInitScript((millis) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + millis
  }, days * 86_400_000)
  await who.page.reload()
  await comes(who, who.page.locator('.nav'))
}
