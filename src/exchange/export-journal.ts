import { readJournal } from '../domain/journal/journal-view.ts'
import { type JournalKey, journalName, type LessonKey } from '../domain/ledger/documents.ts'
import type { Fold } from '../domain/ledger/fold.ts'
import type { LessonPlace, WorkPlace } from './known.ts'
import { toRow } from './row-values.ts'
import type { AttendanceRow, ExchangeTables } from './tables.ts'

/** What the export of journals fills. */
export interface JournalExport {
  tables: ExchangeTables
  lessons: Map<string, LessonPlace>
  works: Map<string, WorkPlace>
  notes: string[]
}

/** Writes a journal's rows. Lessons and works made in the application get ids from their places, unique in the school. */
export function exportJournal(journal: JournalKey, fold: Fold, out: JournalExport): void {
  const view = readJournal(fold)
  const lessonIds = new Map<LessonKey, string>()
  const workIds = new Map<string, string>()
  const name = journalName(journal)
  const columns = toRow(journal)
  for (const entry of view.plan) out.tables.plan.push({ ...columns, ...toRow(entry) })
  for (const lesson of view.lessons) {
    const id = lesson.ref ?? piped(`${name},${lesson.key}`)
    lessonIds.set(lesson.key, id)
    out.lessons.set(id, { journal, key: lesson.key, named: lesson.ref !== undefined })
    for (const work of lesson.works) workIds.set(work.id, workId(name, lesson.key, work.id))
    const { date, bell, topic, homework, held, roll, teacher } = lesson
    out.tables.lessons.push({
      id,
      ...columns,
      ...toRow({ date, bell, topic, homework, held, roll_taken: roll, teacher }),
    })
  }
  const described = new Set<string>()
  const addWork = (lesson: LessonKey, work: string, row: object) => {
    const id = workId(name, lesson, work)
    described.add(id)
    out.works.set(id, { journal, lesson, work })
    out.tables.works.push({ id, lesson: lessonIds.get(lesson)!, ...row })
  }
  for (const { key, works } of view.lessons)
    for (const { id, retakeOf, ...work } of works) {
      const retake = retakeOf === undefined ? {} : { retake_of: workIds.get(retakeOf) ?? retakeOf }
      addWork(key, id, toRow({ ...work, ...retake }))
    }
  for (const { lesson, work, pupil, mark, comment } of view.marks) {
    const place = { lesson: lessonIds.get(lesson)!, pupil, mark, ...toRow({ comment }) }
    if (work === '') out.tables.marks.push(place)
    else {
      // A mark may outlive the work's description: a work is known by its id alone.
      if (!described.has(workId(name, lesson, work))) addWork(lesson, work, {})
      out.tables.marks.push({ ...place, work: workId(name, lesson, work) })
    }
  }
  let reasonsOnly = 0
  for (const { lesson, pupil, presence, reason } of view.presence) {
    const cell = { lesson: lessonIds.get(lesson)!, pupil }
    if (presence === 'absent' || typeof presence === 'object')
      out.tables.attendance.push({ ...cell, ...codeOf(presence), ...toRow({ reason }) })
    else if (reason !== undefined) reasonsOnly++
  }
  if (reasonsOnly > 0)
    out.notes.push(`Журнал «${name}»: причин без отметки об отсутствии — ${reasonsOnly}, они не выгружены.`)
  for (const { period, pupil, mark } of view.periodMarks)
    out.tables.period_marks.push({ ...columns, period, pupil, mark })
}

function codeOf(presence: 'absent' | { late: number | null }): Pick<AttendanceRow, 'code' | 'minutes'> {
  if (presence === 'absent') return { code: 'Н' }
  return presence.late === null ? { code: 'О' } : { code: 'О', minutes: presence.late }
}

/**
 * Id of a work in the folder. The application's own ids begin with their lesson's key and are unique only in their
 * journal; ids that came from a folder stay.
 */
function workId(journal: string, lesson: LessonKey, work: string): string {
  return work.startsWith(`${piped(lesson)}|`) ? `${piped(journal)}|${work}` : work
}

/** Ids hold no commas. */
function piped(name: string): string {
  return name.replaceAll(',', '|')
}
