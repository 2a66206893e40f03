import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../log/types.ts'
import { cards } from '../../texts/cards.ts'
import { shared } from '../../texts/shared.ts'
import { allOf } from '../../texts/words.ts'
import { Button } from '../../ui/acts.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Head, Part } from '../../ui/page.tsx'
import { Line, RoomBox, type Readers } from '../../ui/room.tsx'
import { Note } from '../../ui/said.tsx'
import { whoseItIs } from '../concern-room.ts'
import type { Refused } from '../practice.ts'
import { nameOf, onlyMe, RefusedNote } from '../view.tsx'
import { texts } from './texts/listening.ts'
import type { ListeningView } from './view.tsx'

/** The longest line that goes with an ask, as `concern` takes it. */
const longestNote = 400

/** Opens the small room of one session. It is the order of another practice: what a room is and who may come in is told there. */
export function NewSession(props: { readonly view: ListeningView }): JSX.Element {
  const { view } = props
  const [who, setWho] = useState<readonly MemberId[]>([])
  const [ref, setRef] = useState<string>('')
  const [note, setNote] = useDraft(view, 'ask-note')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [opening, setOpening] = useState(false)
  const others = view.people.filter((person) => person.present && person.id !== view.me)
  const raised = [...view.rooms.values()].flatMap(({ concern, closed }) => {
    const begun = concern?.begun ?? null
    return begun !== null && !closed && (begun.by === view.me || whoseItIs(concern) === view.me) && begun.concern !== null && (begun.code === 'HH' || begun.code === 'NH')
      ? [{ value: begun.concern, title: begun.title }]
      : []
  })
  const heard = [...new Set([...view.states.rooms.values()].flatMap((room) => room.heard?.people ?? []))]

  const names = allOf([shared.t('shared.you'), ...who.map((person) => nameOf(view.people, person))])
  const withThem: Readers = { kind: 'few', name: cards.t('cards.room.small', { names, count: who.length + 1 }) }

  async function open(): Promise<void> {
    const answer = await view.actFor('concern', {
      kind: 'open-room',
      code: 'SM',
      title: texts.t('listening.title'),
      card: 'listening',
      ref: ref === '' ? null : ref,
      invited: who.map((member) => ({ member, part: 'listener' })),
      askNote: note.trim().slice(0, longestNote),
    })
    setRefused(answer)
    if (answer !== null) return
    setNote('')
    setOpening(true)
  }

  return (
    <>
      <Head title={texts.t('listening.new')} lede={texts.t('listening.new.lede')} />
      {heard.length > 0 && <p>{texts.t('listening.heardBefore', { names: allOf(heard.map((person) => nameOf(view.people, person))) })}</p>}
      {opening ? (
        <Note status>
          <p>{texts.t('listening.opening')}</p>
          <p>
            <a href="#listening">{texts.t('listening.title')}</a>
          </p>
        </Note>
      ) : others.length === 0 ? (
        <p>{texts.t('listening.who.none')}</p>
      ) : (
        <Part>
          <Checks
            legend={texts.t('listening.who')}
            options={others.map((person) => ({ value: person.id, title: person.name }))}
            values={who}
            onToggle={setWho}
          />
          <p class="hint">{texts.t('listening.who.hint')}</p>
          {raised.length > 0 && (
            <Choices legend={texts.t('listening.ref')} options={[{ value: '', title: texts.t('listening.ref.none') }, ...raised]} value={ref} onPick={setRef}>
              <p class="hint">{texts.t('listening.ref.hint')}</p>
            </Choices>
          )}
          <RoomBox readers={who.length === 0 ? onlyMe() : withThem}>
            <Line label={texts.t('listening.askNote')} hint={texts.t('listening.askNote.hint')} value={note} onInput={setNote} maxLength={longestNote} />
            <RefusedNote refused={refused} texts={texts} />
            <Button disabled={who.length === 0} onPress={() => void open()}>
              {texts.t('listening.open')}
            </Button>
          </RoomBox>
        </Part>
      )}
    </>
  )
}
