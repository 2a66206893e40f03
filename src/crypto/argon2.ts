// A file of its own, so that a bundle takes one function of the library and loads it only when words are stretched.
export { argon2id } from 'hash-wasm'
