import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { languageTag } from '../../texts/words.ts'
import { language } from '../../texts/language.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { Head, Part, Split } from '../../ui/page.tsx'
import { RoomBox, Writing } from '../../ui/room.tsx'
import { Note } from '../../ui/said.tsx'
import { whoseItIs } from '../concern-room.ts'
import type { Refused } from '../practice.ts'
import { onlyMe, RefusedNote } from '../view.tsx'
import { forms, longest, notAsked, type LetterPart } from './events.ts'
import { LookOver } from './look-over.tsx'
import type { DraftWords, Form, OwnDraft } from './rules.ts'
import { formHints, formWords, hopeWords, notAskingWords, partWords } from './keys.ts'
import { texts } from './texts/letter.ts'
import type { LetterView } from './view.tsx'
import { emptyDraft, isWhole, partsOf, wordsOf } from './words.ts'

/** The writer's own page: questions first, then the letter as it reads. Page 'write' begins one, 'write/ID' goes on. */
export function WritePage(props: { readonly view: LetterView; readonly own: OwnDraft | null; readonly form: Form }): JSX.Element {
  const { view, own, form } = props
  const key = `draft/${own?.id ?? (form === 'two-way' ? 'both' : 'new')}`
  const [draft, setDraft] = useState<DraftWords>(() => keptDraft(view.draft(key)) ?? own?.draft ?? { ...emptyDraft, form })
  const [refused, setRefused] = useState<Refused | null>(null)
  const isKept = own !== null && wordsOf(own.draft) === wordsOf(draft) && JSON.stringify(own.draft) === JSON.stringify(draft)

  const isTooLong = partsOf(draft.form).some((part: LetterPart) => new TextEncoder().encode(draft[part]).length > longest.part)

  function change(next: Partial<DraftWords>): void {
    const changed = { ...draft, ...next }
    setDraft(changed)
    view.saveDraft(key, JSON.stringify(changed))
  }

  async function keep(): Promise<void> {
    const answer = await view.act({ kind: 'keep', id: own?.id ?? null, draft: { ...draft, notAsking: [...draft.notAsking] } })
    setRefused(answer)
    if (answer !== null) return
    view.saveDraft(key, '')
    if (own === null) view.go('letter', '')
  }

  return (
    <>
      <Head title={texts.t('letter.write')} lede={texts.t('letter.write.lede')} />
      <Note>
        <p>{texts.t('letter.court.line')}</p>
      </Note>
      <Split
        aside={
          own === null || own.draft.form !== 'letter' ? (
            <p class="hint">{texts.t('letter.look.first')}</p>
          ) : isKept ? (
            <LookOver key={own.seq} own={own} language={languageTag(language.value)} />
          ) : (
            <p class="hint">{texts.t('letter.look.keepFirst')}</p>
          )
        }
      >
        <RoomBox readers={onlyMe()}>
          <Choices
            small
            legend={texts.t('letter.form')}
            options={forms.map((value) => ({ value, title: texts.t(formWords[value]), hint: texts.t(formHints[value]) }))}
            value={draft.form}
            onPick={(form) => change({ form })}
          />
          {draft.form === 'letter' && <Before draft={draft} change={change} />}
          {partsOf(draft.form).map((part: LetterPart) => (
            <Writing
              key={part}
              label={texts.t(partWords[part])}
              rows={4}
              maxLength={longest.part}
              value={draft[part]}
              onInput={(text) => change({ [part]: text })}
            />
          ))}
          {draft.form === 'letter' && (
            <Checks
              small
              legend={texts.t('letter.notAsking')}
              options={notAsked.map((value) => ({ value, title: texts.t(notAskingWords[value]) }))}
              values={draft.notAsking}
              onToggle={(notAsking) => change({ notAsking: [...notAsking] })}
            />
          )}
          {isTooLong && <p>{texts.t('letter.tooLong')}</p>}
          <RefusedNote refused={refused} texts={texts} />
          <Pair>
            <Button disabled={wordsOf(draft) === '' || isTooLong} onPress={() => void keep()}>
              {texts.t('letter.keep')}
            </Button>
            {own !== null && (
              <Button onPress={() => void view.act({ kind: 'let-go', id: own.id }).then(() => view.go('letter', ''))}>{texts.t('letter.letGo')}</Button>
            )}
          </Pair>
        </RoomBox>
        {own !== null && <AsItReads view={view} own={own} />}
      </Split>
    </>
  )
}

function Before(props: { readonly draft: DraftWords; readonly change: (next: Partial<DraftWords>) => void }): JSX.Element {
  const { draft, change } = props
  return (
    <>
      <Writing label={texts.t('letter.values')} rows={2} maxLength={longest.values} value={draft.values} onInput={(values) => change({ values })} />
      <Choices
        small
        legend={texts.t('letter.hope')}
        options={(['yes', 'no', 'not-sure'] as const).map((value) => ({ value, title: texts.t(hopeWords[value]) }))}
        value={draft.hope}
        onPick={(hope) => change({ hope })}
      >
        {draft.hope === 'yes' && <p>{texts.t('letter.hope.wait')}</p>}
      </Choices>
    </>
  )
}

/** The kept letter, and the two ways it may go: to whoever is beside the writer, and to the holders. */
function AsItReads(props: { readonly view: LetterView; readonly own: OwnDraft }): JSX.Element {
  const { view, own } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const rooms = [...view.rooms].filter(([, seen]) => !seen.closed && whoseItIs(seen.concern) === view.me)
  const sides = rooms.filter(([, seen]) => seen.concern?.begun?.code === 'NS')
  const held = rooms.filter(([, seen]) => {
    const code = seen.concern?.begun?.code
    return code === 'NH' || (code === 'HH' && own.draft.form === 'two-way' && seen.concern?.kind === 'C')
  })
  const words = wordsOf(own.draft)
  return (
    <Part title={texts.t('letter.reads')}>
      <p class="voice keep" dir="auto">
        {words}
      </p>
      {!isWhole(own.draft) && <p class="hint">{texts.t('letter.notWhole')}</p>}
      <RefusedNote refused={refused} texts={texts} />
      <Acts>
        {sides.map(([room, seen]) => (
          <Button key={room} onPress={() => void view.act({ kind: 'show', room, form: own.draft.form, words }).then(setRefused)}>
            {texts.t('letter.show', { title: seen.concern?.begun?.title ?? '' })}
          </Button>
        ))}
        {held.map(([room, seen]) => (
          <Button
            key={room}
            disabled={!isWhole(own.draft)}
            onPress={() => void view.act({ kind: 'ready', room, form: own.draft.form, words }).then(setRefused)}
          >
            {texts.t('letter.ready', { title: seen.concern?.begun?.title ?? '' })}
          </Button>
        ))}
      </Acts>
      {held.length > 0 && <p class="hint">{texts.t('letter.ready.hint')}</p>}
    </Part>
  )
}

/** What was typed and not kept yet; whatever else stands there is no draft of this version. */
function keptDraft(text: string): DraftWords | null {
  if (text === '') return null
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && Object.keys(emptyDraft).every((key) => key in found) ? (found as DraftWords) : null
  } catch {
    return null
  }
}
