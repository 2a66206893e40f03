import type { JSX } from 'preact'
import { Head } from '../../../../ui/page.tsx'
import { Note, Said } from '../../../../ui/said.tsx'
import type { AskLetter } from '../../own-state.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { lettersForMe } from '../letters.ts'
import { namesOf, whoIs } from '../names.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { OpenTheirs } from './theirs.tsx'
import { ComeIn } from './come-in.tsx'
import { TiesFirst } from './ties.tsx'

const { t } = screens

/** "Someone asks you to hold something": who, about whom, and no story before the ties are answered. */
export function AnswerPage(props: { readonly view: ConcernView; readonly from: string; readonly ask: string }): JSX.Element {
  const { view } = props
  const letter = lettersForMe(view).asks.find((each) => each.from === props.from && each.ref === props.ask)
  if (letter === undefined) return <Gone />
  return (
    <>
      <Danger {...view} />
      <Head title={t('concern.answer.who', { name: whoIs(view, letter.from) })} lede={t(`concern.answer.${isOwnSide(letter) ? 'named' : letter.as}`)} />
      {letter.was !== undefined && (
        <Note>
          <p>{t('concern.anew.letter', { name: whoIs(view, letter.from), was: whoIs(view, letter.was) })}</p>
        </Note>
      )}
      {letter.about.length > 0 && <p>{t('concern.answer.about', { names: namesOf(view, letter.about) })}</p>}
      {letter.note !== '' && <Said words={letter.note} by={whoIs(view, letter.from)} />}
      <Ask view={view} letter={letter} />
    </>
  )
}

/** A holder offers a room of one's own: to the person named, and where several brought it to each of the others. */
function isOwnSide(letter: AskLetter): boolean {
  return letter.holders.length > 0
}

function Ask(props: { readonly view: ConcernView; readonly letter: AskLetter }): JSX.Element {
  switch (props.letter.as) {
    case 'named':
      return <OpenTheirs {...props} />
    case 'holder':
    case 'learner':
    case 'adviser':
    case 'supporter':
      return <TiesFirst {...props} />
    case 'hurt':
      return isOwnSide(props.letter) ? <OpenTheirs {...props} /> : <ComeIn {...props} />
    case 'listener':
    case 'joint':
    case 'applies':
    case 'bound':
      return <ComeIn {...props} />
  }
}

export type Answering = { readonly view: ConcernView; readonly letter: AskLetter }
