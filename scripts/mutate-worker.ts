/** Runs tests with one check taken out, again and again in one process, so that nothing is read and compiled twice. Started by mutate-checks.ts. */
import { fileURLToPath } from 'node:url'
import { createVitest } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly takeOut: string | null
  }
}

export interface Run {
  readonly number: number
  /** From the root. */
  readonly files: readonly string[]
  /** Id of the check, null with every check in place. */
  readonly takeOut: string | null
  /** Only tests whose title names this id as a whole; null for all. */
  readonly title: string | null
}

export interface Ran {
  readonly number: number
  /** Title of the first test that failed, or why a file could not be read; null when none failed. */
  readonly failed: string | null
}

const root = fileURLToPath(new URL('..', import.meta.url))

const vitest = await createVitest(
  'test',
  {
    config: false,
    root,
    watch: false,
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: [`${root}scripts/mutate-setup.ts`],
    reporters: [{}],
    silent: true,
  },
  { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } }, logLevel: 'error' },
)
await vitest.standalone()

process.on('message', (run: Run) => {
  void firstFailure(run).then((failed) => process.send?.({ number: run.number, failed } satisfies Ran))
})
process.on('disconnect', () => void vitest.close())
process.send?.({ number: -1, failed: null } satisfies Ran)

async function firstFailure({ files, takeOut, title }: Run): Promise<string | null> {
  vitest.provide('takeOut', takeOut)
  if (title === null) vitest.resetGlobalTestNamePattern()
  else vitest.setGlobalTestNamePattern(new RegExp(`(^|[^A-Z0-9-])${title}($|[^A-Z0-9-])`))
  // One file after the other, so that the first failure ends it.
  for (const specification of await vitest.globTestSpecifications(files.map((file) => `${root}${file}`))) {
    vitest.state.clearErrors()
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
    // The result holds the modules of earlier runs too.
    for (const module of testModules.filter(({ moduleId }) => moduleId === specification.moduleId)) {
      for (const test of module.children.allTests('failed')) return test.name
      const [error] = module.errors()
      if (error !== undefined) return `${specification.moduleId}: ${error.message}`
    }
    if (unhandledErrors.length > 0) return `${specification.moduleId}: ${String(unhandledErrors[0])}`
  }
  return null
}
