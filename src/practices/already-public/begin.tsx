import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import { Button } from '../../ui/acts.tsx'
import { Check, Checks, Choices, Pick } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Part } from '../../ui/page.tsx'
import { Line, RoomBox } from '../../ui/room.tsx'
import { Note } from '../../ui/said.tsx'
import type { Cards } from '../card-rules.ts'
import { closingTies, ties, type Tie } from '../concern-room.ts'
import type { Refused, ViewProps } from '../practice.ts'
import { meAnd, nameOf, onlyMe, RefusedNote } from '../view.tsx'
import { texts } from './texts/already-public.ts'

const { t } = texts

/** A holder's term, and the longest line, as the practice `concern` takes them. */
const term = 84
const longestLine = 130

/** Two holders open it, and their room comes first. Ties are asked before anything else (G4). */
export function OpenRoom(props: { readonly view: ViewProps<Cards, Cards, Cards> }): JSX.Element {
  const { view } = props
  const [told, setTold] = useState<readonly Tie[]>([])
  const [none, setNone] = useState(false)
  const [other, setOther] = useState<MemberId | ''>('')
  const [title, setTitle] = useDraft(view, 'open.title')
  const [willNot, setWillNot] = useDraft(view, 'open.will-not')
  const [duty, setDuty] = useState<'no' | 'yes' | 'not-sure' | null>(null)
  const [what, setWhat] = useDraft(view, 'open.duty')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [opening, setOpening] = useState(false)
  const closes = told.some((tie) => closingTies.includes(tie))
  const named = view.people.find((person) => title.toLocaleLowerCase().includes(person.name.toLocaleLowerCase()) && person.name !== '')
  const filled = other !== '' && title.trim() !== '' && named === undefined && willNot.trim() !== '' && duty !== null && (duty !== 'yes' || what.trim() !== '')

  async function open(): Promise<void> {
    const answer = await view.actFor('concern', {
      kind: 'open-holders-room',
      ref: null,
      title: title.trim(),
      others: [other],
      askNote: '',
      ties: told,
      terms: { weeks: 12, hours: 2, willNotDo: willNot.trim(), dutyToTell: { answer: duty, what: duty === 'yes' ? what.trim() : '' } },
      untilDay: (view.today + term) as Day,
    })
    setRefused(answer)
    if (answer !== null) return
    for (const clear of [setTitle, setWillNot, setWhat]) clear('')
    setOpening(true)
  }

  if (opening)
    return (
      <Note status>
        <p>{t('already-public.open.opening')}</p>
      </Note>
    )
  return (
    <Part rule title={t('already-public.open')}>
      <p>{t('already-public.open.first')}</p>
      <Checks
        legend={t('already-public.open.ties')}
        options={ties.map((value) => ({ value, title: tieWord(value) }))}
        values={told}
        onToggle={(values) => {
          setTold(values)
          if (values.length > 0) setNone(false)
        }}
      />
      <Check
        title={t('already-public.open.ties.none')}
        checked={none}
        onChange={(on) => {
          setNone(on)
          if (on) setTold([])
        }}
      />
      {closes && <p role="status">{t('already-public.open.ties.closes')}</p>}
      {(none || told.length > 0) && !closes && (
        <>
          <Pick
            label={t('already-public.line.with')}
            none={t('already-public.line.choose')}
            options={view.people.filter((person) => person.present && person.id !== view.me).map((person) => ({ value: person.id, title: person.name }))}
            value={other}
            onPick={setOther}
          />
          <RoomBox readers={other === '' ? onlyMe() : meAnd(nameOf(view.people, other))}>
            <Line label={t('already-public.open.title')} hint={t('already-public.open.title.hint')} value={title} maxLength={40} onInput={setTitle} />
            {named !== undefined && <p class="hint">{t('already-public.open.title.named', { name: named.name })}</p>}
            <Line
              label={t('already-public.open.willNot')}
              hint={t('already-public.open.willNot.hint')}
              value={willNot}
              maxLength={longestLine}
              onInput={setWillNot}
            />
            <Choices
              small
              legend={t('already-public.open.duty')}
              options={[
                { value: 'no', title: t('already-public.no') },
                { value: 'yes', title: t('already-public.yes') },
                { value: 'not-sure', title: t('already-public.unsure') },
              ]}
              value={duty}
              onPick={setDuty}
            />
            {duty === 'yes' && <Line label={t('already-public.open.duty.what')} value={what} maxLength={longestLine} onInput={setWhat} />}
            <RefusedNote refused={refused} texts={texts} />
            <Button disabled={!filled} onPress={() => void open()}>
              {t('already-public.open.do')}
            </Button>
            <p class="hint">{t('already-public.open.hint')}</p>
          </RoomBox>
        </>
      )}
    </Part>
  )
}

function tieWord(tie: Tie): string {
  switch (tie) {
    case 'friend':
      return t('already-public.tie.friend')
    case 'partner':
      return t('already-public.tie.partner')
    case 'home':
      return t('already-public.tie.home')
    case 'work':
      return t('already-public.tie.work')
    case 'money':
      return t('already-public.tie.money')
    case 'team':
      return t('already-public.tie.team')
  }
}
