/** One card: who reads it, what was written, and what the reader may do with it now. */
import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../base/clock.ts'
import type { MemberId } from '../log/types.ts'
import { cards as words } from '../texts/cards.ts'
import { shared } from '../texts/shared.ts'
import { dayInWords, dayInWordsWithYear } from '../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../ui/acts.tsx'
import { Choices, DayLine } from '../ui/choices.tsx'
import type { GlyphId } from '../ui/glyphs.tsx'
import { Head, Part } from '../ui/page.tsx'
import { WhoLine } from '../ui/room.tsx'
import { StateWord } from '../ui/rows.tsx'
import { More, Note } from '../ui/said.tsx'
import { beginnable, cardSeen, goesOnPaper, hiddenWhy, isLetGo, mayWrite, nameOfCard, placesOf, say, seenAs, type CardPlace, type FoundCard } from './card-at.ts'
import { keepMoveDraft, wordsToAskFor } from './card-move.ts'
import { codeOf, isAmong, isDueOn, isSetAside, longestPause, stateOn, writtenOverBy, type Card, type CardSheet } from './card-rules.ts'
import type { CardsAt } from './card-view.tsx'
import type { Refused } from './practice.ts'
import { AnswersInWords } from './prompt-fields.tsx'
import { readersOfRoom } from './room-readers.ts'
import { ChangedNothing, nameOf, NewerNote, RefusedNote } from './view.tsx'

interface One {
  readonly at: CardsAt
  readonly found: FoundCard
}

export function OneCard(props: One): JSX.Element {
  const { at, found } = props
  const { declared, extras, view } = at
  const { place, card, leaf } = found
  const [refused, setRefused] = useState<Refused | null>(null)
  const press: Press = (kind, more = {}) => void view.act({ kind, room: place.room, card: card.id, ...more }).then(setRefused)
  const hidden = hiddenBy(at, found)
  const mine = hidden === null ? card.sheets.filter((sheet) => goesOnPaper(place, leaf, sheet.writer, view.me)) : []
  const shown =
    hidden === null ? (
      (extras.sheets?.(seenAs(at.view, place, card)) ?? null)
    ) : (
      <Note>
        <p>{hidden}</p>
      </Note>
    )
  // What stands above the questions speaks to whoever answers them, not to whoever reads what somebody wrote there alone.
  const isForMe = leaf.each === true || card.sheets.length === 0 || card.sheets.some(({ writer }) => writer === view.me) || codeOf(place.around) === 'JO'
  const together = leaf.each
    ? card.sheets.some((sheet) => card.sheets.some((other) => other !== sheet && other.writer === sheet.writer))
    : card.sheets.length > 1
  return (
    <>
      <Head title={nameOfCard(at, place, card)} lede={leaf.lede === undefined || !isForMe ? undefined : say(declared, leaf.lede)} />
      <Part>
        <NewerNote newer={place.state.newer} />
        <WhoLine readers={readersOfRoom(place.seen, view.me)} />
        <Standing at={at} place={place} card={card} />
        <Days at={at} found={found} />
      </Part>
      {together && (
        <Note>
          <p>{words.t('cards.two')}</p>
        </Note>
      )}
      {shown ?? card.sheets.map((sheet) => <Sheet key={sheet.seq} at={at} found={found} sheet={sheet} />)}
      <Offered at={at} found={found} press={press} />
      <BegunElsewhere at={at} found={found} />
      <div class="noprint part">
        <RefusedNote refused={refused} texts={declared.texts} />
        {hidden === null && extras.next?.(seenAs(view, place, card))}
        <Doing at={at} found={found} press={press} />
        <Acts>
          {mine.length > 0 && <Button onPress={() => globalThis.print()}>{shared.t('shared.sheet.print')}</Button>}
          <LinkButton kind="text" href={`#${declared.name}/empty/${card.leaf}`}>
            {words.t('cards.printEmpty')}
          </LinkButton>
          {card.sheets
            .filter((sheet) => sheet.writer === view.me)
            .map((sheet) => (
              <Button key={sheet.seq} kind="text" onPress={() => press('take-out', { sheet: sheet.seq })}>
                {shared.t('shared.sheet.takeOut')}
              </Button>
            ))}
        </Acts>
      </div>
      {mine.length > 0 && <p class="onlyprint">{words.t('cards.paper')}</p>}
      <ChangedNothing refused={view.refused.filter((entry) => entry.room === place.room)} people={place.people} texts={declared.texts} />
    </>
  )
}

/** Why the reader is shown nothing of this card now. */
export function hiddenBy(at: CardsAt, found: FoundCard): string | null {
  return hiddenWhy(at, found.place, found.card)
}

type Press = (kind: string, more?: object) => void

function Days(props: One): JSX.Element {
  const { view } = props.at
  const { place, card } = props.found
  const overdue = isDueOn(card, view.today)
  const carries = card.carriedBy === view.me || place.seen?.owner === view.me
  return (
    <>
      {place.room !== null && card.state !== 'offered' && card.carriedBy !== view.me && <p class="hint">{words.t('cards.with', { name: nameOf(place.people, card.carriedBy) })}</p>}
      {stateOn(card, view.today) === 'paused' && card.paused !== null && (
        <p class="hint">{words.t('cards.pausedBy', { name: nameOf(place.people, card.paused.by) })}</p>
      )}
      {overdue && carries && (
        <Note>
          <p>
            {words.t('cards.nobodyLooked', { day: dayInWords(card.lastDay) })} {words.t('cards.nobodyLooked.hint')}
          </p>
        </Note>
      )}
      {card.lookDay !== null && !overdue && !isSetAside(card, view.today) && (
        <p class="hint">
          {card.state === 'offered' ? words.t('cards.offer.until', { day: dayInWords(card.lookDay) }) : shared.t('shared.sheet.lookDay', { day: dayInWordsWithYear(card.lookDay) })}
        </p>
      )}
    </>
  )
}

function Sheet(props: One & { readonly sheet: CardSheet }): JSX.Element {
  const { at, found, sheet } = props
  const { place, leaf } = found
  return (
    <div class={goesOnPaper(place, leaf, sheet.writer, at.view.me) ? undefined : 'noprint'}>
      <Part rule>
        <AnswersInWords prompts={leaf.prompts} answers={sheet.answers} texts={at.declared.texts} people={place.people} />
        <p class="hint">
          {place.room === null
            ? dayInWords(sheet.day)
            : `${shared.t('shared.sheet.by', { name: nameOf(place.people, sheet.writer) })} · ${dayInWords(sheet.day)}`}
        </p>
      </Part>
    </div>
  )
}

/** An offer to the reader: three answers of equal weight. */
function Offered(props: One & { readonly press: Press }): JSX.Element | null {
  const { at, found, press } = props
  const { place, card, leaf } = found
  const { offer } = card
  const lookDay = at.view.today + leaf.lookWithin
  if (card.state !== 'offered' || offer === null || offer.to !== at.view.me) return null
  const code = place.around.concern?.begun?.code
  return (
    <Part title={words.t('cards.offer.ask')}>
      <p>{words.t('cards.offer.by', { name: nameOf(place.people, offer.by) })}</p>
      {code !== undefined && !leaf.rooms.includes(code) && <p>{words.t('cards.offer.own')}</p>}
      <Pair>
        {mayWrite(at.declared, at.view, place, 'answered', { card: card.id, answer: 'taken', lookDay }) && (
          <Button onPress={() => press('answer', { answer: 'taken', lookDay })}>{words.t('cards.offer.take')}</Button>
        )}
        <Button onPress={() => press('answer', { answer: 'not-now', lookDay: null })}>{shared.t('shared.notNow')}</Button>
        <Button onPress={() => press('answer', { answer: 'no', lookDay: null })}>{words.t('cards.offer.no')}</Button>
      </Pair>
      <p class="hint">{words.t('cards.offer.hint')}</p>
    </Part>
  )
}

/** Taken here and begun elsewhere: the reader's own rooms for it. */
function BegunElsewhere(props: One): JSX.Element | null {
  const { at, found } = props
  const { declared, view } = at
  const { place, card, leaf } = found
  const code = place.around.concern?.begun?.code
  if (card.state !== 'closed' || card.offer?.answer !== 'taken' || card.offer.to !== view.me || code === undefined || leaf.rooms.includes(code)) return null
  const rooms = placesOf(declared, view).filter((each) => beginnable(declared, view, each).includes(card.leaf))
  return (
    <Part title={words.t('cards.offer.begin')}>
      {rooms.length === 0 && <p>{words.t('cards.offer.noRoom')}</p>}
      <Acts>
        {rooms.map((each) => (
          <LinkButton key={each.room ?? 'own'} href={`#${declared.name}/begin/${card.leaf}/${each.room ?? 'own'}`}>
            {readersOfRoom(each.seen, view.me).name}
          </LinkButton>
        ))}
      </Acts>
    </Part>
  )
}

/** Everything the rules would take from the reader today, and nothing else. */
function Doing(props: One & { readonly press: Press }): JSX.Element {
  const { at, found, press } = props
  const { declared, view } = at
  const { place, card, leaf } = found
  const on = { card: card.id }
  const lookDay = view.today + leaf.lookWithin
  const may = (verb: 'looked' | 'rested' | 'closed' | 'reopened'): boolean => mayWrite(declared, view, place, verb, { ...on, lookDay })
  const over = writtenOverBy(leaf, card, view.me)
  const own = over.length > 0
  const shown = hiddenBy(at, found) === null
  const asked = wordsToAskFor(at, found)
  const formless = at.extras.formless?.(seenAs(at.view, place, card)) === true
  const open = stateOn(card, view.today) === 'open'
  // To whom it is offered answers it above.
  const mayClose = card.state !== 'closed' && (card.state !== 'offered' || card.offer?.to !== view.me) && may('closed')
  const takers = place.people.filter((person) => person.id !== card.carriedBy && mayWrite(declared, view, place, 'handed-on', { ...on, to: person.id }))
  return (
    <>
      <Acts>
        {shown && !formless && open && mayOpenForm(at, found) && (
          <LinkButton href={`#${declared.name}/write/${card.id}`}>{own ? shared.t('shared.change') : words.t('cards.write')}</LinkButton>
        )}
        {isDueOn(card, view.today) && may('looked') && <Button onPress={() => press('look', { lookDay })}>{words.t('cards.looked')}</Button>}
        {!open && may('reopened') && <Button onPress={() => press('reopen', { lookDay })}>{words.t('cards.reopen')}</Button>}
        {shown && asked !== undefined && <Button onPress={() => keepMoveDraft(at, found)}>{words.t(asked.writer === view.me ? 'cards.move' : 'cards.askToMove')}</Button>}
        {may('rested') && (
          <Button kind="text" onPress={() => press('rest')}>
            {words.t('cards.rest')}
          </Button>
        )}
        {mayClose && (
          <Button kind="text" onPress={() => press('close')}>
            {card.state === 'offered' ? words.t('cards.takeBack') : words.t('cards.close')}
          </Button>
        )}
      </Acts>
      {may('rested') && <p class="hint">{words.t('cards.rest.hint')}</p>}
      {mayClose && card.state !== 'offered' && <p class="hint">{words.t('cards.close.hint')}</p>}
      {mayWrite(declared, view, place, 'paused', { ...on, until: view.today + 1 }) && (
        <Chosen title={words.t('cards.pause')}>
          <PauseUntil today={view.today} onPause={(until) => press('pause', { until })} />
        </Chosen>
      )}
      {takers.length > 0 && (
        <Chosen title={words.t('cards.handOn')}>
          <HandOn people={takers} onHand={(to) => press('hand-on', { to })} />
        </Chosen>
      )}
    </>
  )
}

/** Whether the reader is among those who write, and nothing but the words themselves could be refused. */
function mayOpenForm(at: CardsAt, found: FoundCard): boolean {
  const { place, card, leaf } = found
  const bare = { ...at.declared, leaves: { ...at.declared.leaves, [card.leaf]: { ...leaf, guards: [] } } }
  const writes = isAmong(leaf.writes, at.view.me, place.around)
  return writes && mayWrite(bare, at.view, place, 'wrote', { card: card.id, leaf: card.leaf, answers: {}, over: [] })
}

function Chosen(props: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return <More summary={props.title}>{props.children}</More>
}

function PauseUntil(props: { readonly today: Day; readonly onPause: (until: Day) => void }): JSX.Element {
  const [until, setUntil] = useState<number | null>(props.today + longestPause)
  return (
    <>
      <DayLine label={words.t('cards.pause.until')} value={until} onInput={setUntil} />
      <Button disabled={until === null} onPress={() => until !== null && props.onPause(until as Day)}>
        {words.t('cards.pause')}
      </Button>
    </>
  )
}

function HandOn(props: { readonly people: FoundCard['place']['people']; readonly onHand: (to: MemberId) => void }): JSX.Element {
  const [to, setTo] = useState<string | null>(null)
  return (
    <>
      <Choices
        small
        legend={words.t('cards.handOn.to')}
        options={props.people.map((person) => ({ value: person.id as string, title: person.name }))}
        value={to}
        onPick={setTo}
      />
      <Button disabled={to === null} onPress={() => to !== null && props.onHand(to as MemberId)}>
        {words.t('cards.handOn')}
      </Button>
    </>
  )
}

/** The state of a card, as a sign with its word. */
export function Standing(props: { readonly at: CardsAt; readonly place: CardPlace; readonly card: Card }): JSX.Element {
  const { at, place, card } = props
  const seen = cardSeen(at, place, card)
  const due = isDueOn(card, at.view.today)
  const own = at.extras.word?.(seenAs(at.view, place, card)) ?? null
  return <StateWord node={nodeOf(card, at.view.today)}>{due && own === null ? shared.t('shared.sheet.due') : (seen.word ?? '')}</StateWord>
}

function nodeOf(card: Card, today: Day): GlyphId {
  if (isSetAside(card, today) || isLetGo(card)) return 'n-aside'
  switch (stateOn(card, today)) {
    case 'offered':
      return 'n-offered'
    case 'open':
      return 'n-open'
    case 'paused':
    case 'resting':
      return 'n-paused'
    case 'closed':
      return 'n-done'
  }
}
