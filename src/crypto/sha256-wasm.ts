// A file of its own, so that a bundle takes one function of the library and loads it only where the platform has nothing as quick.
// The library's main file would share its chunk with Argon2, which is three times as large and seldom needed.
import library from 'hash-wasm/dist/sha256.umd.min.js'

export const createSHA256 = library.createSHA256
