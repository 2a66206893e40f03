/** What people do alone, beforehand, or with one who listens. */
import { texts as before } from '../src/practices/before/texts/before.ts'
import { texts as pause } from '../src/practices/going-public/texts/going-public.ts'
import { texts as listening } from '../src/practices/listening/texts/listening.ts'
import { app } from '../src/texts/app.ts'
import { comesIn, t } from './concern-acts.ts'
import { doesNotRead, goes, presses, reads, sees, ticks, writes } from './hands.ts'
import type { Someone } from './person.ts'

/** That one could hold, and whom the circle would call. */
export async function preparesTogether(who: Someone, line: string): Promise<void> {
  await goes(who, app.t('app.today'))
  await presses(who, app.t('app.today.before'))
  await sees(who, before.t('before.title'))
  await ticks(who, before.t('before.could.beside'))
  await ticks(who, before.t('before.duty.no'), before.t('before.duty'))
  await presses(who, before.t('before.say'))
  await presses(who, before.t('before.numbers.write'))
  await who.page.getByLabel(before.t('before.numbers.name')).first().fill(line)
  await who.page.getByLabel(before.t('before.numbers.number'), { exact: true }).first().fill('0800 111 222')
  await presses(who, before.t('before.writeDown'))
  await reads(who, line)
}

/** A pause before going public, kept for oneself. */
export async function thinksBeforeGoingPublic(who: Someone, words: string): Promise<void> {
  await presses(who, app.t('app.something'))
  await presses(who, t('concern.something.public'))
  await sees(who, pause.t('going-public.title'))
  await presses(who, pause.t('going-public.begin'))
  await presses(who, pause.t('going-public.all'))
  await writes(who, pause.t('going-public.q.happened'), words)
  await presses(who, pause.t('going-public.pause'))
  await reads(who, pause.t('going-public.paused'))
}

/** A session of listening from the page of a concern to its end; the teller keeps one line. */
export async function tellsAListener(teller: Someone, listener: Someone, words: string, toListening: () => Promise<void>): Promise<void> {
  await toListening()
  await presses(teller, listening.t('listening.new'))
  await sees(teller, listening.t('listening.new'))
  await ticks(teller, listener.name)
  await presses(teller, listening.t('listening.open'))
  await comesIn(listener, t('concern.wait.listener'))
  await toListening()
  await presses(teller, listening.t('listening.yours'))
  await sees(teller, listening.t('listening.tell'))
  await writes(teller, listening.t('listening.tell.words'), words)
  await presses(teller, listening.t('listening.tell.give'))
  await presses(teller, listening.t('listening.stopToday'))
  await reads(teller, listening.t('listening.keep'))
  await writes(teller, listening.t('listening.keep.words'), words)
  await presses(teller, listening.t('listening.keep.do'))
  await presses(teller, listening.t('listening.end'))
  await reads(teller, listening.t('listening.ended'))
  await toListening()
  await reads(teller, words)
  await doesNotRead(listener, words)
}
