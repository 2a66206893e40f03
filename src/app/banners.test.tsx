import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, test } from 'vitest'
import { appPages, loadSurfaces, type AppPage } from '../testing/app-pages.tsx'

let pages: readonly AppPage[] = []
beforeAll(async () => {
  pages = appPages(await loadSurfaces())
})

function read(name: string): string {
  const page = pages.find((each) => each.name === name)
  if (page === undefined) throw new Error(`no page ${name}`)
  return renderToString(page.draw()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('[A12] after days without news from the server, a person reads since when, and what they can do', () => {
  expect(read('stale')).toContain('The server has told you nothing new since Sunday, 5 April')
  expect(read('stale')).toContain('compare the six words under People')
  // Also where it answers each day that there is nothing new.
  expect(read('quiet-for-long')).toContain('The server has told you nothing new since Monday, 6 April')
  expect(read('today')).not.toContain('nothing new since')
})

test('a host set back is told in plain words, and going on without what is lost weighs as much as waiting', () => {
  expect(read('behind')).toContain('This device hands back 4 entries')
  for (const name of ['incomplete', 'restored']) {
    expect(read(name)).toContain('Wait')
    expect(read(name)).toContain('Go on without')
  }
  expect(read('restored')).toContain('harbor')
  expect(read('restored')).toContain('This would undo that somebody was put out')
})

test('two histories and a broken rule are hard stops: nothing to press that goes past them', () => {
  for (const name of ['forked', 'stopped']) expect(read(name)).not.toContain('Go on without')
  expect(read('forked')).toContain('Only a new invitation leads on')
  expect(read('stopped')).toContain('check ED-B')
})

test('what a newer app wrote is told as that, and not as a host that breaks the log', () => {
  expect(read('newer-app')).toContain('A newer version is needed first')
  expect(read('newer-app')).not.toContain('breaks the rules')
  expect(read('newer-app')).toContain('Something reached you that this app cannot read yet')
  expect(read('stopped')).not.toContain('newer version')
  expect(read('today')).not.toContain('cannot read yet')
})

test('whoever was put out, and whoever is in no circle, is told so without a reason or blame', () => {
  expect(read('removed')).toContain('You are no longer in this circle')
  expect(read('nowhere-now')).toContain('You are in no circle now')
})

test('without a connection a person reads that their words are kept, and where the ones not sent stand', () => {
  expect(read('offline')).toContain('What you write stays on this device and goes out later')
  const outbox = read('outbox')
  for (const words of ['You stayed to wash the big pots.', 'Waits for a connection', 'Try again', 'Keep as a draft', 'Hana and Tevita joined and would read it too', 'Not possible any more', 'Too long']) expect(outbox).toContain(words)
})

test('[A07] a history that parts in one room alone is told wherever one is, with the room it is in; one of a concern is not named there', () => {
  const page = read('rooms-in-trouble')
  expect(page).toContain('This is about your own room')
  expect(page).toContain('another device of yours went on without 1 entry')
  expect(page).not.toContain('Compare the six words')
  expect(page).toContain('Go on without')
  expect(page).toContain('This is about the room The kitchen keys')
  expect(page).toContain('The server shows two different histories')
  expect(page).toContain('This is about a room under Repair with 2 people in it')
  expect(read('today')).not.toContain('This is about')
})
