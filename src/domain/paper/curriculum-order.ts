/** Beginnings of subjects' names in the order of the federal curriculum (grades 1-4, 5-9, 10-11 together). */
const order = [
  'русский',
  'литератур',
  'родной',
  'родная',
  'иностранн',
  'английск',
  'немецк',
  'французск',
  'китайск',
  'второй иностранн',
  'математика',
  'алгебра',
  'геометрия',
  'вероятность',
  'информатика',
  'окружающий',
  'история',
  'обществознание',
  'география',
  'биология',
  'физика',
  'химия',
  'астрономия',
  'основы религиозн',
  'основы духовно',
  'изобразительн',
  'музыка',
  'мировая художественная',
  'труд',
  'технология',
  'физическая культура',
  'основы безопасности',
  'индивидуальный проект',
] as const

const collator = new Intl.Collator('ru')

/** Order of subjects by their names as a curriculum lists them; those it does not know come last, by name. */
export function compareSubjects(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || collator.compare(a, b)
}

function placeOf(name: string): number {
  const plain = name.toLowerCase().replaceAll('ё', 'е')
  const place = order.findIndex((beginning) => plain.startsWith(beginning))
  return place < 0 ? order.length : place
}
