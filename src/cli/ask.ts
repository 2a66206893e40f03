import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/**
 * Asks a person for something nobody else should see: it is not shown while typed, and stands in no list of commands.
 *
 * From a pipe it reads one line for each question, in order, so that a script can answer too. Empty when there is nothing to read.
 */
export function asker(
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean },
  prompt: NodeJS.WritableStream,
): { ask(question: string): Promise<string>; stop(): void } {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: silent, terminal: input.isTTY === true })
  const waiting: ((line: string) => void)[] = []
  const early: string[] = []
  const end = { reached: false }
  lines.on('line', (line) => {
    const next = waiting.shift()
    if (next === undefined) early.push(line)
    else next(line)
  })
  lines.on('close', () => {
    end.reached = true
    for (const next of waiting.splice(0)) next('')
  })
  return {
    async ask(question) {
      prompt.write(question)
      const line = early.shift() ?? (end.reached ? '' : await new Promise<string>((resolve) => void waiting.push(resolve)))
      if (input.isTTY === true) prompt.write('\n')
      return line
    },
    stop: () => lines.close(),
  }
}
