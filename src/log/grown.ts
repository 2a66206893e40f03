/**
 * A list that only grows and is shared by every state that came before: appending to the newest costs one step and no copy.
 *
 * `shared` may hold more than `length` items, when a later state appended; a state reads only below its own `length`, and appending twice to one state copies.
 * So a state is still a value: nothing that happens later changes what it says.
 */
export interface Grown<Item> {
  readonly length: number
  readonly shared: readonly Item[]
}

export function grownFrom<Item>(items: readonly Item[]): Grown<Item> {
  return { length: items.length, shared: [...items] }
}

export function grow<Item>(list: Grown<Item>, item: Item): Grown<Item> {
  const free = list.shared.length === list.length
  const shared = (free ? list.shared : list.shared.slice(0, list.length)) as Item[]
  shared.push(item)
  return { length: list.length + 1, shared }
}

export function itemAt<Item>(list: Grown<Item>, index: number): Item | null {
  return index >= 0 && index < list.length ? list.shared[index]! : null
}
