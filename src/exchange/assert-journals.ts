import type { Mark, Presence, ValueOf } from '../domain/ledger/attributes.ts'
import { entity, journalDocument, readLessonKey } from '../domain/ledger/documents.ts'
import type { LessonPlace } from './known.ts'
import { toValue } from './row-values.ts'
import type { Saying } from './saying.ts'
import type { AttendanceRow, LessonRow } from './tables.ts'
import type { Whole } from './whole.ts'

/** Tables of the journals; the marks are those the layout read. A column that holds nothing says so: it takes back what import said before. */
export function assertJournals(saying: Saying, whole: Whole): void {
  const placeOf = (lesson: string) => whole.places.places.get(lesson)!
  const workOf = (work: string) => whole.known.works.get(work)?.work ?? work
  saying.each('plan', ({ class: classId, subject, group, ...row }, say) =>
    say(journalDocument({ class: classId, subject, group }), entity.plan(row.number), 'plan', toValue(row)),
  )
  saying.each('lessons', (row, say) => {
    const { journal, key, named } = placeOf(row.id)
    const document = journalDocument(journal)
    const name = entity.lesson(key)
    if (named) say(document, name, 'lesson.ref', row.id)
    say(document, name, 'lesson.held', row.held)
    say(document, name, 'lesson.moved', movedTo(row, placeOf(row.id)))
    // A roll that was not taken is nothing said, so that a later one of the teacher stands.
    say(document, name, 'lesson.roll', row.roll_taken || null)
    say(document, name, 'lesson.topic', row.topic ?? null)
    say(document, name, 'lesson.homework', row.homework ?? null)
    say(document, name, 'lesson.teacher', row.teacher ?? null)
  })
  saying.each('works', ({ id, lesson, retake_of, ...row }, say) => {
    const { journal, key } = placeOf(lesson)
    const retake = retake_of === undefined ? {} : { retake_of: workOf(retake_of) }
    say(journalDocument(journal), entity.work(key, workOf(id)), 'work', toValue({ ...row, ...retake }))
  })
  saying.each('marks', ({ lesson, work, pupil, mark, comment }, say) => {
    const { journal, key } = placeOf(lesson)
    const name = entity.mark(key, work === undefined ? '' : workOf(work), pupil)
    say(journalDocument(journal), name, 'mark', mark as Mark)
    say(journalDocument(journal), name, 'mark.comment', comment ?? null)
  })
  saying.each('attendance', (row, say) => {
    const { journal, key } = placeOf(row.lesson)
    const name = entity.cell(key, row.pupil)
    say(journalDocument(journal), name, 'presence', presenceOf(row))
    say(journalDocument(journal), name, 'reason', row.reason ?? null)
  })
  saying.each('period_marks', ({ period, pupil, mark, ...row }, say) =>
    say(journalDocument(row), entity.periodMark(period, pupil), 'periodmark', mark as ValueOf<'periodmark'>),
  )
}

/** Where a lesson stands, if that is not where it began. */
function movedTo({ date, bell }: LessonRow, { key }: LessonPlace): { date: string; bell: number } | null {
  const birth = readLessonKey(key)
  return birth.date === date && birth.bell === bell ? null : { date, bell }
}

function presenceOf({ code, minutes }: AttendanceRow): Presence {
  return code === 'Н' ? 'absent' : { late: minutes ?? null }
}
