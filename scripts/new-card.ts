/** What `npm run new-practice NAME -- --card` writes. */
import type { Cards } from '../src/practices/card-rules.ts'
import type { Practice } from '../src/practices/practice.ts'
import { cardRooms } from '../src/testing/card-rooms.ts'
import { goldenToText } from '../src/testing/golden.ts'

/** A golden log of the hurt person, who wrote one card and closed another. */
export function goldenOfCard(practice: Practice<Cards, Cards, Cards>, leaf: string): string {
  const on = cardRooms(practice, { HH: { code: 'HH', parts: { Mira: 'hurt', Yusuf: 'holder' } } })
  const mira = on.someone('Mira')
  const begin = { kind: 'open', room: on.roomId('HH'), leaf, lookDay: on.today() + 14, answers: { words: 'What I want to say.' } }
  mira.does(begin)
  mira.does(begin)
  const [first, second] = mira.in('HH').cards
  mira.does({ kind: 'close', room: on.roomId('HH'), card: second?.id })
  const at = { room: on.roomId('HH'), card: first?.id }
  const seen = first?.sheets.map((sheet) => sheet.seq) ?? []
  const orders = [
    begin,
    { ...begin, answers: { words: '' } },
    { kind: 'write', ...at, answers: { words: 'Said anew.' }, over: seen },
    { kind: 'pause', ...at, until: on.today() + 15 },
    { kind: 'close', ...at },
    { kind: 'take-out', ...at, sheet: seen[0] },
  ]
  return goldenToText(on.golden({ about: 'Mira wrote one card and closed another.', as: 'Mira', orders }))
}

export function cardFilesOf(name: string, camel: string): Readonly<Record<string, string>> {
  return {
    'README.md': `# ${name}

What it is for, for whom, and what it does not do.

| Leaf | Room | Who opens | Who writes | Who reads |
|---|---|---|---|---|
| ${name} | hurt person and holders | the hurt person | the hurt person | everybody in the room |

Its rules are those of [cards](../CARD.md).

## Never shown
Nothing of it leaves its room but words that are moved with every yes they need.
`,
    'texts/en.ts': `import type { English } from '../../../texts/t.ts'

export const en = {
  '${name}.title': { text: 'A new card', note: 'Name of the page.' },
  '${name}.outbox': { text: 'Your card', note: 'Name of a card that waits to be sent, in the list of what waits.' },
  '${name}.lede': { text: 'One question, for you and the holders.', note: 'Below the name of the page.' },
  '${name}.words': { text: 'What do you want to say?', note: 'Label of a text box.' },
} as const satisfies English
`,
    'texts/es.ts': `import type { Translated } from '../../../texts/t.ts'
import type { en } from './en.ts'

export const es: Translated<typeof en> = {
  '${name}.title': 'Una tarjeta nueva',
  '${name}.outbox': 'Tu tarjeta',
  '${name}.lede': 'Una pregunta, para ti y quienes sostienen.',
  '${name}.words': '¿Qué quieres decir?',
}
`,
    [`texts/${name}.ts`]: `import { defineTexts } from '../../../texts/t.ts'
import { en } from './en.ts'
import { es } from './es.ts'

export const texts = defineTexts({ en, es })
`,
    'index.ts': `import { card } from '../card.ts'
import { texts } from './texts/${name}.ts'

export const ${camel} = card({
  name: '${name}',
  number: 'P00',
  rulesVersion: 1,
  texts,
  title: '${name}.title',
  lede: '${name}.lede',
  leaves: {
    '${name}': {
      rooms: ['HH'],
      title: '${name}.title',
      door: null,
      opens: ['hurt'],
      writes: ['hurt'],
      each: false,
      closes: ['hurt'],
      pauses: ['hurt'],
      prompts: { words: { kind: 'text', label: '${name}.words', bytes: 2000, needed: true } },
      lookWithin: 14,
      stops: false,
      movesTo: [],
    },
  },
})
`,
    'rules.test.ts': `import { expect, test } from 'vitest'
import { cardRooms } from '../../testing/card-rooms.ts'
import { ${camel} } from './index.ts'

test('the hurt person writes, and the holders read it', () => {
  const on = cardRooms(${camel}, { HH: { code: 'HH', parts: { Mira: 'hurt', Yusuf: 'holder' } } })
  const begin = { kind: 'open', room: on.roomId('HH'), leaf: '${name}', lookDay: on.today() + 14, answers: { words: 'Mine to say.' } }
  expect(on.someone('Yusuf').does(begin)).toMatchObject({ rule: 'CA1' })
  expect(on.someone('Mira').does(begin)).toBeNull()
  expect(on.someone('Yusuf').in('HH').cards).toMatchObject([{ sheets: [{ answers: { words: 'Mine to say.' } }] }])
})
`,
  }
}
