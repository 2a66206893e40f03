import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { shared } from '../../texts/shared.ts'
import { shortDay } from '../../texts/words.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Check } from '../../ui/choices.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { WhoLine } from '../../ui/room.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import type { Refused, Surfaces } from '../practice.ts'
import { ChangedNothing, everyoneIn, nameOf, NewerNote, onlyMe, RefusedNote } from '../view.tsx'
import type { Answers } from './events.ts'
import { CheckInForm, type CheckInView } from './form.tsx'
import { isStirredWord, noteOfToday, openMeeting, strip, type Arrivals, type Meeting, type OwnLog } from './rules.ts'
import { texts } from './texts/check-in.ts'
import { capacityWord, shareWord, zoneWord } from './words.ts'

export const surfaces: Surfaces<OwnLog, Arrivals, never> = { today: CheckInToday, page: CheckInPage }

function CheckInToday(props: CheckInView): JSX.Element {
  const meeting = openMeeting(props.states.commons, props.today)
  return (
    <>
      <Part title={texts.t('check-in.title')}>
        <NewerNote newer={newerOf(props)} />
        <CheckInForm key={formKey(props)} {...props} />
        <p class="hint">
          <a href="#check-in">{texts.t('check-in.page')}</a>
        </p>
      </Part>
      {meeting !== null && <MeetingPart {...props} meeting={meeting} />}
    </>
  )
}

function CheckInPage(props: CheckInView): JSX.Element {
  const { states, today, settings } = props
  const meeting = openMeeting(states.commons, today)
  const days = strip(states.personal, today, settings).toReversed()
  return (
    <>
      <Head title={texts.t('check-in.title')} lede={texts.t('check-in.lede')} />
      <Part>
        <NewerNote newer={newerOf(props)} />
        <CheckInForm key={formKey(props)} {...props} />
      </Part>
      <MeetingPart {...props} meeting={meeting} />
      <Part rule title={texts.t('check-in.ownDays')}>
        <WhoLine readers={onlyMe()} />
        {days.length === 0 ? (
          <p>{texts.t('check-in.noDays')}</p>
        ) : (
          <Rows label={texts.t('check-in.ownDays')}>
            {days.map((note) => (
              <Row key={note.day} title={shortDay(note.day)} end={<span>{wordsOf(note.answers)}</span>}>
                {note.answers.line !== '' && (
                  <span class="voice" dir="auto">
                    {note.answers.line}
                  </span>
                )}
              </Row>
            ))}
          </Rows>
        )}
        <p class="hint">{texts.t('check-in.ownDays.hint')}</p>
        <Check
          title={texts.t('check-in.log')}
          hint={texts.t('check-in.log.hint')}
          checked={settings.checkInLog}
          onChange={(checkInLog) => props.changeSettings({ checkInLog })}
        />
      </Part>
      <ChangedNothing refused={props.refused} people={props.people} texts={texts} />
    </>
  )
}

/** Words people chose to share, each under its name, and no sum of them (CI8). */
function MeetingPart(props: CheckInView & { readonly meeting: Meeting | null }): JSX.Element {
  const { meeting, me, people, act, states, today } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const press = (order: unknown): void => void act(order).then(setRefused)
  if (meeting === null) {
    return (
      <Part rule title={texts.t('check-in.meeting')}>
        <p>{texts.t('check-in.meeting.none')}</p>
        <RefusedNote refused={refused} texts={texts} />
        <Acts>
          <Button onPress={() => press({ kind: 'open-meeting' })}>{texts.t('check-in.meeting.open')}</Button>
        </Acts>
      </Part>
    )
  }
  const shares = meeting.words.some((word) => word.author === me)
  const mine = noteOfToday(states.personal, today)?.answers.stirred ?? null
  return (
    <Part rule title={texts.t('check-in.meeting')}>
      <WhoLine readers={everyoneIn(people)} />
      <p>
        {meeting.openedBy === me ? texts.t('check-in.meeting.openedByYou') : texts.t('check-in.meeting.opened', { name: nameOf(people, meeting.openedBy) })}
      </p>
      {meeting.words.length === 0 ? (
        <p>{texts.t('check-in.meeting.quiet')}</p>
      ) : (
        <Rows label={texts.t('check-in.meeting')}>
          {meeting.words.map((word) => (
            <Row
              key={word.author}
              title={word.author === me ? shared.t('shared.you') : nameOf(people, word.author)}
              end={<span>{shareWord(word.share)}</span>}
            />
          ))}
        </Rows>
      )}
      <p class="hint">{texts.t('check-in.meeting.hint')}</p>
      <RefusedNote refused={refused} texts={texts} />
      {shares ? (
        <Acts>
          <Button onPress={() => press({ kind: 'take-word-back' })}>{texts.t('check-in.share.back')}</Button>
        </Acts>
      ) : (
        <>
          <h3>{texts.t('check-in.share')}</h3>
          <p class="hint">{texts.t('check-in.share.who')}</p>
          <Acts>
            {isStirredWord(mine) && (
              <Button onPress={() => press({ kind: 'share', share: 'word' })}>{texts.t('check-in.share.word', { word: shareWord(mine) })}</Button>
            )}
            <Button onPress={() => press({ kind: 'share', share: 'slow-start' })}>{texts.t('check-in.share.slow-start')}</Button>
          </Acts>
        </>
      )}
      <CloseMeeting key={meeting.id} onClose={() => press({ kind: 'close-meeting' })} />
    </Part>
  )
}

/** Asked once: it takes away what everybody shared. */
function CloseMeeting(props: { readonly onClose: () => void }): JSX.Element {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <Acts>
        <Button kind="text" onPress={() => setAsking(true)}>
          {texts.t('check-in.meeting.close')}
        </Button>
      </Acts>
    )
  }
  return (
    <>
      <p>{texts.t('check-in.meeting.closeHint')}</p>
      <Pair>
        <Button onPress={() => setAsking(false)}>{texts.t('check-in.meeting.stay')}</Button>
        <Button onPress={props.onClose}>{texts.t('check-in.meeting.closeNow')}</Button>
      </Pair>
    </>
  )
}

function newerOf(props: CheckInView): OwnLog['newer'] {
  return [...props.states.personal.newer, ...props.states.commons.newer]
}

function wordsOf(answers: Answers): string {
  const { stirred, capacity, zone } = answers
  return [
    stirred === null ? null : stirred === 'rather-not-say' ? shared.t('shared.ratherNotSay') : shareWord(stirred),
    capacity === null ? null : capacityWord(capacity),
    zone === null ? null : zoneWord(zone),
  ]
    .filter((word) => word !== null)
    .join(' · ')
}

/** A new day begins with an empty form. What another device noted today shows when this one is opened anew, and never under the writer's hands. */
function formKey(props: CheckInView): string {
  return String(props.today)
}
