import { attendanceMonthBehind, summaryAttendanceBehind } from '../domain/reports/attendance-behind.ts'
import { type AttendanceRange, attendanceMonth } from '../domain/reports/attendance-month.ts'
import { attendanceMonthTable } from '../domain/reports/attendance-month-table.ts'
import { classTeacherBehind, movementBehind } from '../domain/reports/categories-behind.ts'
import type { CellsBehind } from '../domain/reports/cells-behind.ts'
import { classTeacher } from '../domain/reports/class-teacher.ts'
import { classTeacherPreliminary } from '../domain/reports/class-teacher-preliminary.ts'
import { classTeacherTable } from '../domain/reports/class-teacher-table.ts'
import { resultsBehind, summaryMarksBehind } from '../domain/reports/marks-behind.ts'
import { movement } from '../domain/reports/movement.ts'
import { movementTable } from '../domain/reports/movement-table.ts'
import type { ReportPeriod } from '../domain/reports/report-period.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import { results } from '../domain/reports/results.ts'
import { resultsTable } from '../domain/reports/results-table.ts'
import { summaryAttendance } from '../domain/reports/summary-attendance.ts'
import { summaryAttendanceTable } from '../domain/reports/summary-attendance-table.ts'
import { summaryMarks } from '../domain/reports/summary-marks.ts'
import { summaryMarksTable } from '../domain/reports/summary-marks-table.ts'
import { russianDate, type Table } from '../domain/reports/table.ts'
import type { SchoolClass, SchoolYear } from '../domain/school/school-view.ts'
import { attendanceMonthForm } from './attendance-month-form.ts'
import { classTeacherForm } from './class-teacher-form.ts'
import { movementForm } from './movement-form.ts'
import type { PrintedForm } from './printed-form.ts'
import { resultsForm } from './results-form.ts'
import { summaryAttendanceForm } from './summary-attendance-form.ts'
import { summaryMarksForm } from './summary-marks-form.ts'

/** Which report, and of what time; the preliminary one is about a period that has marks, not about a year. */
export type ReportRequest =
  | { key: 'attendance-month'; range: AttendanceRange }
  | { key: 'results' | 'class-teacher' | 'class-teacher-preliminary' | 'movement'; period: ReportPeriod }
  /** `until`: of a sheet handed in before the year's end, the last day of its last period. */
  | { key: 'summary-marks' | 'summary-attendance'; year: SchoolYear; until?: string }

/** A computed report in each of its shapes: numbers, table, form on paper, and the way back to the cells. */
export interface MadeReport {
  report: object
  table: () => Table
  form: () => PrintedForm
  /** Of the places of `table`. */
  behind: CellsBehind
}

/** Makes a report of a class; `today` (`YYYY-MM-DD`): the day of its making. */
export function makeReport(
  source: ReportSource,
  schoolClass: SchoolClass,
  request: ReportRequest,
  today: string,
): MadeReport {
  const { school } = source
  switch (request.key) {
    case 'attendance-month': {
      const report = attendanceMonth(source, schoolClass, request.range)
      return {
        report,
        table: () => attendanceMonthTable(report),
        form: () => attendanceMonthForm(report, source, schoolClass),
        behind: attendanceMonthBehind(report, source, schoolClass),
      }
    }
    case 'results': {
      const { period } = request
      const report = results(source, schoolClass, period)
      return {
        report,
        table: () => resultsTable(report, period, school),
        form: () => resultsForm(report, source, schoolClass, period),
        behind: resultsBehind(report, source, schoolClass, period),
      }
    }
    case 'class-teacher':
    case 'class-teacher-preliminary': {
      const { key, period } = request
      const report = (key === 'class-teacher' ? classTeacher : classTeacherPreliminary)(
        source,
        schoolClass,
        period,
      )
      return {
        report,
        table: () => classTeacherTable(report, period, school, schoolClass),
        form: () => classTeacherForm(report, source, schoolClass, period, russianDate(today)),
        behind: classTeacherBehind(report, source, schoolClass, period),
      }
    }
    case 'summary-marks': {
      const report = summaryMarks(source, schoolClass, request.year, request.until)
      return {
        report,
        table: () => summaryMarksTable(report, schoolClass, school, source.classes.get(schoolClass.id)),
        form: () => summaryMarksForm(report, source, schoolClass, earlier(today, request.until)),
        behind: summaryMarksBehind(report, source, schoolClass, request.year),
      }
    }
    case 'summary-attendance': {
      const report = summaryAttendance(source, schoolClass, request.year, request.until)
      return {
        report,
        table: () => summaryAttendanceTable(report, school),
        form: () => summaryAttendanceForm(report, source, schoolClass, earlier(today, request.until)),
        behind: summaryAttendanceBehind(report, source, schoolClass),
      }
    }
    case 'movement': {
      const { period } = request
      const report = movement(source, schoolClass, period)
      return {
        report,
        table: () => movementTable(report, period, school, source.classes.get(schoolClass.id)),
        form: () => movementForm(report, source, schoolClass, period, today),
        behind: movementBehind(report, source, schoolClass),
      }
    }
  }
}

function earlier(today: string, until: string | undefined): string {
  return until !== undefined && until < today ? until : today
}
