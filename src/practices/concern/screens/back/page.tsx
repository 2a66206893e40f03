import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../../log/types.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Pick } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { Note } from '../../../../ui/said.tsx'
import { comesBackTo } from '../../came-back.ts'
import { Danger } from '../danger.tsx'
import { nameOfRoom, whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

const key = 'back.was'

/** Under which name I said I was here before, until it is sent; null: I did not. */
export function saidWas(view: Pick<ConcernView, 'draft' | 'people' | 'me'>): MemberId | null {
  const said = view.draft(key)
  return view.people.find((person) => person.id === said && person.id !== view.me)?.id ?? null
}

export function dropWas(view: Pick<ConcernView, 'saveDraft'>): void {
  view.saveDraft(key, '')
}

/** For somebody who lost everything: what is gone, said plainly, and the way to what others still have. */
export function BackPage(view: ConcernView): JSX.Element {
  const [was, setWas] = useState<MemberId | ''>(() => saidWas(view) ?? '')
  const pressing = usePress(view)
  const mine = [...view.states.rooms].flatMap(([room, { begun, cameBack }]) =>
    begun !== null && begun.by === view.me && cameBack === null && comesBackTo.includes(begun.code) && view.rooms.get(room)?.closed === false ? [{ room, begun }] : [],
  )
  const others = view.people.filter((person) => person.id !== view.me)
  return (
    <>
      <Danger {...view} />
      <Head title={t('concern.anew.title')} lede={t('concern.anew.lede')} />
      <Part>
        <p>{t('concern.anew.how')}</p>
        <p>{t('concern.anew.yeses')}</p>
        <Pick
          label={t('concern.anew.who')}
          none={t('concern.none')}
          options={others.map((person) => ({ value: person.id, title: person.name }))}
          value={was}
          onPick={(person) => {
            setWas(person)
            view.saveDraft(key, person)
          }}
        />
        <Acts>
          <Button kind="fill" disabled={was === ''} onPress={() => view.go('concern', 'something/all')}>
            {t('concern.anew.send')}
          </Button>
        </Acts>
      </Part>
      {mine.length > 0 && (
        <Part rule title={t('concern.anew.orHere')}>
          {was === '' && <p class="hint">{t('concern.anew.whoFirst')}</p>}
          <Acts>
            {mine.map(({ room, begun }) => (
              <Button
                key={room}
                disabled={was === ''}
                onPress={() =>
                  was !== '' &&
                  pressing.press({ kind: 'came-back', room, was }, () => {
                    dropWas(view)
                    view.go('concern', `room/${room}`)
                  })
                }
              >
                {t('concern.anew.say', { room: begun.title === '' ? nameOfRoom(view, room, begun.code) : begun.title })}
              </Button>
            ))}
          </Acts>
          <WhyNot of={pressing} />
        </Part>
      )}
    </>
  )
}

/** Where it is sent: that it goes along, and a way to leave it out. */
export function SayingWas(props: { readonly view: ConcernView; readonly was: MemberId; readonly leaveOut: () => void }): JSX.Element {
  return (
    <Note title={t('concern.anew.saying', { name: whoIs(props.view, props.was) })}>
      <p>{t('concern.anew.sayingMore')}</p>
      <Button kind="text" onPress={props.leaveOut}>
        {t('concern.anew.leaveOut')}
      </Button>
    </Note>
  )
}
