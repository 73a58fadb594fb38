import type { Lesson } from '../../domain/journal/journal-view.ts'
import {
  describeWork,
  nextWork,
  removeWork,
  retakeKind,
  type WorkDescription,
} from '../../domain/journal/keeping.ts'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { entity, type LessonKey, lessonOf, pupilOf } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { by, type SchoolView } from '../../domain/school/school-view.ts'

/** A work that can be retaken at a lesson. */
export interface RetakenWork {
  id: string
  lesson: LessonKey
  kind: string | undefined
  title: string | undefined
  /** When it was written, ISO. */
  date: string
}

/** Works of a lesson: what there is to choose from, and how they are kept. */
export interface LessonWorks {
  /** Kinds of the school with the weight each begins with. */
  workKinds: SchoolView['markSettings']['kinds']
  retakes: readonly RetakenWork[]
  /** Makes a column and returns its id. */
  onAddWork: (work: WorkDescription) => string
  onEditWork: (id: string, work: WorkDescription) => void
  /** Takes a column back with all its marks. */
  onRemoveWork: (id: string) => void
  /** How many marks a column has. */
  marksOfWork: (id: string) => number
  /** Gives pupils' marks of the work that a column retakes; undefined where it is no retake, or there is none. */
  firstMarks: (id: string) => (pupil: string) => Mark | undefined
}

/** Works offered for a retake: older ones are seldom retaken. */
const offered = 8

/** Works of the journal up to a lesson that are no retakes themselves, the latest first. */
export function retakenWorks(fold: Fold, lesson: Pick<Lesson, 'date'>): RetakenWork[] {
  return [...fold.entities('work')]
    .flatMap((name): RetakenWork[] => {
      const key = lessonOf(name)
      const work = fold.value(name, 'work')
      if (!key || !work || work.retakeOf !== undefined) return []
      const date = fold.value(entity.lesson(key), 'lesson.moved')?.date ?? key.slice(0, 10)
      if (date > lesson.date) return []
      return [{ id: name.split(',')[4] ?? '', lesson: key, kind: work.kind, title: work.title, date }]
    })
    .sort(by(({ date, id }) => `${date},${id}`))
    .reverse()
    .slice(0, offered)
}

/** Works of a lesson as the screen keeps them; `enter` writes entries by the lesson as it stands. */
export function lessonWorks(
  fold: Fold,
  lesson: Lesson,
  kinds: LessonWorks['workKinds'],
  enter: (entries: (lesson: Lesson, teacher: string) => Entry[]) => void,
): LessonWorks {
  const marked = (id: string) =>
    [...fold.entities('mark')].filter(
      (name) => name.startsWith(entity.mark(lesson.key, id, '')) && fold.value(name, 'mark') !== undefined,
    )
  return {
    workKinds: kinds,
    retakes: retakenWorks(fold, lesson),
    onAddWork: (work) => {
      const id = nextWork(lesson.key, lesson.works)
      enter((at, teacher) => describeWork(at, teacher, id, work))
      return id
    },
    onEditWork: (id, work) => enter((at, teacher) => describeWork(at, teacher, id, work)),
    onRemoveWork: (id) =>
      enter((at) =>
        removeWork(
          at,
          id,
          marked(id).map((name) => pupilOf(name) ?? ''),
        ),
      ),
    marksOfWork: (id) => marked(id).length,
    firstMarks: (id) => {
      const first = lesson.works.find((work) => work.id === id)?.retakeOf
      const name = first && [...fold.entities('work')].find((work) => work.split(',')[4] === first)
      const key = name && lessonOf(name)
      return (pupil) => (key ? fold.value(entity.mark(key, first, pupil), 'mark') : undefined)
    },
  }
}

/** The description of a column that retakes a work. */
export const retakeOf = (work: RetakenWork): WorkDescription => ({ kind: retakeKind, retakeOf: work.id })
