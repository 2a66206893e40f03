import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { MemberId } from '../../../../log/types.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { Check, Checks } from '../../../../ui/choices.tsx'
import { Head } from '../../../../ui/page.tsx'
import { More, Note, Said } from '../../../../ui/said.tsx'
import type { MoveAsked } from '../../../concern-room.ts'
import type { VerifiedConsent } from '../../../practice.ts'
import { maySayAgain } from '../../asleep.ts'
import type { Order } from '../../orders.ts'
import { moveAsksFor } from '../../state.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { lettersForMe } from '../letters.ts'
import { namesOf, whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { answerBy } from '../waits.ts'
import { asRead } from './said.ts'

const { t } = screens

/** A consent asked in a room I am in. */
export function YesPage(props: { readonly view: ConcernView; readonly room: string; readonly id: string }): JSX.Element {
  const { view } = props
  const at = [...view.states.rooms].find(([room]) => room === props.room)
  const waiting = at === undefined ? undefined : moveAsksFor(at[1], view.me, view.today).find((each) => each.id === props.id)
  const old = at?.[1].moveAsks.find((each) => each.id === props.id && maySayAgain(at[1], each, view, view.me))
  const ask = waiting ?? old
  if (at === undefined || ask === undefined) return <Gone />
  const earlier = waiting === undefined ? at[1].asksMore.get(ask.id)?.yeses.find((yes) => yes.giver === view.me) : undefined
  const answer = (yes: boolean, adds: readonly MemberId[], nameMayStand: boolean): Order =>
    earlier === undefined || yes ? { kind: 'answer-move', room: at[0], id: ask.id, yes, adds: [...adds], nameMayStand } : { kind: 'take-back-yes', room: at[0], id: ask.id }
  return (
    <>
      <Danger {...view} />
      <Consent view={view} ask={ask} from={ask.by} askedOn={ask.askedDay} author={ask.author} mayAdd={earlier === undefined} notAsked={ask.targetCode === 'HO' || ask.targetCode === 'NH' ? (at[1].begun?.about ?? []) : []} earlier={earlier} answer={answer} />
    </>
  )
}

/** A consent asked by letter, of somebody who can be recognised and is in none of the rooms. */
export function WordsPage(props: { readonly view: ConcernView; readonly from: string; readonly id: string }): JSX.Element {
  const { view } = props
  const asked = lettersForMe(view).words.find((each) => each.id === props.id && each.from === props.from)
  if (asked === undefined) return <Gone />
  return (
    <>
      <Danger {...view} />
      <Consent view={view} ask={asked} from={asked.from} askedOn={asked.day} author={asked.author} answer={(yes, _adds, nameMayStand) => ({ kind: 'answer-words', id: asked.id, from: asked.from, yes, nameMayStand })} />
    </>
  )
}

type Asked = Pick<MoveAsked, 'words' | 'targetCode' | 'readers' | 'purpose' | 'untilDay'> & Partial<Pick<MoveAsked, 'mayPassOn'>>

/** The exact words, the exact audience, a pair of equal buttons. No answer is a no, and it is not asked twice. */
function Consent(props: {
  readonly view: ConcernView
  readonly ask: Asked
  readonly from: MemberId
  readonly askedOn: Day
  readonly author: MemberId | null
  readonly mayAdd?: boolean
  /** Telling the person named asks no yes of them, and nobody is asked about words before they were told (5.3). */
  readonly notAsked?: readonly MemberId[]
  /** Said before, with keys that were replaced since. */
  readonly earlier?: Pick<VerifiedConsent, 'nameMayStand'> | undefined
  readonly answer: (yes: boolean, adds: readonly MemberId[], nameMayStand: boolean) => Order
}): JSX.Element {
  const { view, ask, from, author, askedOn, earlier } = props
  const [adds, setAdds] = useState<readonly MemberId[]>([])
  const [nameMayStand, setName] = useState(earlier?.nameMayStand ?? false)
  const pressing = usePress(view)
  const give = (yes: boolean): void => pressing.press(props.answer(yes, adds, nameMayStand), () => view.go('concern', ''))
  const others = view.people.filter((person) => person.present && person.id !== view.me && props.notAsked?.includes(person.id) !== true)
  return (
    <>
      <Head title={t(earlier === undefined ? 'concern.yes.title' : 'concern.yes.again')} />
      <Note>
        <p>{earlier === undefined ? t('concern.yes.asks', { name: whoIs(view, from) }) : t('concern.yes.againWhy')}</p>
        <Said screenOnly={author !== view.me} words={asRead(view, ask)} by={author === null ? '' : author === view.me ? t('concern.yes.mine') : t('concern.yes.whose', { name: whoIs(view, author) })} />
        <p>
          <b>{ask.targetCode === 'CC' ? t('concern.yes.readersAll') : t('concern.yes.readers', { names: namesOf(view, ask.readers) })}</b>
        </p>
        {ask.targetCode !== 'CC' && <p>{t('concern.yes.to', { room: t(`concern.room.${ask.targetCode}`) })}</p>}
        <p>{t('concern.yes.purpose', { purpose: t(`concern.purpose.${ask.purpose}`) })}</p>
        {ask.targetCode === 'HO' && ask.purpose === 'tell' && <p>{t('concern.yes.tells')}</p>}
        <p>{t('concern.yes.until', { day: dayInWords(ask.untilDay) })}</p>
        {ask.mayPassOn !== undefined && <p>{ask.mayPassOn ? t('concern.yes.passOn') : t('concern.yes.noPassOn')}</p>}
        <Check title={t('concern.yes.name')} hint={t('concern.move.nameHint')} checked={nameMayStand} onChange={setName} />
        {props.mayAdd === true && (
          <More summary={t('concern.yes.add')}>
            <Checks small legend={t('concern.yes.add')} options={others.map((person) => ({ value: person.id, title: person.name }))} values={adds} onToggle={setAdds} />
          </More>
        )}
        <WhyNot of={pressing} />
        <Pair>
          <Button onPress={() => give(true)}>{t('concern.yes.yes')}</Button>
          <Button onPress={() => give(false)}>{t(earlier === undefined ? 'concern.yes.no' : 'concern.yes.takeBack')}</Button>
        </Pair>
        {earlier === undefined && <p class="hint">{t('concern.yes.silence', { day: answerBy(askedOn) })}</p>}
        <p class="hint">{t('concern.yes.memory')}</p>
      </Note>
    </>
  )
}
