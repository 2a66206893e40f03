import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { RoomId } from '../../../../log/types.ts'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { More, Note, WordsToCompare } from '../../../../ui/said.tsx'
import type { GuestDoor } from '../../../practice.ts'
import { screens } from '../texts/screens.ts'

const { t } = screens

/** Somebody from outside comes in by a link and four words; they see this room and no list of members. */
export function GuestDoorPart(props: { readonly room: RoomId; readonly guests: GuestDoor }): JSX.Element {
  const { room, guests } = props
  const [made, setMade] = useState<string | null>(null)
  const link = made ?? guests.links.find((each) => each.room === room)?.link ?? null
  const knocking = guests.knocking.filter((each) => each.room === room)
  return (
    <>
      {knocking.map((knock) => (
        <Note key={knock.id} title={t('concern.guest.knocks', { name: knock.name })}>
          <p>{t('concern.guest.compare')}</p>
          <WordsToCompare words={knock.words} label={t('concern.guest.words')} />
          <Pair>
            <Button onPress={() => void guests.letIn(knock.id)}>{t('concern.guest.same')}</Button>
            <Button onPress={() => void guests.turnAway(knock.id)}>{t('concern.guest.differ')}</Button>
          </Pair>
        </Note>
      ))}
      <More summary={t('concern.guest')}>
        <p>{t('concern.guest.more')}</p>
        {link === null ? <Button onPress={() => void guests.invite(room).then(setMade)}>{t('concern.guest.link')}</Button> : <p class="link">{link}</p>}
      </More>
    </>
  )
}
