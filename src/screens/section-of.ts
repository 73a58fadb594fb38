import type { Section } from './design/frame.tsx'
import type { Route } from './route.ts'

/** The part of the app that a screen belongs to, as the frame marks it. */
export function sectionOf({ screen }: Route): Section {
  switch (screen) {
    case 'today':
    case 'lesson':
      return 'today'
    case 'journals':
    case 'journal':
    case 'plan':
    case 'debts':
    case 'copy':
    case 'controls':
      return 'journals'
    case 'class':
    case 'reason':
      return 'class'
    case 'board':
      return 'board'
    case 'setup':
    case 'workload':
    case 'timetable':
    case 'substitutions':
    case 'papers':
    case 'periods':
    case 'keeping':
    case 'duties':
    case 'school-reports':
    case 'remarks':
    case 'hours':
    case 'log':
    case 'movement':
    case 'new-year':
    case 'people':
    case 'family-diaries':
      return 'setup'
    default:
      return 'more'
  }
}
