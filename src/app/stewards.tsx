import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Person } from '../client/api.ts'
import { people } from '../texts/app-people.ts'
import { shared } from '../texts/shared.ts'
import { Acts, Button, Pair } from '../ui/acts.tsx'
import { Choices, Pick } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { ErrorNote } from '../ui/said.tsx'
import { useOpen } from './here.ts'
import { presentPeople, toldApart } from './names.ts'
import { reasonKinds } from './people.tsx'
import { TaskState, useTask } from './task.tsx'

/** Who may let people in; a steward names another alone, everybody else proposes and a second person confirms. */
export function StewardsPage(): JSX.Element {
  const { model, session, snapshot } = useOpen()
  const { t } = people
  const [chosen, setChosen] = useState('')
  const [closing, setClosing] = useState(false)
  const task = useTask()
  const present = presentPeople(snapshot)
  const stewards = present.filter((person) => person.role === 'steward')
  const others = present.filter((person) => person.role === 'member' && person.id !== snapshot.me.id)
  const mine = snapshot.circle.myRole === 'steward'
  const person = others.find((each) => each.id === chosen)

  function make(): void {
    if (person === undefined) return
    task.run(
      () => (mine ? session.makeSteward(person.id) : session.propose({ act: 'make', member: person.id, successor: null })),
      () => {
        setChosen('')
        if (!mine) model.go('people')
      },
    )
  }

  return (
    <>
      <Head title={t('people.stewards')} lede={t('people.stewards.what')} />
      {mine && stewards.length === 1 && <p>{t('people.stewards.only')}</p>}
      <Rows>
        {stewards.map((steward) => (
          <Row key={steward.id} title={steward.id === snapshot.me.id ? t('people.you', { name: steward.name }) : toldApart(steward)}>
            {steward.id === snapshot.me.id
              ? stewards.length > 1 && (
                  <Button kind="text" disabled={task.busy} onPress={() => task.run(() => session.stepDown())}>
                    {t('people.stewards.stepDown')}
                  </Button>
                )
              : stewards.length > 1 && (
                  <Button kind="text" disabled={task.busy} onPress={() => task.run(() => session.propose({ act: 'unmake', member: steward.id, successor: null }), () => model.go('people'))}>
                    {t('people.stewards.unmake', { name: toldApart(steward) })}
                  </Button>
                )}
          </Row>
        ))}
      </Rows>
      {others.length > 0 && (
        <Part>
          <Pick
            label={t('people.stewards.who')}
            none={t('people.stewards.choose')}
            options={others.map((each) => ({ value: each.id as string, title: toldApart(each) }))}
            value={chosen}
            onPick={setChosen}
          />
          <Acts>
            <Button disabled={task.busy || person === undefined} onPress={make}>
              {mine ? t('people.stewards.make') : t('people.stewards.propose')}
            </Button>
          </Acts>
        </Part>
      )}
      <TaskState task={task} />
      {mine && !snapshot.circle.closed && <ServerPart />}
      {mine && !snapshot.circle.closed && (
        <Part rule title={t('people.close')}>
          <p>{t('people.close.more')}</p>
          <Acts>
            <Button onPress={() => setClosing(true)}>{t('people.close')}</Button>
          </Acts>
          <Dialog open={closing} title={t('people.close')} onClose={() => setClosing(false)}>
            <p>{t('people.close.more')}</p>
            <Pair>
              <Button onPress={() => setClosing(false)}>{t('people.remove.stop')}</Button>
              <Button
                disabled={task.busy}
                onPress={() => {
                  setClosing(false)
                  task.run(() => session.propose({ act: 'close' }), () => model.go('people'))
                }}
              >
                {t('people.close.propose')}
              </Button>
            </Pair>
          </Dialog>
        </Part>
      )}
    </>
  )
}

/** After the server was set up anew, or its door got another key: a steward says so in the circle, and every app goes by it. */
function ServerPart(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { t } = people
  const [door, setDoor] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [isDone, setDone] = useState(false)
  const task = useTask()
  function renew(): void {
    task.run(
      () => session.renewHost({ doorKey: door.trim() === '' ? null : door.trim() }),
      () => {
        setDoor('')
        setOpen(false)
        setDone(true)
      },
    )
  }
  return (
    <Part rule title={t('people.server')}>
      <p>{t(snapshot.circle.verdict.kind === 'other-receipt-key' ? 'people.server.other' : 'people.server.what')}</p>
      {isDone && <p role="status">{t('people.server.done')}</p>}
      {!isOpen && (
        <Acts>
          <Button onPress={() => setOpen(true)}>{t('people.server.open')}</Button>
        </Acts>
      )}
      {isOpen && (
        <RoomBox readers={{ kind: 'all', name: shared.t('shared.everyone', { count: presentPeople(snapshot).length }) }}>
          <p>{t('people.server.ask')}</p>
          <Line label={t('people.server.door')} hint={t('people.server.doorHint')} value={door} onInput={setDoor} />
          <Pair>
            <Button onPress={() => setOpen(false)}>{t('people.remove.stop')}</Button>
            <Button disabled={task.busy} onPress={renew}>
              {t('people.server.do')}
            </Button>
          </Pair>
        </RoomBox>
      )}
      <TaskState task={task} />
    </Part>
  )
}

/** Nobody is put out without a kind of reason, who decided, an end and a way back. */
export function RemovePage(): JSX.Element {
  const { model, session, snapshot } = useOpen()
  const { t } = people
  const [who, setWho] = useState('')
  const [successor, setSuccessor] = useState('')
  const [kind, setKind] = useState<(typeof reasonKinds)[number] | null>(null)
  const [decidedBy, setDecidedBy] = useState(() => session.draft('remove.decidedBy'))
  const [until, setUntil] = useState(() => session.draft('remove.until'))
  const [wayBack, setWayBack] = useState(() => session.draft('remove.wayBack'))
  const [missing, setMissing] = useState(false)
  const task = useTask()
  const present = presentPeople(snapshot)
  const others = present.filter((person) => person.id !== snapshot.me.id)
  const person = others.find((each) => each.id === who)
  const lastSteward = person?.role === 'steward' && present.filter((each) => each.role === 'steward').length === 1
  const next = present.find((each) => each.id === successor && each.id !== who)

  function propose(): void {
    if (person === undefined || kind === null || [decidedBy, until, wayBack].some((text) => text.trim() === '') || (lastSteward && next === undefined)) return setMissing(true)
    setMissing(false)
    task.run(
      () => session.propose({ act: 'remove', member: person.id, successor: lastSteward && next !== undefined ? next.id : null, kindOfReason: kind, decidedBy: decidedBy.trim(), until: until.trim(), wayBack: wayBack.trim() }),
      () => {
        for (const box of ['decidedBy', 'until', 'wayBack']) session.saveDraft(`remove.${box}`, '')
        model.go('people')
      },
    )
  }

  return (
    <>
      <Head title={t('people.remove')} lede={t('people.remove.lede')} />
      <PersonPick label={t('people.remove.who')} people={others} value={who} onPick={setWho} />
      {lastSteward && <PersonPick label={t('people.stewards.make')} people={present.filter((each) => each.id !== who)} value={successor} onPick={setSuccessor} />}
      <Choices legend={t('people.remove.kind')} options={reasonKinds.map((value) => ({ value, title: t(`people.remove.kind.${value}`) }))} value={kind} onPick={setKind} />
      <RoomBox readers={{ kind: 'all', name: shared.t('shared.everyone', { count: present.length }) }}>
        <Line label={t('people.remove.decidedBy')} value={decidedBy} onInput={kept(setDecidedBy, 'decidedBy')} maxLength={120} />
        <Line label={t('people.remove.until')} hint={t('people.remove.untilHint')} value={until} onInput={kept(setUntil, 'until')} maxLength={120} />
        <Line label={t('people.remove.wayBack')} value={wayBack} onInput={kept(setWayBack, 'wayBack')} maxLength={240} />
      </RoomBox>
      {missing && (
        <ErrorNote title={t('people.remove.missing')}>
          <p>{t('people.remove.missingNext')}</p>
        </ErrorNote>
      )}
      <Pair>
        <Button onPress={() => model.go('people')}>{t('people.remove.stop')}</Button>
        <Button disabled={task.busy} onPress={propose}>
          {t('people.remove.propose')}
        </Button>
      </Pair>
      <TaskState task={task} />
    </>
  )

  function kept(set: (text: string) => void, box: string): (text: string) => void {
    return (text) => {
      set(text)
      session.saveDraft(`remove.${box}`, text)
    }
  }
}

function PersonPick(props: { readonly label: string; readonly people: readonly Person[]; readonly value: string; readonly onPick: (id: string) => void }): JSX.Element {
  return (
    <Pick
      label={props.label}
      none={people.t('people.stewards.choose')}
      options={props.people.map((person) => ({ value: person.id as string, title: toldApart(person) }))}
      value={props.value}
      onPick={props.onPick}
    />
  )
}
