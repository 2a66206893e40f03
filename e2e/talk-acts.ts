/** A talk, from the room one holder makes for it to its end. */
import { texts as talks } from '../src/practices/talk/texts/talk.ts'
import { comesIn, opensConcern, t } from './concern-acts.ts'
import { looksAround, presses, reads, sees, writes } from './hands.ts'
import type { Someone } from './person.ts'

type At = readonly [who: Someone, title: string]

async function toTalks(who: Someone, at: string): Promise<void> {
  await opensConcern(who, at)
  await presses(who, t('concern.card.talk'))
  await sees(who, talks.t('talk.title'))
}

async function toTheTalk(who: Someone, at: string): Promise<void> {
  await toTalks(who, at)
  await presses(who, talks.t('talk.room'))
  await sees(who, talks.t('talk.room'))
}

/** The holder asks, each says yes apart over their own words and everybody who will be there, and comes in. */
export async function opensTalk([holder, title]: At, sides: readonly At[]): Promise<void> {
  await toTalks(holder, title)
  await presses(holder, talks.t('talk.small.make'))
  await presses(holder, talks.t('talk.small.ask'))
  await reads(holder, talks.t('talk.small.waits'))
  await looksAround(holder)
  for (const [who, at] of sides) {
    await toTalks(who, at)
    await reads(who, talks.t('talk.yes.title'))
    await looksAround(who)
    await presses(who, talks.t('talk.yes.do'))
    await reads(who, talks.t('talk.yes.given'))
  }
  await presses(holder, talks.t('talk.small.open'))
  await sees(holder, talks.t('talk.room'))
  for (const [who] of sides) await comesIn(who, t('concern.wait.joint'))
}

/** The rules are read aloud, one point stands with the yes of each, and the other ends it. */
export async function talkTogether(holder: Someone, offers: At, says: At, point: string): Promise<void> {
  await presses(holder, talks.t('talk.rules.read'))
  await toTheTalk(...offers)
  await reads(offers[0], talks.t('talk.rules.done'))
  await writes(offers[0], talks.t('talk.points.words'), point)
  await presses(offers[0], talks.t('talk.points.offer'))
  await toTheTalk(...says)
  await reads(says[0], point)
  await presses(says[0], talks.t('talk.points.yes'))
  for (const [who] of [says, offers]) await reads(who, talks.t('talk.points.stands'))
  await presses(says[0], talks.t('talk.stop'))
  await reads(offers[0], talks.t('talk.ended'))
}
