/** Opens the room of a limit: whom it binds, who keeps it, who holds it. It has no title of its own and carries no concern, so that nothing in it says why. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId } from '../../log/types.ts'
import { Button } from '../../ui/acts.tsx'
import { Checks, Pick } from '../../ui/choices.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { Note } from '../../ui/said.tsx'
import { shared } from '../../texts/shared.ts'
import type { Cards } from '../card-rules.ts'
import type { Refused, ViewProps } from '../practice.ts'
import { RefusedNote, StopHere } from '../view.tsx'
import { texts } from './texts/limits.ts'

const { t } = texts

export function RoomForm(props: { readonly view: ViewProps<Cards, Cards, Cards>; readonly holders: readonly MemberId[]; readonly never: readonly MemberId[] }): JSX.Element {
  const { view } = props
  const [binds, setBinds] = useState<MemberId | ''>('')
  const [applies, setApplies] = useState<readonly MemberId[]>([])
  const [holds, setHolds] = useState<readonly MemberId[]>(props.holders)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [opened, setOpened] = useState(false)
  const others = view.people.filter((person) => person.present && person.id !== view.me)
  const choice = (people: typeof others): readonly { readonly value: MemberId; readonly title: string }[] => people.map(({ id, name }) => ({ value: id, title: name }))
  const mayHold = others.filter((person) => person.id !== binds && !props.never.includes(person.id))
  const mayApply = mayHold.filter((person) => !holds.includes(person.id))

  async function open(): Promise<void> {
    const invited = [
      ...holds.filter((member) => member !== binds).map((member) => ({ member, part: 'holder' })),
      ...(binds === '' ? [] : [{ member: binds, part: 'bound' }]),
      ...applies.filter((member) => member !== binds && !holds.includes(member)).map((member) => ({ member, part: 'applies' })),
    ]
    const answer = await view.actFor('concern', { kind: 'open-room', code: 'RU', title: '', card: null, ref: null, invited, askNote: '' })
    setRefused(answer)
    setOpened(answer === null)
  }

  return (
    <>
      <Head title={t('limits.room')} lede={t('limits.room.lede')} />
      {opened ? (
        <Note status>
          <p>{t('limits.room.opened')}</p>
        </Note>
      ) : (
        <Part>
          <Pick label={t('limits.room.binds')} options={choice(others)} value={binds} none={shared.t('shared.sheet.noAnswer')} onPick={setBinds} />
          <Checks legend={t('limits.room.applies')} options={choice(mayApply)} values={applies} onToggle={setApplies} />
          <Checks legend={t('limits.room.holds')} options={choice(mayHold)} values={holds} onToggle={setHolds} />
          <p class="hint">{t('limits.room.holds.hint')}</p>
          <RefusedNote refused={refused} texts={texts} />
          <Button disabled={binds === ''} onPress={() => void open()}>
            {t('limits.room.open')}
          </Button>
        </Part>
      )}
      <StopHere practice="limits" />
    </>
  )
}
