import type { JournalView } from '../journal/journal-view.ts'
import type { ClassView } from '../school/class-view.ts'
import type { SchoolClass, SchoolView } from '../school/school-view.ts'

/** What reports are computed from: the folded ledger of a school, or the part of it that a report needs. */
export interface ReportSource {
  school: SchoolView
  /** By class id. Other classes than the report's own matter for pupils who came from there. */
  classes: ReadonlyMap<string, ClassView>
  /** By journal name (`class,subject[,group]`). */
  journals: ReadonlyMap<string, JournalView>
}

/** The words every report opens with. */
export interface ReportHead {
  /** Id of the school. */
  school: string
  /** "7А" */
  class: string
}

export function reportHead({ school }: ReportSource, { grade, letter }: SchoolClass): ReportHead {
  return { school: school.profile?.id ?? '', class: `${grade}${letter}` }
}
