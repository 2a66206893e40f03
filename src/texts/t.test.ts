import { afterEach, expect, test } from 'vitest'
import type { Day } from '../base/clock.ts'
import { setLanguage } from './language.ts'
import { defineTexts } from './t.ts'
import { allOf, anyOf, asTitle, dayInWords, shortDay } from './words.ts'

const { t, find } = defineTexts({
  en: {
    'door.open': { text: 'Open the door for {name}', note: 'Button.' },
    'door.waits': { one: '{count} person waits for {name}', other: '{count} people wait for {name}', note: 'Line.' },
    'door.shut': { text: 'Shut', note: 'State.' },
  },
  es: {
    'door.open': 'Abre la puerta a {name}',
    'door.waits': { one: '{count} persona espera a {name}', other: '{count} personas esperan a {name}' },
    'door.shut': 'Cerrada',
  },
})

afterEach(() => setLanguage('en'))

test('a text names the person it is about', () => {
  expect(t('door.open', { name: 'Ana' })).toBe('Open the door for Ana')
})

test('one person waits, two people wait', () => {
  expect(t('door.waits', { count: 1, name: 'Ana' })).toBe('1 person waits for Ana')
  expect(t('door.waits', { count: 2, name: 'Ana' })).toBe('2 people wait for Ana')
})

test('whoever chose Spanish reads Spanish', () => {
  setLanguage('es')
  expect(t('door.open', { name: 'Ana' })).toBe('Abre la puerta a Ana')
  expect(t('door.waits', { count: 1, name: 'Ana' })).toBe('1 persona espera a Ana')
})

test('a translator who chose the pseudo-language reads keys in brackets', () => {
  setLanguage('pseudo')
  expect(t('door.shut')).toBe('[[door.shut]]')
  expect(dayInWords(20_557 as Day)).toBe('[[day]]')
})

test('a name with braces or a dollar sign in it stays as the person wrote it', () => {
  expect(t('door.open', { name: '{name} $& $1' })).toBe('Open the door for {name} $& $1')
})

test('a key known only at run time is found, and a made-up one or an inherited one is not', () => {
  expect(find('door.shut')).toBe('Shut')
  expect(find('door.nowhere')).toBeNull()
  expect(find('toString')).toBeNull()
})

test('a call that is misspelt or leaves out a value does not compile', () => {
  // @ts-expect-error there is no such key
  expect(t('door.opne')).toBe('')
  // @ts-expect-error the text names {name}
  expect(t('door.open')).toBe('Open the door for {name}')
  // @ts-expect-error the plural names {count} and {name}
  expect(t('door.waits', { count: 1 })).toBe('1 person waits for {name}')
})

test('Spanish that lacks a key does not compile', () => {
  const lacking = defineTexts({
    en: { 'a.b': { text: 'A', note: '' }, 'a.c': { text: 'C', note: '' } },
    // @ts-expect-error a.c is missing
    es: { 'a.b': 'A' },
  })
  expect(lacking.find('a.c')).toBe('C')
})

test('a day is told with its weekday, in the words of the language', () => {
  const day = (Date.UTC(2026, 3, 14) / 86_400_000) as Day
  expect(dayInWords(day)).toBe('Tuesday, 14 April')
  expect(shortDay(day)).toBe('Tue, 14 Apr')
  setLanguage('es')
  expect(dayInWords(day)).toBe('martes, 14 de abril')
  expect(asTitle(dayInWords(day))).toBe('Martes, 14 de abril')
})

test('names are joined as the language joins them', () => {
  expect(anyOf(['Ravi', 'Pilar'])).toBe('Ravi or Pilar')
  setLanguage('es')
  expect(allOf(['Ana', 'Inés'])).toBe('Ana e Inés')
})
