import type {
  AssignmentRow,
  ClassRow,
  ExchangeTables,
  PeriodRow,
  PlanRow,
} from '../../src/exchange/tables.ts'
import { absences } from './absence.ts'
import { bells } from './bells.ts'
import { schoolDays } from './calendar.ts'
import { demoPeople } from './cast.ts'
import { type DemoClass, demoClasses } from './classes.ts'
import { demoClock, type Moment } from './clock.ts'
import { subjects } from './curriculum.ts'
import { gradingColumns, ungradedUntil } from './grading.ts'
import { keepJournals } from './lessons.ts'
import { contingent } from './movement.ts'
import { periodMarks } from './period-marks.ts'
import { hoursPerYear, type PlannedHour, plan } from './plan.ts'
import { random } from './random.ts'
import { withSiblings } from './siblings.ts'
import { staffRows } from './staff-people.ts'
import { type DemoJournal, type Staffing, staffing } from './staffing.ts'
import { timetable } from './timetable.ts'

export interface DemoSchool {
  tables: ExchangeTables
  /** Local `YYYY-MM-DDTHH:MM` at which the demo stands: lessons that ended by then have been kept. */
  now: string
  /** Whether that is another moment than the real one. */
  shifted: boolean
}

const DEFAULT_SEED = 1

/**
 * A whole school of 24 classes and 45 staff, with everything that happened in the school year of `realNow` up to the
 * demo's moment (see `demoClock`). The same arguments give the same school.
 */
export function demoSchool(realNow: Moment, seed = DEFAULT_SEED): DemoSchool {
  const { year, date, time, shifted } = demoClock(realNow)
  const { row, startYear, periods, holidays } = year
  const daysByGrade = Array.from({ length: 12 }, (_, grade) => schoolDays(year, grade))
  const daysOf = (grade: number) => daysByGrade[grade]!
  const classes = demoClasses(startYear)
  const hired = staffing(classes)
  const week = timetable(classes, hired, random(seed, 'timetable'))
  const planOf = plansOnce()
  const people = contingent(classes, daysOf(2), date, seed)
  const away = absences(classes, people, daysOf, date, seed)
  const setUp = {
    school: [
      {
        id: 'demo',
        name: 'МБОУ «Верхнесивинская средняя общеобразовательная школа»',
        short_name: 'Верхнесивинская СОШ',
        region: 'Пермский край',
        timezone: 'Asia/Yekaterinburg',
      },
    ],
    years: [row],
    periods,
    holidays,
    bells: [...bells],
    subjects,
    staff: staffRows(hired.staff, seed),
    classes: classRows(classes, hired, row.id, periods),
    pupils: people.pupils.map((pupil) => pupil.row),
    movements: people.movements,
    guardians: people.pupils.flatMap((pupil) => pupil.guardians),
    groups: classes.flatMap((of) => of.groups),
    group_members: people.members,
    assignments: assignmentRows(hired.journals),
    timetable: week,
    plan: planRows(hired.journals, planOf),
    absence_spans: away.spans,
    pupil_modes: [{ pupil: people.homeTaught.row.id, mode: 'home' as const, from: row.starts }],
  }
  const now = `${date}T${time}`
  const kept = keepJournals(
    { ...hired, timetable: week, contingent: people, absences: away, periods, daysOf, planOf },
    { date, time },
    demoPeople({ tables: setUp, now }).teacher,
    seed,
  )
  const period_marks = periodMarks(kept, { journals: hired.journals, contingent: people, periods }, date)
  const guardians = withSiblings(setUp)
  return { tables: { ...setUp, guardians, ...kept, period_marks }, now, shifted }
}

/** Plans are the same in a parallel: each is made once. */
function plansOnce(): (journal: DemoJournal) => readonly PlannedHour[] {
  const made = new Map<string, readonly PlannedHour[]>()
  return ({ class: { grade }, subject, hours }) => {
    const key = `${subject} ${grade}`
    const known = made.get(key) ?? plan(subject, grade, hours)
    made.set(key, known)
    return known
  }
}

function classRows(
  classes: readonly DemoClass[],
  { classTeacher }: Staffing,
  year: string,
  periods: readonly PeriodRow[],
): ClassRow[] {
  return classes.map(({ id, grade, letter }) => {
    const until = ungradedUntil(grade, periods)
    return {
      id,
      year,
      grade,
      letter,
      class_teacher: classTeacher.get(id)!.id,
      ...(until === undefined ? {} : { ungraded_until: until }),
    }
  })
}

function assignmentRows(journals: readonly DemoJournal[]): AssignmentRow[] {
  return journals.map(({ class: { id, grade }, subject, group, teacher, hours }) => ({
    class: id,
    subject,
    ...(group ? { group } : {}),
    teacher: teacher.id,
    hours_per_week: hours,
    hours_per_year: hoursPerYear(grade, hours),
    ...gradingColumns(subject, grade),
  }))
}

function planRows(
  journals: readonly DemoJournal[],
  planOf: (journal: DemoJournal) => readonly PlannedHour[],
): PlanRow[] {
  return journals.flatMap((journal) =>
    planOf(journal).map(({ topic, homework }, index) => ({
      class: journal.class.id,
      subject: journal.subject,
      ...(journal.group ? { group: journal.group } : {}),
      number: index + 1,
      hours: 1,
      topic,
      ...(homework ? { homework } : {}),
    })),
  )
}
