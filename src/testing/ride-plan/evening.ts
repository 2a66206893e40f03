import type { Practice } from '../../practices/practice.ts'
import { emptyAnswers } from '../../practices/prompts.ts'
import type { Sheets } from '../../practices/worksheet-rules.ts'
import { recordGolden, type Golden } from '../golden.ts'
import { circleDoing } from '../practice-circle.ts'
import { ridePlan, ridePrompts } from './index.ts'

/** Two ride plans as Ben sees them: Ana's waits for his yes, and his own is due to be looked at. With the pages that show all there is. */
export function rideEvening(): { readonly golden: Golden; readonly pages: readonly string[] } {
  const practice = ridePlan as Practice<Sheets, Sheets>
  const circle = circleDoing(practice, 'Ana', 'Ben', 'Cleo')
  const [ana, ben] = [circle.someone('Ana'), circle.someone('Ben')]
  const plan = { ...emptyAnswers(ridePrompts), why: 'The cook on Sunday' }
  const full = {
    ...plan,
    driver: [ben.id],
    car: 'van',
    far: 3,
    bring: ['pots', 'chairs'],
    when: 20_600,
    stops: ['Mill Street'],
    legs: [{ name: 'Ngozi', car: 'none', day: 20_600 }],
  }
  ana.does({ kind: 'write', room: null, sheet: null, answers: full, lookDay: circle.today() + 10 })
  ben.does({ kind: 'write', room: null, sheet: null, answers: plan, lookDay: circle.today() + 1 })
  circle.daysPass(2)
  const [first, second] = ana.commons().sheets
  const named = { room: null, sheet: first!.id, writer: ana.id }
  const orders = [
    { kind: 'write', room: null, sheet: null, answers: plan, lookDay: circle.today() + 5 },
    { kind: 'agree', ...named },
    { kind: 'close', ...named },
    { kind: 'look', ...named, lookDay: circle.today() + 5 },
    { kind: 'take-out', ...named },
    { kind: 'sing' },
  ]
  return {
    golden: recordGolden(practice, { about: 'Two plans; one waits for Ben.', circle, as: ben, orders }),
    pages: ['', 'new', `sheet/${ana.id}/${first!.id}`, `sheet/${ben.id}/${second!.id}`, `change/${ben.id}/${second!.id}`],
  }
}
