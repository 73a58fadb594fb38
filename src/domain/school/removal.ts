import type { SchoolView } from './school-view.ts'

/** What of the school still names somebody or something: it can't be taken out before that is. */
export type Usage = 'workload' | 'classTeacher' | 'account' | 'groups' | 'substitutions' | 'pupils'

/** Where a subject is named. */
export function usesOfSubject(school: SchoolView, subject: string): Usage[] {
  return present({
    workload: school.assignments.some((a) => a.subject === subject),
    groups: [...school.groups.values()].some((group) => group.subject === subject),
  })
}

/** Where a member of the staff is named; people who have signed in keep their entries' authorship. */
export function usesOfStaff(school: SchoolView, person: string): Usage[] {
  return present({
    workload: school.assignments.some(({ teacher }) => teacher === person),
    classTeacher: [...school.classes.values()].some(({ classTeacher }) => classTeacher === person),
    substitutions: school.substitutions.some(({ teacher }) => teacher === person),
    account: [...school.people.values()].includes(person),
  })
}

/** Where a class is named; `pupils`: how many it has or had. */
export function usesOfClass(school: SchoolView, id: string, pupils: number): Usage[] {
  return present({
    pupils: pupils > 0,
    workload: school.assignments.some((a) => a.class === id),
    groups: [...school.groups.values()].some((group) => group.class === id),
  })
}

/** Where a group is named. */
export function usesOfGroup(school: SchoolView, id: string): Usage[] {
  return present({ workload: school.assignments.some(({ group }) => group === id) })
}

function present(uses: Partial<Record<Usage, boolean>>): Usage[] {
  return (Object.keys(uses) as Usage[]).filter((use) => uses[use])
}
