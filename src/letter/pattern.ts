/**
 * A small language for patterns over words. A sentence is words and marks, one space after each (words.ts); a pattern is tokens:
 *
 * | token | matches |
 * |---|---|
 * | `hurt` | the word |
 * | `hurt|harm*|let_down` | one of these; `*` ends a word any way, `_` is a space |
 * | `{name}` | whatever the lexicon says under that name |
 * | `really?` | the word, or nothing |
 * | `!you` | nothing, where the next word is not this |
 * | `..` `...` | up to three or seven words, within one clause |
 * | `....` | up to sixteen words and marks |
 * | `^` `$` | the first word comes next, also as `^|please`; nothing comes after but marks |
 */

export type Lexicon = Readonly<Record<string, string>>

const gaps: Readonly<Record<string, string>> = {
  '..': '(?:[^ ,?!]+ ){0,3}',
  '...': '(?:[^ ,?!]+ ){0,7}',
  '....': '(?:[^ ]+ ){0,16}',
  '^': '^',
  $: '(?=[,?! ]*$)',
}

/** One pattern as an expression over a prepared sentence. */
export function compile(pattern: string, lexicon: Lexicon): RegExp {
  const tokens = pattern.trim().split(/\s+/)
  const body = tokens.map((token) => gaps[token] ?? word(token, lexicon)).join('')
  return new RegExp(tokens[0] === '^' ? body : `(?<=^| )${body}`)
}

function word(token: string, lexicon: Lexicon): string {
  if (token.startsWith('!')) return `(?!(?:${choices(token.slice(1), lexicon)}) )`
  // "^|please": the first word comes next, or "please" does.
  if (token.startsWith('^|') || token.includes('|^')) {
    const others = token.split('|').filter((each) => each !== '^')
    return `(?:^|(?:${choices(others.join('|'), lexicon)}) )`
  }
  const isOptional = token.endsWith('?') && token !== '?'
  return `(?:(?:${choices(isOptional ? token.slice(0, -1) : token, lexicon)}) )${isOptional ? '?' : ''}`
}

function choices(token: string, lexicon: Lexicon): string {
  return spread(token, lexicon)
    .replaceAll(/[?.]/g, String.raw`\$&`)
    .replaceAll('*', '[^ ]*')
    .replaceAll('_', ' ')
}

function spread(token: string, lexicon: Lexicon): string {
  return token.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const found = lexicon[name]
    if (found === undefined) throw new Error(`The lexicon has no ${name}: ${token}`)
    return spread(found.trim().replaceAll(/\s+/g, '|'), lexicon)
  })
}
