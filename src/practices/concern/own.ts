/** My own room: notes that can stay notes for good, what I sent, what I was asked and what I answered. Rules CN26, CN27. */
import { ok } from '../../base/result.ts'
import type { Happened, Rules } from '../define.ts'
import type { Events } from './events.ts'
import { askKey, noOwn, type Own } from './own-state.ts'

export const ownRules: Rules<Own, Happened<Events, 'personal' | 'mail'>> = {
  start: noOwn,
  step(own, event) {
    switch (event.type) {
      case 'concern.noted': {
        const earlier = own.notes.find((each) => each.id === event.body.id)
        const note = { id: event.body.id, seq: event.seq, firstDay: event.body.firstDay, day: event.day, answers: event.body.answers }
        return ok({
          ...own,
          notes: [...own.notes.filter((each) => each !== earlier), note],
          replaced: earlier === undefined ? own.replaced : [...own.replaced, earlier.seq],
        })
      }
      case 'concern.sent': {
        const { ref, note, asked, title } = event.body
        return ok({ ...own, sent: [...own.sent.filter((each) => each.ref !== ref), { ref, by: event.author, note, asked, title, day: event.day }] })
      }
      case 'concern.own-check': {
        const earlier = own.checks.find((each) => each.ref === event.body.ref)
        return ok({
          ...own,
          checks: [...own.checks.filter((each) => each !== earlier), { ...event.body, seq: event.seq, day: event.day }],
          replaced: earlier === undefined ? own.replaced : [...own.replaced, earlier.seq],
        })
      }
      case 'concern.answered':
        return ok({ ...own, answered: [...own.answered.filter((each) => each.ref !== event.body.ref || each.from !== event.body.from), { ...event.body, day: event.day }] })
      case 'concern.payback':
        return ok({ ...own, payback: [...own.payback.filter((each) => each.ref !== event.body.ref || each.week !== event.body.week), { ...event.body, day: event.day }] })
      case 'concern.ask-again': {
        const { ref, day } = event.body
        const earlier = own.askAgain.filter((each) => each.ref === ref)
        const others = own.askAgain.filter((each) => each.ref !== ref)
        return ok({
          ...own,
          askAgain: day === null ? others : [...others, { ref, seq: event.seq, day }],
          replaced: [...own.replaced, ...earlier.map((each) => each.seq)],
        })
      }
      case 'concern.linked':
        return ok({ ...own, linked: { ...own.linked, [event.body.tag]: { ref: event.body.ref, code: event.body.code, by: event.author } } })
      case 'concern.circle-sheet': {
        const earlier = own.sheets.find((each) => each.page === event.body.page)
        return ok({
          ...own,
          sheets: [...own.sheets.filter((each) => each !== earlier), { ...event.body, seq: event.seq, day: event.day }],
          replaced: earlier === undefined ? own.replaced : [...own.replaced, earlier.seq],
        })
      }
      case 'concern.asked': {
        // The same letter may come twice after a lost connection.
        if (own.asked.some((each) => each.ref === event.body.ref && each.from === event.author)) return ok(own)
        // Taken back before it came: it is not kept either.
        if (own.takenBack.includes(askKey(event.author, event.body.ref))) return ok({ ...own, replaced: [...own.replaced, event.seq] })
        return ok({ ...own, asked: [...own.asked, { ...event.body, from: event.author, seq: event.seq, day: event.day }] })
      }
      case 'concern.ask-taken-back': {
        const key = askKey(event.author, event.body.ref)
        if (own.takenBack.includes(key)) return ok(own)
        const [gone, asked] = apart(own.asked, (each) => askKey(each.from, each.ref) === key)
        return ok({ ...own, asked, takenBack: [...own.takenBack, key], replaced: [...own.replaced, ...gone.map((each) => each.seq)] })
      }
      case 'concern.not-available': {
        const known = own.notAvailable.some((each) => each.ref === event.body.ref && each.from === event.author)
        return ok(known ? own : { ...own, notAvailable: [...own.notAvailable, { ref: event.body.ref, from: event.author, day: event.day }] })
      }
      case 'concern.words-asked': {
        if (own.wordsAsked.some((each) => each.id === event.body.id && each.from === event.author)) return ok(own)
        return ok({ ...own, wordsAsked: [...own.wordsAsked, { ...event.body, from: event.author, seq: event.seq, day: event.day }] })
      }
      case 'concern.words-answered':
      case 'concern.words-said':
        return ok({ ...own, wordsAnswered: [...own.wordsAnswered, { id: event.body.id, from: event.author, to: event.type === 'concern.words-said' ? event.body.to : null, answer: event.body.answer, consents: event.consents, day: event.day }] })
      case 'concern.circle-part': {
        const others = own.circleParts.filter((each) => each.page !== event.body.page || each.from !== event.author)
        return ok({ ...own, circleParts: [...others, { ...event.body, from: event.author, day: event.day }] })
      }
    }
  },
}

function apart<Thing>(things: readonly Thing[], goes: (thing: Thing) => boolean): readonly [readonly Thing[], readonly Thing[]] {
  return [things.filter(goes), things.filter((thing) => !goes(thing))]
}
