import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { utf8 } from '../../base/bytes.ts'
import type { Day } from '../../base/clock.ts'
import { allOf } from '../../texts/words.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Checks, Choices, DayLine } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Head, Part } from '../../ui/page.tsx'
import { RoomBox, Writing } from '../../ui/room.tsx'
import { ErrorNote, More, Note } from '../../ui/said.tsx'
import type { Refused } from '../practice.ts'
import { readersOfRoom } from '../room-readers.ts'
import { ChangedNothing, nameOf, NewerNote, RefusedNote } from '../view.tsx'
import { helps, lengths, longest, type noteWays } from './events.ts'
import { AfterForm, KeepPart } from './keep.tsx'
import { daysOfWords, isAfter, wordsOn } from './rules.ts'
import { texts } from './texts/listening.ts'
import type { FoundSession, ListeningView } from './view.tsx'
import { Spoken } from './words.tsx'

interface Told {
  readonly view: ListeningView
  readonly found: FoundSession
}

/** What the teller sees. The floor is theirs from the first word, and stays theirs while their connection is gone: only an entry of their own opens it. */
export function TellPage(props: Told): JSX.Element {
  const { view, found } = props
  const { session, seen } = found
  const present = seen.people.filter((person) => person.present && person.id !== view.me)
  const here = present.filter((person) => !session.steppedOut.includes(person.id))
  const over = session.ended !== null || seen.closed
  return (
    <>
      <Head
        title={texts.t('listening.tell')}
        lede={
          over
            ? texts.t('listening.ended')
            : here.length === 0
              ? texts.t('listening.tell.alone')
              : texts.t('listening.tell.here', { names: allOf(here.map((person) => person.name)) })
        }
      />
      <NewerNote newer={view.states.rooms.get(found.room)?.newer ?? []} />
      {!over && (
        <>
          {session.asked === null && <Before {...props} />}
          {session.steppedOut.length > 0 && <SteppedOut {...props} />}
          <Floor {...props} />
          <Need {...props} />
          {isAfter(session, view.today) ? (
            <After {...props} />
          ) : (
            <More summary={texts.t('listening.after')}>
              <After {...props} />
            </More>
          )}
        </>
      )}
      <ChangedNothing refused={view.refused.filter((entry) => entry.room === found.room)} people={seen.people} texts={texts} />
    </>
  )
}

/** Folded away while the teller speaks. */
function After(props: Told): JSX.Element {
  return (
    <>
      <KeepPart {...props} />
      <AfterForm {...props} />
    </>
  )
}

function SteppedOut({ view, found }: Told): JSX.Element {
  const { session, seen, room } = found
  return (
    <Note status>
      {session.steppedOut.map((person) => {
        const name = nameOf(seen.people, person)
        return (
          <div key={person} class="tight">
            <p>{texts.t('listening.out', { name })}</p>
            <Acts>
              <Button kind="text" onPress={() => void view.act({ kind: 'here-again', room, who: person })}>
                {texts.t('listening.out.back', { name })}
              </Button>
            </Acts>
          </div>
        )
      })}
    </Note>
  )
}

/** What was said so far, and the box that nobody else can write into. */
function Floor({ view, found }: Told): JSX.Element {
  const { session, seen, room } = found
  const [words, setWords] = useDraft(view, `words/${room}`)
  const [refused, setRefused] = useState<Refused | null>(null)
  const tooLong = utf8(words.trim()).length > longest.part
  const mode = (next: string): void => void view.act({ kind: 'mode', room, mode: next }).then(setRefused)

  async function give(): Promise<void> {
    const answer = await view.act({ kind: 'tell', room, text: words.trim() })
    setRefused(answer)
    if (answer === null) setWords('')
  }

  return (
    <Part>
      <RoomBox readers={readersOfRoom(seen, view.me)}>
        <Spoken view={view} found={found} words={wordsOn(session, view.today)} />
        <Writing label={texts.t('listening.tell.words')} rows={6} value={words} onInput={setWords} />
        {tooLong && <ErrorNote title={texts.t('listening.tell.tooLong')} />}
        <RefusedNote refused={refused} texts={texts} />
        <Button disabled={tooLong || words.trim() === ''} onPress={() => void give()}>
          {texts.t('listening.tell.give')}
        </Button>
      </RoomBox>
      {session.mode === 'writing' ? (
        <Pair>
          <Button onPress={() => mode('voice')}>{texts.t('listening.tell.speak')}</Button>
          <Button onPress={() => mode('silence')}>{texts.t('listening.tell.silence')}</Button>
        </Pair>
      ) : (
        <Acts>
          <Button onPress={() => mode('writing')}>{texts.t('listening.tell.write')}</Button>
        </Acts>
      )}
      <p class="hint">{texts.t('listening.tell.noClock')}</p>
    </Part>
  )
}

function Need({ view, found }: Told): JSX.Element {
  const { session, room } = found
  const [need, setNeed] = useState<'stay' | 'heard' | 'next'>('stay')
  const [refused, setRefused] = useState<Refused | null>(null)
  const press = (order: object): void => void view.act({ room, ...order }).then(setRefused)
  return (
    <Part rule title={texts.t('listening.said.want')}>
      {session.open === null ? (
        <Choices
          small
          legend={texts.t('listening.need')}
          options={[
            { value: 'stay', title: texts.t('listening.need.stay') },
            { value: 'heard', title: texts.t('listening.need.heard') },
            { value: 'next', title: texts.t('listening.need.next') },
          ]}
          value={need}
          onPick={setNeed}
        />
      ) : (
        <p>{texts.t(session.open === 'heard' ? 'listening.need.heard' : 'listening.need.next')}</p>
      )}
      <RefusedNote refused={refused} texts={texts} />
      <Pair>
        {session.open === null ? (
          <Button disabled={need === 'stay'} onPress={() => press({ kind: 'open-floor', need })}>
            {texts.t('listening.openFloor')}
          </Button>
        ) : (
          <Button onPress={() => press({ kind: 'take-floor' })}>{texts.t('listening.takeFloor')}</Button>
        )}
        <Button onPress={() => press({ kind: 'rest', lookDay: view.today + daysOfWords })}>{texts.t('listening.stopToday')}</Button>
      </Pair>
      <p class="hint">{texts.t('listening.stopToday.hint')}</p>
    </Part>
  )
}

/** How long, what helps, whose notes: once, before the first word. It may be left out. */
function Before({ view, found }: Told): JSX.Element {
  const { seen, room } = found
  const [howLong, setHowLong] = useState<(typeof lengths)[number]>('see')
  const [chosen, setChosen] = useState<readonly (typeof helps)[number][]>([])
  const [notes, setNotes] = useState<(typeof noteWays)[number]>('none')
  const [lookDay, setLookDay] = useState<number | null>(view.today + daysOfWords)
  const [refused, setRefused] = useState<Refused | null>(null)
  return (
    <Part title={texts.t('listening.before')}>
      <RoomBox readers={readersOfRoom(seen, view.me)}>
        <Choices
          small
          legend={texts.t('listening.howLong')}
          options={lengths.map((value) => ({ value, title: lengthWord(value) }))}
          value={howLong}
          onPick={setHowLong}
        />
        <Checks
          small
          legend={texts.t('listening.helps')}
          options={helps.map((value) => ({ value, title: helpWord(value) }))}
          values={chosen}
          onToggle={setChosen}
        />
        <Choices
          small
          legend={texts.t('listening.notes')}
          options={[
            { value: 'none', title: texts.t('listening.notes.none') },
            { value: 'teller', title: texts.t('listening.notes.teller') },
            { value: 'listener', title: texts.t('listening.notes.listener') },
          ]}
          value={notes}
          onPick={setNotes}
        >
          <p class="hint">{texts.t('listening.notes.theirs')}</p>
        </Choices>
        <DayLine label={texts.t('listening.lookDay')} value={lookDay} onInput={(day) => setLookDay(day as Day | null)} />
        <RefusedNote refused={refused} texts={texts} />
        <Button
          disabled={lookDay === null}
          onPress={() => void view.act({ kind: 'ask', room, asked: { howLong, helps: chosen, notes, lookDay } }).then(setRefused)}
        >
          {texts.t('listening.say')}
        </Button>
      </RoomBox>
    </Part>
  )
}

export function lengthWord(value: (typeof lengths)[number]): string {
  switch (value) {
    case '20':
      return texts.t('listening.howLong.20')
    case '40':
      return texts.t('listening.howLong.40')
    case '60':
      return texts.t('listening.howLong.60')
    case 'see':
      return texts.t('listening.howLong.see')
  }
}

export function helpWord(value: (typeof helps)[number]): string {
  switch (value) {
    case 'breaks':
      return texts.t('listening.helps.breaks')
    case 'silence':
      return texts.t('listening.helps.silence')
    case 'interpreter':
      return texts.t('listening.helps.interpreter')
    case 'walking':
      return texts.t('listening.helps.walking')
    case 'text-only':
      return texts.t('listening.helps.text-only')
    case 'camera-off':
      return texts.t('listening.helps.camera-off')
  }
}
