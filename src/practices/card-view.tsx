/** The screens of cards. Page '' lists them by room, or which concerns there are; 'at/REF' those of one; 'card/ID' is one; 'begin/LEAF/ROOM', 'write/ID' and 'offer/LEAF/ROOM' are forms; 'empty/LEAF' is for paper. */
import type { JSX } from 'preact'
import { cards as words } from '../texts/cards.ts'
import { shared } from '../texts/shared.ts'
import { dayInWords } from '../texts/words.ts'
import { Acts, LinkButton } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { WhoLine } from '../ui/room.tsx'
import { Row, Rows, StateWord } from '../ui/rows.tsx'
import { More } from '../ui/said.tsx'
import { beginnable, cardSeen, findCard, nameOfCard, offerable, placesOf, say, seenAs, titleOf, type CardPlace, type CardsView } from './card-at.ts'
import { CardForm, OfferForm } from './card-form.tsx'
import { hiddenBy, OneCard, Standing } from './card-one.tsx'
import { OpenForm } from './card-open.tsx'
import { EmptyCard } from './card-print.tsx'
import { isAmong, isDueOn, isSetAside, type CardExtras, type CardPractice, type Cards } from './card-rules.ts'
import type { Surfaces, Waiting } from './practice.ts'
import { inOneLine, readersOfRoom } from './room-readers.ts'
import { ChangedNothing, nameOf, NewerNote } from './view.tsx'

export interface CardsAt {
  readonly declared: CardPractice
  readonly extras: CardExtras
  readonly view: CardsView
}

export function cardSurfaces(declared: CardPractice, extras: CardExtras): Surfaces<Cards, Cards, Cards> {
  return {
    page: (view) => <CardPage declared={declared} extras={extras} view={view} />,
    waits: (view) => allWaiting({ declared, extras, view }),
    cards: (view) => placesOf(declared, view).flatMap((place) => place.state.cards.map((card) => cardSeen({ declared, extras, view }, place, card))),
  }
}

function CardPage(at: CardsAt): JSX.Element {
  const { declared, extras, view } = at
  const own = extras.page?.(view) ?? null
  if (own !== null) return own
  const [kind = '', first = '', second = ''] = view.page.split('/')
  const found = kind === 'card' || kind === 'write' ? findCard(declared, view, first) : null
  if (found !== null && (kind === 'card' || hiddenBy(at, found) !== null)) return <OneCard key={first} at={at} found={found} />
  if (found !== null) return <CardForm key={first} at={at} place={found.place} leaf={found.card.leaf} card={found.card} />
  const place = placesOf(declared, view).find((each) => (each.room ?? 'own') === second)
  const known = Object.hasOwn(declared.leaves, first)
  // Some cards are opened by one and written by another.
  const writes = known && place !== undefined && isAmong(declared.leaves[first]!.writes, view.me, place.around)
  if (kind === 'begin' && place !== undefined && known && !writes) return <OpenForm key={view.page} at={at} place={place} leaf={first} />
  if (kind === 'begin' && place !== undefined && known) return <CardForm key={view.page} at={at} place={place} leaf={first} card={null} />
  if (kind === 'offer' && place !== undefined && known) return <OfferForm key={view.page} at={at} place={place} leaf={first} />
  if (kind === 'empty' && known) return <EmptyCard declared={declared} leaf={first} />
  return <Front at={at} group={kind === 'at' ? first : null} />
}

/** What waits stands first, then what is there, then where nothing is. No page joins two concerns: whoever is part of several chooses one first. Source: practices/cards-and-rooms, R7. */
function Front(props: { readonly at: CardsAt; readonly group: string | null }): JSX.Element {
  const { declared, view } = props.at
  const { at } = props
  const places = placesOf(declared, view)
  const groups = groupsOf(places)
  const chosen = groups.find((each) => each.ref === props.group) ?? (groups.length === 1 ? groups[0] : undefined)
  const shown = props.group !== null && chosen !== undefined ? chosen.places : [...places.filter((place) => place.room === null), ...(chosen?.places ?? [])]
  const rooms = new Set(shown.map((place) => place.room))
  const waits = allWaiting(at)
  const busy = new Set(waits.map((each) => each.room ?? null))
  const isBusy = (place: CardPlace): boolean => busy.has(place.room)
  const there = chosen === undefined ? groups : []
  const ways = <InRooms at={at} groups={there} isBusy={isBusy} />
  const first = (place: CardPlace): number => (isBusy(place) ? 0 : place.state.cards.length > 0 ? 1 : 2)
  const least = (these: readonly CardPlace[]): number => Math.min(2, ...these.map(first))
  const waysFirst = least(there.flatMap((group) => group.places)) < least(shown)
  return (
    <>
      <Head title={say(declared, declared.title)} lede={say(declared, declared.lede)} />
      <NewerNote newer={(chosen === undefined ? places : shown).flatMap((place) => place.state.newer)} />
      <Waits rows={waits.filter((each) => rooms.has(each.room ?? null) && !isFront(declared, each.href))} />
      {waysFirst && ways}
      {shown.toSorted((one, other) => first(one) - first(other)).map((place) => (
        <Place key={place.room ?? 'own'} at={at} place={place} />
      ))}
      {!waysFirst && ways}
      <More summary={words.t('cards.printEmpty')}>
        <Acts>
          {Object.entries(declared.leaves).map(([name, leaf]) => (
            <LinkButton key={name} kind="text" href={`#${declared.name}/empty/${name}`}>
              {say(declared, leaf.title)}
            </LinkButton>
          ))}
        </Acts>
      </More>
      <ChangedNothing
        refused={view.refused.filter((entry) => rooms.has(entry.room) || !places.some((place) => place.room === entry.room))}
        people={everyoneNamed(view)}
        texts={declared.texts}
      />
    </>
  )
}

/** On top of the page of these cards, for whoever came by another way than by the row on Today. */
function Waits(props: { readonly rows: readonly Waiting[] }): JSX.Element | null {
  if (props.rows.length === 0) return null
  return (
    <Part title={words.t('cards.waits')}>
      <Rows label={words.t('cards.waits')}>
        {props.rows.map((each) => (
          <Row key={each.key} href={each.href} title={each.title} hint={each.hint} />
        ))}
      </Rows>
    </Part>
  )
}

/** A row that leads to this very page stands on it as something else, with its room. */
function isFront(declared: CardPractice, href: string): boolean {
  return href === `#${declared.name}` || href.startsWith(`#${declared.name}/at/`)
}

function InRooms(props: { readonly at: CardsAt; readonly groups: readonly Group[]; readonly isBusy: (place: CardPlace) => boolean }): JSX.Element | null {
  const { at, groups, isBusy } = props
  if (groups.length === 0) return null
  const [busy, calm] = [groups.filter((group) => group.places.some(isBusy)), groups.filter((group) => !group.places.some(isBusy))]
  return (
    <Part rule title={words.t('cards.inRooms')}>
      <Rows label={words.t('cards.inRooms')}>
        {[...busy, ...calm].map((group) => (
          <Row
            key={group.ref}
            href={`#${at.declared.name}/at/${group.ref}`}
            {...nameOfGroup(group.places[0], at.view)}
            end={busy.includes(group) ? <StateWord node="n-open">{words.t('cards.waits')}</StateWord> : undefined}
          />
        ))}
      </Rows>
    </Part>
  )
}

/** Who reads, and since when: rooms without a title are told apart by it, and are called by nobody's name. */
function nameOfGroup(place: CardPlace | undefined, view: CardsView): { readonly title: string; readonly hint?: string } {
  const begun = place?.around.concern?.begun ?? null
  const readers = readersOfRoom(place?.seen ?? null, view.me)
  if (begun === null) return { title: readers.name }
  const since = dayInWords(begun.day)
  if (begun.title !== '') return { title: begun.title, hint: `${inOneLine(readers)} · ${since}` }
  return { title: readers.name, hint: readers.more === undefined ? since : `${readers.more} · ${since}` }
}

interface Group {
  readonly ref: string
  readonly places: readonly CardPlace[]
}

/** Rooms of one concern together; a room that carries none stands alone. */
function groupsOf(places: readonly CardPlace[]): readonly Group[] {
  const refs = places.flatMap((place) => (place.room === null ? [] : [{ place, ref: place.around.concern?.begun?.concern ?? place.room }]))
  return [...new Set(refs.map(({ ref }) => ref))].map((ref) => ({ ref, places: refs.filter((each) => each.ref === ref).map(({ place }) => place) }))
}

function Place(props: { readonly at: CardsAt; readonly place: CardPlace }): JSX.Element | null {
  const { at, place } = props
  const { declared, extras, view } = at
  const begins = beginnable(declared, view, place)
  const offers = offerable(declared, view, place)
  const seen = { view, room: place.room, concern: place.around.concern, people: place.people, cards: place.state.cards }
  const above = extras.above?.(seen) ?? null
  const listed = place.state.cards.filter((card) => extras.unlisted?.(seenAs(view, place, card)) !== true)
  if (place.state.cards.length === 0 && begins.length === 0 && offers.length === 0 && above === null) return null
  return (
    <Part rule title={place.room === null ? undefined : (place.around.concern?.begun?.title ?? '') || say(declared, declared.title)}>
      <WhoLine readers={readersOfRoom(place.seen, view.me)} />
      {above}
      {place.state.cards.length === 0 ? (
        <p>{shared.t('shared.sheet.none')}</p>
      ) : (
        <Rows>
          {listed.toReversed().map((card) => (
            <Row
              key={card.id}
              title={nameOfCard(at, place, card)}
              href={`#${declared.name}/card/${card.id}`}
              hint={dayInWords(card.lastDay)}
              end={<Standing at={at} place={place} card={card} />}
            />
          ))}
        </Rows>
      )}
      <Links title={words.t('cards.canBegin')} kind="begin" at={at} place={place} leaves={begins} />
      <Links title={words.t('cards.canOffer')} kind="offer" at={at} place={place} leaves={offers} />
      {extras.below?.(seen) ?? null}
    </Part>
  )
}

function Links(props: {
  readonly title: string
  readonly kind: 'begin' | 'offer'
  readonly at: CardsAt
  readonly place: CardPlace
  readonly leaves: readonly string[]
}): JSX.Element | null {
  const { title, kind, at, place, leaves } = props
  if (leaves.length === 0) return null
  return (
    <>
      <p class="label">{title}</p>
      <Acts>
        {leaves.map((name) => (
          <LinkButton key={name} href={`#${at.declared.name}/${kind}/${name}/${place.room ?? 'own'}`}>
            {titleOf(at.declared, { leaf: name })}
          </LinkButton>
        ))}
      </Acts>
    </>
  )
}

function allWaiting(of: CardsAt): readonly Waiting[] {
  return [...waiting(of), ...(of.extras.waits?.(of.view) ?? [])]
}

/** Offers and looks. */
function waiting(of: CardsAt): readonly Waiting[] {
  const { declared, view } = of
  const { me, today } = view
  return placesOf(declared, view).flatMap((place) =>
    place.state.cards.flatMap((card): readonly Waiting[] => {
      const at = { room: place.room ?? undefined, key: `${declared.name}/${card.id}`, title: nameOfCard(of, place, card), href: `#${declared.name}/card/${card.id}` }
      const { offer } = card
      if (card.state === 'offered' && offer !== null && offer.to === me && offer.answer === 'waits' && !isSetAside(card, today)) {
        return [{ ...at, hint: words.t('cards.offersYou', { name: nameOf(place.people, offer.by) }) }]
      }
      const loud = declared.leaves[card.leaf]?.quiet !== true
      return loud && isDueOn(card, today) && card.carriedBy === me ? [{ ...at, hint: words.t('cards.nobodyLooked', { day: dayInWords(card.lastDay) }) }] : []
    }),
  )
}

/** The people of the circle and of every room: guests have a name in theirs alone. */
function everyoneNamed(view: CardsView): CardsView['people'] {
  return [...view.people, ...[...view.rooms.values()].flatMap((room) => room.people)]
}
