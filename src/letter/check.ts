/** The letter checker: patterns that often go wrong in an apology, and parts a letter may miss. Pure; asks nobody and keeps nothing. */
import { english } from './english.ts'
import { englishParts } from './english-parts.ts'
import { englishTold, englishWords } from './english-words.ts'
import { type Hint, hints, type LetterLanguage, type MissingPart, missingParts } from './hints.ts'
import { compile, type Lexicon } from './pattern.ts'
import type { HintRules, PartRules, Rule, Told } from './rule.ts'
import { spanish } from './spanish.ts'
import { spanishParts } from './spanish-parts.ts'
import { spanishTold, spanishWords } from './spanish-words.ts'
import { prepare, sentencesOf } from './words.ts'

interface ReadyRule {
  readonly on: readonly RegExp[]
  readonly not: readonly RegExp[]
}

interface Ready {
  readonly rules: ReadonlyMap<Hint, readonly ReadyRule[]>
  readonly parts: ReadonlyMap<MissingPart, ReadyRule>
  readonly before: readonly RegExp[]
  readonly notBefore: readonly RegExp[]
  readonly after: readonly RegExp[]
  readonly plain: readonly RegExp[]
  readonly notPlain: readonly RegExp[]
}

// What somebody else may have said is not taken back by having said it: these are fired by what the sentence does, not by what it claims.
const untold: ReadonlySet<Hint> = new Set(['BUT', 'VAGUE'])

// "I said it because ..." gives a reason now; it does not tell of a reason given then.
const giving = /^(because|since|as|porque|ya que|,)/

const languages: readonly LetterLanguage[] = ['en', 'es']

const ready = new Map<LetterLanguage, Ready>()

function readyFor(language: LetterLanguage): Ready {
  const found = ready.get(language)
  if (found !== undefined) return found
  const made = language === 'en' ? prepared(english, englishParts, englishTold, englishWords) : prepared(spanish, spanishParts, spanishTold, spanishWords)
  ready.set(language, made)
  return made
}

/** Every line of a rule, compiled. */
export function compiled(text: string | undefined, lexicon: Lexicon, ends = ''): readonly RegExp[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => compile(`${line} ${ends}`, lexicon))
}

function prepared(rules: HintRules, parts: PartRules, told: Told, lexicon: Lexicon): Ready {
  const rule = ({ on, not }: Rule): ReadyRule => ({ on: compiled(on, lexicon), not: compiled(not, lexicon) })
  return {
    rules: new Map(hints.map((hint) => [hint, (rules[hint] ?? []).map((one) => rule(one))])),
    parts: new Map(missingParts.map((part) => [part, rule(parts[part])])),
    before: compiled(told.before, lexicon, '$'),
    notBefore: compiled(told.notBefore, lexicon),
    after: compiled(told.after, lexicon),
    plain: compiled(told.plain, lexicon),
    notPlain: compiled(told.notPlain, lexicon),
  }
}

/** The hints for one line, in the order of the table. A line may be more than one sentence. */
export function hintsFor(line: string, language: LetterLanguage): readonly Hint[] {
  const sentences = sentencesOf(line).map((sentence) => prepare(sentence, language))
  const together = `${sentences.map((sentence) => sentence.trim()).join(' , ')} `
  return hints.filter((hint) => (hint === 'BUT' ? [together] : sentences).some((sentence) => fires(hint, sentence, readyFor(language))))
}

/** One sentence of a letter, with what often goes wrong in such a sentence. */
export interface LookedAt {
  readonly sentence: string
  readonly hints: readonly Hint[]
}

/** A whole letter, sentence by sentence, in the language its writer picked; with two, a hint shows if either fires. */
export function lookOver(letter: string, chosen: readonly LetterLanguage[]): readonly LookedAt[] {
  const sentences = sentencesOf(letter)
  return sentences.map((sentence, at) => {
    const before = sentences[at - 1]
    // "I am sorry. But you ..." is one thought in two sentences.
    const found = chosen.flatMap((language) => [
      ...hintsFor(sentence, language),
      ...(before !== undefined && turning.test(sentence) && hintsFor(`${before} ${sentence}`, language).includes('BUT') ? (['BUT'] as const) : []),
    ])
    return { sentence, hints: hints.filter((hint) => found.includes(hint)) }
  })
}

const turning = /^[¿¡"'«(]*(but|however|although|though|still|yet|that said|pero|aunque|sin embargo|ahora bien|eso sí)(?!\p{L})/iu

/** The parts a whole letter misses. Every sentence is read in both languages, so a letter may mix them. */
export function missingFrom(letter: string): readonly MissingPart[] {
  const sentences = sentencesOf(letter)
  const isThere = (part: MissingPart): boolean =>
    languages.some((language) => {
      const rule = readyFor(language).parts.get(part)
      return rule !== undefined && sentences.some((sentence) => holds(rule, prepare(sentence, language)))
    })
  return missingParts.filter((part) => !isThere(part))
}

function holds({ on, not }: ReadyRule, sentence: string): boolean {
  return on.some((pattern) => pattern.test(sentence)) && !not.some((pattern) => pattern.test(sentence))
}

function fires(hint: Hint, sentence: string, ready: Ready): boolean {
  if (hint !== 'BUT' && ready.plain.some((pattern) => pattern.test(sentence)) && !ready.notPlain.some((pattern) => pattern.test(sentence))) return false
  if (!untold.has(hint) && ready.after.some((pattern) => pattern.test(sentence))) return false
  return (ready.rules.get(hint) ?? []).some(
    ({ on, not }) =>
      on.some((pattern) => pattern.test(sentence) && (untold.has(hint) || !isTold(pattern, sentence, ready))) && !not.some((pattern) => pattern.test(sentence)),
  )
}

function isTold(pattern: RegExp, sentence: string, { before, notBefore }: Ready): boolean {
  const found = pattern.exec(sentence)
  if (found === null || giving.test(found[0])) return false
  const lead = sentence.slice(0, found.index)
  return before.some((told) => told.test(lead)) && !notBefore.some((told) => told.test(lead))
}
