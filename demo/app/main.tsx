/**
 * The app with one page before it: open as one of six people of the made-up circle, each in a tab of its own.
 *
 * What a tab keeps, it keeps in its own memory, so that two tabs are two people, and one that was locked opens again. This page and the words it opens with are part of the demo's build alone.
 */
import '../../src/app/styles.ts'
import type { JSX } from 'preact'
import { render } from 'preact'
import { begin } from '../../src/app/begin.tsx'
import { stretcherInWorker } from '../../src/app/stretching.ts'
import { trustedScripts } from '../../src/app/trusted.ts'
import { verifierInWorkers } from '../../src/app/verifying.ts'
import { systemClock, systemRandom } from '../../src/base/clock.system.ts'
import type { Engine } from '../../src/client/api.ts'
import { createEngine } from '../../src/client/engine.ts'
import { connectWebSocket } from '../../src/client/socket.ts'
import { memoryStore } from '../../src/client/store.ts'
import { verifyElsewhere } from '../../src/crypto/ed25519.ts'
import { stretchBy } from '../../src/crypto/stretch.ts'
import { practices } from '../../src/practices/index.ts'
import type { Opens } from '../make.ts'

const words = {
  en: {
    title: 'A made-up circle',
    lede: 'Harbour kitchen is half a year old and has fourteen people. Nobody of them exists. One concern, “Tuesday shifts”, is midway: whoever has a part in it finds it under Repair. Another has closed. Open the circle as one of them, each in a tab of their own.',
    open: (name: string) => `Open as ${name}`,
    opening: (name: string) => `Opening as ${name}. This takes a few seconds.`,
    failed: 'It did not open. Is the demo still running where you started it?',
    english: null,
    after: 'What you write here stays on this machine, also when you end the demo. To make the circle anew:',
  },
  es: {
    title: 'Un círculo inventado',
    lede: 'Harbour kitchen tiene medio año y catorce personas. Ninguna existe. Un asunto, «Tuesday shifts», está a medias: quien tiene parte lo ve en Reparar. Otro ya se cerró. Abre el círculo como una de ellas, cada una en su propia pestaña.',
    open: (name: string) => `Abrir como ${name}`,
    opening: (name: string) => `Abriendo como ${name}. Tarda unos segundos.`,
    failed: 'No se abrió. ¿Sigue en marcha la demo donde la empezaste?',
    english: 'La app está en español. Lo que estas personas escribieron está en inglés.',
    after: 'Lo que escribas aquí se queda en esta máquina, también al terminar la demo. Para hacer el círculo de nuevo:',
  },
} as const

const said = navigator.language.startsWith('es') ? words.es : words.en
const language = navigator.language.startsWith('es') ? 'es' : 'en'

await start()

async function start(): Promise<void> {
  const root = document.getElementById('app')
  if (root === null) return
  const script = trustedScripts(globalThis)
  const opens = (await (await fetch('/people.json')).json()) as readonly Opens[]
  const chosen = /^#as=(\d+)$/.exec(location.hash)
  const person = chosen === null ? undefined : opens[Number(chosen[1])]
  if (person === undefined) return render(<Choose opens={opens} />, root)
  render(<Wait text={said.opening(person.name)} />, root)
  stretchBy(stretcherInWorker(script))
  verifyElsewhere(verifierInWorkers(script))
  const engine = createEngine({ connect: connectWebSocket, store: memoryStore(), clock: systemClock, random: systemRandom, practices, appAddress: location.origin })
  const opened = await engine.openWithWords(location.origin, person.words, 'this-device')
  if (!opened.ok) return render(<Wait text={said.failed} />, root)
  // Nobody has them on paper: the two that are asked for are given at once.
  const asked = opened.value.wordsToCheck()
  const seven = person.words.split(' ')
  if (asked !== null) await opened.value.checkWords(seven[asked[0] - 1] ?? '', seven[asked[1] - 1] ?? '')
  // The app speaks as this page does, but to Tomás: he is there to be seen in Spanish.
  const speaks = person.name === 'Tomás' ? 'es' : language
  if (opened.value.snapshot().settings.language !== speaks) await opened.value.setSettings({ language: speaks })
  // Who just came in is in; after a lock the engine says what it remembers.
  const first = [opened.value]
  const asThem: Engine = {
    ...engine,
    async start() {
      const session = first.pop()
      return session === undefined ? engine.start() : { kind: 'open', session }
    },
  }
  history.replaceState(null, '', '/')
  begin({ window, root, engine: asThem, clock: systemClock, practices, canKeep: false, serviceWorker: null })
}

function Choose(props: { readonly opens: readonly Opens[] }): JSX.Element {
  return (
    <div class="bare">
      <main id="main" class="page">
        <div class="head">
          <h1>{said.title}</h1>
          <p class="lede">{said.lede}</p>
          {said.english !== null && <p>{said.english}</p>}
        </div>
        <ul class="rows">
          {props.opens.map((person, index) => (
            <li key={person.name}>
              <a class="all" href={`/#as=${index}`} target="_blank" rel="noreferrer">
                {said.open(person.name)}
              </a>
              <p class="hint">{person.about[language]}</p>
            </li>
          ))}
        </ul>
        <p class="hint">
          {said.after} <code>npm run demo -- --new</code>
        </p>
      </main>
    </div>
  )
}

function Wait(props: { readonly text: string }): JSX.Element {
  return (
    <div class="bare">
      <main id="main" class="page">
        <p role="status">{props.text}</p>
      </main>
    </div>
  )
}
