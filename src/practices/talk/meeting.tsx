import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { utf8 } from '../../base/bytes.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Head, Part } from '../../ui/page.tsx'
import { RoomBox, WhoLine, Writing } from '../../ui/room.tsx'
import { StateWord } from '../../ui/rows.tsx'
import { Said } from '../../ui/said.tsx'
import { moveDraftKey, type MoveDraft } from '../card-move.ts'
import type { Refused } from '../practice.ts'
import { readersOfRoom } from '../room-readers.ts'
import { ChangedNothing, nameOf, NewerNote, RefusedNote } from '../view.tsx'
import { longest } from './events.ts'
import { pointsThatStand, type Point, type Talk } from './rules.ts'
import { TermsInWords, wayWord } from './side.tsx'
import { texts } from './texts/talk.ts'
import type { FoundTalk, TalkView } from './found.ts'
import { lettersIn } from './ways.tsx'

interface InRoom {
  readonly view: TalkView
  readonly found: FoundTalk
}

interface InTalk extends InRoom {
  readonly talk: Talk
}

const rules = ['talk.rules.1', 'talk.rules.2', 'talk.rules.3', 'talk.rules.4', 'talk.rules.5'] as const

/** The small room: rules to be read aloud, a way to stop, and points. There is no box for the talk itself. */
export function MeetingPage({ view, found }: InRoom): JSX.Element {
  const { talk, seen } = found
  return (
    <>
      <Head title={texts.t('talk.room')} lede={talk === null ? texts.t('talk.room.notYet') : texts.t('talk.room.way', { way: wayWord(talk.way) })} />
      <NewerNote newer={view.states.rooms.get(found.room)?.newer ?? []} />
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {talk !== null && (
        <>
          <Stop view={view} found={found} talk={talk} />
          <Rules view={view} found={found} talk={talk} />
          <Part rule>
            {talk.sides.map(({ party, terms }) => (
              <div key={party} class="tight">
                <b>{nameOf(seen.people, party)}</b>
                <TermsInWords terms={terms} />
              </div>
            ))}
            {talk.way === 'letters' && <p>{texts.t('talk.letters.how')}</p>}
            {talk.way === 'letters' && lettersIn(view, found.room)}
            {talk.way === 'rooms' && <p>{texts.t('talk.rooms.how')}</p>}
          </Part>
          <Points view={view} found={found} talk={talk} />
        </>
      )}
      <ChangedNothing refused={view.refused.filter((entry) => entry.room === found.room)} people={seen.people} texts={texts} />
    </>
  )
}

function Stop({ view, found, talk }: InTalk): JSX.Element {
  const [refused, setRefused] = useState<Refused | null>(null)
  const press = (kind: string): void => void view.act({ kind, room: found.room }).then(setRefused)
  if (talk.ended !== null)
    return (
      <Part>
        <p role="status">{texts.t('talk.ended')}</p>
        <RefusedNote refused={refused} texts={texts} />
        {talk.by === view.me && !found.seen.closed && (
          <Acts>
            <Button kind="text" onPress={() => press('close-small')}>
              {texts.t('talk.close')}
            </Button>
          </Acts>
        )}
      </Part>
    )
  return (
    <Part>
      <RefusedNote refused={refused} texts={texts} />
      <Acts>
        <Button onPress={() => press('end')}>{texts.t('talk.stop')}</Button>
      </Acts>
      <p class="hint">{texts.t('talk.stop.hint')}</p>
    </Part>
  )
}

function Rules({ view, found, talk }: InTalk): JSX.Element {
  const [refused, setRefused] = useState<Refused | null>(null)
  return (
    <Part rule title={texts.t('talk.rules')}>
      <ul class="rows">
        {rules.map((key) => (
          <li key={key} class="voice">
            {texts.t(key)}
          </li>
        ))}
      </ul>
      <RefusedNote refused={refused} texts={texts} />
      {talk.readAloud !== null ? (
        <p>{texts.t('talk.rules.done')}</p>
      ) : (
        talk.by === view.me &&
        talk.ended === null && (
          <Acts>
            <Button onPress={() => void view.act({ kind: 'read-aloud', room: found.room }).then(setRefused)}>{texts.t('talk.rules.read')}</Button>
          </Acts>
        )
      )}
    </Part>
  )
}

/** Points both stand by, in exact words, or none. */
function Points({ view, found, talk }: InTalk): JSX.Element {
  const { room, seen } = found
  const [words, setWords] = useDraft(view, `point/${room}`)
  const [refused, setRefused] = useState<Refused | null>(null)
  const isParty = talk.sides.some((side) => side.party === view.me)
  const tooLong = utf8(words.trim()).length > longest.point

  async function offer(): Promise<void> {
    const answer = await view.act({ kind: 'point', room, words: words.trim() })
    setRefused(answer)
    if (answer === null) setWords('')
  }

  return (
    <Part rule title={texts.t('talk.points')}>
      {talk.points.length === 0 ? (
        <p>{texts.t('talk.points.none')}</p>
      ) : (
        talk.points.map((point) => <OnePoint key={point.id} view={view} found={found} talk={talk} point={point} onRefused={setRefused} />)
      )}
      <RefusedNote refused={refused} texts={texts} />
      {isParty && !seen.closed && (
        <RoomBox readers={readersOfRoom(seen, view.me)}>
          <Writing label={texts.t('talk.points.words')} value={words} onInput={setWords} />
          <Button disabled={words.trim() === '' || tooLong} onPress={() => void offer()}>
            {texts.t('talk.points.offer')}
          </Button>
        </RoomBox>
      )}
    </Part>
  )
}

function OnePoint(props: InTalk & { readonly point: Point; readonly onRefused: (refused: Refused | null) => void }): JSX.Element {
  const { view, found, talk, point, onRefused } = props
  const stands = pointsThatStand(talk, view.today).includes(point)
  const mine = point.yeses.some((yes) => yes.giver === view.me && view.today <= yes.untilDay)
  const isParty = talk.sides.some((side) => side.party === view.me)
  const press = (kind: string): void => void view.act({ kind, room: found.room, id: point.id }).then(onRefused)

  function toPlan(): void {
    const draft: MoveDraft = { card: 'talk', words: point.words, author: point.by, from: found.room, targets: [{ code: 'JO', purpose: 'plan' }] }
    view.saveDraftFor('concern', moveDraftKey, JSON.stringify(draft))
    view.go('concern', `move/${found.room}`)
  }

  return (
    <Said words={point.words} by={nameOf(found.seen.people, point.by)}>
      <StateWord node={stands ? 'n-done' : 'n-open'}>{texts.t(stands ? 'talk.points.stands' : 'talk.points.asked')}</StateWord>
      {isParty && (
        <Pair>
          {mine ? (
            <Button onPress={() => press('take-back-point')}>{texts.t('talk.points.back')}</Button>
          ) : (
            <Button onPress={() => press('agree-point')}>{texts.t('talk.points.yes')}</Button>
          )}
          {stands && <Button onPress={toPlan}>{texts.t('talk.points.toPlan')}</Button>}
        </Pair>
      )}
    </Said>
  )
}
