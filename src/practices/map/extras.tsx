/** The five rings: which of them hold something, never how much; and when it is time to make one map. */
import type { JSX } from 'preact'
import { Part } from '../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import type { Card, CardAt, CardExtras, Cards, NoticeAt } from '../card-rules.ts'
import { namesIn } from '../names-in-words.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { AnswersInWords } from '../prompt-fields.tsx'
import { everyWord, type Answers, type Prompts } from '../prompts.ts'
import { leaves } from './leaves.ts'
import { ringNames, rings, ringsHeld } from './prompts.ts'
import { texts } from './texts/map.ts'

const { t } = texts
const withRings: readonly string[] = ['alone', 'merged', 'systems']

export const extras: CardExtras = { notices, sheets, waits }

function notices(answers: Answers, { leaf, circle }: NoticeAt): readonly string[] {
  return withRings.includes(leaf) ? namesIn(everyWord(answers), circle).map((name) => t('map.notice.name', { name })) : []
}

function sheets({ card, people, view }: CardAt): JSX.Element | null {
  if (!withRings.includes(card.leaf) || card.sheets.length === 0) return null
  const { prompts } = leaves[card.leaf as keyof typeof leaves]
  const standing = card.sheets.map((sheet) => sheet.answers)
  const rest = Object.fromEntries(Object.entries(prompts as Prompts).filter(([key]) => !isRing(key)))
  return (
    <>
      <Part title={t('map.rings')}>
        <Rings standing={standing} asked={rings.filter((ring) => Object.hasOwn(prompts, ring))} />
      </Part>
      {card.sheets.map((sheet) => (
        <div key={sheet.seq} class={sheet.writer === view.me ? 'part' : 'part noprint'}>
          <AnswersInWords prompts={ringPrompts(prompts)} answers={sheet.answers} texts={texts} people={people} />
          <AnswersInWords prompts={rest} answers={sheet.answers} texts={texts} people={people} />
        </div>
      ))}
    </>
  )
}

/** Presence, with a word for it. */
function Rings(props: { readonly standing: readonly Answers[]; readonly asked: readonly (typeof rings)[number][] }): JSX.Element {
  const held = ringsHeld(props.standing)
  return (
    <Rows>
      {props.asked.map((ring) => (
        <Row
          key={ring}
          title={t(ringNames[ring])}
          end={<StateWord node={held.has(ring) ? 'n-done' : 'n-offered'}>{held.has(ring) ? t('map.holds') : t('map.empty')}</StateWord>}
        />
      ))}
    </Rows>
  )
}

function ringPrompts(prompts: Prompts): Prompts {
  return Object.fromEntries(Object.entries(prompts).filter(([key]) => isRing(key)))
}

function isRing(key: string): boolean {
  return rings.some((ring) => ring === key)
}

/** Holders: to make one map once each wrote alone, and to look at rings that are empty when a look is due. */
function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const { me, today, states, rooms } = view
  return [...rooms].flatMap(([room, seen]): readonly Waiting[] => {
    const { concern } = seen
    if (concern?.begun?.code !== 'HO' || concern.parts.get(me)?.part !== 'holder' || !concern.doors.has('map')) return []
    const cards = states.rooms.get(room)?.cards ?? []
    const merged = cards.find((card) => card.leaf === 'merged' && card.state !== 'closed' && card.state !== 'offered')
    if (merged === undefined) {
      const wroteAlone = states.personal.cards.some((card) => card.leaf === 'alone' && card.state === 'open' && card.sheets.length > 0)
      const finished = cards.some((card) => card.leaf === 'merged')
      return wroteAlone && !finished ? [{ key: `map/merge/${room}`, title: t('map.title'), hint: t('map.waits.merge'), href: `#map/begin/merged/${room}`, room }] : []
    }
    return isDueWithEmptyRings(merged, today)
      ? [{ key: `map/empty/${merged.id}`, title: t('map.merged'), hint: t('map.waits.empty'), href: `#map/card/${merged.id}`, room }]
      : []
  })
}

function isDueWithEmptyRings(card: Card, today: number): boolean {
  return card.lookDay !== null && today >= card.lookDay && ringsHeld(card.sheets.map((sheet) => sheet.answers)).size < rings.length
}
