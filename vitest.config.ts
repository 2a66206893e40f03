import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Only here, and only when asked for, does a build know this name: scripts/mutate-checks.ts takes one check out and expects a test to notice.
const takenOut = process.env['HOLDFAST_TAKE_OUT']
const define = takenOut === undefined ? {} : { __HOLDFAST_TAKE_OUT__: JSON.stringify(takenOut) }

// What takes a minute or more by itself begins first, so that nobody waits for it alone at the end.
const longest = ['e2e/gallery', 'e2e/concern-b', 'e2e/concern-c', 'e2e/concern-a', 'e2e/journey', 'log/histories', 'practices/screens', 'client/who-learned-what']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => longest.findIndex((name) => moduleId.includes(`${name}.`))
    const others = (await super.sort(files)).filter((file) => place(file) === -1)
    return [...files.filter((file) => place(file) !== -1).toSorted((a, b) => place(a) - place(b)), ...others]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        define,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          // Tests of clients and servers wait for each other a third of their time: a third worker uses what two leave of two cores.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: 'e2e/setup.ts',
          environment: 'node',
          pool: 'forks',
          // Journeys mostly wait for each other's servers and browsers; two at a time fill a small machine.
          maxWorkers: 2,
          // A page that is drawn anew in the moment of a key press may lose it, as it does for a person, who presses again. What fails twice is wrong.
          retry: 1,
          testTimeout: 480_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
