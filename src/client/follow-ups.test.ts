import { expect, test } from 'vitest'
import { inBackground } from './core.ts'
import { inTurn } from './follow-ups.ts'

const fails = (text: string) => async (): Promise<never> => {
  throw new Error(text)
}

test('[D14] what goes wrong in one room does not keep the next from its turn, and is told afterwards', async () => {
  const done: string[] = []
  const steps = [async () => done.push('first'), fails('ours'), async () => done.push('last'), fails('another')]
  await expect(inTurn({ isStopped: false }, steps)).rejects.toThrow('ours')
  expect(done).toEqual(['first', 'last'])
})

test('[D14] nothing more is begun once the session ended', async () => {
  const session = { isStopped: false }
  const done: string[] = []
  const ends = async (): Promise<void> => {
    session.isStopped = true
  }
  await inTurn(session, [ends, async () => done.push('too late')])
  expect(done).toEqual([])
})

test('[D14] what fails because the session ended under it is not told as an error', async () => {
  const heard: unknown[] = []
  const listen = (fault: unknown): void => void heard.push(fault)
  process.on('unhandledRejection', listen)
  inBackground({ isStopped: true }, fails('keys are gone'))
  // What nobody caught is told of before the next turn.
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', listen)
  expect(heard).toEqual([])
})
