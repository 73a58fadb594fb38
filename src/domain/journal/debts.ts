import type { LessonKey } from '../ledger/documents.ts'
import { by } from '../school/school-view.ts'
import type { JournalView } from './journal-view.ts'

/** A work that a pupil still owes: marked with a dot, and neither marked nor retaken since. */
export interface Debt {
  pupil: string
  lesson: LessonKey
  /** '' for the lesson's default column. */
  work: string
  /** When the work was done by the others, ISO. */
  date: string
  bell: number
  kind: string | undefined
  title: string | undefined
}

/** Who owes what since when, the oldest first. A retake with a mark closes the debt of the first work. */
export function debtsOf({ lessons, marks }: Pick<JournalView, 'lessons' | 'marks'>): Debt[] {
  const byKey = new Map(lessons.map((lesson) => [lesson.key, lesson]))
  const works = new Map(lessons.flatMap((lesson) => lesson.works.map((work) => [work.id, work])))
  const retaken = new Set(
    marks
      .filter(({ mark }) => mark !== '.')
      .map(({ work, pupil }) => `${works.get(work)?.retakeOf} ${pupil}`),
  )
  return marks
    .flatMap(({ lesson, work, pupil, mark }): Debt[] => {
      const at = byKey.get(lesson)
      if (mark !== '.' || !at || retaken.has(`${work} ${pupil}`)) return []
      const { kind, title } = works.get(work) ?? {}
      return [{ pupil, lesson, work, date: at.date, bell: at.bell, kind, title }]
    })
    .sort(by(({ date, bell, work, pupil }) => `${date},${String(bell).padStart(2, '0')},${work},${pupil}`))
}
