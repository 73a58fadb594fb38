import { readJournal } from '../../src/domain/journal/journal-view.ts'
import { readJournalName } from '../../src/domain/ledger/documents.ts'
import { findClass, yearOfReport } from '../../src/domain/reports/choose-class.ts'
import { type ReportPeriod, reportPeriod } from '../../src/domain/reports/report-period.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import { readClass } from '../../src/domain/school/class-view.ts'
import { schoolClock, schoolDate } from '../../src/domain/school/school-date.ts'
import { readSchool, type SchoolView, type SchoolYear } from '../../src/domain/school/school-view.ts'
import { makeReport, type ReportRequest } from '../../src/print/made-report.ts'
import type { Relay } from '../relay/relay.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { contentOf } from './report-content.ts'
import { foldSchool } from './school-folds.ts'
import type { Done, TaskOf } from './task.ts'

/** `report`: computes a report from the ledger as it stands. */
export async function reportOf({ relay, now }: OpenSchool, task: TaskOf<'report'>): Promise<Done> {
  const { school } = relay.policy()
  const year = yearOfReport(school, task, relay.today())
  if (!year)
    throw new Refusal('В школе нет учебного года, о котором отчёт: проверьте --period, --month, --year.')
  const schoolClass = findClass(school, task.class, year.id)
  if (!schoolClass) throw new Refusal(`В ${year.id} учебном году нет класса «${task.class}».`)
  const zone = school.profile?.timezone
  const today = schoolDate(now(), zone)
  const made = makeReport(await sourceFor(relay, year.id), schoolClass, requestOf(school, year, task), today)
  const time = `${russianDate(today)} ${schoolClock(now(), zone)}`
  const content = Buffer.from(await contentOf(made, task.format, time))
  return { ok: true, lines: [], content: content.toString('base64') }
}

/** What a task asks for, in terms of the school. */
function requestOf(school: SchoolView, year: SchoolYear, task: TaskOf<'report'>): ReportRequest {
  switch (task.key) {
    case 'attendance-month': {
      const { key, month, from, to } = task
      return { key, range: month !== undefined ? { month } : { from: from!, to: to! } }
    }
    case 'summary-marks':
    case 'summary-attendance':
      return { key: task.key, year }
    default: {
      const period = periodOf(school, task)
      if (task.key === 'class-teacher-preliminary' && period.kind === 'year')
        throw new Refusal('Предварительный отчёт составляют за четверть или полугодие, а не за год.')
      return { key: task.key, period }
    }
  }
}

function periodOf(school: SchoolView, { period: id }: TaskOf<'report'>): ReportPeriod {
  const period = reportPeriod(school, id!)
  if (!period) throw new Refusal(`В школе нет периода ${id}.`)
  return period
}

/** The ledger as reports read it; journals of one year. */
async function sourceFor(relay: Relay, year: string): Promise<ReportSource> {
  const folds = await foldSchool(relay)
  const school = readSchool(folds.school)
  const ofYear = [...folds.journals].filter(
    ([name]) => school.classes.get(readJournalName(name)?.class ?? '')?.year === year,
  )
  return {
    school,
    classes: new Map([...folds.classes].map(([id, fold]) => [id, readClass(fold)])),
    journals: new Map(ofYear.map(([name, fold]) => [name, readJournal(fold)])),
  }
}
