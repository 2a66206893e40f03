import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Keep } from '../client/api.ts'
import { app } from '../texts/app.ts'
import { anyOf } from '../texts/words.ts'
import { Button } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { More } from '../ui/said.tsx'
import { useModel } from './here.ts'
import { PhoneQuestion, useKeep } from './phone.tsx'
import { BareShell } from './shell.tsx'
import { TaskState, useTask } from './task.tsx'

const positions = [1, 2, 3, 4, 5, 6, 7] as const

/** Somebody comes back: seven words, or the recovery code. Each word is looked at as soon as it is typed. */
export function OpenPage(): JSX.Element {
  const model = useModel()
  const [words, setWords] = useState<readonly string[]>(positions.map(() => ''))
  const [keep, setKeep] = useKeep()
  const [slips, setSlips] = useState<readonly string[]>([])
  const [code, setCode] = useState('')
  const task = useTask()
  const codeTask = useTask()

  function put(position: number, text: string): void {
    setSlips((before) => before.map((slip, index) => (index === position ? '' : slip)))
    const pasted = text.trim().split(/\s+/)
    setWords((before) => before.map((word, index) => (pasted.length > 1 ? (pasted[index - position] ?? word) : index === position ? text : word)))
  }

  function open(): void {
    task.run(
      () => model.engine.openWithWords(model.host, words.map((word) => word.trim()).join(' ').trim(), keep),
      (session) => model.enter(session, ''),
    )
  }

  return (
    <BareShell back={{ href: '#', name: app.t('app.start') }}>
      <Head title={app.t('app.words.title')} lede={app.t('app.words.lede')} />
      <Part>
        <div class="seven">
          {positions.map((number, position) => (
            <OneWord key={number} number={number} value={words[position] ?? ''} slip={slips[position] ?? ''} onInput={(text) => put(position, text)} onBlur={() => void slipsIn(words).then(setSlips)} onEnter={open} />
          ))}
        </div>
      </Part>
      <PhoneQuestion keep={keep} onPick={setKeep} />
      <Part>
        <Button kind="fill" disabled={task.busy || words.every((word) => word.trim() === '')} onPress={open}>
          {app.t('app.words.open')}
        </Button>
        <TaskState task={task} />
      </Part>
      <div class="part rule">
        <More summary={app.t('app.words.code')}>
          <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
            <Line label={app.t('app.words.codeLabel')} hint={app.t('app.words.codeHint')} value={code} onInput={setCode} secret />
            <Button
              kind="fill"
              disabled={codeTask.busy || code.trim() === ''}
              onPress={() =>
                codeTask.run(
                  () => model.engine.openWithCode(model.host, code, keep),
                  (session) => model.enter(session, ''),
                )
              }
            >
              {app.t('app.words.open')}
            </Button>
            <TaskState task={codeTask} />
          </RoomBox>
        </More>
        <More summary={app.t('app.words.file')}>
          <WithFile keep={keep} />
        </More>
        <More summary={app.t('app.words.lost')}>
          <p>{app.t('app.words.lostAnswer')}</p>
        </More>
      </div>
    </BareShell>
  )
}

/** Somebody whose host lost their record, or who lost words and code: an export holds the account. */
function WithFile({ keep }: { readonly keep: Keep }): JSX.Element {
  const model = useModel()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [pass, setPass] = useState('')
  const task = useTask()
  return (
    <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
      <div class="tight">
        <label for={id}>{app.t('app.words.filePick')}</label>
        <input id={id} type="file" accept=".age" autocomplete="off" spellcheck={false} onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
      </div>
      <Line label={app.t('app.words.filePass')} hint={app.t('app.words.fileHint')} value={pass} onInput={setPass} secret />
      <Button
        kind="fill"
        disabled={task.busy || file === null || pass.trim() === ''}
        onPress={() =>
          task.run(
            async () => model.engine.openWithFile(new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)), pass.trim(), keep),
            (session) => model.enter(session, ''),
          )
        }
      >
        {app.t('app.words.open')}
      </Button>
      <TaskState task={task} />
    </RoomBox>
  )
}

function OneWord(props: { readonly number: number; readonly value: string; readonly slip: string; readonly onInput: (text: string) => void; readonly onBlur: () => void; readonly onEnter: () => void }): JSX.Element {
  const id = useId()
  return (
    <div class="tight">
      <label for={id}>{app.t('app.words.word', { number: props.number })}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="none"
        spellcheck={false}
        value={props.value}
        aria-invalid={props.slip !== ''}
        aria-describedby={`${id}s`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onEnter()
        }}
      />
      <p class="hint" id={`${id}s`} role="status">
        {props.slip}
      </p>
    </div>
  )
}

/** One line for each of the seven: which word is not in the list and which it may be. The lists are on this device; nothing is asked of anybody. */
async function slipsIn(words: readonly string[]): Promise<readonly string[]> {
  const { nearestWords, readTypedWords } = await import('../crypto/words.ts')
  const filled = words.flatMap((word, position) => (word.trim() === '' ? [] : [position]))
  const reading = readTypedWords(filled.map((position) => words[position]?.trim()).join(' '))
  return words.map((word, position) => {
    const typed = word.trim()
    if (typed === '' || !reading.unknown.includes(filled.indexOf(position))) return ''
    const nearest = nearestWords(typed, reading.language).slice(0, 3)
    return nearest.length === 0 ? app.t('app.words.notInListAtAll', { word: typed }) : app.t('app.words.notInList', { word: typed, nearest: anyOf(nearest) })
  })
}
