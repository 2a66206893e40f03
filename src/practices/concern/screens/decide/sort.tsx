import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Checks, Choices, DayLine } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { Line, RoomBox, WhoLine, Writing } from '../../../../ui/room.tsx'
import type { Kind } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import type { Order } from '../../orders.ts'
import { days, longest, powers, type Power } from '../../shapes.ts'
import type { Sorted } from '../../state.ts'
import { Gone } from '../gone.tsx'
import { useKept } from '../kept.ts'
import { whoIs } from '../names.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { roomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

const signs = ['A', 'B', 'C', 'mixed'] as const
const often = ['once', 'more-than-once', 'long', 'not-known'] as const
const afraid = ['yes', 'no', 'not-known'] as const
const alsoAsk = ['survivor-service', 'legal', 'elder', 'mediator', 'audit'] as const
const kinds: readonly Kind[] = ['unsure', 'A', 'B', 'C']
const powerChoices = [...powers, 'none'] as const

type Sheet = Pick<Sorted, 'signs' | 'power' | 'alsoAsk'> & { readonly often: Sorted['often'] | null; readonly afraid: Sorted['afraid'] | null; readonly kind: Kind | null }

const empty: Sheet = { signs: [], power: [], often: null, afraid: null, alsoAsk: [], kind: null }

/** The holders' own sheet: sorting so that the response fits. The label leaves neither this room nor hers. */
export function SortPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = roomIn(concern, 'HO')
  const [sheet, setSheet] = useState<Sheet>(at?.state.sorted ?? empty)
  const key = `sort.${concern.ref}`
  const [calls, setCalls, dropCalls] = useKept(view, `${key}.calls`, at?.state.sorted?.calls)
  const [why, setWhy, dropWhy] = useKept(view, `${key}.why`, at?.state.sorted?.why)
  const [day, setDay] = useState<number | null>(view.today + days.look)
  const pressing = usePress(view)
  if (at === undefined || concern.mine !== 'holder') return <Gone />
  const { sorted } = at.state
  const readers = readersOfRoom(view.rooms.get(at.room) ?? null, view.me)
  const change = (part: Partial<Sheet>): void => setSheet({ ...sheet, ...part })
  const ready = sheet.signs.length > 0 && sheet.power.length > 0 && sheet.often !== null && sheet.afraid !== null && sheet.kind !== null && day !== null

  function keep(): void {
    if (at === undefined || sheet.often === null || sheet.afraid === null || sheet.kind === null || day === null) return
    const order: Order = {
      kind: 'sort',
      room: at.room,
      signs: [...sheet.signs],
      power: [...sheet.power],
      often: sheet.often,
      afraid: sheet.afraid,
      calls,
      alsoAsk: [...sheet.alsoAsk],
      lean: sheet.kind,
      why,
      lookDay: day as Day,
    }
    pressing.press(order, () => {
      dropCalls()
      dropWhy()
    })
  }

  return (
    <>
      <Head title={t('concern.sort.title')} lede={t('concern.sort.lede')}>
        <WhoLine readers={readers} />
        {sorted !== null && <p class="hint">{t('concern.sort.by', { name: whoIs(view, sorted.by), day: dayInWords(sorted.day) })}</p>}
      </Head>
      <Checks
        legend={t('concern.sort.signs')}
        options={signs.map((sign) => ({ value: sign, title: t(`concern.sort.${sign}`), hint: sign === 'mixed' ? undefined : t(`concern.sort.${sign}.hint`) }))}
        values={sheet.signs}
        onToggle={(values) => change({ signs: values })}
      />
      <Checks
        legend={t('concern.kindPage.power')}
        options={powerChoices.map((power) => ({ value: power, title: t(`concern.power.${power}`) }))}
        values={sheet.power}
        onToggle={(values: readonly (Power | 'none')[]) => change({ power: values })}
      />
      <Choices legend={t('concern.sort.often')} options={often.map((each) => ({ value: each, title: t(`concern.sort.${each}`) }))} value={sheet.often} onPick={(value) => change({ often: value })} />
      <Choices
        legend={t('concern.sort.afraid')}
        hint={t('concern.sort.afraidHint')}
        options={afraid.map((each) => ({ value: each, title: t(`concern.sort.${each}`) }))}
        value={sheet.afraid}
        onPick={(value) => change({ afraid: value })}
      />
      <Checks legend={t('concern.sort.also')} options={alsoAsk.map((each) => ({ value: each, title: t(`concern.sort.${each}`) }))} values={sheet.alsoAsk} onToggle={(values) => change({ alsoAsk: values })} />
      <Choices
        legend={t('concern.sort.lean')}
        options={kinds.map((kind) => ({ value: kind, title: t(`concern.kind.${kind}`), hint: t(`concern.kind.${kind}.1`) }))}
        value={sheet.kind}
        onPick={(kind) => change({ kind })}
      />
      <Part>
        <RoomBox readers={readers}>
          <Line label={t('concern.sort.calls')} value={calls} maxLength={longest.line / 3} onInput={setCalls} />
          <Writing label={t('concern.sort.why')} hint={t('concern.sort.whyHint')} value={why} maxLength={longest.page / 3} onInput={setWhy} />
        </RoomBox>
        <DayLine label={t('concern.kindPage.lookSet')} value={day} onInput={setDay} />
        <WhyNot of={pressing} />
        <Button disabled={!ready} onPress={keep}>
          {t('concern.keep')}
        </Button>
        <DoneNote of={pressing} />
      </Part>
    </>
  )
}
