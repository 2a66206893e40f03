import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Acts, Button, LinkButton } from '../../../../ui/acts.tsx'
import { Check } from '../../../../ui/choices.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { voice } from '../../../../ui/said.tsx'
import type { MoveAsked, Moved } from '../../../concern-room.ts'
import { goneFrom } from '../concern/knows.tsx'
import { days } from '../../shapes.ts'
import { asleepFor, maySayAgain } from '../../asleep.ts'
import { isHolding, missingYes, neededFor } from '../../state.ts'
import { asRead, isVouched, needsVouching, showOrder } from '../move/said.ts'
import { nameOfRoom, namesOf, whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { answerBy } from '../waits.ts'
import type { InRoom } from './in-room.ts'

const { t } = screens

/** Asks for a yes with their answers, and words that came in. A no and no answer read the same (R16). */
export function RoomWords(props: InRoom): JSX.Element | null {
  const { view, state, room } = props
  const mine = state.parts.get(view.me)
  const mayAsk = mine !== undefined && (isHolding(mine, view.today) || mine.part === 'hurt' || mine.part === 'named' || mine.part === 'witness')
  const moved = state.moved
  if (state.moveAsks.length === 0 && moved.length === 0 && state.backs.length === 0 && !mayAsk) return null
  return (
    <Part rule title={t('concern.room.words')}>
      <Rows label={t('concern.room.words')}>
        {state.moveAsks.toReversed().map((ask) => (
          <AskRow key={ask.id} {...props} ask={ask} />
        ))}
        {moved.map((each) => (
          <MovedRow key={each.id} {...props} moved={each} />
        ))}
        {goneFrom(state).map(([id, day]) => (
          <Row key={id} title={t('concern.knows.tookBack', { day: dayInWords(day) })} hint={t('concern.knows.remember')} />
        ))}
      </Rows>
      {mayAsk && (
        <Acts>
          <LinkButton href={`#concern/ask/${room}`}>{t('concern.room.ask')}</LinkButton>
        </Acts>
      )}
    </Part>
  )
}

function AskRow(props: InRoom & { readonly ask: MoveAsked }): JSX.Element {
  const { view, room, state, ask } = props
  const pressing = usePress(view)
  const [curious, setCurious] = useState(false)
  const missing = missingYes(state, ask)
  const over = view.today > ask.askedDay + days.ask
  const asleep = asleepFor(state, ask, view)
  const all = missing.length === 0 && asleep.length === 0
  const answer = ask.withdrawn.length > 0 ? 'back' : ask.noes.length > 0 || (missing.length > 0 && over) ? 'no' : all ? 'yes' : 'asked'
  const again = maySayAgain(state, ask, view, view.me)
  const waitsForMe = neededFor(ask, state.asksMore.get(ask.id)).includes(view.me) && missing.includes(view.me) && !ask.noes.includes(view.me) && !over
  const mine = state.parts.get(view.me)
  const holding = mine !== undefined && isHolding(mine, view.today)
  const vouches = needsVouching(state, ask)
  const mayVouch = vouches && holding && !over && answer === 'yes' && !ask.noes.includes(view.me) && !ask.yeses.some((yes) => yes.giver === view.me)
  const isShown = [...view.states.commons.lines, ...view.states.commons.pages, ...view.states.commons.closings].some((each) => each.id === ask.id)
  const target = ask.target === 'commons' ? undefined : view.states.rooms.get(ask.target)
  const isMoved = target?.moved.some((each) => each.id === ask.id) === true
  const vouched = isVouched(state, ask)
  const mayShow = ask.targetCode === 'CC' && answer === 'yes' && vouched && !isShown && ask.yeses.some((yes) => yes.giver === view.me) && holding
  const mayMove = ask.targetCode !== 'CC' && target !== undefined && !isMoved && vouched && answer === 'yes' && (ask.author === view.me || holding)
  const outside = answer === 'asked' && ask.by === view.me ? missing.filter((person) => !state.parts.has(person) && person !== view.me) : []
  function show(): void {
    const kind = showOrder(ask)
    pressing.press(kind === 'show-page' ? { kind, room, id: ask.id, curious, lookDay: (view.today + days.look) as Day } : { kind, room, id: ask.id })
  }

  return (
    <Row
      title={ask.target === 'commons' || ask.targetCode === 'CC' || target === undefined ? t(`concern.room.${ask.targetCode}`) : nameOfRoom(view, ask.target, ask.targetCode)}
      href={waitsForMe || again ? `#concern/yes/${room}/${ask.id}` : undefined}
      end={<StateWord node={({ back: 'n-aside', no: 'n-aside', yes: 'n-done', asked: 'n-open' } as const)[answer]}>{t(`concern.row.${answer}`)}</StateWord>}
      hint={dayInWords(ask.askedDay)}
    >
      <p class={voice(ask.author === view.me)} dir="auto">
        {asRead(view, ask)}
      </p>
      {answer !== 'back' && <span class="hint">{ask.targetCode === 'CC' ? t('concern.yes.readersAll') : t('concern.knows.goes', { names: namesOf(view, ask.readers) })}</span>}
      {answer === 'asked' && missing.length > 0 && <span class="hint">{t('concern.row.waits', { names: namesOf(view, missing), day: answerBy(ask.askedDay) })}</span>}
      {asleep.some((person) => person !== view.me) && answer === 'asked' && <span class="hint">{t(state.newKeys?.since != null ? 'concern.anew.asleep' : 'concern.row.asleep', { names: namesOf(view, asleep.filter((person) => person !== view.me)) })}</span>}
      {again && <span class="hint">{t('concern.row.again')}</span>}
      {answer === 'back' && (
        <span class="hint">
          {t('concern.row.backMore')} {t('concern.knows.remember')}
        </span>
      )}
      {mayShow && showOrder(ask) === 'show-page' && <Check title={t('concern.row.curious')} hint={t('concern.row.curiousHint')} checked={curious} onChange={setCurious} />}
      {(mayMove || mayShow || mayVouch || outside.length > 0) && (
        <Acts>
          {mayVouch && (
            <Button onPress={() => pressing.press({ kind: 'answer-move', room, id: ask.id, yes: true, adds: [], nameMayStand: true })}>{t('concern.row.vouch')}</Button>
          )}
          {mayShow && <Button onPress={show}>{t('concern.row.show')}</Button>}
          {mayMove && <Button onPress={() => pressing.press({ kind: 'move', room, id: ask.id })}>{t('concern.row.move')}</Button>}
          {outside.map((person) => (
            <Button key={person} onPress={() => pressing.press({ kind: 'ask-recognised', room, id: ask.id, person })}>
              {t('concern.row.ask', { name: whoIs(view, person) })}
            </Button>
          ))}
        </Acts>
      )}
      <WhyNot of={pressing} />
    </Row>
  )
}

function MovedRow(props: InRoom & { readonly moved: Moved }): JSX.Element {
  const { view, room, state, moved } = props
  const pressing = usePress(view)
  if (moved.takenBack !== null) return <Row title={t('concern.knows.tookBack', { day: dayInWords(moved.takenBack) })} hint={t('concern.knows.remember')} />
  const ended = moved.ended !== null || view.today > moved.untilDay
  const mayEnd = view.today > moved.untilDay && moved.ended === null && state.parts.has(view.me)
  return (
    <Row title={t('concern.yes.purpose', { purpose: t(`concern.purpose.${moved.purpose}`) })} hint={dayInWords(moved.day)}>
      <p class={voice(moved.author === view.me || state.begun?.code === 'JO')} dir="auto">
        {moved.words}
      </p>
      <span class="hint">
        {ended
          ? t('concern.knows.ended')
          : moved.author === null
            ? t('concern.knows.vouched', { day: dayInWords(moved.untilDay) })
            : t('concern.knows.yesBy', { names: namesOf(view, moved.givers), day: dayInWords(moved.untilDay) })}
      </span>
      <Acts>
        {moved.givers.includes(view.me) && <Button kind="text" onPress={() => pressing.press({ kind: 'take-back-moved', room, id: moved.id })}>{t('concern.row.takeBack')}</Button>}
        {mayEnd && <Button kind="text" onPress={() => pressing.press({ kind: 'end-moved', room, id: moved.id })}>{t('concern.row.end')}</Button>}
      </Acts>
      <WhyNot of={pressing} />
    </Row>
  )
}
