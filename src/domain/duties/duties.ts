import { addDays } from '../policy/policy.ts'
import type { ReportKey } from '../reports/report-keys.ts'
import { periodsOfGrade, type ReportPeriod } from '../reports/report-period.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { isSchoolDay, weekdayOf } from '../school/calendar.ts'
import { belongs } from '../school/class-view.ts'
import { hasConsent } from '../school/consents.ts'
import type { FamilyView } from '../school/family-view.ts'
import { by, type SchoolClass } from '../school/school-view.ts'
import { type Duty, stateOf } from './duty.ts'
import type { DutyRecords } from './duty-records.ts'
import { splitSubjects } from './group-gaps.ts'
import { nextMonth, reportDue, reportOpens } from './report-due.ts'
import { weekFlags } from './week-flags.ts'
import { papersDue } from './working-day.ts'

/** What duties are reckoned from. */
export interface DutySource {
  source: ReportSource
  schoolClass: SchoolClass
  records: DutyRecords
  /** Families that are at hand, by pupil id. */
  families: ReadonlyMap<string, FamilyView>
  /** Remarks and looks at the journals are recorded as `duty.done`; how many journals have gaps in a week. */
  gaps: (monday: string) => { left: number; of: number }
  /** Staff id of the class teacher. */
  person: string
  /** The school's date. */
  today: string
  /** All weeks of the year so far; absent: those of the period that runs, or ran last. */
  allWeeks?: boolean
}

/** Days after which a family is to be told again (clause 5.2.6). */
export const informEvery = 14

/** Days after which it is to be looked at again who of the families reads the diary (clause 5.2.9). */
const monitorEvery = 7

/** All duties of a class in its school year up to today and of the term that runs, by due day and clause. */
export function dutiesOf(from: DutySource): Duty[] {
  const { source, schoolClass, today } = from
  const year = source.school.years.find(({ id }) => id === schoolClass.year)
  if (!year || today < year.starts) return []
  const periods = periodsOfGrade(source.school, year.id, schoolClass.grade)
  return [
    ...mondays(from, periods).flatMap((monday) => [reconcile(from, monday), control(from, monday)]),
    inform(from),
    monitor(from, year.starts),
    ...monthly(from, year.starts, year.ends),
    ...periods.filter(({ starts }) => starts <= today).flatMap((period) => ofPeriod(from, period)),
    groups(from, year),
    consent(from, year),
    acquaint(from, year),
  ].sort(by(({ due, clause, term, report }) => `${due},${clause},${term},${report ?? ''}`))
}

/** Mondays of school weeks, period by period. */
function mondays(from: DutySource, periods: readonly ReportPeriod[]): string[] {
  const begun = periods.filter(({ starts }) => starts <= from.today)
  // A week that two periods share is one.
  return [...new Set((from.allWeeks ? begun : begun.slice(-1)).flatMap((period) => mondaysOf(from, period)))]
}

function mondaysOf({ source, schoolClass, today }: DutySource, period: ReportPeriod): string[] {
  const found: string[] = []
  const last = period.ends < today ? period.ends : today
  for (
    let monday = addDays(period.starts, 1 - weekdayOf(period.starts));
    monday <= last;
    monday = addDays(monday, 7)
  )
    if (lastSchoolDay(source, schoolClass, monday) !== undefined) found.push(monday)
  return found
}

function lastSchoolDay({ school }: ReportSource, { grade }: SchoolClass, monday: string): string | undefined {
  for (let day = 6; day >= 0; day--) {
    const date = addDays(monday, day)
    if (isSchoolDay(school, date, grade)) return date
  }
  return undefined
}

function reconcile({ source, schoolClass, records, today }: DutySource, monday: string): Duty {
  const signed = records.weeks.get(monday)
  const due = lastSchoolDay(source, schoolClass, monday)!
  const left = signed ? signed.open : weekFlags(source, schoolClass.id, { monday, today }).length
  return {
    kind: 'reconcile',
    clause: '5.2.3',
    term: monday,
    due,
    ...stateOf(signed?.date, addDays(due, 2), today),
    left,
    of: left,
  }
}

function control({ source, schoolClass, records, today, gaps }: DutySource, monday: string): Duty {
  const due = lastSchoolDay(source, schoolClass, monday)!
  const done = records.done.get(`5.2.4,${monday}`)
  return {
    kind: 'control',
    clause: '5.2.4',
    term: monday,
    due,
    ...stateOf(done?.date, addDays(due, 2), today),
    ...(done ? { left: 0, of: 0 } : gaps(monday)),
  }
}

/** Families not told for two weeks of school; due on the day when the first of them is overdue. */
function inform({ source, schoolClass, families, today }: DutySource): Duty {
  const pupils = present(source, schoolClass, today)
  const since = (pupil: string) => families.get(pupil)?.informed.at(-1)?.to
  const start = source.school.years.find(({ id }) => id === schoolClass.year)!.starts
  const last = pupils.map((pupil) => since(pupil) ?? addDays(start, -1)).sort()
  const left = last.filter((date) => addDays(date, informEvery) <= today).length
  const due = addDays(last[0] ?? today, informEvery)
  return {
    kind: 'inform',
    clause: '5.2.6',
    term: due,
    due,
    state: left > 0 ? (due < today ? 'overdue' : 'open') : 'ahead',
    left,
    of: pupils.length,
  }
}

/** A look at who of the families reads the diary, due a week after the last one. */
function monitor({ records, today }: DutySource, starts: string): Duty {
  const looks = [...records.done].flatMap(([name, { date }]) => (name.startsWith('5.2.9,') ? [date] : []))
  const due = addDays(looks.sort().at(-1) ?? starts, monitorEvery)
  return {
    kind: 'monitor',
    clause: '5.2.9',
    term: due,
    due,
    state: due < today ? 'overdue' : due === today ? 'open' : 'ahead',
    left: 0,
    of: 0,
  }
}

/** The check of lists and contacts, and the report of attendance, of each month of the year that has begun. */
function monthly(
  { source, schoolClass, families, records, today }: DutySource,
  starts: string,
  ends: string,
): Duty[] {
  const duties: Duty[] = []
  // The data of who has left are no longer this class teacher's to check.
  const inside = new Set(present(source, schoolClass, today))
  for (
    let month = starts.slice(0, 7);
    month <= today.slice(0, 7) && month <= ends.slice(0, 7);
    month = nextMonth(month)
  ) {
    const last = lastOf(month)
    const pupils = present(source, schoolClass, last < today ? last : today).filter((id) => inside.has(id))
    const checks = pupils.map((pupil) => families.get(pupil)?.checks.get(month))
    const left = checks.filter((date) => date === undefined).length
    const complete = left === 0 && pupils.length > 0
    duties.push({
      kind: 'check',
      clause: '5.3.2',
      term: month,
      due: last,
      ...stateOf(complete ? checks.sort().at(-1) : undefined, last, today),
      left,
      of: pupils.length,
    })
    const due = reportDue(source.school, 'attendance-month', month)!
    duties.push(report('attendance-month', month, due, last, records, today))
  }
  return duties
}

function ofPeriod({ source, schoolClass, records, today }: DutySource, period: ReportPeriod): Duty[] {
  const due = papersDue(source.school, period)
  const done = (key: ReportKey, day: string, from: string) =>
    report(key, period.id, day, from, records, today)
  const preliminary = reportDue(source.school, 'class-teacher-preliminary', period.id)!
  const duties = [
    done(
      'class-teacher-preliminary',
      preliminary,
      reportOpens(source.school, 'class-teacher-preliminary', period.id, period.ends),
    ),
    ...(['class-teacher', 'results', 'summary-marks', 'summary-attendance', 'movement'] as const).map((key) =>
      done(key, due, period.ends),
    ),
  ]
  const copies = schoolClass.grade > 1
  const paper: Duty = {
    kind: 'paper',
    clause: '4',
    term: period.id,
    due,
    ...stateOf(records.papers.get(period.id)?.handed?.date, due, today, period.ends),
    left: 0,
    of: 0,
  }
  return copies ? [...duties, paper] : duties
}

function report(
  key: ReportKey,
  term: string,
  due: string,
  from: string,
  { done }: DutyRecords,
  today: string,
): Duty {
  const made = done.get(`5.2.8/${key},${term}`)
  return {
    kind: 'report',
    clause: '5.2.8',
    term,
    report: key,
    due,
    ...stateOf(made?.date, due, today, from),
    left: 0,
    of: 0,
  }
}

/** Groups are made in the first two weeks; a pupil in no group later on is a duty again. */
function groups({ source, schoolClass, today }: DutySource, year: { id: string; starts: string }): Duty {
  const view = source.classes.get(schoolClass.id)
  const split = view ? splitSubjects(source.school, schoolClass.id, view, today) : []
  const left = split.reduce((sum, { nowhere, twice }) => sum + nowhere.length + twice.length, 0)
  const due = addDays(year.starts, 14)
  const state = left === 0 ? 'done' : due < today ? 'overdue' : 'open'
  return { kind: 'groups', clause: '5.2.5', term: year.id, due, state, left, of: split.length }
}

function consent(
  { source, schoolClass, families, today }: DutySource,
  year: { id: string; starts: string },
): Duty {
  const pupils = present(source, schoolClass, today)
  const left = pupils.filter((pupil) => {
    const family = families.get(pupil)
    return !family || !hasConsent(family)
  }).length
  const due = addDays(year.starts, 30)
  const state = left === 0 ? 'done' : due < today ? 'overdue' : 'open'
  return { kind: 'consent', clause: '5.3.1', term: year.id, due, state, left, of: pupils.length }
}

function acquaint({ records, person, today }: DutySource, year: { id: string; starts: string }): Duty {
  const signed = records.acquainted.get(`${year.id},${person}`)
  const due = addDays(year.starts, 14)
  return {
    kind: 'acquaint',
    clause: '1',
    term: year.id,
    due,
    ...stateOf(signed?.date, due, today),
    left: 0,
    of: 0,
  }
}

function present({ classes }: ReportSource, { id }: SchoolClass, date: string): string[] {
  const view = classes.get(id)
  return view ? view.pupils.filter((pupil) => belongs(view, pupil.id, date)).map((pupil) => pupil.id) : []
}

/** The last day of a month. */
export function lastOf(month: string): string {
  return addDays(`${nextMonth(month)}-01`, -1)
}
