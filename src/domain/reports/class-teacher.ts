import type { SchoolClass } from '../school/school-view.ts'
import { type ClassCategories, classCategories } from './category-list.ts'
import { type ClassAbsences, classAbsences } from './class-absences.ts'
import { dayOfStart, type Headcount, headcount } from './headcount.ts'
import { type HomeTaught, homeTaught } from './home-taught.ts'
import { type PupilResult, pupilResults, unsettledMarks } from './pupil-results.ts'
import { previousPeriod, type ReportPeriod } from './report-period.ts'
import { type ReportHead, type ReportSource, reportHead } from './report-source.ts'

/** What the report and its preliminary form have in common. */
export interface ClassTeacherBody extends ReportHead, ClassCategories {
  period: string
  headcount: Headcount
  /** The period before of the same kind, by the marks given for it; absent in the first one and for the year. */
  previous?: { period: string } & ClassCategories
  /** Failing and not attested pupils, with what else they lack: the paper names it too. */
  besides: Besides[]
  /** Pupils at the end of the period who learn at home or in the family. */
  homeTaught: HomeTaught
  absences: ClassAbsences
  /** Period marks in the report that different people gave differently. */
  unsettled: number
}

/** `class-teacher` of the command line's contract; the rest of the printed form stands beside. */
export interface ClassTeacherReport extends ClassTeacherBody {
  report: 'class-teacher'
}

export interface Besides {
  pupil: string
  /** Subjects with н/а of a pupil who fails in another. */
  notAttested: string[]
  /** Subjects without a mark of a pupil who fails or is not attested in another. */
  missing: string[]
}

/** The class teacher's report for a period (5.2.8): pupils by category, beside the period before. */
export function classTeacher(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): ClassTeacherReport {
  const pupils = pupilResults(source, schoolClass, period)
  return { report: 'class-teacher', ...classTeacherBody(source, schoolClass, period, pupils) }
}

/** The report over the pupils with these marks. */
export function classTeacherBody(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  pupils: readonly PupilResult[],
): ClassTeacherBody {
  const view = source.classes.get(schoolClass.id)
  const before = previousPeriod(source.school, period)
  const count = headcount(view, dayOfStart(source.school, period), period)
  const categories = classCategories(pupils)
  return {
    ...reportHead(source, schoolClass),
    period: period.id,
    ...categories,
    headcount: count,
    ...(before
      ? {
          previous: {
            period: before.id,
            ...classCategories(pupilResults(source, schoolClass, before)),
          },
        }
      : {}),
    besides: besidesOf(categories, pupils),
    homeTaught: homeTaught(source, schoolClass, pupils, period.ends),
    absences: classAbsences(source, schoolClass, period, count.end),
    unsettled: unsettledMarks(source, period, pupils),
  }
}

function besidesOf({ categories }: ClassCategories, pupils: readonly PupilResult[]): Besides[] {
  const results = new Map(pupils.map((result) => [result.pupil.id, result]))
  return categories.flatMap(({ key, pupils: listed }) => {
    if (key !== 'failing' && key !== 'notAttested') return []
    return listed.flatMap(({ pupil }): Besides[] => {
      const { subjects, marks } = results.get(pupil)!
      const having = (mark: string | undefined) =>
        [...subjects.keys()].filter((subject) => marks.get(subject) === mark).sort()
      const notAttested = key === 'failing' ? having('н/а') : []
      const missing = having(undefined)
      return notAttested.length + missing.length > 0 ? [{ pupil, notAttested, missing }] : []
    })
  })
}
