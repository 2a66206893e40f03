import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import { concernScene, held, saysReady, type ConcernScene } from '../../testing/concern-scenes.ts'
import { concern } from '../concern/index.ts'
import type { Practice } from '../practice.ts'
import { listening } from './index.ts'
import { daysOfWords, type ListeningRoom, type OwnWords, type Session } from './rules.ts'

const part = 'In January I asked for the supplier list.'

/** What the concern itself does with rooms and asks stands under these: Soledad asks Hana to listen, apart from the two who hold it. */
function asked(): ConcernScene & { readonly small: RoomId; session(who?: 'soledad' | 'hana'): Session | null } {
  const scene = concernScene([concern, listening] as unknown as readonly Practice[])
  held(scene)
  const { soledad, hana } = scene
  scene.does(soledad, {
    kind: 'open-room',
    code: 'SM',
    title: 'Listening',
    card: 'listening',
    ref: scene.ref(soledad),
    invited: [{ member: hana.id, part: 'listener' }],
    askNote: 'Could you listen on Thursday?',
  })
  const small = scene.room(soledad, 'SM')
  return { ...scene, small, session: (who = 'soledad') => (scene[who].states('listening').rooms.get(small) as ListeningRoom).session }
}

test('[LS1] a listener who said yes comes into a room that was made for it, and reads what is told from then on', () => {
  const scene = asked()
  const { soledad, hana, ngozi, small } = scene
  expect(soledad.does('listening', { kind: 'tell', room: small, text: part })).toBeNull()
  saysReady(scene, hana, false)
  expect(scene.session('hana')).toMatchObject({ teller: soledad.id })
  expect(hana.does('listening', { kind: 'say', room: small, text: 'Why?', as: 'answer' })).toMatchObject({ rule: 'LS2' })
  hana.writesPastTheApp({ room: small }, 'listening.said', { text: 'Why?', as: 'answer' })
  soledad.does('listening', { kind: 'tell', room: small, text: 'It took three weeks.' })
  expect(scene.session('hana')?.words.map((each) => each.text)).toContain('It took three weeks.')
  for (const who of [soledad, hana]) expect(who.refused()).toMatchObject([{ rule: 'LS2', author: hana.id }])
  expect(ngozi.canOpen().some((entry) => JSON.stringify(entry.data).includes('three weeks'))).toBe(false)
})

test('[LS4] words the teller kept are read by the holders only by the teller’s own yes, and exactly those', () => {
  const scene = asked()
  const { soledad, ngozi, tomas, small } = scene
  soledad.does('listening', { kind: 'tell', room: small, text: part })
  soledad.does('listening', { kind: 'keep', id: null, words: part })
  expect((soledad.states('listening').personal as OwnWords).kept).toMatchObject([{ words: part }])
  const hh = scene.room(soledad, 'HH')
  scene.does(soledad, {
    kind: 'move-own',
    target: hh,
    card: 'listening',
    words: part,
    purpose: 'support',
    readers: [soledad.id, ngozi.id, tomas.id],
    recognised: [],
    untilDay: scene.circle.today() + 30,
  })
  expect(scene.state(ngozi, 'HH').moved).toMatchObject([{ card: 'listening', words: part, author: soledad.id }])
})

test('[LS6] when it is closed the words go from every app, and then the room is closed', () => {
  const scene = asked()
  const { soledad, hana, small, circle } = scene
  saysReady(scene, hana, false)
  soledad.does('listening', { kind: 'tell', room: small, text: part })
  soledad.does('listening', { kind: 'open-floor', room: small, need: 'heard' })
  hana.does('listening', { kind: 'say', room: small, text: 'I heard that it took long.', as: 'answer' })
  soledad.does('listening', { kind: 'end', room: small })
  circle.everybodyOpensTheApp()
  expect(circle.room(small).closed).toBe(true)
  expect(JSON.stringify(circle.room(small).entries.filter((entry) => !entry.redacted))).not.toMatch(/supplier|it took long/)
})

test('[LS5] words nobody kept are gone from every device after seven days, without a press of anybody', () => {
  const scene = asked()
  const { soledad, hana, small, circle } = scene
  saysReady(scene, hana, false)
  soledad.does('listening', { kind: 'tell', room: small, text: part })
  circle.daysPass(daysOfWords + 1)
  circle.everybodyOpensTheApp()
  expect(scene.session()?.words ?? []).toEqual([])
  expect(hana.canOpen().some((entry) => JSON.stringify(entry.data).includes('supplier'))).toBe(false)
})

test('[LS9] a holder offers it where the concern stands, and her kind decides whether the door is open', () => {
  const scene = asked()
  const { soledad, ngozi } = scene
  const hh = scene.room(soledad, 'HH')
  expect(ngozi.does('listening', { kind: 'offer', room: hh })).toBeNull()
  scene.does(soledad, { kind: 'kind-safer', room: hh, to: 'A', power: [] })
  soledad.does('listening', { kind: 'answer', room: hh, answer: 'taken' })
  expect(ngozi.does('listening', { kind: 'offer', room: hh })).toMatchObject({ rule: 'LS9' })
})
