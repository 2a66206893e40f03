import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { MemberId, RoomId } from '../../../../log/types.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Check, Checks, DayLine, Pick } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { RoomBox, Writing } from '../../../../ui/room.tsx'
import type { Purpose, RoomCode } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { days, longest } from '../../shapes.ts'
import { concernsOf } from '../../state.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { whoIs, youOr } from '../names.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

const purposes: readonly Purpose[] = ['tell', 'support', 'hold', 'plan', 'closing', 'learning', 'talk', 'outside']

interface Target {
  readonly value: RoomId | 'commons'
  readonly code: RoomCode | 'CC'
  readonly people: readonly MemberId[]
}

/** Asks for a yes: exact words, where, who reads, what for, until when, and who can be recognised in them. */
export function AskMovePage(props: { readonly view: ConcernView; readonly room: string }): JSX.Element {
  const { view } = props
  const concern = concernsOf(view.states, view.me).find((each) => each.rooms.some(({ room }) => room === props.room))
  const at = concern?.rooms.find(({ room }) => room === props.room)
  const key = `move.${props.room}`
  const [words, setWords] = useState(() => view.draft(key))
  const [author, setAuthor] = useState<MemberId | ''>('')
  const [target, setTarget] = useState<string>('')
  const [left, setLeft] = useState<readonly MemberId[]>([])
  const [purpose, setPurpose] = useState<Purpose>('tell')
  const [until, setUntil] = useState<number | null>(view.today + days.yes)
  const [mayPassOn, setPassOn] = useState(false)
  const [nameMayStand, setName] = useState(false)
  const [recognised, setRecognised] = useState<readonly MemberId[]>([])
  const pressing = usePress(view)
  if (concern === undefined || at === undefined) return <Gone />
  const seen = view.rooms.get(at.room) ?? null
  const here = (seen?.people ?? []).filter((person) => person.present)
  const targets: readonly Target[] = [
    ...concern.rooms
      .filter(({ room }) => room !== at.room)
      .map(({ room, code }) => ({ value: room, code, people: (view.rooms.get(room)?.people ?? []).filter((person) => person.present).map((person) => person.id) })),
    { value: 'commons', code: 'CC', people: view.people.filter((person) => person.present).map((person) => person.id) },
  ]
  const chosen = targets.find(({ value }) => value === target)
  const readers = (chosen?.people ?? []).filter((id) => !left.includes(id))
  const everybody = [...new Set([...here.map((person) => person.id), ...view.people.filter((person) => person.present).map((person) => person.id)])]

  function ask(): void {
    if (chosen === undefined || author === '' || until === null) return
    pressing.press(
      {
        kind: 'ask-move',
        room: at!.room,
        author,
        target: chosen.value,
        targetCode: chosen.code,
        mayPassOn,
        nameMayStand,
        card: 'concern',
        words: words.trim(),
        purpose,
        readers: [...readers],
        recognised: recognised.filter((id) => id !== author),
        untilDay: until as Day,
      },
      () => {
        view.saveDraft(key, '')
        setWords('')
      },
    )
  }

  return (
    <>
      <Danger {...view} />
      <Head title={t('concern.move.title')} lede={t('concern.move.lede')} />
      <RoomBox readers={readersOfRoom(seen, view.me)}>
        <Writing
          label={t('concern.move.words')}
          value={words}
          maxLength={longest.words / 3}
          onInput={(text) => {
            setWords(text)
            view.saveDraft(key, text)
          }}
        />
        <Pick label={t('concern.move.author')} none={t('concern.none')} options={here.map((person) => ({ value: person.id, title: youOr(view, person.id) }))} value={author} onPick={setAuthor} />
        <Pick
          label={t('concern.move.target')}
          none={t('concern.none')}
          options={targets.map(({ value, code }) => ({ value, title: t(`concern.room.${code}`) }))}
          value={target}
          onPick={(value) => {
            setTarget(value)
            setLeft([])
          }}
        />
        <Pick label={t('concern.move.purpose')} options={purposes.map((each) => ({ value: each, title: t(`concern.purpose.${each}`) }))} value={purpose} onPick={(value) => value !== '' && setPurpose(value)} />
        <DayLine label={t('concern.move.until')} value={until} onInput={setUntil} />
      </RoomBox>
      {chosen !== undefined && chosen.code !== 'CC' && (
        <Checks
          legend={t('concern.move.readers')}
          options={chosen.people.map((id) => ({ value: id, title: youOr(view, id) }))}
          values={readers}
          onToggle={(values) => setLeft(chosen.people.filter((id) => !values.includes(id)))}
        />
      )}
      {chosen?.code === 'CC' && <p>{t('concern.yes.readersAll')}</p>}
      <Checks
        legend={t('concern.move.recognised')}
        hint={t('concern.move.recognisedHint')}
        options={everybody.filter((id) => id !== author).map((id) => ({ value: id, title: id === view.me ? youOr(view, id) : whoIs(view, id) }))}
        values={recognised}
        onToggle={setRecognised}
      />
      <Part>
        <div class="choices">
          <Check title={t('concern.move.passOn')} checked={mayPassOn} onChange={setPassOn} />
          <Check title={t('concern.move.name')} hint={t('concern.move.nameHint')} checked={nameMayStand} onChange={setName} />
        </div>
        <WhyNot of={pressing} />
        <Button disabled={words.trim() === '' || author === '' || chosen === undefined || until === null} onPress={ask}>
          {t('concern.move.send')}
        </Button>
        <p class="hint">{t('concern.move.silence')}</p>
        <DoneNote of={pressing} />
      </Part>
    </>
  )
}
