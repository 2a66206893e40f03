import { worksheet } from '../../practices/worksheet.ts'
import { defineTexts, type English } from '../../texts/t.ts'

const en = {
  'ride-plan.title': { text: 'Who drives home', note: 'Title.' },
  'ride-plan.outbox': { text: 'Your plan', note: 'In the list of what waits.' },
  'ride-plan.lede': { text: 'A plan for one evening.', note: 'Below the title.' },
  'ride-plan.why': { text: 'What is it for?', note: 'Question.' },
  'ride-plan.why.hint': { text: 'One line.', note: 'Hint.' },
  'ride-plan.car': { text: 'Which car?', note: 'Question.' },
  'ride-plan.car.van': { text: 'The van', note: 'Answer.' },
  'ride-plan.car.none': { text: 'On foot', note: 'Answer.' },
  'ride-plan.bring': { text: 'What comes along?', note: 'Question.' },
  'ride-plan.bring.pots': { text: 'Pots', note: 'Answer.' },
  'ride-plan.bring.chairs': { text: 'Chairs', note: 'Answer.' },
  'ride-plan.far': { text: 'How far is it?', note: 'Question.' },
  'ride-plan.far.near': { text: 'Near', note: 'End of a scale.' },
  'ride-plan.far.end': { text: 'Far', note: 'End of a scale.' },
  'ride-plan.driver': { text: 'Who drives?', note: 'Question.' },
  'ride-plan.when': { text: 'Which day?', note: 'Question.' },
  'ride-plan.stops': { text: 'Where do we stop?', note: 'Question.' },
  'ride-plan.legs': { text: 'Who is picked up?', note: 'Question.' },
  'ride-plan.leg.name': { text: 'Name', note: 'Part of a line.' },
  'ride-plan.leg.car': { text: 'In which car', note: 'Part of a line.' },
  'ride-plan.leg.day': { text: 'On which day', note: 'Part of a line.' },
  'ride-plan.refused.RI1': { text: 'The van goes no further than five.', note: 'Why a plan was not written.' },
} as const satisfies English

const es: Record<keyof typeof en, string> = {
  'ride-plan.title': 'Quién lleva a casa',
  'ride-plan.outbox': 'Tu plan',
  'ride-plan.lede': 'Un plan para una noche.',
  'ride-plan.why': '¿Para qué es?',
  'ride-plan.why.hint': 'Una línea.',
  'ride-plan.car': '¿Qué coche?',
  'ride-plan.car.van': 'La furgoneta',
  'ride-plan.car.none': 'A pie',
  'ride-plan.bring': '¿Qué viene?',
  'ride-plan.bring.pots': 'Ollas',
  'ride-plan.bring.chairs': 'Sillas',
  'ride-plan.far': '¿Queda lejos?',
  'ride-plan.far.near': 'Cerca',
  'ride-plan.far.end': 'Lejos',
  'ride-plan.driver': '¿Quién conduce?',
  'ride-plan.when': '¿Qué día?',
  'ride-plan.stops': '¿Dónde paramos?',
  'ride-plan.legs': '¿A quién recogemos?',
  'ride-plan.leg.name': 'Nombre',
  'ride-plan.leg.car': 'En qué coche',
  'ride-plan.leg.day': 'Qué día',
  'ride-plan.refused.RI1': 'La furgoneta no llega a más de cinco.',
}

const texts = defineTexts({ en, es })
const cars = { van: 'ride-plan.car.van', none: 'ride-plan.car.none' } as const

export const ridePrompts = {
  why: { kind: 'text', label: 'ride-plan.why', hint: 'ride-plan.why.hint', bytes: 200, rows: 1, needed: true },
  car: { kind: 'choice', label: 'ride-plan.car', options: cars },
  bring: { kind: 'many', label: 'ride-plan.bring', options: { pots: 'ride-plan.bring.pots', chairs: 'ride-plan.bring.chairs' } },
  far: { kind: 'scale', label: 'ride-plan.far', from: 0, to: 10, ends: ['ride-plan.far.near', 'ride-plan.far.end'] },
  driver: { kind: 'people', label: 'ride-plan.driver', most: 2 },
  when: { kind: 'date', label: 'ride-plan.when' },
  stops: { kind: 'list', label: 'ride-plan.stops', most: 3, bytes: 60 },
  legs: {
    kind: 'lines',
    label: 'ride-plan.legs',
    most: 4,
    each: {
      name: { kind: 'text', label: 'ride-plan.leg.name', bytes: 60, rows: 1, needed: true },
      car: { kind: 'choice', label: 'ride-plan.leg.car', options: cars },
      day: { kind: 'date', label: 'ride-plan.leg.day' },
    },
  },
} as const

const asked = {
  name: 'ride-plan',
  rulesVersion: 1,
  texts,
  title: 'ride-plan.title',
  lede: 'ride-plan.lede',
  prompts: ridePrompts,
} as const

/** A worksheet with every kind of prompt: who drives has to say yes, and the plan is looked at again within 30 days. */
export const ridePlan = worksheet({
  ...asked,
  place: 'commons',
  writers: 'each',
  consents: ['driver'],
  lookAgainAfter: 30,
  guards: [{ rule: 'RI1', textKey: 'ride-plan.refused.RI1', holds: ({ car, far }) => car !== 'van' || far === null || Number(far) <= 5 }],
})

/** The same questions, on sheets anyone in the room may write on. */
export const sharedRidePlan = worksheet({ ...asked, place: 'commons', writers: 'anyone' })

/** The same questions, for stewards to answer. */
export const stewardsRidePlan = worksheet({ ...asked, place: 'commons', writers: 'stewards' })

/** The same questions, in a small room. */
export const roomRidePlan = worksheet({ ...asked, place: 'further', writers: 'each', consents: ['driver'] })

/** The same questions, for oneself. */
export const ownRidePlan = worksheet({ ...asked, place: 'personal', writers: 'each' })
