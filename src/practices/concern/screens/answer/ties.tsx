import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import { Acts, Button, Pair } from '../../../../ui/acts.tsx'
import { Check, Checks, Choices, DayLine, Pick, Taps } from '../../../../ui/choices.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Line, RoomBox } from '../../../../ui/room.tsx'
import { More, Note } from '../../../../ui/said.tsx'
import { onlyMe } from '../../../view.tsx'
import { otherSideOf } from '../../both-sides.ts'
import { heldBy } from '../../concerns.ts'
import { closingTies, days, longest, ties, type Tie } from '../../shapes.ts'
import type { OwnCheck } from '../../own-state.ts'
import { useKept } from '../kept.ts'
import { namesOf } from '../names.ts'
import { usePress, WhyNot, type Press } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { saidBefore, type SaidBefore } from './before.ts'
import type { Answering } from './page.tsx'

const { t } = screens

type Duty = 'no' | 'yes' | 'not-sure'

export interface ReadyBody {
  readonly ties: Tie[]
  readonly terms: { weeks: number; hours: number; willNotDo: string; dutyToTell: { answer: Duty; what: string } } | null
  readonly untilDay: Day | null
}

/** The answer to a letter. */
export function TiesFirst(props: Answering): JSX.Element {
  const { view, letter } = props
  const pressing = usePress(view)
  const other = otherSideOf(view.states, view.me, letter)
  const answer = (ready: boolean, body: ReadyBody): void =>
    pressing.press({ kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: ready ? 'ready' : 'not-available', ...body }, () => view.go('concern', ''))
  if (other?.sure === true)
    return (
      <Part>
        <Note>
          <p>{t('concern.answer.bothSure', { names: namesOf(view, other.people) })}</p>
        </Note>
        <WhyNot of={pressing} />
        <Acts>
          <Button onPress={() => answer(false, { ties: [], terms: null, untilDay: null })}>{t('concern.answer.no')}</Button>
        </Acts>
        <p class="hint">{t('concern.answer.noHint')}</p>
      </Part>
    )
  return (
    <>
      {letter.as === 'holder' && heldBy(view.states, view.me, view.today) >= 2 && <p>{t('concern.answer.load')}</p>}
      {other !== null && (
        <Note>
          <p>{t('concern.answer.bothMaybe', { names: namesOf(view, other.people) })}</p>
        </Note>
      )}
      <ReadyForm view={view} part={letter.as} checkRef={letter.ref} before={saidBefore(view, letter)} pressing={pressing} answer={answer} />
    </>
  )
}

/** Ties first, then the rest, then ready or not available. A closing tie drops the ask unread (G4). */
export function ReadyForm(props: {
  readonly view: ConcernView
  readonly part: string
  /** What the questions to oneself are kept under; null leaves them out. */
  readonly checkRef: string | null
  /** What the reader answered in another room of what may be the same concern. */
  readonly before?: SaidBefore | null
  readonly pressing: Press
  readonly answer: (ready: boolean, body: ReadyBody) => void
}): JSX.Element {
  const { view, part, pressing } = props
  const [told, setTold] = useState<readonly Tie[]>([])
  const [none, setNone] = useState(false)
  const [weeks, setWeeks] = useState('12')
  const [hours, setHours] = useState('2')
  const [willNotDo, setWillNot] = useKept(view, 'ready.will-not')
  const [duty, setDuty] = useState<Duty | null>(() => dutySaid(view))
  const [dutyWhat, setDutyWhat] = useKept(view, 'ready.duty')
  const [until, setUntil] = useState<number | null>(view.today + days.term)
  const holds = part === 'holder'
  const hasTerm = holds || part === 'learner' || part === 'adviser'
  const closes = hasTerm && told.some((tie) => closingTies.includes(tie))
  const answeredTies = none || told.length > 0
  const before = props.before ?? null
  const rest = [
    ...(holds && willNotDo.trim() === '' ? [t('concern.answer.willNot')] : []),
    ...(holds && duty === null ? [t('concern.answer.duty')] : []),
    ...(holds && duty === 'yes' && dutyWhat.trim() === '' ? [t('concern.answer.dutyWhat')] : []),
    ...(hasTerm && until === null ? [t('concern.answer.until')] : []),
  ]
  // The other questions come once the ties are told.
  const missing = answeredTies ? rest : [t('concern.answer.ties')]

  function answer(ready: boolean): void {
    const terms = ready && holds && duty !== null ? { weeks: Number(weeks), hours: Number(hours), willNotDo: willNotDo.trim(), dutyToTell: { answer: duty, what: dutyWhat.trim() } } : null
    props.answer(ready, { ties: [...told], terms, untilDay: ready && hasTerm ? (until as Day | null) : null })
  }

  function takeOver({ ties: tied, terms, untilDay }: SaidBefore): void {
    setTold(tied)
    setNone(tied.length === 0)
    if (untilDay !== null) setUntil(untilDay)
    if (terms === null) return
    setWeeks(String(terms.weeks))
    setHours(String(terms.hours))
    setWillNot(terms.willNotDo)
    setDuty(terms.dutyToTell.answer)
    setDutyWhat(terms.dutyToTell.what)
  }

  return (
    <>
      <p>{t('concern.answer.noStory')}</p>
      {before !== null && (
        <Note title={t('concern.answer.before', { title: before.title })}>
          <p>{t('concern.answer.beforeMore', { name: before.name })}</p>
          <Button onPress={() => takeOver(before)}>{t('concern.answer.beforeTake')}</Button>
        </Note>
      )}
      <Checks
        legend={t('concern.answer.ties')}
        hint={t('concern.answer.ties.hint')}
        options={ties.map((tie) => ({ value: tie, title: t(`concern.tie.${tie}`) }))}
        values={told}
        onToggle={(values) => {
          setTold(values)
          if (values.length > 0) setNone(false)
        }}
      />
      <Check
        title={t('concern.answer.none')}
        checked={none}
        onChange={(on) => {
          setNone(on)
          if (on) setTold([])
        }}
      />
      {closes && <p role="status">{t('concern.answer.tieCloses')}</p>}
      {answeredTies && !closes && props.checkRef !== null && <OwnChecks view={view} about={props.checkRef} />}
      {answeredTies && !closes && holds && (
        <RoomBox readers={{ kind: 'few', name: t('concern.answer.readers') }}>
          <Pick label={t('concern.answer.weeks')} options={count(1, 12)} value={weeks} onPick={(value) => value !== '' && setWeeks(value)} />
          <Pick label={t('concern.answer.hours')} options={count(1, 20)} value={hours} onPick={(value) => value !== '' && setHours(value)} />
          <Line label={t('concern.answer.willNot')} hint={t('concern.answer.willNotHint')} value={willNotDo} maxLength={longest.line / 3} onInput={setWillNot} />
          <Choices
            small
            legend={t('concern.answer.duty')}
            value={duty}
            onPick={setDuty}
            options={[
              { value: 'no', title: t('concern.answer.dutyNo') },
              { value: 'yes', title: t('concern.answer.dutyYes') },
              { value: 'not-sure', title: t('concern.answer.dutyUnsure') },
            ]}
          />
          {duty === 'yes' && <Line label={t('concern.answer.dutyWhat')} value={dutyWhat} maxLength={longest.line / 3} onInput={setDutyWhat} />}
        </RoomBox>
      )}
      {answeredTies && !closes && hasTerm && <DayLine label={t('concern.answer.until')} value={until} onInput={setUntil} />}
      <Part>
        {!closes && missing.length > 0 && <p class="hint">{t('concern.answer.missing', { what: missing.join(' · ') })}</p>}
        <WhyNot of={pressing} />
        <Pair>
          <Button disabled={closes || missing.length > 0} onPress={() => answer(true)}>
            {t('concern.answer.ready')}
          </Button>
          <Button onPress={() => answer(false)}>{t('concern.answer.no')}</Button>
        </Pair>
        <p class="hint">{t('concern.answer.readyHint')}</p>
        <p class="hint">{t('concern.answer.noHint')}</p>
      </Part>
    </>
  )
}

/** What was said while all was well stands here already. */
function dutySaid(view: ConcernView): Duty | null {
  const said = view.beforehand?.couldHold.find((each) => each.member === view.me)
  return said === undefined ? null : said.passesOn === null ? 'not-sure' : said.passesOn === '' ? 'no' : null
}

function count(from: number, to: number): readonly { readonly value: string; readonly title: string }[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ value: String(from + index), title: String(from + index) }))
}

const stirredWords = [
  ['calm', 'concern.answer.calm'],
  ['ok', 'concern.answer.ok'],
  ['stirred', 'concern.answer.stirredWord'],
  ['shaken', 'concern.answer.shaken'],
  ['flooded', 'concern.answer.flooded'],
] as const
const leanWords = [
  ['not-at-all', 'concern.answer.leans.not'],
  ['a-little', 'concern.answer.leans.little'],
  ['quite', 'concern.answer.leans.quite'],
  ['strongly', 'concern.answer.leans.strongly'],
] as const

/** Questions to oneself: kept in the own room, shown to nobody. */
function OwnChecks(props: { readonly view: ConcernView; readonly about: string }): JSX.Element {
  const { view, about } = props
  const kept = view.states.personal.checks.find((each) => each.ref === about)
  const [check, setCheck] = useState<Omit<OwnCheck, 'ref' | 'seq' | 'day'>>({
    stirred: kept?.stirred ?? null,
    reminds: kept?.reminds ?? '',
    leans: kept?.leans ?? null,
    ownPart: kept?.ownPart ?? '',
    supportedBy: kept?.supportedBy ?? '',
  })
  const pressing = usePress(view)
  return (
    <More summary={t('concern.answer.self')}>
      <RoomBox readers={onlyMe()}>
        <Taps
          legend={t('concern.answer.stirred')}
          options={stirredWords.map(([value, key]) => ({ value, title: t(key) }))}
          value={check.stirred}
          onTap={(stirred) => setCheck({ ...check, stirred })}
        />
        <Line label={t('concern.answer.reminds')} value={check.reminds} maxLength={longest.line / 3} onInput={(reminds) => setCheck({ ...check, reminds })} />
        <Taps legend={t('concern.answer.leans')} options={leanWords.map(([value, key]) => ({ value, title: t(key) }))} value={check.leans} onTap={(leans) => setCheck({ ...check, leans })} />
        <Line label={t('concern.answer.ownPart')} value={check.ownPart} maxLength={longest.line / 3} onInput={(ownPart) => setCheck({ ...check, ownPart })} />
        <Line label={t('concern.answer.supports')} value={check.supportedBy} maxLength={longest.line / 3} onInput={(supportedBy) => setCheck({ ...check, supportedBy })} />
        <Button kind="fill" onPress={() => pressing.press({ kind: 'check-myself', ref: about, ...check })}>
          {t('concern.keep')}
        </Button>
        <WhyNot of={pressing} />
      </RoomBox>
    </More>
  )
}
