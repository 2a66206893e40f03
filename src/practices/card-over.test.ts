import { expect, test } from 'vitest'
import { cardRooms } from '../testing/card-rooms.ts'
import { foldAll } from '../testing/practice-circle.ts'
import { toolShed } from '../testing/tool-shed/index.ts'

const list = (what: string): { readonly what: string; readonly where: null } => ({ what, where: null })

test('[CA11] what Noor wrote over stays gone when Noor writes again and her earlier words are taken out', () => {
  const on = cardRooms(toolShed, { HO: { code: 'HO', doors: ['map'], locks: ['start-process'], parts: { Yusuf: 'holder', Noor: 'holder' } } })
  const [yusuf, noor] = [on.someone('Yusuf'), on.someone('Noor')]
  yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: list('The ladder') })
  for (const what of ['The long ladder', 'The red ladder', 'The tall ladder']) {
    const [card] = noor.in('HO').cards
    const order = { kind: 'write', room: on.roomId('HO'), card: card!.id, answers: list(what), over: card!.sheets.map((sheet) => sheet.seq) }
    expect(noor.does(order)).toBeNull()
  }
  expect(yusuf.in('HO').cards[0]!.sheets.map((sheet) => sheet.answers['what'])).toEqual(['The tall ladder'])
})

test('[CA7] whoever carries a card pauses it; where a holder opened it for somebody else, that person does', () => {
  const on = cardRooms(toolShed, { JO: { code: 'JO', parts: { Mira: 'joint', Joran: 'joint', Yusuf: 'holder' } } })
  const [mira, joran] = [on.someone('Mira'), on.someone('Joran')]
  mira.does({ kind: 'open', room: on.roomId('JO'), leaf: 'wish', lookDay: on.today() + 7, answers: list('A ladder') })
  const pause = { kind: 'pause', room: on.roomId('JO'), card: mira.in('JO').cards[0]!.id, until: on.today() + 3 }
  expect(on.someone('Yusuf').does(pause)).toMatchObject({ rule: 'CA1' })
  expect(joran.does(pause)).toBeNull()
})

test('[CA11] whoever came in later reads what is written from then on, also on a card that was there before, and nothing older', () => {
  const on = cardRooms(toolShed, { HO: { code: 'HO', doors: ['map'], parts: { Yusuf: 'holder', Noor: 'holder', Lena: 'learner' } } })
  const [yusuf, noor, lena] = [on.someone('Yusuf'), on.someone('Noor'), on.someone('Lena')]
  yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: list('The ladder') })
  const before = on.readable('HO').length
  const [card] = noor.in('HO').cards
  noor.does({ kind: 'write', room: on.roomId('HO'), card: card!.id, answers: list('The hinge'), over: card!.sheets.map((sheet) => sheet.seq) })
  // Lena opens no list: what she writes on one nobody read of begins none.
  lena.writesPastTheApp('HO', 'tool-shed.wrote', { card: 'e'.repeat(32), leaf: 'list', answers: list('Mine'), over: [] })
  const around = { roomId: on.roomId('HO'), place: 'further' as const, present: new Set(on.people.map((person) => person.id)), stewards: new Set<never>(), concern: on.seen('HO').concern }
  const later = foldAll(toolShed.further, on.readable('HO').slice(before), around).state
  expect(later.cards).toMatchObject([{ id: card!.id, leaf: 'list', state: 'open', sheets: [{ answers: { what: 'The hinge' } }] }])
  expect(yusuf.in('HO').cards).toHaveLength(1)
})
