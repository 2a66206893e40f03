import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Keep } from '../client/api.ts'
import { problems } from '../texts/app-problems.ts'
import { app } from '../texts/app.ts'
import { Choices } from '../ui/choices.tsx'
import { Note } from '../ui/said.tsx'
import { useModel } from './here.ts'

/** Stays open here, unless the browser keeps nothing. */
export function useKeep(): readonly [Keep, (keep: Keep) => void] {
  const { canKeep } = useModel()
  return useState<Keep>(canKeep ? 'this-device' : 'memory')
}

/** One question, asked before anything is kept on a device. */
export function PhoneQuestion(props: { readonly keep: Keep; readonly onPick: (keep: Keep) => void }): JSX.Element {
  if (!useModel().canKeep) {
    return (
      <Note title={problems.t('problem.storage.title')}>
        <p>{problems.t('problem.storage.next')}</p>
      </Note>
    )
  }
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
