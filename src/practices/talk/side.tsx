import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../base/clock.ts'
import type { RoomId } from '../../log/types.ts'
import { allOf, dayInWords } from '../../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../../ui/acts.tsx'
import { Note } from '../../ui/said.tsx'
import type { Card } from '../card-rules.ts'
import { whoseItIs } from '../concern-room.ts'
import type { Refused, RoomSeen } from '../practice.ts'
import { AnswersInWords } from '../prompt-fields.tsx'
import type { Answers } from '../prompts.ts'
import { nameOf, RefusedNote } from '../view.tsx'
import type { Terms } from './events.ts'
import { preparePrompts, ways, type Way } from './prompts.ts'
import { daysOfYes, type TalkRoom } from './rules.ts'
import { texts } from './texts/talk.ts'
import type { TalkView } from './found.ts'

/** In my own room with the holders: the one ask for a yes, over exact words and with everybody who will be there. */
export function yesAskIn(view: TalkView, room: RoomId): JSX.Element | null {
  const seen = view.rooms.get(room)
  const state = view.states.rooms.get(room)
  const mine = seen !== undefined && !seen.closed && whoseItIs(seen.concern) === view.me && isSide(seen)
  if (!mine || state === undefined || state.rest.asked === null) return null
  return <YesAsk key={room} view={view} room={room} rest={state.rest} prepared={preparedIn(state.cards)} />
}

function YesAsk(props: { readonly view: TalkView; readonly room: RoomId; readonly rest: TalkRoom; readonly prepared: Answers | null }): JSX.Element | null {
  const { view, room, rest, prepared } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const [setAside, setSetAside] = useState(false)
  const { asked, agreed } = rest
  const press = (order: object): void => void view.act({ room, ...order }).then(setRefused)
  // An ask ends by itself: no answer is a no.
  if (asked === null || (agreed === null && (setAside || view.today > asked.day + daysOfYes))) return null
  const names = allOf(asked.people.map((person) => nameOf(view.people, person)))
  const terms = agreed?.terms ?? (prepared === null ? null : termsOf(prepared))
  return (
    <Note title={texts.t('talk.yes.title')}>
      <p>{texts.t('talk.yes.people', { names })}</p>
      {terms === null ? (
        <>
          <p>{texts.t('talk.yes.prepareFirst')}</p>
          <Acts>
            <LinkButton href={`#talk/begin/prepare/${room}`}>{texts.t('talk.prepare')}</LinkButton>
          </Acts>
        </>
      ) : (
        <>
          <p>{texts.t('talk.yes.reads')}</p>
          <TermsInWords terms={terms} />
        </>
      )}
      <RefusedNote refused={refused} texts={texts} />
      {agreed !== null ? (
        <>
          <p>{texts.t('talk.yes.given')}</p>
          <Acts>
            <Button onPress={() => press({ kind: 'not-agree' })}>{texts.t('talk.yes.back')}</Button>
          </Acts>
        </>
      ) : (
        terms !== null && (
          <>
            <Pair>
              <Button onPress={() => press({ kind: 'agree', terms })}>{texts.t('talk.yes.do')}</Button>
              <Button onPress={() => setSetAside(true)}>{texts.t('talk.yes.no')}</Button>
            </Pair>
            <p class="hint">{texts.t('talk.yes.silence', { day: lastDayOf(asked) })}</p>
          </>
        )
      )}
    </Note>
  )
}

/** An ask ends by itself: no answer by then is a no. */
export function lastDayOf(asked: NonNullable<TalkRoom['asked']>): string {
  return dayInWords((asked.day + daysOfYes) as Day)
}

export function TermsInWords(props: { readonly terms: Terms }): JSX.Element {
  const { way, sits, where, sign } = props.terms
  const answers: Answers = { way, sign, beside: sits === '' ? 'nobody' : 'somebody', sits, where, avoid: '' }
  return <AnswersInWords prompts={preparePrompts} answers={answers} texts={texts} people={[]} />
}

/** The newest answers of a card for preparing that is open; what should not come up stays with the holders. */
export function preparedIn(all: readonly Card[]): Answers | null {
  return all.findLast((card) => card.leaf === 'prepare' && card.state === 'open' && card.sheets.length > 0)?.sheets.at(-1)?.answers ?? null
}

export function termsOf(answers: Answers): Terms | null {
  const way = ways.find((each) => each === answers['way'])
  const text = (key: string): string => (typeof answers[key] === 'string' ? answers[key] : '')
  if (way === undefined || text('where').trim() === '' || text('sign').trim() === '') return null
  return { way, sits: text('sits').trim(), where: text('where').trim(), sign: text('sign').trim() }
}

export function isSide(seen: RoomSeen): boolean {
  const code = seen.concern?.begun?.code
  return code === 'HH' || code === 'NH'
}

export function wayWord(way: Way): string {
  switch (way) {
    case 'together':
      return texts.t('talk.way.together')
    case 'rooms':
      return texts.t('talk.way.rooms')
    case 'letters':
      return texts.t('talk.way.letters')
    case 'space':
      return texts.t('talk.way.space')
  }
}
