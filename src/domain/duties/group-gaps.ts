import { belongs, type ClassView, inGroup } from '../school/class-view.ts'
import type { Group, SchoolView } from '../school/school-view.ts'

/** A subject of a class that is taught in groups, with the pupils who are not in exactly one of them. */
export interface SplitSubject {
  subject: string
  groups: Group[]
  /** Pupils of the class in no group of the subject. */
  nowhere: string[]
  /** Pupils in two and more. */
  twice: string[]
}

/**
 * Subjects of a class split into groups, on a date (clause 5.2.5: every pupil of a split subject is in exactly one
 * group). One group alone is an optional course and splits nothing.
 */
export function splitSubjects(
  school: Pick<SchoolView, 'groups'>,
  classId: string,
  view: ClassView,
  date: string,
): SplitSubject[] {
  const bySubject = new Map<string, Group[]>()
  for (const group of school.groups.values()) {
    if (group.class !== classId) continue
    const list = bySubject.get(group.subject)
    if (list) list.push(group)
    else bySubject.set(group.subject, [group])
  }
  const pupils = view.pupils.filter(({ id }) => belongs(view, id, date))
  return [...bySubject]
    .filter(([, groups]) => groups.length > 1)
    .map(([subject, groups]) => {
      const count = (pupil: string) => groups.filter(({ id }) => inGroup(view, id, pupil, date)).length
      return {
        subject,
        groups,
        nowhere: pupils.filter(({ id }) => count(id) === 0).map(({ id }) => id),
        twice: pupils.filter(({ id }) => count(id) > 1).map(({ id }) => id),
      }
    })
}
