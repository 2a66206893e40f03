import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hintsFor, missingFrom } from './check.ts'
import { hints, type Hint, type LetterLanguage } from './hints.ts'
import { sentencesOf } from './words.ts'

interface Line {
  readonly kind: string
  readonly language: LetterLanguage
  readonly wanted: readonly string[]
  readonly sentence: string
}

const lines: readonly Line[] = readFileSync(new URL('own-lines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [id = '', language = '', wanted = '', sentence = ''] = line.split('|')
    return { kind: id[0] ?? '', language: language === 'es' ? 'es' : 'en', wanted: wanted === '-' ? [] : wanted.split(','), sentence }
  })

function isRight({ language, wanted, sentence }: Line): boolean {
  const found: readonly string[] = hintsFor(sentence, language)
  return wanted.length === 0 ? found.length === 0 : wanted.every((hint) => found.includes(hint))
}

// What was written for development may not get worse. How it does on lines nobody has shown it is told by npm run bench:letter.
test.each([
  ['t', 'en', 0.98],
  ['t', 'es', 0.98],
  ['i', 'en', 0.9],
  ['i', 'es', 0.9],
  ['g', 'en', 0.98],
  ['g', 'es', 0.98],
  ['q', 'en', 0.98],
  ['q', 'es', 0.98],
] as const)('lines written for development (%s, %s) are read right', (kind, language, least) => {
  const own = lines.filter((line) => line.kind === kind && line.language === language)
  const wrong = own.filter((line) => !isRight(line))
  expect(own.length).toBeGreaterThan(50)
  expect((own.length - wrong.length) / own.length, wrong.map(({ sentence }) => sentence).join('\n')).toBeGreaterThanOrEqual(least)
})

// The column "What must not fire it" of the letter checker's table, one line each in both languages.
const mustNotFire: readonly (readonly [Hint, LetterLanguage, string])[] = [
  ['COND', 'en', 'If you want to read more, the holder has my plan.'],
  ['COND', 'en', 'If you choose to come back, I will be elsewhere that day.'],
  ['COND', 'es', 'Si quieres leer más, lo tiene la persona facilitadora.'],
  ['COND', 'es', 'Sí te lastimé, y sí fue mi decisión.'],
  ['BUT', 'en', 'I am sorry, but sorry is not enough.'],
  ['BUT', 'en', 'I cannot undo it, but I will pay.'],
  ['BUT', 'es', 'Lo siento, pero sentirlo no basta.'],
  ['BUT', 'es', 'No puedo deshacerlo, pero voy a pagar.'],
  ['PASSIVE', 'en', 'The promise was broken by me.'],
  ['PASSIVE', 'en', 'Two people were hurt because of what I did.'],
  ['PASSIVE', 'es', 'La promesa fue rota por mí.'],
  ['MINIMISE', 'en', 'It was not just a joke.'],
  ['MINIMISE', 'es', 'No fue solo una broma.'],
  ['BLAME', 'en', 'You told me that it frightened you.'],
  ['BLAME', 'en', 'You lost your place because of me.'],
  ['BLAME', 'es', 'Me dijiste que te asusté.'],
  ['FEELSHIFT', 'en', 'I am sorry that you felt trapped because I blocked the door.'],
  ['FEELSHIFT', 'es', 'Siento que te sintieras atrapada porque bloqueé la puerta.'],
  ['INTENT', 'en', 'I never meant to hurt you, and that does not change the harm.'],
  ['INTENT', 'es', 'No quise lastimarte, y eso no cambia el daño.'],
  ['SELF', 'en', 'I feel terrible, and that is mine to carry.'],
  ['SELF', 'es', 'Me siento mal, y eso me toca cargarlo a mí.'],
  ['FORGIVE', 'en', 'I am not asking you to forgive me.'],
  ['FORGIVE', 'es', 'Perdón por gritarte.'],
  ['FORGIVE', 'es', 'Te pido perdón por haberte mentido.'],
  ['FORGIVE', 'es', 'Perdóname por leer tu diario.'],
  ['EXCUSE', 'en', 'I was exhausted, and that is no excuse.'],
  ['EXCUSE', 'es', 'Estaba agotado, y eso no es excusa.'],
  ['CONTACT', 'en', 'You do not owe me a reply.'],
  ['CONTACT', 'es', 'No me debes una respuesta.'],
  ['VAGUE', 'en', 'I am sorry for everything I said about you in the kitchen on Friday.'],
  ['VAGUE', 'es', 'Perdón por lo que dije de ti en la cocina el viernes.'],
]

test.each(mustNotFire)('%s does not fire in %s on: %s', (hint, language, sentence) => {
  expect(hintsFor(sentence, language)).not.toContain(hint)
})

test.each(['contéstame', 'contestame', 'contésteme', 'contéstenme', 'contestadme'])('every form of address is read: %s', (word) => {
  expect(hintsFor(`Por favor, ${word} los mensajes.`, 'es')).toContain('CONTACT')
})

test('hints come in the order of the table, each once, whatever the marks and capitals', () => {
  const found = hintsFor('SORRY IF I HURT YOU — but you made me do it… Please call me!!', 'en')
  expect(found).toEqual(hints.filter((hint) => found.includes(hint)))
  expect(found).toEqual(expect.arrayContaining(['COND', 'BUT', 'BLAME', 'CONTACT']))
})

test('curled and straight marks, and accents left out, read the same', () => {
  expect(hintsFor('I didn’t mean it. I’m sorry you’re upset.', 'en')).toEqual(hintsFor("I didn't mean it. I'm sorry you're upset.", 'en'))
  expect(hintsFor('Perdóname, pero tú también gritaste.', 'es')).toEqual(hintsFor('Perdoname, pero tu tambien gritaste.', 'es'))
})

test('what stands between quotation marks after "I said" is old words, and not said now', () => {
  expect(hintsFor('I said “it was just a joke, you are too sensitive”, and walked off.', 'en')).toEqual([])
  expect(hintsFor('Te dije «no es para tanto» y me fui.', 'es')).toEqual([])
})

test('nothing, one mark or one very long line is looked over in no time', () => {
  const before = performance.now()
  expect(hintsFor('', 'en')).toEqual([])
  expect(hintsFor('?', 'es')).toEqual([])
  hintsFor(`I am sorry ${'for the many and long and various words '.repeat(500)}`, 'en')
  hintsFor(`Lo siento ${'por las muchas y largas y varias palabras '.repeat(500)}`, 'es')
  expect(performance.now() - before).toBeLessThan(4000)
})

const letters: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'L1',
    'I am sorry that I shouted at you in front of the new volunteers on 4 May. That was my choice and it was wrong. You left early and lost your place on the rota, and two new people learned that shouting is normal here. I will tell the crew that the error was mine and I will pay you for the shift you lost. From now on I will leave the room when I notice my voice rise, and I have asked Sam to stop me.',
    [],
  ],
  [
    'L2',
    'I am so sorry. I really regret everything. I hope things get better for all of us soon.',
    ['NO_ACT', 'NO_OWN', 'NO_IMPACT', 'NO_REPAIR', 'NO_CHANGE'],
  ],
  [
    'L5',
    'Siento haberte gritado delante de las personas nuevas el 4 de mayo. Fue mi decisión y estuvo mal. Te fuiste temprano y perdiste tu turno, y otras personas aprendieron que aquí se puede gritar. Voy a avisar al equipo que el error fue mío y pagaré tu turno. De ahora en adelante saldré de la sala cuando note que subo la voz.',
    [],
  ],
  ['L6', 'Lo siento mucho. De verdad lamento todo esto. Espero que pronto todo mejore.', ['NO_ACT', 'NO_OWN', 'NO_IMPACT', 'NO_REPAIR', 'NO_CHANGE']],
  ['act and ownership alone', 'I hit you. I broke your phone. It was wrong. I am sorry.', ['NO_IMPACT', 'NO_REPAIR', 'NO_CHANGE']],
  [
    'no plain sorry',
    'I took your wages. It was my choice. You could not pay your rent. I will pay you back 300 dollars by June. I have asked Ana to check the books each month.',
    ['NO_SORRY'],
  ],
  [
    'no change',
    'I shared your photo without asking. You stopped coming to the garden. I am sorry. I should have asked you. I deleted the photo.',
    ['NO_CHANGE'],
  ],
  ['sin reparar', 'Te mentí sobre el dinero. Lo siento. Perdiste tu casa por mi culpa. Fue mi decisión.', ['NO_REPAIR', 'NO_CHANGE']],
  [
    'two languages',
    'I read your diary. Lo siento. It was wrong. Dejaste de confiar en la gente. I will pay for the lock. Desde ahora no entro en tu cuarto.',
    [],
  ],
]

test.each(letters)('a whole letter misses what it misses: %s', (_name, letter, missing) => {
  expect(missingFrom(letter)).toEqual(missing)
})

test('an empty letter misses everything, and lines of a letter are sentences too', () => {
  expect(missingFrom('')).toHaveLength(6)
  expect(sentencesOf('Dear Ana,\n\nI lied. "It was me." I am sorry!\nJo')).toEqual(['Dear Ana,', 'I lied.', '"It was me."', 'I am sorry!', 'Jo'])
})
