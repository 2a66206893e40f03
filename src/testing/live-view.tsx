/** A practice's screen in a document, with the practice's own rules behind its buttons. For tests with `@vitest-environment happy-dom`. */
import { h, render } from 'preact'
import { act } from 'preact/test-utils'
import { assert } from '../base/assert.ts'
import { millis } from '../base/clock.ts'
import type { RoomId } from '../log/types.ts'
import type { Practice, PracticeSettings, RefusedEntry, RoomSeen, Surfaces, ViewProps } from '../practices/practice.ts'
import { kept, type PracticeCircle, type Someone } from './practice-circle.ts'

export interface LiveView {
  /** What stands on the screen, as text. */
  text(): string
  /** Presses the button or link, or ticks the choice, whose words begin so. */
  press(words: string): Promise<void>
  /** Types into the box with this label. */
  type(label: string, words: string): Promise<void>
  /** Chooses from the list with this label. */
  choose(label: string, option: string): Promise<void>
  /** Shows what has become of it meanwhile. */
  again(): Promise<void>
  readonly wentTo: readonly string[]
  /** Orders given to other practices. */
  readonly didFor: readonly { readonly practice: string; readonly order: unknown }[]
  readonly settings: PracticeSettings
  readonly drafts: ReadonlyMap<string, string>
}

export async function openView<P, C>(
  practice: Practice<P, C>,
  shown: {
    readonly circle: PracticeCircle<P, C>
    readonly as: Someone<P, C>
    readonly surface: 'today' | 'page'
    readonly page?: string
    readonly drafts?: Readonly<Record<string, string>>
    /** Further rooms, where the practice lives in some. */
    readonly rooms?: () => ReadonlyMap<RoomId, RoomSeen>
    readonly refused?: () => readonly RefusedEntry[]
    /** What other practices lend a view. */
    readonly more?: Partial<Pick<ViewProps<P, C, unknown>, 'beforehand' | 'cards' | 'hasPractice' | 'guests' | 'yesNow'>>
  },
): Promise<LiveView> {
  const { circle, as } = shown
  const surfaces: Surfaces<P, C, unknown> = await practice.surfaces()
  const drafts = new Map(Object.entries(shown.drafts ?? {}))
  const wentTo: string[] = []
  const didFor: { readonly practice: string; readonly order: unknown }[] = []
  const held: { settings: PracticeSettings } = { settings: kept }
  const root = document.createElement('main')
  document.body.replaceChildren(root)

  const surface = shown.surface === 'today' ? surfaces.today : surfaces.page
  assert(surface !== undefined, 'the practice shows itself there')
  const Shown = (props: ViewProps<P, C, unknown>): ReturnType<typeof surface> => surface(props)

  function draw(): void {
    const props: ViewProps<P, C, unknown> = {
      states: as.states(),
      me: as.id,
      people: circle.people,
      today: circle.today(),
      now: millis(circle.today() * 86_400_000),
      settings: held.settings,
      changeSettings(change) {
        held.settings = { ...held.settings, ...change }
        draw()
      },
      muted: as.muted,
      refused: shown.refused?.() ?? circle.refused().map(({ seq, author, why }) => ({ room: circle.commonsId, seq, author, type: '', ...why })),
      async act(order) {
        const refused = as.does(order)
        draw()
        return refused
      },
      actFor: async (other, order) => {
        didFor.push({ practice: other, order })
        return null
      },
      rooms: shown.rooms?.() ?? new Map(),
      invitations: [],
      cards: [],
      waiting: [],
      hasPractice: () => false,
      beforehand: null,
      ...shown.more,
      draft: (key) => drafts.get(key) ?? '',
      saveDraft: (key, text) => drafts.set(key, text),
      saveDraftFor: (other, key, text) => drafts.set(`${other}.${key}`, text),
      page: shown.page ?? '',
      go: (to, page) => wentTo.push(`${to}/${page}`),
    }
    render(h(Shown, props), root)
  }

  /** What a promise of a button still does, a tick later. */
  async function settled(change: () => void): Promise<void> {
    await act(async () => {
      change()
      await new Promise((resolve) => setTimeout(resolve))
    })
  }

  function labelled(label: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    const found = [...root.querySelectorAll('label')].find((each) => each.textContent?.trim() === label)
    const field = found === undefined ? null : document.getElementById(found.htmlFor)
    assert(field !== null, `there is a box labelled ${label}`)
    return field as HTMLInputElement
  }

  await settled(draw)
  return {
    wentTo,
    didFor,
    drafts,
    get settings() {
      return held.settings
    },
    text: () => root.textContent ?? '',
    async press(words) {
      const found = [...root.querySelectorAll<HTMLElement>('button, a, label.choice, .seg label, summary')].find(
        (each) => each.textContent?.trim().startsWith(words) === true,
      )
      assert(found !== undefined, `something to press says ${words}`)
      const target = found.tagName === 'LABEL' ? (found.querySelector('input') ?? found) : found
      await settled(() => target.click())
    },
    async type(label, words) {
      const field = labelled(label)
      await settled(() => {
        field.value = words
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
    },
    async choose(label, option) {
      const field = labelled(label) as HTMLSelectElement
      const found = [...field.options].find((each) => each.textContent === option)
      assert(found !== undefined, `the list holds ${option}`)
      await settled(() => {
        field.value = found.value
        field.dispatchEvent(new Event('change', { bubbles: true }))
      })
    },
    again: () => settled(draw),
  }
}
