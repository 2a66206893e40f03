/** Whether a word typed again is the one that was shown; case and accents do not matter. */
export function isSameWord(typed: string, shown: string): boolean {
  return bare(typed.trim()) === bare(shown)
}

function bare(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
}
