/** How the steps of scripts/test.ts are counted. */

export interface Count {
  readonly passed: number
  readonly failed: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numFailedTestSuites: number
}

/** A step that is one check, told by its exit code. */
export function countChecked(exitCode: number): Count {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A step with many tests: `report` is what vitest wrote, null when it wrote nothing. Tests that are switched off count as failed. */
export function countTests(report: string | null, exitCode: number): Count {
  if (report === null) return { passed: 0, failed: 1 }
  // Written by vitest a moment ago; a field that is missing counts as NaN, which is no success below.
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(report) as VitestReport
  const failed = numFailedTests + numPendingTests + numTodoTests
  // A file that cannot be loaded has no tests to fail, and an error outside of a test shows only in the exit code.
  const wentWell = exitCode === 0 && numFailedTestSuites === 0 && passed > 0
  return { passed, failed: failed === 0 && !wentWell ? Math.max(1, numFailedTestSuites) : failed }
}
