import { card } from '../../practices/card.ts'
import type { CardPractice, Leaf } from '../../practices/card-rules.ts'
import { defineTexts, type English } from '../../texts/t.ts'

const en = {
  'tool-shed.title': { text: 'The tool shed', note: 'Title.' },
  'tool-shed.outbox': { text: 'Your card', note: 'In the list of what waits.' },
  'tool-shed.lede': { text: 'Who mends what.', note: 'Below the title.' },
  'tool-shed.list': { text: 'What is broken', note: 'Name of a card.' },
  'tool-shed.wish': { text: 'What I wish for', note: 'Name of a card.' },
  'tool-shed.wish.lede': { text: 'One line is enough.', note: 'Above the questions.' },
  'tool-shed.note': { text: 'My own note', note: 'Name of a card.' },
  'tool-shed.plan': { text: 'What we mend', note: 'Name of a card.' },
  'tool-shed.what': { text: 'What is it?', note: 'Question.' },
  'tool-shed.where': { text: 'Where is it?', note: 'Question.' },
  'tool-shed.where.shed': { text: 'In the shed', note: 'Answer.' },
  'tool-shed.where.yard': { text: 'In the yard', note: 'Answer.' },
  'tool-shed.refused.TS1': { text: 'The saw stays in the shed.', note: 'Why a card was not written.' },
  'tool-shed.refused.TS2': { text: 'Somebody has a list open.', note: 'Why a plan was not opened.' },
  'tool-shed.refused.TS3': { text: 'Write before you look.', note: 'Why a look was not taken.' },
  'tool-shed.refused.TS4': { text: 'Write before you close it.', note: 'Why a card was not closed.' },
} as const satisfies English

const es: Record<keyof typeof en, string> = {
  'tool-shed.title': 'El cobertizo',
  'tool-shed.outbox': 'Tu tarjeta',
  'tool-shed.lede': 'Quién arregla qué.',
  'tool-shed.list': 'Lo que está roto',
  'tool-shed.wish': 'Lo que deseo',
  'tool-shed.wish.lede': 'Una línea basta.',
  'tool-shed.note': 'Mi nota',
  'tool-shed.plan': 'Lo que arreglamos',
  'tool-shed.what': '¿Qué es?',
  'tool-shed.where': '¿Dónde está?',
  'tool-shed.where.shed': 'En el cobertizo',
  'tool-shed.where.yard': 'En el patio',
  'tool-shed.refused.TS1': 'La sierra se queda en el cobertizo.',
  'tool-shed.refused.TS2': 'Alguien tiene una lista abierta.',
  'tool-shed.refused.TS3': 'Escribe antes de mirar.',
  'tool-shed.refused.TS4': 'Escribe antes de cerrarla.',
}

const prompts = {
  what: { kind: 'text', label: 'tool-shed.what', bytes: 200, rows: 1, needed: true },
  where: { kind: 'choice', label: 'tool-shed.where', options: { shed: 'tool-shed.where.shed', yard: 'tool-shed.where.yard' } },
} as const

const leaf = {
  door: null,
  each: false,
  prompts,
  lookWithin: 14,
  stops: false,
  movesTo: [],
} as const satisfies Partial<Leaf<keyof typeof en>>

export const declared = {
  name: 'tool-shed',
  number: 'P99',
  rulesVersion: 1,
  texts: defineTexts({ en, es }),
  title: 'tool-shed.title',
  lede: 'tool-shed.lede',
  leaves: {
    note: { ...leaf, rooms: ['OWN'], title: 'tool-shed.note', opens: 'all', writes: 'all', closes: 'all', pauses: 'writer' },
    list: {
      ...leaf,
      rooms: ['HO', 'JO', 'SM'],
      title: 'tool-shed.list',
      door: 'map',
      stops: true,
      opens: ['holder', 'party'],
      writes: ['holder', 'joint', 'party'],
      closes: ['holder'],
      pauses: ['holder'],
      movesTo: [{ code: 'JO', purpose: 'plan', door: null }],
      guards: [{ rule: 'TS1', textKey: 'tool-shed.refused.TS1', holds: ({ what, where }) => what !== 'The saw' || where !== 'yard' }],
      looksWhen: [{ rule: 'TS3', textKey: 'tool-shed.refused.TS3', holds: ({ what }) => what !== '' }],
      closesWhen: [{ rule: 'TS4', textKey: 'tool-shed.refused.TS4', holds: ({ what }) => what !== '' }],
    },
    wish: {
      ...leaf,
      rooms: ['HH', 'HS', 'JO'],
      offeredIn: ['NH'],
      title: 'tool-shed.wish',
      lede: 'tool-shed.wish.lede',
      each: true,
      single: true,
      opens: ['hurt', 'named', 'joint'],
      writes: ['hurt', 'supporter', 'joint'],
      closes: ['hurt', 'joint'],
      pauses: 'writer',
    },
    plan: {
      ...leaf,
      rooms: ['HO', 'JO'],
      title: 'tool-shed.plan',
      door: 'plan',
      lock: 'start-process',
      opens: ['holder'],
      writes: ['holder'],
      closes: ['holder'],
      pauses: [],
      needs: [{ rule: 'TS2', textKey: 'tool-shed.refused.TS2', holds: (_answers, { cards }) => cards.every((each) => each.leaf !== 'list' || each.state === 'closed') }],
    },
  },
} as const satisfies CardPractice<keyof typeof en>

/** Cards of every shape: one's own, one sheet for several, a sheet for each, behind a door and behind a lock. */
export const toolShed = card(declared)
