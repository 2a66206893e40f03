/** The screens of a worksheet: its sheets, one sheet to read and print, and the form. Page '' lists, 'new' and 'change/ID' write, 'sheet/ID' reads. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../base/clock.ts'
import type { RoomId } from '../log/types.ts'
import { shared } from '../texts/shared.ts'
import { allOf, dayInWords, dayInWordsWithYear } from '../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { RoomBox, WhoLine, type Readers } from '../ui/room.tsx'
import { Row, Rows, StateWord } from '../ui/rows.tsx'
import { Note } from '../ui/said.tsx'
import type { Refused, Surfaces, ViewProps, Waiting } from './practice.ts'
import { PromptField, AnswersInWords } from './prompt-fields.tsx'
import { emptyAnswers, isAsked, onlyAsked, type Answers } from './prompts.ts'
import { ChangedNothing, everyoneIn, LookAgain, nameOf, NewerNote, onlyMe, RefusedNote, StopHere } from './view.tsx'
import { isDue, missingYes, stateAt, type Sheet, type Sheets, type Worksheet } from './worksheet-rules.ts'

type SheetView = ViewProps<Sheets, Sheets, Sheets> & { readonly declared: Worksheet }

interface Found {
  readonly room: RoomId | null
  readonly sheet: Sheet
}

export function sheetSurfaces(declared: Worksheet): Surfaces<Sheets, Sheets, Sheets> {
  return {
    page: (props) => <SheetPage {...props} declared={declared} />,
    waits: (props) => waiting({ ...props, declared }),
  }
}

function SheetPage(props: SheetView): JSX.Element {
  const [kind = '', writer = '', id = ''] = props.page.split('/')
  const found = allSheets(props).find(({ sheet }) => sheet.id === id && sheet.writer === writer) ?? null
  if (kind === 'new') return <Form key="new" view={props} found={null} />
  if (kind === 'change' && found !== null) return <Form key={found.sheet.id} view={props} found={found} />
  if (kind === 'sheet' && found !== null) return <OneSheet key={found.sheet.id} view={props} found={found} />
  return <List {...props} />
}

function List(props: SheetView): JSX.Element {
  const { declared, people } = props
  const sheets = allSheets(props).toReversed()
  return (
    <>
      <Head title={say(declared, declared.title)} lede={say(declared, declared.lede)} />
      <Part>
        <NewerNote newer={allStates(props).flatMap((state) => state.newer)} />
        <WhoLine readers={readersOf(props)} />
        {sheets.length === 0 ? (
          <p>{shared.t('shared.sheet.none')}</p>
        ) : (
          <Rows>
            {sheets.map(({ sheet }) => (
              <Row
                key={sheet.writer + sheet.id}
                title={dayInWords(sheet.day)}
                href={`#${declared.name}/sheet/${sheet.writer}/${sheet.id}`}
                hint={declared.place === 'personal' ? undefined : nameOf(people, sheet.writer)}
                end={<Standing view={props} sheet={sheet} />}
              />
            ))}
          </Rows>
        )}
        <Acts>
          <LinkButton href={`#${declared.name}/new`}>{shared.t('shared.sheet.new')}</LinkButton>
        </Acts>
      </Part>
      <ChangedNothing refused={props.refused} people={people} texts={declared.texts} />
    </>
  )
}

function OneSheet(props: { readonly view: SheetView; readonly found: Found }): JSX.Element {
  const { view, found } = props
  const { declared, me, people, today } = view
  const { sheet, room } = found
  const [refused, setRefused] = useState<Refused | null>(null)
  const press = (kind: string, more: object = {}): void =>
    void view.act({ kind, room, sheet: sheet.id, writer: declared.writers === 'each' ? sheet.writer : null, ...more }).then(setRefused)
  const missing = missingYes(declared, sheet, today)
  const saidYes = sheet.yeses.some((yes) => yes.giver === me) && !missing.includes(me)
  const mayWrite = declared.writers !== 'each' || sheet.writer === me
  return (
    <>
      <Head title={say(declared, declared.title)} lede={dayInWordsWithYear(sheet.day)} />
      <Part>
        <WhoLine readers={readersOf(view)} />
        <Standing view={view} sheet={sheet} />
        <AnswersInWords prompts={declared.prompts} answers={sheet.answers} texts={declared.texts} people={people} />
        {declared.place !== 'personal' && <p class="hint">{shared.t('shared.sheet.by', { name: nameOf(people, sheet.writer) })}</p>}
        {sheet.lookDay !== null && <p class="hint">{shared.t('shared.sheet.lookDay', { day: dayInWordsWithYear(sheet.lookDay) })}</p>}
        {missing.length > 0 && <p class="hint">{shared.t('shared.sheet.waitsFor', { names: allOf(missing.map((person) => nameOf(people, person))) })}</p>}
      </Part>
      {missing.includes(me) && !sheet.closed && (
        <Part title={shared.t('shared.sheet.ask')}>
          <Note>
            <p>{shared.t('shared.sheet.ask.words')}</p>
            <Pair>
              <Button onPress={() => press('agree')}>{shared.t('shared.yes')}</Button>
              <LinkButton href={`#${declared.name}`}>{shared.t('shared.notNow')}</LinkButton>
            </Pair>
            <p class="hint">{shared.t('shared.sheet.ask.silence')}</p>
          </Note>
        </Part>
      )}
      <div class="noprint">
        <RefusedNote refused={refused} texts={declared.texts} />
        <Acts>
          {mayWrite && !sheet.closed && <LinkButton href={`#${declared.name}/change/${sheet.writer}/${sheet.id}`}>{shared.t('shared.change')}</LinkButton>}
          {mayWrite && isDue(sheet, today) && declared.lookAgainAfter !== undefined && (
            <Button onPress={() => press('look', { lookDay: today + (declared.lookAgainAfter ?? 0) })}>{shared.t('shared.sheet.stillHolds')}</Button>
          )}
          <Button onPress={() => globalThis.print()}>{shared.t('shared.sheet.print')}</Button>
          {saidYes && (
            <Button kind="text" onPress={() => press('withdraw')}>
              {shared.t('shared.sheet.takeYesBack')}
            </Button>
          )}
          {mayWrite && !sheet.closed && (
            <Button kind="text" onPress={() => press('close')}>
              {shared.t('shared.sheet.close')}
            </Button>
          )}
          {sheet.writer === me && (
            <Button kind="text" onPress={() => press('take-out')}>
              {shared.t('shared.sheet.takeOut')}
            </Button>
          )}
        </Acts>
      </div>
    </>
  )
}

function Form(props: { readonly view: SheetView; readonly found: Found | null }): JSX.Element {
  const { view, found } = props
  const { declared, today } = view
  const longest = declared.lookAgainAfter
  const rooms = [...view.states.rooms.keys()]
  const [answers, setAnswers] = useState<Answers>(found?.sheet.answers ?? emptyAnswers(declared.prompts))
  const [lookDay, setLookDay] = useState<Day | null>(longest === undefined ? null : ((today + longest) as Day))
  const [refused, setRefused] = useState<Refused | null>(null)

  async function keep(): Promise<void> {
    const room = declared.place === 'further' ? (found?.room ?? rooms[0] ?? null) : null
    const answer = await view.act({ kind: 'write', room, sheet: found?.sheet.id ?? null, answers: onlyAsked(declared.prompts, answers), lookDay })
    setRefused(answer)
    if (answer === null) view.go(declared.name, '')
  }

  return (
    <>
      <Head title={say(declared, declared.title)} lede={say(declared, declared.lede)} />
      <RoomBox readers={readersOf(view)}>
        {Object.entries(declared.prompts)
          .filter(([, prompt]) => isAsked(prompt, answers))
          .map(([key, prompt]) => (
            <PromptField
              key={key}
              prompt={prompt}
              texts={declared.texts}
              people={view.people}
              me={view.me}
              answer={answers[key] ?? null}
              onAnswer={(answer) => setAnswers({ ...answers, [key]: answer })}
            />
          ))}
        {longest !== undefined && <LookAgain day={lookDay} onPick={setLookDay} />}
        <RefusedNote refused={refused} texts={declared.texts} />
        <Button kind={declared.place === 'personal' ? 'fill' : 'line'} onPress={() => void keep()}>
          {declared.place === 'personal' ? shared.t('shared.keep') : shared.t('shared.send')}
        </Button>
        <StopHere practice={declared.name} />
      </RoomBox>
    </>
  )
}

function Standing(props: { readonly view: SheetView; readonly sheet: Sheet }): JSX.Element {
  const { view, sheet } = props
  if (sheet.closed) return <StateWord node="n-done">{shared.t('shared.sheet.closed')}</StateWord>
  if (missingYes(view.declared, sheet, view.today).length > 0) return <StateWord node="n-open">{shared.t('shared.sheet.asked')}</StateWord>
  if (isDue(sheet, view.today)) return <StateWord node="n-open">{shared.t('shared.sheet.due')}</StateWord>
  return <StateWord node="n-done">{shared.t('shared.sheet.stands')}</StateWord>
}

function waiting(view: SheetView): readonly Waiting[] {
  const { declared, me, today } = view
  return allSheets(view).flatMap(({ sheet }): readonly Waiting[] => {
    const at = {
      key: `${declared.name}/${sheet.writer}/${sheet.id}`,
      title: say(declared, declared.title),
      href: `#${declared.name}/sheet/${sheet.writer}/${sheet.id}`,
    }
    if (!sheet.closed && missingYes(declared, sheet, today).includes(me))
      return [{ ...at, hint: shared.t('shared.sheet.asksYou', { name: nameOf(view.people, sheet.writer) }) }]
    return isDue(sheet, today) && sheet.writer === me ? [{ ...at, hint: shared.t('shared.sheet.due') }] : []
  })
}

function allSheets(view: SheetView): readonly Found[] {
  const rooms: readonly (RoomId | null)[] = view.declared.place === 'further' ? [...view.states.rooms.keys()] : [null]
  return rooms.flatMap((room) => (stateAt(view.declared, view.states, room)?.sheets ?? []).map((sheet) => ({ room, sheet })))
}

function allStates(view: SheetView): readonly Sheets[] {
  return view.declared.place === 'further' ? [...view.states.rooms.values()] : [view.states[view.declared.place]]
}

function readersOf(view: SheetView): Readers {
  switch (view.declared.place) {
    case 'personal':
      return onlyMe()
    case 'commons':
      return everyoneIn(view.people)
    case 'further':
      return { kind: 'few', name: shared.t('shared.sheet.room') }
  }
}

function say(declared: Worksheet, key: string): string {
  return declared.texts.find(key) ?? ''
}
