import type { Reason } from '../../domain/ledger/attributes.ts'
import { type JournalKey, type LessonKey, readJournalName } from '../../domain/ledger/documents.ts'
import type { ReportSource } from '../../domain/reports/report-source.ts'
import { spanOn } from '../../domain/school/class-view.ts'

/** A lesson that a pupil missed, and the reason that stands: its own, else that of the span which covers the day. */
export interface Absence {
  /** Journal and lesson. */
  id: string
  key: JournalKey
  lesson: LessonKey
  /** ISO date. */
  date: string
  bell: number
  pupil: string
  reason: Reason | undefined
}

/** Absences at a class's lessons from a date (ISO) on. */
export function absencesOf({ journals, classes }: ReportSource, classId: string, from: string): Absence[] {
  const spans = classes.get(classId) ?? { spans: [] }
  return [...journals].flatMap(([name, view]) => {
    const key = readJournalName(name)
    if (key?.class !== classId) return []
    const lessons = new Map(view.lessons.map((lesson) => [lesson.key, lesson]))
    return view.presence.flatMap(({ lesson, pupil, presence, reason }): Absence[] => {
      const held = lessons.get(lesson)
      if (presence !== 'absent' || !held || held.date < from) return []
      const { date, bell } = held
      const standing = reason ?? spanOn(spans, pupil, date)?.code
      return [{ id: `${name} ${lesson}`, key, lesson, date, bell, pupil, reason: standing }]
    })
  })
}

/** Absences by day, the latest day first, lessons by bell. */
export function byDay(absences: readonly Absence[]): { date: string; lessons: Absence[] }[] {
  const days = new Map<string, Absence[]>()
  for (const absence of absences) days.set(absence.date, [...(days.get(absence.date) ?? []), absence])
  return [...days]
    .map(([date, lessons]) => ({ date, lessons: lessons.sort((a, b) => a.bell - b.bell) }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}
