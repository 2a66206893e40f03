/** What an entry may hold: no floats, tags, undefined or big integers. */
export type Cbor = null | boolean | number | string | Uint8Array | readonly Cbor[] | { readonly [key: string]: Cbor }
