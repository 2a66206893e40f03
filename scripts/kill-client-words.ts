/** What kill-client.ts and the client it kills say to each other. */

export const kinds = ['rotate', 'admit', 'enter', 'rekey', 'send'] as const
export type Kind = (typeof kinds)[number]

export type Act =
  | { readonly kind: 'rotate' | 'enter' }
  /** The four words of the knock. */
  | { readonly kind: 'admit'; readonly words: string }
  | { readonly kind: 'rekey'; readonly oldWords: string | null }
  | { readonly kind: 'send'; readonly lines: readonly string[] }

export type Order = { readonly number: number } & (
  | { readonly do: 'join'; readonly link: string; readonly name: string }
  | { readonly do: 'start' | 'settle' | 'words' | 'code' }
  /** `stallAt`: the moment, counted from the beginning of the act, at which the client stands still. */
  | ({ readonly do: 'act'; readonly stallAt: number } & Act)
)

export interface Settled {
  readonly epoch: number
  readonly words: 'not-made' | 'not-checked' | 'done'
  readonly knocks: readonly string[]
  readonly invitations: readonly string[]
  readonly rooms: readonly { readonly room: string; readonly links: readonly string[]; readonly verdict: string }[]
}

export interface Done {
  readonly settled?: Settled
  readonly words?: readonly string[]
  readonly code?: string
}

/** `seen`: an entry of its own stands on the chain. `outbox`: thanks are kept there. `over`: the act was acknowledged to its end. `cut`: the connection went by itself. */
export type Moment =
  | { readonly what: 'begun' | 'put' | 'kept' | 'frame' | 'cut' }
  | { readonly what: 'seen'; readonly room: string; readonly seq: number; readonly link: string }
  | { readonly what: 'outbox'; readonly line: string }
  | { readonly what: 'over'; readonly words?: readonly string[] }
  | { readonly what: 'knocked'; readonly words: readonly string[] }
  | { readonly what: 'done'; readonly number: number; readonly done: Done }
  | { readonly what: 'failed'; readonly number: number; readonly why: string }
