/**
 * Everything that must hold, in one go: `npm test`, `npm test -- unit lint` for some of the steps, `npm run test:long` for the long ones.
 *
 * The very last line is `N passed, N failed`, summed over all steps. A step that ran nothing, and a test that is switched off, count as failed.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { countChecked, countTests } from './count.ts'
import type { Count } from './count.ts'

interface Step {
  readonly name: string
  readonly args: readonly string[]
  /** A vitest report to count; without one the step is one check, told by its exit code. */
  readonly report?: string
  readonly env?: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}.cache/test`
// Hundreds of processes and threads read the same sources: compiled once, they start in half the time.
const compiled = `${root}.cache/compiled`

const steps: readonly Step[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'build', args: ['scripts/build.ts'] },
  vitest('unit', {}),
  ...kills(20, 2),
  vitest('e2e', {}),
]

// Taking out each of some two hundred checks runs their tests as often: minutes that the everyday run does not have on two cores.
const longSteps: readonly Step[] = [
  { name: 'mutate', args: ['scripts/mutate-checks.ts'] },
  vitest('unit', { HOLDFAST_LONG: '1' }),
  vitest('e2e', { HOLDFAST_LONG: '1' }),
  ...kills(200, 20),
]

/** Servers killed under load, on SQLite and on PostgreSQL: nothing acknowledged may be missing. */
function kills(sqlite: number, postgres: number): readonly Step[] {
  const script = 'scripts/kill-server.ts'
  return [
    { name: 'kill', args: [script, '--rounds', String(sqlite)] },
    { name: 'kill', args: [script, '--rounds', String(postgres), '--postgres'] },
  ]
}

function vitest(project: string, env: Readonly<Record<string, string>>): Step {
  const report = `${reports}/${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { name: project, args: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters], report, env }
}

async function main(asked: readonly string[]): Promise<void> {
  const all = asked.includes('--long') ? longSteps : steps
  const names = asked.filter((word) => !word.startsWith('--'))
  const chosen = names.length === 0 ? all : all.filter((step) => names.includes(step.name))
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  let total: Count = { passed: 0, failed: 0 }
  const summary: string[] = []
  for (const step of chosen) {
    console.log(`\n== ${step.name}`)
    const began = performance.now()
    const exitCode = await run(step)
    const count = step.report === undefined ? countChecked(exitCode) : countTests(await textOf(step.report), exitCode)
    const seconds = Math.round((performance.now() - began) / 1000)
    summary.push(`${step.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`)
    total = { passed: total.passed + count.passed, failed: total.failed + count.failed }
  }
  // Asking for steps that do not exist must not look like success.
  if (chosen.length === 0) total = { passed: 0, failed: 1 }
  console.log(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

/** Runs the step under this same Node, so that tests meet the Node the server runs on. */
function run(step: Step): Promise<number> {
  const child = spawn(process.execPath, step.args, { cwd: root, stdio: 'inherit', env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...step.env } })
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Null when the step ended before it wrote one. */
async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

await main(process.argv.slice(2))
