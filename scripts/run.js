/** `node scripts/run.js FILE ARGS`: runs a TypeScript file of this project under a Node that fits. */
import { handOn, root } from './node.js'

const [file, ...args] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: node scripts/run.js FILE [ARGUMENTS]')
  process.exitCode = 2
} else {
  process.exitCode = await handOn([`${root}${file}`, ...args])
}
