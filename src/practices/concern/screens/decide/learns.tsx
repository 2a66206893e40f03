import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../../log/types.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Pick } from '../../../../ui/choices.tsx'
import { Part } from '../../../../ui/page.tsx'
import { mayBeAsked } from '../../both-sides.ts'
import { namesFirst } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { RoomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** Whoever learns beside the holders comes into their room with her yes, which she gives here. Holders ask them in. */
export function Learns({ view, at }: Deciding & { readonly at: RoomIn }): JSX.Element {
  const [person, setPerson] = useState<MemberId | ''>('')
  const pressing = usePress(view)
  const { state, room } = at
  const said = state.personYeses.filter(({ what, giver, consent }) => what === 'learner' && giver === view.me && view.today <= consent.untilDay).map((yes) => yes.person)
  const people = view.people.filter(({ id, present }) => present && id !== view.me && !state.parts.has(id) && !said.includes(id) && mayBeAsked(view.states, room, id, 'learner'))
  return (
    <Part rule>
      <Pick label={t('concern.holders.learn')} none={t('concern.none')} options={people.map(({ id, name }) => ({ value: id, title: name }))} value={person} onPick={setPerson} />
      <p class="hint">{t('concern.holders.learnHint')}</p>
      <Button disabled={person === ''} onPress={() => person !== '' && pressing.press({ kind: 'agree-person', room, person, what: 'learner' }, () => setPerson(''))}>
        {t('concern.holders.learnButton')}
      </Button>
      <WhyNot of={pressing} />
      {said.length > 0 && <p>{t('concern.holders.learnSaid', { names: namesFirst(view, said) })}</p>}
    </Part>
  )
}
