import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { utf8 } from '../../base/bytes.ts'
import type { MemberId } from '../../log/types.ts'
import { Button, Pair } from '../../ui/acts.tsx'
import { Checks, Choices, Pick } from '../../ui/choices.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Part } from '../../ui/page.tsx'
import { Line, RoomBox, Writing, type Readers } from '../../ui/room.tsx'
import { ErrorNote, More, Note } from '../../ui/said.tsx'
import type { Refused, ViewProps } from '../practice.ts'
import { meAnd, nameOf, RefusedNote } from '../view.tsx'
import { longest, qualities, type Quality } from './events.ts'
import { qualityWord } from './qualities.ts'
import { exactWords, type OwnThanks, type Shown } from './rules.ts'
import { texts } from './texts/appreciation.ts'

export type AppreciationView = ViewProps<OwnThanks, Shown, never>

/** The words are kept as a draft while they are written, whoever they will go to. */
export function ThankForm(props: AppreciationView): JSX.Element {
  const others = props.people.filter((person) => person.present && person.id !== props.me)
  const [to, setTo] = useState<MemberId | ''>('')
  const [saw, setSaw] = useDraft(props, 'saw')
  const [changed, setChanged] = useDraft(props, 'changed')
  const [leadNext, setLeadNext] = useDraft(props, 'lead-next')
  // Words of a thank-you that was taken back while it waited for a connection.
  const [back, setBack] = useDraft(props, 'taken-back')
  const [shows, setShows] = useState<readonly Quality[]>([])
  const [offer, setOffer] = useState<'between' | 'share'>('between')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [goneTo, setGoneTo] = useState<string | null>(null)

  if (others.length === 0) return <p>{texts.t('appreciation.alone')}</p>

  const readers: Readers = to === '' ? { kind: 'few', name: texts.t('appreciation.nobodyYet') } : meAnd(nameOf(props.people, to))
  const tooLong = tooLongFor(saw, longest.saw) || tooLongFor(changed, longest.changed) || tooLongFor(leadNext, longest.leadNext)
  const ready = to !== '' && saw.trim() !== '' && !tooLong

  async function send(): Promise<void> {
    const answer = await props.act({
      kind: 'thank',
      to,
      saw: saw.trim(),
      changed: changed.trim(),
      shows,
      leadNext: leadNext.trim(),
      offered: offer === 'share',
    })
    setRefused(answer)
    if (answer !== null || to === '') return
    setGoneTo(nameOf(props.people, to))
    setTo('')
    setSaw('')
    setChanged('')
    setLeadNext('')
    setShows([])
    setOffer('between')
  }

  return (
    <Part>
      {back !== '' && (
        <Note>
          <ExactWords label={texts.t('appreciation.back')} text={back} />
          <Pair>
            <Button
              onPress={() => {
                setSaw(saw === '' ? back : `${saw}\n${back}`)
                setBack('')
              }}
            >
              {texts.t('appreciation.back.use')}
            </Button>
            <Button onPress={() => setBack('')}>{texts.t('appreciation.back.drop')}</Button>
          </Pair>
        </Note>
      )}
      <Pick
        label={texts.t('appreciation.to')}
        none={texts.t('appreciation.to.none')}
        options={others.map((person) => ({ value: person.id, title: person.name }))}
        value={to}
        onPick={setTo}
      />
      <RoomBox readers={readers}>
        <Writing label={texts.t('appreciation.saw')} hint={texts.t('appreciation.saw.hint')} value={saw} onInput={setSaw} />
        <Writing label={texts.t('appreciation.changed')} rows={2} value={changed} onInput={setChanged} />
        <More summary={texts.t('appreciation.more')}>
          <Checks
            small
            legend={texts.t('appreciation.shows')}
            options={qualities.map((value) => ({ value, title: qualityWord(value) }))}
            values={shows}
            onToggle={setShows}
          />
          <Line label={texts.t('appreciation.leadNext')} hint={texts.t('appreciation.leadNext.hint')} value={leadNext} onInput={setLeadNext} />
        </More>
        <Choices
          small
          legend={texts.t('appreciation.offer')}
          options={[
            { value: 'between', title: texts.t('appreciation.offer.between') },
            { value: 'share', title: texts.t('appreciation.offer.share'), hint: texts.t('appreciation.offer.share.hint') },
          ]}
          value={offer}
          onPick={setOffer}
        />
        {offer === 'share' && saw.trim() !== '' && (
          <ExactWords label={texts.t('appreciation.exact')} text={exactWords({ saw: saw.trim(), changed: changed.trim() })} />
        )}
        {tooLong && <ErrorNote title={texts.t('appreciation.tooLong')} />}
        <RefusedNote refused={refused} texts={texts} />
        <Button disabled={!ready} onPress={() => void send()}>
          {to === '' ? texts.t('appreciation.to.none') : texts.t('appreciation.send', { name: nameOf(props.people, to) })}
        </Button>
        <p class="hint">{texts.t('appreciation.undo')}</p>
      </RoomBox>
      {goneTo !== null && (
        <Note status>
          <p>{texts.t('appreciation.gone', { name: goneTo })}</p>
        </Note>
      )}
    </Part>
  )
}

/** Words as they stand in a consent, letter by letter. */
export function ExactWords(props: { readonly label: string; readonly text: string }): JSX.Element {
  return (
    <div class="tight">
      <p>{props.label}</p>
      <blockquote class="said">
        <p class="voice keep" dir="auto">
          {props.text}
        </p>
      </blockquote>
    </div>
  )
}

function tooLongFor(text: string, bytes: number): boolean {
  return utf8(text.trim()).length > bytes
}
