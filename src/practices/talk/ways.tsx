/** What follows from the two ways in which nobody sits together: letters, which each writes in the form that fits, and space, which a limit keeps. */
import type { JSX } from 'preact'
import type { RoomId } from '../../log/types.ts'
import { Acts, LinkButton } from '../../ui/acts.tsx'
import { Note } from '../../ui/said.tsx'
import { whoseItIs } from '../concern-room.ts'
import type { RoomSeen } from '../practice.ts'
import type { TalkView } from './found.ts'
import { preparedIn, termsOf } from './side.tsx'
import { texts } from './texts/talk.ts'

const { t } = texts

/** In my own room with the holders, once I prepared one of these two ways. */
export function wayNoteIn(view: TalkView, room: RoomId): JSX.Element | null {
  const seen = view.rooms.get(room)
  const mine = seen !== undefined && !seen.closed && whoseItIs(seen.concern) === view.me
  const prepared = mine ? preparedIn(view.states.rooms.get(room)?.cards ?? []) : null
  const way = prepared === null ? null : (termsOf(prepared)?.way ?? null)
  if (seen === undefined || (way !== 'letters' && way !== 'space')) return null
  return (
    <Note key={`${room}/${way}`} title={t(way === 'letters' ? 'talk.way.letters' : 'talk.way.space')}>
      {way === 'letters' ? <Letters view={view} seen={seen} /> : <Space view={view} />}
    </Note>
  )
}

/** In the small room, for a party whose talk goes by letters. */
export function lettersIn(view: TalkView, small: RoomId): JSX.Element | null {
  const mine = [...view.rooms].find(([room, seen]) => whoseItIs(seen.concern) === view.me && view.states.rooms.get(room)?.rest.asked?.room === small)
  return mine === undefined ? null : <Letters view={view} seen={mine[1]} />
}

/** Both write in the form made for two where it is between both. Else she writes what it did to her, and the other one a letter: nobody who was hurt is asked to own a part in it. */
function Letters(props: { readonly view: TalkView; readonly seen: RoomSeen }): JSX.Element {
  const { view, seen } = props
  const { concern } = seen
  const hers = concern?.begun?.code === 'HH'
  const both = hers && concern.kind === 'C'
  const [practice, href] = both ? ['letter', '#letter/write/both'] : hers ? ['impact', '#impact'] : ['letter', '#letter/write']
  const ref = concern?.begun?.concern ?? null
  return (
    <>
      <p>{t(hers && !both ? 'talk.letters.hers' : 'talk.letters.write.how')}</p>
      {!hers && <p class="hint">{t('talk.letters.form')}</p>}
      {view.hasPractice(practice) && (
        <Acts>
          <LinkButton href={href}>{t(hers && !both ? 'talk.letters.impact' : 'talk.letters.write')}</LinkButton>
        </Acts>
      )}
      {hers && concern.letterWish !== 'yes' && ref !== null && (
        <>
          <p class="hint">{t('talk.letters.hear')}</p>
          <Acts>
            <LinkButton kind="text" href={`#concern/at/${ref}/hear`}>
              {t('talk.letters.hearWay')}
            </LinkButton>
          </Acts>
        </>
      )}
    </>
  )
}

function Space(props: { readonly view: TalkView }): JSX.Element {
  return (
    <>
      <p>{t('talk.space.how')}</p>
      {props.view.hasPractice('limits') && (
        <Acts>
          <LinkButton href="#limits/begin/own/own">{t('talk.space.limit')}</LinkButton>
        </Acts>
      )}
    </>
  )
}

/** For holders of both sides: nothing is made and nobody is asked, and the other side is not told whose word it was. */
export function SpaceForHolders(props: { readonly view: TalkView }): JSX.Element {
  return (
    <Note title={t('talk.way.space')}>
      <p>{t('talk.space.holders')}</p>
      {props.view.hasPractice('limits') && (
        <Acts>
          <LinkButton href="#limits">{t('talk.space.limits')}</LinkButton>
        </Acts>
      )}
    </Note>
  )
}
