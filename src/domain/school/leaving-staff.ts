import { entity } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import { Changes, endedAt } from './from-date.ts'
import type { Assignment, SchoolClass, SchoolView, Substitution } from './school-view.ts'
import { assignmentEntity } from './workload-editing.ts'

/** What a member of the staff still has from a date on. */
export interface HeldFrom {
  assignments: Assignment[]
  /** Lessons that he was to hold for others. */
  substitutions: Substitution[]
  /** Classes that he leads, of years that have not ended by then. */
  classes: SchoolClass[]
}

/** What somebody who leaves on a date (his first day outside) leaves behind. */
export function heldFrom(school: SchoolView, person: string, date: string): HeldFrom {
  const ends = new Map(school.years.map((year) => [year.id, year.ends]))
  return {
    assignments: school.assignments.filter(
      ({ teacher, class: id, to }) =>
        teacher === person &&
        (to === undefined || to > date) &&
        (ends.get(school.classes.get(id)?.year ?? '') ?? date) >= date,
    ),
    substitutions: school.substitutions.filter((one) => one.teacher === person && one.date >= date),
    classes: [...school.classes.values()].filter(
      ({ classTeacher, year }) => classTeacher === person && (ends.get(year) ?? date) >= date,
    ),
  }
}

/**
 * Entries by which somebody leaves on a date: workload ends the day before, substitutions from then on are taken back
 * and are to be given to others. What he wrote stays his. Class leadership is handed over, not ended.
 */
export function leaveEntries(school: SchoolView, person: string, date: string): Entry[] {
  const changes = new Changes()
  const { assignments, substitutions } = heldFrom(school, person, date)
  for (const own of assignments) {
    const year = school.years.find(({ id }) => id === school.classes.get(own.class)?.year)
    changes.say(assignmentEntity(own), 'assignment', endedAt(own, year, date))
  }
  for (const one of substitutions)
    changes.say(entity.substitution(one, one.date, one.bell), 'substitution', null)
  return changes.entries
}
