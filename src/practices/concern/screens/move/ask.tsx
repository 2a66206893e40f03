import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { MemberId, RoomId } from '../../../../log/types.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Check, Checks, DayLine, Pick } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { RoomBox, Writing } from '../../../../ui/room.tsx'
import type { Purpose, RoomCode } from '../../../concern-room.ts'
import { moveDraftKey, readMoveDraft, type MoveDraft } from '../../../card-move.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { days, longest } from '../../shapes.ts'
import { wordsOfPage } from '../../circle-state.ts'
import { concernsOf } from '../../concerns.ts'
import { invitedTo } from '../../state.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { useKept } from '../kept.ts'
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

/** Words that a card of this room left for the form. */
function leftFor(view: ConcernView, room: string): MoveDraft | null {
  const draft = readMoveDraft(view.draft(moveDraftKey))
  return draft !== null && draft.from === room ? draft : null
}

/** Asks for a yes: exact words, where, who reads, what for, until when, and who can be recognised in them. */
export function AskMovePage(props: { readonly view: ConcernView; readonly room: string }): JSX.Element {
  const { view } = props
  const concern = concernsOf(view.states, view.me).find((each) => each.rooms.some(({ room }) => room === props.room))
  const at = concern?.rooms.find(({ room }) => room === props.room)
  const key = `move.${props.room}`
  const [brought] = useState(() => leftFor(view, props.room))
  const [words, setWords] = useState(() => view.draft(key) || (brought?.words ?? ''))
  const [author, setAuthor] = useState<MemberId | ''>(brought?.author ?? '')
  const [target, setTarget] = useState<string>('')
  const [left, setLeft] = useState<readonly MemberId[]>([])
  const [purpose, setPurpose] = useState<Purpose>(brought?.targets[0]?.purpose ?? 'tell')
  const [until, setUntil] = useState<number | null>(view.today + days.yes)
  const [mayPassOn, setPassOn] = useState(false)
  const [nameMayStand, setName] = useState(false)
  const [recognised, setRecognised] = useState<readonly MemberId[]>([])
  const [helps, setHelps, dropHelps] = useKept(view, `${key}.helps`)
  const [pilesOn, setPilesOn, dropPilesOn] = useKept(view, `${key}.pilesOn`)
  const [say, setSay, dropSay] = useKept(view, `${key}.say`)
  const pressing = usePress(view)
  if (concern === undefined || at === undefined) return <Gone />
  const seen = view.rooms.get(at.room) ?? null
  const here = (seen?.people ?? []).filter((person) => person.present)
  const targets: readonly Target[] = [
    ...concern.rooms
      .filter(({ room, code }) => room !== at.room && (brought === null || brought.targets.some((each) => each.code === code)))
      .map(({ room, code, state }) => {
        const there = (view.rooms.get(room)?.people ?? []).filter((person) => person.present).map((person) => person.id)
        // Who was asked in holds the key already.
        return { value: room, code, people: [...there, ...invitedTo(state, new Set(there), view.today)] }
      }),
    ...(brought === null || brought.targets.some((each) => each.code === 'CC') ? [{ value: 'commons' as const, code: 'CC' as const, people: view.people.filter((person) => person.present).map((person) => person.id) }] : []),
  ]
  const chosen = targets.find(({ value }) => value === target)
  // Before the circle stands a page with parts; how it ends is told in words of its own.
  const isPage = chosen?.code === 'CC' && purpose !== 'closing'
  const readers = (chosen?.people ?? []).filter((id) => !left.includes(id))
  // Telling the person named asks no yes of them, and nobody is asked about words before they were told (5.3).
  const notAsked = chosen !== undefined && (chosen.code === 'HO' || chosen.code === 'NH') ? concern.rooms.flatMap(({ state }) => state.begun?.about ?? []) : []
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
        card: brought?.card ?? 'concern',
        words: isPage ? wordsOfPage({ mayKnow: words.trim(), helps: helps.trim(), pilesOn: pilesOn.trim(), say: say.trim() }) : words.trim(),
        purpose,
        readers: chosen.code === 'CC' ? [] : [...readers],
        recognised: recognised.filter((id) => id !== author && !notAsked.includes(id)),
        untilDay: until as Day,
      },
      () => {
        view.saveDraft(key, '')
        dropHelps()
        dropPilesOn()
        dropSay()
        if (brought !== null) view.saveDraft(moveDraftKey, '')
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
          label={isPage ? t('concern.circle.mayKnow') : t('concern.move.words')}
          value={words}
          maxLength={longest.words / 3}
          onInput={(text) => {
            setWords(text)
            view.saveDraft(key, text)
          }}
        />
        {isPage && (
          <>
            <Writing label={t('concern.circle.helps')} rows={2} value={helps} maxLength={longest.page / 6} onInput={setHelps} />
            <Writing label={t('concern.circle.pilesOn')} rows={2} value={pilesOn} maxLength={longest.page / 6} onInput={setPilesOn} />
            <Writing label={t('concern.circle.say')} rows={2} value={say} maxLength={longest.page / 6} onInput={setSay} />
          </>
        )}
        <Pick label={t('concern.move.author')} none={t('concern.none')} options={here.map((person) => ({ value: person.id, title: youOr(view, person.id) }))} value={author} onPick={setAuthor} />
        <Pick
          label={t('concern.move.target')}
          none={t('concern.none')}
          options={targets.map(({ value, code }) => ({ value, title: t(`concern.room.${code}`) }))}
          value={target}
          onPick={(value) => {
            setTarget(value)
            setLeft([])
            const fits = brought?.targets.find((each) => targets.some((other) => other.value === value && other.code === each.code))
            if (fits !== undefined) setPurpose(fits.purpose)
          }}
        />
        {at.code === 'HH' && targets.some(({ code }) => code === 'HO') && <p class="hint">{t('concern.move.tellHint')}</p>}
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
        options={everybody.filter((id) => id !== author && !notAsked.includes(id)).map((id) => ({ value: id, title: id === view.me ? youOr(view, id) : whoIs(view, id) }))}
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
