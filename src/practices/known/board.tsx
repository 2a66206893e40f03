/** Sentences under the five kinds of knowing. Whoever may write moves one with one choice, and takes out what nobody needs with one press. */
import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Acts, Button } from '../../ui/acts.tsx'
import { Part } from '../../ui/page.tsx'
import { Note } from '../../ui/said.tsx'
import type { CardAt } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import type { Refused } from '../practice.ts'
import { AnswersInWords } from '../prompt-fields.tsx'
import { RefusedNote } from '../view.tsx'
import { leaves } from './leaves.ts'
import { howKnown, linesOf, prompts, type How, type Line } from './prompts.ts'
import { texts } from './texts/known.ts'

const { t } = texts
const kinds = Object.keys(howKnown) as readonly How[]

export function Board(props: { readonly at: CardAt }): JSX.Element {
  const { card, concern, people, view, room } = props.at
  const [refused, setRefused] = useState<Refused | null>(null)
  const [movedWithoutSource, setMovedWithoutSource] = useState(false)
  const lines = allLines(card)
  const { lines: _lines, ...rest } = prompts
  // On paper go one's own words alone.
  const own = card.sheets.every((sheet) => sheet.writer === view.me)
  const writes = card.state === 'open' && leaves[card.leaf as keyof typeof leaves].writes.some((part) => part === partOf(concern, view.me))

  /** The newest sheet once more, with these sentences. */
  async function keep(next: readonly Line[]): Promise<void> {
    const newest = card.sheets.reduce((found, sheet) => (sheet.seq > found.seq ? sheet : found))
    const over = card.sheets.map((sheet) => sheet.seq)
    setRefused(await view.act({ kind: 'write', room, card: card.id, answers: { ...newest.answers, lines: next }, over }))
  }

  function move(line: Line, how: How): void {
    setMovedWithoutSource(how === 'seen' && line.source.trim() === '')
    void keep(lines.map((each) => (each === line ? { ...each, how } : each)))
  }

  return (
    <div class={own ? 'part' : 'part noprint'}>
      <RefusedNote refused={refused} texts={texts} />
      {movedWithoutSource && (
        <Note status>
          <p>{t('known.notice.source')}</p>
        </Note>
      )}
      <div class="board">
        {kinds.map((how) => (
          <Group key={how} how={how} lines={lines.filter((line) => line.how === how)} onMove={writes ? move : null} />
        ))}
      </div>
      {card.sheets.map((sheet) => (
        <AnswersInWords key={sheet.seq} prompts={rest} answers={sheet.answers} texts={texts} people={people} />
      ))}
      <p class="hint">{t('known.harm.hint')}</p>
      {writes && lines.some((line) => line.need === 'no') && (
        <Acts>
          <Button onPress={() => void keep(lines.filter((line) => line.need === 'yes'))}>{t('known.takeOut')}</Button>
        </Acts>
      )}
    </div>
  )
}

/** Two who wrote at the same time may both have kept a sentence: it is there once. */
function allLines(card: CardAt['card']): readonly Line[] {
  const all = card.sheets.flatMap((sheet) => linesOf(sheet.answers))
  return [...new Map(all.map((line) => [JSON.stringify(line), line])).values()]
}

function Group(props: { readonly how: How; readonly lines: readonly Line[]; readonly onMove: ((line: Line, how: How) => void) | null }): JSX.Element {
  const { how, lines, onMove } = props
  return (
    <Part title={t(howKnown[how])}>
      {lines.length === 0 ? (
        <p class="hint">{t('known.none')}</p>
      ) : (
        <ul class="rows">
          {lines.map((line) => (
            <li key={JSON.stringify(line)}>
              <p class="voice keep" dir="auto">
                {line.what}
              </p>
              <Below line={line} />
              {onMove !== null && <Known line={line} onMove={(next) => onMove(line, next)} />}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** How a sentence is known, in the platform's own list; who listens hears which sentence. */
function Known(props: { readonly line: Line; readonly onMove: (how: How) => void }): JSX.Element {
  const { line, onMove } = props
  const id = useId()
  return (
    <div class="pick noprint">
      <label class="hint" for={id}>
        {t('known.how')}
        <span class="vh"> {line.what}</span>
      </label>
      <select
        id={id}
        value={line.how}
        onChange={(event) => {
          const picked = kinds.find((how) => how === event.currentTarget.value)
          if (picked !== undefined) onMove(picked)
        }}
      >
        {kinds.map((how) => (
          <option key={how} value={how}>
            {t(howKnown[how])}
          </option>
        ))}
      </select>
    </div>
  )
}

function Below(props: { readonly line: Line }): JSX.Element {
  const { line } = props
  return (
    <>
      {line.source !== '' && <p class="hint">{t('known.line.source', { role: line.source })}</p>}
      {line.else !== '' && <p class="hint">{t('known.line.else', { words: line.else })}</p>}
      {line.clear !== '' && <p class="hint">{t('known.line.clear', { role: line.clear })}</p>}
      {line.need === 'no' && <p class="hint">{t('known.line.goes')}</p>}
    </>
  )
}
