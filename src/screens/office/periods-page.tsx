import { entity } from '../../domain/ledger/documents.ts'
import { yearOn } from '../../domain/policy/access.ts'
import { isPeriodLocked } from '../../domain/policy/judge.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './forms.module.css'
import { PeriodLocks, type PeriodLocksProps } from './period-locks.tsx'
import { Permissions } from './permissions.tsx'
import { Requests } from './requests.tsx'

/** Учебные периоды: each open or locked. */
export function PeriodsPage() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const { office } = useTexts()
  return (
    <div className={css.page}>
      <h1>{office.locks}</h1>
      <Requests />
      <PeriodLocks
        today={date}
        {...locks(school, date, (period, value) =>
          schoolDocument.assert([{ entity: entity.lock(period), attribute: 'lock', value }]),
        )}
      />
      <Permissions />
    </div>
  )
}

function locks(
  school: SchoolView,
  date: string,
  write: (period: string, lock: { period: string; from?: string } | null) => void,
): Omit<PeriodLocksProps, 'today'> {
  const year = yearOn(school, date)
  return {
    periods: school.periods
      .filter((period) => period.year === year)
      .map((period) => ({
        ...period,
        locked: isPeriodLocked(school, period.id, date),
        locksOn: school.locks.get(period.id),
        current: period.starts <= date && date <= period.ends,
      })),
    onLock: (id, from) => write(id, from > date ? { period: id, from } : { period: id }),
    onUnlock: (id) => write(id, null),
  }
}
