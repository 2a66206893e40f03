import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId, RoomId } from '../../../../log/types.ts'
import { dayInWordsWithYear } from '../../../../texts/words.ts'
import { Acts, Button, Pair } from '../../../../ui/acts.tsx'
import { Pick } from '../../../../ui/choices.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Note, voice } from '../../../../ui/said.tsx'
import { isKnownAgain, standsBeside } from '../../came-back.ts'
import { roomsBefore, toldBy } from '../../carrying-over.ts'
import type { Carried } from '../../state.ts'
import { namesFirst, nameOfRoom, whoIs, youOr } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import type { InRoom } from '../room/in-room.ts'
import { screens } from '../texts/screens.ts'
import { stillMissing } from './pieces.ts'
import { FourWords } from './words.tsx'

const { t } = screens

/** In the new room everybody reads that its owner came back with new keys; in the one from before, that they did. */
export function CameBack(props: InRoom): JSX.Element | null {
  const { view, state } = props
  const { cameBack, newKeys } = state
  const owner = state.begun?.by
  if (owner === undefined) return null
  if (newKeys !== null) return <FromBefore {...props} newKeys={newKeys} />
  if (cameBack === null) return null
  const mine = owner === view.me
  const was = whoIs(view, cameBack.was)
  return (
    <>
      <Note title={mine ? t('concern.anew.noteOwn') : t('concern.anew.note', { name: whoIs(view, owner) })}>
        <p>{mine ? t('concern.anew.wasOwn', { was }) : t('concern.anew.was', { was })}</p>
        <Said {...props} />
      </Note>
      {mine ? <OwnWords {...props} owner={owner} was={cameBack.was} /> : standsBeside(state, view.me, view.today) && <Beside {...props} owner={owner} was={cameBack.was} />}
    </>
  )
}

function Said(props: InRoom): JSX.Element {
  const { view, state } = props
  const said = (same: boolean): readonly MemberId[] => [...state.knownBy].filter((each) => each[1].same === same).map(([person]) => person)
  return (
    <>
      {said(true).length > 0 && <p>{t('concern.anew.saidSame', { names: namesFirst(view, said(true)) })}</p>}
      {said(false).length > 0 && <p>{t('concern.anew.saidOther', { names: namesFirst(view, said(false)) })}</p>}
    </>
  )
}

type Back = InRoom & { readonly owner: MemberId; readonly was: MemberId }

/** What whoever came back reads out: words of their own with each who could know them again, until that one said so. */
function OwnWords(props: Back): JSX.Element | null {
  const { view, room, state, owner, was } = props
  const others = [...state.parts.keys()].filter((person) => person !== owner && standsBeside(state, person, view.today) && state.knownBy.get(person)?.same !== true)
  if (others.length === 0 || isKnownAgain(state, view.today)) return null
  return (
    <>
      <p>{t('concern.anew.compareOwn')}</p>
      {others.map((beside) => (
        <Part key={beside} title={t('concern.anew.with', { name: whoIs(view, beside) })}>
          <FourWords room={room} was={was} back={owner} beside={beside} />
        </Part>
      ))}
    </>
  )
}

function Beside(props: Back): JSX.Element {
  const { view, room, state, owner, was } = props
  const before = roomsBefore(view.states, room, view.me)
  const [chosen, setChosen] = useState<RoomId | ''>('')
  const pressing = usePress(view)
  const from = before.find((each) => each === chosen) ?? before[0]
  if (from === undefined) return <p class="hint">{t('concern.anew.notThen')}</p>
  const old = view.states.rooms.get(from)
  // Each of their rooms is told by itself.
  const isSame = state.knownBy.get(view.me)?.same === true && old !== undefined && toldBy(old, owner, view.me)
  const known = isKnownAgain(state, view.today)
  const says = (same: boolean): void => pressing.press({ kind: 'know-again', room, from, same })
  return (
    <Part>
      {before.length > 1 && (
        <Pick label={t('concern.anew.which')} options={before.map((each) => ({ value: each, title: titleOf(props, each) }))} value={from} onPick={(value) => setChosen(value === '' ? '' : value)} />
      )}
      {!isSame && (
        <>
          <p>{t('concern.anew.compare')}</p>
          <p class="hint">{t('concern.anew.call')}</p>
          <FourWords room={room} was={was} back={owner} beside={view.me} />
          <Pair>
            <Button onPress={() => says(true)}>{t('concern.anew.same')}</Button>
            <Button onPress={() => says(false)}>{t('concern.anew.differ')}</Button>
          </Pair>
        </>
      )}
      {isSame && !known && <p>{t('concern.anew.second')}</p>}
      {isSame && known && <Carry {...props} from={from} press={pressing.press} />}
      <WhyNot of={pressing} />
    </Part>
  )
}

function titleOf({ view }: InRoom, from: RoomId): string {
  const begun = view.states.rooms.get(from)?.begun
  return begun == null || begun.title === '' ? nameOfRoom(view, from, begun?.code ?? 'HH') : begun.title
}

function Carry(props: Back & { readonly from: RoomId; readonly press: ReturnType<typeof usePress>['press'] }): JSX.Element | null {
  const { view, room, state, from, press } = props
  const missing = stillMissing(view, room, from)
  if (missing.length === 0 || state.cameBack?.tookOut === true) return state.carried.length > 0 ? null : <p>{t('concern.anew.nothing')}</p>
  return (
    <>
      <Acts>
        <Button onPress={() => press({ kind: 'carry-over', room, from, pieces: missing.map((piece) => ({ ...piece })) })}>
          {t(state.carried.length > 0 ? 'concern.anew.carryAgain' : 'concern.anew.carry')}
        </Button>
      </Acts>
      <p class="hint">{t('concern.anew.carryHint', { count: missing.length })}</p>
    </>
  )
}

/** Each piece with who wrote it and when, and who brought it. */
export function CarriedPieces(props: InRoom): JSX.Element | null {
  const { view, room, state } = props
  const [sure, setSure] = useState<number | null>(null)
  const pressing = usePress(view)
  const owner = state.begun?.by
  if (state.carried.length === 0) return null
  return (
    <Part rule title={t('concern.anew.carried')}>
      {state.carried.map((piece) => (
        <section key={piece.seq} class={owner === view.me && piece.author === state.cameBack?.was ? undefined : 'noprint'}>
          <h3>{piece.title}</h3>
          <p class={`${voice(owner === view.me && piece.author === state.cameBack?.was)} keep`} dir="auto">
            {piece.words}
          </p>
          <p class="hint">{broughtBy(props, piece)}</p>
          {(owner === view.me || piece.author === view.me) && (
            <Acts>
              <Button kind="text" onPress={() => (sure === piece.seq ? pressing.press({ kind: 'take-carried-out', room, seqs: [piece.seq] }) : setSure(piece.seq))}>
                {t(sure === piece.seq ? 'concern.anew.takeOutSure' : 'concern.anew.takeOut')}
              </Button>
            </Acts>
          )}
        </section>
      ))}
      <WhyNot of={pressing} />
    </Part>
  )
}

function broughtBy({ view }: InRoom, { author, day, by }: Carried): string {
  const holder = youOr(view, by)
  if (author === null) return t('concern.anew.byNobody', { holder })
  const name = youOr(view, author)
  return day === null ? t('concern.anew.byNoDay', { name, holder }) : t('concern.anew.by', { name, day: dayInWordsWithYear(day), holder })
}

/** The room from before: whoever has the old keys reads it first, and can say that it is not so. */
function FromBefore(props: InRoom & { readonly newKeys: NonNullable<InRoom['state']['newKeys']> }): JSX.Element {
  const { view, room, state, newKeys } = props
  const pressing = usePress(view)
  const person = whoIs(view, newKeys.person)
  if (newKeys.since !== null)
    return (
      <Note title={t('concern.anew.old')}>
        <p>{t('concern.anew.oldMore', { person })}</p>
      </Note>
    )
  return (
    <Note>
      <p>{t('concern.anew.oldOne', { names: namesFirst(view, newKeys.by), person })}</p>
      {newKeys.wrote && <p>{t('concern.anew.notSo', { name: youOr(view, state.begun?.by ?? view.me) })}</p>}
      {state.begun?.by === view.me && !newKeys.wrote && (
        <>
          <p>{t('concern.anew.oldOneOwn')}</p>
          <Acts>
            <Button onPress={() => pressing.press({ kind: 'not-so', room })}>{t('concern.anew.oldOneSay')}</Button>
          </Acts>
        </>
      )}
      <WhyNot of={pressing} />
    </Note>
  )
}
