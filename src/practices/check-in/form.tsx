import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { shared } from '../../texts/shared.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Checks, Choices, Seg, Taps } from '../../ui/choices.tsx'
import { Line, RoomBox, WhoLine } from '../../ui/room.tsx'
import { More } from '../../ui/said.tsx'
import type { Refused, ViewProps } from '../practice.ts'
import { onlyMe, RefusedNote } from '../view.tsx'
import { aboutWords, capacities, helpWords, stirredWords, zones, type Answers } from './events.ts'
import { noteOfToday, type Arrivals, type OwnLog } from './rules.ts'
import { texts } from './texts/check-in.ts'
import { aboutWord, capacityWord, helpWord, shareWord, zoneWord } from './words.ts'

export type CheckInView = ViewProps<OwnLog, Arrivals, never>

const empty: Answers = { stirred: null, capacity: null, zone: null, helps: [], about: null, line: '' }
const glyphOfCapacity = { little: 'c-low', some: 'c-some', plenty: 'c-full' } as const
const glyphOfZone = { 'too-close': 'z-close', connected: 'z-with', 'too-far': 'z-far' } as const

/** One tap on a word keeps it. What else there is to say can be added at once or later in the day. */
export function CheckInForm(props: CheckInView): JSX.Element {
  const { states, today, act } = props
  const note = noteOfToday(states.personal, today)
  const [open, setOpen] = useState(note === null)
  const [answers, setAnswers] = useState<Answers>(note?.answers ?? empty)
  const [refused, setRefused] = useState<Refused | null>(null)

  async function keep(next: Answers): Promise<boolean> {
    setAnswers(next)
    const answer = await act({ kind: 'note', answers: next })
    setRefused(answer)
    return answer === null
  }

  const change = (part: Partial<Answers>): void => setAnswers({ ...answers, ...part })

  if (!open) {
    return (
      <>
        <p>{texts.t('check-in.kept')}</p>
        <WhoLine readers={onlyMe()} />
        {note !== null && <OwnWords answers={note.answers} />}
        <Acts>
          <Button
            onPress={() => {
              setAnswers(note?.answers ?? empty)
              setOpen(true)
            }}
          >
            {shared.t('shared.change')}
          </Button>
        </Acts>
      </>
    )
  }
  return (
    <RoomBox readers={onlyMe()}>
      <Taps
        legend={texts.t('check-in.stirred')}
        options={[
          ...stirredWords.map((word) => ({ value: word, title: shareWord(word) })),
          { value: 'rather-not-say' as const, title: shared.t('shared.ratherNotSay') },
        ]}
        value={answers.stirred}
        onTap={(stirred) => void keep({ ...answers, stirred })}
      />
      <Seg
        legend={texts.t('check-in.capacity')}
        options={capacities.map((value) => ({ value, title: capacityWord(value), glyph: glyphOfCapacity[value] }))}
        value={answers.capacity}
        onPick={(capacity) => change({ capacity })}
        onClear={() => change({ capacity: null })}
      />
      <Seg
        legend={texts.t('check-in.zone')}
        options={zones.map((value) => ({ value, title: zoneWord(value), glyph: glyphOfZone[value] }))}
        value={answers.zone}
        onPick={(zone) => change({ zone })}
        onClear={() => change({ zone: null })}
      />
      <More summary={texts.t('check-in.more')}>
        <Checks
          small
          legend={texts.t('check-in.helps')}
          options={helpWords.map((value) => ({ value, title: helpWord(value) }))}
          values={answers.helps}
          onToggle={(helps) => change({ helps: [...helps] })}
        />
        <Choices
          small
          legend={texts.t('check-in.about')}
          options={aboutWords.map((value) => ({ value, title: aboutWord(value) }))}
          value={answers.about}
          onPick={(about) => change({ about })}
        />
        <Line label={texts.t('check-in.line')} value={answers.line} maxLength={300} onInput={(line) => change({ line })} />
      </More>
      <RefusedNote refused={refused} texts={texts} />
      <Button
        kind="fill"
        onPress={() => {
          // The tap on the word may have kept all of it already.
          if (note !== null && sameAnswers(note.answers, answers)) setOpen(false)
          else void keep(answers).then((kept) => kept && setOpen(false))
        }}
      >
        {shared.t('shared.keep')}
      </Button>
    </RoomBox>
  )
}

function sameAnswers(a: Answers, b: Answers): boolean {
  return (
    a.stirred === b.stirred && a.capacity === b.capacity && a.zone === b.zone && a.about === b.about && a.line === b.line && a.helps.join() === b.helps.join()
  )
}

/** What one day holds, in the words that were chosen. */
export function OwnWords(props: { readonly answers: Answers }): JSX.Element {
  const { stirred, capacity, zone, helps, about, line } = props.answers
  const said = [
    stirred === null
      ? null
      : { label: texts.t('check-in.stirred'), words: stirred === 'rather-not-say' ? shared.t('shared.ratherNotSay') : shareWord(stirred) },
    capacity === null ? null : { label: texts.t('check-in.capacity'), words: capacityWord(capacity) },
    zone === null ? null : { label: texts.t('check-in.zone'), words: zoneWord(zone) },
    helps.length === 0 ? null : { label: texts.t('check-in.helps'), words: helps.map(helpWord).join(' · ') },
    about === null ? null : { label: texts.t('check-in.about'), words: aboutWord(about) },
  ].filter((each) => each !== null)
  return (
    <>
      <dl class="facts">
        {said.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {line !== '' && (
        <p class="voice" dir="auto">
          {line}
        </p>
      )}
    </>
  )
}
