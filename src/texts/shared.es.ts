import type { Translated } from './t.ts'
import type { sharedEn } from './shared.en.ts'

export const sharedEs: Translated<typeof sharedEn> = {
  'shared.onlyYou': 'Solo tú.',
  'shared.onlyYou.more': 'Lo encuentras en cualquier aparato tuyo.',
  'shared.youAnd': 'Tú y {name} (2)',
  'shared.everyone': 'Todo el círculo ({count})',
  'shared.keep': 'Guardar',
  'shared.send': 'Enviar',
  'shared.change': 'Cambiarlo',
  'shared.notNow': 'Ahora no',
  'shared.stop': 'Parar aquí',
  'shared.yes': 'Sí',
  'shared.no': 'No',
  'shared.ratherNotSay': 'Prefiero no decirlo',
  'shared.formerMember': 'Alguien que se fue',
  'shared.you': 'Tú',
  'shared.refused.malformed': 'Esta app no pudo leer lo que se escribió.',
  'shared.refused.wrongPlace': 'Esto se escribió en un espacio donde no va.',
  'shared.refused.newer': 'Alguien usa aquí una app más nueva. Vuelve a cargar esta página para seguir.',
}
