import type { JSX } from 'preact'
import { Acts, LinkButton } from '../../../ui/acts.tsx'
import { Head } from '../../../ui/page.tsx'
import { screens } from './texts/screens.ts'

const { t } = screens

/** A page of a concern, a room or an ask that is not there, or not mine to see: it does not tell which. */
export function Gone(): JSX.Element {
  return (
    <>
      <Head title={t('concern.gone')} lede={t('concern.gone.more')} />
      <Acts>
        <LinkButton href="#today">{t('concern.gone.today')}</LinkButton>
      </Acts>
    </>
  )
}
