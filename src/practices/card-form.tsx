/** Writing on a card, one question at a time or all at once; and offering one to somebody. */
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Day } from '../base/clock.ts'
import type { MemberId } from '../log/types.ts'
import { cards as words } from '../texts/cards.ts'
import { shared } from '../texts/shared.ts'
import { Acts, Button, LinkButton } from '../ui/acts.tsx'
import { Choices } from '../ui/choices.tsx'
import { Head, Part } from '../ui/page.tsx'
import { RoomBox } from '../ui/room.tsx'
import { Note } from '../ui/said.tsx'
import { say, titleOf, whoMayBeOffered, type CardPlace } from './card-at.ts'
import { answersOfDraft, draftOf } from './card-draft.ts'
import { writtenOverBy, type Card } from './card-rules.ts'
import type { CardsAt } from './card-view.tsx'
import type { Refused } from './practice.ts'
import { PromptField } from './prompt-fields.tsx'
import { emptyAnswers, isAsked, isEmptyAnswer, isTooLong, onlyAsked, type Answer, type Answers } from './prompts.ts'
import { readersOfRoom } from './room-readers.ts'
import { LookAgain, RefusedNote, StopHere } from './view.tsx'

interface Form {
  readonly at: CardsAt
  readonly place: CardPlace
  readonly leaf: string
  /** Null: it is begun with these words. */
  readonly card: Card | null
}

export function CardForm(props: Form): JSX.Element {
  const { at, place, leaf: name, card } = props
  const { declared, extras, view } = at
  const leaf = declared.leaves[name]!
  const key = card === null ? `begin/${name}/${place.room ?? 'own'}` : `card/${card.id}`
  // What the writer saw when they began: what came meanwhile stays beside it.
  const [over] = useState(() => (card === null ? [] : writtenOverBy(leaf, card, view.me)))
  const earlier = over.at(-1)?.answers ?? null
  const [typed, setTyped] = useState<Answers>(() => answersOfDraft(leaf.prompts, view.draft(key), earlier ?? emptyAnswers(leaf.prompts)))
  const [lookDay, setLookDay] = useState<Day | null>((view.today + (leaf.firstLook ?? leaf.lookWithin)) as Day)
  const [step, setStep] = useState<number | null>(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const questions = useRef<HTMLDivElement>(null)
  const asksOn = useRef(false)
  const noticed = { leaf: name, me: view.me, people: place.people, circle: view.people, concern: place.around.concern, cards: place.state.cards, card, earlier }
  const answers = extras.fills?.(typed, noticed) ?? typed
  const skipped = extras.skips?.(noticed) ?? []
  const asked = Object.entries(leaf.prompts).filter(([prompt, declaredPrompt]) => isAsked(declaredPrompt, answers) && !skipped.includes(prompt))
  const shown = step === null || asked.length < 2 ? asked : asked.slice(step, step + 1)
  const last = step === null || step >= asked.length - 1
  // Whoever has answered what is needed need not go through the rest.
  const enough = asked.every(([prompt, { needed }]) => needed !== true || !isEmptyAnswer(answers[prompt])) && asked.some(([prompt]) => !isEmptyAnswer(answers[prompt]))
  const missing = asked.filter(([prompt, { needed }]) => needed === true && isEmptyAnswer(answers[prompt])).map(([, { label }]) => say(declared, label))
  const tooLong = asked.filter(([prompt, declaredPrompt]) => isTooLong(declaredPrompt, answers[prompt])).map(([, { label }]) => say(declared, label))
  const notices = extras.notices?.(onlyAsked(leaf.prompts, answers), noticed)

  // The next question is where the reader goes on, also with a keyboard or a screen reader.
  useEffect(() => {
    if (asksOn.current) questions.current?.focus()
  }, [step])

  function goTo(next: number | null): void {
    asksOn.current = true
    setStep(next)
  }

  function change(prompt: string, answer: Answer): void {
    const next = { ...answers, [prompt]: answer }
    setTyped(next)
    view.saveDraft(key, draftOf(leaf.prompts, next, earlier ?? emptyAnswers(leaf.prompts)))
  }

  async function keep(): Promise<void> {
    const written = onlyAsked(leaf.prompts, answers)
    const order =
      card === null
        ? { kind: 'open', room: place.room, leaf: name, lookDay, answers: written }
        : { kind: 'write', room: place.room, card: card.id, answers: written, over: over.map((sheet) => sheet.seq) }
    const answer = await view.act(order)
    setRefused(answer)
    if (answer !== null) return
    view.saveDraft(key, '')
    view.go(declared.name, card === null ? '' : `card/${card.id}`)
  }

  return (
    <>
      <Head title={titleOf(declared, { leaf: name })} lede={leaf.lede === undefined ? undefined : say(declared, leaf.lede)} />
      <RoomBox readers={readersOfRoom(place.seen, view.me)}>
        {over.length > 1 && (
          <Note>
            <p>{words.t('cards.two')}</p>
          </Note>
        )}
        <div class="part" ref={questions} tabIndex={-1}>
          {shown.map(([prompt, declaredPrompt]) => (
            <PromptField
              key={prompt}
              prompt={declaredPrompt}
              texts={declared.texts}
              people={place.people}
              me={view.me}
              answer={answers[prompt] ?? null}
              onAnswer={(answer) => change(prompt, answer)}
            />
          ))}
        </div>
        {asked.length > 1 && (
          <Acts>
            {step !== null && step > 0 && <Button onPress={() => goTo(step - 1)}>{words.t('cards.back')}</Button>}
            {!last && <Button onPress={() => goTo((step ?? 0) + 1)}>{words.t('cards.next')}</Button>}
            <Button kind="text" onPress={() => goTo(step === null ? 0 : null)}>
              {step === null ? words.t('cards.one') : words.t('cards.all')}
            </Button>
          </Acts>
        )}
        {(notices ?? []).map((notice) => (
          <Note key={notice} status>
            <p>{notice}</p>
          </Note>
        ))}
        {card === null && last && <LookAgain day={lookDay} onPick={setLookDay} />}
        <RefusedNote refused={refused} texts={declared.texts} />
        {refused?.rule === 'CA13' && missing.length + tooLong.length > 0 && (
          <ul class="bullets">
            {[...missing, ...tooLong].map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        )}
        {(last || enough) && (
          <Button kind={place.room === null ? 'fill' : 'line'} onPress={() => void keep()}>
            {place.room === null ? shared.t('shared.keep') : shared.t('shared.send')}
          </Button>
        )}
        <Acts>
          <LinkButton kind="text" href={card === null ? `#${declared.name}` : `#${declared.name}/card/${card.id}`}>
            {words.t('cards.stop')}
          </LinkButton>
        </Acts>
        <p class="hint">{words.t('cards.stop.hint')}</p>
      </RoomBox>
    </>
  )
}

/** A holder offers a card to one person, with a day. It is never asked why somebody said no. */
export function OfferForm(props: { readonly at: CardsAt; readonly place: CardPlace; readonly leaf: string }): JSX.Element {
  const { at, place, leaf: name } = props
  const { declared, view } = at
  const people = whoMayBeOffered(declared, view, place, name)
  const [to, setTo] = useState<MemberId | null>(people.length === 1 ? (people[0]?.id ?? null) : null)
  const [lookDay, setLookDay] = useState<Day | null>((view.today + (declared.leaves[name]?.lookWithin ?? 1)) as Day)
  const [refused, setRefused] = useState<Refused | null>(null)

  async function offer(): Promise<void> {
    const answer = await view.act({ kind: 'offer', room: place.room, leaf: name, to, lookDay })
    setRefused(answer)
    if (answer === null) view.go(declared.name, '')
  }

  return (
    <>
      <Head title={titleOf(declared, { leaf: name })} />
      <Part>
        {people.length === 0 ? (
          <p>{words.t('cards.offer.nobody')}</p>
        ) : (
          <>
            <Choices
              legend={words.t('cards.offer.to')}
              options={people.map((person) => ({ value: person.id as string, title: person.name }))}
              value={to}
              onPick={(id) => setTo(id as MemberId)}
            />
            <LookAgain day={lookDay} onPick={setLookDay} />
            <RefusedNote refused={refused} texts={declared.texts} />
            <Button disabled={to === null} onPress={() => void offer()}>
              {words.t('cards.offer.send')}
            </Button>
          </>
        )}
        <StopHere practice={declared.name} />
      </Part>
    </>
  )
}
