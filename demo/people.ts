/** The fourteen people of the made-up circle. Nobody of them exists. */

export interface PersonInDemo {
  readonly name: string
  readonly languages: string
  readonly brings: string
  /** Who can be opened in a tab, and what to look for there; null for the others. */
  readonly opens: { readonly en: string; readonly es: string } | null
}

export const circleName = 'Harbour kitchen'

/** The first of them started it. */
export const people: readonly PersonInDemo[] = [
  { name: 'Ilse', languages: 'English, German', brings: 'Keys to the hall, lists', opens: null },
  {
    name: 'Linh',
    languages: 'English, Vietnamese',
    brings: 'Soup for eighty',
    opens: {
      en: 'Was hurt. What waits for her, what has been, who knows what.',
      es: 'Le hicieron daño. Qué le espera, qué ha pasado, quién sabe qué.',
    },
  },
  {
    name: 'Joran',
    languages: 'English, Dutch',
    brings: 'The van on Tuesdays',
    opens: {
      en: 'Is named in it. What waits for him, which words of Linh came to him and by whose yes, who stands beside him.',
      es: 'Le nombran. Qué le espera, qué palabras de Linh le llegaron y con el sí de quién, quién está a su lado.',
    },
  },
  {
    name: 'Ravi',
    languages: 'English, Hindi',
    brings: 'Listens well, money sheets',
    opens: {
      en: 'Holds it, with Mehdi. What is late, whose yes is open.',
      es: 'Lo sostiene, con Mehdi. Qué se atrasa, de quién falta un sí.',
    },
  },
  { name: 'Mehdi', languages: 'English, Farsi', brings: 'Calm in a row of pots', opens: null },
  {
    name: 'Amina',
    languages: 'English, Somali',
    brings: 'First aid',
    opens: {
      en: 'Stands beside Linh. Which task she took, and which nobody has.',
      es: 'Está al lado de Linh. Qué tarea tomó y cuál no tiene nadie.',
    },
  },
  {
    name: 'Yusuf',
    languages: 'English, Turkish',
    brings: 'Bread, early mornings',
    opens: {
      en: 'Stands beside Joran.',
      es: 'Está al lado de Joran.',
    },
  },
  {
    name: 'Tomás',
    languages: 'español, inglés',
    brings: 'Bicis y arreglos',
    opens: {
      en: 'Has no part in it. What a member sees, in Spanish.',
      es: 'No tiene parte en ello. Qué ve un miembro, en español.',
    },
  },
  { name: 'Noor', languages: 'English, Urdu', brings: 'The phone line', opens: null },
  { name: 'Pilar', languages: 'español', brings: 'Verduras del mercado', opens: null },
  { name: 'Sam', languages: 'English', brings: 'Stage voice, minutes', opens: null },
  { name: 'Wanja', languages: 'English, Swahili', brings: 'Knows the council', opens: null },
  { name: 'Eero', languages: 'English, Finnish', brings: 'Fixes the freezer', opens: null },
  { name: 'Dalia', languages: 'English, Arabic', brings: 'Children’s corner', opens: null },
]
