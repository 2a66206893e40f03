import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../src/testing/axe.ts'
import { hasNoSidewaysScroll, launchBrowser } from '../src/testing/browser.ts'
import type { TestBrowser } from '../src/testing/browser.ts'
import { pressByKeyboard, tabTo } from '../src/testing/keyboard.ts'

// The tools the journeys rely on, each shown to notice what it is there to notice.

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types hf"

const pages: Readonly<Record<string, string>> = {
  '/': '<!doctype html><html lang="en"><title>Notes</title><main><h1>Notes</h1><a href="/two">Go on</a></main></html>',
  '/two': '<!doctype html><html lang="en"><title>Notes</title><main><h1>Two</h1><button></button></main></html>',
  '/hidden-focus':
    '<!doctype html><html lang="en"><title>Notes</title><link rel="stylesheet" href="/hide.css"><main><h1>Three</h1><a href="/two">Go on</a></main></html>',
  '/hide.css': 'a:focus-visible { outline: none }',
  '/wide': '<!doctype html><html lang="en"><title>Notes</title><link rel="stylesheet" href="/wide.css"><main><h1>Four</h1></main></html>',
  '/wide.css': 'h1 { width: 900px }',
}

const server = createServer((request, response) => {
  const found = pages[request.url ?? '']
  response.writeHead(found === undefined ? 404 : 200, {
    'content-type': request.url?.endsWith('.css') ? 'text/css' : 'text/html',
    'content-security-policy': policy,
  })
  response.end(found)
})
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  server.close()
})

test('a page on this machine is a secure context and signs with Ed25519', async () => {
  const { page, context, problems } = await browser.newProfile()
  await page.goto(origin)
  const signs = await page.evaluate(async () => {
    const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
    const message = new Uint8Array([1, 2, 3])
    return isSecureContext && (await crypto.subtle.verify('Ed25519', publicKey, await crypto.subtle.sign('Ed25519', privateKey, message), message))
  })
  expect(signs).toBe(true)
  expect(problems).toEqual([])
  await context.close()
})

test('the accessibility check passes a good page and notices a button without a name', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(origin)
  expect(await axeProblems(page)).toEqual([])
  await page.goto(`${origin}/two`)
  expect(await axeProblems(page)).toEqual([expect.stringMatching(/^button-name/)])
  await context.close()
})

test('the keyboard reaches a link, and a focus that cannot be seen is an error', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(origin)
  await pressByKeyboard(page, 'Go on')
  await page.waitForURL(`${origin}/two`)
  await page.goto(`${origin}/hidden-focus`)
  await expect(tabTo(page, 'Go on')).rejects.toThrow('cannot be seen')
  await context.close()
})

test('a page wider than the window is noticed', async () => {
  const { page, context } = await browser.newProfile()
  await page.goto(origin)
  expect(await hasNoSidewaysScroll(page)).toBe(true)
  await page.goto(`${origin}/wide`)
  expect(await hasNoSidewaysScroll(page)).toBe(false)
  await context.close()
})

test('what one person stores is not there for the next', async () => {
  const ana = await browser.newProfile()
  await ana.page.goto(origin)
  await ana.page.evaluate(() => localStorage.setItem('kept', 'yes'))
  const ben = await browser.newProfile()
  await ben.page.goto(origin)
  expect(await ben.page.evaluate(() => localStorage.getItem('kept'))).toBe(null)
  await ana.context.close()
  await ben.context.close()
})

// Last, because it ends the browser to read what its network layer wrote down.
test('a request to anywhere else fails, and is seen by the profile, the page and the network layer', async () => {
  const { page, requests } = await browser.newProfile()
  await page.goto(origin)
  const answer = await page.evaluate(() =>
    fetch('https://elsewhere.example/').then(
      () => 'came back',
      () => 'failed',
    ),
  )
  expect(answer).toBe('failed')
  expect(requests).toContain('https://elsewhere.example/')
  const contacts = await browser.close()
  expect(contacts.origins).toContain('https://elsewhere.example')
  expect(contacts.addresses.every((address) => /^(127\.0\.0\.1|\[::1\]):/.test(address))).toBe(true)
  expect(contacts.datagrams).toBe(0)
})
