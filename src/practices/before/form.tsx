import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { utf8 } from '../../base/bytes.ts'
import type { Day } from '../../base/clock.ts'
import { shared } from '../../texts/shared.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Choices, DayLine } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Line, RoomBox, Writing } from '../../ui/room.tsx'
import { ErrorNote, Note } from '../../ui/said.tsx'
import type { Refused } from '../practice.ts'
import { everyoneIn, RefusedNote } from '../view.tsx'
import { longest, mostNumbers } from './events.ts'
import { lookWithin } from './rules.ts'
import { texts } from './texts/before.ts'
import type { BeforeView } from './view.tsx'

/** My own answer. A no leaves the form without writing anything (BH2). */
export function CouldForm(props: BeforeView): JSX.Element {
  const mine = props.states.commons.could.find((each) => each.by === props.me)
  const [how, setHow] = useState<'yes' | 'beside' | 'no' | null>(mine?.how ?? null)
  const [duty, setDuty] = useState<'no' | 'yes' | 'unsure' | null>(mine?.duty ?? null)
  const [draft, setPassesOn] = useDraft(props, 'passes-on')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [passed, setPassed] = useState(false)
  const passesOn = draft === '' ? (mine?.passesOn ?? '') : draft
  const tooLong = isTooLong(passesOn, longest.passesOn)
  const ready = duty !== null && !tooLong && (duty !== 'yes' || passesOn.trim() !== '')

  async function say(): Promise<void> {
    const answer = await props.act({ kind: 'could', said: { how, duty, passesOn: duty === 'yes' ? passesOn.trim() : '' } })
    setRefused(answer)
    if (answer === null) setPassesOn('')
  }

  async function takeBack(): Promise<void> {
    // Nothing stands, so there is nothing to write.
    const answer = mine === undefined ? null : await props.act({ kind: 'could-not' })
    setRefused(answer)
    setPassed(answer === null)
  }

  return (
    <RoomBox readers={everyoneIn(props.people)}>
      <Choices
        small
        legend={texts.t('before.could.you')}
        options={[
          { value: 'beside', title: texts.t('before.could.beside') },
          { value: 'yes', title: texts.t('before.could.yes') },
          { value: 'no', title: texts.t('before.could.no'), hint: texts.t('before.could.no.hint') },
        ]}
        value={how}
        onPick={(next) => {
          setHow(next)
          setPassed(false)
        }}
      />
      {(how === 'yes' || how === 'beside') && (
        <>
          <p class="hint">{texts.t('before.could.right')}</p>
          <Choices
            small
            legend={texts.t('before.duty')}
            options={[
              { value: 'no', title: texts.t('before.duty.no') },
              { value: 'yes', title: texts.t('before.duty.yes') },
              { value: 'unsure', title: texts.t('before.duty.unsure') },
            ]}
            value={duty}
            onPick={setDuty}
          >
            <p class="hint">{texts.t('before.duty.hint')}</p>
          </Choices>
          {duty === 'yes' && <Line label={texts.t('before.passesOn')} value={passesOn} onInput={setPassesOn} />}
          {tooLong && <ErrorNote title={texts.t('before.tooLong')} />}
          <RefusedNote refused={refused} texts={texts} />
          <Button disabled={!ready} onPress={() => void say()}>
            {texts.t('before.say')}
          </Button>
        </>
      )}
      {how === 'no' &&
        (mine === undefined || passed ? (
          <Note status>
            <p>{texts.t('before.nothingWritten')}</p>
          </Note>
        ) : (
          <>
            <RefusedNote refused={refused} texts={texts} />
            <Button onPress={() => void takeBack()}>{texts.t('before.takeBack')}</Button>
            <p class="hint">{texts.t('before.takeBack.hint')}</p>
          </>
        ))}
    </RoomBox>
  )
}

export function NumbersForm(props: BeforeView): JSX.Element {
  const { numbers } = props.states.commons
  const [open, setOpen] = useState(false)
  const [lines, setLines] = useState<readonly { readonly name: string; readonly number: string }[]>([])
  const [lookDay, setLookDay] = useState<number | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const filled = lines.map(({ name, number }) => ({ name: name.trim(), number: number.trim() })).filter(({ name, number }) => name !== '' || number !== '')
  const tooLong = filled.some(({ name, number }) => isTooLong(name, longest.name) || isTooLong(number, longest.number))
  const ready = filled.length > 0 && !tooLong && lookDay !== null && filled.every(({ name, number }) => name !== '' && number !== '')

  function begin(): void {
    const empty = { name: '', number: '' }
    setLines(numbers?.lines ?? [empty, empty])
    setLookDay(props.today + lookWithin)
    setOpen(true)
  }

  async function keep(): Promise<void> {
    const answer = await props.act({ kind: 'numbers', lines: filled, lookDay })
    setRefused(answer)
    if (answer === null) setOpen(false)
  }

  if (!open)
    return (
      <Acts>
        <Button onPress={begin}>{texts.t(numbers === null ? 'before.numbers.write' : 'before.numbers.change')}</Button>
      </Acts>
    )
  const change = (at: number, part: Partial<(typeof lines)[number]>): void => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <RoomBox readers={everyoneIn(props.people)}>
      {lines.map((line, index) => (
        <div key={index} class="part">
          <Line label={texts.t('before.numbers.name')} value={line.name} onInput={(name) => change(index, { name })} />
          <Line label={texts.t('before.numbers.number')} value={line.number} onInput={(number) => change(index, { number })} />
        </div>
      ))}
      {lines.length < mostNumbers && (
        <Acts>
          <Button kind="text" onPress={() => setLines([...lines, { name: '', number: '' }])}>
            {texts.t('before.numbers.more')}
          </Button>
        </Acts>
      )}
      <DayLine label={texts.t('before.numbers.ring')} value={lookDay} onInput={(day) => setLookDay(day as Day | null)} />
      {tooLong && <ErrorNote title={texts.t('before.tooLong')} />}
      <RefusedNote refused={refused} texts={texts} />
      <Pair>
        <Button disabled={!ready} onPress={() => void keep()}>
          {texts.t('before.writeDown')}
        </Button>
        <Button onPress={() => setOpen(false)}>{shared.t('shared.notNow')}</Button>
      </Pair>
    </RoomBox>
  )
}

export function SentenceForm(props: BeforeView): JSX.Element {
  const { over } = props.states.commons
  const [open, setOpen] = useState(false)
  const [draft, setSentence] = useDraft(props, 'sentence')
  const [refused, setRefused] = useState<Refused | null>(null)
  const sentence = draft
  const tooLong = isTooLong(sentence, longest.sentence)

  async function keep(): Promise<void> {
    const answer = await props.act({ kind: 'over', sentence: sentence.trim() })
    setRefused(answer)
    if (answer !== null) return
    setSentence('')
    setOpen(false)
  }

  if (!open)
    return (
      <Acts>
        <Button
          onPress={() => {
            if (sentence === '' && over !== null) setSentence(over.sentence)
            setOpen(true)
          }}
        >
          {texts.t(over === null ? 'before.over.write' : 'before.over.change')}
        </Button>
      </Acts>
    )
  return (
    <RoomBox readers={everyoneIn(props.people)}>
      <Writing label={texts.t('before.over.sentence')} rows={2} value={sentence} onInput={setSentence} />
      {tooLong && <ErrorNote title={texts.t('before.tooLong')} />}
      <RefusedNote refused={refused} texts={texts} />
      <Pair>
        <Button disabled={tooLong || sentence.trim() === ''} onPress={() => void keep()}>
          {texts.t('before.writeDown')}
        </Button>
        <Button onPress={() => setOpen(false)}>{shared.t('shared.notNow')}</Button>
      </Pair>
    </RoomBox>
  )
}

function isTooLong(text: string, bytes: number): boolean {
  return utf8(text.trim()).length > bytes
}
