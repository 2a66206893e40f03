import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import { allOf, dayInWords } from '../../texts/words.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Checks, Choices, Taps } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { WhoLine } from '../../ui/room.tsx'
import { More, Note, Said } from '../../ui/said.tsx'
import type { Refused } from '../practice.ts'
import { readersOfRoom } from '../room-readers.ts'
import { nameOf, RefusedNote } from '../view.tsx'
import { ways } from './events.ts'
import type { AtRoom } from './held.tsx'
import type { Given, Way } from './rules.ts'
import { wayWords } from './keys.ts'
import { texts } from './texts/letter.ts'

/** Whom it is for, with the holders. Nothing of a letter is here unless she said that she wants to know. */
export function ForHer({ view, room, seen, state }: AtRoom): JSX.Element | null {
  const [way, setWay] = useState<Way | null>(null)
  const [holder, setHolder] = useState<MemberId | null>(null)
  const [beside, setBeside] = useState<readonly MemberId[]>([])
  const [refused, setRefused] = useState<Refused | null>(null)
  const { concern } = seen
  if (concern === null || concern.letterWish !== 'yes' || (state.there === null && state.wanted === null)) return null
  const about = concern.begun?.about ?? []
  const holders = seen.people.filter((person) => person.present && concern.parts.get(person.id)?.part === 'holder')
  const others = view.people.filter((person) => person.present && person.id !== view.me && person.id !== holder && !about.includes(person.id))
  const { wanted } = state

  async function want(): Promise<void> {
    if (holder === null || way === null) return
    const answer = await view.act({ kind: 'want', room, wanted: { way, holder, beside: [...beside] } })
    setRefused(answer)
    if (answer !== null) return
    const opened = await view.actFor('concern', {
      kind: 'open-room',
      code: 'SM',
      title: texts.t('letter.title'),
      card: 'letter',
      ref: concern?.begun?.concern ?? null,
      invited: [{ member: holder, part: 'holder' }, ...beside.map((member) => ({ member, part: 'supporter' }))],
      askNote: '',
    })
    setRefused(opened)
  }

  return (
    <Part title={texts.t('letter.there')}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {wanted === null ? (
        <>
          <p>{texts.t('letter.there.hint')}</p>
          <Choices legend={texts.t('letter.way')} options={ways.map((value) => ({ value, title: texts.t(wayWords[value]) }))} value={way} onPick={setWay} />
          <Choices
            legend={texts.t('letter.holder')}
            options={holders.map((person) => ({ value: person.id, title: person.name }))}
            value={holder}
            onPick={setHolder}
          />
          <Checks
            legend={texts.t('letter.besideHer')}
            options={others.map((person) => ({ value: person.id, title: person.name }))}
            values={beside}
            onToggle={setBeside}
          />
          <Acts>
            <Button disabled={holder === null || way === null} onPress={() => void want()}>
              {texts.t('letter.want')}
            </Button>
          </Acts>
          <PutOff view={view} room={room} onRefused={setRefused} />
        </>
      ) : (
        <>
          <p>{texts.t('letter.wanted', { way: texts.t(wayWords[wanted.way]), holder: nameOf(seen.people, wanted.holder) })}</p>
          <Acts>
            <Button onPress={() => void view.act({ kind: 'not-want', room }).then(setRefused)}>{texts.t('letter.notWant')}</Button>
          </Acts>
        </>
      )}
      <p class="hint">{texts.t('letter.theyDoNotSee')}</p>
      <RefusedNote refused={refused} texts={texts} />
    </Part>
  )
}

/** Asking for it can wait, or not come up again. Only she reads which of them it was. */
function PutOff(props: { readonly view: AtRoom['view']; readonly room: AtRoom['room']; readonly onRefused: (refused: Refused | null) => void }): JSX.Element {
  const { view, room, onRefused } = props
  const [days, setDays] = useState<keyof typeof daysWords>('30')
  const said = view.states.personal.putOff.find((each) => each.room === room)
  const put = (after: number | null): void => void view.act({ kind: 'put-off', room, days: after }).then(onRefused)
  return (
    <>
      <Taps legend={texts.t('letter.putOff')} options={spans.map((value) => ({ value, title: texts.t(daysWords[value]) }))} value={days} onTap={setDays} />
      <Pair>
        <Button onPress={() => put(Number(days))}>{texts.t('letter.putOff.do')}</Button>
        <Button onPress={() => put(null)}>{texts.t('letter.putOff.no')}</Button>
      </Pair>
      <p class="hint" role="status">
        {whatSheSaid(said?.day, view.today)}
      </p>
    </>
  )
}

/** No day: she said no. None said, or one that has come: it is for her to say. */
function whatSheSaid(day: Day | null | undefined, today: Day): string {
  if (day === null) return texts.t('letter.putOff.saidNo')
  return day !== undefined && day > today ? texts.t('letter.putOff.said', { day: dayInWords(day) }) : texts.t('letter.putOff.hint')
}

const daysWords = { '7': 'letter.putOff.7', '30': 'letter.putOff.30', '90': 'letter.putOff.90' } as const
const spans = ['7', '30', '90'] as const

/** The small room of one giving. What both sides wrote is shown once both stand. */
export function GivenHere({ view, room, seen, state }: AtRoom): JSX.Element {
  const [refused, setRefused] = useState<Refused | null>(null)
  const isHers = seen.concern?.begun?.by === view.me
  const whole = state.given.length > 0 && (state.given.every((each) => each.form === 'letter') || state.given.length > 1)
  return (
    <Part title={texts.t('letter.given')}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {!whole && <p>{texts.t('letter.given.none')}</p>}
      {whole &&
        state.given.map((given) => (
          <OneGiven key={given.id} given={given} by={texts.t('letter.of', { name: nameOf(view.people, given.from), day: dayInWords(given.day) })} />
        ))}
      {whole && isHers && (
        <>
          <p>{texts.t('letter.given.nothing')}</p>
          {state.given
            .filter((given) => given.from !== view.me)
            .map((given) =>
              given.letKnow === null ? (
                <Note key={given.id} title={texts.t('letter.letKnow', { name: nameOf(view.people, given.from) })}>
                  <p>{texts.t('letter.letKnow.hint')}</p>
                  <Pair>
                    <Button onPress={() => void view.act({ kind: 'let-know', room, id: given.id }).then(setRefused)}>{texts.t('letter.letKnow.yes')}</Button>
                    <Button onPress={() => void view.act({ kind: 'close-small', room }).then(setRefused)}>{texts.t('letter.closeSmall')}</Button>
                  </Pair>
                </Note>
              ) : (
                <p key={given.id}>
                  {texts.t('letter.letKnow.said', {
                    names: allOf(seen.people.filter((person) => person.present && person.id !== view.me).map((person) => person.name)),
                  })}
                </p>
              ),
            )}
        </>
      )}
      <RefusedNote refused={refused} texts={texts} />
    </Part>
  )
}

/** Read aloud, or a part only: it is folded away until she wants it, paragraph by paragraph where it is a part. */
function OneGiven({ given, by }: { readonly given: Given; readonly by: string }): JSX.Element {
  if (given.way === 'alone' || given.way === 'someone') return <Said screenOnly words={given.words} by={by} />
  const parts = given.way === 'part' ? given.words.split('\n\n') : [given.words]
  return (
    <>
      <p class="hint">{by}</p>
      {parts.map((part, at) => (
        <More key={at} summary={parts.length === 1 ? texts.t('letter.given.open') : texts.t('letter.given.part', { number: at + 1 })}>
          <p class="voice keep noprint" dir="auto">
            {part}
          </p>
        </More>
      ))}
    </>
  )
}
