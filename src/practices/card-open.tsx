/** Opening a card on which others write. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../base/clock.ts'
import { cards as words } from '../texts/cards.ts'
import { allOf } from '../texts/words.ts'
import { Button } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { WhoLine } from '../ui/room.tsx'
import { titleOf, type CardPlace } from './card-at.ts'
import { isAmong } from './card-rules.ts'
import type { CardsAt } from './card-view.tsx'
import type { Refused } from './practice.ts'
import { readersOfRoom } from './room-readers.ts'
import { LookAgain, RefusedNote, StopHere } from './view.tsx'

/** No question is asked: whoever opens it has no sheet on it. */
export function OpenForm(props: { readonly at: CardsAt; readonly place: CardPlace; readonly leaf: string }): JSX.Element {
  const { at, place, leaf: name } = props
  const { declared, view } = at
  const leaf = declared.leaves[name]!
  const [lookDay, setLookDay] = useState<Day | null>((view.today + (leaf.firstLook ?? leaf.lookWithin)) as Day)
  const [refused, setRefused] = useState<Refused | null>(null)
  const writers = place.people.filter((person) => isAmong(leaf.writes, person.id, place.around))

  async function open(): Promise<void> {
    const answer = await view.act({ kind: 'open', room: place.room, leaf: name, lookDay, answers: null })
    setRefused(answer)
    if (answer === null) view.go(declared.name, '')
  }

  return (
    <>
      <Head title={titleOf(declared, { leaf: name })} />
      <Part>
        <WhoLine readers={readersOfRoom(place.seen, view.me)} />
        <p>{words.t('cards.openFor', { names: allOf(writers.map((person) => person.name)) })}</p>
        <LookAgain day={lookDay} onPick={setLookDay} />
        <RefusedNote refused={refused} texts={declared.texts} />
        <Button onPress={() => void open()}>{words.t('cards.openFor.do')}</Button>
        <StopHere practice={declared.name} />
      </Part>
    </>
  )
}
