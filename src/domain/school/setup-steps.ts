import { belongs, type ClassView } from './class-view.ts'
import { commonMarkSettings, type SchoolClass, type SchoolView, type SchoolYear } from './school-view.ts'

/** What a school sets up before its first day, in the order in which each needs what stands before it. */
export const setupStepIds = [
  'school',
  'year',
  'subjects',
  'staff',
  'classes',
  'pupils',
  'groups',
  'marks',
  'workload',
  'timetable',
] as const
export type SetupStepId = (typeof setupStepIds)[number]

export interface SetupStep {
  id: SetupStepId
  /** `none`: nothing of it yet; `started`: `ready` of `total` parts; `done`: nothing is wanting. */
  state: 'none' | 'started' | 'done'
  /** How many there are: subjects, people, classes, pupils, groups. */
  count: number
  ready: number
  total: number
}

/** The year that the office works for: the one that holds a date, else the next to begin, else the last. */
export function yearToSetUp({ years }: Pick<SchoolView, 'years'>, date: string): SchoolYear | undefined {
  return years.find(({ ends }) => date <= ends) ?? years.at(-1)
}

/** The day as of which a year is set up: its first one while it is ahead. */
export function dayToSetUp(year: SchoolYear | undefined, date: string): string {
  return year && date < year.starts ? year.starts : date
}

/** Classes of a year, by grade and letter. */
export function classesOfYear({ classes }: Pick<SchoolView, 'classes'>, year: string): SchoolClass[] {
  return [...classes.values()]
    .filter((own) => own.year === year)
    .sort((a, b) => a.grade - b.grade || a.letter.localeCompare(b.letter, 'ru'))
}

/**
 * How far each step is, from what the ledger says for the year that is set up. `classes` are the class documents by id;
 * one that is absent has no pupils.
 */
export function setupSteps(
  school: SchoolView,
  classes: ReadonlyMap<string, ClassView>,
  date: string,
): SetupStep[] {
  const year = yearToSetUp(school, date)
  const ofYear = year ? classesOfYear(school, year.id) : []
  const ids = new Set(ofYear.map(({ id }) => id))
  const onDay = dayToSetUp(year, date)
  const pupils = ofYear.map(({ id }) => {
    const view = classes.get(id)
    return view ? view.pupils.filter((pupil) => belongs(view, pupil.id, onDay)).length : 0
  })
  const groups = [...school.groups.values()].filter((group) => ids.has(group.class))
  const staff = [...school.staff.values()]
  const having = (items: readonly { class: string }[]) => new Set(items.map((item) => item.class))
  const assigned = having(school.assignments)
  const timetabled = having(school.slots)
  const { profile } = school
  const step = (id: SetupStepId, count: number, ready: number, total: number): SetupStep => ({
    id,
    state: count === 0 ? 'none' : ready < total ? 'started' : 'done',
    count,
    ready,
    total,
  })
  const present = (...parts: unknown[]) => parts.filter(Boolean).length
  return [
    step('school', profile ? 1 : 0, present(profile?.name, profile?.region, profile?.timezone), 3),
    step(
      'year',
      year ? 1 : 0,
      present(
        year,
        school.periods.some((period) => period.year === year?.id),
        school.bells.length > 0,
      ),
      3,
    ),
    step('subjects', school.subjects.size, 1, 1),
    step('staff', staff.length, present(staff.some(({ roles }) => roles.includes('teacher'))), 1),
    step('classes', ofYear.length, ofYear.filter(({ classTeacher }) => classTeacher).length, ofYear.length),
    step(
      'pupils',
      pupils.reduce((sum, count) => sum + count, 0),
      pupils.filter((count) => count > 0).length,
      ofYear.length,
    ),
    step(
      'groups',
      groups.length,
      groups.filter((group) => classes.get(group.class)?.members.some((m) => m.group === group.id)).length,
      groups.length,
    ),
    step('marks', present(school.markSettings !== commonMarkSettings), 1, 1),
    step(
      'workload',
      ofYear.filter(({ id }) => assigned.has(id)).length,
      ofYear.filter(({ id }) => assigned.has(id)).length,
      ofYear.length,
    ),
    step(
      'timetable',
      ofYear.filter(({ id }) => timetabled.has(id)).length,
      ofYear.filter(({ id }) => timetabled.has(id)).length,
      ofYear.length,
    ),
  ]
}
