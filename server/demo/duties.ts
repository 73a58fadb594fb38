import { weekFlags } from '../../src/domain/duties/week-flags.ts'
import { isWorkingDay, papersDue } from '../../src/domain/duties/working-day.ts'
import { entity } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { paperJournal } from '../../src/domain/paper/paper-journal.ts'
import { paperParts } from '../../src/domain/paper/paper-parts.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { attendanceMonth } from '../../src/domain/reports/attendance-month.ts'
import type { ReportKey } from '../../src/domain/reports/report-keys.ts'
import { periodsOfGrade } from '../../src/domain/reports/report-period.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { isSchoolDay, weekdayOf } from '../../src/domain/school/calendar.ts'
import type { SchoolClass } from '../../src/domain/school/school-view.ts'
import { makeReport } from '../../src/print/made-report.ts'
import { paperRevision } from '../../src/print/paper-revision.ts'
import { readReportPlace } from '../../src/print/report-place.ts'
import { revisionOf } from '../../src/print/revision.ts'
import { shownClass } from './classes.ts'

/** One class teacher in so many puts things off. */
const lateOnes = 6
const preliminaryBefore = 7
const afterPeriod: readonly ReportKey[] = [
  'class-teacher',
  'results',
  'summary-marks',
  'summary-attendance',
  'movement',
]

/**
 * What the class teacher of a class (the `index`th) did of the duties by `today`, and the office accepted: weeks signed
 * with what was open in them, journals looked at, reports and paper copies handed in. The class that the demo shows has
 * its last week, one report and the office's acceptance of its paper copy still open.
 */
export async function classDuties(
  source: ReportSource,
  schoolClass: SchoolClass,
  index: number,
  today: string,
): Promise<Entry[]> {
  const { school } = source
  const year = school.years.find(({ id }) => id === schoolClass.year)!
  const shown = schoolClass.grade === shownClass.grade && schoolClass.letter === shownClass.letter
  const late = !shown && index % lateOnes === lateOnes - 1
  const periods = periodsOfGrade(school, year.id, schoolClass.grade)
  const entries: Entry[] = [
    {
      entity: entity.acquainted(year.id, schoolClass.classTeacher!),
      attribute: 'acquainted',
      value: { date: year.starts, version: '1' },
    },
  ]
  const handIn = async (key: ReportKey, term: string, date: string) => {
    const place = date < today && readReportPlace(`${key} ${term}`, school, schoolClass)
    if (!place) return
    const name = entity.duty(`5.2.8/${key}`, term)
    const accepted = workingDayAfter(source, date)
    const revision = await revisionOf(makeReport(source, schoolClass, place.request, date).report)
    entries.push({ entity: name, attribute: 'duty.done', value: { date, revision } })
    if (accepted < today)
      entries.push({ entity: name, attribute: 'duty.accepted', value: { date: accepted } })
  }

  // Weeks before the last period are asked for nowhere.
  const since = periods.findLast(({ ends }) => ends < today)?.starts ?? year.starts
  const weeks = schoolWeeks(source, schoolClass, since, today)
  for (const { monday, last } of shown || late ? weeks.slice(0, -1) : weeks)
    entries.push(
      {
        entity: entity.week(monday),
        attribute: 'week.signed',
        value: {
          date: last,
          open: weekFlags(source, schoolClass.id, { monday, today: last }).length,
          revision: await revisionOf(
            attendanceMonth(source, schoolClass, { from: monday, to: addDays(monday, 6) }),
          ),
        },
      },
      { entity: entity.duty('5.2.4', monday), attribute: 'duty.done', value: { date: last } },
    )
  // Yesterday, so that on no weekday it is due again: it is the one duty that can't be done without a line.
  const looked = addDays(today, -1)
  if (!late && looked >= year.starts)
    entries.push({
      entity: entity.duty('5.2.9', addDays(looked, 1 - weekdayOf(looked))),
      attribute: 'duty.done',
      value: { date: looked },
    })
  for (let month = year.starts.slice(0, 7); month < today.slice(0, 7); ) {
    const next = addDays(`${month}-01`, 31).slice(0, 7)
    await handIn('attendance-month', month, `${next}-03`)
    month = next
  }
  for (const period of periods) {
    await handIn('class-teacher-preliminary', period.id, addDays(period.ends, -preliminaryBefore))
    const due = papersDue(school, period)
    const isLast = !periods.some(({ ends }) => ends > period.ends && papersDue(school, { ends }) < today)
    for (const key of afterPeriod)
      if (!(shown && isLast && key === 'movement')) await handIn(key, period.id, due)
    if (schoolClass.grade === 1 || due >= today || (late && isLast)) continue
    const copy = paperJournal(source, schoolClass, period, new Map())
    const digest = await paperRevision(paperParts(copy))
    const name = entity.paper(period.id)
    const accepted = workingDayAfter(source, due)
    // A spread for each subject, and the tables before and after them.
    const sheets = copy.sections.length + 6
    entries.push(
      { entity: name, attribute: 'paper.signed', value: { date: due, digest, sheets } },
      { entity: name, attribute: 'paper.handed', value: { date: due, digest } },
    )
    if (accepted < today && !(shown && isLast))
      entries.push({ entity: name, attribute: 'paper.accepted', value: { date: accepted, digest } })
  }
  return entries
}

/** Weeks with lessons that are over, each with its last school day. */
function schoolWeeks(
  { school }: ReportSource,
  { grade }: SchoolClass,
  starts: string,
  today: string,
): { monday: string; last: string }[] {
  const weeks: { monday: string; last: string }[] = []
  for (
    let monday = addDays(starts, 1 - weekdayOf(starts));
    addDays(monday, 6) < today;
    monday = addDays(monday, 7)
  ) {
    const days = Array.from({ length: 7 }, (_, day) => addDays(monday, day))
    const last = days.findLast((day) => isSchoolDay(school, day, grade))
    if (last !== undefined) weeks.push({ monday, last })
  }
  return weeks
}

function workingDayAfter({ school }: ReportSource, date: string): string {
  let day = addDays(date, 1)
  while (!isWorkingDay(school, day)) day = addDays(day, 1)
  return day
}
