import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { utf8 } from '../../base/bytes.ts'
import { allOf, dayInWords } from '../../texts/words.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Choices } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Head, Part } from '../../ui/page.tsx'
import { RoomBox, Writing } from '../../ui/room.tsx'
import { ErrorNote, More, Note } from '../../ui/said.tsx'
import type { Refused } from '../practice.ts'
import { readersOfRoom } from '../room-readers.ts'
import { ChangedNothing, nameOf, NewerNote, RefusedNote } from '../view.tsx'
import { longest, type saidAs } from './events.ts'
import { needWord } from './keep.tsx'
import { mayAskToday, wordsOn } from './rules.ts'
import { helpWord, lengthWord } from './tell.tsx'
import { texts } from './texts/listening.ts'
import type { FoundSession, ListeningView } from './view.tsx'
import { Spoken } from './words.tsx'

interface Heard {
  readonly view: ListeningView
  readonly found: FoundSession
}

/** What a listener sees, at the same time. The box for an answer is there and shut, so that its opening moves nothing. */
export function HearPage(props: Heard): JSX.Element {
  const { view, found } = props
  const { session, seen } = found
  const name = nameOf(seen.people, session.teller)
  const over = session.ended !== null || seen.closed
  const words = wordsOn(session, view.today)
  return (
    <>
      <Head
        title={texts.t(session.open === null ? 'listening.hear' : 'listening.hear.open', { name })}
        lede={over ? texts.t('listening.ended') : texts.t('listening.hear.how')}
      />
      <NewerNote newer={view.states.rooms.get(found.room)?.newer ?? []} />
      {!over && (
        <>
          <Asked {...props} />
          <RoomBox readers={readersOfRoom(seen, view.me)}>
            {words.length === 0 ? <p>{texts.t('listening.hear.nothing')}</p> : <Spoken view={view} found={found} words={words} />}
            <p class="hint" role="status">
              {session.mode === 'silence' && texts.t('listening.hear.silence', { name })}
              {session.mode === 'voice' && texts.t('listening.hear.voice', { name })}
            </p>
          </RoomBox>
          <Answer {...props} />
          <Own />
          <StepOut {...props} />
        </>
      )}
      <Part rule title={texts.t('listening.hear.after')}>
        <p>{texts.t('listening.hear.after.1')}</p>
        <p>{texts.t('listening.hear.after.2')}</p>
      </Part>
      <ChangedNothing refused={view.refused.filter((entry) => entry.room === found.room)} people={seen.people} texts={texts} />
    </>
  )
}

function Asked({ found }: Heard): JSX.Element {
  const { session, seen } = found
  const name = nameOf(seen.people, session.teller)
  const { asked, after } = session
  return (
    <div class="tight">
      {asked !== null && <p>{texts.t('listening.asked.for', { name, list: allOf([lengthWord(asked.howLong), ...asked.helps.map(helpWord)]) })}</p>}
      {after !== null && after.needs.length > 0 && <p>{texts.t('listening.hear.needs', { name, list: allOf(after.needs.map(needWord)) })}</p>}
      {after !== null && after.neverRepeat !== '' && <p dir="auto">{texts.t('listening.hear.never', { words: after.neverRepeat })}</p>}
      {after?.mayAsk !== null && after?.mayAsk !== undefined && <p>{texts.t('listening.hear.mayAsk', { name, day: dayInWords(after.mayAsk) })}</p>}
      <More summary={texts.t('listening.hear.card')}>
        <p>{texts.t('listening.hear.kind')}</p>
        <p>{texts.t('listening.hear.not')}</p>
      </More>
    </div>
  )
}

function Answer({ view, found }: Heard): JSX.Element {
  const { session, seen, room } = found
  const [text, setText] = useDraft(view, `answer/${room}`)
  const [as, setAs] = useState<(typeof saidAs)[number]>('answer')
  const [refused, setRefused] = useState<Refused | null>(null)
  const shut = session.open === null
  const tooLong = utf8(text.trim()).length > longest.part
  const name = nameOf(seen.people, session.teller)
  const ways = [
    { value: 'answer' as const, title: texts.t('listening.hear.as.answer') },
    ...(session.asked?.notes === 'listener' ? [{ value: 'note' as const, title: texts.t('listening.hear.as.note') }] : []),
    ...(mayAskToday(session, view.today) ? [{ value: 'question' as const, title: texts.t('listening.hear.as.question') }] : []),
  ]

  async function say(): Promise<void> {
    const answer = await view.act({ kind: 'say', room, text: text.trim(), as })
    setRefused(answer)
    if (answer === null) setText('')
  }

  return (
    <RoomBox readers={readersOfRoom(seen, view.me)}>
      {session.open === 'heard' && <p>{texts.t('listening.hear.wants.heard')}</p>}
      {session.open === 'next' && <p>{texts.t('listening.hear.wants.next')}</p>}
      {shut && <p class="hint">{texts.t('listening.hear.lock', { name })}</p>}
      <Writing label={texts.t('listening.hear.answer')} rows={shut ? 1 : 4} disabled={shut} value={text} onInput={setText} />
      {!shut && ways.length > 1 && <Choices small legend={texts.t('listening.hear.as')} options={ways} value={as} onPick={setAs} />}
      {tooLong && <ErrorNote title={texts.t('listening.tell.tooLong')} />}
      <RefusedNote refused={refused} texts={texts} />
      <Button disabled={shut || tooLong || text.trim() === ''} onPress={() => void say()}>
        {texts.t('listening.hear.give')}
      </Button>
    </RoomBox>
  )
}

/** Kept nowhere: no draft, no entry. Leaving the page is enough for it to be gone. */
function Own(): JSX.Element {
  const [moves, setMoves] = useState('')
  return (
    <RoomBox readers={{ kind: 'self', name: texts.t('listening.hear.own.readers'), more: texts.t('listening.hear.own.gone') }}>
      <Writing label={texts.t('listening.hear.own')} rows={2} value={moves} onInput={setMoves} />
    </RoomBox>
  )
}

function StepOut({ view, found }: Heard): JSX.Element {
  const { session, seen, room } = found
  const [refused, setRefused] = useState<Refused | null>(null)
  if (session.steppedOut.includes(view.me))
    return (
      <Note status>
        <p>{texts.t('listening.hear.steppedOut')}</p>
      </Note>
    )
  return (
    <Part>
      <RefusedNote refused={refused} texts={texts} />
      <Acts>
        <Button onPress={() => void view.act({ kind: 'step-out', room }).then(setRefused)}>{texts.t('listening.hear.stepOut')}</Button>
      </Acts>
      <p class="hint">{texts.t('listening.hear.stepOut.hint', { me: nameOf(seen.people, view.me) })}</p>
    </Part>
  )
}
