/** Exit code 0 if node_modules holds what package-lock.json names: `.ci/run` installs otherwise. Plain JavaScript for Node 20. */
import { readFileSync } from 'node:fs'

process.exitCode = isInstalled() ? 0 : 1

function isInstalled() {
  const wanted = packagesIn('../package-lock.json')
  const there = packagesIn('../node_modules/.package-lock.json')
  if (wanted === null || there === null) return false
  // Optional packages are for other machines.
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional === true || there[path]?.integrity === entry.integrity)
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).packages
  } catch {
    return null
  }
}
