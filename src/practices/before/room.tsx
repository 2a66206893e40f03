import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dayInWords } from '../../texts/words.ts'
import { Button, Pair } from '../../ui/acts.tsx'
import { Choices, DayLine } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { RoomBox } from '../../ui/room.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import type { Refused } from '../practice.ts'
import { everyoneIn, RefusedNote } from '../view.tsx'
import { roomWords } from './events.ts'
import { roomOn, type Room } from './rules.ts'
import { texts } from './texts/before.ts'
import type { BeforeView } from './view.tsx'

const { t } = texts
const restsFor = 30
const words = { open: 'before.room.open', small: 'before.room.small', full: 'before.room.full', resting: 'before.room.resting' } as const

/** One word about how much room somebody has: no hours, no sums, and nobody is asked for it (BH8). */
export function RoomPart(props: BeforeView): JSX.Element {
  const { states, people, me, today } = props
  const mine = states.commons.room.find((each) => each.by === me) ?? null
  const [word, setWord] = useState<Room['word'] | null>(mine?.word ?? null)
  const [until, setUntil] = useState<number | null>(mine?.until ?? today + restsFor)
  const [refused, setRefused] = useState<Refused | null>(null)
  const said = people.flatMap((person) => (person.present ? (roomOn(states.commons, person.id, today) ?? []) : []))
  const rests = word === 'resting'
  const ready = word !== null && (!rests || (until !== null && until >= today))
  return (
    <Part rule title={t('before.room')}>
      <p class="hint">{t('before.room.hint')}</p>
      {said.length > 0 && (
        <Rows label={t('before.room')}>
          {said.map((each) => (
            <Row key={each.by} title={people.find((person) => person.id === each.by)?.name ?? ''} end={<span>{inWords(each)}</span>} />
          ))}
        </Rows>
      )}
      <RoomBox readers={everyoneIn(people)}>
        <Choices small legend={t('before.room.you')} options={roomWords.map((value) => ({ value, title: t(words[value]) }))} value={word} onPick={setWord} />
        {rests && <DayLine label={t('before.room.until')} value={until} onInput={setUntil} />}
        <RefusedNote refused={refused} texts={texts} />
        <Pair>
          <Button disabled={!ready} onPress={() => void props.act({ kind: 'room', said: { word, until: rests ? until : null } }).then(setRefused)}>
            {t('before.room.say')}
          </Button>
          <Button
            disabled={mine === null}
            onPress={() => {
              setWord(null)
              void props.act({ kind: 'room-not' }).then(setRefused)
            }}
          >
            {t('before.room.back')}
          </Button>
        </Pair>
      </RoomBox>
    </Part>
  )
}

function inWords(room: Room): string {
  return room.until === null ? t(words[room.word]) : t('before.room.restingUntil', { day: dayInWords(room.until) })
}
