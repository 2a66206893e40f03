import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { allOf, anyOf } from '../../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../../ui/acts.tsx'
import { Check } from '../../ui/choices.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { WhoLine } from '../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { Note, Said } from '../../ui/said.tsx'
import type { Refused, Surfaces, Waiting } from '../practice.ts'
import { ChangedNothing, everyoneIn, nameOf, NewerNote, onlyMe, RefusedNote } from '../view.tsx'
import { ExactWords, ThankForm, type AppreciationView } from './form.tsx'
import { notThankedForLong } from './hints.ts'
import { qualityWord } from './qualities.ts'
import {
  asksToBeShown,
  exactWords,
  isShown,
  iSent,
  reachedMe,
  standsBeforeTheCircle,
  type OwnThanks,
  type Received,
  type Sent,
  type Shown,
  type ShownThanks,
} from './rules.ts'
import { texts } from './texts/appreciation.ts'

export const surfaces: Surfaces<OwnThanks, Shown, never> = { today: AppreciationToday, page: AppreciationPage, waits }

/** How much of what reached me stands on Today; the rest is on the page. */
const onToday = 2

function waits(props: AppreciationView): readonly Waiting[] {
  return asks(props).map((thanks) => ({
    key: thanks.id,
    title: texts.t('appreciation.ask'),
    hint: texts.t('appreciation.ask.hint', { name: nameOf(props.people, thanks.from) }),
    href: '#appreciation',
  }))
}

function AppreciationToday(props: AppreciationView): JSX.Element {
  const { states, today, muted } = props
  const reached = reachedMe(states.personal, muted).slice(0, onToday)
  const shown = standsBeforeTheCircle(states.commons, today).slice(0, onToday)
  return (
    <>
      {reached.length > 0 && (
        <Part title={texts.t('appreciation.reached')}>
          {reached.map((thanks) => (
            <ReachedMe key={thanks.from + thanks.id} thanks={thanks} view={props} />
          ))}
        </Part>
      )}
      {shown.length > 0 && (
        <Part title={texts.t('appreciation.circle')}>
          {shown.map((thanks) => (
            <BeforeTheCircle key={thanks.giver + thanks.id} thanks={thanks} view={props} />
          ))}
        </Part>
      )}
      <Part>
        <NewerNote newer={[...states.personal.newer, ...states.commons.newer]} />
        <Hint {...props} />
        <Acts>
          <LinkButton href="#appreciation">{texts.t('appreciation.title')}</LinkButton>
        </Acts>
      </Part>
    </>
  )
}

function AppreciationPage(props: AppreciationView): JSX.Element {
  const { states, today, muted, settings } = props
  const reached = reachedMe(states.personal, muted)
  const shown = standsBeforeTheCircle(states.commons, today)
  const sent = iSent(states.personal)
  return (
    <>
      <Head title={texts.t('appreciation.title')} lede={texts.t('appreciation.lede')} />
      <NewerNote newer={[...states.personal.newer, ...states.commons.newer]} />
      {asks(props).map((thanks) => (
        <Ask key={thanks.from + thanks.id} thanks={thanks} view={props} />
      ))}
      <ThankForm {...props} />
      <Hint {...props} />
      <Part rule title={texts.t('appreciation.reached')}>
        <WhoLine readers={onlyMe()} />
        {reached.length === 0 ? (
          <p>{texts.t('appreciation.reached.none')}</p>
        ) : (
          reached.map((thanks) => <ReachedMe key={thanks.from + thanks.id} thanks={thanks} view={props} />)
        )}
      </Part>
      <Part rule title={texts.t('appreciation.circle')}>
        <WhoLine readers={everyoneIn(props.people)} />
        {shown.length === 0 ? (
          <p>{texts.t('appreciation.circle.none')}</p>
        ) : (
          shown.map((thanks) => <BeforeTheCircle key={thanks.giver + thanks.id} thanks={thanks} view={props} acts />)
        )}
      </Part>
      <Part rule title={texts.t('appreciation.yours')}>
        <WhoLine readers={onlyMe()} />
        {sent.length === 0 ? (
          <p>{texts.t('appreciation.yours.none')}</p>
        ) : (
          <Rows label={texts.t('appreciation.yours')}>
            {sent.map((thanks) => (
              <Given key={thanks.id} thanks={thanks} view={props} />
            ))}
          </Rows>
        )}
      </Part>
      <Part rule>
        <Check
          title={texts.t('appreciation.hint.on')}
          hint={texts.t('appreciation.hint.on.hint')}
          checked={settings.thanksHints}
          onChange={(thanksHints) => props.changeSettings({ thanksHints })}
        />
      </Part>
      <ChangedNothing refused={props.refused} people={props.people} texts={texts} />
    </>
  )
}

/** The exact words, the exact audience, two answers of equal weight. */
function Ask(props: { readonly thanks: Received; readonly view: AppreciationView }): JSX.Element {
  const { thanks, view } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const name = nameOf(view.people, thanks.from)
  const answer = (show: boolean): void => void view.act({ kind: 'answer', from: thanks.from, id: thanks.id, show }).then(setRefused)
  return (
    <Part title={texts.t('appreciation.ask')}>
      <Note>
        <ExactWords label={texts.t('appreciation.ask.words', { name, readers: everyoneIn(view.people).name })} text={exactWords(thanks)} />
        <p>{texts.t('appreciation.ask.until')}</p>
        <RefusedNote refused={refused} texts={texts} />
        <Pair>
          <Button onPress={() => answer(true)}>{texts.t('appreciation.ask.yes')}</Button>
          <Button onPress={() => answer(false)}>{texts.t('appreciation.ask.no')}</Button>
        </Pair>
        <p class="hint">{texts.t('appreciation.ask.silence', { name })}</p>
      </Note>
    </Part>
  )
}

function ReachedMe(props: { readonly thanks: Received; readonly view: AppreciationView }): JSX.Element {
  const { thanks, view } = props
  const isBefore = standsBeforeTheCircle(view.states.commons, view.today).some(({ giver, id }) => giver === thanks.from && id === thanks.id)
  return (
    <Said words={exactWords(thanks)} by={texts.t(isBefore ? 'appreciation.from.shown' : 'appreciation.from', { name: nameOf(view.people, thanks.from) })}>
      {thanks.shows.length > 0 && <p class="hint">{texts.t('appreciation.shows.toYou', { list: allOf(thanks.shows.map(qualityWord)) })}</p>}
      {thanks.leadNext !== '' && (
        <p class="hint" dir="auto">
          {texts.t('appreciation.leadNext.toYou', { words: thanks.leadNext })}
        </p>
      )}
    </Said>
  )
}

function BeforeTheCircle(props: { readonly thanks: ShownThanks; readonly view: AppreciationView; readonly acts?: boolean }): JSX.Element {
  const { thanks, view } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const by = texts.t('appreciation.circle.by', { giver: nameOf(view.people, thanks.giver), receiver: nameOf(view.people, thanks.receiver) })
  return (
    <Said words={thanks.text} by={by}>
      {props.acts === true && thanks.receiver === view.me && (
        <>
          <RefusedNote refused={refused} texts={texts} />
          <Acts>
            <Button kind="text" onPress={() => void view.act({ kind: 'end-showing', from: thanks.giver, id: thanks.id }).then(setRefused)}>
              {texts.t('appreciation.end')}
            </Button>
          </Acts>
          <p class="hint">{texts.t('appreciation.end.hint')}</p>
        </>
      )}
    </Said>
  )
}

function Given(props: { readonly thanks: Sent; readonly view: AppreciationView }): JSX.Element {
  const { thanks, view } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const state = isShown(view.states.commons, view.me, thanks.id) !== null ? 'shown' : thanks.offered ? 'offered' : 'between'
  return (
    <Row title={texts.t('appreciation.yours.to', { name: nameOf(view.people, thanks.to) })} end={<Standing state={state} />}>
      <p class="voice keep" dir="auto">
        {exactWords(thanks)}
      </p>
      <RefusedNote refused={refused} texts={texts} />
      <Acts>
        <Button kind="text" onPress={() => void view.act({ kind: 'take-back', id: thanks.id }).then(setRefused)}>
          {texts.t('appreciation.takeBack')}
        </Button>
      </Acts>
      <span class="hint">{texts.t('appreciation.takeBack.hint')}</span>
    </Row>
  )
}

/** A no and no answer look the same to the giver: offered (AP2). */
function Standing(props: { readonly state: 'shown' | 'offered' | 'between' }): JSX.Element {
  switch (props.state) {
    case 'shown':
      return <StateWord node="n-done">{texts.t('appreciation.yours.shown')}</StateWord>
    case 'offered':
      return <StateWord node="n-offered">{texts.t('appreciation.yours.offered')}</StateWord>
    case 'between':
      return <StateWord node="n-done">{texts.t('appreciation.yours.between')}</StateWord>
  }
}

function Hint(props: AppreciationView): JSX.Element | null {
  const { states, people, me, today, muted, settings } = props
  const names = settings.thanksHints ? notThankedForLong(states.personal, people, { me, today, muted }).map((person) => person.name) : []
  if (names.length === 0) return null
  return (
    <div class="tight">
      <p class="hint">
        {texts.t('appreciation.hint', { names: anyOf(names) })} {texts.t('appreciation.hint.onlyYou')}
      </p>
      <Acts>
        <Button kind="text" onPress={() => props.changeSettings({ thanksHints: false })}>
          {texts.t('appreciation.hint.off')}
        </Button>
      </Acts>
    </div>
  )
}

function asks(view: AppreciationView): readonly Received[] {
  return reachedMe(view.states.personal, view.muted).filter((thanks) => asksToBeShown(view.states.personal, thanks, view.today))
}
