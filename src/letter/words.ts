/** A sentence as the patterns see it: words in small letters, short forms written out, one space after each word and mark. */
import type { LetterLanguage } from './hints.ts'

const marks = /([,?!])/g

/** English: "I'm" is "i am", "didn't" is "did not". What stands between quotation marks after a verb of saying is taken out. */
export function prepare(sentence: string, language: LetterLanguage): string {
  const plain = language === 'en' ? english(straight(sentence)) : spanish(straight(sentence))
  return `${plain
    .replaceAll(/[;:()]/g, ',')
    .replaceAll(marks, ' $1 ')
    .replaceAll(/\.+/g, ' . ')
    .replaceAll(/[^\p{L}\p{N},?!. ']/gu, ' ')
    .replaceAll(/ '|' |^'|'$/g, ' ')
    .replaceAll(/[ .]+/g, ' ')
    .trim()} `
}

/** Sentences of a letter, with their marks at the end. */
export function sentencesOf(letter: string): readonly string[] {
  return letter
    .split(/(?<=[.!?…]["”»')]*)\s+(?=[\p{Lu}\p{N}¿¡"“«'(-])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

function straight(sentence: string): string {
  return withoutOwnQuotes(
    sentence
      .normalize('NFC')
      .replaceAll(/[‘’ʼ´`]/g, "'")
      .replaceAll(/[“”„«»]/g, '"')
      .replaceAll(/[—–]|\s-+\s/g, ' , ')
      .replaceAll('…', ' '),
  )
}

// "I called it "just a joke"" tells of old words; nobody says them now.
function withoutOwnQuotes(sentence: string): string {
  return sentence.replaceAll(/"[^"]+"|(?<=[\s:,(]|^)'[^']+(?:'\p{L}+[^']*)*'(?=[\s.,;:!?)]|$)/gu, (quoted, at: number) => {
    const isMost = quoted.length > sentence.length * 0.8
    const isSaid = said.test(sentence.slice(0, at))
    return isMost || (!isSaid && quoted.split(/\s+/).length < 3) ? quoted.slice(1, -1) : ' '
  })
}

const said =
  /\b(sa(y|id|ying)|t(ell|old|elling)|call(ed|ing)?|wr(ite|ote|iting)|dij\p{L}*|dec\p{L}*|dich\p{L}*|escrib\p{L}*|llam\p{L}*|repet\p{L}*|excus\p{L}*|contest\p{L}*|respond\p{L}*|word|palabra)\b[^".]*$/iu

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/g, 'can not'],
  [/\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\bain't\b/g, 'is not'],
  [/n't\b/g, ' not'],
  [/\blet's\b/g, 'let us'],
  [/\bi'm\b/g, 'i am'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
  [/\b(it|that|there|what|he|she|who|here|this|how|everyone|everybody|nobody)'s\b/g, '$1 is'],
  [/\b(cuz|cos|'cause)\b/g, 'because'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\b(apolog|recogn|real|minim|critic|emphas|organ|scrutin)is(e|es|ed|ing)\b/g, '$1iz$2'],
]

function english(sentence: string): string {
  return shortForms.reduce((text, [short, long]) => text.replaceAll(short, long), sentence.toLowerCase())
}

// Accents are often left out on a telephone, so patterns never ask for them. Sí and si are the exception: one is yes, the other if.
function spanish(sentence: string): string {
  return sentence
    .toLowerCase()
    .replaceAll(/(?<!\p{L})sí(?!\p{L})/gu, 'yes')
    .replaceAll(/[áàäâ]/g, 'a')
    .replaceAll(/[éèëê]/g, 'e')
    .replaceAll(/[íìïî]/g, 'i')
    .replaceAll(/[óòöô]/g, 'o')
    .replaceAll(/[úùüû]/g, 'u')
    .replaceAll(/[¿¡]/g, ' ')
}
