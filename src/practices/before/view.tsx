/** The page for ten minutes: who could hold, whom to call, how it is said that something is over. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { shared } from '../../texts/shared.ts'
import { dayInWordsWithYear } from '../../texts/words.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { WhoLine } from '../../ui/room.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import { Note, Said } from '../../ui/said.tsx'
import type { Refused, Surfaces, ViewProps, Waiting } from '../practice.ts'
import { ChangedNothing, everyoneIn, nameOf, NewerNote, RefusedNote } from '../view.tsx'
import { CouldForm, NumbersForm, SentenceForm } from './form.tsx'
import { RoomPart } from './room.tsx'
import { asksForRoom, asksToLook, beforehandOf, isDue, lookWithin, someoneLeft, whoCould, type Before, type Could } from './rules.ts'
import { texts } from './texts/before.ts'

export type BeforeView = ViewProps<never, Before, never>

export const surfaces: Surfaces<never, Before, never> = {
  page: BeforePage,
  waits,
  beforehand: (props) => beforehandOf(props.states.commons, props.people, props.today) ?? { call: [], couldHold: [], room: [] },
}

function waits(props: BeforeView): readonly Waiting[] {
  const { states, people, me, today } = props
  const row = (key: string, hint: string): Waiting => ({ key, title: texts.t('before.title'), hint, href: '#before' })
  return [
    ...(asksToLook(states.commons, people, { me, today }) ? [row('before', texts.t('before.due'))] : []),
    ...(asksForRoom(states.commons, me, today) ? [row('before/room', texts.t('before.room.again'))] : []),
  ]
}

function BeforePage(props: BeforeView): JSX.Element {
  const { states, people } = props
  const { commons } = states
  return (
    <>
      <Head title={texts.t('before.title')} lede={texts.t('before.lede')} />
      <NewerNote newer={commons.newer} />
      <Due {...props} />
      <Part title={texts.t('before.could')}>
        <p>{texts.t('before.could.what')}</p>
        <WhoLine readers={everyoneIn(people)} />
        <WhoCould {...props} />
        <CouldForm {...props} />
      </Part>
      <RoomPart {...props} />
      <Part rule title={texts.t('before.numbers')}>
        <p class="hint">{texts.t('before.numbers.hint')}</p>
        <Numbers {...props} />
        <NumbersForm {...props} />
      </Part>
      <Part rule title={texts.t('before.over')}>
        <p class="hint">{texts.t('before.over.hint')}</p>
        {commons.over === null ? <p>{texts.t('before.over.none')}</p> : <Said words={commons.over.sentence} by={by(props, commons.over)} />}
        <SentenceForm {...props} />
      </Part>
      <Part>
        <Rows>
          <Row href="#evening" title={texts.t('before.evening')} hint={texts.t('before.evening.hint')} />
        </Rows>
      </Part>
      <div class="noprint">
        <Acts>
          <Button onPress={() => globalThis.print()}>{shared.t('shared.sheet.print')}</Button>
        </Acts>
      </div>
      <ChangedNothing refused={props.refused} people={people} texts={texts} />
    </>
  )
}

/** No number of helpers and no order of merit: people stand in the order of the circle (BH7). */
function WhoCould(props: BeforeView): JSX.Element {
  const could = whoCould(props.states.commons, props.people)
  if (could.length === 0) return <p>{texts.t('before.could.none')}</p>
  return (
    <Rows label={texts.t('before.could')}>
      {could.map((each) => (
        <Row
          key={each.by}
          title={nameOf(props.people, each.by)}
          end={<span>{texts.t(each.how === 'yes' ? 'before.could.yes' : 'before.could.beside')}</span>}
          hint={dutyOf(each)}
        />
      ))}
    </Rows>
  )
}

function dutyOf(could: Could): string | undefined {
  switch (could.duty) {
    case 'no':
      return undefined
    case 'yes':
      return texts.t('before.passesOn.said', { words: could.passesOn })
    case 'unsure':
      return texts.t('before.duty.saidUnsure')
  }
}

function Numbers(props: BeforeView): JSX.Element {
  const { numbers, lookDay } = props.states.commons
  if (numbers === null) return <p>{texts.t('before.numbers.none')}</p>
  return (
    <>
      <Rows label={texts.t('before.numbers')}>
        {numbers.lines.map(({ name, number }, index) => (
          <Row key={index} title={name}>
            <a href={`tel:${number.replaceAll(/[^+0-9]/g, '')}`} dir="ltr">
              {number}
            </a>
          </Row>
        ))}
      </Rows>
      <p class="hint">{by(props, numbers)}</p>
      {lookDay !== null && <p class="hint">{texts.t('before.look', { day: dayInWordsWithYear(lookDay) })}</p>}
    </>
  )
}

function Due(props: BeforeView): JSX.Element | null {
  const { states, people, today } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  if (!isDue(states.commons, people, today)) return null
  return (
    <Note title={texts.t('before.due')}>
      {someoneLeft(states.commons, people) && <p>{texts.t('before.due.left')}</p>}
      <p>{texts.t('before.due.ring')}</p>
      <RefusedNote refused={refused} texts={texts} />
      <Button onPress={() => void props.act({ kind: 'look', lookDay: today + lookWithin }).then(setRefused)}>{texts.t('before.looked')}</Button>
    </Note>
  )
}

function by(props: BeforeView, kept: { readonly by: Could['by']; readonly day: Could['day'] }): string {
  return texts.t('before.by', { name: nameOf(props.people, kept.by), day: dayInWordsWithYear(kept.day) })
}
