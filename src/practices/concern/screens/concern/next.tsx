import type { JSX } from 'preact'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { isDoorOpen } from '../../../concern-room.ts'
import type { ConcernSeen } from '../../concerns.ts'
import { days } from '../../shapes.ts'
import { holdersOf } from '../../state.ts'
import { whoIs } from '../names.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

type Room = ConcernSeen['rooms'][number]

interface Step {
  readonly key: string
  readonly title: string
  readonly hint?: string
  readonly href: string
}

/** To a holder: what stands there to read, and which steps can be taken today. Nobody waits for any of them. */
export function Next(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element | null {
  const { view, concern } = props
  const steps = concern.mine === 'holder' ? stepsOf(view, concern) : []
  if (steps.length === 0) return null
  return (
    <Part at="next" title={t('concern.next')}>
      <p class="hint">{t('concern.next.lede')}</p>
      <Rows label={t('concern.next')}>
        {steps.map(({ key, ...row }) => (
          <Row key={key} {...row} />
        ))}
      </Rows>
    </Part>
  )
}

function stepsOf(view: ConcernView, concern: ConcernSeen): readonly Step[] {
  const told = concern.rooms.filter(({ code, state }) => code === 'HH' && state.raised !== null)
  const read = told.map(({ room, state }) => ({ key: `read/${room}`, title: t('concern.next.read', { name: whoIs(view, state.raised?.by ?? view.me) }), href: `#concern/room/${room}` }))
  const [hers] = told
  // Whose owner came back with new keys goes on in another room.
  const goesOn = concern.rooms.every(({ state }) => state.stopped === null && state.closed === null && state.newKeys?.since == null)
  if (hers === undefined || !goesOn) return read
  return [...read, ...plan(view, hers), ...rooms(view, concern, hers), ...telling(view, concern, hers)]
}

function plan(view: ConcernView, { room, state }: Room): readonly Step[] {
  if (state.planned !== null || !state.received.has(view.me)) return []
  return [{ key: 'plan', title: t('concern.next.plan'), hint: t('concern.next.planHint', { name: whoIs(view, state.raised?.by ?? view.me) }), href: `#concern/room/${room}` }]
}

function rooms(view: ConcernView, concern: ConcernSeen, { state }: Room): readonly Step[] {
  const has = (code: string): boolean => concern.rooms.some((each) => each.code === code)
  const href = `#concern/at/${concern.ref}/rooms`
  if (!has('HO')) return holdersOf(state, view.today).length < 2 ? [] : [{ key: 'ho', title: t('concern.next.ho'), hint: t('concern.next.hoHint'), href }]
  return !state.locks['start-process'].open || has('JO') ? [] : [{ key: 'jo', title: t('concern.next.jo'), hint: t('concern.next.joHint'), href }]
}

/** From her yes to tell, to the room of the person named: one step at a time. */
function telling(view: ConcernView, concern: ConcernSeen, { room, state }: Room): readonly Step[] {
  const holders = concern.rooms.find(({ code }) => code === 'HO')
  if (holders === undefined || !state.locks['tell-them'].open || concern.rooms.some(({ code }) => code === 'NH')) return []
  const words = holders.state.moved.some((moved) => moved.purpose === 'tell' && moved.takenBack === null && moved.ended === null)
  const asked = state.moveAsks.some((ask) => ask.target === holders.room && ask.purpose === 'tell' && ask.noes.length === 0 && ask.withdrawn.length === 0 && view.today <= ask.askedDay + days.ask)
  if (!words) return asked ? [] : [{ key: 'words', title: t('concern.next.words'), hint: t('concern.next.wordsHint'), href: `#concern/ask/${room}` }]
  if (!isDoorOpen(holders.state, 'telling')) return [{ key: 'door', title: t('concern.next.door'), hint: t('concern.next.doorHint'), href: `#concern/room/${holders.room}` }]
  if (view.cards.some((card) => card.room === holders.room && card.practice === 'hearing' && card.leaf === 'told'))
    return [{ key: 'nh', title: t('concern.next.nh'), hint: t('concern.next.nhHint'), href: `#concern/at/${concern.ref}/rooms` }]
  return view.hasPractice('hearing') ? [{ key: 'telling', title: t('concern.next.telling'), hint: t('concern.next.tellingHint'), href: `#hearing/at/${concern.ref}` }] : []
}
