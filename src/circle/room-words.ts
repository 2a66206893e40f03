import type { WordLanguage } from '../crypto/words.ts'
import { idBytes } from '../log/ids.ts'
import type { Link, RoomId } from '../log/types.ts'

/** Six words of a room's head, to compare aloud: equal words, equal history. Takes about half a second. Source: PROTOCOL.md section 7. */
export async function roomWords(head: Link, room: RoomId, language: WordLanguage = 'en'): Promise<readonly string[]> {
  const { spokenWords } = await import('../crypto/words.ts')
  return spokenWords(idBytes(head), idBytes(room), 6, language)
}
