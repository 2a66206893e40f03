/** Five rings. None of them is for the person who was hurt, and none asks how much. */
import type { Answers, Prompt, Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

export const rings = ['one', 'several', 'setting', 'systems', 'habits'] as const
export type Ring = (typeof rings)[number]

export const ringNames = {
  one: 'map.ring.one',
  several: 'map.ring.several',
  setting: 'map.ring.setting',
  systems: 'map.ring.systems',
  habits: 'map.ring.habits',
} as const satisfies Readonly<Record<Ring, Key>>

function ring(label: Key): Extract<Prompt<Key>, { readonly kind: 'lines' }> {
  return {
    kind: 'lines',
    label,
    most: 12,
    each: {
      part: { kind: 'text', label: 'map.part', bytes: 600, rows: 2, needed: true },
      change: { kind: 'text', label: 'map.change', bytes: 160, rows: 1, needed: true },
      do: { kind: 'text', label: 'map.do', bytes: 400, rows: 1 },
      by: { kind: 'date', label: 'map.by' },
    },
  }
}

const systems = { systems: ring(ringNames.systems), habits: ring(ringNames.habits) }

const all = { one: ring(ringNames.one), several: ring(ringNames.several), setting: ring(ringNames.setting), ...systems }

const rest = { kind: 'text', label: 'map.rest', bytes: 2000, needed: true } as const

const expected = {
  fair: { kind: 'text', label: 'map.fair', bytes: 2000, needed: true },
  role: { kind: 'text', label: 'map.role', bytes: 2000, needed: true },
  rest,
} as const

export const alonePrompts = {
  ...all,
  ...expected,
  same: { kind: 'text', label: 'map.same', bytes: 2000, needed: true },
} as const satisfies Prompts<Key>

export const mergedPrompts = {
  ...all,
  looked: { kind: 'text', label: 'map.looked', bytes: 1000 },
  ...expected,
} as const satisfies Prompts<Key>

export const systemsPrompts = { ...systems, rest } as const satisfies Prompts<Key>

export const hersPrompts = {
  see: { kind: 'text', label: 'map.see', bytes: 2000 },
  must: { kind: 'text', label: 'map.must', bytes: 2000 },
  leave: { kind: 'text', label: 'map.leave', bytes: 2000 },
} as const satisfies Prompts<Key>

export const theirsPrompts = {
  mine: { kind: 'text', label: 'map.mine', bytes: 2000, needed: true },
  change: { kind: 'text', label: 'map.mine.change', bytes: 2000, needed: true },
  around: { kind: 'text', label: 'map.around', bytes: 2000 },
} as const satisfies Prompts<Key>

/** The rings that hold something: presence, never a number of lines. */
export function ringsHeld(sheets: readonly Answers[]): ReadonlySet<Ring> {
  return new Set(
    rings.filter((each) =>
      sheets.some((answers) => {
        const lines = answers[each]
        return Array.isArray(lines) && lines.length > 0
      }),
    ),
  )
}
