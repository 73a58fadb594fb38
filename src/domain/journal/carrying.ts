import type { Mark, ValueOf } from '../ledger/attributes.ts'
import type { JournalKey } from '../ledger/documents.ts'
import { type ClassView, inGroup, spanOn } from '../school/class-view.ts'
import { by, covers, journals, type SchoolView } from '../school/school-view.ts'
import type { JournalView, Lesson } from './journal-view.ts'

type Carried = ValueOf<'carried'>

/** Marks that say something by themselves; owed work stays with the teacher who asked for it. */
const owed: Mark = '.'

/**
 * What a journal holds of a pupil, as it is carried into the journal he goes on in: marks of lessons held with their
 * weights (a retake in place of the first mark, unless both count), absences with their reasons, period marks. Undefined where it holds
 * nothing of him.
 */
export function extractOf(
  view: JournalView,
  members: Pick<ClassView, 'spans'>,
  from: JournalKey,
  pupil: string,
  retake: 'replaces' | 'both' = 'replaces',
): Carried | undefined {
  const held = new Map(view.lessons.filter((lesson) => lesson.held).map((lesson) => [lesson.key, lesson]))
  const place = by(
    ({ date, bell }: { date: string; bell: number }) => `${date},${String(bell).padStart(2, '0')}`,
  )
  const own = view.marks.filter((cell) => cell.pupil === pupil && cell.mark !== owed && held.has(cell.lesson))
  const works = new Map([...held.values()].flatMap((lesson) => lesson.works.map((work) => [work.id, work])))
  const retaken = retake === 'both' ? new Set() : new Set(own.map(({ work }) => works.get(work)?.retakeOf))
  const marks = own
    .filter(({ work }) => !retaken.has(work))
    .map(({ lesson, work: id, mark }) => {
      const { date, bell } = held.get(lesson)!
      const work = works.get(id)
      const first = work?.retakeOf === undefined ? work : (works.get(work.retakeOf) ?? work)
      return {
        date,
        bell,
        mark,
        ...(first?.weight === undefined ? {} : { weight: first.weight }),
        ...(work?.kind === undefined ? {} : { kind: work.kind }),
      }
    })
    .sort(place)
  const absences = view.presence
    .filter((cell) => cell.pupil === pupil && held.has(cell.lesson))
    .flatMap(({ lesson, presence, reason }): Carried['absences'] => {
      if (presence === undefined || presence === 'present') return []
      const at: Pick<Lesson, 'date' | 'bell'> = held.get(lesson)!
      const letter =
        presence === 'absent' ? (reason ?? spanOn(members, pupil, at.date)?.code ?? 'Н') : ('О' as const)
      return [{ date: at.date, bell: at.bell, letter }]
    })
    .sort(place)
  const periodMarks = view.periodMarks
    .filter((mark) => mark.pupil === pupil)
    .map(({ period, mark }) => ({ period, mark: mark as Carried['periodMarks'][number]['mark'] }))
  if (marks.length + absences.length + periodMarks.length === 0) return undefined
  const { class: classId, subject, group } = from
  return {
    pupil,
    from: { class: classId, subject, ...(group ? { group } : {}) },
    marks,
    absences,
    periodMarks,
  }
}

/** Journals in which a pupil of a class is taught on a date: the class's own and those of his groups. */
export function journalsOfPupil(
  school: SchoolView,
  members: Pick<ClassView, 'members'>,
  classId: string,
  pupil: string,
  date: string,
): JournalKey[] {
  return journals({
    ...school,
    assignments: school.assignments.filter((a) => a.class === classId && covers(a, date)),
  }).filter(({ group }) => group === undefined || inGroup(members, group, pupil, date))
}
