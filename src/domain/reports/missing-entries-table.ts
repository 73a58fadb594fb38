import type { JournalKeeping, KeepingGap } from '../school/keeping-overview.ts'
import { compareNames, fullName } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import { classTitle, subjectTitle } from '../school/titles.ts'
import { russianDate, shortDate, type Table } from './table.ts'

/** A journal with the period marks that are due in it and not given. */
export interface KeptJournal extends JournalKeeping {
  noPeriodMarks: number
}

const gaps: readonly (readonly [gap: KeepingGap, title: string])[] = [
  ['opened', 'Урок не открыт'],
  ['roll', 'Нет явки'],
  ['topic', 'Нет темы'],
  ['homework', 'Нет задания'],
]

/** What is missing in journals from `from` to `to`, by teacher in order of names; journals without gaps are left out. */
export function missingEntriesTable(
  school: SchoolView,
  journals: readonly KeptJournal[],
  { from, to }: { from: string; to: string },
): Table {
  const rows = journals
    .filter((journal) => journal.gaps.length > 0 || journal.noPeriodMarks > 0)
    .flatMap((journal) =>
      (journal.teachers.length > 0 ? journal.teachers : ['']).map((id) => ({
        id,
        journal,
        title: `${classTitle(school, journal.class)} ${subjectTitle(school, journal)}`,
      })),
    )
    .sort(
      (a, b) =>
        Number(a.id === '') - Number(b.id === '') ||
        compareNames(person(school, a.id), person(school, b.id)) ||
        (a.title < b.title ? -1 : 1),
    )
  const missing = ({ gaps: own }: KeptJournal, gap: KeepingGap) =>
    own.filter((lesson) => lesson.missing.includes(gap)).map(({ date }) => shortDate(date))
  // A journal of two teachers stands with both and counts once.
  const counted = [...new Set(rows.map(({ journal }) => journal))]
  return {
    title: 'Незаполненное в журналах по учителям',
    subtitle: `${russianDate(from)} – ${russianDate(to)}`,
    columns: [
      { title: 'Учитель' },
      { title: 'Журнал' },
      ...gaps.map(([, name]) => ({ title: name })),
      { title: 'Нет итоговых отметок' },
      { title: 'Даты' },
    ],
    rows: rows.map(({ id, journal, title }) => [
      school.staff.has(id) ? fullName(school.staff.get(id)!) : 'Учитель не назначен',
      title,
      ...gaps.map(([gap]) => missing(journal, gap).length),
      journal.noPeriodMarks,
      [...new Set(journal.gaps.map(({ date }) => shortDate(date)))].join(', '),
    ]),
    totals: [
      [
        'Всего',
        null,
        ...gaps.map(([gap]) => counted.reduce((sum, journal) => sum + missing(journal, gap).length, 0)),
        counted.reduce((sum, { noPeriodMarks }) => sum + noPeriodMarks, 0),
        null,
      ],
    ],
    footnotes: [],
  }
}

function person({ staff }: SchoolView, id: string) {
  return staff.get(id) ?? { id, last: id, first: '' }
}
