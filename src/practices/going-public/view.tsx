/** A pause before going public: the list of what was kept, one of them, and the questions. Page '' lists, 'new' and 'change/ID' ask, 'sheet/ID' reads. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { cards as cardWords } from '../../texts/cards.ts'
import { shared } from '../../texts/shared.ts'
import { dayInWords } from '../../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../../ui/acts.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Head, Part } from '../../ui/page.tsx'
import { RoomBox, WhoLine, Writing } from '../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { EmptyCard } from '../card-print.tsx'
import type { Refused, Surfaces, ViewProps, Waiting } from '../practice.ts'
import { AnswersInWords } from '../prompt-fields.tsx'
import { NewerNote, onlyMe, RefusedNote } from '../view.tsx'
import { Questions, TwoLists } from './form.tsx'
import { mixed, prompts } from './prompts.ts'
import { asksHowItWent, isDecided, isPaused, mixedIn, sheetsOf, type OwnPauses, type Sheet } from './rules.ts'
import { texts } from './texts/going-public.ts'

export type PauseView = ViewProps<OwnPauses, never, never>

/** No `cards`: nobody, not even its owner, meets this page in a list of what a concern is made of (GP1). */
export const surfaces: Surfaces<OwnPauses, never, never> = { page: PausePage, waits }

function waits(props: PauseView): readonly Waiting[] {
  return sheetsOf(props.states.personal)
    .filter((sheet) => asksHowItWent(sheet, props.today))
    .map((sheet) => ({
      key: `going-public/${sheet.id}`,
      title: texts.t('going-public.today'),
      hint: texts.t('going-public.look'),
      href: `#going-public/sheet/${sheet.id}`,
    }))
}

function PausePage(props: PauseView): JSX.Element {
  const [kind = '', id = ''] = props.page.split('/')
  const sheet = sheetsOf(props.states.personal).find((each) => each.id === id) ?? null
  if (kind === 'empty') return <Paper />
  if (kind === 'new') return <Questions key="new" view={props} sheet={null} />
  if (sheet !== null && isPaused(sheet, props.now)) return <Paused view={props} sheet={sheet} />
  if (kind === 'change' && sheet !== null) return <Questions key={sheet.id} view={props} sheet={sheet} />
  if (kind === 'sheet' && sheet !== null) return <OneSheet key={sheet.id} view={props} sheet={sheet} />
  return <List {...props} />
}

function List(props: PauseView): JSX.Element {
  const sheets = sheetsOf(props.states.personal).toReversed()
  return (
    <>
      <Head title={texts.t('going-public.title')} lede={texts.t('going-public.lede')} />
      <Part>
        <NewerNote newer={props.states.personal.newer} />
        <WhoLine readers={onlyMe()} />
        <Acts>
          <LinkButton href="#going-public/new">{texts.t(props.draft('new') === '' ? 'going-public.begin' : 'going-public.goOn')}</LinkButton>
        </Acts>
      </Part>
      <Part rule title={texts.t('going-public.yours')}>
        {sheets.length === 0 ? (
          <p>{texts.t('going-public.none')}</p>
        ) : (
          <Rows label={texts.t('going-public.yours')}>
            {sheets.map((sheet) => (
              <Row key={sheet.id} title={dayInWords(sheet.day)} href={`#going-public/sheet/${sheet.id}`} end={<Standing view={props} sheet={sheet} />} />
            ))}
          </Rows>
        )}
      </Part>
      <Part rule>
        <p>{texts.t('going-public.heard')}</p>
        <Acts>
          <LinkButton kind="text" href="#going-public/empty">
            {cardWords.t('cards.printEmpty')}
          </LinkButton>
        </Acts>
      </Part>
    </>
  )
}

const onPaper = {
  name: 'going-public',
  texts,
  leaves: { sheet: { title: 'going-public.title', lede: 'going-public.lede', prompts: { ...prompts, ...mixed } } },
}

/** The same questions for paper, with both lists. */
function Paper(): JSX.Element {
  return (
    <EmptyCard declared={onPaper} leaf="sheet">
      <TwoLists />
      <p>{texts.t('going-public.heard')}</p>
    </EmptyCard>
  )
}

function OneSheet(props: { readonly view: PauseView; readonly sheet: Sheet }): JSX.Element {
  const { view, sheet } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const stillMixed = mixedIn(sheet, view.today)
  const leadsInside = sheet.answers['decision'] === 'raise' || sheet.answers['decision'] === 'carry'

  async function takeOut(): Promise<void> {
    const answer = await view.act({ kind: 'take-out', sheet: sheet.id })
    setRefused(answer)
    if (answer === null) view.go('going-public', '')
  }

  return (
    <>
      <Head title={texts.t('going-public.title')} lede={dayInWords(sheet.day)} />
      <NewerNote newer={view.states.personal.newer} />
      {asksHowItWent(sheet, view.today) && <HowItWent view={view} sheet={sheet} />}
      <Part>
        <WhoLine readers={onlyMe()} />
        <Standing view={view} sheet={sheet} />
        <AnswersInWords prompts={prompts} answers={sheet.answers} texts={texts} people={view.people} />
        {stillMixed !== null && <AnswersInWords prompts={mixed} answers={stillMixed} texts={texts} people={view.people} />}
        {sheet.checked !== null && (
          <dl class="facts">
            {sheet.checked.how !== '' && <Said question={texts.t('going-public.check.how')} words={sheet.checked.how} />}
            {sheet.checked.need !== '' && <Said question={texts.t('going-public.check.need')} words={sheet.checked.need} />}
          </dl>
        )}
        {leadsInside && (
          <Acts>
            <LinkButton href="#concern/something">{texts.t('going-public.toRaise')}</LinkButton>
          </Acts>
        )}
      </Part>
      <Part rule>
        <p>{texts.t('going-public.heard')}</p>
        <RefusedNote refused={refused} texts={texts} />
        <Acts>
          <LinkButton href={`#going-public/change/${sheet.id}`}>{texts.t('going-public.goOn')}</LinkButton>
          <Button onPress={() => globalThis.print()}>{shared.t('shared.sheet.print')}</Button>
          <Button kind="text" onPress={() => void takeOut()}>
            {texts.t('going-public.takeOut')}
          </Button>
        </Acts>
      </Part>
    </>
  )
}

function Said(props: { readonly question: string; readonly words: string }): JSX.Element {
  return (
    <div>
      <dt>{props.question}</dt>
      <dd class="voice keep" dir="auto">
        {props.words}
      </dd>
    </div>
  )
}

/** The words are out of sight, and something else to do is offered (GP4). */
function Paused(props: { readonly view: PauseView; readonly sheet: Sheet }): JSX.Element {
  const { view, sheet } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  return (
    <>
      <Head title={texts.t('going-public.paused.title')} lede={texts.t('going-public.paused.more')} />
      <NewerNote newer={view.states.personal.newer} />
      <Part title={texts.t('going-public.paused.instead')}>
        <Rows label={texts.t('going-public.paused.instead')}>
          <Row title={texts.t('going-public.paused.walk')} />
          <Row title={texts.t('going-public.paused.hands')} />
          <Row title={texts.t('going-public.paused.call')} />
          <Row title={texts.t('going-public.paused.friend')} />
        </Rows>
        <RefusedNote refused={refused} texts={texts} />
        <Acts>
          <Button onPress={() => void view.act({ kind: 'come-back', sheet: sheet.id }).then(setRefused)}>{texts.t('going-public.comeBack')}</Button>
        </Acts>
      </Part>
    </>
  )
}

function HowItWent(props: { readonly view: PauseView; readonly sheet: Sheet }): JSX.Element {
  const { view, sheet } = props
  const [how, setHow] = useDraft(view, `how/${sheet.id}`)
  const [need, setNeed] = useDraft(view, `need/${sheet.id}`)
  const [refused, setRefused] = useState<Refused | null>(null)

  async function keep(words: { readonly how: string; readonly need: string }): Promise<void> {
    const answer = await view.act({ kind: 'check', sheet: sheet.id, ...words })
    setRefused(answer)
    if (answer !== null) return
    setHow('')
    setNeed('')
  }

  return (
    <Part title={texts.t('going-public.check')}>
      <RoomBox readers={onlyMe()}>
        <Writing label={texts.t('going-public.check.how')} value={how} onInput={setHow} />
        <Writing label={texts.t('going-public.check.need')} value={need} onInput={setNeed} />
        <RefusedNote refused={refused} texts={texts} />
        <Pair>
          <Button onPress={() => void keep({ how: how.trim(), need: need.trim() })}>{texts.t('going-public.check.keep')}</Button>
          <Button onPress={() => void keep({ how: '', need: '' })}>{texts.t('going-public.check.skip')}</Button>
        </Pair>
      </RoomBox>
    </Part>
  )
}

function Standing(props: { readonly view: PauseView; readonly sheet: Sheet }): JSX.Element {
  const { view, sheet } = props
  if (isPaused(sheet, view.now)) return <StateWord node="n-paused">{texts.t('going-public.paused')}</StateWord>
  if (asksHowItWent(sheet, view.today)) return <StateWord node="n-open">{texts.t('going-public.look')}</StateWord>
  if (isDecided(sheet.answers)) return <StateWord node="n-done">{texts.t('going-public.decided')}</StateWord>
  return <StateWord node="n-open">{texts.t('going-public.kept')}</StateWord>
}
