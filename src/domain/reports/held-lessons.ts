import type { Lesson, PresenceCell } from '../journal/journal-view.ts'
import { readJournalName } from '../ledger/documents.ts'
import { type ClassView, rollOf } from '../school/class-view.ts'
import { by } from '../school/school-view.ts'
import type { ReportSource } from './report-source.ts'

/** A lesson that was held, with the pupils who were to be there and what was recorded of them. */
export interface HeldLesson {
  /** Name of its journal. */
  journal: string
  lesson: Lesson
  /**
   * Pupils of the class (for a group's lesson: of the group) on that date, without those taught at home or in the
   * family: only of these the lesson counts.
   */
  expected: ReadonlySet<string>
  cells: ReadonlyMap<string, PresenceCell>
}

/**
 * Lessons of a class and its groups held from `from` to `to` (both inclusive), by date and bell. A lesson without a
 * roll counts as held (rules.md, Attendance); a cancelled one does not.
 */
export function heldLessons(
  source: ReportSource,
  classId: string,
  view: ClassView,
  from: string,
  to: string,
): HeldLesson[] {
  const held: HeldLesson[] = []
  for (const [name, journal] of source.journals) {
    const key = readJournalName(name)
    if (key?.class !== classId) continue
    const cells = new Map<string, Map<string, PresenceCell>>()
    for (const cell of journal.presence) {
      const own = cells.get(cell.lesson) ?? new Map<string, PresenceCell>()
      cells.set(cell.lesson, own.set(cell.pupil, cell))
    }
    for (const lesson of journal.lessons) {
      if (!lesson.held || lesson.date < from || lesson.date > to) continue
      held.push({
        journal: name,
        lesson,
        expected: new Set(rollOf(view, key.group, lesson.date).map(({ id }) => id)),
        cells: cells.get(lesson.key) ?? new Map(),
      })
    }
  }
  return held.sort(
    by(({ lesson, journal }) => `${lesson.date},${String(lesson.bell).padStart(2, '0')},${journal}`),
  )
}
