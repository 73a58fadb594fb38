import { wasIn } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import { lastFirst } from '../school/names.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { addTo, attendanceOf, type LessonsMissed } from './attendance-counts.ts'
import { heldLessons } from './held-lessons.ts'
import { halfUp } from './ratio.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** From so many lessons missed without an excuse on, the class teacher's report names a pupil (printed-forms.md, 3). */
const manyUnexcused = 30

/** What a class missed in a period. */
export interface ClassAbsences {
  lessons: LessonsMissed
  daysMissed: { total: number; ill: number }
  late: number
  /** Lessons missed for one pupil of the class at the end of the period, two decimals. */
  lessonsPerPupil: number | null
  /** Pupils with 30 and more lessons Н. */
  unexcused: { pupil: string; name: string; lessons: number }[]
}

/** Adds up the absences of everybody who was in the class in the period, over `pupils` at its end. */
export function classAbsences(
  source: ReportSource,
  { id: classId }: SchoolClass,
  { starts, ends }: ReportPeriod,
  pupils: number,
): ClassAbsences {
  const sum = { lessons: { total: 0, Б: 0, У: 0, Н: 0 }, daysMissed: { total: 0, ill: 0 }, late: 0 }
  const unexcused: ClassAbsences['unexcused'] = []
  const view = withFollowing(source.classes, classId)
  const held = view ? heldLessons(source, classId, view, starts, ends) : []
  for (const pupil of view?.pupils ?? []) {
    if (!wasIn(view!, pupil.id, starts, ends)) continue
    const { lessons, daysMissed, late } = attendanceOf(held, view!, pupil.id)
    addTo(sum.lessons, lessons)
    addTo(sum.daysMissed, daysMissed)
    sum.late += late
    if (lessons.Н >= manyUnexcused)
      unexcused.push({ pupil: pupil.id, name: lastFirst(pupil), lessons: lessons.Н })
  }
  return {
    ...sum,
    lessonsPerPupil: pupils === 0 ? null : halfUp(sum.lessons.total, pupils, 2),
    unexcused,
  }
}
