import type { JSX } from 'preact'
import type { MemberId } from '../../../../log/types.ts'
import { allOf, dayInWords } from '../../../../texts/words.ts'
import { Checks } from '../../../../ui/choices.tsx'
import { Head } from '../../../../ui/page.tsx'
import type { Beforehand, Person } from '../../../practice.ts'
import { nameOf } from '../../../view.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import type { RaiseDraft } from './draft.ts'
import type { Asked } from './question-pages.tsx'

const { t } = screens

type Could = Beforehand['couldHold'][number]

/** Those who said they could come first. No tie is shown before it is asked; whoever it is about, or should not see it, is not in the list (G4). */
export function HoldersQuestion(props: Asked): JSX.Element {
  const { view, draft, hold } = props
  const could = view.beforehand?.couldHold ?? []
  const people = mayBeAsked(view, draft)
  const said = people.filter((person) => could.some((each) => each.member === person.id))
  const others = people.filter((person) => !said.includes(person))
  const left = [...new Set([...draft.answers.about, ...draft.answers.notSee])]
  const option = (person: Person) => ({ value: person.id, title: person.name, hint: whatTheySaid(could.find((each) => each.member === person.id), roomOf(view, person.id)) })
  const silent = others.map((person) => ({ value: person.id, title: person.name, hint: roomOf(view, person.id) ?? undefined }))
  const chosen = draft.holders.filter((id) => people.some((person) => person.id === id))
  const toggle = (group: readonly Person[]) => (values: readonly string[]) =>
    hold([...chosen.filter((id) => !group.some((person) => person.id === id)), ...group.filter((person) => values.includes(person.id)).map((person) => person.id)])
  return (
    <>
      {said.length > 0 ? (
        <>
          <Checks page legend={t('concern.q.holders')} hint={t('concern.q.holders.hint')} options={said.map(option)} values={chosen} onToggle={toggle(said)} />
          {others.length > 0 && <Checks legend={t('concern.q.holders.others')} hint={t('concern.q.holders.passesNobody')} options={silent} values={chosen} onToggle={toggle(others)} />}
        </>
      ) : others.length === 0 ? (
        <Head title={t('concern.q.holders')} lede={t('concern.q.nobody')} />
      ) : (
        <Checks page legend={t('concern.q.holders')} hint={`${t('concern.q.holders.none')} ${t('concern.q.holders.passesNobody')}`} options={silent} values={chosen} onToggle={toggle(others)} />
      )}
      {left.length > 0 && <p class="hint">{t('concern.q.holders.left', { names: allOf(left.map((id) => nameOf(view.people, id))) })}</p>}
      <p class="hint">{t('concern.q.holders.outside')}</p>
      <p class="hint">{t('concern.q.holders.host')}</p>
    </>
  )
}

/** Everybody here but me, whoever it is about, and whoever should not see it. */
export function mayBeAsked(view: Pick<ConcernView, 'people' | 'me'>, draft: RaiseDraft): readonly Person[] {
  const { about, notSee } = draft.answers
  return view.people.filter((person) => person.present && person.id !== view.me && !about.includes(person.id) && !notSee.includes(person.id))
}

/** How much room somebody says to have, in a sentence; nobody is left out of the list for it. */
export function roomOf(view: Pick<ConcernView, 'beforehand'>, person: MemberId): string | null {
  const said = view.beforehand?.room.find((each) => each.member === person)
  if (said === undefined) return null
  return said.until === null ? t(`concern.q.holders.room.${said.word}`) : t('concern.q.holders.room.until', { day: dayInWords(said.until) })
}

function whatTheySaid(could: Could | undefined, load: string | null): string | undefined {
  if (could === undefined) return undefined
  const room = could.beside ? t('concern.q.holders.beside') : t('concern.q.holders.yes')
  const duty =
    could.passesOn === null
      ? t('concern.q.holders.passesUnknown')
      : could.passesOn === ''
        ? t('concern.q.holders.passesNothing')
        : t('concern.q.holders.passesOn', { words: could.passesOn })
  return [room, load, duty].filter((each) => each !== null).join(' ')
}
