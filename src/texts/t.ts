/**
 * Texts of the app: one English file with a note for translators at each key, and one file a language with the same keys.
 *
 * ```ts
 * export const en = { 'door.open': { text: 'Open the door for {name}', note: 'Button.' } } as const satisfies English
 * export const es: Translated<typeof en> = { 'door.open': 'Abre la puerta a {name}' }
 * export const { t } = defineTexts({ en, es })
 * t('door.open', { name: 'Ana' })
 * ```
 * A key that is missing or misspelt, in either file or at a call, does not compile; neither does a call without the values its text names.
 */
import { language } from './language.ts'

/** Plural forms, chosen by the value `count`. `one` and `other` stand in both languages of today; the rest is for those to come. */
export interface Plural {
  readonly zero?: string
  readonly one: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The English texts, by key. The note says where it stands and what its values are. */
export type English = Readonly<Record<string, { readonly text: string; readonly note: string } | (Plural & { readonly note: string })>>

/** The same keys in another language: a text where English has a text, plural forms where it has those. */
export type Translated<En extends English> = { readonly [Key in keyof En]: En[Key] extends { readonly text: string } ? string : Plural }

export type Values = Readonly<Record<string, string | number>>

export interface Texts<En extends English> {
  /** The text of a key in the chosen language, its `{values}` put in. */
  readonly t: Say<En>
  /** The text of a key known only when the app runs, such as the rule that refused; null when there is none. */
  find(key: string, values?: Values): string | null
  readonly en: En
  readonly es: Translated<En>
}

export type Say<En extends English> = <Key extends keyof En & string>(
  key: Key,
  ...values: ValueNames<Wording<En[Key]>> extends never ? [] : [Readonly<Record<ValueNames<Wording<En[Key]>>, string | number>>]
) => string

/** Texts whose keys are not known by type, as the list of practices holds them. */
export interface AnyTexts {
  find(key: string, values?: Values): string | null
  readonly en: English
  readonly es: Readonly<Record<string, string | Plural>>
}

export function defineTexts<const En extends English>(languages: { readonly en: En; readonly es: Translated<En> }): Texts<En> {
  const { en, es } = languages

  function find(key: string, values: Values = {}): string | null {
    const english = Object.hasOwn(en, key) ? en[key] : undefined
    if (english === undefined) return null
    switch (language.value) {
      case 'pseudo':
        return `[[${key}]]`
      case 'en':
        return fill('text' in english ? english.text : pluralForm('en', english, values), values)
      case 'es': {
        const spanish: string | Plural = es[key as keyof En]
        return fill(typeof spanish === 'string' ? spanish : pluralForm('es', spanish, values), values)
      }
    }
  }

  // The types promise the key, so `find` never answers null here.
  return { t: (key, ...values) => find(key, values[0]) ?? '', find, en, es }
}

type Wording<Entry> = Entry extends { readonly text: infer Text } ? Text : Entry extends { readonly other: infer Other } ? Other : never

type ValueNames<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | ValueNames<Rest> : never

function pluralForm(tag: 'en' | 'es', forms: Plural, values: Values): string {
  return forms[new Intl.PluralRules(tag).select(Number(values['count']))] ?? forms.other
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
}
