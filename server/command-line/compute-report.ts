import { attendanceMonth } from '../../src/domain/reports/attendance-month.ts'
import { attendanceMonthTable } from '../../src/domain/reports/attendance-month-table.ts'
import { classTeacher } from '../../src/domain/reports/class-teacher.ts'
import { classTeacherPreliminary } from '../../src/domain/reports/class-teacher-preliminary.ts'
import { classTeacherTable } from '../../src/domain/reports/class-teacher-table.ts'
import { movement } from '../../src/domain/reports/movement.ts'
import { movementTable } from '../../src/domain/reports/movement-table.ts'
import { type ReportPeriod, reportPeriod } from '../../src/domain/reports/report-period.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { results } from '../../src/domain/reports/results.ts'
import { resultsTable } from '../../src/domain/reports/results-table.ts'
import { summaryAttendance } from '../../src/domain/reports/summary-attendance.ts'
import { summaryAttendanceTable } from '../../src/domain/reports/summary-attendance-table.ts'
import { summaryMarks } from '../../src/domain/reports/summary-marks.ts'
import { summaryMarksTable } from '../../src/domain/reports/summary-marks-table.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import type { SchoolClass, SchoolYear } from '../../src/domain/school/school-view.ts'
import { attendanceMonthForm } from '../../src/print/attendance-month-form.ts'
import { classTeacherForm } from '../../src/print/class-teacher-form.ts'
import { movementForm } from '../../src/print/movement-form.ts'
import { resultsForm } from '../../src/print/results-form.ts'
import { summaryAttendanceForm } from '../../src/print/summary-attendance-form.ts'
import { summaryMarksForm } from '../../src/print/summary-marks-form.ts'
import { Refusal } from './outcome.ts'
import type { MadeReport } from './report-content.ts'
import type { TaskOf } from './task.ts'

/** A report of a class; `year` is the one that its time names, `today` (`YYYY-MM-DD`) the day of its making. */
export function computeReport(
  source: ReportSource,
  schoolClass: SchoolClass,
  year: SchoolYear,
  task: TaskOf<'report'>,
  today: string,
): MadeReport {
  const { school } = source
  switch (task.key) {
    case 'attendance-month': {
      const { month, from, to } = task
      const report = attendanceMonth(
        source,
        schoolClass,
        month !== undefined ? { month } : { from: from!, to: to! },
      )
      return {
        report,
        table: () => attendanceMonthTable(report),
        form: () => attendanceMonthForm(report, source, schoolClass),
      }
    }
    case 'results': {
      const period = periodOf(source, task)
      const report = results(source, schoolClass, period)
      return {
        report,
        table: () => resultsTable(report, period, school),
        form: () => resultsForm(report, source, schoolClass, period),
      }
    }
    case 'class-teacher':
    case 'class-teacher-preliminary': {
      const period = periodOf(source, task)
      if (task.key === 'class-teacher-preliminary' && period.kind === 'year')
        throw new Refusal('Предварительный отчёт составляют за четверть или полугодие, а не за год.')
      const report = (task.key === 'class-teacher' ? classTeacher : classTeacherPreliminary)(
        source,
        schoolClass,
        period,
      )
      return {
        report,
        table: () => classTeacherTable(report, period, school, schoolClass),
        form: () => classTeacherForm(report, source, schoolClass, period, russianDate(today)),
      }
    }
    case 'summary-marks': {
      const report = summaryMarks(source, schoolClass, year)
      return {
        report,
        table: () => summaryMarksTable(report, schoolClass, school),
        form: () => summaryMarksForm(report, source, schoolClass, today),
      }
    }
    case 'summary-attendance': {
      const report = summaryAttendance(source, schoolClass, year)
      return {
        report,
        table: () => summaryAttendanceTable(report, school),
        form: () => summaryAttendanceForm(report, source, schoolClass, today),
      }
    }
    case 'movement': {
      const period = periodOf(source, task)
      const report = movement(source, schoolClass, period)
      return {
        report,
        table: () => movementTable(report, period, school, source.classes.get(schoolClass.id)),
        form: () => movementForm(report, source, schoolClass, period, today),
      }
    }
  }
}

function periodOf({ school }: ReportSource, { period: id }: TaskOf<'report'>): ReportPeriod {
  const period = reportPeriod(school, id!)
  if (!period) throw new Refusal(`В школе нет периода ${id}.`)
  return period
}
