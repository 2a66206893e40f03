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
    <BareShell wide name={<LanguageChoice />}>
      <div class="split even">
        <div class="part far">
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
        </div>
        <FourStrands />
      </div>
    </BareShell>
  )
}

/** Four strands that hold to one rock: only where there is room beside the doors. */
function FourStrands(): JSX.Element {
  return (
    <svg class="art flip" viewBox="0 0 320 388" aria-hidden="true">
      <g class="plain" stroke-width="1.5">
        <path d="M0 34c18-5 32-4 52 0s38 4 60 0 40-5 64 0 40 5 62 0 38-4 82 1" />
        <path d="M0 386c40-2 52-26 92-38s80-12 116 2 52 34 112 36z" fill="var(--pool)" />
      </g>
      <g stroke-width="3.5">
        <path class="hurt" d="M150 324c0-40-44-56-46-104s22-62 14-108S96 66 100 34" />
        <path class="holders" d="M156 324c2-46-12-66-6-112s24-58 14-104-16-50-10-80" />
        <path class="named" d="M163 324c4-36 40-48 46-92s-20-60-10-102 16-56 10-102" />
        <path class="circle" d="M169 324c10-30 66-30 78-72s-14-62-4-104 22-58 12-120" />
      </g>
      <g stroke-width="3">
        <path class="hurt" d="M150 322c-2 22-30 20-44 44M150 322c0 18-22 22-28 46" />
        <path class="holders" d="M156 322c0 20-14 24-16 50M156 322c0 18 2 28 0 50" />
        <path class="named" d="M163 322c0 20 10 26 11 48M163 322c2 18 22 24 28 46" />
        <path class="circle" d="M169 322c4 18 32 24 40 46M169 322c6 16 44 20 58 48" />
      </g>
    </svg>
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
