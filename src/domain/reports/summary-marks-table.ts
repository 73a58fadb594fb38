import { isPeriodFor } from '../policy/judge.ts'
import { type ClassView, type CouncilDecision, emptyClass } from '../school/class-view.ts'
import type { Period, SchoolClass, SchoolView } from '../school/school-view.ts'
import { periodsOf, yearLine } from './report-period.ts'
import { subjectsByName } from './subjects-by-name.ts'
import type { SummaryMarksReport } from './summary-marks.ts'
import { markCell, russianDate, type Table } from './table.ts'

/** A row of a pupil's block: "I", "год" ... */
export interface SummaryTime {
  id: string
  title: string
}

/** The sheet of all marks: a row a pupil and period, as the paper has them under each other (printed-forms.md, 5). */
export function summaryMarksTable(
  report: SummaryMarksReport,
  schoolClass: SchoolClass,
  school: SchoolView,
  view: Pick<ClassView, 'conduct' | 'council'> = emptyClass,
): Table {
  const subjects = summarySubjects(report, schoolClass, school)
  const times = summaryTimes(report, schoolClass, school)
  return {
    title: 'Сводная ведомость учёта успеваемости обучающихся',
    subtitle: yearLine(report),
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя' },
      { title: 'Период' },
      ...subjects.map(({ title }) => ({ title })),
      { title: 'Поведение' },
      { title: 'Решение педагогического совета' },
    ],
    rows: report.rows.flatMap(({ pupil, name, marks }, index) =>
      times.map(({ id, title }) => [
        index + 1,
        name,
        title,
        ...subjects.map((subject) => markCell(marks[subject.id]?.[id])),
        view.conduct.get(`${id},${pupil}`) ?? null,
        id === `${report.year}/final`
          ? councilLine(view.council.get(`${report.year},${pupil}`)) || null
          : null,
      ]),
    ),
    totals: [],
    footnotes:
      report.unsettled > 0
        ? [`Расхождений между отметками, которые ещё не разрешены: ${report.unsettled}.`]
        : [],
  }
}

/** «переведён в 8 класс, протокол № 5 от 28.05.2026» */
export function councilLine(decision: CouncilDecision | undefined): string {
  if (!decision) return ''
  const { text, number, date } = decision
  const record = [number && `№ ${number}`, date && `от ${russianDate(date)}`].filter(Boolean).join(' ')
  return record === '' ? text : `${text}, протокол ${record}`
}

/** Subjects that the class has marks in by its assignments, and whatever else somebody has a mark in; by name. */
export function summarySubjects(
  { rows }: SummaryMarksReport,
  { id, grade }: SchoolClass,
  { assignments, subjects }: SchoolView,
): { id: string; title: string }[] {
  const graded = assignments.filter((a) => grade > 1 && a.class === id && a.grading !== 'none')
  return subjectsByName(
    new Set([...graded.map(({ subject }) => subject), ...rows.flatMap(({ marks }) => Object.keys(marks))]),
    subjects,
  )
}

/**
 * The rows of a block: the periods of the class's grade, those of the other kind that somebody has a mark for, year,
 * exam, final.
 */
export function summaryTimes(
  { year, rows }: SummaryMarksReport,
  { grade }: SchoolClass,
  school: SchoolView,
): SummaryTime[] {
  const marked = new Set(
    rows.flatMap(({ marks }) => Object.values(marks).flatMap((ofSubject) => Object.keys(ofSubject))),
  )
  const titled = (kind: Period['kind']) =>
    periodsOf(school, year, kind).map(({ id, title }) => ({
      id,
      title: kind === 'half' ? `${title.split(' ')[0]} п.` : title.split(' ')[0]!,
    }))
  return [
    ...(['quarter', 'trimester', 'half'] as const).flatMap((kind) =>
      titled(kind).filter(({ id }) => isPeriodFor(grade, kind) || marked.has(id)),
    ),
    { id: `${year}/year`, title: 'год' },
    { id: `${year}/exam`, title: 'экз.' },
    { id: `${year}/final`, title: 'итог' },
  ]
}
