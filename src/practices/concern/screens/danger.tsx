import type { JSX } from 'preact'
import { Acts, LinkButton } from '../../../ui/acts.tsx'
import type { ConcernView } from './view.ts'
import { screens } from './texts/screens.ts'

const { t } = screens

type Help = Pick<ConcernView, 'beforehand' | 'hasPractice'>

/** The first line of every page of a concern (G1). It leads to help from outside and blocks nothing. */
export function Danger(props: Help): JSX.Element {
  return (
    <div class="note care slim noprint">
      <details>
        <summary>{t('concern.something.danger')}</summary>
        <div class="in">
          <DangerHelp {...props} />
        </div>
      </details>
    </div>
  )
}

/** Whom to call, and what comes after. */
export function DangerHelp(props: Help): JSX.Element {
  const call = props.beforehand?.call ?? []
  const ways = after.filter(([name]) => props.hasPractice(name))
  return (
    <>
      <p>{t('concern.something.danger.first')}</p>
      {call.length === 0 ? (
        <p>{t('concern.something.danger.noCall')}</p>
      ) : (
        <div class="tight">
          <b>{t('concern.something.danger.call')}</b>
          {call.map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
        </div>
      )}
      {ways.length > 0 && (
        <>
          <p>{t('concern.something.danger.next')}</p>
          <Acts>
            {ways.map(([name, key]) => (
              <LinkButton key={name} href={`#${name}`}>
                {t(key)}
              </LinkButton>
            ))}
          </Acts>
        </>
      )}
    </>
  )
}

const after = [
  ['support', 'concern.something.danger.support'],
  ['limits', 'concern.something.danger.limits'],
] as const
