import { readJournal } from '../../domain/journal/journal-view.ts'
import type { Reason } from '../../domain/ledger/attributes.ts'
import { type JournalKey, journalName, type LessonKey } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { type ClassView, spanOn } from '../../domain/school/class-view.ts'
import { viewOf } from '../workspace/workspace.ts'

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

/** Absences of one journal from a date (ISO) on. */
export function absencesOf(fold: Fold, key: JournalKey, members: ClassView, from: string): Absence[] {
  const view = viewOf(fold, readJournal)
  const lessons = new Map(view.lessons.map((lesson) => [lesson.key, lesson]))
  return view.presence.flatMap(({ lesson, pupil, presence, reason }): Absence[] => {
    const held = lessons.get(lesson)
    if (presence !== 'absent' || !held || held.date < from) return []
    return [
      {
        id: `${journalName(key)} ${lesson}`,
        key,
        lesson,
        date: held.date,
        bell: held.bell,
        pupil,
        reason: reason ?? spanOn(members, pupil, held.date)?.code,
      },
    ]
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
