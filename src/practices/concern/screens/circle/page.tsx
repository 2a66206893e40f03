import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../../../log/types.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Pick, Taps } from '../../../../ui/choices.tsx'
import { Head, Part, Split } from '../../../../ui/page.tsx'
import { Line, RoomBox, WhoLine, Writing } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { everyoneIn, onlyMe } from '../../../view.tsx'
import { beforeCircle } from '../../circle-page.ts'
import { longest } from '../../shapes.ts'
import { partsOfPage, type CirclePage as Page } from '../../circle-state.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { useKept } from '../kept.ts'
import { namesOf, whoIs } from '../names.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

/** For those who hear of it: what they may know, what helps, what piles on, and a part to take or to rest. */
export function CirclePageView(props: { readonly view: ConcernView; readonly id: string }): JSX.Element {
  const { view } = props
  const page = beforeCircle(view.states.commons, view.today).pages.find((each) => each.id === props.id)
  if (page === undefined) return <Gone />
  const told = partsOfPage(page.words)
  const parts = page.holders.includes(view.me) ? view.states.personal.circleParts.filter((each) => each.page === page.id) : []
  return (
    <>
      <Danger {...view} />
      <Split
        aside={
          <>
            <ICan view={view} page={page} />
            <Sheet view={view} page={page} />
          </>
        }
      >
        <Head title={t('concern.circle.title')} lede={t('concern.circle.lede')}>
          <p>{t('concern.circle.hold', { names: namesOf(view, page.holders) })}</p>
          <WhoLine readers={everyoneIn(view.people)} />
        </Head>
        <Words title={t('concern.circle.mayKnow')} words={told.mayKnow} />
        <Words title={t('concern.circle.helps')} words={told.helps} />
        <Words title={t('concern.circle.pilesOn')} words={told.pilesOn} />
        <Words title={t('concern.circle.say')} words={told.say} />
        {page.curious && <p>{t('concern.circle.curious')}</p>}
        <p>
          <b>{t('concern.anyone')}</b>
        </p>
        <p class="hint">{t('concern.circle.look', { day: dayInWords(page.lookDay) })}</p>
        {parts.length > 0 && (
          <Part rule title={t('concern.circle.parts')}>
            <WhoLine readers={onlyMe()} />
            <Rows label={t('concern.circle.parts')}>
              {parts.map((each) => (
                <Row key={each.from} title={whoIs(view, each.from)} hint={t(`concern.circle.${each.can}`)} />
              ))}
            </Rows>
          </Part>
        )}
      </Split>
    </>
  )
}

function Words(props: { readonly title: string; readonly words: string }): JSX.Element | null {
  if (props.words.trim() === '') return null
  return (
    <Part title={props.title}>
      <p class="voice keep" dir="auto">
        {props.words}
      </p>
    </Part>
  )
}

const cans = ['support-one', 'support-other', 'mind-circle', 'rest'] as const

/** One tap, sent to one holder and seen by nobody else. */
function ICan(props: { readonly view: ConcernView; readonly page: Page }): JSX.Element | null {
  const { view, page } = props
  const holders = page.holders.filter((id) => id !== view.me)
  const [to, setTo] = useState<MemberId | ''>(holders[0] ?? '')
  const [said, setSaid] = useState<(typeof cans)[number] | null>(null)
  const pressing = usePress(view)
  if (holders.length === 0 || page.holders.includes(view.me)) return null
  return (
    <Part>
      <Pick label={t('concern.circle.toWhom')} options={holders.map((id) => ({ value: id, title: whoIs(view, id) }))} value={to} onPick={setTo} />
      <Taps
        legend={t('concern.circle.can')}
        options={cans.map((can) => ({ value: can, title: t(`concern.circle.${can}`) }))}
        value={said}
        onTap={(can) => to !== '' && pressing.press({ kind: 'take-circle-part', page: page.id, to, can }, () => setSaid(can))}
      />
      <p class="hint">{t('concern.circle.canHint')}</p>
      <p role="status">{said !== null && to !== '' && t('concern.circle.sent', { name: whoIs(view, to) })}</p>
      <WhyNot of={pressing} />
    </Part>
  )
}

function Sheet(props: { readonly view: ConcernView; readonly page: Page }): JSX.Element {
  const { view, page } = props
  const kept = view.states.personal.sheets.find((each) => each.page === page.id)
  const [think, setThink, dropThink] = useKept(view, `sheet.${page.id}.think`, kept?.think)
  const [afraid, setAfraid, dropAfraid] = useKept(view, `sheet.${page.id}.afraid`, kept?.afraid)
  const [tell, setTell, dropTell] = useKept(view, `sheet.${page.id}.tell`, kept?.tell)
  const pressing = usePress(view)
  return (
    <Part title={t('concern.circle.sheet')}>
      <RoomBox readers={onlyMe()}>
        <Writing label={t('concern.circle.think')} rows={2} value={think} maxLength={longest.page / 3} onInput={setThink} />
        <Writing label={t('concern.circle.afraid')} rows={2} value={afraid} maxLength={longest.page / 3} onInput={setAfraid} />
        <Line label={t('concern.circle.tell')} value={tell} maxLength={longest.line / 3} onInput={setTell} />
        <Button kind="fill" onPress={() =>
            pressing.press({ kind: 'write-circle-sheet', page: page.id, think, afraid, tell }, () => {
              dropThink()
              dropAfraid()
              dropTell()
            })
          }>
          {t('concern.keep')}
        </Button>
        <WhyNot of={pressing} />
        <DoneNote of={pressing} />
      </RoomBox>
    </Part>
  )
}
