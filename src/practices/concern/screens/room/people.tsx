import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../../log/types.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Check, Pick } from '../../../../ui/choices.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import type { Part as PartName, RoomCode } from '../../../concern-room.ts'
import { mayBeAsked } from '../../both-sides.ts'
import { isByOldKeys } from '../../came-back.ts'
import { herYes } from '../../parts.ts'
import { notAvailableIn } from '../../own-state.ts'
import { isHolding, notAskedIn } from '../../state.ts'
import { calledIn, namesOf, whoIs, youOr } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { GuestDoorPart } from './guests.tsx'
import type { InRoom } from './in-room.ts'

const { t } = screens

/** Parts that can be given in each kind of room. */
const mayGive: Readonly<Record<RoomCode, readonly PartName[]>> = {
  HS: ['supporter'],
  NS: ['supporter'],
  HH: ['holder', 'supporter', 'adviser', 'hurt'],
  NH: ['holder', 'supporter', 'adviser'],
  HO: ['holder', 'learner', 'adviser'],
  JO: ['party', 'joint', 'supporter', 'holder', 'adviser'],
  RU: ['applies', 'bound', 'holder'],
  SM: ['party', 'supporter', 'listener'],
}

/** Who is in it with which part; whoever lets in and puts out does it here. */
export function RoomPeople(props: InRoom): JSX.Element {
  const { view, room, state } = props
  const seen = view.rooms.get(room)
  const here = (seen?.people ?? []).filter((person) => person.present)
  const mine = state.parts.get(view.me)
  const holding = mine !== undefined && isHolding(mine, view.today)
  const owner = seen?.owner === view.me
  const code = state.begun?.code
  const nobodys = code === 'HO' || code === 'JO'
  const mayLetIn = owner || ((nobodys || code === 'RU') && holding)
  const pressing = usePress(view)
  const away = notAvailableIn(view.states.personal, state)
  // A part that needs no *ready* stands as soon as it is given: whoever was asked comes in later, and says their ties then.
  const isAsked = (person: MemberId): boolean => state.parts.has(person) && (state.askOf.get(person) ?? notAskedIn) !== notAskedIn
  const waiting = [...state.given].filter(([person]) => !here.some((each) => each.id === person) && (state.parts.get(person)?.ready !== true || (isAsked(person) && !state.ties.has(person))))
  return (
    <Part rule title={t('concern.room.who')}>
      <WhyNot of={pressing} />
      <Rows label={t('concern.room.who')}>
        {here.map((person) => {
          const held = state.parts.get(person.id)
          return (
            <Row
              key={person.id}
              title={youOr(view, person.id)}
              hint={held === undefined ? t(isByOldKeys(state, person.id) ? 'concern.anew.oldKeys' : 'concern.room.noPart') : state.guests.has(person.id) ? t('concern.room.guest') : (calledIn(state, person.id) ?? t(`concern.partOf.${held.part}`))}
            >
              {(holding || owner) && person.id !== view.me && state.takenSaid.has(person.id) && (
                <span class="hint">{t(owner ? 'concern.room.holdsNoMore' : 'concern.room.outSaid', { names: namesOf(view, state.takenSaid.get(person.id) ?? []) })}</span>
              )}
              {mayLetIn && person.id !== view.me && (
                <Acts>
                  <Button kind="text" onPress={() => pressing.press({ kind: 'take-part', room, person: person.id, reason: '' })}>
                    {t('concern.room.put')}
                  </Button>
                </Acts>
              )}
            </Row>
          )
        })}
        {waiting.map(([person, given]) => (
          <Row
            key={person}
            title={youOr(view, person)}
            hint={isAsked(person) ? t(`concern.partOf.${given.part}`) : `${t(`concern.partOf.${given.part}`)}. ${t('concern.room.agreeHint')}`}
            end={isAsked(person) && <StateWord node={away.includes(person) ? 'n-aside' : 'n-offered'}>{away.includes(person) ? t('concern.holders.notAvailable') : t('concern.holders.asked')}</StateWord>}
          >
            {(holding || (code === 'JO' && mine?.part === 'party')) && nobodys && !given.by.includes(view.me) && (
              <Acts>
                <Button onPress={() => pressing.press({ kind: 'agree-part', room, person })}>{t('concern.room.agree')}</Button>
              </Acts>
            )}
          </Row>
        ))}
        {state.left.map((gone) => (
          <Row key={`${gone.person}/${gone.day}`} title={t('concern.room.leftOn', { name: whoIs(view, gone.person), day: dayInWords(gone.day) })} />
        ))}
      </Rows>
      {mayLetIn && code !== undefined && <LetIn {...props} code={code} />}
      {mayLetIn && view.guests !== undefined && <GuestDoorPart room={room} guests={view.guests} />}
      {!owner && mine !== undefined && (
        <Acts>
          <Button kind="text" onPress={() => pressing.press({ kind: 'leave', room }, () => view.go('concern', ''))}>
            {t('concern.stop.leave')}
          </Button>
        </Acts>
      )}
    </Part>
  )
}

function LetIn(props: InRoom & { readonly code: RoomCode }): JSX.Element {
  const { view, room, state, code } = props
  const [person, setPerson] = useState<MemberId | ''>('')
  const [part, setPart] = useState<PartName>(mayGive[code][0]!)
  const [mayReadNow, setMayReadNow] = useState(false)
  const pressing = usePress(view)
  const out = (view.rooms.get(room)?.people ?? []).filter((each) => each.present).map((each) => each.id)
  const guests = (view.rooms.get(room)?.people ?? []).filter((each) => each.present && !state.parts.has(each.id) && !view.people.some((other) => other.id === each.id))
  const people = [...guests, ...view.people.filter((each) => each.present && each.id !== view.me && !out.includes(each.id))]
  // A learner in the holders' room needs her yes: who has none is in no list.
  const isAgreed = (id: MemberId): boolean => part !== 'learner' || view.today <= (herYes(view.states, state, 'learner', id)?.untilDay ?? -1)
  const fits = people.filter((each) => mayBeAsked(view.states, room, each.id, part) && isAgreed(each.id))
  const parts = mayGive[code].filter((each) => each !== 'hurt' || state.begun?.raisedAs === 'witness' || state.begun?.raisedAs === 'carrier')
  return (
    <>
      <Pick label={t('concern.room.letIn')} none={t('concern.none')} options={fits.map((each) => ({ value: each.id, title: each.name }))} value={person} onPick={setPerson} />
      <Pick
        label={t('concern.room.as')}
        options={parts.map((each) => ({ value: each, title: t(`concern.partOf.${each}`) }))}
        value={part}
        onPick={(value) => value !== '' && setPart(value)}
      />
      {fits.length < people.length && <p class="hint">{t(part === 'learner' ? 'concern.room.learnFirst' : 'concern.room.leftOut')}</p>}
      {code !== 'RU' && <Check title={t('concern.holders.history')} hint={t('concern.holders.historyHint')} checked={mayReadNow} onChange={setMayReadNow} />}
      <Button
        disabled={!fits.some((each) => each.id === person)}
        onPress={() => person !== '' && pressing.press({ kind: 'invite', room, person, part, guest: guests.some((each) => each.id === person), mayReadNow: mayReadNow || code === 'RU', askNote: '' }, () => setPerson(''))}
      >
        {t('concern.holders.askButton')}
      </Button>
      <WhyNot of={pressing} />
    </>
  )
}
