import {
  emptyJournal,
  type JournalView,
  type Lesson,
  type MarkCell,
  unopenedLesson,
} from '../journal/journal-view.ts'
import { type JournalKey, journalName, lessonKey } from '../ledger/documents.ts'
import { by } from '../school/school-view.ts'
import type { ReportSource } from './report-source.ts'

/**
 * Journals as a device has them that may not read those which pupils came from: in place of each of these stands what
 * was carried out of it, so that reports come out as where all journals are at hand. Absences stay with the class that
 * held them and are not brought along.
 */
export function withCarried(journals: ReportSource['journals']): ReportSource['journals'] {
  const missing = new Map<string, { key: JournalKey; carried: JournalView['carried'] }>()
  for (const { carried } of journals.values())
    for (const extract of carried) {
      const name = journalName(extract.from)
      if (journals.has(name)) continue
      const known = missing.get(name) ?? { key: extract.from, carried: [] }
      // One pupil's extract may have come along twice, over another journal.
      if (!known.carried.some(({ pupil }) => pupil === extract.pupil)) known.carried.push(extract)
      missing.set(name, known)
    }
  if (missing.size === 0) return journals
  return new Map([
    ...journals,
    ...[...missing].map(([name, { carried }]) => [name, rebuilt(carried)] as const),
  ])
}

function rebuilt(carried: JournalView['carried']): JournalView {
  const lessons = new Map<string, Lesson>()
  const marks: MarkCell[] = []
  for (const { pupil, marks: given } of carried)
    given.forEach(({ date, bell, mark, weight, kind }, index) => {
      if (date === undefined) return
      const key = lessonKey(date, bell ?? 0)
      const lesson = lessons.get(key) ?? { ...unopenedLesson(key), held: true, works: [] }
      const work = `${pupil}|${index}`
      lesson.works.push({
        id: work,
        ...(kind === undefined ? {} : { kind }),
        ...(weight === undefined ? {} : { weight }),
      })
      lessons.set(key, lesson)
      marks.push({ lesson: key, work, pupil, mark, comment: undefined })
    })
  return {
    ...emptyJournal,
    lessons: [...lessons.values()].sort(by(({ key }) => key)),
    marks,
    periodMarks: carried.flatMap(({ pupil, periodMarks }) =>
      periodMarks.map((mark) => ({ ...mark, pupil, reason: undefined })),
    ),
  }
}
