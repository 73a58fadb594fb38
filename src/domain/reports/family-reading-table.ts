import { className, type SchoolView } from '../school/school-view.ts'
import { percent } from './ratio.ts'
import { type Cell, fraction, russianDate, type Table } from './table.ts'

/** How far the families of a class have come with the diary, in pupils. */
export interface FamilyReading {
  class: string
  pupils: number
  /** Somebody of the family has signed in. */
  signedIn: number
  /** Somebody of the family has read within a fortnight. */
  reading: number
}

/** Who of the families uses the diary, class by class (clause 5.2.9), as counted on `date`. */
export function familyReadingTable(
  school: SchoolView,
  classes: readonly FamilyReading[],
  date: string,
): Table {
  const known = classes
    .flatMap((counts) => {
      const schoolClass = school.classes.get(counts.class)
      return schoolClass ? [{ ...counts, title: className(schoolClass) }] : []
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'ru', { numeric: true }))
  const sum = (of: (counts: FamilyReading) => number) => known.reduce((total, one) => total + of(one), 0)
  return {
    title: 'Дневники семей',
    subtitle: `на ${russianDate(date)}`,
    columns: [
      { title: 'Класс' },
      { title: 'Учеников' },
      { title: 'Семья входила' },
      { title: 'Не входили ни разу' },
      { title: 'Читали за две недели' },
      { title: 'Входили, %' },
      { title: 'Читали, %' },
    ],
    rows: known.map(cellsOf),
    totals: [
      cellsOf({
        title: 'Всего',
        pupils: sum(({ pupils }) => pupils),
        signedIn: sum(({ signedIn }) => signedIn),
        reading: sum(({ reading }) => reading),
      }),
    ],
    footnotes: [
      'Семья считается по ученику: достаточно, чтобы вошёл или читал дневник кто-то один, родитель или сам ученик.',
    ],
  }
}

function cellsOf({
  title,
  pupils,
  signedIn,
  reading,
}: Omit<FamilyReading, 'class'> & { title: string }): Cell[] {
  return [
    title,
    pupils,
    signedIn,
    pupils - signedIn,
    reading,
    fraction(percent(signedIn, pupils), 1),
    fraction(percent(reading, pupils), 1),
  ]
}
