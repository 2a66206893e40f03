import type { JSX } from 'preact'
import type { RoomId } from '../../../log/types.ts'
import { Check } from '../../../ui/choices.tsx'
import { Part } from '../../../ui/page.tsx'
import type { ConcernState } from '../state.ts'
import { namesFirst } from './names.ts'
import { usePress, WhyNot } from './press.tsx'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

const { t } = screens

/** Whoever is in her room or the holders' says so, with what it shuts; two holders take it back (R23). */
export function ChildPart(props: { readonly view: ConcernView; readonly room: RoomId; readonly state: ConcernState }): JSX.Element | null {
  const { view, room, state } = props
  const pressing = usePress(view)
  const code = state.begun?.code
  if ((code !== 'HH' && code !== 'HO') || !state.parts.has(view.me)) return null
  return (
    <Part rule>
      <Check title={t('concern.child')} hint={t('concern.child.hint')} checked={state.minor} onChange={(on) => pressing.press({ kind: 'minor', room, on })} />
      {state.minor && state.minorLifted.size > 0 && <p class="hint">{t('concern.child.said', { names: namesFirst(view, state.minorLifted) })}</p>}
      <WhyNot of={pressing} />
    </Part>
  )
}
