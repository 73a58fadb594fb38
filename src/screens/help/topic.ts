import type { SetupStepId } from '../../domain/school/setup-steps.ts'
import type { ClassPart, Route, SchoolReport } from '../route.ts'

/** Steps of the first day that have a page of their own. */
type OwnPage = 'workload' | 'timetable'

/** What a help text is about: a screen, or a part of one. */
export type HelpTopic =
  | Exclude<Route['screen'], 'reason' | 'school-reports'>
  | `class/${ClassPart}`
  | `setup/${Exclude<SetupStepId, OwnPage>}`
  | `school-reports/${SchoolReport}`

/** Help for one screen. */
export interface HelpText {
  /** As the screen calls itself. */
  title: string
  /** What the screen is for. */
  what: string
  /** The three things that are done here. */
  steps: readonly [string, string, string]
  /** Clauses of the class teacher's instruction that it serves: «5.2.1, 5.2.3». */
  clauses: string
}

export type HelpTexts = Readonly<Record<HelpTopic, HelpText>>

/** The topic of the screen that a route names. */
export function helpTopic(route: Route): HelpTopic {
  switch (route.screen) {
    case 'reason':
      return 'class/reasons'
    case 'class':
      return route.part ? `class/${route.part}` : 'class'
    case 'school-reports':
      return `school-reports/${route.report}`
    case 'setup': {
      const { step } = route
      if (step === 'workload' || step === 'timetable') return step
      return step ? `setup/${step}` : 'setup'
    }
    default:
      return route.screen
  }
}
