import { isAway } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import type { SchoolClass } from '../school/school-view.ts'
import type { PupilResult } from './pupil-results.ts'
import type { ReportSource } from './report-source.ts'

/** Pupils who are of the class without coming to its lessons. */
export interface HomeTaught {
  home: number
  family: number
}

/** How many of these pupils learn at home or in the family on a date. */
export function homeTaught(
  { classes }: Pick<ReportSource, 'classes'>,
  { id }: SchoolClass,
  pupils: readonly Pick<PupilResult, 'pupil'>[],
  date: string,
): HomeTaught {
  const modes = withFollowing(classes, id)?.modes ?? []
  const learning = (mode: 'home' | 'family') => {
    const view = { modes: modes.filter((one) => one.mode === mode) }
    return pupils.filter(({ pupil }) => isAway(view, pupil.id, date)).length
  }
  return { home: learning('home'), family: learning('family') }
}
