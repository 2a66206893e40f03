import { render, type JSX } from 'preact'
import { app } from '../texts/app.ts'
import { Head } from '../ui/page.tsx'
import { BareShell } from './shell.tsx'
import type { Missing } from './start-check.ts'

/** One plain sentence in place of the app, and what to do. */
export function RefusedPage(props: { readonly missing: Missing }): JSX.Element {
  const { t } = app
  switch (props.missing) {
    case 'policy':
      return <Plain title={t('app.needs.policy')} next={t('app.needs.policyNext')} />
    case 'secure':
      return <Plain title={t('app.needs.secure')} next={t('app.needs.secureNext')} />
    case 'browser':
      return <Plain title={t('app.needs.browser')} next={t('app.needs.browserNext')} />
  }
}

export function refuseToStart(root: HTMLElement, missing: Missing): void {
  root.replaceChildren()
  render(<RefusedPage missing={missing} />, root)
}

function Plain(props: { readonly title: string; readonly next: string }): JSX.Element {
  return (
    <BareShell name={<p class="soft">{app.t('app.notes')}</p>}>
      <Head title={props.title} />
      <p role="alert">{props.next}</p>
    </BareShell>
  )
}
