import type { Translated } from '../../../texts/t.ts'
import type { en } from './en.ts'

export const es: Translated<typeof en> = {
  'threads.title': 'Quién soy en esto',
  'threads.outbox': 'Quién soy en esto',
  'threads.lede': '¿Qué parte de ti toca esto y a qué cosa más vieja te suena? Responde lo que quieras. Nadie más lo lee.',
  'threads.own': 'Mis hilos',
  'threads.own.lede':
    'Un patrón puede ser cierto aunque se ponga en duda la lectura de una persona. Puedes dar una línea a quien te escucha. El resto se queda aquí.',
  'threads.parts': '¿Qué partes de quien eres toca esto? En tus palabras.',
  'threads.during': '¿Qué te pasaba en ese momento?',
  'threads.echo': '¿A qué patrón más viejo te suena?',
  'threads.lived': '¿Qué sé por haberlo vivido?',
  'threads.view': '¿Qué es mi opinión, que otra gente puede ver de otro modo?',
  'threads.understood': '¿Qué quiero que entienda la gente?',
  'threads.name': '¿Qué no se debe hacer en mi nombre, ni en el de mi gente?',
  'threads.line': 'Una línea para quien te escucha, si quieres',
  'threads.line.hint': 'Solo esta línea puede salir de esta página, y solo por tu mano.',
  'threads.helper': 'Para quienes ayudan',
  'threads.helper.lede': 'Solo para ti. No hay respuesta buena y nadie te la pide.',
  'threads.agree': '¿Estoy de acuerdo, o me callo, por ser quien es la persona que habla?',
  'threads.next': '¿Qué diría yo si lo dijera otra persona?',
}
