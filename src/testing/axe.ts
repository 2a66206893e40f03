/** Accessibility of a page as axe-core sees it: WCAG 2.2 A and AA and its best practices. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
  }[]
}

/** One line for each violation: rule, element, what to do. Empty is good. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  // As text and through the debugger, because the page's own policy lets no script in. A page that got another content still has it.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(`${source}; undefined`)
  const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`
  const result = (await page.evaluate(run)) as AxeResult
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}: ${node.failureSummary.replaceAll('\n', ' ')}`),
  )
}
