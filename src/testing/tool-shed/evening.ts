import type { Golden } from '../golden.ts'
import { cardRooms } from '../card-rooms.ts'
import { toolShed } from './index.ts'

/** The tool shed as Yusuf sees it, who holds: a list two wrote on at once, an offer that waits, one set aside, a pause, a rest and a card that is due. With every page that shows them. */
export function shedEvening(): { readonly golden: Golden; readonly pages: readonly string[] } {
  const holders = { Yusuf: 'holder', Noor: 'holder' } as const
  const on = cardRooms(toolShed, {
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders } },
    HO: { code: 'HO', doors: ['map', 'plan'], locks: ['start-process'], parts: { ...holders, Lena: 'learner' } },
    JO: { code: 'JO', doors: ['map'], parts: { ...holders, Mira: 'joint' } },
  })
  const [mira, yusuf, noor] = [on.someone('Mira'), on.someone('Yusuf'), on.someone('Noor')]
  const ladder = { what: 'The ladder', where: 'yard' }
  const opened = (room: string | null): object => ({ kind: 'open', room: room === null ? null : on.roomId(room), leaf: room === null ? 'note' : 'list', lookDay: on.today() + 7, answers: ladder })
  yusuf.does(opened(null))
  for (const _ of [1, 2, 3, 4]) yusuf.does(opened('HO'))
  const [both, paused, resting, closed] = yusuf.in('HO').cards
  const at = (card: { readonly id: string } | undefined): { readonly room: unknown; readonly card: string } => ({ room: on.roomId('HO'), card: card!.id })
  noor.writesPastTheApp('HO', 'tool-shed.wrote', { card: both!.id, leaf: 'list', answers: { what: 'The hinge', where: null }, over: [] })
  noor.does({ kind: 'pause', ...at(paused), until: on.today() + 14 })
  yusuf.does({ kind: 'rest', ...at(resting) })
  yusuf.does({ kind: 'close', ...at(closed) })
  yusuf.does({ kind: 'offer', room: on.roomId('HH'), leaf: 'wish', to: mira.id, lookDay: on.today() + 14 })
  mira.does({ kind: 'answer', room: on.roomId('HH'), card: mira.in('HH').cards[0]!.id, answer: 'not-now', lookDay: null })
  noor.does({ ...opened('JO') })
  mira.writesPastTheApp('HO', 'tool-shed.closed', { card: both!.id })
  on.daysPass(8)
  const sheets = yusuf.in('HO').cards[0]!.sheets.map((sheet) => sheet.seq)
  const orders = [
    opened('HO'),
    opened('HH'),
    { kind: 'write', ...at(both), answers: ladder, over: sheets },
    { kind: 'write', ...at(closed), answers: ladder, over: [] },
    { kind: 'pause', ...at(both), until: on.today() + 14 },
    { kind: 'pause', ...at(both), until: on.today() + 15 },
    { kind: 'look', ...at(both), lookDay: on.today() + 7 },
    { kind: 'reopen', ...at(resting), lookDay: on.today() + 7 },
    { kind: 'hand-on', ...at(both), to: noor.id },
    { kind: 'take-out', ...at(both), sheet: sheets[0]! },
    { kind: 'offer', room: on.roomId('HH'), leaf: 'wish', to: mira.id, lookDay: on.today() + 7 },
    { kind: 'close', ...at(both) },
    { kind: 'sing' },
  ]
  const golden = on.golden({ about: 'Cards of every state, as one of two holders sees them.', as: 'Yusuf', orders })
  const found = [...yusuf.own().cards, ...yusuf.in('HO').cards, ...yusuf.in('HH').cards, ...yusuf.in('JO').cards].map((card) => `card/${card.id}`)
  const forms = [`write/${both!.id}`, 'empty/list', 'empty/wish', `begin/list/${on.roomId('HO')}`, 'begin/note/own', `offer/list/${on.roomId('HO')}`]
  return { golden, pages: ['', ...found, ...forms] }
}
