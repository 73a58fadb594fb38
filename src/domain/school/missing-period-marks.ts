import type { JournalKey } from '../ledger/documents.ts'
import { isPeriodFor } from '../policy/judge.ts'
import { addDays, sameJournal } from '../policy/policy.ts'
import { countedSubjects } from '../reports/counted-subjects.ts'
import { reportPeriod } from '../reports/report-period.ts'
import { belongs, type ClassView } from './class-view.ts'
import type { Period, SchoolView } from './school-view.ts'

/** Days before a period's end from which its marks are asked for: they are given in its last week. */
const askedBefore = 7

/** Periods whose marks are due in a journal from `from` to `to` (both included), as of `today`. */
export function periodsDue(
  school: SchoolView,
  key: JournalKey,
  { from, to, today }: { from: string; to: string; today: string },
): Period[] {
  const own = school.classes.get(key.class)
  if (!own) return []
  return school.periods.filter(
    ({ year, kind, ends }) =>
      year === own.year &&
      isPeriodFor(own.grade, kind) &&
      from <= ends &&
      ends <= to &&
      today >= addDays(ends, -askedBefore),
  )
}

/** Pupils of a journal for whom its subject counts in a period and who are not `given` a mark for it. */
export function lackPeriodMark(
  school: SchoolView,
  key: JournalKey,
  members: ClassView,
  period: Period,
  given: (pupil: string) => boolean,
): string[] {
  const own = school.classes.get(key.class)
  const asked = reportPeriod(school, period.id)
  if (!own || !asked) return []
  const assignments = school.assignments.filter((a) => sameJournal(a, key))
  return members.pupils
    .map(({ id }) => id)
    .filter(
      (pupil) =>
        belongs(members, pupil, period.ends) &&
        !given(pupil) &&
        countedSubjects({ assignments }, own, members, pupil, asked).has(key.subject),
    )
}
