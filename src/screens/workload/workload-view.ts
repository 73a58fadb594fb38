import { journalName } from '../../domain/ledger/documents.ts'
import { placedHours } from '../../domain/school/left-to-place.ts'
import { compareNames, lastInitials } from '../../domain/school/names.ts'
import {
  type Assignment,
  className,
  type SchoolView,
  type SchoolYear,
} from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { assignmentsOn } from '../../domain/school/workload-editing.ts'

/** What a teacher has of a subject in a class. */
export interface WorkloadCell {
  /** Several where the teacher has several groups. */
  assignments: Assignment[]
  /** «5», «1,5/1,5» */
  text: string
  /** Names of the groups, where the class divides. */
  groups: string
  hours: number
  /** Hours a week in the timetable. */
  placed: number
}

/** A teacher with a subject, as rows of the matrix are. */
export interface WorkloadRow {
  key: string
  teacher: string
  teacherName: string
  subject: string
  subjectName: string
  /** By class. */
  cells: ReadonlyMap<string, WorkloadCell>
  hours: number
  placed: number
  /** Put in by hand. */
  added: boolean
}

export interface WorkloadView {
  school: SchoolView
  year: SchoolYear
  date: string
  classes: { id: string; title: string }[]
  /** By teacher's name, then subject. */
  rows: WorkloadRow[]
  /** Hours a week by teacher and by class. */
  byTeacher: ReadonlyMap<string, number>
  byClass: ReadonlyMap<string, { hours: number; placed: number }>
  total: { hours: number; placed: number }
}

/** The workload of a year as it is on a date; `added`: rows that have no hours yet. */
export function workloadView(
  school: SchoolView,
  year: SchoolYear,
  date: string,
  added: readonly { teacher: string; subject: string }[] = [],
): WorkloadView {
  const placed = new Map(placedHours(school, year.id, date).map((own) => [journalName(own), own.placed]))
  const found = new Map<string, { teacher: string; subject: string; own: Map<string, Assignment[]> }>()
  const rowFor = ({ teacher, subject }: { teacher: string; subject: string }) => {
    const key = `${teacher},${subject}`
    const row = found.get(key) ?? { teacher, subject, own: new Map() }
    found.set(key, row)
    return row
  }
  for (const row of added) rowFor(row)
  for (const assignment of assignmentsOn(school, year.id, date)) {
    const { own } = rowFor(assignment)
    own.set(assignment.class, [...(own.get(assignment.class) ?? []), assignment])
  }
  const rows = [...found.entries()].map(([key, { teacher, subject, own }]): WorkloadRow => {
    const cells = new Map([...own].map(([id, all]) => [id, cellOf(school, placed, all)]))
    return {
      key,
      teacher,
      teacherName: nameOf(school, teacher),
      subject,
      subjectName: school.subjects.get(subject)?.name ?? subject,
      cells,
      hours: sum(cells.values(), 'hours'),
      placed: sum(cells.values(), 'placed'),
      added: added.some((one) => `${one.teacher},${one.subject}` === key),
    }
  })
  const personOf = (id: string) => school.staff.get(id) ?? { id, last: id, first: '' }
  rows.sort(
    (a, b) =>
      compareNames(personOf(a.teacher), personOf(b.teacher)) ||
      a.subjectName.localeCompare(b.subjectName, 'ru'),
  )
  const classes = classesOfYear(school, year.id).map((own) => ({ id: own.id, title: className(own) }))
  const byTeacher = new Map<string, number>()
  for (const { teacher, hours } of rows) byTeacher.set(teacher, (byTeacher.get(teacher) ?? 0) + hours)
  const byClass = new Map(
    classes.map(({ id }) => {
      const cells = rows.flatMap((row) => row.cells.get(id) ?? [])
      return [id, { hours: sum(cells, 'hours'), placed: sum(cells, 'placed') }]
    }),
  )
  return {
    school,
    year,
    date,
    classes,
    rows,
    byTeacher,
    byClass,
    total: { hours: sum(byClass.values(), 'hours'), placed: sum(byClass.values(), 'placed') },
  }
}

const number = new Intl.NumberFormat('ru')

function cellOf(
  school: SchoolView,
  placed: ReadonlyMap<string, number>,
  assignments: Assignment[],
): WorkloadCell {
  return {
    assignments,
    // As the matrix is typed, in any language of the screen.
    text: assignments.map(({ hoursPerWeek = 0 }) => number.format(hoursPerWeek)).join('/'),
    groups: assignments
      .flatMap(({ group }) => (group ? (school.groups.get(group)?.name ?? group) : []))
      .join(', '),
    hours: assignments.reduce((all, { hoursPerWeek = 0 }) => all + hoursPerWeek, 0),
    placed: assignments.reduce((all, own) => all + (placed.get(journalName(own)) ?? 0), 0),
  }
}

function sum<K extends 'hours' | 'placed'>(items: Iterable<Record<K, number>>, key: K): number {
  let all = 0
  for (const item of items) all += item[key]
  return all
}

function nameOf(school: SchoolView, id: string): string {
  const member = school.staff.get(id)
  return member ? lastInitials(member) : id
}
