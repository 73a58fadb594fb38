import { debtsOf } from '../journal/debts.ts'
import type { Mark } from '../ledger/attributes.ts'
import { readJournalName } from '../ledger/documents.ts'
import { lastFirst } from '../school/names.ts'
import { by, type SchoolClass } from '../school/school-view.ts'
import { type Attendance, attendanceOf } from './attendance-counts.ts'
import { heldLessons } from './held-lessons.ts'
import { periodAverages } from './period-averages.ts'
import { halfUp } from './ratio.ts'
import type { ReportSource } from './report-source.ts'

/** A mark with the day and the work it was given for; `kind` is absent for an answer in class. */
export interface SheetMark {
  mark: Mark
  date: string
  kind?: string
}

/** How a pupil is doing in a subject. */
export interface SheetSubject {
  subject: string
  /** By date; a work that is owed is no mark. */
  marks: SheetMark[]
  /** Weighted, two decimals; null without a mark that counts. */
  average: number | null
}

/** What a family is told of a pupil for some days (clause 5.2.6). */
export interface FamilySheet {
  pupil: string
  name: string
  from: string
  to: string
  subjects: SheetSubject[]
  attendance: Attendance
  /** Works that are still owed. */
  debts: { subject: string; date: string; kind?: string }[]
}

/** The sheets of some pupils of a class, from `from` to `to`, both included; pupils in the order of the class list. */
export function familySheets(
  source: ReportSource,
  { id: classId }: SchoolClass,
  pupils: ReadonlySet<string>,
  { from, to }: { from: string; to: string },
): FamilySheet[] {
  const view = source.classes.get(classId)
  if (!view) return []
  const held = heldLessons(source, classId, view, from, to)
  const averages = periodAverages(source, { id: '', starts: from, ends: to })
  const own = [...source.journals].flatMap(([name, journal]) => {
    const key = readJournalName(name)
    return key?.class === classId ? [{ subject: key.subject, journal }] : []
  })
  const marks = new Map<string, SheetMark[]>()
  const debts = new Map<string, FamilySheet['debts']>()
  for (const { subject, journal } of own) {
    const lessons = new Map(journal.lessons.map((lesson) => [lesson.key, lesson]))
    for (const { lesson, work, pupil, mark } of journal.marks) {
      const at = lessons.get(lesson)
      if (mark === '.' || !pupils.has(pupil) || !at?.held || at.date < from || at.date > to) continue
      const kind = at.works.find(({ id }) => id === work)?.kind
      const place = `${pupil} ${subject}`
      const given = { mark, date: at.date, ...(kind === undefined ? {} : { kind }) }
      marks.set(place, [...(marks.get(place) ?? []), given])
    }
    for (const { pupil, date, kind } of debtsOf(journal)) {
      if (date > to) continue
      const owed = { subject, date, ...(kind === undefined ? {} : { kind }) }
      debts.set(pupil, [...(debts.get(pupil) ?? []), owed])
    }
  }
  const subjects = [...new Set(own.map(({ subject }) => subject))]
  const title = (subject: string) => source.school.subjects.get(subject)?.name ?? subject
  return view.pupils
    .filter(({ id }) => pupils.has(id))
    .map((pupil) => ({
      pupil: pupil.id,
      name: lastFirst(pupil),
      from,
      to,
      subjects: subjects
        .flatMap((subject): SheetSubject[] => {
          const given = marks.get(`${pupil.id} ${subject}`)
          if (!given) return []
          const { sum, weight } = averages(pupil.id, subject)
          const average = weight === 0 ? null : halfUp(sum, weight, 2)
          return [{ subject, marks: given.sort(by(({ date }) => date)), average }]
        })
        .sort(by(({ subject }) => title(subject))),
      attendance: attendanceOf(held, view, pupil.id),
      debts: (debts.get(pupil.id) ?? []).sort(by(({ date, subject }) => `${date},${subject}`)),
    }))
}
