import { signal, type ReadonlySignal } from '@preact/signals'

/** `pseudo` shows `[[key]]` in place of every text, so that a test or a translator sees what is not translated yet. */
export type Language = 'en' | 'es' | 'pseudo'

const chosen = signal<Language>('en')

/** The language texts are read in; a view that reads a text renders again when it changes. */
export const language: ReadonlySignal<Language> = chosen

export function setLanguage(next: Language): void {
  chosen.value = next
}
