import type { JSX } from 'preact'
import type { Day } from '../base/clock.ts'
import type { MemberId } from '../log/types.ts'
import { shared } from '../texts/shared.ts'
import type { AnyTexts } from '../texts/t.ts'
import { Acts, LinkButton } from '../ui/acts.tsx'
import { DayLine } from '../ui/choices.tsx'
import type { Readers } from '../ui/room.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { ErrorNote, More, Note, useInSight } from '../ui/said.tsx'
import type { NewerEntry } from './define.ts'
import type { Person, Refused, RefusedEntry } from './practice.ts'

/** The name people chose, or words for somebody who left. */
export function nameOf(people: readonly Person[], id: MemberId): string {
  return people.find((person) => person.id === id)?.name ?? shared.t('shared.formerMember')
}

export function onlyMe(): Readers {
  return { kind: 'self', name: shared.t('shared.onlyYou'), more: shared.t('shared.onlyYou.more') }
}

export function meAnd(name: string): Readers {
  return { kind: 'few', name: shared.t('shared.youAnd', { name }) }
}

export function everyoneIn(people: readonly Person[]): Readers {
  return { kind: 'all', name: shared.t('shared.everyone', { count: people.filter((person) => person.present).length }) }
}

/** When somebody looks at it again; null: on no day. */
export function LookAgain(props: { readonly day: Day | null; readonly onPick: (day: Day | null) => void }): JSX.Element {
  return <DayLine label={shared.t('shared.sheet.lookAgain')} value={props.day} onInput={(next) => props.onPick(next as Day | null)} />
}

/** The last line of a form: out of it, back to the pages of its practice. */
export function StopHere(props: { readonly practice: string }): JSX.Element {
  return (
    <Acts>
      <LinkButton kind="text" href={`#${props.practice}`}>
        {shared.t('shared.stop')}
      </LinkButton>
    </Acts>
  )
}

/** Entries of a newer app are kept and told of: in a room they stop what would be written past them, as mail they wait. */
export function NewerNote(props: { readonly newer: readonly NewerEntry[] }): JSX.Element | null {
  if (props.newer.length === 0) return null
  const stops = props.newer.some((entry) => entry.place !== 'mail')
  return (
    <Note status>
      <p>{stops ? shared.t('shared.refused.newer') : shared.t('shared.newerMail')}</p>
    </Note>
  )
}

/** Entries that changed nothing: who wrote them and why, never their words. A refused leak must not become one. */
export function ChangedNothing(props: {
  readonly refused: readonly RefusedEntry[]
  readonly people: readonly Person[]
  readonly texts: AnyTexts
}): JSX.Element | null {
  const { refused, people, texts } = props
  if (refused.length === 0) return null
  return (
    <More summary={shared.t('shared.changedNothing')}>
      <p>{shared.t('shared.changedNothing.hint')}</p>
      <Rows>
        {refused.map((entry) => (
          <Row
            key={`${entry.room}/${entry.seq}`}
            title={nameOf(people, entry.author)}
            hint={texts.find(entry.textKey) ?? shared.find(entry.textKey) ?? undefined}
          />
        ))}
      </Rows>
    </More>
  )
}

/** Why a button did nothing. A refusal that is not the practice's own is told by the app, above the page. */
export function RefusedNote(props: { readonly refused: Refused | null; readonly texts: AnyTexts }): JSX.Element | null {
  const { refused, texts } = props
  const at = useInSight(refused)
  const said = refused === null ? null : (texts.find(refused.textKey) ?? shared.find(refused.textKey))
  return said === null ? null : <ErrorNote title={said} at={at} />
}
