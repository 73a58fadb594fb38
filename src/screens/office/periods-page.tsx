import { entity } from '../../domain/ledger/documents.ts'
import { yearOn } from '../../domain/policy/access.ts'
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
        {...locks(school, date, (period, locked) =>
          schoolDocument.assert([
            { entity: entity.lock(period), attribute: 'lock', value: locked ? { period } : null },
          ]),
        )}
      />
      <Permissions />
    </div>
  )
}

function locks(
  school: SchoolView,
  date: string,
  write: (period: string, locked: boolean) => void,
): PeriodLocksProps {
  const year = yearOn(school, date)
  return {
    periods: school.periods
      .filter((period) => period.year === year)
      .map((period) => ({
        ...period,
        locked: school.locks.has(period.id),
        current: period.starts <= date && date <= period.ends,
      })),
    onLock: (id) => write(id, true),
    onUnlock: (id) => write(id, false),
  }
}
