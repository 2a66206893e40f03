/**
 * Opening a concern on a device that has never been here: from the last word stretched to the picture of the concern standing, in Chromium, as a holder who is in four rooms of it.
 *
 * The concern is the one of the demo, written by engines on a real server, first as it is and then with further notes, plans and looks. What is pressed is pressed by the page itself as soon as it
 * stands there, so that no hand is measured. The throttle slows the main thread alone: the words are stretched beside it, and told apart.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { dayOf, type Day } from '../src/base/clock.ts'
import { idBytes } from '../src/log/ids.ts'
import type { RoomId } from '../src/log/types.ts'
import type { RoomCode } from '../src/practices/concern-room.ts'
import type { Order } from '../src/practices/concern/orders.ts'
import type { ConcernStates } from '../src/practices/concern/state.ts'
import { startServer } from '../src/server/server.ts'
import { usualLimits } from '../src/server/limits.ts'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { good } from '../src/testing/world.ts'
import { app } from '../src/texts/app.ts'
import { setLanguage } from '../src/texts/language.ts'
import { gather, storyClock, type Cast } from '../demo/cast.ts'
import { openConcern } from '../demo/concerns.ts'
import { buildApp } from '../scripts/build.ts'

const STORY_DAYS = 182
const FOUR: readonly RoomCode[] = ['HH', 'HO', 'NH', 'JO']
/** A picture that did not change for so long stands. */
const STILL = 6_000
const WAIT = 180_000

/** Milliseconds of the page's own clock; 0 before. */
interface Marks {
  pressed: number
  stretched: number
  today: number
  drawn: number
  stands: number
}

interface Sent {
  readonly requests: number
  readonly frames: number
}

interface Opened {
  readonly stretch: number
  readonly today: number
  readonly drawn: number
  readonly stands: number
  readonly cards: number
  readonly opening: Sent
  readonly first: Sent
  readonly again: Sent
}

export async function benchOpenConcern(order: { readonly entries: number; readonly throttled: number; readonly runs: number }): Promise<void> {
  setLanguage('en')
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'))
  await buildApp(join(folder, 'app'))
  const clock = storyClock(STORY_DAYS)
  // On a clock that hardly moves no bucket fills again.
  const limits = Object.fromEntries(Object.keys(usualLimits).map((name) => [name, { burst: 1_000_000, perSecond: 1_000 }])) as unknown as typeof usualLimits
  const data = join(folder, 'data')
  const server = await startServer({ port: 0, dataFolder: data, appFolder: join(folder, 'app'), clock, limits })
  const cast = await gather(server, clock)
  await openConcern(cast)
  clock.goTo(STORY_DAYS)
  const words = good(await cast.player('Ravi').session.showWords('en')).join(' ')
  const rooms = fourRooms(cast)
  const browser = await launchBrowser()

  const told: (readonly [entries: number, stands: number])[] = []
  for (const wanted of [0, order.entries]) {
    await fill(cast, data, rooms, wanted)
    const entries = entriesIn(data, rooms)
    const runs: Opened[] = []
    for (let run = 0; run < order.runs; run++) runs.push(await open(browser, server.origin, words, order.throttled))
    tell(entries, order.throttled, runs)
    told.push([entries.reduce((sum, each) => sum + each, 0), median(runs, (each) => each.stands)])
  }
  const [[few, quick], [many, slow]] = told as [readonly [number, number], readonly [number, number]]
  console.log(`  ratio ${(slow / quick).toFixed(2)} in time for ${(many / few).toFixed(2)} times the entries`)
  await browser.close()
  cast.lock()
  await server.stop()
  await rm(folder, { recursive: true })
}

function tell(entries: readonly number[], throttled: number, runs: readonly Opened[]): void {
  const most = (of: (each: Opened) => Sent): string => `${Math.max(...runs.map((each) => of(each).requests))} requests and ${Math.max(...runs.map((each) => of(each).frames))} frames`
  const [stretch, stands] = [median(runs, (each) => each.stretch), median(runs, (each) => each.stands)]
  console.log(`open a concern: ${entries.reduce((sum, each) => sum + each, 0)} entries (${FOUR.map((code, index) => `${code} ${entries[index]}`).join(', ')}), fresh device, throttle ${throttled}x, medians of ${runs.length}`)
  console.log(`  the stretch of the words:  ${stretch.toFixed(0)} ms`)
  console.log(`  after it, until: ${median(runs, (each) => each.today).toFixed(0)} ms the first page; ${median(runs, (each) => each.drawn).toFixed(0)} ms a picture; ${stands.toFixed(0)} ms the picture as it stays (of ${runs.map((each) => each.stands.toFixed(0)).join(', ')})`)
  console.log(`  ratio of that to the stretch ${(stands / stretch).toFixed(2)}`)
  console.log(`  sent to the server, at most: ${most((each) => each.opening)} for opening, the app's files among them`)
  console.log(`  ${runs[0]?.cards} pages of cards, each come to twice: at first ${most((each) => each.first)}, again ${most((each) => each.again)}`)
}

/** The rooms of the concern that its holder Ravi is in. */
function fourRooms(cast: Cast): readonly RoomId[] {
  const states = cast.player('Ravi').session.snapshot().practices['concern'] as ConcernStates
  return FOUR.map((code) => {
    const found = [...states.rooms].find(([, { begun }]) => begun?.code === code)?.[0]
    if (found === undefined) throw new Error(`The story has no ${code}`)
    return found
  })
}

/** Writes on in every room until together they hold so many entries: what is planned, the next look, a good ending. */
async function fill(cast: Cast, data: string, rooms: readonly RoomId[], wanted: number): Promise<void> {
  const today = dayOf(cast.clock.now())
  const [hh, ho, nh, jo] = rooms as [RoomId, RoomId, RoomId, RoomId]
  const each = wanted / rooms.length
  for (let round = 0; ; round++) {
    const lacks = entriesIn(data, rooms).map((entries) => entries < each)
    if (!lacks.includes(true)) return
    const plan = (room: RoomId): Order => ({ kind: 'plan', room, words: `Round ${round}: we meet on Thursday at the library, and each says first what has changed since last time.`, nextDay: (today + 7) as Day })
    const look = (room: RoomId): Order => ({ kind: 'look', room, lookDay: (today + 7 + (round % 7)) as Day })
    const ending = (room: RoomId): Order => ({ kind: 'good-ending', room, words: `Thought of anew, the ${round}th time: that everyone is heard to the end.` })
    const acts: readonly (readonly [string, Order])[] = [
      ['Linh', round % 2 === 0 ? ending(hh) : look(hh)],
      ['Mehdi', round % 2 === 0 ? plan(ho) : look(ho)],
      ['Joran', round % 2 === 0 ? ending(nh) : look(nh)],
      ['Ravi', round % 2 === 0 ? plan(jo) : look(jo)],
    ]
    await Promise.all(acts.filter((_, index) => lacks[index]).map(([name, act]) => cast.player(name).does('concern', act)))
  }
}

/** What the server keeps of each room. */
function entriesIn(data: string, rooms: readonly RoomId[]): readonly number[] {
  const database = new DatabaseSync(join(data, 'holdfast.sqlite'), { readOnly: true })
  const head = database.prepare('SELECT head_seq FROM room WHERE room_id = ?')
  const counted = rooms.map((room) => Number(head.get(idBytes(room))?.['head_seq']) + 1)
  database.close()
  return counted
}

async function open(browser: TestBrowser, origin: string, words: string, throttled: number): Promise<Opened> {
  const { page, context } = await browser.newProfile({ language: 'en', width: 360 })
  const sent = { requests: 0, frames: 0 }
  context.on('request', () => (sent.requests += 1))
  page.on('websocket', (socket) => socket.on('framesent', () => (sent.frames += 1)))
  await page.addInitScript(watch)
  await page.goto(origin)
  await page.getByRole('link', { name: app.t('app.start.open') }).click()
  await page.getByLabel(app.t('app.words.word', { number: 1 }), { exact: true }).fill(words)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttled })
  await page.getByRole('button', { name: app.t('app.words.open'), exact: true }).click()
  const stands = (still: number): boolean => {
    const { marks } = globalThis as unknown as { readonly marks: Marks }
    return marks.stands > 0 && performance.now() - marks.stands > still
  }
  await page.waitForFunction(stands, STILL, { timeout: WAIT })
  const marks = await page.evaluate(() => (globalThis as unknown as { readonly marks: Marks }).marks)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })

  const opening = { ...sent }
  const cards = await cardsOn(page)
  for (const steps of cards) await visit(page, steps)
  const once = { ...sent }
  for (const steps of cards) await visit(page, steps)
  const [first, again] = [less(once, opening), less(sent, once)]
  await context.close()
  const since = (mark: number): number => mark - marks.stretched
  return { stretch: marks.stretched - marks.pressed, today: since(marks.today), drawn: since(marks.drawn), stands: since(marks.stands), cards: cards.length, opening, first, again }
}

function less(after: Sent, before: Sent): Sent {
  return { requests: after.requests - before.requests, frames: after.frames - before.frames }
}

/** In the page: notes when what stood there, and presses the two links on the way to the picture as soon as they are there. */
function watch(): void {
  const marks: Marks = { pressed: 0, stretched: 0, today: 0, drawn: 0, stands: 0 }
  Object.assign(globalThis, { marks })
  const end = Worker.prototype.terminate
  // The first worker that ends is the one that stretched.
  Worker.prototype.terminate = function (this: Worker) {
    if (marks.stretched === 0) marks.stretched = performance.now()
    end.call(this)
  }
  document.addEventListener('click', () => {
    if (marks.stretched === 0) marks.pressed = performance.now()
  }, true)
  let drawing = ''
  let pressed = ''
  const press = (selector: string): void => {
    const link = document.querySelector<HTMLElement>(selector)
    if (link === null || pressed === selector) return
    pressed = selector
    link.click()
  }
  const look = (): void => {
    if (document.querySelector('nav.nav') === null) return
    if (marks.today === 0) marks.today = performance.now()
    const picture = document.querySelector<HTMLElement>('main ol.strands')
    if (picture === null) return pressed === '' ? press('nav.nav a[href="#concern"]') : press('main a[href^="#concern/at/"]')
    const now = picture.outerHTML
    if (now === drawing) return
    drawing = now
    marks.stands = performance.now()
    if (marks.drawn === 0) marks.drawn = marks.stands
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
}

/** Every page of cards one can come to from the concern, as what is pressed on the way there. */
async function cardsOn(page: Page): Promise<readonly (readonly string[])[]> {
  const links = (): Promise<readonly string[]> => page.locator('main a[href^="#"]').evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href') ?? ''))])
  const lists = (await links()).filter((href) => !href.startsWith('#concern'))
  const found: (readonly string[])[] = []
  for (const list of lists) {
    await visit(page, [list], async () => {
      const inside = (await links()).filter((href) => href.startsWith(`${list}/`))
      found.push([list], ...inside.map((href) => [list, href]))
    })
  }
  return found
}

/** Presses its way there, and comes back. */
async function visit(page: Page, steps: readonly string[], there: () => Promise<void> = async () => {}): Promise<void> {
  for (const href of steps) {
    // Also one that stands behind a line that opens.
    await page.locator(`main a[href="${href}"]`).first().evaluate((link) => (link as HTMLElement).click())
    await page.waitForFunction((path) => (history.state as { readonly path?: string } | null)?.path === path, href.slice(1))
    await page.locator('main h1').first().waitFor()
  }
  await there()
  for (const _ of steps) await page.goBack()
  await page.locator('main ol.strands').waitFor()
}

function median(runs: readonly Opened[], of: (each: Opened) => number): number {
  return runs.map(of).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN
}
