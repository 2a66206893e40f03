import { expect, test } from 'vitest'
import { countChecked, countTests } from './count.ts'

function report(counts: Readonly<Record<string, number>>): string {
  return JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0, ...counts })
}

test('tests that pass and fail are counted as they are', () => {
  expect(countTests(report({ numPassedTests: 7 }), 0)).toEqual({ passed: 7, failed: 0 })
  expect(countTests(report({ numPassedTests: 5, numFailedTests: 2, numFailedTestSuites: 1 }), 1)).toEqual({ passed: 5, failed: 2 })
  expect(countChecked(0)).toEqual({ passed: 1, failed: 0 })
  expect(countChecked(2)).toEqual({ passed: 0, failed: 1 })
})

test('a run without a single test has failed', () => {
  expect(countTests(report({}), 0)).toEqual({ passed: 0, failed: 1 })
})

test('a run that wrote no report has failed', () => {
  expect(countTests(null, 0)).toEqual({ passed: 0, failed: 1 })
})

test('tests that are switched off have failed', () => {
  expect(countTests(report({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({ passed: 3, failed: 2 })
})

test('a file that cannot be loaded and an error outside of a test have failed', () => {
  expect(countTests(report({ numPassedTests: 3, numFailedTestSuites: 2 }), 1)).toEqual({ passed: 3, failed: 2 })
  expect(countTests(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1 })
})
