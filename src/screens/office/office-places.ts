import type { SetupStepId } from '../../domain/school/setup-steps.ts'
import type { IconName } from '../design/icons.tsx'
import type { Texts } from '../design/texts/ru.ts'
import type { Route } from '../route.ts'

/** A page of the office, reached from «Школа». */
export interface OfficePlace {
  route: Route
  icon: IconName
  title: keyof Texts['school']['places']
}

/** What the office does day by day, the most frequent first. */
export const officePlaces: readonly OfficePlace[] = [
  { route: { screen: 'substitutions' }, icon: 'swap', title: 'substitutions' },
  { route: { screen: 'workload' }, icon: 'person', title: 'workload' },
  { route: { screen: 'timetable' }, icon: 'column', title: 'timetable' },
  { route: { screen: 'keeping', by: 'teachers' }, icon: 'journals', title: 'keeping' },
  { route: { screen: 'duties' }, icon: 'check', title: 'duties' },
  { route: { screen: 'school-reports', report: 'summary' }, icon: 'note', title: 'schoolReports' },
  { route: { screen: 'remarks' }, icon: 'note', title: 'remarks' },
  { route: { screen: 'hours' }, icon: 'today', title: 'hours' },
  { route: { screen: 'movement' }, icon: 'swap', title: 'movement' },
  { route: { screen: 'new-year' }, icon: 'next', title: 'newYear' },
  { route: { screen: 'people' }, icon: 'person', title: 'people' },
  { route: { screen: 'family-diaries' }, icon: 'person', title: 'familyDiaries' },
  { route: { screen: 'advice' }, icon: 'help', title: 'advice' },
  { route: { screen: 'log' }, icon: 'undo', title: 'log' },
  { route: { screen: 'periods' }, icon: 'lock', title: 'periods' },
  { route: { screen: 'papers' }, icon: 'journals', title: 'papers' },
  { route: { screen: 'council' }, icon: 'check', title: 'council' },
]

/** Where each step of the first day is done. */
export const stepRoutes: Readonly<Partial<Record<SetupStepId, Route>>> = {
  workload: { screen: 'workload' },
  timetable: { screen: 'timetable' },
  school: { screen: 'setup', step: 'school' },
  year: { screen: 'setup', step: 'year' },
  subjects: { screen: 'setup', step: 'subjects' },
  staff: { screen: 'setup', step: 'staff' },
  classes: { screen: 'setup', step: 'classes' },
  pupils: { screen: 'setup', step: 'pupils' },
  groups: { screen: 'setup', step: 'groups' },
  marks: { screen: 'setup', step: 'marks' },
}
