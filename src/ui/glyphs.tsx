import type { JSX } from 'preact'

/** Drawings of the sprite: `n-` nodes of state, `w-` who can read, `c-` capacity, `z-` zone, `i-` places and ways. */
export type GlyphId =
  | 'n-offered' | 'n-open' | 'n-done' | 'n-aside' | 'n-paused'
  | 'w-self' | 'w-few' | 'w-all'
  | 'c-low' | 'c-some' | 'c-full'
  | 'z-close' | 'z-with' | 'z-far'
  | 'i-today' | 'i-circle' | 'i-repair' | 'i-people' | 'i-me' | 'i-back'

/** Decoration only: a word always stands beside it. */
export function Glyph(props: { readonly id: GlyphId; readonly class?: string | undefined }): JSX.Element {
  return (
    <svg class={props.class} aria-hidden="true">
      <use href={`#${props.id}`} />
    </svg>
  )
}

/** Once per page, before everything that uses a glyph. */
export function Sprite(): JSX.Element {
  const bowl = <path d="M6 10c0 14 4 20 12 20s12-6 12-20" />
  return (
    <svg class="sprite" aria-hidden="true">
      <symbol id="n-offered" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="var(--in)" /></symbol>
      <symbol id="n-open" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="var(--in)" /><path d="M3 10a7 7 0 0 0 14 0z" fill="currentColor" /></symbol>
      <symbol id="n-done" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="currentColor" /></symbol>
      <symbol id="n-aside" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="var(--in)" stroke-dasharray="2.2 3.3" /></symbol>
      <symbol id="n-paused" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="var(--in)" /><path d="M8 7.2v5.6M12 7.2v5.6" stroke-width="2" /></symbol>
      <symbol id="w-self" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" /><circle cx="10" cy="10" r="2.2" fill="currentColor" stroke="none" /></symbol>
      <symbol id="w-few" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" /><g fill="currentColor" stroke="none"><circle cx="10" cy="6.6" r="1.8" /><circle cx="7" cy="11.8" r="1.8" /><circle cx="13" cy="11.8" r="1.8" /></g></symbol>
      <symbol id="w-all" viewBox="0 0 20 20"><g fill="currentColor" stroke="none"><circle cx="10" cy="2.6" r="1.7" /><circle cx="16.4" cy="6.3" r="1.7" /><circle cx="16.4" cy="13.7" r="1.7" /><circle cx="10" cy="17.4" r="1.7" /><circle cx="3.6" cy="13.7" r="1.7" /><circle cx="3.6" cy="6.3" r="1.7" /></g></symbol>
      <symbol id="c-low" viewBox="0 0 36 36">{bowl}<path d="M10.5 26q3.7-2 7.5 0t7.5 0" /></symbol>
      <symbol id="c-some" viewBox="0 0 36 36">{bowl}<path d="M7.5 20q5.2-2.4 10.5 0t10.5 0" /></symbol>
      <symbol id="c-full" viewBox="0 0 36 36">{bowl}<path d="M6 12.5q6-2.6 12 0t12 0" /></symbol>
      <symbol id="z-close" viewBox="0 0 36 36"><path d="M17 34c-6-9 6-12 0-20S19 6 18 2" /><path d="M19 34c6-9-6-12 0-20S17 6 18 2" /></symbol>
      <symbol id="z-with" viewBox="0 0 36 36"><path d="M13 34c-2-8 2-12 0-19s1-9 0-13" /><path d="M23 34c2-8-2-12 0-19s-1-9 0-13" /><path d="M13 20q5 3 10 0" /></symbol>
      <symbol id="z-far" viewBox="0 0 36 36"><path d="M9 34c-2-8 2-12 0-19s1-9 0-13" /><path d="M22 34c0-9 1-15 11-21" stroke-dasharray="3 4" /></symbol>
      <symbol id="i-today" viewBox="0 0 24 24"><circle cx="12" cy="8.5" r="4.2" /><path d="M2 18c2-2 4.5-2 6.7 0s4.4 2 6.6 0 4.7-2 6.7 0" /></symbol>
      <symbol id="i-circle" viewBox="0 0 24 24"><circle cx="12" cy="4" r="2" /><circle cx="19.4" cy="9.4" r="2" /><circle cx="16.6" cy="18.2" r="2" /><circle cx="7.4" cy="18.2" r="2" /><circle cx="4.6" cy="9.4" r="2" /></symbol>
      <symbol id="i-repair" viewBox="0 0 24 24"><path d="M12 22c-3-4 2.5-7 0-11.5S14 5 12 2" /><path d="M11.5 17c3 0 4-1 4.6-2M12.4 11c-2.5 0-4-.7-5-2" /><circle cx="17.7" cy="13" r="2.2" /><circle cx="5.6" cy="7.3" r="2.2" /></symbol>
      <symbol id="i-people" viewBox="0 0 24 24"><circle cx="8.5" cy="8" r="3.2" /><path d="M2.5 19.5c.4-4 2.8-6 6-6s5.6 2 6 6" /><path d="M15.5 5.2a3 3 0 0 1 0 5.7M17.5 13.9c2.3.7 3.7 2.6 4 5.6" /></symbol>
      <symbol id="i-me" viewBox="0 0 24 24"><circle cx="12" cy="8" r="3.6" /><path d="M4.8 20c.5-4.5 3.4-6.6 7.2-6.6s6.7 2.1 7.2 6.6" /></symbol>
      <symbol id="i-back" viewBox="0 0 24 24"><path d="M15 5l-7 7 7 7" /></symbol>
    </svg>
  )
}
