import type { JSX } from 'preact'
import { app } from '../texts/app.ts'
import { language, setLanguage } from '../texts/language.ts'
import { languageTag } from '../texts/words.ts'
import { Head } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { More } from '../ui/said.tsx'
import { BareShell } from './shell.tsx'

/** The first page: the doors that work. */
export function StartPage(): JSX.Element {
  return (
    <BareShell name={<LanguageChoice />}>
      <Head title={app.t('app.start.title')} lede={app.t('app.start.lede')} />
      <Rows>
        <Row href="#invited" title={app.t('app.start.invited')} hint={app.t('app.start.invitedHint')} />
        <Row href="#open" title={app.t('app.start.open')} hint={app.t('app.start.openHint')} />
        <Row href="#new" title={app.t('app.start.new')} hint={app.t('app.start.newHint')} />
      </Rows>
      <div class="part">
        <p>
          <b>{app.t('app.start.host')}</b> {app.t('app.start.hostMore')}
        </p>
        <More summary={app.t('app.start.see')}>
          <p>{app.t('app.start.seeAnswer')}</p>
          <p>{app.t('app.start.seeCode')}</p>
        </More>
        <More summary={app.t('app.start.leave')}>
          <p>{app.t('app.start.leaveAnswer')}</p>
        </More>
      </div>
    </BareShell>
  )
}

/** Names of languages stand in their own language. */
export function LanguageChoice(): JSX.Element {
  return (
    <select aria-label={app.t('app.language')} value={languageTag(language.value)} onChange={(event) => setLanguage(event.currentTarget.value === 'es' ? 'es' : 'en')}>
      <option value="en" lang="en">
        English
      </option>
      <option value="es" lang="es">
        Español
      </option>
    </select>
  )
}
