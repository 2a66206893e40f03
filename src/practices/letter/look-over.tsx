/** "Look it over": on this device, only when tapped, only for the writer's own draft. Nothing of it is written or kept, so nobody can see that it was run. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { LookedAt } from '../../letter/check.ts'
import type { LetterLanguage, MissingPart } from '../../letter/hints.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { RoomBox } from '../../ui/room.tsx'
import { onlyMe } from '../view.tsx'
import type { OwnDraft } from './rules.ts'
import { forPeople, missingWords, questions, reasons } from './keys.ts'
import { texts } from './texts/letter.ts'
import { wordsOf } from './words.ts'

interface Found {
  /** Paragraph by paragraph. */
  readonly looked: readonly (readonly LookedAt[])[]
  readonly missing: readonly MissingPart[]
}

// It comes with everybody's screens: asked for at the tap, its file would tell the host that a letter is being looked over.
const checker = import('../../letter/check.ts').catch(() => null)

const languagesOf = { en: ['en'], es: ['es'], both: ['en', 'es'] } as const satisfies Readonly<Record<string, readonly LetterLanguage[]>>

/** `own`: a draft of the personal room; nothing else can be looked over. */
export function LookOver(props: { readonly own: OwnDraft; readonly language: LetterLanguage }): JSX.Element {
  const [chosen, setChosen] = useState<keyof typeof languagesOf>(props.language)
  const [found, setFound] = useState<Found | null>(null)
  const words = wordsOf(props.own.draft)

  async function look(): Promise<void> {
    const { lookOver, missingFrom } = (await checker) ?? (await import('../../letter/check.ts'))
    setFound({ looked: words.split(/\n+/).map((paragraph) => lookOver(paragraph, languagesOf[chosen])), missing: missingFrom(words) })
  }

  return (
    // No paper tells that it was looked over.
    <div class="noprint">
      <Part title={texts.t('letter.look')} rule>
        <Choices
          small
          legend={texts.t('letter.look.language')}
          options={[
            { value: 'en', title: texts.t('letter.look.en') },
            { value: 'es', title: texts.t('letter.look.es') },
            { value: 'both', title: texts.t('letter.look.both') },
          ]}
          value={chosen}
          onPick={(next) => {
            setChosen(next)
            setFound(null)
          }}
        />
        <Acts>
          <Button onPress={() => void look()}>{texts.t('letter.look.press')}</Button>
        </Acts>
        <p class="hint">{texts.t('letter.look.here')}</p>
        <div role="status" class="part">
          {found !== null && <Notes found={found} />}
        </div>
      </Part>
    </div>
  )
}

interface Numbered extends LookedAt {
  /** The number of its first note. */
  readonly first: number
}

function Notes({ found }: { readonly found: Found }): JSX.Element {
  const numbered = withNumbers(found.looked)
  const notes = numbered.flat().flatMap(({ hints, sentence, first }) => hints.map((hint, index) => ({ hint, sentence, number: first + index })))
  return (
    <>
      <RoomBox readers={onlyMe()}>
        {numbered.map((paragraph, at) => (
          <p key={at} class="voice" dir="auto">
            {paragraph.map((each, index) => (
              <Sentence key={index} {...each} />
            ))}
          </p>
        ))}
      </RoomBox>
      {notes.length === 0 && found.missing.length === 0 && <p>{texts.t('letter.look.none')}</p>}
      {notes.length > 0 && (
        <Part title={texts.t('letter.look.again')}>
          <ol class="rows">
            {notes.map(({ hint, sentence, number }) => (
              <li key={number} id={`letter-note-${number}`} class="tight" tabIndex={-1}>
                <p dir="auto">
                  <b>{texts.t('letter.look.line', { number, line: sentence })}</b>
                </p>
                <p>{texts.t(reasons[hint])}</p>
                <p>{texts.t(questions[hint])}</p>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {found.missing.length > 0 && (
        <Part title={texts.t('letter.look.missing')}>
          <ul class="rows">
            {found.missing.map((part) => (
              <li key={part}>{texts.t(missingWords[part])}</li>
            ))}
          </ul>
        </Part>
      )}
      <p class="hint">{texts.t('letter.look.onlyHints')}</p>
      <Part title={texts.t('letter.look.people')}>
        <ul class="rows">
          {Object.values(forPeople).map((question) => (
            <li key={question}>{texts.t(question)}</li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function withNumbers(looked: Found['looked']): readonly (readonly Numbered[])[] {
  const all = looked.flat()
  return looked.map((paragraph) =>
    paragraph.map((each) => ({ ...each, first: 1 + all.slice(0, all.indexOf(each)).reduce((sum, { hints }) => sum + hints.length, 0) })),
  )
}

function Sentence({ sentence, hints, first }: Numbered): JSX.Element {
  return (
    <>
      {hints.length === 0 ? sentence : <mark>{sentence}</mark>}
      {hints.map((_, index) => (
        <sup key={index}>
          <a
            href={`#letter-note-${first + index}`}
            aria-label={texts.t('letter.look.note', { number: first + index })}
            onClick={(event) => toNote(event, first + index)}
          >
            {first + index}
          </a>
        </sup>
      ))}{' '}
    </>
  )
}

// The address of the page stays as it is: a note is no page.
function toNote(event: Event, number: number): void {
  event.preventDefault()
  document.getElementById(`letter-note-${number}`)?.focus()
}
