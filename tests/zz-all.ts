import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { classTeacher } from '../src/domain/reports/class-teacher.ts'
import { classTeacherPreliminary } from '../src/domain/reports/class-teacher-preliminary.ts'
import { movement } from '../src/domain/reports/movement.ts'
import { periodsOf, reportPeriod } from '../src/domain/reports/report-period.ts'
import { summaryAttendance } from '../src/domain/reports/summary-attendance.ts'
import { summaryMarks } from '../src/domain/reports/summary-marks.ts'
import { SchoolLedger } from './exchange/school-ledger.ts'
const [, , dir, out] = process.argv
const ledger = new SchoolLedger()
const r = ledger.import(new Map(readdirSync(dir!).map((f) => [f, readFileSync(`${dir}/${f}`, 'utf8')])))
console.log('import', typeof r === 'number' ? r : JSON.stringify(r.slice(0, 5), null, 1))
const source = ledger.source()
const all: Record<string, Record<string, unknown>> = {}
const t = Date.now()
for (const c of source.school.classes.values()) {
  const year = source.school.years.find(({ id }) => id === c.year)!
  const o: Record<string, unknown> = {}
  const periods = [...periodsOf(source.school, c.year, c.grade >= 10 ? 'half' : 'quarter'), reportPeriod(source.school, `${c.year}/year`)!]
  for (const p of periods) {
    o[`class-teacher ${p.id}`] = classTeacher(source, c, p)
    if (p.kind !== 'year') o[`class-teacher-preliminary ${p.id}`] = classTeacherPreliminary(source, c, p)
    o[`movement ${p.id}`] = movement(source, c, p)
  }
  o['summary-attendance'] = summaryAttendance(source, c, year)
  o['summary-marks'] = summaryMarks(source, c, year)
  all[c.id] = o
}
console.log('ms', Date.now() - t)
writeFileSync(out!, JSON.stringify(all))
