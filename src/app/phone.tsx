import type { JSX } from 'preact'
import type { Keep } from '../client/api.ts'
import { app } from '../texts/app.ts'
import { Choices } from '../ui/choices.tsx'

/** One question, asked before anything is kept on a device. */
export function PhoneQuestion(props: { readonly keep: Keep; readonly onPick: (keep: Keep) => void }): JSX.Element {
  return (
    <Choices
      legend={app.t('app.phone')}
      value={props.keep}
      onPick={props.onPick}
      options={[
        { value: 'this-device', title: app.t('app.phone.mine'), hint: app.t('app.phone.mineHint') },
        { value: 'memory', title: app.t('app.phone.shared'), hint: app.t('app.phone.sharedHint') },
      ]}
    />
  )
}
