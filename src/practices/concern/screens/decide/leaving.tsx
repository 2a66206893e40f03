import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Acts, Button, LinkButton } from '../../../../ui/acts.tsx'
import { Choices, type Option } from '../../../../ui/choices.tsx'
import { Head } from '../../../../ui/page.tsx'
import type { Leaving } from '../../../practice.ts'
import { askedOnLeaving, waysToLeave } from '../../on-leaving.ts'
import type { OrderOf } from '../../orders.ts'
import type { ConcernState } from '../../state.ts'
import { Gone } from '../gone.tsx'
import { titleOf } from '../list.tsx'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { withHolders } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

type How = OrderOf<'on-leaving'>['how']
type Words = OrderOf<'on-leaving'>['words']

/** Asked apart, before somebody leaves the circle. Nothing is chosen beforehand: whoever says nothing goes all the same. */
export function LeavingPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const pressing = usePress(view)
  const [how, setHow] = useState<How | null>(null)
  const [words, setWords] = useState<Words | null>(null)
  const at = withHolders(view, concern)
  const ways = at === undefined ? [] : waysToLeave(at.state, view.me)
  if (at === undefined || ways.length === 0) return <Gone />
  const { room, code } = at
  return (
    <>
      <Head title={t('concern.leaving.title')} lede={t(code === 'NH' ? 'concern.leaving.ledeNamed' : 'concern.leaving.lede')} />
      <Choices legend={t('concern.leaving.how')} value={how} onPick={setHow} options={ways.map((way) => wayOf(way, code === 'NH'))} />
      <Choices
        legend={t('concern.leaving.words')}
        value={words}
        onPick={setWords}
        options={[
          { value: 'leave', title: t('concern.leaving.words.leave'), hint: t('concern.leaving.words.leaveHint') },
          { value: 'agreed', title: t('concern.leaving.words.agreed'), hint: t('concern.leaving.words.agreedHint') },
          { value: 'all', title: t('concern.leaving.words.all'), hint: t('concern.leaving.words.allHint') },
        ]}
        hint={t('concern.leaving.cards')}
      />
      <WhyNot of={pressing} />
      <Acts>
        <Button disabled={how === null || words === null} onPress={() => how !== null && words !== null && pressing.press({ kind: 'on-leaving', room, how, words })}>
          {t('concern.leaving.say')}
        </Button>
        <LinkButton href="#me">{t('concern.leaving.back')}</LinkButton>
      </Acts>
      <DoneNote of={pressing} />
    </>
  )
}

function wayOf(value: How, isNamed: boolean): Option<How> {
  switch (value) {
    case 'stop':
      return { value, title: t('concern.leaving.stop'), hint: t('concern.leaving.stopHint') }
    case 'rest':
      return { value, title: t('concern.leaving.rest'), hint: t('concern.leaving.restHint') }
    case 'close':
      return { value, title: t('concern.leaving.close'), hint: t('concern.leaving.closeHint') }
    case 'go-on':
      return isNamed
        ? { value, title: t('concern.leaving.keep'), hint: t('concern.leaving.keepHint') }
        : { value, title: t('concern.leaving.goOn'), hint: t('concern.leaving.goOnHint') }
  }
}

/** What leads there from the way out of the circle, with what is so until something is said. */
export function leaving(view: ConcernView): readonly Leaving[] {
  return askedOnLeaving(view.states, view.me).map(({ ref, state }) => ({
    title: titleOf({ title: state.begun?.title ?? '' }),
    hint: soNow(state),
    href: `#concern/at/${ref}/leaving`,
  }))
}

function soNow({ begun, stopped, closed }: ConcernState): string {
  if (stopped !== null) return t('concern.leaving.isStopped')
  if (closed !== null) return t('concern.leaving.rests')
  return t(begun?.code === 'NH' ? 'concern.leaving.staysOpen' : 'concern.leaving.goesOn')
}
