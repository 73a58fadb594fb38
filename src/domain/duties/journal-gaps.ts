import { readJournalName } from '../ledger/documents.ts'
import { addDays } from '../policy/policy.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { keepingOf } from '../school/keeping-overview.ts'
import type { SchoolClass } from '../school/school-view.ts'
import type { DutySource } from './duties.ts'

/** How many of a class's journals have gaps in a week, as of `today`. */
export function journalGaps(
  { school, journals }: ReportSource,
  { id }: SchoolClass,
  today: string,
): DutySource['gaps'] {
  const own = [...journals].flatMap(([name, view]) => {
    const key = readJournalName(name)
    return key?.class === id ? [{ key, view }] : []
  })
  return (monday) => {
    const sunday = addDays(monday, 6)
    const time = { from: monday, to: sunday < today ? sunday : today, today }
    const left = own.filter(({ key, view }) => keepingOf(school, key, view, time).gaps.length > 0).length
    return { left, of: own.length }
  }
}
