import { journalName } from '../../src/domain/ledger/documents.ts'
import type { ExchangeTables, LessonRow } from '../../src/exchange/tables.ts'

/** What `import` would refuse, written anew from the contract's list: an empty list is a school it takes. */
export function refusals(tables: ExchangeTables): string[] {
  const found: string[] = []
  const unique = <T>(table: string, rows: readonly T[], key: (row: T) => string) => {
    const seen = new Set<string>()
    for (const row of rows) {
      const one = key(row)
      if (seen.has(one)) found.push(`${table}: ${one} дважды`)
      seen.add(one)
    }
    return seen
  }
  const known = (table: string, ids: ReadonlySet<string>, id: string | undefined) => {
    if (id !== undefined && !ids.has(id)) found.push(`${table}: неизвестно ${id}`)
  }
  const id = (row: { id: string }) => row.id
  const years = unique('years', tables.years, id)
  const periods = unique('periods', tables.periods, id)
  const subjects = unique('subjects', tables.subjects, id)
  const staff = unique('staff', tables.staff, id)
  const classes = unique('classes', tables.classes, id)
  const pupils = unique('pupils', tables.pupils, id)
  const groups = unique('groups', tables.groups, id)
  const lessons = unique('lessons', tables.lessons, id)
  unique('guardians', tables.guardians, id)
  unique('works', tables.works, id)
  unique('bells', tables.bells, (bell) => String(bell.number))
  unique('lessons', tables.lessons, (l) => `${journalName(l)} ${l.date} ${l.bell}`)
  unique('marks', tables.marks, (m) => `${m.lesson} ${m.work ?? ''} ${m.pupil}`)
  unique('attendance', tables.attendance, (a) => `${a.lesson} ${a.pupil}`)
  unique('plan', tables.plan, (p) => `${journalName(p)} ${p.number}`)
  unique('movements', tables.movements, (m) => `${m.pupil} ${m.date} ${m.kind}`)
  const bells = new Set(tables.bells.map((bell) => bell.number))

  for (const { class_teacher, year } of tables.classes) {
    known('classes', staff, class_teacher)
    known('classes', years, year)
  }
  for (const { year } of tables.periods) known('periods', years, year)
  for (const { class: of, pupil } of tables.movements) {
    known('movements', classes, of)
    known('movements', pupils, pupil)
  }
  for (const { pupil } of tables.guardians) known('guardians', pupils, pupil)
  for (const { pupil } of tables.absence_spans) known('absence_spans', pupils, pupil)
  for (const { pupil } of tables.pupil_modes) known('pupil_modes', pupils, pupil)
  for (const { class: of, subject } of tables.groups) {
    known('groups', classes, of)
    known('groups', subjects, subject)
  }
  const journals = new Set(tables.assignments.map(journalName))
  for (const row of tables.assignments) {
    known('assignments', classes, row.class)
    known('assignments', subjects, row.subject)
    known('assignments', groups, row.group)
    known('assignments', staff, row.teacher)
  }
  for (const [table, rows] of [
    ['timetable', tables.timetable],
    ['plan', tables.plan],
    ['lessons', tables.lessons],
    ['period_marks', tables.period_marks],
  ] as const) {
    for (const row of rows) known(table, journals, journalName(row))
  }
  for (const { bell } of tables.timetable) if (!bells.has(bell)) found.push(`timetable: звонок ${bell}`)

  const lessonById = new Map(tables.lessons.map((lesson) => [lesson.id, lesson]))
  const belongs = membership(tables)
  const belongsTo = (table: string, lesson: LessonRow, pupil: string) => {
    known(table, pupils, pupil)
    if (!belongs(pupil, lesson, lesson.date)) found.push(`${table}: ${pupil} не в ${lesson.id}`)
  }
  for (const lesson of tables.lessons) {
    known('lessons', staff, lesson.teacher)
    if (!tables.periods.some((p) => p.starts <= lesson.date && lesson.date <= p.ends)) {
      found.push(`lessons: ${lesson.id} вне периодов`)
    }
  }
  const workById = new Map(tables.works.map((work) => [work.id, work]))
  for (const { lesson, retake_of } of tables.works) {
    known('works', lessons, lesson)
    if (retake_of !== undefined && !workById.has(retake_of)) found.push(`works: неизвестно ${retake_of}`)
  }
  for (const { lesson, work, pupil, mark } of tables.marks) {
    belongsTo('marks', lessonById.get(lesson)!, pupil)
    if (work !== undefined && workById.get(work)?.lesson !== lesson) found.push(`marks: чужая работа ${work}`)
    if (!/^([1-5.]|н\/а|осв|зач|незач)$/.test(mark)) found.push(`marks: «${mark}»`)
  }
  for (const { lesson, pupil, code } of tables.attendance) {
    belongsTo('attendance', lessonById.get(lesson)!, pupil)
    if (code !== 'Н' && code !== 'О') found.push(`attendance: «${code}»`)
  }
  unique('period_marks', tables.period_marks, (m) => `${m.pupil} ${m.subject} ${m.period}`)
  const periodById = new Map(tables.periods.map((period) => [period.id, period]))
  for (const row of tables.period_marks) {
    known('period_marks', periods, row.period)
    if (!belongs(row.pupil, row, periodById.get(row.period)!.ends)) {
      found.push(`period_marks: ${row.pupil} не в ${journalName(row)}`)
    }
  }
  const groupById = new Map(tables.groups.map((group) => [group.id, group]))
  for (const { group, pupil, from } of tables.group_members) {
    known('group_members', groups, group)
    const { class: of } = groupById.get(group)!
    if (!belongs(pupil, { class: of }, from ?? tables.years[0]!.starts)) {
      found.push(`group_members: ${pupil} не в ${of}`)
    }
  }
  const dates = JSON.stringify(tables).match(/"\d{4}-\d\d-\d\d"/g) ?? []
  for (const date of new Set(dates)) {
    if (Number.isNaN(Date.parse(date.slice(1, -1)))) found.push(`дата ${date}`)
  }
  return found
}

/** Whether a pupil belongs to a class, and to the group if there is one, on a date; by the rows alone. */
export function membership(tables: Pick<ExchangeTables, 'movements' | 'group_members'>) {
  const isEntry = (kind: string) => ['enrolled', 'arrived', 'moved_in'].includes(kind)
  const movements = groupedBy(tables.movements, (m) => m.pupil)
  const members = groupedBy(tables.group_members, (m) => m.pupil)
  for (const list of movements.values()) {
    list.sort((a, b) => a.date.localeCompare(b.date) || Number(isEntry(a.kind)) - Number(isEntry(b.kind)))
  }
  return (pupil: string, { class: of, group }: { class: string; group?: string }, date: string) => {
    const last = (movements.get(pupil) ?? []).findLast((m) => m.class === of && m.date <= date)
    if (!last || !isEntry(last.kind)) return false
    return (
      group === undefined ||
      (members.get(pupil) ?? []).some(
        (m) => m.group === group && (m.from ?? date) <= date && (m.to === undefined || date < m.to),
      )
    )
  }
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) {
    const own = grouped.get(key(row))
    if (own) own.push(row)
    else grouped.set(key(row), [row])
  }
  return grouped
}
