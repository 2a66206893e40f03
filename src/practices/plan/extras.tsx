/** The promises of a room with the word that is true of each, the words a yes is over, and who is asked how it goes. */
import type { JSX } from 'preact'
import { dayInWords, dayInWordsWithYear } from '../../texts/words.ts'
import { Part } from '../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { Note } from '../../ui/said.tsx'
import type { GlyphId } from '../../ui/glyphs.tsx'
import type { Day } from '../../base/clock.ts'
import type { CardAt, CardExtras, Cards, NoticeAt } from '../card-rules.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import type { Answers } from '../prompts.ts'
import { nameOf } from '../view.tsx'
import { going, type Going } from './prompts.ts'
import { askedAbout, checkerOf, doerOf, doerSheet, isAgreed, manyPromises, promiseLeaves, promiseWords, standingOf, wholeOf } from './promise.ts'
import { texts } from './texts/plan.ts'

const { t } = texts

export const extras: CardExtras = { fills, above, waits }

/** A yes is over the words of the promise as they stand now. Whoever began it does it. */
function fills(answers: Answers, at: NoticeAt): Answers {
  if (!promiseLeaves.includes(at.leaf)) return answers
  if (at.card === null || doerOf(at.card) === at.me) return { ...answers, part: 'do' }
  const promise = doerSheet(at.card)?.answers
  const part = answers['part'] === 'do' ? null : (answers['part'] ?? null)
  return { ...answers, part, over: promise === undefined || part === null ? '' : promiseWords(promise) }
}

function above({ cards, people, concern }: Omit<CardAt, 'card'>): JSX.Element | null {
  const whole = wholeOf(cards)
  const promises = cards.filter((card) => promiseLeaves.includes(card.leaf) && doerSheet(card) !== null)
  if (whole === null && promises.length === 0) return null
  const open = promises.filter((card) => card.state !== 'closed')
  return (
    <>
      {whole !== null && <p class="keep">{t('plan.ends', { words: String(whole['finished']) })}</p>}
      {typeof whole?.['end'] === 'number' && <p class="hint">{t('plan.ends.day', { day: dayInWordsWithYear(whole['end'] as Day) })}</p>}
      {open.length > manyPromises && (
        <Note>
          <p>{t('plan.many')}</p>
        </Note>
      )}
      <Part title={t('plan.promises')}>
        {promises.length === 0 ? (
          <p>{t('plan.promises.none')}</p>
        ) : (
          <Rows>
            {promises.map((card) => (
              <Promise key={card.id} card={card} cards={cards} concern={concern} people={people} />
            ))}
          </Rows>
        )}
      </Part>
    </>
  )
}

function Promise(props: Pick<CardAt, 'card' | 'cards' | 'concern' | 'people'>): JSX.Element | null {
  const { card, cards, concern, people } = props
  const sheet = doerSheet(card)
  const standing = standingOf(card, cards, concern)
  if (sheet === null || standing === null) return null
  const checker = checkerOf(card, sheet.answers, concern)
  return (
    <Row
      title={String(sheet.answers['what'])}
      href={`#plan/card/${card.id}`}
      hint={nameOf(people, sheet.writer)}
      end={<StateWord node={nodes[standing]}>{standing === 'agreed' ? t('plan.agreed') : t(going[standing])}</StateWord>}
    >
      {typeof sheet.answers['by'] === 'number' && <p class="hint">{t('plan.by.day', { day: dayInWords(sheet.answers['by'] as Day) })}</p>}
      {checker !== null && <p class="hint">{t('plan.checks', { name: nameOf(people, checker) })}</p>}
    </Row>
  )
}

const nodes: Readonly<Record<Going | 'agreed', GlyphId>> = {
  offered: 'n-offered',
  agreed: 'n-done',
  going: 'n-open',
  done: 'n-done',
  partly: 'n-open',
  late: 'n-open',
  changed: 'n-open',
  dropped: 'n-aside',
}

/** First the doer, then the checker. Nobody else: not the one who was hurt, unless that person chose to check. */
function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const { me, today, states, rooms } = view
  return [...states.rooms].flatMap(([room, { cards }]) => {
    const concern = rooms.get(room)?.concern ?? null
    return cards
      .filter((card) => promiseLeaves.includes(card.leaf) && card.state === 'open')
      .flatMap((card): readonly Waiting[] => {
        const sheet = doerSheet(card)
        if (sheet === null) return []
        const asked = askedAbout(card, concern, today)
        const at = { key: `plan/${card.id}`, title: String(sheet.answers['what']), href: `#plan/write/${card.id}` }
        if (asked.doer === me) return [{ ...at, hint: t('plan.waits.doer') }]
        if (asked.checker === me) return [{ ...at, hint: t('plan.waits.checker') }]
        const toSayYes = checkerOf(card, sheet.answers, concern) === me && sheet.answers['clear'] === 'yes' && !isAgreed(card, sheet.answers, concern)
        return toSayYes && sheet.answers['going'] !== 'dropped' ? [{ ...at, hint: t('plan.waits.agree') }] : []
      })
  })
}
