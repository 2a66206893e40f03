import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { MemberId } from '../../../../log/types.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Check, Pick } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { RoomBox, WhoLine, Writing } from '../../../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { Note } from '../../../../ui/said.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { mayBeAsked, onBothSides } from '../../both-sides.ts'
import { days, longest, ties, type Tie } from '../../shapes.ts'
import { notAvailableIn } from '../../own-state.ts'
import { isHolding } from '../../state.ts'
import { Gone } from '../gone.tsx'
import { namesFirst, whoIs, youOr } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { roomOf } from '../something/holders.tsx'
import { screens } from '../texts/screens.ts'
import { Learns } from './learns.tsx'
import { ownsIt, roomIn, withHolders, type RoomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'
import { TakeAllBack } from './take-back.tsx'

const { t } = screens

/** Who holds it, until when; who is asked again, and how somebody goes. Only a holder who was active and leaves is told of by name (R16). */
export function HoldersPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = withHolders(view, concern) ?? roomIn(concern, 'HO')
  if (at === undefined) return <Gone />
  const owner = ownsIt(view, at)
  const mine = at.state.parts.get(view.me)
  return (
    <>
      <Head title={t('concern.holders.title')} />
      <WhoLine readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)} />
      {mine?.part === 'holder' && <OnBoth {...props} />}
      <Holding {...props} at={at} owner={owner} />
      {owner && <AskAnother {...props} at={at} />}
      {owner && at.code === 'HH' && <Learns {...props} at={at} />}
      {owner && <TakeAllBack view={view} at={at} />}
      {(mine?.part === 'holder' || mine?.part === 'learner') && <OwnPart {...props} at={at} />}
    </>
  )
}

/** To holders alone: the one whose side it is reads nothing of the other side here. */
function OnBoth({ view, concern }: Deciding): JSX.Element | null {
  const both = onBothSides(concern)
  if (both.length === 0) return null
  return (
    <Note title={t('concern.holders.both', { names: namesFirst(view, both) })}>
      <p>{t('concern.holders.bothHint')}</p>
    </Note>
  )
}

type At = Deciding & { readonly at: RoomIn }

function Holding(props: At & { readonly owner: boolean }): JSX.Element {
  const { view, at, owner, concern } = props
  const { state } = at
  const away = notAvailableIn(view.states.personal, state)
  const held = [...state.parts].filter(([, each]) => each.part === 'holder')
  const asked = view.states.personal.sent.find((each) => each.ref === concern.ref)?.asked ?? []
  const waiting = [...new Set([...asked, ...[...state.given].filter(([, given]) => given.part === 'holder').map(([person]) => person)])].filter(
    (person) => !held.some(([holder, each]) => holder === person && each.ready) && !state.left.some((gone) => gone.person === person),
  )
  return (
    <Part>
      <Rows label={t('concern.holders.title')}>
        {held
          .filter(([, each]) => each.ready)
          .map(([person, each]) => (
            <HolderRow key={person} {...props} person={person} holding={isHolding(each, view.today)} until={each.until} />
          ))}
        {waiting.map((person) => (
          <Row
            key={person}
            title={youOr(view, person)}
            end={
              away.includes(person) ? (
                <StateWord node="n-aside">{t('concern.holders.notAvailable')}</StateWord>
              ) : (
                <StateWord node="n-offered">{t('concern.holders.asked')}</StateWord>
              )
            }
          />
        ))}
        {state.left
          .filter((gone) => gone.part === 'holder' && gone.how === 'stepped-back')
          .map((gone) => (
            <Row
              key={`${gone.person}/${gone.day}`}
              title={t('concern.holders.left', { name: whoIs(view, gone.person), day: dayInWords(gone.day) })}
              hint={gone.handOver === '' || owner ? undefined : t('concern.holders.leftNote', { words: gone.handOver })}
            />
          ))}
      </Rows>
      {owner && <p class="hint">{t('concern.holders.noHint')}</p>}
    </Part>
  )
}

function HolderRow(props: At & { readonly owner: boolean; readonly person: MemberId; readonly holding: boolean; readonly until: Day | null }): JSX.Element {
  const { view, at, person, holding, until } = props
  const pressing = usePress(view)
  const terms = at.state.terms.get(person)
  const duty = at.state.duties.get(person)
  return (
    <Row
      title={youOr(view, person)}
      end={holding ? <StateWord node="n-done">{t('concern.holders.ready')}</StateWord> : <StateWord node="n-paused">{t('concern.holders.term')}</StateWord>}
      hint={until === null ? undefined : t('concern.holders.until', { day: dayInWords(until) })}
    >
      {terms !== undefined && (
        <span class="hint" dir="auto">
          {t('concern.holders.willNot', { words: terms.willNotDo })}
        </span>
      )}
      {duty?.answer === 'yes' && (
        <span class="hint" dir="auto">
          {t('concern.holders.duty', { words: duty.what })}
        </span>
      )}
      {duty?.answer === 'not-sure' && <span class="hint">{t('concern.holders.dutyUnsure')}</span>}
      {props.owner && (
        <Acts>
          <Button onPress={() => pressing.press({ kind: 'take-part', room: at.room, person, reason: '' })}>{t('concern.holders.no')}</Button>
          {at.code === 'HH' && <Button onPress={() => pressing.press({ kind: 'rule-out', room: at.room, person })}>{t('concern.holders.never')}</Button>}
        </Acts>
      )}
      <WhyNot of={pressing} />
    </Row>
  )
}

function AskAnother(props: At): JSX.Element {
  const { view, at } = props
  const { state } = at
  const [person, setPerson] = useState<MemberId | ''>('')
  const [mayReadNow, setMayReadNow] = useState(false)
  const pressing = usePress(view)
  const people = view.people.filter((each) => each.present && each.id !== view.me && !state.parts.has(each.id) && mayBeAsked(view.states, at.room, each.id, 'holder'))
  return (
    <Part rule>
      <Pick
        label={t('concern.holders.ask')}
        none={t('concern.none')}
        options={people.map((each) => ({ value: each.id, title: [each.name, roomOf(view, each.id)].filter((part) => part !== null).join('. ') }))}
        value={person}
        onPick={setPerson}
      />
      <Check title={t('concern.holders.history')} hint={t('concern.holders.historyHint')} checked={mayReadNow} onChange={setMayReadNow} />
      <Button
        disabled={person === ''}
        onPress={() =>
          person !== '' && pressing.press({ kind: 'invite', room: at.room, person, part: 'holder', guest: false, mayReadNow, askNote: '' }, () => setPerson(''))
        }
      >
        {t('concern.holders.askButton')}
      </Button>
      <WhyNot of={pressing} />
      <p class="hint">{t('concern.holders.guest')}</p>
    </Part>
  )
}

/** A holder's own part: stay on, step back, name a tie. */
function OwnPart(props: At): JSX.Element {
  const { view, at } = props
  const key = `hand-over.${at.room}`
  const [handOver, setHandOver] = useState(() => view.draft(key))
  const [tie, setTie] = useState<Tie | ''>('')
  const pressing = usePress(view)
  const mine = at.state.parts.get(view.me)
  const terms = at.state.terms.get(view.me) ?? null
  return (
    <Part rule title={t('concern.holders.mine')}>
      {mine?.part === 'holder' && (
        <Button
          onPress={() =>
            pressing.press({ kind: 'say-ready', room: at.room, ties: [...(at.state.ties.get(view.me) ?? [])], terms, untilDay: (view.today + days.term) as Day })
          }
        >
          {t('concern.holders.stay')}
        </Button>
      )}
      <Pick label={t('concern.holders.tie')} none={t('concern.none')} options={ties.map((each) => ({ value: each, title: t(`concern.tie.${each}`) }))} value={tie} onPick={setTie} />
      <Button disabled={tie === ''} onPress={() => tie !== '' && pressing.press({ kind: 'tell-tie', room: at.room, tie }, () => setTie(''))}>
        {t('concern.holders.tieButton')}
      </Button>
      <RoomBox readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)}>
        <Writing
          label={t('concern.holders.handOver')}
          value={handOver}
          maxLength={longest.page / 3}
          onInput={(text) => {
            setHandOver(text)
            view.saveDraft(key, text)
          }}
        />
        <Button
          onPress={() =>
            pressing.press({ kind: 'step-back', room: at.room, handOver }, () => {
              view.saveDraft(key, '')
              view.go('concern', '')
            })
          }
        >
          {t('concern.holders.back')}
        </Button>
        <p class="hint">{t('concern.holders.backHint')}</p>
      </RoomBox>
      <WhyNot of={pressing} />
    </Part>
  )
}
