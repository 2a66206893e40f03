import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dayInWords } from '../../texts/words.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Part } from '../../ui/page.tsx'
import { Line, RoomBox, WhoLine, Writing } from '../../ui/room.tsx'
import { More } from '../../ui/said.tsx'
import { moveDraftKey, type MoveDraft } from '../card-move.ts'
import { whoseItIs } from '../concern-room.ts'
import type { Refused } from '../practice.ts'
import { readersOfRoom } from '../room-readers.ts'
import { onlyMe, RefusedNote } from '../view.tsx'
import { longest, needsAfter } from './events.ts'
import { daysLeft, wordsOn } from './rules.ts'
import { texts } from './texts/listening.ts'
import type { FoundSession, ListeningView } from './view.tsx'
import { Spoken } from './words.tsx'

/** The teller approves the exact words that stay; they go to their own room first. Everything else goes by itself. */
export function KeepPart(props: { readonly view: ListeningView; readonly found: FoundSession }): JSX.Element | null {
  const { view, found } = props
  const [words, setWords] = useDraft(view, `keep/${found.room}`)
  const [refused, setRefused] = useState<Refused | null>(null)
  const standing = wordsOn(found.session, view.today)
  const goes = daysLeft(found.session, view.today)
  if (goes === null) return null

  async function keep(): Promise<void> {
    const answer = await view.act({ kind: 'keep', id: null, words: words.trim() })
    setRefused(answer)
    if (answer === null) setWords('')
  }

  return (
    <Part rule title={texts.t('listening.keep')}>
      <p>{texts.t('listening.keep.gone', { day: dayInWords(goes) })}</p>
      <More summary={texts.t('listening.keep.these')}>
        <Spoken view={view} found={found} words={standing} onTake={(taken) => setWords(words.trim() === '' ? taken : `${words.trimEnd()}\n\n${taken}`)} />
      </More>
      <RoomBox readers={onlyMe()}>
        <Writing label={texts.t('listening.keep.words')} rows={4} value={words} onInput={setWords} />
        <RefusedNote refused={refused} texts={texts} />
        <Button kind="fill" disabled={words.trim() === ''} onPress={() => void keep()}>
          {texts.t('listening.keep.do')}
        </Button>
      </RoomBox>
    </Part>
  )
}

export function Kept(props: { readonly view: ListeningView }): JSX.Element | null {
  const { view } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const { kept } = view.states.personal
  const hasHolders = [...view.rooms.values()].some(({ concern, closed }) => {
    const begun = concern?.begun ?? null
    return begun !== null && !closed && (begun.by === view.me || whoseItIs(concern) === view.me) && (begun.code === 'HH' || begun.code === 'NH')
  })

  function move(words: string): void {
    const draft: MoveDraft = {
      card: 'listening',
      words,
      author: view.me,
      from: null,
      targets: [
        { code: 'HH', purpose: 'support' },
        { code: 'NH', purpose: 'support' },
        { code: 'HS', purpose: 'support' },
        { code: 'NS', purpose: 'support' },
      ],
    }
    view.saveDraftFor('concern', moveDraftKey, JSON.stringify(draft))
    view.go('concern', 'move/own')
  }

  return (
    <Part rule title={texts.t('listening.kept')}>
      <WhoLine readers={onlyMe()} />
      <RefusedNote refused={refused} texts={texts} />
      {kept.length === 0 ? (
        <p>{texts.t('listening.kept.none')}</p>
      ) : (
        kept.map((each) => (
          <div key={each.id} class="tight">
            <p class="hint">{dayInWords(each.day)}</p>
            <p class="voice keep" dir="auto">
              {each.words}
            </p>
            <Acts>
              {hasHolders && <Button onPress={() => move(each.words)}>{texts.t('listening.kept.move')}</Button>}
              <Button kind="text" onPress={() => void view.act({ kind: 'let-go', id: each.id }).then(setRefused)}>
                {texts.t('listening.kept.letGo')}
              </Button>
            </Acts>
          </div>
        ))
      )}
    </Part>
  )
}

/** What the teller needs, and whether a few questions may be asked on another day. No and not now are both left unsaid (LS7). */
export function AfterForm(props: { readonly view: ListeningView; readonly found: FoundSession }): JSX.Element {
  const { view, found } = props
  const { session, seen, room } = found
  const [needs, setNeeds] = useState<readonly (typeof needsAfter)[number][]>(session.after?.needs ?? [])
  const [never, setNever] = useState(session.after?.neverRepeat ?? '')
  const [mayAsk, setMayAsk] = useState<'yes' | 'not-now' | 'no' | null>(session.after?.mayAsk === undefined || session.after.mayAsk === null ? null : 'yes')
  const [refused, setRefused] = useState<Refused | null>(null)
  return (
    <Part rule title={texts.t('listening.after')}>
      <RoomBox readers={readersOfRoom(seen, view.me)}>
        <Checks
          small
          legend={texts.t('listening.after.needs')}
          options={needsAfter.map((value) => ({ value, title: needWord(value) }))}
          values={needs}
          onToggle={setNeeds}
        />
        <Line label={texts.t('listening.after.never')} value={never} onInput={setNever} maxLength={longest.line / 4} />
        <Choices
          small
          legend={texts.t('listening.after.mayAsk')}
          options={[
            { value: 'yes', title: texts.t('listening.after.mayAsk.yes') },
            { value: 'not-now', title: texts.t('listening.after.mayAsk.notNow') },
            { value: 'no', title: texts.t('listening.after.mayAsk.no') },
          ]}
          value={mayAsk}
          onPick={setMayAsk}
        >
          <p class="hint">{texts.t('listening.after.mayAsk.hint')}</p>
        </Choices>
        <RefusedNote refused={refused} texts={texts} />
        <Button onPress={() => void view.act({ kind: 'after', room, after: { needs, neverRepeat: never.trim(), mayAsk: mayAsk === 'yes' } }).then(setRefused)}>
          {texts.t('listening.say')}
        </Button>
      </RoomBox>
      <Acts>
        <Button onPress={() => void view.act({ kind: 'end', room }).then(setRefused)}>{texts.t('listening.end')}</Button>
      </Acts>
      <p class="hint">{texts.t('listening.end.hint')}</p>
    </Part>
  )
}

export function needWord(value: (typeof needsAfter)[number]): string {
  switch (value) {
    case 'rest':
      return texts.t('listening.after.rest')
    case 'safety':
      return texts.t('listening.after.safety')
    case 'space':
      return texts.t('listening.after.space')
    case 'information':
      return texts.t('listening.after.information')
    case 'company':
      return texts.t('listening.after.company')
    case 'change':
      return texts.t('listening.after.change')
    case 'unknown':
      return texts.t('listening.after.unknown')
  }
}
