import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'

/** What a shape gives for something that has another one. */
export const misfit = Symbol('misfit')
export type Misfit = typeof misfit

/** How a value is written as CBOR and read back from a stranger: exactly these fields, kinds and sizes. */
export interface Shape<Value> {
  write(value: Value): Cbor
  read(raw: Cbor | undefined): Value | Misfit
}

export function bytesOf(length: number): Shape<Bytes> {
  return { write: (value) => value, read: (raw) => (raw instanceof Uint8Array && raw.length === length ? (raw as Bytes) : misfit) }
}

export function bytesUpTo(most: number): Shape<Bytes> {
  return { write: (value) => value, read: (raw) => (raw instanceof Uint8Array && raw.length <= most ? (raw as Bytes) : misfit) }
}

export function numberFrom(least: number, most: number): Shape<number> {
  return { write: (value) => value, read: (raw) => (typeof raw === 'number' && raw >= least && raw <= most ? raw : misfit) }
}

export function textUpTo(most: number): Shape<string> {
  return { write: (value) => value, read: (raw) => (typeof raw === 'string' && raw.length <= most ? raw : misfit) }
}

export function oneOf<Word extends string | number>(...words: readonly Word[]): Shape<Word> {
  return { write: (value) => value, read: (raw) => words.find((word) => word === raw) ?? misfit }
}

export const yesOrNo: Shape<boolean> = { write: (value) => value, read: (raw) => (typeof raw === 'boolean' ? raw : misfit) }

/** Anything that CBOR may hold: details of a refusal, which are only shown or ignored. */
export const anything: Shape<Cbor> = { write: (value) => value, read: (raw) => (raw === undefined ? misfit : raw) }

export const nothing: Shape<null> = { write: (value) => value, read: (raw) => (raw === null ? null : misfit) }

export function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return { write: (value) => (value === null ? null : shape.write(value)), read: (raw) => (raw === null ? null : shape.read(raw)) }
}

export function listOf<Value>(item: Shape<Value>, most: number): Shape<readonly Value[]> {
  return {
    write: (values) => values.map((value) => item.write(value)),
    read(raw) {
      if (!Array.isArray(raw) || raw.length > most) return misfit
      const values: Value[] = []
      for (const one of raw as readonly Cbor[]) {
        const value = item.read(one)
        if (value === misfit) return misfit
        values.push(value)
      }
      return values
    },
  }
}

/** A CBOR array with one place for each field, in the order given. */
export function rowOf<Row extends object>(fields: { readonly [Name in keyof Row]-?: Shape<Row[Name]> }): Shape<Row> {
  const names = Object.keys(fields) as (keyof Row & string)[]
  return {
    write: (row) => names.map((name) => fields[name].write(row[name])),
    read(raw) {
      if (!Array.isArray(raw) || raw.length !== names.length) return misfit
      const list = raw as readonly Cbor[]
      return readFields(names, fields, (_, index) => list[index])
    },
  }
}

/** A CBOR map with exactly these keys; those of `optional` may be absent. */
export function mapOf<Fields extends object>(
  fields: { readonly [Name in keyof Fields]-?: Shape<Exclude<Fields[Name], undefined>> },
  optional: readonly (keyof Fields & string)[] = [],
): Shape<Fields> {
  const names = Object.keys(fields) as (keyof Fields & string)[]
  return {
    write(value) {
      const present = names.filter((name) => value[name] !== undefined)
      assert(
        names.every((name) => present.includes(name) || optional.includes(name)),
        'a map that is sent has all its fields',
      )
      return Object.fromEntries(present.map((name) => [name, fields[name].write(value[name] as Exclude<Fields[typeof name], undefined>)]))
    },
    read(raw) {
      if (!isMap(raw) || Object.keys(raw).some((name) => !names.includes(name as keyof Fields & string))) return misfit
      const present = names.filter((name) => Object.hasOwn(raw, name))
      if (!names.every((name) => present.includes(name) || optional.includes(name))) return misfit
      return readFields<Fields>(present, fields as { readonly [Name in keyof Fields]-?: Shape<Fields[Name]> }, (name) => raw[name])
    },
  }
}

function readFields<Fields extends object>(
  names: readonly (keyof Fields & string)[],
  fields: { readonly [Name in keyof Fields]-?: Shape<Fields[Name]> },
  rawOf: (name: keyof Fields & string, index: number) => Cbor | undefined,
): Fields | Misfit {
  const read: Partial<Fields> = {}
  for (const [index, name] of names.entries()) {
    const value = fields[name].read(rawOf(name, index))
    if (value === misfit) return misfit
    read[name] = value
  }
  return read as Fields
}

function isMap(raw: Cbor | undefined): raw is { readonly [key: string]: Cbor } {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !(raw instanceof Uint8Array)
}
