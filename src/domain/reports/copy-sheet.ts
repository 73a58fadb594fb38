import { emptyJournal, type JournalView, type Lesson } from '../journal/journal-view.ts'
import type { JournalKey } from '../ledger/documents.ts'
import { type ClassView, rollOf } from '../school/class-view.ts'
import { lastFirst } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import { classTitle, subjectTitle } from '../school/titles.ts'
import { codeOf } from './attendance-counts.ts'
import { type ReportPeriod, yearTitle } from './report-period.ts'
import { type Cell, markCell, russianDate, shortDate, type Table } from './table.ts'

/** Columns before those of marks: number and name. */
export const copyFrom = 2

/**
 * A journal's marks in a period as a sheet to copy over into another system, column by column: pupils on the period's
 * last day (today while it runs) in order of names, a column a work of each lesson held, the marks of the period last.
 * The lesson's own column has codes of absence too, before the mark where there are both ("Н/4").
 */
export function copySheet(
  school: SchoolView,
  key: JournalKey,
  journal: JournalView | undefined,
  members: ClassView,
  { period: { id, title, year, kind, starts, ends }, today }: { period: ReportPeriod; today: string },
): Table {
  const { lessons, marks, presence, periodMarks } = journal ?? emptyJournal
  const pupils = rollOf(members, key.group, today < ends ? today : ends)
  const given = new Map(marks.map(({ lesson, work, pupil, mark }) => [`${lesson} ${work} ${pupil}`, mark]))
  const codes = new Map(
    presence.map((cell) => [`${cell.lesson} ${cell.pupil}`, (date: string) => codeOf(cell, members, date)]),
  )
  const final = new Map(
    periodMarks.filter(({ period }) => period === id).map(({ pupil, mark }) => [pupil, mark]),
  )
  const held = lessons.filter(({ held, date }) => held && starts <= date && date <= ends)
  const columns = held.flatMap((lesson) => [
    {
      title: dayOf(lesson, held),
      cell: (pupil: string): Cell => {
        const code = codes.get(`${lesson.key} ${pupil}`)?.(lesson.date)
        const mark = given.get(`${lesson.key}  ${pupil}`)
        return code !== undefined && mark !== undefined ? `${code}/${mark}` : (code ?? markCell(mark))
      },
    },
    ...lesson.works.map((work) => ({
      title: `${dayOf(lesson, held)} ${work.title ?? work.kind ?? ''}`.trim(),
      cell: (pupil: string) => markCell(given.get(`${lesson.key} ${work.id} ${pupil}`)),
    })),
  ])
  const time = kind === 'year' ? '' : `${title} `
  return {
    title: 'Отметки для переноса',
    subtitle: `${classTitle(school, key.class)} · ${subjectTitle(school, key)} · ${time}${yearTitle(year)} уч. г. (${russianDate(starts)} – ${russianDate(ends)})`,
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя' },
      ...columns.map((column) => ({ title: column.title })),
      { title: kind === 'year' ? 'Год' : title },
    ],
    rows: pupils.map((pupil, index) => [
      index + 1,
      lastFirst(pupil),
      ...columns.map(({ cell }) => cell(pupil.id)),
      markCell(final.get(pupil.id)),
    ]),
    totals: [],
    footnotes: [],
  }
}

/** A column of the sheet as the clipboard takes it: a line a pupil, empty where there is nothing. */
export function columnText({ rows }: Pick<Table, 'rows'>, column: number): string {
  return rows.map((row) => String(row[column] ?? '')).join('\n')
}

/** "05.09", with the hour where there are two lessons on the day. */
function dayOf({ date, bell }: Lesson, held: readonly Lesson[]): string {
  const alone = held.filter((lesson) => lesson.date === date).length === 1
  return alone ? shortDate(date) : `${shortDate(date)} (${bell}-й)`
}
