import { courseYear, journalPlaces } from '../journal/journal-places.ts'
import type { JournalView } from '../journal/journal-view.ts'
import type { JournalKey } from '../ledger/documents.ts'
import { addDays } from '../policy/policy.ts'
import type { ReportPeriod } from '../reports/report-period.ts'
import type { SchoolView } from '../school/school-view.ts'

/** What stands under the last lesson of a period (rules.md, 2.8), in hours: a lesson is one. */
export interface PaperHours {
  /** Of the plan, by the timetable of the period; undefined where the journal has no plan or no timetable. */
  planned: number | undefined
  held: number
  /** Works that are called control works. */
  control: number
  /** Lessons of the journal that did not take place. */
  cancelled: number
  /** `planned - held`: hours behind; undefined as `planned` is. */
  lag: number | undefined
}

/** Counts a journal's hours in a period. */
export function paperHours(
  school: SchoolView,
  key: JournalKey,
  { plan, lessons }: Pick<JournalView, 'plan' | 'lessons'>,
  { starts, ends }: Pick<ReportPeriod, 'starts' | 'ends'>,
): PaperHours {
  const own = lessons.filter(({ date }) => date >= starts && date <= ends)
  const held = own.filter((lesson) => lesson.held)
  const planned = plannedHours(school, key, { plan, lessons }, starts, ends)
  return {
    planned,
    held: held.length,
    control: held.flatMap(({ works }) => works).filter(isControl).length,
    cancelled: own.length - held.length,
    lag: planned === undefined ? undefined : planned - held.length,
  }
}

function isControl({ kind, title }: { kind?: string | undefined; title?: string | undefined }): boolean {
  return [kind, title].some((words) => words?.toLowerCase().includes('контрольн'))
}

/** The plan's hours that the timetable puts into the period: those of the year up to its end less those before it. */
function plannedHours(
  school: SchoolView,
  key: JournalKey,
  { plan, lessons }: Pick<JournalView, 'plan' | 'lessons'>,
  starts: string,
  ends: string,
): number | undefined {
  const year = courseYear(school, key)
  if (!year || plan.length === 0) return undefined
  const places = journalPlaces({ school, key, lessons, today: addDays(ends, 1) }, year.starts, ends).filter(
    ({ timetabled }) => timetabled,
  )
  if (places.length === 0) return undefined
  const whole = plan.reduce((sum, { hours }) => sum + hours, 0)
  const before = places.filter(({ date }) => date < starts).length
  return Math.min(whole, places.length) - Math.min(whole, before)
}
