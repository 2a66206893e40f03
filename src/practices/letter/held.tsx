import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { RoomId } from '../../log/types.ts'
import { dayInWords } from '../../texts/words.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { RoomBox, WhoLine, Writing } from '../../ui/room.tsx'
import { StateWord } from '../../ui/rows.tsx'
import { Note, Said } from '../../ui/said.tsx'
import { partOf, whoseItIs } from '../concern-room.ts'
import type { Refused, RoomSeen } from '../practice.ts'
import { readersOfRoom } from '../room-readers.ts'
import { nameOf, RefusedNote } from '../view.tsx'
import { courtAnswers, longest } from './events.ts'
import { courtAllows, isDueForAsking, isHeldOn, mayBeGiven, type Letter, type LetterRoom } from './rules.ts'
import { courtWords, wayWords } from './keys.ts'
import { texts } from './texts/letter.ts'
import type { LetterView } from './view.tsx'

export interface AtRoom {
  readonly view: LetterView
  readonly room: RoomId
  readonly seen: RoomSeen
  readonly state: LetterRoom
}

/** The writer with whoever is beside them: the draft they read, and what they say to it. */
export function Beside({ view, room, seen, state }: AtRoom): JSX.Element | null {
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const { shown } = state
  if (shown === null && state.remarks.length === 0) return null
  return (
    <Part title={texts.t('letter.beside')}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {shown !== null && <Said screenOnly={shown.by !== view.me} words={shown.words} by={texts.t('letter.draftOf', { name: nameOf(seen.people, shown.by) })} />}
      {state.remarks.map((remark) => (
        <Said key={remark.seq} screenOnly={remark.by !== view.me} words={remark.text} by={nameOf(seen.people, remark.by)} />
      ))}
      <RefusedNote refused={refused} texts={texts} />
      {shown?.by === view.me ? (
        <Acts>
          <Button onPress={() => void view.act({ kind: 'take-out-shown', room }).then(setRefused)}>{texts.t('letter.takeOut')}</Button>
        </Acts>
      ) : (
        <RoomBox readers={readersOfRoom(seen, view.me)}>
          <Writing label={texts.t('letter.remark')} hint={texts.t('letter.remark.hint')} rows={3} maxLength={longest.remark} value={text} onInput={setText} />
          <Button
            disabled={text.trim() === ''}
            onPress={() =>
              void view.act({ kind: 'remark', room, text }).then((answer) => {
                setRefused(answer)
                if (answer === null) setText('')
              })
            }
          >
            {texts.t('letter.remark.say')}
          </Button>
        </RoomBox>
      )}
    </Part>
  )
}

/** The writer's own letter in the room with the holders: *held*, and nothing more. */
export function OwnHeld({ view, room, seen, state }: AtRoom): JSX.Element | null {
  const [refused, setRefused] = useState<Refused | null>(null)
  const { letter } = state
  const act = (order: object): void => void view.act({ room, ...order }).then(setRefused)
  if (letter === null && state.takenBack === null) return null
  return (
    <Part title={seen.concern?.begun?.title}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {letter === null ? (
        <p>{texts.t('letter.tookBack')}</p>
      ) : (
        <>
          {letter.known !== null ? (
            <StateWord node="n-done">{texts.t('letter.state.known')}</StateWord>
          ) : isHeldOn(letter, view.today) ? (
            <StateWord node="n-open">{texts.t('letter.state.held')}</StateWord>
          ) : (
            <StateWord node="n-offered">{texts.t('letter.state.ready')}</StateWord>
          )}
          {!isHeldOn(letter, view.today) && <p class="hint">{texts.t('letter.state.ready.hint')}</p>}
          <p class="voice keep" dir="auto">
            {letter.words}
          </p>
          {(letter.asked !== null || letter.trueOn === null || view.today > letter.yes.untilDay) && (
            <Note title={texts.t('letter.stillTrue')}>
              <Pair>
                <Button onPress={() => act({ kind: 'still-true', still: true })}>{texts.t('letter.stillTrue.yes')}</Button>
                <Button onPress={() => act({ kind: 'still-true', still: false })}>{texts.t('letter.stillTrue.no')}</Button>
              </Pair>
              {letter.trueOn === null && <p>{texts.t('letter.stillTrue.stays')}</p>}
            </Note>
          )}
          <Acts>
            <Button onPress={() => act({ kind: 'take-back' })}>{texts.t('letter.takeBack')}</Button>
          </Acts>
          <p class="hint">{texts.t('letter.takeBack.hint')}</p>
        </>
      )}
      <RefusedNote refused={refused} texts={texts} />
    </Part>
  )
}

/** A holder with the writer: they read it, and ask each 30 days whether it is all still true. */
export function HolderOfWriter({ view, room, seen, state }: AtRoom): JSX.Element | null {
  const [refused, setRefused] = useState<Refused | null>(null)
  const { letter } = state
  if (letter === null) return null
  const name = nameOf(seen.people, letter.by)
  const act = (order: object): void => void view.act({ room, ...order }).then(setRefused)
  const small = letter.known === null ? letKnowFor(view, letter) : null
  return (
    <Part title={seen.concern?.begun?.title}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      <Said screenOnly words={letter.words} by={texts.t('letter.of', { name, day: dayInWords(letter.day) })} />
      <StateWord node={isHeldOn(letter, view.today) ? 'n-open' : 'n-offered'}>
        {texts.t(isHeldOn(letter, view.today) ? 'letter.state.held' : 'letter.state.ready')}
      </StateWord>
      {!letter.readBy.includes(view.me) && (
        <>
          <p>{texts.t('letter.read.hint', { name })}</p>
          <Acts>
            <Button onPress={() => act({ kind: 'read' })}>{texts.t('letter.read')}</Button>
          </Acts>
        </>
      )}
      {isDueForAsking(letter, view.today) && (
        <Acts>
          <Button onPress={() => act({ kind: 'ask-true' })}>{texts.t('letter.askTrue', { name })}</Button>
        </Acts>
      )}
      {letter.trueOn === null && <p>{texts.t('letter.notTrue', { name })}</p>}
      {small !== null && (
        <Acts>
          <Button onPress={() => act({ kind: 'tell-known', small })}>{texts.t('letter.tellKnown', { name })}</Button>
        </Acts>
      )}
      <RefusedNote refused={refused} texts={texts} />
    </Part>
  )
}

function letKnowFor(view: LetterView, letter: Letter): RoomId | null {
  return [...view.states.rooms].find(([, each]) => each.given.some((given) => given.id === letter.id && given.letKnow !== null))?.[0] ?? null
}

/** A holder with her: that there is one, the question about a court, and bringing it. */
export function HolderOfHers({ view, room, seen, state }: AtRoom): JSX.Element | null {
  const [refused, setRefused] = useState<Refused | null>(null)
  const { concern } = seen
  const name = nameOf(seen.people, whoseItIs(concern) ?? view.me)
  const held = heldFor(view, seen)
  if (concern === null || concern.letterWish !== 'yes' || concern.stopped !== null) return null
  if (held === null && state.there === null && state.wanted === null) return null
  const act = (order: object): void => void view.act({ room, ...order }).then(setRefused)
  const small = smallRoomOf(view, whoseItIs(concern))
  const { wanted } = state
  return (
    <Part title={concern.begun?.title}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {state.there === null && held !== null && (
        <Acts>
          <Button onPress={() => act({ kind: 'there' })}>{texts.t('letter.tellThere', { name })}</Button>
        </Acts>
      )}
      {wanted === null ? (
        state.there !== null && <p>{texts.t('letter.there.said', { name })}</p>
      ) : (
        <>
          <p>{texts.t('letter.wants', { name, way: texts.t(wayWords[wanted.way]), holder: nameOf(seen.people, wanted.holder) })}</p>
          <Choices
            small
            legend={texts.t('letter.courtAsk', { name })}
            options={courtAnswers.map((value) => ({ value, title: texts.t(courtWords[value]) }))}
            value={state.court?.forbidden ?? null}
            onPick={(forbidden) => act({ kind: 'court', forbidden })}
          >
            <p class="hint">{texts.t('letter.courtAsk.hint')}</p>
          </Choices>
          {wanted.holder === view.me && held !== null && small !== null && courtAllows(state, view.today) && (
            <>
              <p>{texts.t('letter.aloudFirst', { name })}</p>
              <Acts>
                <Button onPress={() => act({ kind: 'give', from: held, small })}>{texts.t('letter.give', { name })}</Button>
              </Acts>
            </>
          )}
          {wanted.holder === view.me && small === null && <p class="hint">{texts.t('letter.give.noRoom', { name })}</p>}
        </>
      )}
      <RefusedNote refused={refused} texts={texts} />
    </Part>
  )
}

/** Where what is held for this concern is held, for a holder who is in both rooms. Where it is between several, the other side's room is like hers. */
function heldFor(view: LetterView, hers: RoomSeen): RoomId | null {
  const number = hers.concern?.begun?.concern ?? null
  const found = [...view.rooms].find(([room, seen]) => {
    const letter = view.states.rooms.get(room)?.letter ?? null
    return (
      seen !== hers &&
      (seen.concern?.begun?.code === 'NH' || (seen.concern?.begun?.code === 'HH' && letter?.form === 'two-way')) &&
      seen.concern.begun.concern === number &&
      partOf(seen.concern, view.me) === 'holder' &&
      letter !== null &&
      mayBeGiven(letter, view.today)
    )
  })
  return found?.[0] ?? null
}

/** The room she opened for it, with nothing in it yet. */
function smallRoomOf(view: LetterView, owner: string | null): RoomId | null {
  const found = [...view.rooms].find(
    ([room, { concern, closed }]) =>
      !closed &&
      concern?.begun?.code === 'SM' &&
      concern.begun.card === 'letter' &&
      concern.begun.by === owner &&
      (view.states.rooms.get(room)?.given.length ?? 0) === 0,
  )
  return found?.[0] ?? null
}
