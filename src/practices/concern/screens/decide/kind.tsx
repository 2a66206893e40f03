import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { Check, Checks, Choices, DayLine } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { Note } from '../../../../ui/said.tsx'
import { doorsByKind, type Kind } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { isSafer } from '../../kinds.ts'
import { days, powers, type Power } from '../../shapes.ts'
import { isHolding, type KindAsked } from '../../state.ts'
import { ChildPart } from '../child.tsx'
import { Gone } from '../gone.tsx'
import { nameOfRoom, namesOf, whoWasHurt } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { RoomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

const kinds: readonly Kind[] = ['unsure', 'A', 'B', 'C']
const powerChoices = [...powers, 'none'] as const
type PowerChoice = Power | 'none'

/** The kind, and what it opens. Where several brought it each side has a room with a kind of its own (R20). */
export function KindPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const sides = concern.rooms.filter(({ code }) => code === 'HH')
  if (sides.length === 0) return <Gone />
  return (
    <>
      <Head title={t('concern.kindPage.title')} lede={t('concern.kindPage.lede')} />
      {sides.map((at) =>
        sides.length === 1 ? (
          <OneSide key={at.room} {...props} at={at} />
        ) : (
          <Part key={at.room} rule title={nameOfRoom(view, at.room, 'HH')}>
            <OneSide {...props} at={at} />
          </Part>
        ),
      )}
    </>
  )
}

type At = Deciding & { readonly at: RoomIn }

/** Safer with one word; less safe with hers, two holders' and a new look at power. */
function OneSide(props: At): JSX.Element {
  const { view, at } = props
  const pressing = usePress(view)
  const { state, room } = at
  const hers = state.parts.get(view.me)?.part === 'hurt'
  const held = state.parts.get(view.me)
  const holding = held !== undefined && isHolding(held, view.today)
  // Nothing about a letter stands before her unless she asked to know (G3).
  const open = [...doorsByKind(state)].filter((door) => door !== 'letter-held' || !hers || state.letterWish === 'yes')
  return (
    <>
      <Part>
        <WhoLine readers={readersOfRoom(view.rooms.get(room) ?? null, view.me)} />
        <div class="tight">
          <span class="hint">{t('concern.kindPage.now')}</span>
          <b>{t(`concern.kind.${state.kind}`)}</b>
          <p>
            {t(`concern.kind.${state.kind}.1`)} {t(`concern.kind.${state.kind}.2`)}
          </p>
          {state.kindDay !== null && <p class="hint">{t('concern.kindPage.since', { day: dayInWords(state.kindDay) })}</p>}
          {state.lookDay !== null && <p class="hint">{t('concern.kindPage.look', { day: dayInWords(state.lookDay) })}</p>}
        </div>
        <WhyNot of={pressing} />
      </Part>
      {state.kindAsked
        .filter((asked) => asked.from === state.kind)
        .map((asked) => (
          <Asked key={asked.id} {...props} asked={asked} />
        ))}
      {hers && (
        <Check
          title={t('concern.kindPage.afraid')}
          hint={t('concern.kindPage.afraidHint')}
          checked={state.notAfraid}
          onChange={(on) => pressing.press({ kind: 'not-afraid', room, on })}
        />
      )}
      {(hers || holding || view.rooms.get(room)?.owner === view.me) && <Safer {...props} />}
      {(hers || holding) && <Less {...props} power={holding} />}
      <Part rule title={t('concern.kindPage.doors')}>
        {open.length === 0 ? (
          <p>{t('concern.kindPage.doorsNone')}</p>
        ) : (
          <Rows label={t('concern.kindPage.doors')}>
            {open.map((door) => (
              <Row key={door} title={t(`concern.door.${door}`)} />
            ))}
          </Rows>
        )}
      </Part>
      <ChildPart view={view} room={room} state={state} />
      {(hers || holding) && <Look {...props} />}
    </>
  )
}

function Safer(props: At): JSX.Element | null {
  const { view, at } = props
  const [to, setTo] = useState<Kind | null>(null)
  const pressing = usePress(view)
  const options = kinds.filter((kind) => isSafer(at.state.kind, kind))
  if (options.length === 0) return null
  return (
    <Part rule>
      <Choices
        legend={t('concern.kindPage.safer')}
        hint={t('concern.kindPage.saferHint')}
        options={options.map((kind) => ({ value: kind, title: t(`concern.kind.${kind}`), hint: t(`concern.kind.${kind}.2`) }))}
        value={to}
        onPick={setTo}
      />
      <Button disabled={to === null} onPress={() => to !== null && pressing.press({ kind: 'kind-safer', room: at.room, to, power: [] }, () => setTo(null))}>
        {t('concern.kindPage.set')}
      </Button>
      <WhyNot of={pressing} />
    </Part>
  )
}

function Less(props: At & { readonly power: boolean }): JSX.Element | null {
  const { view, at } = props
  const [to, setTo] = useState<Kind | null>(null)
  const [power, setPower] = useState<readonly PowerChoice[]>([])
  const pressing = usePress(view)
  const options = kinds.filter((kind) => kind !== at.state.kind && !isSafer(at.state.kind, kind))
  if (options.length === 0) return null
  return (
    <Part rule>
      <Choices
        legend={t('concern.kindPage.less')}
        hint={t('concern.kindPage.lessHint', { who: whoWasHurt(props.concern) })}
        options={options.map((kind) => ({ value: kind, title: t(`concern.kind.${kind}`), hint: `${t(`concern.kind.${kind}.1`)} ${t(`concern.kind.${kind}.2`)}` }))}
        value={to}
        onPick={setTo}
      />
      {props.power && <PowerCheck values={power} onToggle={setPower} />}
      <Button
        disabled={to === null || (props.power && power.length === 0)}
        onPress={() => to !== null && pressing.press({ kind: 'ask-kind', room: at.room, to, power: [...power] }, () => setTo(null))}
      >
        {t('concern.kindPage.propose')}
      </Button>
      <WhyNot of={pressing} />
    </Part>
  )
}

function PowerCheck(props: { readonly values: readonly PowerChoice[]; readonly onToggle: (values: readonly PowerChoice[]) => void }): JSX.Element {
  return <Checks legend={t('concern.kindPage.power')} options={powerChoices.map((power) => ({ value: power, title: t(`concern.power.${power}`) }))} {...props} />
}

/** Somebody asks for a less safe kind. Leaving it as it is needs no press that others see. */
function Asked(props: At & { readonly asked: KindAsked }): JSX.Element {
  const { view, at, asked } = props
  const [power, setPower] = useState<readonly PowerChoice[]>(asked.power)
  const pressing = usePress(view)
  const held = at.state.parts.get(view.me)
  const holding = held !== undefined && isHolding(held, view.today)
  const mayAgree = (holding || held?.part === 'hurt') && !asked.agreed.includes(view.me)
  return (
    <Note title={t('concern.kindPage.asked')}>
      <p>
        <b>{t(`concern.kind.${asked.to}`)}</b> {t(`concern.kind.${asked.to}.1`)}
      </p>
      <p class="hint">{t('concern.kindPage.agreed', { names: namesOf(view, asked.agreed) })}</p>
      {mayAgree && holding && <PowerCheck values={power} onToggle={setPower} />}
      {mayAgree && (
        <Pair>
          <Button disabled={holding && power.length === 0} onPress={() => pressing.press({ kind: 'agree-kind', room: at.room, id: asked.id, power: holding ? [...power] : [] })}>
            {t('concern.kindPage.agree')}
          </Button>
          <Button onPress={() => view.go('concern', `at/${props.concern.ref}`)}>{t('concern.kindPage.notAgree')}</Button>
        </Pair>
      )}
      <WhyNot of={pressing} />
    </Note>
  )
}

function Look(props: At): JSX.Element {
  const { view, at } = props
  const [day, setDay] = useState<number | null>(view.today + days.look)
  const pressing = usePress(view)
  return (
    <Part rule>
      <DayLine label={t('concern.kindPage.lookSet')} value={day} onInput={setDay} />
      <Button disabled={day === null} onPress={() => day !== null && pressing.press({ kind: 'look', room: at.room, lookDay: day as Day })}>
        {t('concern.keep')}
      </Button>
      <WhyNot of={pressing} />
    </Part>
  )
}
