import { expect, test } from 'vitest'
import { cardRooms } from '../testing/card-rooms.ts'
import { toolShed } from '../testing/tool-shed/index.ts'

const list = (what: string): object => ({ what, where: null })

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
