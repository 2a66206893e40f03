/** The letter checker: patterns that often go wrong in an apology, and parts a letter may miss. Pure; asks nobody and keeps nothing. */
import { english } from './english.ts'
import { englishTold, englishWords } from './english-words.ts'
import { type Hint, hints, type LetterLanguage } from './hints.ts'
import { compile, type Lexicon } from './pattern.ts'
import type { HintRules, Told } from './rule.ts'
import { spanish } from './spanish.ts'
import { spanishTold, spanishWords } from './spanish-words.ts'
import { prepare, sentencesOf } from './words.ts'

interface ReadyRule {
  readonly on: readonly RegExp[]
  readonly not: readonly RegExp[]
}

interface Ready {
  readonly rules: ReadonlyMap<Hint, readonly ReadyRule[]>
  readonly before: readonly RegExp[]
  readonly notBefore: readonly RegExp[]
  readonly after: readonly RegExp[]
}

// What somebody else may have said is not taken back by having said it: these are fired by what the sentence does, not by what it claims.
const untold: ReadonlySet<Hint> = new Set(['BUT', 'VAGUE'])

// "I said it because ..." gives a reason now; it does not tell of a reason given then.
const giving = /^(because|since|as|porque|ya que|,)/

const ready = new Map<LetterLanguage, Ready>()

function readyFor(language: LetterLanguage): Ready {
  const found = ready.get(language)
  if (found !== undefined) return found
  const made = language === 'en' ? prepared(english, englishTold, englishWords) : prepared(spanish, spanishTold, spanishWords)
  ready.set(language, made)
  return made
}

/** Every line of a rule, compiled. */
export function compiled(text: string | undefined, lexicon: Lexicon, ends = ''): readonly RegExp[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => compile(`${line} ${ends}`, lexicon))
}

function prepared(rules: HintRules, told: Told, lexicon: Lexicon): Ready {
  return {
    rules: new Map(
      hints.map((hint) => [hint, (rules[hint] ?? []).map(({ on, not }) => ({ on: compiled(on, lexicon), not: compiled(not, lexicon) }))]),
    ),
    before: compiled(told.before, lexicon, '$'),
    notBefore: compiled(told.notBefore, lexicon),
    after: compiled(told.after, lexicon),
  }
}

/** The hints for one line, in the order of the table. A line may be more than one sentence. */
export function hintsFor(line: string, language: LetterLanguage): readonly Hint[] {
  const sentences = sentencesOf(line).map((sentence) => prepare(sentence, language))
  return hints.filter((hint) => sentences.some((sentence) => fires(hint, sentence, readyFor(language))))
}

function fires(hint: Hint, sentence: string, { rules, before, notBefore, after }: Ready): boolean {
  const rule = (rules.get(hint) ?? []).find(({ on, not }) => on.some((pattern) => pattern.test(sentence)) && !not.some((pattern) => pattern.test(sentence)))
  if (rule === undefined) return false
  if (untold.has(hint)) return true
  if (after.some((pattern) => pattern.test(sentence))) return false
  return rule.on.some((pattern) => {
    const found = pattern.exec(sentence)
    if (found === null) return false
    const lead = sentence.slice(0, found.index)
    return giving.test(found[0]) || !before.some((told) => told.test(lead)) || notBefore.some((told) => told.test(lead))
  })
}
