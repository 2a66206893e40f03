import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../../log/types.ts'
import { Button, LinkButton } from '../../../../ui/acts.tsx'
import { Checks } from '../../../../ui/choices.tsx'
import { Head } from '../../../../ui/page.tsx'
import { mayStandBeside } from '../../both-sides.ts'
import { sideOf } from '../concern/lanes.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { roomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** A side alone with the people it chose. */
export function SidePage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const code = sideOf(concern) === 'named' ? 'NS' : 'HS'
  const there = roomIn(concern, code)
  const [chosen, setChosen] = useState<readonly MemberId[]>([])
  const pressing = usePress(view)
  const people = view.people.filter((person) => person.present && person.id !== view.me && mayStandBeside(view.states, concern.ref, { owner: view.me, code, person: person.id }))
  return (
    <>
      <Head title={t('concern.side.title')} lede={t('concern.side.lede')} />
      {there !== undefined ? (
        <LinkButton href={`#concern/room/${there.room}`}>{t('concern.side.go')}</LinkButton>
      ) : (
        <>
          <Checks legend={t('concern.side.who')} options={people.map((person) => ({ value: person.id, title: person.name }))} values={chosen} onToggle={setChosen} />
          <WhyNot of={pressing} />
          <Button
            onPress={() =>
              pressing.press(
                { kind: 'open-room', code, title: '', card: null, ref: concern.ref, invited: chosen.map((member) => ({ member, part: 'supporter' as const })), askNote: '' },
                () => view.go('concern', `at/${concern.ref}`),
              )
            }
          >
            {t('concern.side.open')}
          </Button>
        </>
      )}
    </>
  )
}
